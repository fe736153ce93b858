// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a run: how it begins, what it tells while it goes on, and its end.

#include "app/training/training_page.h"

#include "app/device_title.h"
#include "app/error_text.h"
#include "app/fine_tuning.h"
#include "app/review/review_view.h"
#include "app/store/run_record.h"
#include "app/store/store.h"
#include "app/training/data_fields.h"
#include "app/training/notice.h"
#include "app/training/result_card.h"
#include "app/training/run_panel.h"
#include "app/training/run_questions.h"
#include "app/training/run_view.h"
#include "app/training/run_words.h"
#include "app/training/training_form.h"
#include "app/widgets/action_button.h"

#include <QAction>
#include <QFile>
#include <QLocale>
#include <QSettings>

#include <utility>

namespace digitpad {

void TrainingPage::connectTraining()
{
    connect(&m_training, &Training::devicesFound, this, [this](const std::vector<Device>& devices) {
        m_devices = devices;
        m_form->setDevices(devices);
        m_engineState = EngineState::Ready;
        showState();
    });
    connect(
        &m_training, &Training::dataRead, this,
        [this](const DataCounts& counts, const QString& name) {
            m_run.counts = counts;
            m_recorder.begin(m_run, name);
            m_panel->setRun(m_run, deviceTitle(m_run.request.options.device, m_devices));
            const QLocale locale;
            m_runView->log(
                {tr("%1 to learn from, %2 to test on; batch size %3, learning rate %4, "
                    "seed %5, on %6")
                     .arg(
                         learntFromText(counts), locale.toString(qulonglong{counts.test}),
                         locale.toString(m_run.request.options.batchSize),
                         locale.toString(m_run.request.options.learningRate),
                         QString::number(m_run.request.options.seed),
                         deviceTitle(m_run.request.options.device, m_devices))});
            m_runView->setRun(&m_run);
            showState();
        });
    connect(&m_training, &Training::updated, this, [this](const TrainingUpdate& update) {
        addEvents(update.events);
        m_recorder.tell(update.events);
        if (update.progress) {
            showProgress(*update.progress);
        }
    });
    connect(&m_training, &Training::runFound, this, [this](const TrainingRequest& request) {
        m_run = {};
        m_run.request = request;
        m_runView->setRun(&m_run);
        m_panel->setRun(m_run, deviceTitle(request.options.device, m_devices));
    });
    connect(&m_training, &Training::interruptedFound, this, &TrainingPage::findRun);
    connect(&m_training, &Training::interruptedUnreadable, this, [this](const Error& error) {
        Q_EMIT warning(
            tr("The training that was kept cannot be gone on with: %1").arg(describe(error)));
    });
    connect(&m_training, &Training::pausedChanged, this, [this](bool paused) {
        m_paused = paused;
        if (paused) {
            m_runView->setText(tr("Paused"));
        }
        showState();
    });
    connect(&m_training, &Training::steered, this, [this](const TrainingChange& change) {
        m_recorder.steer(change);
    });
    connect(&m_training, &Training::checkpointFailed, this, [this](const Error& error) {
        m_keepFailed = true;
        Q_EMIT warning(tr("The training goes on, but it would be lost if Digitpad ended now: %1")
                           .arg(describe(error)));
    });
    connect(&m_training, &Training::reviewed, this, [this](const Review& review) {
        m_reviewed = true;
        m_review->setReview(review);
    });
    connect(&m_training, &Training::reviewFailed, this, [this](const Error& error) {
        m_actions->showMistakes->setChecked(false);
        Q_EMIT warning(describe(error));
    });
    connect(&m_training, &Training::finished, this, &TrainingPage::finish);
    connect(&m_training, &Training::failed, this, &TrainingPage::fail);
}

void TrainingPage::findRun(const InterruptedRun& run)
{
    if (isTraining() || m_outcome.model != nullptr) {
        return;
    }
    m_waiting = run;
    showState();
    const QLocale locale;
    Q_EMIT interruptedRunFound(
        run.epochsDone == run.epochs
            ? tr("A network was trained here and not saved.")
            : tr("A training was interrupted in epoch %1 of %2.")
                  .arg(locale.toString(run.epochsDone + 1), locale.toString(run.epochs)));
}

void TrainingPage::startOrStop()
{
    if (isTraining()) {
        m_stopping = true;
        m_training.stop();
        showState();
    } else {
        whenFree([this] { start(m_form->request()); });
    }
}

/// Calls `begin` unless somebody would rather keep what a new run takes the place of.
void TrainingPage::whenFree(const std::function<void()>& begin)
{
    if (m_unsaved) {
        askToSaveModel(
            this, [this, begin] { saveModel(begin); },
            [this, begin] {
                m_unsaved = false;
                begin();
            });
    } else if (m_waiting) {
        askToForgetRun(
            this, [this] { goOn(); }, begin);
    } else {
        begin();
    }
}

void TrainingPage::fineTune(
    const std::shared_ptr<const Model>& model, const QString& modelName, const SampleFilter& filter)
{
    const QString whyNot = isTraining() ? tr("A training is going on: stop it first, or let it end")
                           : m_engineState == EngineState::Ready ? QString()
                                                                 : whyNotStart();
    if (whyNot.isEmpty() && m_store != nullptr) {
        whenFree([=, this] { startFineTuning(model, modelName, filter); });
    } else {
        Q_EMIT warning(whyNot);
    }
}

void TrainingPage::startFineTuning(
    const std::shared_ptr<const Model>& model, const QString& modelName, const SampleFilter& filter)
{
    const ModelInfo& info = model->info();
    const QString network = QString::fromStdString(info.network);
    const FineTuningMix mix = fineTuningMix(
        info, {.database = QFile::encodeName(m_store->file()).toStdString(), .filter = filter},
        m_form->data()->mnistFolders());
    TrainingRequest request{
        .data = mix.sources,
        .options = fineTuningOptions(info.network),
        .name = filter.writer.value_or(QString()).isEmpty()
                    ? tr("%1, my hand", "a network").arg(network)
                    : tr("%1, the hand of %2", "a network").arg(network, *filter.writer),
        .fineTunes = true,
        .from = model};
    request.options.device = m_form->request().options.device;
    start(request);
    const QString words = rehearsalText(mix.rehearsal);
    m_panel->setNote(words);
    m_runView->log({tr("%1 learns on. %2").arg(modelName, words)});
}

void TrainingPage::pauseOrContinue()
{
    m_paused ? m_training.resume() : m_training.pause();
}

/// Makes the run at work an epoch longer, or goes on with the last one.
void TrainingPage::goOn()
{
    if (isTraining()) {
        m_training.addEpoch();
    } else if (m_outcome.canGoOn) {
        const bool oneMore = whatGoesOn() == TrainingActions::GoOn::OneEpoch;
        beginRun();
        m_training.goOn(oneMore ? 1 : 0);
        runBegan();
    } else if (m_waiting) {
        beginRun();
        m_runView->clearLog();
        m_training.startFrom(m_kept.file());
        runBegan();
    }
}

void TrainingPage::start(const TrainingRequest& request)
{
    QSettings settings;
    m_form->save(settings);
    m_runView->setRun(nullptr);
    beginRun();
    m_run = {};
    m_run.request = request;
    m_run.request.id = newRunId();
    m_kept.takeOver();
    m_run.request.checkpointFile = m_kept.file();
    if (m_kept.file().isEmpty()) {
        Q_EMIT warning(
            tr("This training would be lost if Digitpad ended now: another one that is open keeps "
               "its own, or the folder for it cannot be written."));
    }
    m_outcome = {};
    m_runView->clearLog();
    m_training.start(m_run.request);
    m_run.request.from.reset(); // the training has it
    runBegan();
}

/// What a run finds, whether it is new or goes on.
void TrainingPage::beginRun()
{
    m_stopping = false;
    m_paused = false;
    m_keepFailed = false;
    m_reviewed = false;
    m_waiting.reset();
    m_actions->showData->setChecked(false);
    m_actions->showMistakes->setChecked(false);
    m_notice->setText({});
    m_panel->setNote({});
    m_card->slideOut();
    m_runView->setProgress(0);
    m_runView->setText(tr("Reading the data…"));
}

void TrainingPage::runBegan()
{
    m_panel->setRun(m_run, deviceTitle(m_run.request.options.device, m_devices));
    showState();
    m_panel->setFocus();
    Q_EMIT trainingChanged();
}

void TrainingPage::showProgress(const TrainingProgress& progress)
{
    const double epochs = progress.epoch - 1 + double{1} * progress.batch / progress.batches;
    m_runView->setProgress(epochs / progress.epochs);
    if (!m_paused) {
        m_runView->setText(progressText(progress));
    }
    if (m_run.request.options.epochs != progress.epochs) { // somebody asked for one more
        m_run.request.options.epochs = progress.epochs;
        m_panel->setEpochs(progress.epochs);
        m_runView->refresh();
    }
}

void TrainingPage::addEvents(const std::vector<TrainingEvent>& events)
{
    if (events.empty()) {
        return;
    }
    QStringList lines;
    for (const TrainingEvent& event : events) {
        m_run.add(event);
        lines << std::visit([](const auto& what) { return logLine(what); }, event);
    }
    m_runView->log(lines);
    m_runView->refresh();
    if (!m_actions->saveChart->isEnabled()) {
        showState(); // there is something to save now
    }
}

void TrainingPage::finish(const TrainingOutcome& outcome)
{
    m_recorder.end(outcome);
    m_diverged = outcome.failure && outcome.failure->code == ErrorCode::Diverged;
    runEnded();
    if (outcome.model == nullptr) {
        m_runView->setText(tr("Stopped before the first batch"));
        m_startButton->setFocus();
        return;
    }
    m_modelName = !m_run.request.name.isEmpty() ? m_run.request.name
                  : outcome.testAccuracy
                      ? tr("own model, %1").arg(percentText(*outcome.testAccuracy))
                      : tr("own model");
    if (outcome.stopped) {
        m_runView->log({stopLine(outcome)});
    }
    showOutcome(outcome);
}

void TrainingPage::fail(const Error& error)
{
    m_recorder.fail(error);
    m_diverged = error.code == ErrorCode::Diverged;
    runEnded();
    const QString text = describe(error);
    m_runView->setText({});
    m_runView->log({text});
    m_notice->setText(text);
    m_startButton->setFocus();
}

void TrainingPage::runEnded()
{
    ++m_ended;
    m_stopping = false;
    m_paused = false;
    showState();
    Q_EMIT trainingChanged();
}

} // namespace digitpad
