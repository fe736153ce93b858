// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/damage/damage_curves.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace digitpad {

/// How well several models read as a damage grows: a line each with its name at its end, and a line
/// down where the slider stands.
class DamageChart : public QWidget {
    Q_OBJECT

public:
    explicit DamageChart(QWidget* parent = nullptr);

    void setCurves(Damage damage, std::vector<DamageCurve> curves);
    /// Where the slider stands.
    void setAmount(double amount);
    /// Why there are no curves, and what to do; shown in their place.
    void setNote(const QString& note);
    [[nodiscard]] const QString& note() const { return m_note; }

    /// How many a model reads right there, between its points as on the line; nothing beyond them.
    [[nodiscard]] static std::optional<double> shareAt(const DamageCurve& curve, double amount);

    [[nodiscard]] QSize sizeHint() const override { return {480, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QPointF at(const QRectF& plot, const QPointF& point) const;
    void paintGrid(QPainter& painter, const QRectF& plot) const;
    void paintMarker(QPainter& painter, const QRectF& plot) const;
    void paintCurve(QPainter& painter, const QRectF& plot, const DamageCurve& curve) const;
    void paintNames(QPainter& painter, const QRectF& plot) const;
    void describe();

    Damage m_damage = Damage::Rotation;
    double m_amount = 0;
    std::vector<DamageCurve> m_curves;
    QString m_note;
};

} // namespace digitpad
