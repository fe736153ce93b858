// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/symbol_shapes.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace digitpad {
namespace {

void expectGoodShapes(const std::vector<Character>& characters)
{
    std::set<std::string_view> names;
    for (const Character& character : characters) {
        EXPECT_TRUE(names.insert(character.name).second) << character.name << " stands twice";
        ASSERT_FALSE(character.ways.empty()) << character.name;
        for (const Shape& way : character.ways) {
            EXPECT_GT(way.share, 0) << character.name;
            for (const Stroke& stroke : way.skeleton) {
                EXPECT_GE(stroke.size(), 2U) << character.name;
                for (const auto& [x, y] : stroke) {
                    EXPECT_TRUE(x >= -30 && x <= 130 && y >= -30 && y <= 130)
                        << character.name << ": " << x << ", " << y;
                }
            }
        }
    }
}

TEST(SymbolShapes, StayInTheirBox)
{
    EXPECT_GE(symbolShapes().size(), 50U);
    expectGoodShapes(symbolShapes());
}

TEST(DoodleShapes, StayInTheirBox)
{
    EXPECT_GE(doodleShapes().size(), 50U);
    expectGoodShapes(doodleShapes());
}

} // namespace
} // namespace digitpad
