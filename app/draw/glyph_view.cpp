// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/glyph_view.h"

#include "app/draw/ink_colors.h"
#include "app/shell/theme.h"

#include <QPainter>

#include <cmath>

namespace digitpad {

GlyphView::GlyphView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("What the network saw"));
}

void GlyphView::setGlyph(const Glyph& glyph)
{
    if (glyph != m_glyph) {
        m_glyph = glyph;
        update();
    }
}

void GlyphView::setScale(int scale)
{
    if (scale != m_scale) {
        m_scale = scale;
        updateGeometry();
        update();
    }
}

QSize GlyphView::sizeHint() const
{
    return {Glyph::kSide * m_scale + 1, Glyph::kSide * m_scale + 1};
}

QSize GlyphView::minimumSizeHint() const
{
    return sizeHint();
}

void GlyphView::paintEvent(QPaintEvent* /*event*/)
{
    const qreal ratio = devicePixelRatioF();
    const qreal cell = std::floor(m_scale * ratio) / ratio; // whole pixels of the screen
    const qreal side = cell * Glyph::kSide;
    QImage pixels(
        m_glyph.pixels.data(), Glyph::kSide, Glyph::kSide, Glyph::kSide, QImage::Format_Indexed8);
    pixels.setColorTable(
        inkColors(palette().color(QPalette::Base), palette().color(QPalette::Text)));

    QPainter painter(this);
    painter.drawImage(QRectF(0, 0, side, side), pixels); // unsmoothed: every pixel stays a square
    // A grid as on squared paper, one of the screen's pixels wide, so that the 28 can be counted.
    const QColor line = theme::hairline(palette());
    QColor faint = line;
    faint.setAlphaF(0.4F);
    for (int i = 0; i <= Glyph::kSide; ++i) {
        const QColor& color = i % Glyph::kSide == 0 ? line : faint;
        painter.fillRect(QRectF(i * cell, 0, 1 / ratio, side + 1 / ratio), color);
        painter.fillRect(QRectF(0, i * cell, side + 1 / ratio, 1 / ratio), color);
    }
}

} // namespace digitpad
