// SPDX-License-Identifier: GPL-3.0-or-later

// How a NetworkDiagram is painted.

#include "app/draw/ink_colors.h"
#include "app/draw/paint_glyph.h"
#include "app/inside/network_diagram.h"
#include "app/inside/open_model.h"
#include "app/inside/tints.h"
#include "app/shell/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr double kRoundCell = 8; // smaller ones are squares

} // namespace

/// What runs through it, a pixel for each number.
void NetworkDiagram::paintNumbers()
{
    for (int layer = 1; layer < lastLayer(); ++layer) {
        paintNumbers(layer);
    }
}

void NetworkDiagram::paintNumbers(int layer)
{
    const Layer& of = m_layers[static_cast<std::size_t>(layer)];
    QImage& image = m_columns[static_cast<std::size_t>(layer)].image;
    const QList<QRgb> colours = tints::firing(palette());
    image = QImage(of.columns, of.rows * of.units, QImage::Format_RGB32);
    if (m_reading == nullptr) {
        image.fill(colours.front());
        return;
    }
    const auto& values = m_reading->activations.layers[static_cast<std::size_t>(layer)].values;
    const double most = std::max(1e-6, static_cast<double>(std::ranges::max(values)));
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const float* from = values.data() + static_cast<std::ptrdiff_t>(y) * of.columns;
        std::transform(from, from + of.columns, line, [&](float value) {
            return colours[tints::firingOf(value, most)];
        });
    }
}

void NetworkDiagram::paintEvent(QPaintEvent* /*event*/)
{
    if (m_layers.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCaptions(painter);
    const Column& glyph = m_columns.front();
    static const Glyph kBlank;
    paintGlyph(
        painter, m_reading != nullptr ? m_reading->glyph : kBlank, glyph.corner, glyph.mosaic.cell,
        palette());
    for (int layer = 1; layer < lastLayer(); ++layer) {
        paintTiles(painter, layer);
    }
    paintField(painter);
    paintLinks(painter);
    paintOutputs(painter);
    paintFrames(painter);
}

void NetworkDiagram::paintCaptions(QPainter& painter) const
{
    painter.setFont(theme::captionFont());
    const double line = captionLine();
    for (int layer = 0; layer <= lastLayer(); ++layer) {
        const Column& column = m_columns[static_cast<std::size_t>(layer)];
        const double left = layer == lastLayer() ? column.area.left() : column.corner.x();
        const double right = layer == lastLayer()
                                 ? width()
                                 : m_columns[static_cast<std::size_t>(layer) + 1].corner.x() - 4;
        const QRectF above(left, 0, right - left, line);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(above, Qt::AlignLeft | Qt::AlignVCenter, layerTitle(m_layers, layer));
        painter.setPen(theme::quietText(palette()));
        const Layer& of = m_layers[static_cast<std::size_t>(layer)];
        const QString shape = layerShape(of, locale());
        const bool fits = painter.fontMetrics().horizontalAdvance(shape) <= above.width();
        painter.drawText(
            above.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter,
            fits ? shape : locale().toString(of.units));
    }
}

void NetworkDiagram::paintTiles(QPainter& painter, int layer) const
{
    const Column& column = m_columns[static_cast<std::size_t>(layer)];
    const Mosaic& mosaic = column.mosaic;
    const bool isRound = mosaic.rows == 1 && mosaic.columns == 1 && mosaic.cell >= kRoundCell;
    painter.save();
    painter.translate(column.corner);
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, mosaic.cell * devicePixelRatioF() < 1);
    for (int shown = 0; shown < mosaic.maps; ++shown) {
        const int top = (column.first + shown) * mosaic.rows;
        if (isRound) {
            painter.setBrush(QColor(column.image.pixel(0, top)));
            painter.drawEllipse(mosaic.tile(shown));
        } else {
            painter.drawImage(
                mosaic.tile(shown), column.image, QRectF(0, top, mosaic.columns, mosaic.rows));
        }
    }
    painter.restore();
}

void NetworkDiagram::paintOutputs(QPainter& painter) const
{
    const Column& column = m_columns.back();
    const QList<QRgb> colours = tints::firing(palette());
    const double tall = column.area.height() / column.mosaic.maps;
    const Prediction none;
    const Prediction& prediction = m_reading != nullptr ? m_reading->activations.prediction : none;
    for (int unit = 0; unit < column.mosaic.maps; ++unit) {
        const bool isDigit = unit < 10;
        const bool wins =
            m_reading != nullptr && isDigit && prediction.accepted() && prediction.digit() == unit;
        const double share = m_reading == nullptr ? 0
                             : isDigit ? prediction.probabilities[static_cast<std::size_t>(unit)]
                                       : 1 - prediction.digitScore;
        const QRectF tile = place({.layer = lastLayer(), .unit = unit});
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(colours[tints::firingOf(share, 1)]));
        painter.drawEllipse(tile);
        QFont font = theme::bodyFont();
        font.setWeight(wins ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(wins ? palette().color(QPalette::WindowText) : theme::quietText(palette()));
        const QRectF row(
            tile.right() + theme::kGap, column.area.top() + unit * tall,
            column.area.right() - tile.right() - theme::kGap, tall);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, outputTitle(unit, locale()));
        if (m_reading != nullptr) {
            const float logit = m_reading->activations.logits()[static_cast<std::size_t>(unit)];
            painter.drawText(
                row, Qt::AlignRight | Qt::AlignVCenter, locale().toString(logit, 'f', 2));
        }
    }
}

/// Lines whose colour tells the sign and whose width the size; what speaks against is dashed.
void NetworkDiagram::paintLinks(QPainter& painter) const
{
    const QList<QRgb> colours = tints::signs(palette());
    painter.setBrush(Qt::NoBrush);
    for (const NetworkLink& link : m_links) {
        const QRectF from = place(link.from);
        const QRectF to = place({.layer = link.from.layer + 1, .unit = link.to});
        if (from.isNull() || to.isNull()) {
            continue;
        }
        QPen pen(QColor(colours[tints::signOf(link.strength, 1)]), 1 + 2 * std::abs(link.strength));
        pen.setCapStyle(Qt::FlatCap);
        if (link.strength < 0) {
            pen.setDashPattern({4, 3});
        }
        painter.setPen(pen);
        const QPointF start(from.right() + 1, from.center().y());
        const QPointF end(to.left() - 2, to.center().y());
        const QPointF bend((end.x() - start.x()) / 2, 0);
        QPainterPath path(start);
        path.cubicTo(start + bend, end - bend, end);
        painter.drawPath(path);
    }
}

/// From what it looks at to the unit.
void NetworkDiagram::paintField(QPainter& painter) const
{
    if (m_field.isNull() || !m_chosen || m_chosen->layer == lastLayer()) {
        return;
    }
    const QRectF unit = place(*m_chosen);
    if (unit.isNull()) {
        return;
    }
    const Column& glyph = m_columns.front();
    const double cell = glyph.mosaic.cell;
    const QRectF field(glyph.corner + m_field.topLeft() * cell, m_field.size() * cell);
    QColor line = palette().color(QPalette::Highlight);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, 1.5));
    painter.drawRect(field);
    line.setAlphaF(0.55F);
    painter.setPen(QPen(line, 1));
    painter.drawLine(field.topRight(), unit.topLeft());
    painter.drawLine(field.bottomRight(), unit.bottomLeft());
}

void NetworkDiagram::paintFrames(QPainter& painter) const
{
    const auto frame = [&](UnitPlace unit, const QPen& pen) {
        QRectF around = place(unit);
        if (around.isNull()) {
            return;
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        around.adjust(-2, -2, 2, 2);
        const bool isRound = givesNumbers(m_layers[static_cast<std::size_t>(unit.layer)]);
        const double radius = isRound ? around.width() / 2 : 2;
        painter.drawRoundedRect(around, radius, radius);
    };
    if (m_chosen) {
        frame(*m_chosen, QPen(palette().color(QPalette::Highlight), 2));
    }
    if (hasFocus()) {
        QPen pen(palette().color(QPalette::WindowText), 1.5);
        pen.setDashPattern({2, 2});
        frame(m_cursor, pen);
    }
}

} // namespace digitpad
