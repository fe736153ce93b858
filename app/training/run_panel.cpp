// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_panel.h"

#include "app/shell/theme.h"
#include "app/training/rate_box.h"
#include "app/training/result_card.h"
#include "app/training/run_words.h"
#include "app/training/training_run.h"
#include "app/widgets/action_button.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace digitpad {

RunPanel::RunPanel(QAction* pause, QAction* oneMore, QAction* stop, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_summary(new QLabel(this)),
      m_note(new QLabel(this)),
      m_rate(new RateBox(this)),
      m_rateNote(new QLabel(this))
{
    m_title->setFont(theme::titleFont());
    m_rateNote->setFont(theme::captionFont());
    for (QLabel* label : {m_summary, m_rateNote}) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    for (QLabel* label : {m_title, m_summary, m_note, m_rateNote}) {
        label->setWordWrap(true);
    }
    auto* rateName = new QLabel(tr("Learning &rate"), this);
    rateName->setBuddy(m_rate);
    m_rate->setAccessibleName(tr("Learning rate of this run"));
    m_rate->setRange(1e-6, 10);
    m_rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rate->setKeyboardTracking(false);
    m_rate->setMinimumHeight(theme::kSmallestTarget);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &RunPanel::learningRateChanged);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addWidget(m_note);
    m_note->hide();
    layout->addSpacing(theme::kMargin);
    layout->addWidget(rateName);
    layout->addWidget(m_rate);
    layout->addWidget(m_rateNote);
    layout->addSpacing(theme::kMargin);
    for (QAction* action : {pause, oneMore, stop}) {
        auto* button = new ActionButton(action, this);
        button->setMinimumHeight(
            action == pause ? ResultCard::kTallButton : theme::kSmallestTarget);
        button->setPrimary(action == pause);
        layout->addWidget(button);
    }
    layout->addStretch();
}

void RunPanel::setRun(const TrainingRun& run, const QString& device)
{
    const TrainingOptions& options = run.request.options;
    const QLocale locale;
    m_title->setText((run.request.fineTunes ? tr("Fine-tuning %1") : tr("Training %1"))
                         .arg(QString::fromStdString(options.network)));
    m_about = (run.counts.digits > 0 ? learntFromText(run.counts) + QLatin1Char('\n') : QString()) +
              tr("batch size %1, seed %2, on %3")
                  .arg(locale.toString(options.batchSize), QString::number(options.seed), device);
    const QSignalBlocker blocker(m_rate);
    m_rate->setValue(options.learningRate);
    m_rateNote->setText(
        options.schedule
            ? tr("Holds from the next batch on; the schedule rises and falls below it.")
            : tr("Holds from the next batch on."));
    setEpochs(options.epochs);
}

void RunPanel::setEpochs(int epochs)
{
    m_summary->setText(m_about + QLatin1Char('\n') + tr("%Ln epochs", nullptr, epochs));
}

void RunPanel::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace digitpad
