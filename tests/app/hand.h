// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ink_file.h"
#include "tests/data_dir.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace digitpad::tests {

/// A hand as MNIST hardly has it: sevens with a bar and ones on a foot, made from pen-digits, from
/// its writers 01 to 22. The sevens are those that have a bar: a last stroke that is wider than
/// high and lies between a quarter and four fifths of the height. The ones are drawn without a foot
/// there but for a few, so each gets one: a straight stroke across its lowest point, 0.56 times as
/// wide as the digit is high.
struct Hand {
    std::vector<InkSample> learnt; ///< half sevens, half ones, of the writers 01 to 11
    std::vector<InkSample> more;   ///< all further ones of these writers
    std::vector<InkSample> others; ///< all of the writers 12 to 22, who are other people
};

inline std::filesystem::path penDigits()
{
    return dataDir() / "pen-digits" / "train.jsonl";
}

struct Box {
    Point low{.x = std::numeric_limits<double>::max(), .y = std::numeric_limits<double>::max()};
    Point high{
        .x = std::numeric_limits<double>::lowest(), .y = std::numeric_limits<double>::lowest()};

    void add(const Stroke& stroke)
    {
        for (const Point& point : stroke) {
            low = {.x = std::min(low.x, point.x), .y = std::min(low.y, point.y)};
            high = {.x = std::max(high.x, point.x), .y = std::max(high.y, point.y)};
        }
    }
    [[nodiscard]] double width() const { return high.x - low.x; }
    [[nodiscard]] double height() const { return high.y - low.y; }
};

inline Box boxOf(const Ink& ink)
{
    Box box;
    for (const Stroke& stroke : ink) {
        box.add(stroke);
    }
    return box;
}

inline bool hasBar(const Ink& seven)
{
    if (seven.size() < 2) {
        return false;
    }
    const Box all = boxOf(seven);
    const Box bar = boxOf({seven.back()});
    const double middle = (bar.low.y + bar.high.y) / 2 - all.low.y;
    return bar.width() > 1.5 * bar.height() && middle > 0.25 * all.height() &&
           middle < 0.8 * all.height();
}

inline Ink withFoot(Ink one)
{
    Point lowest = one.front().front(); // y grows downwards
    for (const Stroke& stroke : one) {
        for (const Point& point : stroke) {
            lowest = point.y > lowest.y ? point : lowest;
        }
    }
    const double half = 0.28 * boxOf(one).height();
    one.push_back(
        {{.x = lowest.x - half, .y = lowest.y}, lowest, {.x = lowest.x + half, .y = lowest.y}});
    return one;
}

/// `count` samples to learn from. Errors: those of readLabelledInk.
inline Result<Hand> barredAndFooted(std::size_t count)
{
    auto ink = readLabelledInk(penDigits());
    if (!ink) {
        return std::unexpected(ink.error());
    }
    Hand hand;
    std::array<std::size_t, 10> taken{};
    for (InkSample& sample : *ink) {
        const int label = *sample.label;
        const bool isOfHand = label == 1 || (label == 7 && hasBar(sample.ink));
        if (!isOfHand || sample.writer >= "train-23") {
            continue;
        }
        if (label == 1) {
            sample.ink = withFoot(std::move(sample.ink));
        }
        if (sample.writer >= "train-12") {
            hand.others.push_back(std::move(sample));
        } else if (taken.at(static_cast<std::size_t>(label))++ < count / 2) {
            hand.learnt.push_back(std::move(sample));
        } else {
            hand.more.push_back(std::move(sample));
        }
    }
    return hand;
}

} // namespace digitpad::tests
