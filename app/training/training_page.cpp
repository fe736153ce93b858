// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_page.h"

#include "app/device_title.h"
#include "app/error_text.h"
#include "app/model_file.h"
#include "app/review/review_view.h"
#include "app/save_file.h"
#include "app/shell/theme.h"
#include "app/training/data_fields.h"
#include "app/training/data_view.h"
#include "app/training/file_saver.h"
#include "app/training/form_area.h"
#include "app/training/loss_chart.h"
#include "app/training/notice.h"
#include "app/training/result_card.h"
#include "app/training/run_log.h"
#include "app/training/run_panel.h"
#include "app/training/run_words.h"
#include "app/training/training_actions.h"
#include "app/training/training_form.h"
#include "app/widgets/action_button.h"
#include "app/widgets/progress_line.h"

#include <QAction>
#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace digitpad {

TrainingPage::TrainingPage(const DownloadPlan& mnist, QWidget* parent)
    : QWidget(parent),
      m_actions(new TrainingActions(this)),
      m_saver(new FileSaver(this)),
      m_side(new QWidget(this)),
      m_form(new TrainingForm(mnist, m_actions->showData, m_side)),
      m_notice(new Notice(m_side)),
      m_stage(new QStackedWidget(m_side)),
      m_settings(new QWidget(m_stage)),
      m_panel(new RunPanel(m_actions->pause, m_actions->goOn, m_actions->start, m_stage)),
      m_card(new ResultCard(
          m_actions->use, {m_actions->showMistakes, m_actions->saveModel, m_actions->goOn},
          m_side)),
      m_chart(new LossChart(this)),
      m_dataView(new DataView(m_actions->showData, this)),
      m_review(new ReviewView(m_actions->showMistakes, this)),
      m_runSide(new QWidget(this)),
      m_progress(new ProgressLine(this)),
      m_progressText(new QLabel(this))
{
    connectActions();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGroup);
    m_side->setLayout(sideLayout());
    layout->addWidget(m_side);
    m_runSide->setLayout(runLayout());
    m_runSide->layout()->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_runSide, 1);
    layout->addWidget(m_dataView, 1);
    layout->addWidget(m_review, 1);
    m_dataView->hide();
    m_review->hide();
    connect(m_card, &ResultCard::closed, this, [this] {
        showState();
        m_startButton->setFocus();
    });

    connect(m_saver, &FileSaver::message, this, &TrainingPage::message);
    connect(m_saver, &FileSaver::warning, this, &TrainingPage::warning);
    connect(m_form, &TrainingForm::changed, this, &TrainingPage::showState);
    connectTraining();
    m_form->restore(QSettings());
    showState();
}

TrainingPage::~TrainingPage()
{
    QSettings settings;
    m_form->save(settings);
}

void TrainingPage::connectActions()
{
    addActions(m_actions->all());
    connect(m_actions->start, &QAction::triggered, this, &TrainingPage::startOrStop);
    connect(m_actions->use, &QAction::triggered, this, [this] {
        Q_EMIT useModel(m_outcome.model, m_modelName);
    });
    connect(m_actions->saveModel, &QAction::triggered, this, [this] { saveModel(); });
    connect(m_actions->pause, &QAction::triggered, this, &TrainingPage::pauseOrContinue);
    connect(m_actions->goOn, &QAction::triggered, this, &TrainingPage::goOn);
    connect(m_actions->showData, &QAction::toggled, this, [this](bool shown) {
        if (shown) {
            m_actions->showMistakes->setChecked(false);
        }
        showRun();
    });
    connect(m_actions->showMistakes, &QAction::toggled, this, &TrainingPage::showMistakes);
    connect(m_panel, &RunPanel::learningRateChanged, &m_training, &Training::setLearningRate);
    connect(m_actions->saveChart, &QAction::triggered, this, &TrainingPage::saveChart);
    connect(m_actions->savePoints, &QAction::triggered, this, &TrainingPage::savePoints);
}

/// Of what stands beside the form: the chart, unless something else was asked for.
void TrainingPage::showRun()
{
    const bool digits = m_actions->showData->isChecked();
    const bool mistakes = m_actions->showMistakes->isChecked();
    m_dataView->setVisible(digits);
    m_review->setVisible(mistakes);
    m_runSide->setVisible(!digits && !mistakes);
}

QLayout* TrainingPage::sideLayout()
{
    m_startButton = new ActionButton(m_actions->start, m_settings);
    m_startButton->setMinimumHeight(ResultCard::kTallButton);
    m_startButton->setPrimary(true);

    auto* settings = new QVBoxLayout(m_settings);
    settings->setContentsMargins(0, 0, 0, 0);
    settings->setSpacing(theme::kMargin);
    auto* area = new FormArea(m_form, m_settings);
    settings->addWidget(area);
    connect(
        m_form, &TrainingForm::unfolded, area,
        [area](QWidget* part) { area->ensureWidgetVisible(part); },
        Qt::QueuedConnection); // once there is room for it
    settings->addWidget(m_startButton);
    m_goOnButton = new ActionButton(m_actions->goOn, m_settings);
    settings->addWidget(m_goOnButton);
    settings->addStretch();

    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(m_notice);
    m_stage->addWidget(m_settings);
    m_stage->addWidget(m_panel);
    layout->addWidget(m_stage);
    return layout;
}

QLayout* TrainingPage::runLayout()
{
    m_progress->hide();
    m_log = new RunLog(m_actions->showLog, this);

    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_progressText, 1);
    for (QAction* action : {m_actions->saveChart, m_actions->savePoints}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setMinimumSize(theme::kSmallestTarget, theme::kSmallestTarget);
        row->addWidget(button);
    }
    auto* layout = new QVBoxLayout;
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_progress);
    layout->addLayout(row);
    layout->addWidget(m_log);
    return layout;
}

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
            m_isNew ? m_recorder.begin(m_run.request, counts, name) : m_recorder.goOn();
            m_panel->setRun(m_run, deviceTitle(m_run.request.options.device, m_devices));
            const QLocale locale;
            m_log->append({tr("%1 to learn from, %2 to test on; batch size %3, learning rate %4, "
                              "seed %5, on %6")
                               .arg(
                                   learntFromText(counts), locale.toString(qulonglong{counts.test}),
                                   locale.toString(m_run.request.options.batchSize),
                                   locale.toString(m_run.request.options.learningRate),
                                   QString::number(m_run.request.options.seed),
                                   deviceTitle(m_run.request.options.device, m_devices))});
            m_chart->setRun(&m_run);
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
        m_chart->setRun(&m_run);
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
            m_progressText->setText(tr("Paused"));
        }
        showState();
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

void TrainingPage::setEngine(std::shared_ptr<const Engine> engine)
{
    m_training.setEngine(std::move(engine));
    if (m_kept.isThere()) {
        m_training.lookFor(m_kept.file());
    }
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

void TrainingPage::forgetRun()
{
    m_waiting.reset();
    m_kept.remove();
}

void TrainingPage::setEngineFailed(const Error& error)
{
    m_engineState = EngineState::Failed;
    m_notice->setText(describe(error));
    showState();
}

void TrainingPage::stopAndWait()
{
    m_training.stopAndWait();
    m_engineState = EngineState::Failed;
    showState();
}

void TrainingPage::startOrStop()
{
    if (isTraining()) {
        m_stopping = true;
        m_training.stop();
        showState();
    } else if (m_unsaved) {
        askToSave();
    } else if (m_waiting) {
        askToForget();
    } else {
        start();
    }
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
        m_log->clear();
        m_training.startFrom(m_kept.file());
        runBegan();
    }
}

/// The new run takes the place of the last one, and of its model.
void TrainingPage::askToSave()
{
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("The trained model is not saved"),
        tr("Save the model that was trained last? The new run takes its place."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Save) {
            saveModel([this] { start(); });
        } else if (answer == QMessageBox::Discard) {
            m_unsaved = false;
            start();
        }
    });
    question->open();
}

/// It also takes the place of the one that was interrupted.
void TrainingPage::askToForget()
{
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("An interrupted training is kept"),
        tr("Go on with the training that was interrupted? A new run takes its place."),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* on = question->addButton(tr("&Go on with it"), QMessageBox::AcceptRole);
    question->addButton(tr("Start a &new run"), QMessageBox::DestructiveRole);
    connect(
        question, &QMessageBox::buttonClicked, this, [this, question, on](QAbstractButton* answer) {
            if (answer == on) {
                goOn();
            } else if (answer != question->button(QMessageBox::Cancel)) {
                start();
            }
        });
    question->open();
}

void TrainingPage::start()
{
    QSettings settings;
    m_form->save(settings);
    beginRun();
    m_run = {};
    m_run.request = m_form->request();
    m_run.request.checkpointFile = m_kept.file();
    m_outcome = {};
    m_chart->setRun(nullptr);
    m_log->clear();
    m_isNew = true;
    m_training.start(m_run.request);
    runBegan();
}

/// What a run finds, whether it is new or goes on.
void TrainingPage::beginRun()
{
    m_isNew = false;
    m_stopping = false;
    m_paused = false;
    m_keepFailed = false;
    m_reviewed = false;
    m_waiting.reset();
    m_actions->showData->setChecked(false);
    m_actions->showMistakes->setChecked(false);
    m_notice->setText({});
    m_card->slideOut();
    m_progress->setValue(0);
    m_progress->setVisible(true);
    m_progressText->setText(tr("Reading the data…"));
}

void TrainingPage::runBegan()
{
    m_panel->setRun(m_run, deviceTitle(m_run.request.options.device, m_devices));
    showState();
    m_panel->setFocus();
    Q_EMIT trainingChanged();
}

void TrainingPage::showMistakes(bool shown)
{
    if (shown) {
        m_actions->showData->setChecked(false);
        if (!m_reviewed) {
            m_review->setWaiting();
            m_training.review();
        }
    }
    showRun();
}

void TrainingPage::showProgress(const TrainingProgress& progress)
{
    const double epochs = progress.epoch - 1 + double{1} * progress.batch / progress.batches;
    m_progress->setValue(static_cast<int>(ProgressLine::kSteps * epochs / progress.epochs));
    if (!m_paused) {
        m_progressText->setText(progressText(progress));
    }
    if (m_run.request.options.epochs != progress.epochs) { // somebody asked for one more
        m_run.request.options.epochs = progress.epochs;
        m_panel->setEpochs(progress.epochs);
        m_chart->refresh();
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
    m_log->append(lines);
    m_chart->refresh();
    if (!m_actions->saveChart->isEnabled()) {
        showState(); // there is something to save now
    }
}

void TrainingPage::finish(const TrainingOutcome& outcome)
{
    m_recorder.end(outcome);
    runEnded();
    if (outcome.model == nullptr) {
        m_progressText->setText(tr("Stopped before the first batch"));
        m_startButton->setFocus();
        return;
    }
    m_outcome = outcome;
    m_unsaved = true;
    m_modelName = outcome.testAccuracy ? tr("own model, %1").arg(percentText(*outcome.testAccuracy))
                                       : tr("own model");
    m_progress->setValue(outcome.stopped ? m_progress->value() : ProgressLine::kSteps);
    m_progressText->setText((outcome.stopped ? tr("Stopped after %1") : tr("Finished in %1"))
                                .arg(durationText(outcome.seconds)));
    if (outcome.stopped) {
        m_log->append({stopLine(outcome)});
    }
    m_card->setResult(m_run, outcome);
    m_card->slideIn();
    showState();
}

void TrainingPage::fail(const Error& error)
{
    m_recorder.fail(error);
    runEnded();
    const QString text = describe(error);
    m_progressText->setText({});
    m_log->append({text});
    m_notice->setText(text);
    m_startButton->setFocus();
}

void TrainingPage::runEnded()
{
    m_stopping = false;
    m_paused = false;
    showState();
    Q_EMIT trainingChanged();
}

QString TrainingPage::whyNotStart() const
{
    if (m_engineState == EngineState::Loading) {
        return tr("The recognition engine is still being loaded");
    }
    if (m_engineState == EngineState::Failed) {
        return tr("The recognition engine could not be loaded");
    }
    if (m_stopping) {
        return tr("Stopping after this batch");
    }
    return isTraining() ? QString() : m_form->data()->whyNotReady();
}

TrainingActions::GoOn TrainingPage::whatGoesOn() const
{
    using enum TrainingActions::GoOn;
    if (isTraining()) {
        return m_run.counts.digits > 0 ? OneEpoch : No;
    }
    if (m_outcome.canGoOn) {
        return m_outcome.stopped || m_outcome.failure ? Here : OneEpoch;
    }
    return m_waiting ? Here : No;
}

void TrainingPage::showState()
{
    const bool running = isTraining();
    m_actions->show(
        {.loading = m_engineState == EngineState::Loading,
         .whyNot = whyNotStart(),
         .running = running,
         .stopping = m_stopping,
         .paused = m_paused,
         .goOn = whatGoesOn(),
         .hasModel = !running && m_outcome.model != nullptr,
         .hasMistakes = !running && m_outcome.testAccuracy.has_value(),
         .hasPoints = !m_run.losses.empty() || !m_run.epochs.empty()});
    const TrainingRequest request = m_form->request();
    m_dataView->setChoice(request.data, request.options, m_form->data()->whyNotReady());
    m_stage->setCurrentWidget(running ? static_cast<QWidget*>(m_panel) : m_settings);
    m_goOnButton->setVisible(whatGoesOn() != TrainingActions::GoOn::No);
    m_form->setEnabled(!running && !m_card->isOpen());
    m_startButton->setFocusPolicy(m_card->isOpen() ? Qt::NoFocus : Qt::StrongFocus);
}

void TrainingPage::saveModel(const std::function<void()>& then)
{
    const auto saved = [this, model = m_outcome.model, then](const QString& path) {
        if (model == m_outcome.model) { // else another run has ended meanwhile
            m_unsaved = false;
            m_modelName = path;
            if (whatGoesOn() == TrainingActions::GoOn::OneEpoch) {
                m_kept.remove(); // there is nothing in it that the file has not
            }
        }
        Q_EMIT modelSaved(model, path);
        if (then) {
            then();
        }
    };
    m_saver->save(
        tr("Save the model"), QStringLiteral("mnist_model.pth"), tr("Models (*.pth)"),
        [model = m_outcome.model](const QString& path) { return saveModelFile(*model, path); },
        saved);
}

void TrainingPage::saveChart()
{
    m_saver->save(
        tr("Save the chart"), QStringLiteral("training.png"), tr("Pictures (*.png)"),
        [image = m_chart->image()](const QString& path) {
            QByteArray png;
            QBuffer buffer(&png);
            image.save(&buffer, "PNG");
            return saveFile(path, png);
        });
}

void TrainingPage::savePoints()
{
    m_saver->save(
        tr("Save the points"), QStringLiteral("training.csv"), tr("Tables (*.csv)"),
        [run = m_run](const QString& path) { return saveFile(path, toCsv(run)); });
}

} // namespace digitpad
