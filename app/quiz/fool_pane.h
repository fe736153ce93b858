// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/draw/pen_stroke.h"
#include "app/quiz/fool_task.h"
#include "core/base/glyph.h"
#include "core/engine/model.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QLabel;
class QTimer;

namespace digitpad {

class AnswerView;
class Canvas;
class ProbabilityBars;

/// A task and what became of it.
struct FoolRound {
    FoolTask task;
    Drawing drawing; ///< what fooled the network, and the class calls what was asked for
    Glyph glyph;

    [[nodiscard]] bool isDone() const { return !drawing.isEmpty(); }
};

/// "Draw a 4 that it reads as 9": a pad of its own, what the network reads in it while one draws,
/// and once it is fooled the question whether people still see a 4.
class FoolPane : public QWidget {
    Q_OBJECT

public:
    explicit FoolPane(QWidget* parent = nullptr);
    ~FoolPane() override;

    /// Begins with the first of the tasks; at least one.
    void begin(const std::vector<FoolTask>& tasks, const std::shared_ptr<const Model>& model);

    [[nodiscard]] const std::vector<FoolRound>& rounds() const { return m_rounds; }
    [[nodiscard]] std::size_t round() const { return m_round; } ///< from 0
    /// How sure the network is that it sees the digit that it is to see, 0 to 1.
    [[nodiscard]] float confidence() const;
    /// The network sees it, by more than a half.
    [[nodiscard]] bool isFooled() const;
    /// Nobody has drawn yet.
    [[nodiscard]] bool isUntouched() const;
    // Of the tasks so far: those that were done, and those given up.
    [[nodiscard]] int classScore() const;
    [[nodiscard]] int networkScore() const;

Q_SIGNALS:
    void changed();
    /// The last task is over.
    void finished();
    void warning(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeActions();
    void layOut();
    void updateActions();
    void fit();

    void read();
    void decide(bool still);
    void goOn();
    void beginTask();
    void display();
    void ask();
    [[nodiscard]] const FoolTask& task() const { return m_rounds[m_round].task; }

    Canvas* m_canvas;
    QLabel* m_where;
    QLabel* m_score;
    QLabel* m_goal;
    AnswerView* m_answer;
    ProbabilityBars* m_bars;
    QLabel* m_status;
    QWidget* m_decision;
    QTimer* m_readSoon;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_clear = nullptr;
    QAction* m_yes = nullptr;
    QAction* m_no = nullptr;
    QAction* m_goOn = nullptr;

    std::shared_ptr<const Model> m_model;
    std::vector<FoolRound> m_rounds;
    std::size_t m_round = 0;
    std::optional<Prediction> m_prediction;
    Glyph m_glyph;            ///< that was read
    bool m_isRefused = false; ///< the class sees something else in what lies there
    QString m_said;
    Background m_reader;
};

} // namespace digitpad
