// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/glyph_view.h"

#include "app/draw/paint_glyph.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kGap = 6; // between the glyphs of a number

} // namespace

GlyphView::GlyphView(QWidget* parent) : QWidget(parent)
{
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
    if (!sameCount) {
        updateGeometry();
    }
    update();
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

/// Several glyphs are shown smaller, down to a pixel for a pixel.
int GlyphView::scale() const
{
    const int count = static_cast<int>(m_glyphs.size());
    const int room = (m_widest - (count - 1) * kGap) / count;
    return count == 1 ? m_scale : std::clamp(room / Glyph::kSide, 1, m_scale);
}

QSize GlyphView::sizeHint() const
{
    const int side = Glyph::kSide * scale() + 1;
    const int count = static_cast<int>(m_glyphs.size());
    return {
        std::min(count * side + (count - 1) * kGap, std::max(m_widest, side)),
        Glyph::kSide * m_scale + 1}; // no jump between a digit and a number
}

QSize GlyphView::minimumSizeHint() const
{
    return sizeHint();
}

void GlyphView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const int step = Glyph::kSide * scale() + 1 + kGap;
    const qreal ratio = devicePixelRatioF();
    const qreal pixel = std::floor(scale() * ratio) / ratio; // whole pixels of the screen
    for (std::size_t i = 0; i < m_glyphs.size(); ++i) {
        paintGlyph(painter, m_glyphs[i], QPointF(static_cast<int>(i) * step, 0), pixel, palette());
    }
}

} // namespace digitpad
