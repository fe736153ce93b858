// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review/confusion_matrix.h"

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
#include <numeric>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kAny = MistakeFilter::kAny;
constexpr double kShareColumns = 1.8; // of cells: where the part read right stands

std::int64_t rowSum(const ConfusionMatrix::Counts& counts, int label)
{
    const auto& row = counts.at(static_cast<std::size_t>(label));
    return std::accumulate(row.begin(), row.end(), std::int64_t{0});
}

std::int64_t countAt(const ConfusionMatrix::Counts& counts, int label, int read)
{
    return counts.at(static_cast<std::size_t>(label)).at(static_cast<std::size_t>(read));
}

QColor tinted(const QPalette& palette, QPalette::ColorRole role, double strength)
{
    QColor colour = palette.color(role);
    colour.setAlphaF(static_cast<float>(strength));
    return colour;
}

} // namespace

ConfusionMatrix::ConfusionMatrix(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("What digits were read as"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

void ConfusionMatrix::setCounts(const Counts& counts)
{
    m_counts = counts;
    choose({});
    update();
}

void ConfusionMatrix::choose(const MistakeFilter& filter)
{
    setAccessibleDescription(describe(filter));
    if (filter == m_chosen) {
        return;
    }
    m_chosen = filter;
    update();
    Q_EMIT chosenChanged(filter);
}

QSize ConfusionMatrix::sizeHint() const
{
    return {430, 370};
}

QSize ConfusionMatrix::minimumSizeHint() const
{
    return {300, 270};
}

/// The side of a cell: the heads take one row and one column besides.
double ConfusionMatrix::cell() const
{
    return std::floor(
        std::min(width() / (kDigits + 1 + kShareColumns), height() / (kDigits + 1.0)));
}

QRectF ConfusionMatrix::place(const MistakeFilter& filter) const
{
    const double side = cell();
    return {(filter.read + 1) * side, (filter.label + 1) * side, side, side};
}

MistakeFilter ConfusionMatrix::at(const QPointF& place) const
{
    const int row = static_cast<int>(std::floor(place.y() / cell())) - 1;
    const int column = static_cast<int>(std::floor(place.x() / cell())) - 1;
    return {
        .label = row >= 0 && row < kDigits ? row : kAny,
        .read = column >= 0 && column < kDigits ? column : kAny};
}

QString ConfusionMatrix::describe(const MistakeFilter& filter) const
{
    const QLocale locale;
    if (filter.label == kAny && filter.read == kAny) {
        return {};
    }
    if (filter.label == kAny) {
        return tr("Read as %1").arg(locale.toString(filter.read));
    }
    if (filter.read == kAny) {
        return tr("All that are %1").arg(locale.toString(filter.label));
    }
    return tr("%1 read as %2: %3")
        .arg(
            locale.toString(filter.label), locale.toString(filter.read),
            locale.toString(qlonglong{countAt(m_counts, filter.label, filter.read)}));
}

bool ConfusionMatrix::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = describe(at(help->pos()));
        text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void ConfusionMatrix::mousePressEvent(QMouseEvent* event)
{
    const MistakeFilter pressed = at(event->position());
    choose(pressed == m_chosen ? MistakeFilter{} : pressed);
}

void ConfusionMatrix::keyPressEvent(QKeyEvent* event)
{
    const auto moved = [](int from, int by) { return std::clamp(from + by, kAny, kDigits - 1); };
    MistakeFilter next = m_chosen;
    switch (event->key()) {
    case Qt::Key_Up:
        next.label = moved(next.label, -1);
        break;
    case Qt::Key_Down:
        next.label = moved(next.label, 1);
        break;
    case Qt::Key_Left:
        next.read = moved(next.read, -1);
        break;
    case Qt::Key_Right:
        next.read = moved(next.read, 1);
        break;
    case Qt::Key_Escape:
        if (m_chosen != MistakeFilter{}) {
            next = {};
            break;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    choose(next);
}

void ConfusionMatrix::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = theme::captionFont();
    font.setPixelSize(std::min(
        QFontInfo(theme::captionFont()).pixelSize(), std::max(6, static_cast<int>(cell() * 0.42))));
    painter.setFont(font);
    paintCells(painter);
    paintHeads(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    if (m_chosen.label != kAny || m_chosen.read != kAny) {
        QRectF chosen = place(m_chosen);
        if (m_chosen.label == kAny) {
            chosen.setBottom(place({kDigits - 1, 0}).bottom());
        } else if (m_chosen.read == kAny) {
            chosen.setRight(place({0, kDigits - 1}).right());
        }
        painter.drawRoundedRect(chosen.adjusted(1, 1, -1, -1), 3, 3);
    } else if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(place({kAny, kAny}).adjusted(3, 3, -3, -3), 3, 3);
    }
}

/// What was read right is grey, mistakes take the accent, the more the stronger.
void ConfusionMatrix::paintCells(QPainter& painter) const
{
    std::int64_t mostWrong = 1;
    for (int label = 0; label < kDigits; ++label) {
        for (int read = 0; read < kDigits; ++read) {
            mostWrong = std::max(mostWrong, label == read ? 0 : countAt(m_counts, label, read));
        }
    }
    for (int label = 0; label < kDigits; ++label) {
        for (int read = 0; read < kDigits; ++read) {
            const std::int64_t count = countAt(m_counts, label, read);
            const QRectF box = place({label, read}).adjusted(0.5, 0.5, -0.5, -0.5);
            const double share =
                std::sqrt(static_cast<double>(count) / static_cast<double>(mostWrong));
            painter.setPen(Qt::NoPen);
            painter.setBrush(
                label == read ? tinted(palette(), QPalette::Text, 0.1)
                : count > 0   ? tinted(palette(), QPalette::Highlight, 0.12 + 0.5 * share)
                              : tinted(palette(), QPalette::Text, 0.025));
            painter.drawRoundedRect(box, 2, 2);
            if (count > 0) {
                painter.setPen(
                    label == read ? theme::quietText(palette()) : palette().color(QPalette::Text));
                painter.drawText(
                    box, Qt::AlignCenter, QString::number(count)); // no room for groups
            }
        }
    }
}

void ConfusionMatrix::paintHeads(QPainter& painter) const
{
    const QLocale locale;
    QFont bold = painter.font();
    bold.setWeight(QFont::DemiBold);
    for (int digit = 0; digit < kDigits; ++digit) {
        painter.setFont(bold);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(place({digit, kAny}), Qt::AlignCenter, locale.toString(digit));
        painter.drawText(place({kAny, digit}), Qt::AlignCenter, locale.toString(digit));
        const std::int64_t all = rowSum(m_counts, digit);
        if (all > 0) {
            QRectF end = place({digit, kDigits});
            end.setWidth(kShareColumns * cell());
            const auto right = static_cast<double>(countAt(m_counts, digit, digit));
            QFont plain = bold;
            plain.setWeight(QFont::Normal);
            painter.setFont(plain);
            painter.setPen(theme::quietText(palette()));
            painter.drawText(
                end, Qt::AlignRight | Qt::AlignVCenter,
                tr("%1 %").arg(locale.toString(100 * right / static_cast<double>(all), 'f', 1)));
        }
    }
}

} // namespace digitpad
