// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/glyph_view.h"

#include "app/draw/paint_glyph.h"
#include "app/widgets/accessible_role.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kGap = 6; // between the glyphs of a number

} // namespace

GlyphView::GlyphView(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("What the network saw"));
}

void GlyphView::setGlyphs(const std::vector<Glyph>& glyphs)
{
    if (glyphs == m_glyphs) {
        return;
    }
    const bool sameCount = glyphs.size() == m_glyphs.size();
    m_glyphs = glyphs;
    m_chosen.reset();
    if (!sameCount) {
        const bool several = glyphs.size() > 1;
        setFocusPolicy(several ? Qt::StrongFocus : Qt::NoFocus);
        several ? setCursor(Qt::PointingHandCursor) : unsetCursor();
        updateGeometry();
    }
    update();
}

void GlyphView::setChosen(std::optional<int> glyph)
{
    if (glyph != m_chosen) {
        m_chosen = glyph;
        update();
    }
}

QRect GlyphView::place(int glyph) const
{
    const int shown = scale();
    const int side = Glyph::kSide * shown + 1;
    const int across = columns(shown);
    return {QPoint(glyph % across, glyph / across) * (side + kGap), QSize(side, side)};
}

void GlyphView::setScale(int scale, int widest)
{
    if (scale != m_scale || widest != m_widest) {
        m_scale = scale;
        m_widest = widest;
        updateGeometry();
        update();
    }
}

int GlyphView::columns(int scale) const
{
    const int step = Glyph::kSide * scale + 1 + kGap;
    return std::clamp((m_widest + kGap) / step, 1, static_cast<int>(m_glyphs.size()));
}

/// Several glyphs are shown smaller, in rows, down to a pixel for a pixel.
int GlyphView::scale() const
{
    const int height = sizeHint().height();
    for (int scale = m_scale; scale > 1; --scale) {
        const int step = Glyph::kSide * scale + 1 + kGap;
        const int rows = (static_cast<int>(m_glyphs.size()) - 1) / columns(scale) + 1;
        const bool fits = Glyph::kSide * scale < m_widest && rows * step - kGap <= height;
        if (m_glyphs.size() == 1 || fits) {
            return scale;
        }
    }
    return 1;
}

QSize GlyphView::sizeHint() const
{
    const int side = Glyph::kSide * m_scale + 1;
    // No jump in height between a digit and a number.
    return {m_glyphs.size() > 1 ? std::max(m_widest, side) : side, side};
}

QSize GlyphView::minimumSizeHint() const
{
    return sizeHint();
}

void GlyphView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const qreal ratio = devicePixelRatioF();
    const qreal pixel = std::floor(scale() * ratio) / ratio; // whole pixels of the screen
    for (std::size_t i = 0; i < m_glyphs.size(); ++i) {
        const QRect square = place(static_cast<int>(i));
        paintGlyph(painter, m_glyphs[i], square.topLeft(), pixel, palette());
        if (static_cast<int>(i) == m_chosen) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(QRectF(square).adjusted(1, 1, -1, -1));
        }
    }
    if (hasFocus() && !m_chosen) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void GlyphView::mousePressEvent(QMouseEvent* event)
{
    const int count = static_cast<int>(m_glyphs.size());
    for (int glyph = 0; glyph < count && count > 1; ++glyph) {
        if (place(glyph).contains(event->position().toPoint())) {
            Q_EMIT picked(glyph == m_chosen ? std::nullopt : std::optional(glyph));
            return;
        }
    }
}

void GlyphView::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_glyphs.size()) - 1;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    if (event->key() == Qt::Key_Escape && m_chosen) {
        Q_EMIT picked(std::nullopt);
    } else if ((back || on) && last > 0) {
        const int start = back ? last : 0;
        Q_EMIT picked(m_chosen ? std::clamp(*m_chosen + (on ? 1 : -1), 0, last) : start);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace digitpad
