// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QWidget>

#include <optional>

class QAction;
class QTimer;

namespace digitpad {

class AnswerView;
class Canvas;
class GlyphView;
class ProbabilityBars;
class Recognition;
struct Number;
struct Reading;

/// What can be done on the Draw page. Each is ready for a menu; while the page is not on screen all
/// are disabled, so that their shortcuts are free for the page that is.
struct DrawActions {
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* clear = nullptr;
    QAction* copy = nullptr;
    QAction* paste = nullptr;
    QAction* save = nullptr;
};

/// The paper, and beside it what the network reads on it while the pen moves.
class DrawPage : public QWidget {
    Q_OBJECT

public:
    explicit DrawPage(Recognition& recognition, QWidget* parent = nullptr);

    [[nodiscard]] const DrawActions& drawActions() const { return m_do; }

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
    void read();
    [[nodiscard]] bool isCurrent(quint64 id) const;
    void showReading(const Reading& reading);
    void showNumber(const Number& number);
    void showNoAnswer(const QString& why);
    void cannotRead(const Error& error);
    void announceWhenSettled();

    Recognition& m_recognition;
    DrawActions m_do;
    Canvas* m_canvas;
    QWidget* m_actionBar;
    QWidget* m_side;
    AnswerView* m_answer;
    ProbabilityBars* m_bars;
    GlyphView* m_glyph;
    QWidget* m_aboutGlyph; ///< the words beside a single glyph
    QTimer* m_readSoon;
    QTimer* m_settled;

    quint64 m_lastAsked = 0; // the newest id asked for
    quint64 m_lastShown = 0; // the newest id answered
    quint64 m_staleUpTo = 0; // answers to drawings that are gone
    QString m_problem;       // why nothing can be read
};

} // namespace digitpad
