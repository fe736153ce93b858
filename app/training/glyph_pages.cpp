// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/glyph_pages.h"

#include "app/draw/paint_glyph.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

constexpr int kSide = 2 * Glyph::kSide; // pixels; each of a glyph's is two

} // namespace

GlyphPages::GlyphPages(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The digits"));
    setMinimumSize(3 * cell().width(), cell().height());
}

void GlyphPages::setGlyphs(std::shared_ptr<const Dataset> glyphs, std::vector<std::size_t> order)
{
    m_data = std::move(glyphs);
    m_order = std::move(order);
    m_first = 0;
    update();
    Q_EMIT turned();
}

QSize GlyphPages::cell() const
{
    const int line = QFontMetrics(theme::captionFont()).height();
    return {kSide + theme::kMargin, kSide + line + theme::kGap + theme::kGap / 2};
}

int GlyphPages::columns() const
{
    return std::max(1, (width() + theme::kMargin) / cell().width());
}

std::size_t GlyphPages::perPage() const
{
    const int rows = std::max(1, (height() + theme::kMargin) / cell().height());
    return static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows);
}

int GlyphPages::page() const
{
    return static_cast<int>(m_first / perPage());
}

int GlyphPages::pageCount() const
{
    return static_cast<int>((m_order.size() + perPage() - 1) / perPage());
}

void GlyphPages::setPage(int page)
{
    page = std::clamp(page, 0, std::max(pageCount() - 1, 0));
    m_first = static_cast<std::size_t>(page) * perPage();
    update();
    Q_EMIT turned();
}

std::vector<std::size_t> GlyphPages::visible() const
{
    const auto begin = m_order.begin() + static_cast<std::ptrdiff_t>(m_first);
    const std::size_t count = std::min(perPage(), m_order.size() - m_first);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

void GlyphPages::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(theme::captionFont());
    const QLocale locale;
    const qreal line = painter.fontMetrics().height();
    int place = 0;
    for (const std::size_t which : visible()) {
        const QPoint corner(
            (place % columns()) * cell().width(), (place / columns()) * cell().height());
        ++place;
        painter.drawImage(
            QRectF(corner, QSizeF(kSide, kSide)), glyphImage(m_data->glyphs[which], palette()));
        const std::uint8_t label = m_data->labels[which];
        painter.setPen(theme::quietText(palette()));
        painter.drawText(
            QRectF(corner.x(), corner.y() + kSide, kSide, line + theme::kGap / 2.0),
            Qt::AlignHCenter | Qt::AlignBottom,
            label == kNoDigit ? tr("none", "no digit") : locale.toString(label));
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void GlyphPages::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setPage(page()); // the glyph at its beginning stays
}

void GlyphPages::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
        setPage(page() + 1);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_Left:
        setPage(page() - 1);
        break;
    case Qt::Key_Home:
        setPage(0);
        break;
    case Qt::Key_End:
        setPage(pageCount() - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GlyphPages::wheelEvent(QWheelEvent* event)
{
    constexpr int kNotch = 120; // a wheel's click, in Qt's eighths of a degree
    m_wheel += event->angleDelta().y();
    const int pages = m_wheel / kNotch;
    if (pages != 0) {
        m_wheel -= pages * kNotch;
        setPage(page() - pages);
    }
    event->accept();
}

void GlyphPages::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void GlyphPages::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace digitpad
