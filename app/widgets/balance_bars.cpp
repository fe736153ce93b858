// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/balance_bars.h"

#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QToolTip>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kWide = 72;      // pixels; a bar with its gap, as a glyph of GlyphPages
constexpr int kBarHeight = 40; // of the longest

} // namespace

BalanceBars::BalanceBars(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("How many there are of each digit"));
    describe();
}

void BalanceBars::setCounts(const Counts& counts)
{
    m_counts = counts;
    describe();
    update();
}

void BalanceBars::choose(std::optional<int> digit)
{
    if (digit != m_chosen) {
        m_chosen = digit;
        describe();
        update();
        Q_EMIT chosenChanged();
    }
}

QSize BalanceBars::sizeHint() const
{
    const int line = QFontMetrics(theme::captionFont()).height();
    return {kDigits * kWide, kBarHeight + 2 * line + theme::kGap};
}

QRectF BalanceBars::columnOf(int digit) const
{
    const qreal wide = std::min<qreal>(kWide, static_cast<qreal>(width()) / kDigits);
    return {digit * wide, 0, wide, static_cast<qreal>(height())};
}

std::optional<int> BalanceBars::digitAt(const QPointF& point) const
{
    for (int digit = 0; digit < kDigits; ++digit) {
        if (columnOf(digit).contains(point)) {
            return digit;
        }
    }
    return std::nullopt;
}

QString BalanceBars::textOf(int digit) const
{
    const QLocale locale;
    const auto count = static_cast<qulonglong>(m_counts[static_cast<std::size_t>(digit)]);
    return tr("%1: %2", "a digit, how many").arg(locale.toString(digit), locale.toString(count));
}

void BalanceBars::describe()
{
    QStringList all;
    for (int digit = 0; digit < kDigits; ++digit) {
        all << textOf(digit);
    }
    const QString shown =
        m_chosen ? tr("Shown: %1").arg(QLocale().toString(*m_chosen)) : tr("Shown: all");
    setAccessibleDescription(shown + QStringLiteral(". ") + all.join(QStringLiteral(", ")));
}

void BalanceBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::captionFont());
    const QLocale locale;
    const auto most = static_cast<qreal>(std::max<std::size_t>(std::ranges::max(m_counts), 1));
    const qreal line = painter.fontMetrics().height();
    for (int digit = 0; digit < kDigits; ++digit) {
        const auto count = m_counts[static_cast<std::size_t>(digit)];
        const QRectF column = columnOf(digit).adjusted(0, 0, -theme::kMargin, 0);
        const bool isChosen = m_chosen == digit;
        const qreal tall = kBarHeight * static_cast<qreal>(count) / most;
        const qreal floor = column.bottom() - line - theme::kGap / 2.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChosen ? palette().highlight() : QBrush(theme::hairline(palette())));
        painter.drawRoundedRect(
            QRectF(
                column.left(), floor - std::max<qreal>(tall, 1), column.width(),
                std::max<qreal>(tall, 1)),
            2, 2);
        painter.setPen(theme::quietText(palette()));
        painter.drawText(
            QRectF(
                column.left() - theme::kGap, floor - tall - line, column.width() + theme::kMargin,
                line),
            Qt::AlignCenter, locale.toString(static_cast<qulonglong>(count)));
        painter.setPen(palette().color(isChosen ? QPalette::Highlight : QPalette::WindowText));
        painter.drawText(
            QRectF(column.left(), column.bottom() - line, column.width(), line), Qt::AlignCenter,
            locale.toString(digit));
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = (m_chosen ? columnOf(*m_chosen) : QRectF(rect())).toAlignedRect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void BalanceBars::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> digit = digitAt(event->position());
    choose(digit == m_chosen ? std::nullopt : digit);
}

void BalanceBars::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(m_chosen ? std::max(*m_chosen - 1, 0) : kDigits - 1);
        break;
    case Qt::Key_Right:
        choose(m_chosen ? std::min(*m_chosen + 1, kDigits - 1) : 0);
        break;
    case Qt::Key_Space:
    case Qt::Key_Home:
        choose(std::nullopt);
        break;
    default:
        if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
            choose(event->key() - Qt::Key_0);
        } else {
            QWidget::keyPressEvent(event);
        }
    }
}

void BalanceBars::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void BalanceBars::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool BalanceBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<int> digit = digitAt(help->pos());
        if (digit) {
            const QString what =
                digit == m_chosen ? tr("Click to see all of them") : tr("Click to see these only");
            QToolTip::showText(help->globalPos(), textOf(*digit) + QLatin1Char('\n') + what, this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace digitpad
