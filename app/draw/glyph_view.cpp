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
    const int shown = scale();
    const int step = Glyph::kSide * shown + 1 + kGap;
    const int across = columns(shown);
    const qreal ratio = devicePixelRatioF();
    const qreal pixel = std::floor(shown * ratio) / ratio; // whole pixels of the screen
    for (std::size_t i = 0; i < m_glyphs.size(); ++i) {
        const int place = static_cast<int>(i);
        const QPoint corner(place % across * step, place / across * step);
        paintGlyph(painter, m_glyphs[i], corner, pixel, palette());
    }
}

} // namespace digitpad
