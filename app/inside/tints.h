// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRgb>

#include <cstdint>

class QPainter;
class QPalette;
class QRectF;

/// The colours that numbers are painted in: tables of 256, and which of them a number has. All of
/// them grow or fall in lightness all the way, so that they can be told apart without hue.
namespace digitpad::tints {

/// How much a unit fires: from barely there, 0, to the accent and beyond, 255.
[[nodiscard]] QList<QRgb> firing(const QPalette& palette);

/// What speaks for (red) and against (blue, the further from paper of the two): 1 is the most
/// negative, 128 nothing, 255 the most positive.
[[nodiscard]] QList<QRgb> signs(const QPalette& palette);

// Into those tables; `most` is what has the strongest colour, above 0.
[[nodiscard]] std::uint8_t firingOf(double number, double most);
[[nodiscard]] std::uint8_t signOf(double number, double most);

// Signs are told by a mark as well: those of numbers beyond this part of the greatest one.
inline constexpr double kTold = 0.3;
/// A small plus or minus in a square of those colours; nothing where that is too small for one.
void paintSign(QPainter& painter, const QRectF& square, bool isPlus, const QPalette& palette);

} // namespace digitpad::tints
