// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace digitpad {

/// A ring around the control that a lesson speaks of. It lies over the whole window and takes no
/// events.
class PointingRing : public QWidget {
    Q_OBJECT

public:
    explicit PointingRing(QWidget* window);

    /// Null points at nothing.
    void pointAt(QWidget* target);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    QPointer<QWidget> m_target;
};

} // namespace digitpad
