// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"
#include "core/number/number.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QLabel;

namespace digitpad {

class AnswerView;
class Canvas;
class Corrections;
class DigitMenu;
class GlyphView;
class PaperReader;
class ProbabilityBars;
class Recognition;
class Sketch;
class Store;

/// What can be done on the Draw page. Each is ready for a menu; while the page is not on screen all
/// are disabled, so that their shortcuts are free for the page that is.
struct DrawActions {
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* clear = nullptr;
    QAction* copy = nullptr;
    QAction* paste = nullptr;
    QAction* save = nullptr;
    QAction* allOfIt = nullptr; ///< checkable: what was read as a number is one digit
};

/// The paper, and beside it what the network reads on it while the pen moves. Whoever sees it
/// err says so with a click on the right digit's bar, or its key: the digit is kept, its strokes,
/// its glyph and what was read, to learn from.
class DrawPage : public QWidget {
    Q_OBJECT

public:
    explicit DrawPage(Recognition& recognition, QWidget* parent = nullptr);

    /// Where digits are kept; it must outlive the page.
    void setStore(Store& store);

    [[nodiscard]] const DrawActions& drawActions() const { return m_do; }
    /// The drawing, for another paper.
    [[nodiscard]] const std::shared_ptr<Sketch>& sketch() const;

    /// What a lesson can ask about: {"digits": 1, "digit": 7, "confidence": 0.98, "accepted": true,
    /// "kept": 3}. "digit" and "confidence" are of a single one; "kept" counts since the start.
    [[nodiscard]] QJsonObject facts() const;
    /// Puts a drawing in the place of what is there; it can be undone.
    void setDrawing(const Drawing& drawing);

    // A drawing outlives the program where it starts again by itself.
    void keepDrawing() const;
    void takeBackDrawing();

    /// Writes the drawing as a PNG, black on white, off the GUI thread; message() or
    /// warning() says how it went.
    void savePng(const QString& file);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Something worth a line in the message bar.
    void message(const QString& text);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);
    /// Something was kept, and can be taken back.
    void undoable(const QString& text, const std::function<void()>& undo);
    /// How long the reading took that is shown; nothing once it is gone.
    void readingShown(std::optional<double> milliseconds);
    /// The clipboard was to be pasted and holds a picture instead of ink.
    void pasteAsPicture();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fillActionBar();
    void fillSide();
    void place();

    // In draw_actions.cpp.
    void makeActions();
    void updateActions();
    void updatePaste();
    void copy();
    void paste();
    void chooseFileToSave();

    void inkChanged();
    void showNoAnswer(const QString& why, const Glyph& glyph);

    // What was read, and what a person says of it: in draw_reading.cpp.
    void makeCorrections();
    void showNumber(const Number& number);
    void showDigits();
    void choose(std::optional<int> digit);
    [[nodiscard]] std::optional<int> meant() const;
    [[nodiscard]] QString whyNotKept() const;
    void updateKeeping();
    void keep(int label);
    [[nodiscard]] QString hint() const;

    DrawActions m_do;
    Canvas* m_canvas;
    PaperReader* m_reader;
    QWidget* m_actionBar;
    QWidget* m_side;
    AnswerView* m_answer;
    ProbabilityBars* m_bars;
    GlyphView* m_glyph;
    QWidget* m_aboutGlyph; ///< the words beside a single glyph
    QLabel* m_hint;
    Corrections* m_corrections;
    DigitMenu* m_keepAs = nullptr;

    Number m_number;             // what is shown
    std::optional<int> m_chosen; // one of its digits, or kAllOfIt
    QHash<quint64, int> m_asked; // the digits that are about to be kept
    QHash<int, int> m_kept;      // what they are kept as
    int m_keptCount = 0;         // since the start
};

} // namespace digitpad
