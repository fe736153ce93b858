// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/place.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace digitpad {

namespace {

constexpr double kBox = 20; // glyph pixels

// The thinnest pen that is left as it is, glyph pixels. Of MNIST's test digits a quarter is
// thinner than 2.05, measured as penWidth() does; the mean is 2.5.
constexpr double kThinnestPen = 2.0;

// Thickening and enlarging work on at least that many pixels a side, so that round stays round.
constexpr int kFineSide = 160;

Plane cropped(const Digit& digit, int margin)
{
    Plane result(digit.box.width() + 2 * margin, digit.box.height() + 2 * margin);
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            const int fromX = digit.box.left + x - margin;
            const int fromY = digit.box.top + y - margin;
            if (fromX >= 0 && fromY >= 0 && fromX < digit.ink.width && fromY < digit.ink.height) {
                result.at(x, y) = digit.ink.at(fromX, fromY);
            }
        }
    }
    return result;
}

/// A long line has its width times its length as area, and twice its length as outline.
double penWidth(const Plane& ink)
{
    double area = 0;
    for (const float value : ink.values) {
        area += value;
    }
    double outline = 0;
    for (const float step : gradient(ink).values) {
        outline += step;
    }
    return outline > 0 ? 2 * area / outline : 0;
}

/// For a row of squared distances in one direction, the lower envelope of the parabolas on them:
/// one pass of the exact distance transform of Felzenszwalb and Huttenlocher (2012).
class DistancePass {
public:
    explicit DistancePass(int longest)
        : m_apex(static_cast<std::size_t>(longest)),
          m_from(static_cast<std::size_t>(longest) + 1),
          m_copy(static_cast<std::size_t>(longest))
    {
    }

    void run(float* values, int count, std::ptrdiff_t step)
    {
        for (int i = 0; i < count; ++i) {
            m_copy[static_cast<std::size_t>(i)] = values[i * step];
        }
        std::size_t last = 0;
        m_apex[0] = 0;
        m_from[0] = -std::numeric_limits<double>::infinity();
        for (int i = 1; i < count; ++i) {
            double from = meeting(m_apex[last], i);
            while (last > 0 && from <= m_from[last]) {
                from = meeting(m_apex[--last], i);
            }
            m_apex[++last] = i;
            m_from[last] = from;
        }
        m_from[last + 1] = std::numeric_limits<double>::infinity();
        std::size_t nearest = 0;
        for (int i = 0; i < count; ++i) {
            while (m_from[nearest + 1] < i) {
                ++nearest;
            }
            const int apex = m_apex[nearest];
            values[i * step] = static_cast<float>((i - apex) * (i - apex)) +
                               m_copy[static_cast<std::size_t>(apex)];
        }
    }

private:
    /// Where the parabola on b becomes the lower one.
    [[nodiscard]] double meeting(int a, int b) const
    {
        const double heightA = m_copy[static_cast<std::size_t>(a)] + double(a) * a;
        const double heightB = m_copy[static_cast<std::size_t>(b)] + double(b) * b;
        return (heightB - heightA) / (2.0 * (b - a));
    }

    std::vector<int> m_apex;
    std::vector<double> m_from;
    std::vector<float> m_copy;
};

/// Grows the ink by `reach` pixels to every side, with a soft edge one pixel wide.
void thicken(Plane& ink, double reach)
{
    constexpr float kFar = 1e12F;
    Plane distance(ink.width, ink.height);
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        distance.values[i] = ink.values[i] > 0.5F ? 0 : kFar;
    }
    DistancePass pass(std::max(ink.width, ink.height));
    for (int x = 0; x < ink.width; ++x) {
        pass.run(&distance.values[distance.index(x, 0)], ink.height, ink.width);
    }
    for (int y = 0; y < ink.height; ++y) {
        pass.run(&distance.values[distance.index(0, y)], ink.width, 1);
    }
    for (std::size_t i = 0; i < ink.values.size(); ++i) {
        const double edge = reach + 1 - std::sqrt(distance.values[i]);
        ink.values[i] = std::max(ink.values[i], static_cast<float>(std::clamp(edge, 0.0, 1.0)));
    }
}

/// How much of each pixel of a row of 28 lies on each pixel of the source.
struct Overlap {
    int target = 0;
    int source = 0;
    double length = 0; // in source pixels
};

std::vector<Overlap> overlaps(double origin, double scale, int count)
{
    std::vector<Overlap> result;
    for (int source = 0; source < count; ++source) {
        const double from = origin + source * scale;
        const double to = from + scale;
        const int first = std::max(static_cast<int>(std::floor(from)), 0);
        for (int target = first; target < Glyph::kSide && target < to; ++target) {
            const double length = std::min(to, target + 1.0) - std::max(from, double(target));
            if (length > 0) {
                result.push_back({target, source, length});
            }
        }
    }
    return result;
}

/// Each pixel of the glyph is the mean of the ink on its area; a source pixel is `scale` wide.
Glyph averaged(const Plane& ink, double originX, double originY, double scale)
{
    const std::vector<Overlap> columns = overlaps(originX, scale, ink.width);
    const std::vector<Overlap> rows = overlaps(originY, scale, ink.height);
    std::vector<double> sums(Glyph::kPixels);
    std::vector<double> row(Glyph::kSide);
    for (const Overlap& vertical : rows) {
        std::fill(row.begin(), row.end(), 0.0);
        for (const Overlap& across : columns) {
            row[static_cast<std::size_t>(across.target)] +=
                across.length * ink.at(across.source, vertical.source);
        }
        for (std::size_t x = 0; x < row.size(); ++x) {
            sums[static_cast<std::size_t>(vertical.target) * Glyph::kSide + x] +=
                vertical.length * row[x];
        }
    }
    Glyph glyph;
    std::transform(sums.begin(), sums.end(), glyph.pixels.begin(), [](double sum) {
        return static_cast<std::uint8_t>(std::lround(std::clamp(sum, 0.0, 1.0) * 255));
    });
    return glyph;
}

/// Where the source begins in one direction, glyph pixels: its centre of mass lies as MNIST's do,
/// but no ink leaves the glyph.
double originFor(double mass, double scale, double inkFrom, double inkTo)
{
    double origin = Glyph::kCentreOfMass + 0.5 - mass * scale;
    if (scale == 1) { // pixels stay what they are
        origin = std::round(origin);
    }
    return std::clamp(origin, -inkFrom * scale, Glyph::kSide - inkTo * scale);
}

struct Mass {
    double x = 0;
    double y = 0;
};

Mass centreOfMass(const Plane& ink)
{
    Mass mass;
    double total = 0;
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            total += ink.at(x, y);
            mass.x += ink.at(x, y) * (x + 0.5);
            mass.y += ink.at(x, y) * (y + 0.5);
        }
    }
    return total > 0 ? Mass{mass.x / total, mass.y / total}
                     : Mass{ink.width / 2.0, ink.height / 2.0};
}

} // namespace

Glyph placeDigit(const Digit& digit)
{
    const double longSide = std::max(digit.box.width(), digit.box.height());
    const double pen = penWidth(cropped(digit, 1));
    const bool isThin = pen * kBox / longSide < kThinnestPen && longSide > pen;
    // With a pen that is kThinnestPen wide after scaling, the outer edge just fits the box.
    const double scale = isThin ? (kBox - kThinnestPen) / (longSide - pen) : kBox / longSide;
    const double reach = isThin ? (kThinnestPen / scale - pen) / 2 : 0;

    const int margin = static_cast<int>(std::ceil(reach)) + 2;
    Plane ink = cropped(digit, margin);
    int finer = 1;
    if (isThin || scale > 1) {
        finer = std::max(1, static_cast<int>(std::ceil(kFineSide / longSide)));
        ink = spread(ink, finer, ink.width * finer, ink.height * finer);
    }
    if (isThin) {
        thicken(ink, reach * finer);
    }
    const Mass mass = centreOfMass(ink);
    const double fine = scale / finer;
    const double edge = (margin - reach) * finer;
    return averaged(
        ink, originFor(mass.x, fine, edge, ink.width - edge),
        originFor(mass.y, fine, edge, ink.height - edge), fine);
}

} // namespace digitpad
