// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/paint_glyph.h"

#include "app/draw/ink_colors.h"
#include "app/shell/theme.h"

#include <QPainter>

namespace digitpad {

QImage glyphImage(const Glyph& glyph, const QPalette& palette)
{
    QImage image(
        glyph.pixels.data(), Glyph::kSide, Glyph::kSide, Glyph::kSide, QImage::Format_Indexed8);
    image.setColorTable(inkColors(palette.color(QPalette::Base), palette.color(QPalette::Text)));
    return image;
}

void paintGlyph(
    QPainter& painter, const Glyph& glyph, const QPointF& corner, double pixel,
    const QPalette& palette)
{
    const qreal hair = 1 / painter.device()->devicePixelRatioF();
    const qreal side = pixel * Glyph::kSide;
    // Unsmoothed: every pixel stays a square.
    painter.drawImage(QRectF(corner, QSizeF(side, side)), glyphImage(glyph, palette));
    // A grid as on squared paper, one of the screen's pixels wide, so that the 28 can be counted;
    // but not finer than can be seen.
    const QColor line = theme::hairline(palette);
    QColor faint = line;
    faint.setAlphaF(0.4F);
    const int step = pixel >= 3 ? 1 : Glyph::kSide;
    for (int i = 0; i <= Glyph::kSide; i += step) {
        const QColor& color = i % Glyph::kSide == 0 ? line : faint;
        const qreal along = i * pixel;
        painter.fillRect(QRectF(corner + QPointF(along, 0), QSizeF(hair, side + hair)), color);
        painter.fillRect(QRectF(corner + QPointF(0, along), QSizeF(side + hair, hair)), color);
    }
}

} // namespace digitpad
