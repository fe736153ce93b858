// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/digit.h"

#include "core/ink/stroke.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace digitpad;

namespace {

constexpr int kSide = 300;

/// A stroke, or a blob where both ends are one, that fades within `edge` pixels.
void draw(Plane& plane, Point from, Point to, double width, float level, double edge = 1)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::max(dx * dx + dy * dy, 1e-9);
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            const double along =
                std::clamp(((x - from.x) * dx + (y - from.y) * dy) / length, 0.0, 1.0);
            const double away = std::hypot(x - from.x - along * dx, y - from.y - along * dy);
            const double part = std::clamp((width / 2 - away) / edge + 0.5, 0.0, 1.0);
            plane.at(x, y) = std::max(plane.at(x, y), level * static_cast<float>(part));
        }
    }
}

/// A 7 from 100 to 200 across and from 60 to 220 down.
Plane seven()
{
    Plane plane(kSide, kSide);
    draw(plane, {105, 65}, {195, 65}, 10, 0.5F);
    draw(plane, {195, 65}, {140, 215}, 10, 0.5F);
    return plane;
}

InkMap mapOf(Plane ink, float threshold = 0.25F)
{
    return {.ink = std::move(ink), .threshold = threshold};
}

void expectSeven(const std::optional<Digit>& digit)
{
    ASSERT_TRUE(digit.has_value());
    EXPECT_NEAR(digit->box.left, 100, 3);
    EXPECT_NEAR(digit->box.right, 200, 3);
    EXPECT_NEAR(digit->box.top, 60, 3);
    EXPECT_NEAR(digit->box.bottom, 220, 3);
}

} // namespace

TEST(FindDigit, TakesNoShadowForInk)
{
    Plane ink = seven();
    draw(ink, {60, 170}, {60, 190}, 60, 0.5F, 50); // more ink than the 7 has, but soft
    draw(ink, {250, 80}, {250, 100}, 40, 0.4F, 35);
    expectSeven(findDigit(mapOf(ink)));
    // Where all is soft, a picture out of focus, it is a digit all the same.
    Plane blurred(kSide, kSide);
    draw(blurred, {105, 65}, {195, 65}, 24, 0.5F, 22);
    draw(blurred, {195, 65}, {140, 215}, 24, 0.5F, 22);
    EXPECT_TRUE(findDigit(mapOf(blurred)).has_value());
}

TEST(FindDigit, TakesNoHairForAStroke)
{
    Plane ink = seven();
    for (int y = 40; y < 240; ++y) { // the edge of a sheet
        ink.at(80, y) = 0.4F;
    }
    expectSeven(findDigit(mapOf(ink)));
    Plane thin(kSide, kSide); // unless the pen is as thin
    for (int y = 40; y < 240; ++y) {
        thin.at(80, y) = thin.at(100, y) = 0.4F;
    }
    const auto digit = findDigit(mapOf(thin, 0.2F));
    ASSERT_TRUE(digit.has_value());
    EXPECT_EQ(digit->box.width(), 21);
}

TEST(FindDigit, SeesInkAmongThousandsOfSpecks)
{
    Plane ink = seven();
    std::uint32_t state = 1;
    for (int i = 0; i < 6000; ++i) {
        state = state * 1664525 + 1013904223;
        float& value = ink.values[(state >> 8) % ink.values.size()];
        value = std::max(value, 0.3F);
    }
    for (std::size_t i = 0; i < ink.values.size(); i += 3) {
        ink.values[i] = ink.values[i] > 0 ? ink.values[i] : -0.03F;
    }
    EXPECT_TRUE(findDigit(mapOf(ink)).has_value());
    Plane specks(kSide, kSide);
    for (int i = 0; i < 6000; ++i) {
        state = state * 1664525 + 1013904223;
        specks.values[(state >> 8) % specks.values.size()] = 0.3F;
    }
    EXPECT_FALSE(findDigit(mapOf(specks)).has_value());
}
