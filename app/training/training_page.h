// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training.h"

#include <QThreadPool>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;

namespace digitpad {

class ActionButton;
class LossChart;
class ProgressLine;
class ResultCard;
class RunLog;
class TrainingForm;

/// Trains a network before the class's eyes: the form at the left, the run as a chart beside it.
class TrainingPage : public QWidget {
    Q_OBJECT

public:
    explicit TrainingPage(QWidget* parent = nullptr);
    ~TrainingPage() override;

    /// Start is possible from here on; before, the page says that it waits.
    void setEngine(std::shared_ptr<const Engine> engine);
    void setEngineFailed(const Error& error);

    [[nodiscard]] bool isTraining() const { return m_training.isRunning(); }

    /// For closing the program: waits for the batch at work. Nothing can be started afterwards.
    void stopAndWait();

    // For the menus, with their texts, icons and shortcuts; QWidget::actions() has them all.
    [[nodiscard]] QAction* startAction() const { return m_start; } ///< starts, then stops
    [[nodiscard]] QAction* useAction() const { return m_use; }
    [[nodiscard]] QAction* saveModelAction() const { return m_saveModel; }
    [[nodiscard]] QAction* saveChartAction() const { return m_saveChart; }
    [[nodiscard]] QAction* savePointsAction() const { return m_savePoints; }
    [[nodiscard]] QAction* showLogAction() const { return m_showLog; } ///< checkable

Q_SIGNALS:
    /// Somebody wants to draw with what was trained.
    void useModel(std::shared_ptr<const digitpad::Model> model, const QString& name);
    /// A short note, such as where something was saved.
    void message(const QString& text);
    /// isTraining() has changed.
    void trainingChanged();

private:
    enum class EngineState { Loading, Ready, Failed };

    QAction* makeAction(const QString& text, const char* icon, const QKeySequence& shortcut);
    void makeActions();
    QLayout* sideLayout();
    QLayout* runLayout();
    void connectTraining();

    void startOrStop();
    void start();
    void showProgress(const TrainingProgress& progress);
    void addEvents(const std::vector<TrainingEvent>& events);
    void finish(const TrainingOutcome& outcome);
    void fail(const Error& error);
    void runEnded();
    void showNotice(const QString& text);
    void updateActions();

    void saveModel();
    void saveChart();
    void savePoints();
    void chooseFile(
        const QString& title, const QString& name, const QString& filter,
        std::function<void(const QString& path)> save);
    void saveInBackground(const QString& path, std::function<Result<void>()> save);

    QThreadPool m_saving; ///< writes files; the destructor waits for them
    Training m_training;
    TrainingRun m_run;
    TrainingOutcome m_outcome; ///< of the last run that gave a model
    QString m_modelName;
    EngineState m_engineState = EngineState::Loading;
    bool m_stopping = false;
    bool m_hasRun = false;

    QAction* m_start = nullptr;
    QAction* m_use = nullptr;
    QAction* m_saveModel = nullptr;
    QAction* m_saveChart = nullptr;
    QAction* m_savePoints = nullptr;
    QAction* m_showLog = nullptr;

    QWidget* m_side;
    TrainingForm* m_form;
    QLabel* m_notice;
    ActionButton* m_startButton = nullptr;
    ResultCard* m_card = nullptr;
    LossChart* m_chart;
    ProgressLine* m_progress;
    QLabel* m_progressText;
    RunLog* m_log = nullptr;
};

} // namespace digitpad
