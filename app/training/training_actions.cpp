// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_actions.h"

#include "app/shell/theme.h"

#include <QAction>
#include <QRegularExpression>

namespace digitpad {

namespace {

constexpr auto kControlShift = Qt::CTRL | Qt::SHIFT;

/// "Save model as…" of "Save &model as…", and 开始训练 of 开始训练(&S).
QString withoutMnemonic(QString text)
{
    static const QRegularExpression kMark(QStringLiteral("\\(&.\\)|&"));
    return text.remove(kMark);
}

QString startText(const TrainingActions::State& state)
{
    if (state.stopping) {
        return TrainingActions::tr("Stopping…");
    }
    if (state.running) {
        return TrainingActions::tr("Stop");
    }
    return state.loading ? TrainingActions::tr("Loading…") : TrainingActions::tr("Start");
}

} // namespace

TrainingActions::TrainingActions(QObject* parent)
    : QObject(parent),
      start(make(tr("&Start training"), QStringLiteral("play"), Qt::CTRL | Qt::Key_R)),
      pause(make(tr("&Pause training"), QStringLiteral("pause"), Qt::CTRL | Qt::SHIFT | Qt::Key_P)),
      goOn(make(tr("One &epoch more"), QStringLiteral("more"), Qt::CTRL | Qt::Key_G)),
      use(make(tr("&Use on the Draw page"), QStringLiteral("check"), Qt::CTRL | Qt::Key_U)),
      saveModel(
          make(tr("Save &model as…"), QStringLiteral("save"), Qt::CTRL | Qt::SHIFT | Qt::Key_M)),
      throwAway(make(
          tr("Throw the run a&way"), QStringLiteral("remove"), kControlShift | Qt::Key_Delete)),
      saveChart(make(tr("Save &chart as PNG…"), QStringLiteral("chart"), Qt::CTRL | Qt::Key_E)),
      saveSvg(
          make(tr("Save chart as S&VG…"), QStringLiteral("chart"), Qt::CTRL | Qt::ALT | Qt::Key_E)),
      savePoints(make(
          tr("Save &points as CSV…"), QStringLiteral("table"), Qt::CTRL | Qt::SHIFT | Qt::Key_E)),
      showLog(make(tr("Show &log"), QStringLiteral("log"), Qt::CTRL | Qt::Key_L)),
      showData(make(tr("Show the &digits"), QStringLiteral("digits"), Qt::CTRL | Qt::Key_D)),
      showMistakes(
          make(tr("Look at the mis&takes"), QStringLiteral("mistakes"), Qt::CTRL | Qt::Key_M))
{
    start->setObjectName(QStringLiteral("trainingStart"));
    use->setObjectName(QStringLiteral("trainingUse"));
    showLog->setCheckable(true);
    showData->setCheckable(true);
    const auto nameData = [this](bool shown) {
        showData->setIconText(shown ? tr("Back to the chart") : tr("Look at them"));
        showData->setIcon(theme::icon(shown ? QStringLiteral("chart") : QStringLiteral("digits")));
    };
    connect(showData, &QAction::toggled, this, nameData);
    nameData(false);
    showMistakes->setCheckable(true);
}

QAction*
TrainingActions::make(const QString& text, const QString& icon, const QKeySequence& shortcut)
{
    auto* action = new QAction(theme::icon(icon), text, this);
    setText(action, text); // for buttons, too; Qt leaves the (L) of 显示日志(&L)
    action->setShortcut(shortcut);
    return action;
}

void TrainingActions::setText(QAction* action, const QString& text)
{
    action->setText(text);
    action->setIconText(withoutMnemonic(text));
}

QList<QAction*> TrainingActions::all() const
{
    return {start,     pause,   goOn,       use,     saveModel, throwAway,
            saveChart, saveSvg, savePoints, showLog, showData,  showMistakes};
}

void TrainingActions::show(const State& state)
{
    start->setText(state.running ? tr("&Stop training") : tr("&Start training"));
    start->setIconText(startText(state));
    start->setIcon(theme::icon(state.running ? QStringLiteral("stop") : QStringLiteral("play")));
    start->setEnabled(state.whyNot.isEmpty());
    setText(pause, state.paused ? tr("&Continue training") : tr("&Pause training"));
    pause->setIcon(theme::icon(state.paused ? QStringLiteral("play") : QStringLiteral("pause")));
    pause->setEnabled(state.running && !state.stopping);
    setText(goOn, state.goOn == GoOn::Here ? tr("&Go on with the run") : tr("One &epoch more"));
    goOn->setEnabled(state.goOn != GoOn::No && !state.stopping);
    showMistakes->setEnabled(state.hasMistakes);
    use->setEnabled(state.hasModel);
    saveModel->setEnabled(state.hasModel);
    throwAway->setEnabled(state.hasModel);
    saveChart->setEnabled(state.hasPoints);
    saveSvg->setEnabled(state.hasPoints);
    savePoints->setEnabled(state.hasPoints);
    showData->setEnabled(!state.running);
    for (QAction* action : all()) {
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(tr("%1 (%2)").arg(withoutMnemonic(action->text()), shortcut));
    }
    if (!state.whyNot.isEmpty()) {
        start->setToolTip(state.whyNot);
    }
    if (state.running) {
        showData->setToolTip(tr("Not while it trains"));
    }
}

} // namespace digitpad
