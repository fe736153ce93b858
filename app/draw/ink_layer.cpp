// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/ink_layer.h"

#include "app/draw/ink_colors.h"

#include <QColor>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace digitpad {

InkLayer::InkLayer(int side) : m_image(side, side, QImage::Format_Indexed8), m_clip(m_image.rect())
{
    m_image.fill(0);
    setColors(Qt::white, Qt::black);
}

void InkLayer::setColors(const QColor& paper, const QColor& ink)
{
    m_image.setColorTable(inkColors(paper, ink));
}

QRect InkLayer::drawPoint(const PenStroke& stroke, qsizetype index)
{
    const Disc point = disc(stroke[index]);
    if (index == 0) {
        return drawLine(point, point);
    }
    const Disc previous = disc(stroke[index - 1]);
    if (index == 1) {
        return drawLine(previous, middle(previous, point));
    }
    return drawCurve(middle(disc(stroke[index - 2]), previous), previous, middle(previous, point));
}

QRect InkLayer::drawEnd(const PenStroke& stroke)
{
    if (stroke.size() < 2) {
        return {};
    }
    const Disc last = disc(stroke.last());
    return drawLine(middle(disc(stroke[stroke.size() - 2]), last), last);
}

void InkLayer::draw(const PenStroke& stroke)
{
    for (qsizetype i = 0; i < stroke.size(); ++i) {
        drawPoint(stroke, i);
    }
    drawEnd(stroke);
}

void InkLayer::redraw(const Drawing& drawing, const QRect& pixels)
{
    m_clip = pixels & m_image.rect();
    for (int y = m_clip.top(); y <= m_clip.bottom(); ++y) {
        std::memset(
            m_image.scanLine(y) + m_clip.left(), 0, static_cast<std::size_t>(m_clip.width()));
    }
    for (const PenStroke& stroke : drawing) {
        if (this->pixels(inkedRect(stroke)).intersects(m_clip)) {
            draw(stroke);
        }
    }
    m_clip = m_image.rect();
}

QRect InkLayer::pixels(const QRectF& paper) const
{
    const QRectF scaled(paper.topLeft() * side(), paper.size() * side());
    return scaled.adjusted(-1, -1, 1, 1).toAlignedRect() & m_image.rect();
}

InkLayer::Disc InkLayer::disc(const PenPoint& point) const
{
    return {.centre = point.position * side(), .radius = penWidth(point.pressure) * side() / 2};
}

InkLayer::Disc InkLayer::middle(const Disc& a, const Disc& b)
{
    return {.centre = (a.centre + b.centre) / 2, .radius = (a.radius + b.radius) / 2};
}

// Raises every pixel near the line to the part of it that a round pen covers, whose radius changes
// evenly from one end to the other: by how far the pixel's centre lies inside the edge.
QRect InkLayer::drawLine(const Disc& from, const Disc& to)
{
    const qreal reach = std::max(from.radius, to.radius) + 1;
    const QRect box = QRectF(from.centre, to.centre)
                          .normalized()
                          .adjusted(-reach, -reach, reach, reach)
                          .toAlignedRect()
                          .intersected(m_clip);
    const QPointF along = to.centre - from.centre;
    const qreal length2 = QPointF::dotProduct(along, along);
    const QPointF perLength2 = length2 > 0 ? along / length2 : QPointF();
    for (int y = box.top(); y <= box.bottom(); ++y) {
        uchar* row = m_image.scanLine(y);
        const qreal dy = y + 0.5 - from.centre.y();
        for (int x = box.left(); x <= box.right(); ++x) {
            if (row[x] == 255) {
                continue; // most pixels of a slow stroke
            }
            const qreal dx = x + 0.5 - from.centre.x();
            const qreal t = std::clamp(dx * perLength2.x() + dy * perLength2.y(), 0.0, 1.0);
            const qreal ax = dx - t * along.x();
            const qreal ay = dy - t * along.y();
            const qreal inside = std::lerp(from.radius, to.radius, t) + 0.5;
            const qreal away2 = ax * ax + ay * ay;
            if (away2 < inside * inside) {
                const qreal covered = std::min(inside - std::sqrt(away2), 1.0);
                row[x] = std::max(row[x], static_cast<uchar>(std::lround(covered * 255)));
            }
        }
    }
    return box;
}

QRect InkLayer::drawCurve(const Disc& from, const Disc& bend, const Disc& to)
{
    // A chord of a quadratic Bézier cut into n strays |from − 2 bend + to| / (4 n²) from it.
    constexpr qreal kStray = 0.1; // pixels
    const QPointF second = from.centre - 2 * bend.centre + to.centre;
    const int chords = std::clamp(
        static_cast<int>(std::ceil(std::sqrt(std::hypot(second.x(), second.y()) / (4 * kStray)))),
        1, 256);
    QRect drawn;
    Disc last = from;
    for (int i = 1; i <= chords; ++i) {
        const qreal t = static_cast<qreal>(i) / chords;
        const qreal s = 1 - t;
        const Disc next{
            .centre = s * s * from.centre + 2 * s * t * bend.centre + t * t * to.centre,
            .radius = s * s * from.radius + 2 * s * t * bend.radius + t * t * to.radius};
        drawn |= drawLine(last, next);
        last = next;
    }
    return drawn;
}

} // namespace digitpad
