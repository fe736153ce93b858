// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a run once it has ended: its network is kept, saved, or thrown away.

#include "app/model_file.h"
#include "app/training/file_saver.h"
#include "app/training/result_card.h"
#include "app/training/run_view.h"
#include "app/training/run_words.h"
#include "app/training/training_page.h"

#include <QAction>
#include <QPointer>

#include <utility>

namespace digitpad {

void TrainingPage::showOutcome(const TrainingOutcome& outcome)
{
    m_outcome = outcome;
    m_unsaved = true;
    if (!outcome.stopped) {
        m_runView->setProgress(1);
    }
    m_runView->setText((outcome.stopped ? tr("Stopped after %1") : tr("Finished in %1"))
                           .arg(durationText(outcome.seconds)));
    m_card->setResult(m_run, outcome);
    m_card->slideIn();
    showNetwork();
    showState();
}

/// Where the network of the last run is, as soon as that is known.
void TrainingPage::showNetwork()
{
    using enum RunRecorder::Network;
    const auto network = m_recorder.network();
    if (network == Kept && m_outcome.model != nullptr) {
        if (std::exchange(m_unsaved, false)) {
            m_modelName = m_recorder.name();
        }
        if (whatGoesOn() == TrainingActions::GoOn::OneEpoch) {
            m_kept.remove(); // there is nothing in it that is not kept
        }
    }
    m_card->setNetwork(network == Lost && !m_unsaved ? None : network, m_recorder.name());
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
            showNetwork();
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

void TrainingPage::throwAway()
{
    const Thrown thrown{
        .run = m_recorder.remove(),
        .told = std::exchange(m_run, {}),
        .outcome = std::exchange(m_outcome, {}),
        .modelName = m_modelName,
        .unsaved = std::exchange(m_unsaved, false)};
    m_reviewed = false;
    m_kept.setAside();
    m_actions->showMistakes->setChecked(false);
    m_runView->setRun(nullptr);
    m_runView->setText({});
    m_runView->log({tr("The run was thrown away.")});
    m_card->slideOut();
    showState();
    Q_EMIT undoable(tr("The run is thrown away"), [page = QPointer(this), thrown] {
        if (page) {
            page->takeBack(thrown);
        }
    });
}

void TrainingPage::takeBack(const Thrown& thrown)
{
    if (!thrown.run.isEmpty()) {
        m_recorder.restore(thrown.run);
    }
    if (isTraining() || m_outcome.model != nullptr) {
        if (thrown.run.isEmpty()) {
            Q_EMIT warning(tr("Another run has taken its place: it cannot come back."));
        }
        return;
    }
    m_kept.takeBack();
    m_run = thrown.told;
    m_modelName = thrown.modelName;
    m_runView->setRun(&m_run);
    m_runView->log({tr("The run is back.")});
    showOutcome(thrown.outcome);
    m_unsaved = thrown.unsaved;
    if (m_unsaved) {
        m_card->setNetwork(RunRecorder::Network::Lost);
    }
}

} // namespace digitpad
