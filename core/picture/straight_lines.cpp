// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/straight_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

namespace digitpad {

namespace {

constexpr int kStrips = 64;
constexpr double kThickest = 0.05;   // of the long side
constexpr double kSteepest = 0.25;   // rise over run
constexpr double kShortest = 0.4;    // of the plane's width
constexpr double kLongestGap = 0.25; // of it
constexpr double kLeastSeen = 0.55;  // of the strips between a line's ends
constexpr double kMostBent = 0.02;   // of its length, between its middle and its chord
constexpr float kFaintest = 0.012F;

/// Where a strip is darker than above and below.
struct Run {
    double middle = 0; // row
    float width = 0;   // pixels
    float level = 0;
    bool isTaken = false;
};

struct Hit {
    double column = 0; // the strip's middle
    Run run;
};

/// a + b t + c t², where t runs from -1 to 1 over the plane's width.
struct Curve {
    double a = 0;
    double b = 0;
    double c = 0;
    [[nodiscard]] double at(double t) const { return a + t * (b + t * c); }
};

/// The least of the window around each value, then the greatest of those: an opening.
std::vector<float> opened(const std::vector<float>& values, int reach)
{
    const auto extremes = [reach](const std::vector<float>& from, auto better) {
        std::vector<float> result(from.size());
        const int count = static_cast<int>(from.size());
        for (int i = 0; i < count; ++i) {
            const auto first = from.begin() + std::max(i - reach, 0);
            const auto end = from.begin() + std::min(i + reach + 1, count);
            result[static_cast<std::size_t>(i)] = *better(first, end);
        }
        return result;
    };
    const auto least = [](auto first, auto end) { return std::min_element(first, end); };
    const auto most = [](auto first, auto end) { return std::max_element(first, end); };
    return extremes(extremes(values, least), most);
}

class Finder {
public:
    explicit Finder(const Plane& ink)
        : m_ink(ink), m_strip(std::max(3, (ink.width + kStrips - 1) / kStrips))
    {
        const int longSide = std::max(ink.width, ink.height);
        m_reach = std::max(2, static_cast<int>(longSide * kThickest / 2));
        for (int left = 0; left + m_strip <= ink.width; left += m_strip) {
            m_runs.push_back(runsIn(left));
        }
    }

    std::vector<StraightLine> run()
    {
        std::vector<StraightLine> lines;
        for (std::size_t strip = 0; strip < m_runs.size(); ++strip) {
            for (Run& seed : m_runs[strip]) {
                if (!seed.isTaken) {
                    const std::vector<Hit> hits = followed(strip, seed);
                    if (isLine(hits)) {
                        lines.push_back(lineOf(hits));
                    }
                }
            }
        }
        return lines;
    }

private:
    [[nodiscard]] double columnOf(std::size_t strip) const
    {
        return (static_cast<double>(strip) + 0.5) * m_strip;
    }

    [[nodiscard]] std::vector<Run> runsIn(int left) const;
    Run* nearest(std::size_t strip, double row, double tolerance, const Run& like);
    std::vector<Hit> followed(std::size_t strip, Run& seed);
    void follow(std::vector<Hit>& hits, std::size_t strip, int step);
    [[nodiscard]] Curve curveThrough(const std::vector<Hit>& hits) const;
    [[nodiscard]] bool isLine(const std::vector<Hit>& hits) const;
    [[nodiscard]] StraightLine lineOf(const std::vector<Hit>& hits) const;

    const Plane& m_ink;
    int m_strip; // columns
    int m_reach; // rows to each side of a line's middle
    std::vector<std::vector<Run>> m_runs;
};

std::vector<Run> Finder::runsIn(int left) const
{
    std::vector<float> profile(static_cast<std::size_t>(m_ink.height));
    for (int y = 0; y < m_ink.height; ++y) {
        float sum = 0;
        for (int x = left; x < left + m_strip; ++x) {
            sum += std::clamp(m_ink.at(x, y), 0.0F, 1.0F);
        }
        profile[static_cast<std::size_t>(y)] = sum / static_cast<float>(m_strip);
    }
    const std::vector<float> ground = opened(profile, m_reach);
    std::ranges::transform(profile, ground, profile.begin(), std::minus());

    // Most rows show no line: noise is what their middle one has.
    const float least = std::max(3 * quantile(profile, 0.5), kFaintest);
    std::vector<Run> runs;
    for (int y = 0; y < m_ink.height; ++y) {
        double sum = 0;
        double moment = 0;
        float most = 0;
        const int first = y;
        for (; y < m_ink.height && profile[static_cast<std::size_t>(y)] > least; ++y) {
            const float value = profile[static_cast<std::size_t>(y)];
            sum += value;
            moment += value * (y + 0.5);
            most = std::max(most, value);
        }
        if (y > first) {
            runs.push_back(
                {.middle = moment / sum, .width = static_cast<float>(y - first), .level = most});
        }
    }
    return runs;
}

Run* Finder::nearest(std::size_t strip, double row, double tolerance, const Run& like)
{
    Run* best = nullptr;
    for (Run& run : m_runs[strip]) {
        const double away = std::abs(run.middle - row);
        const bool isAlike = run.width < 2 * like.width + 2 && like.width < 2 * run.width + 2 &&
                             run.level < 2.5F * like.level && like.level < 2.5F * run.level;
        if (!run.isTaken && isAlike && away <= tolerance) {
            tolerance = away;
            best = &run;
        }
    }
    return best;
}

/// Goes on from the hits' end strip by strip, where the last ones point to.
void Finder::follow(std::vector<Hit>& hits, std::size_t strip, int step)
{
    const auto longestGap = static_cast<int>(kLongestGap * static_cast<double>(m_runs.size()));
    for (int gap = 0; gap <= longestGap; ++gap) {
        strip += static_cast<std::size_t>(step); // wraps around below 0
        if (strip >= m_runs.size()) {
            return;
        }
        const Hit& last = hits.back();
        const Hit& earlier = hits[hits.size() - std::min<std::size_t>(hits.size(), 9)];
        const bool isKnown = hits.size() > 3;
        const double slope =
            isKnown ? (last.run.middle - earlier.run.middle) / (last.column - earlier.column) : 0;
        const double way = columnOf(strip) - last.column;
        const double tolerance =
            1.5 + 0.1 * last.run.width + (isKnown ? 0.03 : kSteepest) * std::abs(way);
        if (Run* run = nearest(strip, last.run.middle + slope * way, tolerance, last.run)) {
            hits.push_back({columnOf(strip), *run});
            run->isTaken = true;
            gap = -1;
        } else if (!isKnown) {
            return;
        }
    }
}

std::vector<Hit> Finder::followed(std::size_t strip, Run& seed)
{
    std::vector<Hit> hits{{columnOf(strip), seed}};
    seed.isTaken = true;
    follow(hits, strip, 1);
    return hits;
}

/// Least squares.
Curve Finder::curveThrough(const std::vector<Hit>& hits) const
{
    std::array<double, 5> powers{};
    std::array<double, 3> right{};
    for (const Hit& hit : hits) {
        const double t = 2 * hit.column / m_ink.width - 1;
        double power = 1;
        for (std::size_t i = 0; i < 5; ++i, power *= t) {
            powers[i] += power;
            if (i < 3) {
                right[i] += power * hit.run.middle;
            }
        }
    }
    // Cramer's rule for the three normal equations.
    const auto& s = powers;
    const auto determinant = [](const std::array<double, 9>& m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) +
               m[2] * (m[3] * m[7] - m[4] * m[6]);
    };
    const double all = determinant({s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]});
    return {
        determinant({right[0], s[1], s[2], right[1], s[2], s[3], right[2], s[3], s[4]}) / all,
        determinant({s[0], right[0], s[2], s[1], right[1], s[3], s[2], right[2], s[4]}) / all,
        determinant({s[0], s[1], right[0], s[1], s[2], right[1], s[2], s[3], right[2]}) / all};
}

bool Finder::isLine(const std::vector<Hit>& hits) const
{
    const double length = hits.back().column - hits.front().column + m_strip;
    if (hits.size() < 6 || length < kShortest * m_ink.width ||
        static_cast<double>(hits.size()) * m_strip < kLeastSeen * length) {
        return false;
    }
    const Curve curve = curveThrough(hits);
    const double half = length / m_ink.width; // in units of t
    if (std::abs(curve.b) * 2 > kSteepest * m_ink.width ||
        std::abs(curve.c) * half * half > kMostBent * length) {
        return false;
    }
    double squares = 0;
    for (const Hit& hit : hits) {
        const double away = hit.run.middle - curve.at(2 * hit.column / m_ink.width - 1);
        squares += away * away;
    }
    const double deviation = std::sqrt(squares / static_cast<double>(hits.size()));
    return deviation < 1 + 0.15 * hits[hits.size() / 2].run.width;
}

StraightLine Finder::lineOf(const std::vector<Hit>& hits) const
{
    const Curve curve = curveThrough(hits);
    std::vector<float> widths;
    std::vector<float> levels;
    for (const Hit& hit : hits) {
        widths.push_back(hit.run.width);
        levels.push_back(hit.run.level);
    }
    const double edge = std::max(0.05 * m_ink.width, 2.0 * m_strip);
    StraightLine line{
        .middles = {},
        .width = quantile(std::move(widths), 0.6),
        .level = quantile(std::move(levels), 0.5),
        .span = (hits.back().column - hits.front().column + m_strip) / m_ink.width,
        .isAcross = hits.front().column < edge && hits.back().column > m_ink.width - edge};
    line.middles.reserve(static_cast<std::size_t>(m_ink.width));
    for (int x = 0; x < m_ink.width; ++x) {
        line.middles.push_back(static_cast<float>(curve.at(2 * (x + 0.5) / m_ink.width - 1)));
    }
    return line;
}

} // namespace

std::vector<StraightLine> straightLines(const Plane& ink)
{
    return Finder(ink).run();
}

} // namespace digitpad
