// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/canvas.h"

#include <QApplication>
#include <QEventLoop>
#include <QMouseEvent>
#include <QTimer>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

namespace digitpad::bench {

inline constexpr int kMovesAStroke = 100;

inline void send(QWidget& canvas, QEvent::Type type, const QPointF& place)
{
    const bool up = type == QEvent::MouseButtonRelease;
    QMouseEvent event(
        type, place, canvas.mapToGlobal(place), Qt::LeftButton, up ? Qt::NoButton : Qt::LeftButton,
        Qt::NoModifier);
    QApplication::sendEvent(&canvas, &event);
}

inline void wait(std::chrono::milliseconds duration)
{
    QEventLoop loop;
    QTimer::singleShot(duration, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Draws a zero in the given part of the paper, a move every 8 ms as a mouse sends them, and waits
/// until all of it is shown. watch.noteMove() is called before each move, isWaiting() afterwards.
template <class Watch>
void drawZero(Canvas& canvas, Watch& watch, const QPointF& centre, double radius)
{
    const QRectF paper = canvas.paper();
    for (int step = 0; step <= kMovesAStroke; ++step) {
        const double angle = step * 2 * std::numbers::pi / kMovesAStroke;
        const QPointF place(
            centre.x() + 0.7 * radius * std::sin(angle), centre.y() - radius * std::cos(angle));
        const QPointF pixel = paper.topLeft() + place * paper.width();
        if (step == 0) {
            send(canvas, QEvent::MouseButtonPress, pixel);
        } else {
            watch.noteMove();
            send(canvas, QEvent::MouseMove, pixel);
        }
        if (step == kMovesAStroke) {
            send(canvas, QEvent::MouseButtonRelease, pixel);
        }
        wait(std::chrono::milliseconds(8));
    }
    while (watch.isWaiting()) {
        wait(std::chrono::milliseconds(8));
    }
}

inline void report(const char* what, const std::vector<double>& sorted, double bound)
{
    const auto part = [&sorted](double share) {
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    std::printf(
        "%-52s %5zu moves: median %5.1f, 99 of 100 within %5.1f, all within %5.1f ms; bound %.0f "
        "ms, %.2f of it\n",
        what, sorted.size(), part(0.5), part(0.99), sorted.back(), bound, part(0.99) / bound);
    std::fflush(stdout);
}

} // namespace digitpad::bench
