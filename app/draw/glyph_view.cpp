// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/glyph_view.h"

#include "app/draw/ink_colors.h"
#include "app/shell/theme.h"

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
    for (std::size_t i = 0; i < m_glyphs.size(); ++i) {
        paintGlyph(painter, m_glyphs[i], QPointF(static_cast<int>(i) * step, 0));
    }
}

void GlyphView::paintGlyph(QPainter& painter, const Glyph& glyph, const QPointF& corner) const
{
    const qreal ratio = devicePixelRatioF();
    const qreal cell = std::floor(scale() * ratio) / ratio; // whole pixels of the screen
    const qreal side = cell * Glyph::kSide;
    QImage pixels(
        glyph.pixels.data(), Glyph::kSide, Glyph::kSide, Glyph::kSide, QImage::Format_Indexed8);
    pixels.setColorTable(
        inkColors(palette().color(QPalette::Base), palette().color(QPalette::Text)));

    // Unsmoothed: every pixel stays a square.
    painter.drawImage(QRectF(corner, QSizeF(side, side)), pixels);
    // A grid as on squared paper, one of the screen's pixels wide, so that the 28 can be counted;
    // but not finer than can be seen.
    const QColor line = theme::hairline(palette());
    QColor faint = line;
    faint.setAlphaF(0.4F);
    const int step = cell >= 3 ? 1 : Glyph::kSide;
    for (int i = 0; i <= Glyph::kSide; i += step) {
        const QColor& color = i % Glyph::kSide == 0 ? line : faint;
        painter.fillRect(
            QRectF(corner + QPointF(i * cell, 0), QSizeF(1 / ratio, side + 1 / ratio)), color);
        painter.fillRect(
            QRectF(corner + QPointF(0, i * cell), QSizeF(side + 1 / ratio, 1 / ratio)), color);
    }
}

} // namespace digitpad
