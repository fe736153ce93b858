// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/chart_sheet.h"

#include "app/shell/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ChartSheet)
};

QRectF legendPlace(const ChartSheet& sheet)
{
    return {
        theme::kMargin + sheet.size.width() + qreal{theme::kGroup}, theme::kMargin,
        CurvesLegend::kWidth, 0};
}

QSize sizeOf(const ChartSheet& sheet)
{
    const QRectF legend = legendPlace(sheet);
    const auto height =
        static_cast<int>(paintLegend(nullptr, legend, sheet.legend, {}, sheet.palette));
    return {
        static_cast<int>(legend.right()) + theme::kMargin,
        std::max(sheet.size.height(), height) + 2 * theme::kMargin};
}

void paint(QPainter& painter, const ChartSheet& sheet)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(QPoint(), sizeOf(sheet)), sheet.palette.color(QPalette::Window));
    sheet.plot.paint(
        painter, QRectF(QPointF(theme::kMargin, theme::kMargin), sheet.size), sheet.palette);
    paintLegend(&painter, legendPlace(sheet), sheet.legend, {}, sheet.palette);
}

} // namespace

QImage sheetImage(const ChartSheet& sheet)
{
    constexpr int kScale = 2;
    QImage image(sizeOf(sheet) * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    QPainter painter(&image);
    paint(painter, sheet);
    return image;
}

QByteArray sheetSvg(const ChartSheet& sheet)
{
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(Words::tr("Training runs"));
    generator.setSize(sizeOf(sheet));
    generator.setViewBox(QRect(QPoint(), sizeOf(sheet)));
    generator.setResolution(QImage(1, 1, QImage::Format_RGB32).logicalDpiX()); // as on the screen
    QPainter painter(&generator);
    paint(painter, sheet);
    painter.end();
    return svg;
}

} // namespace digitpad
