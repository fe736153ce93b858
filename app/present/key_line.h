// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

class QAction;
class QGraphicsOpacityEffect;

namespace digitpad {

/// What can be done, with its keys, in a quiet line that fades when nobody needs it. Each can be
/// clicked, for those who have a pen and no keyboard.
class KeyLine : public QWidget {
    Q_OBJECT

public:
    explicit KeyLine(const QList<QAction*>& actions, QWidget* parent = nullptr);

    /// Shows it, and for a while from now on.
    void wake();

private:
    void fade();

    QGraphicsOpacityEffect* m_opacity;
    QVariantAnimation m_motion;
    QTimer m_awake;
};

} // namespace digitpad
