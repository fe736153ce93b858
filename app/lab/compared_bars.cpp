// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/compared_bars.h"

#include "app/shell/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr int kRows = 10;
constexpr int kRow = 24;
constexpr int kTallestRow = 32;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ComparedBars::ComparedBars(
    const QString& title, std::function<QString(double)> words, QWidget* parent)
    : QWidget(parent), m_title(title), m_words(std::move(words))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(title);
    describe();
}

void ComparedBars::setShares(
    const std::optional<Shares>& before, const std::optional<Shares>& after)
{
    m_before = before;
    m_after = after;
    describe();
    update();
}

QSize ComparedBars::sizeHint() const
{
    return {280, kRows * kRow + QFontMetrics(theme::captionFont()).height() + theme::kGap};
}

QSize ComparedBars::minimumSizeHint() const
{
    const int line = QFontMetrics(theme::captionFont()).height();
    return {200, (kRows + 1) * line};
}

void ComparedBars::describe()
{
    QStringList parts;
    const QLocale locale;
    for (std::size_t digit = 0; digit < kRows && m_before && m_after; ++digit) {
        parts << tr("%1: %2 before, %3 now", "a digit, percents")
                     .arg(
                         locale.toString(static_cast<int>(digit)), m_words(m_before->values[digit]),
                         m_words(m_after->values[digit]));
    }
    setAccessibleDescription(
        parts.isEmpty() ? tr("Nothing yet") : parts.join(QStringLiteral("; ")));
}

void ComparedBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(strong(theme::captionFont()));
    const qreal column = theme::kGap + std::max(
                                           {metrics.horizontalAdvance(tr("As it is")),
                                            metrics.horizontalAdvance(tr("Changed")),
                                            metrics.horizontalAdvance(m_words(1))});
    const qreal head = metrics.height() + theme::kGap / 2.0;
    paintHead(painter, QRectF(0, 0, width(), head), column);
    const qreal tall = std::min<qreal>((height() - head) / kRows, kTallestRow);
    for (std::size_t digit = 0; digit < kRows; ++digit) {
        const qreal top = head + static_cast<qreal>(digit) * tall;
        paintRow(painter, digit, QRectF(0, top, width(), tall), column);
    }
}

void ComparedBars::paintHead(QPainter& painter, const QRectF& head, qreal column) const
{
    painter.setFont(theme::captionFont());
    painter.setPen(theme::quietText(palette()));
    const QString title = painter.fontMetrics().elidedText(
        m_title, Qt::ElideRight, static_cast<int>(head.width() - 2 * column));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, title);
    painter.drawText(
        head.adjusted(0, 0, -column, 0), Qt::AlignRight | Qt::AlignTop, tr("As it is"));
    painter.drawText(head, Qt::AlignRight | Qt::AlignTop, tr("Changed"));
}

void ComparedBars::paintRow(
    QPainter& painter, std::size_t digit, const QRectF& row, qreal column) const
{
    const QLocale locale;
    const QColor quiet = theme::quietText(palette());
    painter.setFont(theme::captionFont());
    painter.setPen(quiet);
    painter.drawText(
        row, Qt::AlignLeft | Qt::AlignVCenter, locale.toString(static_cast<int>(digit)));

    constexpr qreal kDigit = 20;
    const qreal thick = std::clamp(std::floor(row.height() / 3), 3.0, 8.0);
    const QRectF track(
        kDigit, row.center().y() - thick, row.width() - kDigit - 2 * column, 2 * thick);
    painter.setPen(QPen(theme::hairline(palette()), 1));
    painter.drawLine(track.topLeft(), track.bottomLeft());
    const auto draw = [&](const Shares& shares, bool isAfter) {
        const double share = std::clamp(shares.values[digit], 0.0, 1.0);
        const bool isMarked = shares.marked == static_cast<int>(digit);
        QRectF bar(track.left(), track.top() + (isAfter ? thick : 0), track.width() * share, thick);
        bar.adjust(0, 0.5, 0, -0.5);
        const QColor colour = isMarked ? palette().color(QPalette::Highlight) : quiet;
        if (bar.width() >= 1) {
            painter.setPen(isAfter ? QPen(Qt::NoPen) : QPen(colour, 1));
            painter.setBrush(isAfter ? QBrush(colour) : QBrush(Qt::NoBrush));
            painter.drawRect(isAfter ? bar : bar.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        painter.setFont(isMarked ? strong(theme::captionFont()) : theme::captionFont());
        painter.setPen(isMarked ? palette().color(QPalette::Text) : quiet);
        painter.drawText(
            row.adjusted(0, 0, isAfter ? 0 : -column, 0), Qt::AlignRight | Qt::AlignVCenter,
            m_words(share));
    };
    if (m_before) {
        draw(*m_before, false);
    }
    if (m_after) {
        draw(*m_after, true);
    }
}

} // namespace digitpad
