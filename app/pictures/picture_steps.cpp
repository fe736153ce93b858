// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_steps.h"

#include "app/pictures/picture_file.h"

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

QImage bounded(const QImage& picture)
{
    if (picture.width() <= kStepSide && picture.height() <= kStepSide) {
        return picture;
    }
    const QSize size = picture.size().scaled(kStepSide, kStepSide, Qt::KeepAspectRatio);
    return picture.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Whether the picture has a glyph's size and was taken for one: nothing is done to such.
bool isGlyphAlready(const QImage& picture)
{
    if (picture.size() != QSize(Glyph::kSide, Glyph::kSide)) {
        return false;
    }
    const auto glyph = glyphOf(picture, Preparation::Auto);
    return glyph && glyph == glyphOf(picture, Preparation::Reference);
}

/// How much of a pixel is ink: none below half the threshold, all from one and a half of it.
uchar inked(float value, float threshold)
{
    return static_cast<uchar>(255 * std::clamp(value / threshold - 0.5F, 0.0F, 1.0F));
}

InkStep stepOf(const InkMap& map)
{
    const Plane& plane = map.ink;
    const PicturePart& paper = map.paper;
    InkStep step{
        .paper = {QPoint(paper.left, paper.top), QPoint(paper.right - 1, paper.bottom - 1)},
        .ink = QImage(plane.width, plane.height, QImage::Format_Indexed8),
        .place = {map.left, map.top, plane.width * map.cell, plane.height * map.cell},
        .part = 0};
    step.ink.fill(0);
    if (map.threshold <= 0) { // without one edge there is no ink
        return step;
    }
    qint64 count = 0;
    for (int y = 0; y < plane.height; ++y) {
        uchar* line = step.ink.scanLine(y);
        for (int x = 0; x < plane.width; ++x) {
            line[x] = inked(plane.at(x, y), map.threshold);
            count += plane.at(x, y) > map.threshold ? 1 : 0;
        }
    }
    step.part = static_cast<double>(count) / static_cast<double>(plane.values.size());
    return step;
}

} // namespace

Result<PictureSteps>
readSteps(const PictureSource& source, Preparation how, int rank, const std::stop_token& stop)
{
    const Result<QImage> picture = loadPicture(source, how);
    if (!picture) {
        return std::unexpected(picture.error());
    }
    PictureSteps steps{.picture = bounded(*picture), .size = picture->size(), .ink = {}};
    if (how == Preparation::Reference || stop.stop_requested() || isGlyphAlready(*picture)) {
        return steps;
    }
    const Result<InkMap> map = inkIn(*picture, rank);
    if (!map) {
        return std::unexpected(map.error());
    }
    steps.ink = stepOf(*map);
    return steps;
}

} // namespace digitpad
