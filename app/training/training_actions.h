// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

#include <cstdint>

class QAction;

namespace digitpad {

/// What can be done on the Training page, with text, icon, shortcut, and whether it can be done
/// now.
class TrainingActions : public QObject {
    Q_OBJECT

public:
    /// What a run can still do.
    enum class GoOn : std::uint8_t {
        No,
        Here,     ///< from where it was stopped
        OneEpoch, ///< beyond its last one
    };

    struct State {
        bool loading = false;  ///< the engine is not there yet
        QString whyNot;        ///< why start cannot be done now; empty when it can
        bool running = false;  ///< start is stop then
        bool stopping = false; ///< it was asked to stop
        bool paused = false;
        GoOn goOn = GoOn::No;
        bool hasModel = false;    ///< one to use or to save
        bool hasMistakes = false; ///< it was tested, and they can be looked at
        bool hasPoints = false;   ///< a chart to save
    };

    explicit TrainingActions(QObject* parent);

    void show(const State& state);

    /// In the order of a menu.
    [[nodiscard]] QList<QAction*> all() const;

    QAction* const start; ///< starts, then stops
    QAction* const pause; ///< and continues
    QAction* const goOn;  ///< goes on, or makes the run an epoch longer
    QAction* const use;
    QAction* const saveModel;
    QAction* const throwAway; ///< the last run
    QAction* const saveChart;
    QAction* const saveSvg; ///< the chart, too
    QAction* const savePoints;
    QAction* const showLog;      ///< checkable
    QAction* const showData;     ///< checkable: what is learnt from, in the chart's place
    QAction* const showMistakes; ///< checkable: what was read wrong, likewise

private:
    static void setText(QAction* action, const QString& text);
    QAction* make(const QString& text, const QString& icon, const QKeySequence& shortcut);
};

} // namespace digitpad
