// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/cut_out.h"

#include <QBuffer>
#include <QImage>
#include <QRectF>

#include <algorithm>

namespace digitpad {

QByteArray cutOut(const PictureSource& source, Preparation how, const Area& place)
{
    const Result<QImage> picture = loadPicture(source, how);
    if (!picture) {
        return {};
    }
    constexpr double kAround = 0.15; // of the place's longer side
    const QRectF box(QPointF(place.left, place.top), QPointF(place.right, place.bottom));
    const double around = kAround * std::max(box.width(), box.height());
    const QRect whole = picture->rect();
    QRect part = box.adjusted(-around, -around, around, around).toAlignedRect() & whole;
    if (part.isEmpty()) {
        part = whole; // of one digit that nobody looked for
    }
    QImage cut = picture->copy(part);
    if (std::max(cut.width(), cut.height()) > kCutSide) {
        const QSize size = cut.size().scaled(kCutSide, kCutSide, Qt::KeepAspectRatio);
        cut = cut.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QByteArray png;
    QBuffer buffer(&png);
    cut.save(&buffer, "PNG");
    return png;
}

} // namespace digitpad
