// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_plan.h"
#include "app/store/sample_record.h"
#include "app/training/kept_run.h"
#include "app/training/run_recorder.h"
#include "app/training/training.h"
#include "app/training/training_actions.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <memory>

class QStackedWidget;

namespace digitpad {

class ActionButton;
class DataView;
class FileSaver;
class Notice;
class ResultCard;
class ReviewView;
class RunPanel;
class RunView;
class Store;
class TrainingForm;

/// Trains a network before the class's eyes: the form at the left, the run as a chart beside it.
class TrainingPage : public QWidget {
    Q_OBJECT

public:
    /// `mnist` is what its download fetches.
    explicit TrainingPage(const DownloadPlan& mnist, QWidget* parent = nullptr);
    ~TrainingPage() override;

    /// Start is possible from here on; before, the page says that it waits.
    void setEngine(std::shared_ptr<const Engine> engine);
    void setEngineFailed(const Error& error);

    /// Every run from here on is kept in it; it must outlive this page.
    void setStore(Store& store);

    /// Teaches a model a hand: trains it on, on own samples and on what it goes over again so that
    /// it does not forget, as a run of this page. Asks first where another model is not saved;
    /// while a run goes on it only says so. `modelName` is what people call it.
    void fineTune(
        const std::shared_ptr<const Model>& model, const QString& modelName,
        const SampleFilter& filter);

    /// What is chosen to learn from, and the recipe; see TrainingForm.
    [[nodiscard]] QJsonObject state() const;
    /// Any part may be missing. Says what is refused; nothing is changed then.
    [[nodiscard]] QString setState(const QJsonObject& state);
    /// What a lesson can ask about: {"running": false, "ended": 2, "epoch": 5, "accuracy": 0.975,
    /// "loss": 0.03, "diverged": false, "recipe": {...}}. "ended" counts since the program began.
    [[nodiscard]] QJsonObject facts() const;

    [[nodiscard]] bool isTraining() const { return m_training.isRunning(); }

    /// Whether the last run's model is only in memory: neither saved nor kept among all runs.
    [[nodiscard]] bool hasUnsavedModel() const { return m_unsaved; }
    /// Asks where to save the last run's model; calls `then` once it is saved.
    void saveModel(const std::function<void()>& then = {});

    /// Whether the run at work can be gone on with when the program is closed now.
    [[nodiscard]] bool isKept() const { return !m_kept.file().isEmpty() && !m_keepFailed; }
    /// What was kept of the last run is not wanted any more.
    void forgetRun();

    /// For closing the program: waits for the batch at work. Nothing can be started afterwards.
    void stopAndWait();

    /// What the menus show as well; QWidget::actions() lists it in their order.
    [[nodiscard]] const TrainingActions& trainingActions() const { return *m_actions; }

Q_SIGNALS:
    /// Somebody wants to draw with what was trained. `run` has it in the store; empty: none has.
    void
    useModel(std::shared_ptr<const digitpad::Model> model, const QString& name, const QString& run);
    void modelSaved(std::shared_ptr<const digitpad::Model> model, const QString& path);
    /// A short note, such as where something was saved.
    void message(const QString& text);
    /// What went wrong while something was saved.
    void warning(const QString& text);
    /// Something was done that can be taken back.
    void undoable(const QString& text, const std::function<void()>& undo);
    /// isTraining() has changed.
    void trainingChanged();
    /// A run of an earlier start can be gone on with by trainingActions().goOn.
    void interruptedRunFound(const QString& text);

private:
    enum class EngineState { Loading, Ready, Failed };

    /// What comes back with a run that was thrown away.
    struct Thrown {
        QString run; ///< among all runs; empty where it was not kept there
        TrainingRun told;
        TrainingOutcome outcome;
        QString modelName;
        bool unsaved = false;
    };

    void connectActions();
    QLayout* sideLayout();
    void connectTraining();

    void startOrStop();
    void pauseOrContinue();
    void goOn();
    void whenFree(const std::function<void()>& begin);
    void startFineTuning(
        const std::shared_ptr<const Model>& model, const QString& modelName,
        const SampleFilter& filter);
    void start(const TrainingRequest& request);
    void beginRun();
    void runBegan();
    [[nodiscard]] TrainingActions::GoOn whatGoesOn() const;
    void findRun(const InterruptedRun& run);
    void showMistakes(bool shown);
    void showRun();
    void showProgress(const TrainingProgress& progress);
    void addEvents(const std::vector<TrainingEvent>& events);
    void finish(const TrainingOutcome& outcome);
    void fail(const Error& error);
    void runEnded();
    // In training_page_model.cpp.
    void showOutcome(const TrainingOutcome& outcome);
    void showNetwork();
    void throwAway();
    void takeBack(const Thrown& thrown);
    [[nodiscard]] QString whyNotStart() const;
    void showState();

    KeptRun m_kept;
    RunRecorder m_recorder;
    Store* m_store = nullptr;
    Training m_training;
    std::vector<Device> m_devices;
    TrainingRun m_run;
    TrainingOutcome m_outcome; ///< of the last run that gave a model
    QString m_modelName;
    bool m_unsaved = false; ///< the outcome's model
    EngineState m_engineState = EngineState::Loading;
    int m_ended = 0; ///< runs since the program began
    bool m_stopping = false;
    bool m_paused = false;
    bool m_keepFailed = false;               ///< the run at work could not be kept
    std::optional<InterruptedRun> m_waiting; ///< of an earlier start, until one begins here
    bool m_diverged = false;                 ///< the last run
    bool m_reviewed = false;                 ///< the outcome's mistakes are known

    TrainingActions* m_actions;
    FileSaver* m_saver;
    QWidget* m_side;
    TrainingForm* m_form;
    Notice* m_notice;
    ActionButton* m_startButton = nullptr;
    ActionButton* m_goOnButton = nullptr;
    QStackedWidget* m_stage; ///< one of the next two
    QWidget* m_settings;     ///< the form and what starts a run
    RunPanel* m_panel;       ///< in its place while one goes on
    ResultCard* m_card;
    RunView* m_runView;
    DataView* m_dataView; ///< in its place, when asked for
    ReviewView* m_review; ///< likewise
};

} // namespace digitpad
