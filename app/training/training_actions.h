// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;

namespace digitpad {

/// What can be done on the Training page, with text, icon, shortcut, and whether it can be done
/// now.
class TrainingActions : public QObject {
    Q_OBJECT

public:
    struct State {
        bool loading = false;   ///< the engine is not there yet
        QString whyNot;         ///< why start cannot be done now; empty when it can
        bool running = false;   ///< start is stop then
        bool stopping = false;  ///< it was asked to stop
        bool hasModel = false;  ///< one to use or to save
        bool hasPoints = false; ///< a chart to save
    };

    explicit TrainingActions(QObject* parent);

    void show(const State& state);

    /// In the order of a menu.
    [[nodiscard]] QList<QAction*> all() const;

    QAction* const start; ///< starts, then stops
    QAction* const use;
    QAction* const saveModel;
    QAction* const saveChart;
    QAction* const savePoints;
    QAction* const showLog;  ///< checkable
    QAction* const showData; ///< checkable: what is learnt from, in the chart's place

private:
    QAction* make(const QString& text, const QString& icon, const QKeySequence& shortcut);
};

} // namespace digitpad
