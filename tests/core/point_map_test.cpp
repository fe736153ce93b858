// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/point_map.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

/// Twelve points on a line in three dimensions, the middle one at (1, 1, 1); on the map they go up.
PointMap lineMap(MapOptions::Method method)
{
    PointMap map{
        .method = method, .mean = {1, 1, 1}, .directions = {0, 0.6F, 0.8F, 0, 0.8F, -0.6F}};
    for (int i = 0; i < 12; ++i) {
        const auto along = static_cast<float>(i) - 5.5F;
        map.along.insert(map.along.end(), {along, 0});
        map.places.push_back({.x = 0, .y = 10 * along});
    }
    return map;
}

} // namespace

TEST(PointMap, PlacesAPointAlongTheDirectionsOfAPca)
{
    const PointMap map = lineMap(MapOptions::Method::Pca);
    const Place place = map.place(std::vector<float>{9, 1 + 1.2F + 0.8F, 1 + 1.6F - 0.6F});
    EXPECT_NEAR(place.x, 2, 1e-6); // 2 along the first, 1 along the second
    EXPECT_NEAR(place.y, 1, 1e-6);
}

TEST(PointMap, PlacesAPointAmongItsNeighboursOfATsne)
{
    const PointMap map = lineMap(MapOptions::Method::TSne);
    const auto at = [&](float along) {
        return map.place(std::vector<float>{1, 1 + 0.6F * along, 1 + 0.8F * along});
    };
    EXPECT_NEAR(at(0).y, 0, 1e-4); // as many on either side
    EXPECT_NEAR(at(1).y, 10, 1);
    EXPECT_LT(at(-1.5F).y, at(-1).y); // moves while the point does
    EXPECT_EQ(at(1).x, 0);
}

TEST(PointMap, PlacesAFarPointAtItsNearestSide)
{
    const Place far = lineMap(MapOptions::Method::TSne).place(std::vector<float>{1, 61, 81});
    EXPECT_GT(far.y, 25);
    EXPECT_LE(far.y, 55);
}
