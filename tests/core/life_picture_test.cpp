// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life_picture.h"

#include "core/data/life/scene.h"
#include "core/data/synthetic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <string_view>

using namespace digitpad;

namespace {

Ink digitOf(int digit)
{
    std::mt19937_64 random(7);
    return drawDigit(digit, random);
}

/// How much the colours of a picture differ at most, of the widest channel.
int contrastOf(const LifePicture& picture)
{
    int widest = 0;
    for (std::size_t channel = 0; channel < 4; ++channel) {
        int least = 255;
        int most = 0;
        for (std::size_t i = channel; i < picture.rgba.size(); i += 4) {
            least = std::min<int>(least, picture.rgba[i]);
            most = std::max<int>(most, picture.rgba[i]);
        }
        widest = std::max(widest, most - least);
    }
    return widest;
}

} // namespace

TEST(LifePicture, IsTheSameForTheSameSeed)
{
    const LifePicture picture = lifePicture(digitOf(3), 5);
    EXPECT_EQ(picture.rgba, lifePicture(digitOf(3), 5).rgba);
    EXPECT_NE(picture.rgba, lifePicture(digitOf(3), 6).rgba);
    EXPECT_NE(picture.rgba, lifePicture(digitOf(4), 5).rgba);
}

TEST(LifePicture, IsOfEveryKind)
{
    std::set<LifeKind> seen;
    std::set<std::string_view> names;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const life::Scene scene = life::chooseScene(0.7, seed);
        const std::set<LifeKind> kinds(scene.kinds.begin(), scene.kinds.end());
        EXPECT_EQ(kinds.size(), scene.kinds.size()) << seed;
        EXPECT_EQ(kinds.contains(LifeKind::Coarse), scene.view.height < 50) << seed;
        EXPECT_EQ(kinds.contains(LifeKind::Table), scene.sheet.hasTable) << seed;
        EXPECT_EQ(
            kinds.contains(LifeKind::Transparent), scene.surface.ground == life::Ground::Nothing);
        seen.insert(kinds.begin(), kinds.end());
    }
    EXPECT_EQ(seen.size(), std::size_t{kLifeKinds});
    for (const LifeKind kind : seen) {
        EXPECT_FALSE(nameOf(kind).empty());
        names.insert(nameOf(kind));
    }
    EXPECT_EQ(names.size(), std::size_t{kLifeKinds});
}

TEST(LifePicture, LeavesRoomAroundTheWriting)
{
    for (const double width : {0.1, 0.7, 4.0}) {
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            const life::View view = life::chooseScene(width, seed).view;
            EXPECT_GE(view.x - width * view.scale / 2, 0) << seed;
            EXPECT_LE(view.x + width * view.scale / 2, view.width) << seed;
            EXPECT_GE(view.y - view.scale / 2, 0) << seed;
            EXPECT_LE(view.y + view.scale / 2, view.height) << seed;
        }
    }
}

TEST(LifePicture, CanBeSeen)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const LifePicture picture = lifePicture(digitOf(2), seed);
        ASSERT_EQ(
            picture.rgba.size(), std::size_t{4} * static_cast<std::size_t>(picture.width) *
                                     static_cast<std::size_t>(picture.height));
        EXPECT_GT(contrastOf(picture), 25) << seed;
        bool isOpaque = true;
        for (std::size_t i = 3; i < picture.rgba.size(); i += 4) {
            isOpaque = isOpaque && picture.rgba[i] == 255;
        }
        EXPECT_NE(isOpaque, picture.is(LifeKind::Transparent)) << seed;
    }
}

TEST(LifePicture, ShowsAWholeNumber)
{
    Ink number;
    for (int i = 0; i < 4; ++i) {
        for (Stroke stroke : digitOf(2 * i)) {
            for (Point& point : stroke) {
                point.x += 110 * i;
            }
            number.push_back(std::move(stroke));
        }
    }
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        const LifePicture picture = lifePicture(number, seed);
        EXPECT_GE(picture.width, picture.height) << seed;
        if (!picture.is(LifeKind::Transparent)) {
            continue;
        }
        // All of the ink is in the picture: its edge shows none.
        for (int y = 0; y < picture.height; ++y) {
            const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
            EXPECT_EQ(picture.rgba[4 * row + 3], 0);
            EXPECT_EQ(picture.rgba[4 * (row + static_cast<std::size_t>(picture.width) - 1) + 3], 0);
        }
    }
}

TEST(LifePicture, IsDefinedForDotsAndLines)
{
    constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
    for (const Ink& ink :
         {Ink{{{5, 5}}}, {{{0, 0}, {90, 0}}}, {{{0, 0}, {0, 90}}}, {{{kNone, 1}, {2, 3}}, {}}}) {
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            EXPECT_GT(contrastOf(lifePicture(ink, seed)), 25);
        }
    }
}
