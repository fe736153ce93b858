// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/step_glyphs.h"

#include "app/draw/paint_glyph.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

// How large a glyph's pixels are shown, in device-independent ones.
constexpr int kLeastPixel = 2;
constexpr int kMostPixel = 10;

} // namespace

StepGlyphs::StepGlyphs(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
}

void StepGlyphs::setGlyphs(const std::vector<LabelledGlyph>& glyphs)
{
    if (glyphs != m_glyphs) {
        m_glyphs = glyphs;
        viewport()->setCursor(glyphs.size() > 1 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        layOut();
        viewport()->update();
    }
}

void StepGlyphs::setChosen(std::optional<int> glyph)
{
    if (glyph != m_chosen) {
        m_chosen = glyph;
        viewport()->update();
    }
}

QRectF StepGlyphs::place(int glyph) const
{
    const int row = glyph / m_lines.columns;
    const int column = glyph % m_lines.columns;
    const QPointF corner(
        column * (m_lines.item.width() + theme::kGap),
        std::floor(row * (m_lines.item.height() + theme::kGap)) - verticalScrollBar()->value());
    return {corner, m_lines.item};
}

void StepGlyphs::mousePressEvent(QMouseEvent* event)
{
    for (int glyph = 0; glyph < static_cast<int>(m_glyphs.size()); ++glyph) {
        if (place(glyph).contains(event->position())) {
            Q_EMIT clicked(glyph);
        }
    }
}

QSize StepGlyphs::sizeHint() const
{
    return {240, 200};
}

QSize StepGlyphs::minimumSizeHint() const
{
    return {96, 96};
}

void StepGlyphs::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

StepGlyphs::Lines StepGlyphs::linesOf(int screenPixels) const
{
    const QFontMetricsF metrics(theme::captionFont());
    const qreal pixel = screenPixels / devicePixelRatioF();
    const qreal side = Glyph::kSide * pixel + 1;
    qreal width = side;
    for (const LabelledGlyph& item : m_glyphs) {
        width = std::max(width, std::ceil(metrics.horizontalAdvance(item.label)));
    }
    const QSizeF item(width, side + theme::kGap / 2.0 + metrics.height());
    const int columns = std::max(
        1, static_cast<int>((viewport()->width() + theme::kGap) / (item.width() + theme::kGap)));
    const int lines = (static_cast<int>(m_glyphs.size()) + columns - 1) / columns;
    return {pixel, item, columns, lines * (item.height() + theme::kGap) - theme::kGap};
}

/// The largest that fits; else the smallest, to be scrolled.
void StepGlyphs::layOut()
{
    const qreal ratio = devicePixelRatioF();
    const int least = static_cast<int>(std::ceil(kLeastPixel * ratio));
    int pixels = static_cast<int>(kMostPixel * ratio);
    const QSize room = viewport()->size();
    for (m_lines = linesOf(pixels); pixels > least && (m_lines.height > room.height() ||
                                                       m_lines.item.width() > room.width());) {
        m_lines = linesOf(--pixels);
    }
    const int hidden = std::max(0, static_cast<int>(std::ceil(m_lines.height)) - room.height());
    verticalScrollBar()->setRange(0, hidden);
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(static_cast<int>(m_lines.item.height()) + theme::kGap);
    setFocusPolicy(hidden > 0 ? Qt::StrongFocus : Qt::NoFocus);
}

void StepGlyphs::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void StepGlyphs::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void StepGlyphs::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(viewport());
    const int count = static_cast<int>(m_glyphs.size());
    for (int i = 0; i < count; ++i) {
        paintItem(
            painter, m_glyphs[static_cast<std::size_t>(i)], place(i).topLeft(), i == m_chosen);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void StepGlyphs::paintItem(
    QPainter& painter, const LabelledGlyph& item, const QPointF& corner, bool isChosen) const
{
    const qreal ratio = devicePixelRatioF();
    const auto snap = [ratio](qreal x) { return std::round(x * ratio) / ratio; };
    const qreal side = m_lines.pixel * Glyph::kSide;
    const QPointF square(snap(corner.x() + (m_lines.item.width() - side) / 2), snap(corner.y()));
    paintGlyph(painter, item.glyph, square, m_lines.pixel, palette());
    if (isChosen) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(square, QSizeF(side, side)).adjusted(1, 1, 0, 0));
    }

    painter.setFont(theme::captionFont());
    painter.setPen(item.isSure ? palette().color(QPalette::Text) : theme::quietText(palette()));
    const QRectF words(
        corner.x(), square.y() + side + theme::kGap / 2.0, m_lines.item.width(),
        QFontMetricsF(painter.font()).height());
    painter.drawText(words, Qt::AlignHCenter | Qt::TextSingleLine | Qt::TextDontClip, item.label);
}

} // namespace digitpad
