// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/progress_line.h"

#include "app/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kHeight = 4;

} // namespace

ProgressLine::ProgressLine(QWidget* parent) : QProgressBar(parent)
{
    setRange(0, kSteps);
    setTextVisible(false);
    setFixedHeight(kHeight);
    setAccessibleName(tr("Training progress"));
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
}

void ProgressLine::paintEvent(QPaintEvent* /*event*/)
{
    constexpr qreal kRadius = kHeight / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::hairline(palette()));
    QRectF line = rect();
    painter.drawRoundedRect(line, kRadius, kRadius);
    if (value() > 0) {
        line.setWidth(std::max<qreal>(kHeight, line.width() * value() / kSteps));
        painter.setBrush(palette().highlight());
        painter.drawRoundedRect(line, kRadius, kRadius);
    }
}

} // namespace digitpad
