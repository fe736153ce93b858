// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_page.h"

#include "app/error_text.h"
#include "app/model_file.h"
#include "app/review/review_view.h"
#include "app/shell/theme.h"
#include "app/training/data_fields.h"
#include "app/training/data_view.h"
#include "app/training/file_saver.h"
#include "app/training/form_area.h"
#include "app/training/notice.h"
#include "app/training/result_card.h"
#include "app/training/run_panel.h"
#include "app/training/run_view.h"
#include "app/training/training_actions.h"
#include "app/training/training_form.h"
#include "app/widgets/action_button.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>

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
          m_actions->use,
          {m_actions->showMistakes, m_actions->saveModel, m_actions->goOn, m_actions->throwAway},
          m_side)),
      m_runView(new RunView(*m_actions, *m_saver, this)),
      m_dataView(new DataView(m_actions->showData, this)),
      m_review(new ReviewView(m_actions->showMistakes, this))
{
    connectActions();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGroup);
    m_side->setLayout(sideLayout());
    layout->addWidget(m_side);
    layout->addWidget(m_runView, 1);
    layout->addWidget(m_dataView, 1);
    layout->addWidget(m_review, 1);
    m_runView->setObjectName(QStringLiteral("trainingChart"));
    m_dataView->hide();
    m_review->hide();
    connect(m_card, &ResultCard::closed, this, [this] {
        showState();
        m_startButton->setFocus();
    });

    connect(m_saver, &FileSaver::message, this, &TrainingPage::message);
    connect(m_saver, &FileSaver::warning, this, &TrainingPage::warning);
    connect(m_form, &TrainingForm::changed, this, &TrainingPage::showState);
    connect(&m_recorder, &RunRecorder::networkChanged, this, &TrainingPage::showNetwork);
    connect(&m_recorder, &RunRecorder::failed, this, [this](const Error& error) {
        Q_EMIT warning(describe(error));
    });
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
        Q_EMIT useModel(m_outcome.model, m_modelName, m_recorder.kept());
    });
    connect(m_actions->saveModel, &QAction::triggered, this, [this] { saveModel(); });
    connect(m_actions->throwAway, &QAction::triggered, this, &TrainingPage::throwAway);
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
}

/// Of what stands beside the form: the chart, unless something else was asked for.
void TrainingPage::showRun()
{
    const bool digits = m_actions->showData->isChecked();
    const bool mistakes = m_actions->showMistakes->isChecked();
    m_dataView->setVisible(digits);
    m_review->setVisible(mistakes);
    m_runView->setVisible(!digits && !mistakes);
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

void TrainingPage::setEngine(std::shared_ptr<const Engine> engine)
{
    m_training.setEngine(std::move(engine));
    if (m_kept.isThere()) {
        m_training.lookFor(m_kept.file());
    }
}

void TrainingPage::forgetRun()
{
    m_waiting.reset();
    m_kept.remove();
}

QJsonObject TrainingPage::state() const
{
    return m_form->state();
}

QString TrainingPage::setState(const QJsonObject& state)
{
    if (state.isEmpty()) {
        return {};
    }
    if (isTraining()) {
        return tr("Training is still running: stop it first.");
    }
    if (m_card->isOpen()) {
        m_card->slideOut();
    }
    const QString problem = m_form->setState(state);
    showState();
    return problem;
}

QJsonObject TrainingPage::facts() const
{
    QJsonObject facts = m_form->state();
    facts[QStringLiteral("running")] = isTraining();
    // Not while its network is still being kept: until then a new run asks what becomes of it.
    const bool isBeingKept = m_unsaved && m_recorder.network() == RunRecorder::Network::None;
    facts[QStringLiteral("ended")] = isBeingKept ? m_ended - 1 : m_ended;
    facts[QStringLiteral("diverged")] = m_diverged;
    facts[QStringLiteral("epoch")] = static_cast<int>(m_run.epochs.size());
    if (!m_run.losses.empty()) {
        facts[QStringLiteral("loss")] = m_run.losses.back().loss;
    }
    if (m_outcome.testAccuracy) {
        facts[QStringLiteral("accuracy")] = *m_outcome.testAccuracy;
    }
    return facts;
}

void TrainingPage::setStore(Store& store)
{
    m_store = &store;
    m_recorder.setStore(store);
    m_form->data()->setStore(store);
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
    if (!shown && m_card->isOpen()) {
        m_card->setFocus(); // so that Esc closes it
    }
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

} // namespace digitpad
