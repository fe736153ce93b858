// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"

#include <QStringList>
#include <QWidget>

class QLabel;

namespace digitpad {

class FileSaver;
class LossChart;
class ProgressLine;
class RunLog;
class TrainingActions;

/// A run as it is seen: its chart, how far it is, and its log.
class RunView : public QWidget {
    Q_OBJECT

public:
    /// `saver` saves the chart and the points.
    RunView(const TrainingActions& actions, FileSaver& saver, QWidget* parent = nullptr);

    /// The run to show, from now on; must outlive this. Null shows that there is none.
    void setRun(const TrainingRun* run);
    /// Shows what has come to the run since.
    void refresh();

    /// It is 0 to 1 done.
    void setProgress(double done);
    /// What stands beside the buttons: how far it is, or what came of it.
    void setText(const QString& text);

    void log(const QStringList& lines);
    void clearLog();

private:
    void saveChart();
    void saveSvg();
    void savePoints();

    FileSaver& m_saver;
    const TrainingRun* m_run = nullptr;
    LossChart* m_chart;
    ProgressLine* m_progress; ///< hidden until there is a run
    QLabel* m_text;
    RunLog* m_log;
};

} // namespace digitpad
