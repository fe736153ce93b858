// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/draw/pen_stroke.h"
#include "core/number/number.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QLabel;

namespace digitpad {

class AnswerView;
class Canvas;
class KeyLine;
class Model;
class NetworkView;
class PaperReader;
class ProbabilityBars;
class Recognition;
class Sketch;
class Spotlight;
struct OpenModel;

/// The pad for a class: the paper, the digit and the bars as large as the screen allows, and
/// nothing else; by choice the network beside them. What is shown can be held while one draws on,
/// and the last readings be seen again.
class PresentPage : public QWidget {
    Q_OBJECT

public:
    static constexpr int kReadings = 20; ///< as many are kept

    /// The sketch is the Draw page's: what lies on one paper lies on the other.
    PresentPage(
        Recognition& recognition, const std::shared_ptr<Sketch>& sketch, QWidget* parent = nullptr);

    [[nodiscard]] bool isFrozen() const { return m_frozen.has_value(); }
    /// How many readings there are to step through, with that of what lies on the paper.
    [[nodiscard]] int readings() const;
    /// Which of them is shown, from 1; nothing: what lies on the paper.
    [[nodiscard]] std::optional<int> shownReading() const;

Q_SIGNALS:
    /// Enough of it.
    void left();
    /// Something went wrong that must not be missed.
    void warning(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    /// What was drawn and what was read in it.
    struct Moment {
        Drawing drawing;
        Number number;
        QString why; ///< where nothing was read
    };

    void makeActions();
    void place();
    void put(QWidget* part, const QRect& where);
    void placeAlone(const QRect& area, int gap);
    void placeWithInside(const QRect& area, int gap);
    void placeReading(const QRect& place, int bars);
    void updateActions();

    void take(const Moment& moment);
    void keep();
    void freeze(bool on);
    void step(int by);
    void choose(int by);
    void display();
    void showDigits();
    void mark(const QString& text);
    [[nodiscard]] const Moment& shown() const;

    // In present_inside.cpp.
    void showInside(bool on);
    void openModel();
    void readInside();

    [[nodiscard]] bool looksBack() const { return m_past < m_kept.size(); }

    Recognition& m_recognition;
    Canvas* m_canvas;
    Canvas* m_pastPaper; ///< what is seen again lies there
    PaperReader* m_reader;
    AnswerView* m_answer;
    ProbabilityBars* m_bars;
    QLabel* m_mark;
    Spotlight* m_spotlight;
    KeyLine* m_keys = nullptr;
    QAction* m_leave = nullptr;
    QAction* m_clear = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_freeze = nullptr;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_light = nullptr;
    QAction* m_inside = nullptr;

    Moment m_now;
    std::optional<Moment> m_frozen;
    QList<Moment> m_kept;       ///< of papers that were cleared, the oldest first
    qsizetype m_past = 0;       ///< which of them is shown; their number: none
    std::optional<int> m_digit; ///< one of a number's digits whose ten bars are shown

    NetworkView* m_network = nullptr; ///< once somebody wanted to see it
    Background m_opening;
    Background m_insideReader;
    std::shared_ptr<const Model> m_wanted; ///< that is open or being opened
    std::shared_ptr<const OpenModel> m_open;
};

} // namespace digitpad
