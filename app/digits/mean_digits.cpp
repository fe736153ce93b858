// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/mean_digits.h"

#include "app/draw/paint_glyph.h"
#include "app/shell/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kWide = 72; // as a bar of BalanceBars
constexpr int kSide = 2 * Glyph::kSide;

} // namespace

MeanDigits::MeanDigits(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("The mean of each digit"));
    setToolTip(tr("The mean of each digit: the darker a pixel, the more of them have ink there"));
}

void MeanDigits::setMeans(const std::array<Glyph, 10>& means)
{
    m_means = means;
    update();
}

double MeanDigits::columnWidth() const
{
    return std::min<double>(kWide, static_cast<double>(width()) / kDigits);
}

QSize MeanDigits::sizeHint() const
{
    return {kDigits * kWide, kSide};
}

void MeanDigits::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double room = columnWidth() - theme::kMargin; // as wide as its bar
    const double side = std::min<double>(kSide, room);
    for (int digit = 0; digit < kDigits; ++digit) {
        const QRectF place(
            digit * columnWidth() + (room - side) / 2, (height() - side) / 2, side, side);
        painter.drawImage(
            place, glyphImage(m_means.at(static_cast<std::size_t>(digit)), palette()));
    }
}

void MeanDigits::mousePressEvent(QMouseEvent* event)
{
    const int digit = static_cast<int>(std::floor(event->position().x() / columnWidth()));
    if (digit >= 0 && digit < kDigits) {
        Q_EMIT clicked(digit);
    }
}

} // namespace digitpad
