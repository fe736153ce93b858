// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/sorting_header.h"

#include "app/runs/run_delegate.h"
#include "app/runs/run_table.h"
#include "app/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace digitpad {

SortingHeader::SortingHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    viewport()->setBackgroundRole(QPalette::Window);
}

QSize SortingHeader::sizeHint() const
{
    return {
        QHeaderView::sizeHint().width(),
        std::max(
            QFontMetrics(theme::captionFont()).height() + theme::kGap, theme::kSmallestTarget)};
}

void SortingHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    constexpr int kArrow = 10;
    const qreal line = 1 / painter->device()->devicePixelRatioF();
    const bool sorted = sortIndicatorSection() == section && section != RunTable::Tick;
    const auto alignment = QStyle::visualAlignment(
        layoutDirection(),
        Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt()));
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const QFontMetrics metrics(theme::captionFont());
    QRect words = rect.adjusted(RunDelegate::kPadding, 0, -RunDelegate::kPadding, 0);
    words = QStyle::alignedRect(
        Qt::LeftToRight, alignment,
        {std::min(metrics.horizontalAdvance(text), words.width()), metrics.height()}, words);
    painter->fillRect(rect, palette().window());
    painter->setFont(theme::captionFont());
    painter->setPen(sorted ? palette().color(QPalette::WindowText) : theme::quietText(palette()));
    painter->drawText(words, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, text);
    if (sorted) {
        const bool before = alignment.testFlag(Qt::AlignRight);
        const qreal x = before ? words.left() - kArrow : words.right() + kArrow;
        const qreal y = words.center().y() + 1;
        const int up = sortIndicatorOrder() == Qt::AscendingOrder ? -2 : 2;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(
            palette().color(QPalette::Highlight), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({{x - 3.5, y - up}, {x, y + up}, {x + 3.5, y - up}}));
    }
    painter->fillRect(
        QRectF(rect.left(), rect.bottom() + 1 - line, rect.width(), line),
        theme::hairline(palette()));
}

} // namespace digitpad
