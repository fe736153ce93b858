// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/unit_grid.h"

#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr qreal kGapInGrid = 3;
constexpr qreal kLargestCell = 64;

QColor mixed(const QColor& from, const QColor& to, float part)
{
    return QColor::fromRgbF(
        std::lerp(from.redF(), to.redF(), part), std::lerp(from.greenF(), to.greenF(), part),
        std::lerp(from.blueF(), to.blueF(), part));
}

} // namespace

UnitGrid::UnitGrid(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Units of the layer"));
    describe();
}

void UnitGrid::setUnits(int count, const QStringList& labels)
{
    m_factors.assign(static_cast<std::size_t>(count), 1);
    m_labels = labels;
    m_values.clear();
    m_chosen = 0;
    describe();
    update();
}

void UnitGrid::setFactors(const std::vector<double>& factors)
{
    if (factors.size() == m_factors.size() && factors != m_factors) {
        m_factors = factors;
        describe();
        update();
    }
}

void UnitGrid::setValues(const std::vector<float>& values)
{
    if (values.empty() || values.size() == m_factors.size()) {
        m_values = values;
        describe();
        update();
    }
}

std::optional<int> UnitGrid::chosen() const
{
    return m_factors.empty() ? std::nullopt : std::optional(m_chosen);
}

void UnitGrid::choose(int unit)
{
    if (unit != m_chosen && unit >= 0 && unit < count()) {
        m_chosen = unit;
        describe();
        update();
        Q_EMIT chosenChanged();
    }
}

/// As many columns as make the cells as large as can be, in as few rows.
UnitGrid::Raster UnitGrid::raster() const
{
    Raster best;
    for (int columns = 1; columns <= count(); ++columns) {
        const int rows = (count() - 1) / columns + 1;
        const qreal side = std::min(
            {kLargestCell, (width() - 2) / static_cast<qreal>(columns),
             (height() - 2) / static_cast<qreal>(rows)});
        if (side > best.side || (side == best.side && rows < best.rows)) {
            best = {.columns = columns, .rows = rows, .side = side};
        }
    }
    return best;
}

QRectF UnitGrid::place(int unit, const Raster& raster)
{
    const auto [columns, rows, side] = raster;
    const qreal gap = std::min(kGapInGrid, side / 6);
    const int row = unit / columns;
    const int column = unit % columns;
    return {1 + column * side, 1 + row * side, side - gap, side - gap};
}

std::optional<int> UnitGrid::unitAt(const QPointF& point) const
{
    const auto [columns, rows, side] = raster();
    if (side <= 0 || point.x() < 0 || point.y() < 0 || point.x() >= columns * side) {
        return std::nullopt;
    }
    const int unit =
        static_cast<int>(point.y() / side) * columns + static_cast<int>(point.x() / side);
    return unit < count() ? std::optional(unit) : std::nullopt;
}

QString UnitGrid::textOf(int unit) const
{
    const auto index = static_cast<std::size_t>(unit);
    const QLocale locale;
    const QString name = m_labels.isEmpty() ? tr("Unit %1").arg(locale.toString(unit + 1))
                                            : tr("Output “%1”").arg(m_labels[unit]);
    const double factor = m_factors[index];
    QString text = factor == 0   ? tr("%1: off").arg(name)
                   : factor == 1 ? tr("%1: on").arg(name)
                                 : tr("%1: × %2").arg(name, locale.toString(factor, 'f', 2));
    if (!m_values.empty()) {
        text +=
            QStringLiteral(" · ") + tr("gives %1").arg(locale.toString(m_values[index], 'f', 2));
    }
    return text;
}

void UnitGrid::describe()
{
    const auto off = std::ranges::count(m_factors, 0.0);
    const QLocale locale;
    setAccessibleDescription(
        m_factors.empty()
            ? QString()
            : textOf(m_chosen) + QStringLiteral(". ") +
                  tr("%1 of %2 are off.").arg(locale.toString(off), locale.toString(count())));
}

void UnitGrid::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const float most = m_values.empty() ? 0 : std::max(0.0F, std::ranges::max(m_values));
    const Raster cells = raster();
    for (int unit = 0; unit < count(); ++unit) {
        paintUnit(painter, unit, place(unit, cells), most);
    }
}

void UnitGrid::paintUnit(QPainter& painter, int unit, const QRectF& cell, float most) const
{
    const auto index = static_cast<std::size_t>(unit);
    const double factor = m_factors[index];
    const bool isOff = factor == 0;
    const float active = most > 0 && !isOff ? std::max(0.0F, m_values[index]) / most : 0;
    painter.setPen(QPen(theme::hairline(palette()), 1));
    painter.setBrush(
        mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), active));
    painter.drawRoundedRect(cell, 3, 3);
    // The cross and the stroke below are told by their shapes, and seen on any brightness.
    const qreal inset = cell.width() * 0.28;
    const QRectF inner = cell.adjusted(inset, inset, -inset, -inset);
    const QColor sign =
        active > 0.5F ? palette().color(QPalette::Base) : theme::quietText(palette());
    painter.setPen(QPen(sign, 1.75, Qt::SolidLine, Qt::RoundCap));
    if (isOff) {
        painter.drawLine(inner.topLeft(), inner.bottomRight());
        painter.drawLine(inner.topRight(), inner.bottomLeft());
    } else if (!m_labels.isEmpty()) {
        painter.setFont(theme::captionFont());
        painter.drawText(cell, Qt::AlignCenter, m_labels[unit]);
    }
    if (!isOff && factor != 1) {
        painter.drawLine(
            QPointF(inner.left(), cell.bottom() - 3), QPointF(inner.right(), cell.bottom() - 3));
    }
    if (unit == m_chosen) {
        const bool isBold = hasFocus();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), isBold ? 2.5 : 1.5));
        painter.drawRoundedRect(cell, 3, 3);
    }
}

void UnitGrid::mousePressEvent(QMouseEvent* event)
{
    const auto unit = unitAt(event->position());
    if (unit && event->button() == Qt::LeftButton) {
        m_dragSwitchesOn = m_factors[static_cast<std::size_t>(*unit)] == 0;
        choose(*unit);
        Q_EMIT switched(*unit, m_dragSwitchesOn);
    }
}

void UnitGrid::mouseMoveEvent(QMouseEvent* event)
{
    const auto unit = unitAt(event->position());
    if (unit && (event->buttons() & Qt::LeftButton) != 0 &&
        (m_factors[static_cast<std::size_t>(*unit)] == 0) == m_dragSwitchesOn) {
        choose(*unit);
        Q_EMIT switched(*unit, m_dragSwitchesOn);
    }
}

void UnitGrid::keyPressEvent(QKeyEvent* event)
{
    const int columns = raster().columns;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen - 1);
        break;
    case Qt::Key_Right:
        choose(m_chosen + 1);
        break;
    case Qt::Key_Up:
        choose(m_chosen - columns);
        break;
    case Qt::Key_Down:
        choose(m_chosen + columns);
        break;
    case Qt::Key_Home:
        choose(0);
        break;
    case Qt::Key_End:
        choose(count() - 1);
        break;
    case Qt::Key_Space:
        if (const auto unit = chosen()) {
            Q_EMIT switched(*unit, m_factors[static_cast<std::size_t>(*unit)] == 0);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void UnitGrid::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void UnitGrid::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool UnitGrid::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto unit = unitAt(help->pos())) {
            QToolTip::showText(
                help->globalPos(), textOf(*unit), this, place(*unit).toAlignedRect());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace digitpad
