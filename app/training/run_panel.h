// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace digitpad {

class RateBox;
struct TrainingRun;

/// A run under the hand, in the form's place while it goes on: what it is asked to do, its learning
/// rate, and what pauses, lengthens and stops it.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    RunPanel(QAction* pause, QAction* oneMore, QAction* stop, QWidget* parent = nullptr);

    /// Says what the run is; `device` is what people call it.
    void setRun(const TrainingRun& run, const QString& device);
    void setEpochs(int epochs);
    /// What else is to be known of it; empty: nothing.
    void setNote(const QString& note);

Q_SIGNALS:
    /// Somebody wants the next batches to be learnt from at another rate.
    void learningRateChanged(double rate);

private:
    QLabel* m_title;
    QLabel* m_summary;
    QLabel* m_note;
    RateBox* m_rate;
    QLabel* m_rateNote;
    QString m_about; ///< of the summary, all but the epochs
};

} // namespace digitpad
