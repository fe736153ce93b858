// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"

#include <QImage>
#include <QRect>

class QColor;

namespace digitpad {

/// The inked paper as an image of device pixels, drawn stroke piece by stroke piece.
///
/// A pixel holds how much of it ink covers, and a piece raises it to its own coverage where that is
/// more. Pieces of a stroke overlap by a pen's width; with ordinary blending their soft edges would
/// add up to a jagged one as soon as a tablet sends points a pixel apart. The colours are a table
/// of the 256 levels, so that a change of palette draws nothing anew.
class InkLayer {
public:
    /// A blank paper of side × side pixels, black ink on white.
    explicit InkLayer(int side = 0);

    void setColors(const QColor& paper, const QColor& ink);

    [[nodiscard]] int side() const { return m_image.width(); }
    [[nodiscard]] const QImage& image() const { return m_image; }

    /// Draws what a stroke's point at `index` adds to those before it, and returns the pixels
    /// concerned. The line is a chain of quadratic Béziers from the middle between two points to
    /// the next middle, so it reaches only half-way to the newest point.
    QRect drawPoint(const PenStroke& stroke, qsizetype index);

    /// Draws the last half-way: to the stroke's last point.
    QRect drawEnd(const PenStroke& stroke);

    void draw(const PenStroke& stroke);

    /// Blanks these pixels and draws again what the drawing has there.
    void redraw(const Drawing& drawing, const QRect& pixels);

    /// The pixels that a part of the paper lies in, with their soft edges.
    [[nodiscard]] QRect pixels(const QRectF& paper) const;

private:
    struct Disc {
        QPointF centre; // pixels
        qreal radius;
    };

    [[nodiscard]] Disc disc(const PenPoint& point) const;
    [[nodiscard]] static Disc middle(const Disc& a, const Disc& b);
    QRect drawLine(const Disc& from, const Disc& to);
    QRect drawCurve(const Disc& from, const Disc& bend, const Disc& to);

    QImage m_image; // Format_Indexed8; the index is the coverage
    QRect m_clip;
};

} // namespace digitpad
