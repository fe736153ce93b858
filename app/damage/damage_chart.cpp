// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_chart.h"

#include "app/damage/damage_words.h"
#include "app/runs/curve_style.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace digitpad {

namespace {

constexpr qreal kMark = 8;
constexpr qreal kNamesWide = 136;

QString percent(double share, int decimals = 0)
{
    return DamageChart::tr("%1 %").arg(QLocale().toString(100 * share, 'f', decimals));
}

/// The name of a curve beside its end.
struct Name {
    const DamageCurve* curve;
    qreal y;
};

/// None over another, and none below the floor.
void moveApart(std::vector<Name>& names, qreal line, qreal floor)
{
    std::ranges::sort(names, {}, &Name::y);
    for (std::size_t i = 1; i < names.size(); ++i) {
        names[i].y = std::max(names[i].y, names[i - 1].y + line);
    }
    qreal lowest = floor;
    for (Name& name : names | std::views::reverse) {
        name.y = std::min(name.y, lowest);
        lowest = name.y - line;
    }
}

} // namespace

DamageChart::DamageChart(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void DamageChart::setCurves(Damage damage, std::vector<DamageCurve> curves)
{
    m_damage = damage;
    m_curves = std::move(curves);
    describe();
    update();
}

void DamageChart::setAmount(double amount)
{
    m_amount = amount;
    describe();
    update();
}

void DamageChart::setNote(const QString& note)
{
    m_note = note;
    describe();
    update();
}

std::optional<double> DamageChart::shareAt(const DamageCurve& curve, double amount)
{
    const auto& points = curve.points;
    const auto after = std::ranges::lower_bound(points, amount, {}, &QPointF::x);
    if (after == points.end()) {
        return std::nullopt;
    }
    if (after->x() == amount) {
        return after->y();
    }
    if (after == points.begin()) {
        return std::nullopt;
    }
    const QPointF before = *(after - 1);
    const double part = (amount - before.x()) / (after->x() - before.x());
    return std::lerp(before.y(), after->y(), part);
}

QRectF DamageChart::plot() const
{
    const QFontMetricsF metrics(theme::captionFont());
    return QRectF(rect()).adjusted(
        metrics.horizontalAdvance(percent(1)) + theme::kGap, metrics.height() + 4, -kNamesWide,
        -metrics.height() - 6);
}

QPointF DamageChart::at(const QRectF& plot, const QPointF& point) const
{
    const auto [least, most] = rangeOf(m_damage);
    return {
        plot.left() + (point.x() - least) / (most - least) * plot.width(),
        plot.bottom() - point.y() * plot.height()};
}

void DamageChart::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(theme::captionFont());
    const QRectF place = plot();
    if (!m_note.isEmpty()) {
        painter.setFont(theme::bodyFont());
        painter.setPen(theme::quietText(palette()));
        painter.drawText(QRectF(rect()), Qt::AlignCenter | Qt::TextWordWrap, m_note);
        return;
    }
    paintGrid(painter, place);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarker(painter, place);
    for (const DamageCurve& curve : m_curves | std::views::reverse) { // the first lies on top
        paintCurve(painter, place, curve);
    }
    paintNames(painter, place);
}

void DamageChart::paintGrid(QPainter& painter, const QRectF& plot) const
{
    const QFontMetricsF metrics(theme::captionFont());
    QColor faint = theme::hairline(palette());
    faint.setAlphaF(0.6F);
    const int lines = plot.height() > 9 * metrics.height() ? 5 : 2;
    for (int i = 0; i <= lines; ++i) {
        const double share = static_cast<double>(i) / lines;
        const qreal y = std::round(plot.bottom() - share * plot.height()) + 0.5;
        painter.setPen(QPen(faint, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme::quietText(palette()));
        const QString text = percent(share);
        painter.drawText(
            QPointF(
                plot.left() - theme::kGap - metrics.horizontalAdvance(text),
                y + metrics.capHeight() / 2),
            text);
    }
    painter.drawText(QPointF(plot.left(), plot.top() - 4 - metrics.descent()), tr("Read right"));
    for (int point = 0; point < DamageCurves::kAmounts; point += 2) {
        const double amount = DamageCurves::amountAt(m_damage, point);
        const QString text = damageText(m_damage, amount);
        const qreal x = at(plot, {amount, 0}).x() - metrics.horizontalAdvance(text) / 2;
        painter.drawText(QPointF(x, plot.bottom() + 6 + metrics.ascent()), text);
    }
}

void DamageChart::paintMarker(QPainter& painter, const QRectF& plot) const
{
    const QFontMetricsF metrics(theme::captionFont());
    const qreal x = std::round(at(plot, {m_amount, 0}).x()) + 0.5;
    painter.setPen(QPen(palette().color(QPalette::Text), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setPen(palette().color(QPalette::Text));
    const QString text = damageText(m_damage, m_amount);
    const qreal wide = metrics.horizontalAdvance(text);
    // Beside the title where it would lie on it.
    const qreal titleEnd = plot.left() + metrics.horizontalAdvance(tr("Read right")) + theme::kGap;
    const qreal left = std::clamp(x - wide / 2, titleEnd, std::max(titleEnd, plot.right()));
    painter.drawText(QPointF(left, plot.top() - 4 - metrics.descent()), text);
}

void DamageChart::paintCurve(QPainter& painter, const QRectF& plot, const DamageCurve& curve) const
{
    const CurveStyle style(curve.model.number, palette());
    QPolygonF line;
    for (const QPointF& point : curve.points) {
        line << at(plot, point);
    }
    painter.setPen(style.pen(2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    for (const QPointF& point : line) {
        style.drawMark(painter, point, kMark);
    }
}

/// At the end of each line the shape of its points, what it is called, and how many are read right
/// where the slider stands.
void DamageChart::paintNames(QPainter& painter, const QRectF& plot) const
{
    const QFontMetricsF metrics(theme::captionFont());
    std::vector<Name> names;
    for (const DamageCurve& curve : m_curves) {
        if (!curve.points.empty()) {
            names.push_back({&curve, at(plot, curve.points.back()).y()});
        }
    }
    moveApart(names, 2 * metrics.height() + 4, plot.bottom() - metrics.height());
    for (const auto& [curve, y] : names) {
        const qreal left = plot.right() + theme::kMargin;
        CurveStyle(curve->model.number, palette()).drawMark(painter, {left, y}, kMark);
        const qreal wide = width() - left - theme::kGap;
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(
            QPointF(left + theme::kGap, y + metrics.capHeight() / 2),
            metrics.elidedText(curve->model.name, Qt::ElideMiddle, wide));
        if (const auto share = shareAt(*curve, m_amount)) {
            painter.setPen(theme::quietText(palette()));
            painter.drawText(
                QPointF(left + theme::kGap, y + metrics.capHeight() / 2 + metrics.height() + 2),
                tr("here %1").arg(percent(*share, 1)));
        }
    }
}

void DamageChart::describe()
{
    setAccessibleName(tr("Digits read right over: %1").arg(damageTitle(m_damage)));
    QStringList parts;
    for (const DamageCurve& curve : m_curves) {
        QStringList points;
        for (const QPointF& point : curve.points) {
            points << tr("%1: %2", "an amount, a percentage")
                          .arg(damageText(m_damage, point.x()), percent(point.y(), 1));
        }
        if (const auto share = shareAt(curve, m_amount)) {
            points << tr("here, at %1: %2").arg(damageText(m_damage, m_amount), percent(*share, 1));
        }
        parts << curve.model.name + QStringLiteral(" – ") + points.join(QStringLiteral(", "));
    }
    setAccessibleDescription(m_note.isEmpty() ? parts.join(QStringLiteral(". ")) : m_note);
}

} // namespace digitpad
