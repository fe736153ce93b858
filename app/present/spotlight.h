// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace digitpad {

/// Dims all of its parent but a circle around the pointer, be it mouse, pen or finger. It lets
/// every event through.
class Spotlight : public QWidget {
    Q_OBJECT

public:
    /// Off.
    explicit Spotlight(QWidget* parent);

    void setOn(bool on);
    /// The middle of the circle.
    [[nodiscard]] QPointF centre() const { return m_centre; }
    [[nodiscard]] qreal radius() const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void moveTo(const QPointF& global);
    [[nodiscard]] QRect lit() const;

    QPointF m_centre;
};

} // namespace digitpad
