// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/letter_shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace digitpad {
namespace {

TEST(LetterShapes, AreAllLettersButThoseWrittenAsDigits)
{
    std::set<std::string_view> names;
    for (const Character& letter : letterShapes()) {
        EXPECT_TRUE(names.insert(letter.name).second) << letter.name << " stands twice";
        EXPECT_FALSE(letter.ways.empty()) << letter.name;
    }
    std::string missing;
    for (const char letter :
         std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) {
        if (!names.contains(std::string_view(&letter, 1))) {
            missing += letter;
        }
    }
    EXPECT_EQ(missing, "OSos");
    EXPECT_EQ(names.size(), 52 - missing.size());
}

TEST(LetterShapes, FillTheirBox)
{
    for (const Character& letter : letterShapes()) {
        for (const Shape& way : letter.ways) {
            EXPECT_GT(way.share, 0) << letter.name;
            double top = 100;
            double bottom = 0;
            for (const Stroke& stroke : way.skeleton) {
                EXPECT_GE(stroke.size(), 2U) << letter.name;
                for (const auto& [x, y] : stroke) {
                    EXPECT_TRUE(x >= -30 && x <= 130 && y >= -30 && y <= 130)
                        << letter.name << ": " << x << ", " << y;
                    top = std::min(top, y);
                    bottom = std::max(bottom, y);
                }
            }
            EXPECT_LE(top, 10) << letter.name;
            EXPECT_GE(bottom, 90) << letter.name;
        }
    }
}

} // namespace
} // namespace digitpad
