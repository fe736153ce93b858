// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/tints.h"

#include "app/shell/theme.h"

#include <QColor>
#include <QPainter>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace digitpad::tints {

namespace {

QRgb between(const QColor& from, const QColor& to, double part)
{
    const auto mix = [part](int a, int b) {
        return static_cast<int>(std::lround(std::lerp(a, b, part)));
    };
    return qRgb(
        mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

} // namespace

QList<QRgb> firing(const QPalette& palette)
{
    const bool dark = theme::isDark(palette);
    const QColor silent = dark ? QColor(0x34312e) : QColor(0xe9e5dd);
    const QColor half = dark ? QColor(0xe06a1c) : QColor(0xf0853f);
    const QColor most = dark ? QColor(0xffe9b0) : QColor(0x7a1f00);
    QList<QRgb> colours;
    for (int i = 0; i < 256; ++i) {
        const double part = i / 255.0;
        colours += part < 0.5 ? between(silent, half, part * 2) : between(half, most, part * 2 - 1);
    }
    return colours;
}

QList<QRgb> signs(const QPalette& palette)
{
    const bool dark = theme::isDark(palette);
    const QColor nothing = palette.color(QPalette::Base);
    const QColor against = dark ? QColor(0x3f86e8) : QColor(0x0b3c8c);
    const QColor speaksFor = dark ? QColor(0xffa48f) : QColor(0xe0402c);
    QList<QRgb> colours;
    for (int i = 0; i < 256; ++i) {
        // The root lets small numbers be seen.
        const double part = std::sqrt(std::min(1.0, std::abs(i - 128) / 127.0));
        colours += between(nothing, i < 128 ? against : speaksFor, part);
    }
    return colours;
}

std::uint8_t firingOf(double number, double most)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(number / most, 0.0, 1.0) * 255));
}

std::uint8_t signOf(double number, double most)
{
    return static_cast<std::uint8_t>(128 + std::lround(std::clamp(number / most, -1.0, 1.0) * 127));
}

void paintSign(QPainter& painter, const QRectF& square, bool isPlus, const QPalette& palette)
{
    constexpr double kSmallest = 7; // pixels
    if (square.width() < kSmallest) {
        return;
    }
    const double arm = std::min(square.width() * 0.22, 4.0);
    const QPointF centre = square.center();
    painter.setPen(QPen(palette.color(QPalette::Base), std::max(1.0, arm / 2.5)));
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    if (isPlus) {
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
    }
}

} // namespace digitpad::tints
