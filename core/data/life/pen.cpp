// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life/pen.h"

#include "core/data/life/grain.h"
#include "core/data/life/view.h"

#include <algorithm>
#include <cmath>

namespace digitpad::life {

namespace {

// The hollows of the paper, and of a board, are about that far apart for writing 1 cm high.
constexpr double kHollow = 0.018; // heights of the writing

/// A piece of a stroke in the picture; the pen's half width changes from end to end.
struct Segment {
    Point from;
    Point to;
    double fromReach = 0;
    double toReach = 0;
};

/// Adds what a segment covers, as far as nothing covers it yet.
void draw(Plane& plane, const Segment& segment, bool isSmooth)
{
    const double most = std::max(segment.fromReach, segment.toReach) + 1;
    const auto first = [&](double a, double b) {
        return std::max(static_cast<int>(std::floor(std::min(a, b) - most)), 0);
    };
    const auto end = [&](double a, double b, int count) {
        return std::min(static_cast<int>(std::ceil(std::max(a, b) + most)), count);
    };
    const double dx = segment.to.x - segment.from.x;
    const double dy = segment.to.y - segment.from.y;
    const double squared = dx * dx + dy * dy;
    const int endX = end(segment.from.x, segment.to.x, plane.width);
    const int endY = end(segment.from.y, segment.to.y, plane.height);
    for (int y = first(segment.from.y, segment.to.y); y < endY; ++y) {
        for (int x = first(segment.from.x, segment.to.x); x < endX; ++x) {
            const double px = x + 0.5 - segment.from.x;
            const double py = y + 0.5 - segment.from.y;
            const double along =
                squared > 0 ? std::clamp((px * dx + py * dy) / squared, 0.0, 1.0) : 0;
            const double reach = std::lerp(segment.fromReach, segment.toReach, along);
            const double inside = reach - std::hypot(px - along * dx, py - along * dy);
            const double part = isSmooth ? std::clamp(inside + 0.5, 0.0, std::min(2 * reach, 1.0))
                                         : (inside > 0 ? 1.0 : 0.0);
            plane.at(x, y) = std::max(plane.at(x, y), static_cast<float>(part));
        }
    }
}

/// Leaves the paper's hollows white. Hollows smaller than a pixel are not seen one by one.
void roughen(Plane& plane, const Scene& scene)
{
    const double hollow = std::max(kHollow * scene.view.scale, 1.0);
    const auto seen = static_cast<float>(std::min(kHollow * scene.view.scale, 1.0));
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            float& part = plane.at(x, y);
            if (part > 0) {
                const float hills = grain(scene.seed + 1, x / hollow, y / hollow) * seen;
                part *= 1 - scene.pen.grain * std::clamp(0.5F + 1.2F * hills, 0.0F, 1.0F);
            }
        }
    }
}

} // namespace

Plane inked(const Ink& ink, const Scene& scene)
{
    Plane plane(scene.view.width, scene.view.height);
    const Projection projection(scene.view);
    const double reach = scene.pen.width * scene.view.scale / 2;
    double drawn = 0; // heights of the writing
    const auto reachHere = [&] {
        return reach * (1 + scene.pen.unsteady * grain(scene.seed + 2, 4 * drawn, 0.5));
    };
    for (const Stroke& stroke : ink) {
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const Point& before = stroke[i > 0 ? i - 1 : 0];
            const double from = reachHere();
            drawn += std::hypot(stroke[i].x - before.x, stroke[i].y - before.y);
            draw(
                plane,
                {projection.toPicture(before), projection.toPicture(stroke[i]), from, reachHere()},
                scene.pen.isSmooth);
        }
    }
    if (scene.pen.grain > 0) {
        roughen(plane, scene);
    }
    return plane;
}

} // namespace digitpad::life
