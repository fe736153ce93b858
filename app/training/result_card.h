// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/run_recorder.h"

#include <QList>
#include <QWidget>

class QAction;
class QLabel;
class QPropertyAnimation;

namespace digitpad {

class ActionButton;
class FiguresTable;
struct TrainingOutcome;
struct TrainingRun;

/// What came of a run: a card that slides over its parent from below.
class ResultCard : public QWidget {
    Q_OBJECT

public:
    /// Height of the button that is the next thing to do.
    static constexpr int kTallButton = 44;

    /// `use` is the next thing to do; a button for each of the others follows.
    ResultCard(QAction* use, const QList<QAction*>& others, QWidget* parent);

    void setResult(const TrainingRun& run, const TrainingOutcome& outcome);
    /// Where the network is; `name` is what the run is called where it is kept.
    void setNetwork(RunRecorder::Network network, const QString& name = {});
    void slideIn();
    void slideOut();
    [[nodiscard]] bool isOpen() const { return m_open; }

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showAccuracy(const TrainingRun& run, const TrainingOutcome& outcome);
    void showLoss(const TrainingRun& run);
    void fitFigure();
    void slideFromTo(const QPoint& from, const QPoint& to);

    QLabel* m_title;
    QLabel* m_figure;
    QLabel* m_meaning;
    QLabel* m_details;
    QLabel* m_network;       ///< where it is
    FiguresTable* m_figures; ///< before and after, where a model was fine-tuned
    ActionButton* m_use;
    QPropertyAnimation* m_slide;
    bool m_open = false;
};

} // namespace digitpad
