// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/digit_colours.h"

#include "app/shell/theme.h"

#include <array>
#include <cstddef>

namespace digitpad {

namespace {

// Found by a random search for ten colours that lie as far apart as they can: every two of them are
// at least 13.9 apart by CIEDE2000 (CIE 2001), for normal eyes and for those that lack one kind of
// cones, as G. Machado and others (2009) simulate them; and each has a contrast of 4.5:1 with
// window and base. Digits that are often taken for each other have colours far apart.
constexpr std::array<QRgb, 10> kOnLight{0xff0f646e, 0xff390a45, 0xffd209a4, 0xff4c0000, 0xff302d32,
                                        0xff00019c, 0xff714629, 0xff816d66, 0xff6b7800, 0xff0365ff};
constexpr std::array<QRgb, 10> kOnDark{0xffd9c3ff, 0xffcebd24, 0xff8effb5, 0xff999012, 0xfff394ad,
                                       0xffe8ffff, 0xff08a175, 0xffff32b2, 0xff9386ff, 0xffffff00};

} // namespace

QColor digitColour(int digit, const QPalette& palette)
{
    return (theme::isDark(palette) ? kOnDark : kOnLight).at(static_cast<std::size_t>(digit));
}

} // namespace digitpad
