// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_plot.h"

#include "app/map/digit_colours.h"
#include "app/map/thickest_places.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr int kMargin = 20;        // pixels around the map when all of it is shown
constexpr float kFaded = 0.12F;    // opacity of digits that somebody does not look for
constexpr int kNamePixels = 26;    // where a digit lies thickest
constexpr int kCurrentPixels = 18; // the one that is pointed at
constexpr qreal kDrawingRadius = 13;
constexpr std::size_t kTrail = 24; // places
constexpr int kTrailStays = 700;   // milliseconds after the last of them

QFont numeralFont(int pixels)
{
    QFont font = theme::bodyFont();
    font.setPixelSize(pixels);
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

MapPlot::MapPlot(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Chart);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_rested.setSingleShot(true);
    m_rested.setInterval(kTrailStays);
    connect(&m_rested, &QTimer::timeout, this, [this] {
        m_trail.clear();
        update();
    });
}

void MapPlot::setPoints(std::vector<MapPoint> points)
{
    m_points = std::move(points);
    m_places.clear();
    m_drawing.reset();
    setCurrent({});
    redraw();
}

void MapPlot::setPlaces(std::vector<Place> places)
{
    m_places = std::move(places);
    m_trail.clear();
    m_thickest = m_isMoving ? decltype(m_thickest)() : thickestPlaces(m_points, m_places);
    if (m_isFitted) {
        frameAll();
    }
    redraw();
}

void MapPlot::setMoving(bool isMoving)
{
    m_isMoving = isMoving;
    m_thickest = m_isMoving ? decltype(m_thickest)() : thickestPlaces(m_points, m_places);
    update();
}

void MapPlot::setDrawing(std::optional<Place> place, int digit)
{
    if (m_drawing && place && theme::motion(1) > 0) {
        m_trail.push_back(*m_drawing);
        if (m_trail.size() > kTrail) {
            m_trail.pop_front();
        }
        m_rested.start();
    } else {
        m_trail.clear();
    }
    m_drawing = place;
    m_drawnDigit = digit;
    update();
}

void MapPlot::setSingled(std::optional<int> digit)
{
    if (digit != m_singled) {
        m_singled = digit;
        if (m_current && isFaded(*m_current)) {
            setCurrent({});
        }
        redraw();
    }
}

void MapPlot::setCurrent(std::optional<std::size_t> point)
{
    if (point != m_current) {
        m_current = point;
        update();
        Q_EMIT currentChanged();
    }
}

bool MapPlot::isFaded(std::size_t point) const
{
    return m_singled && m_points[point].digit != *m_singled;
}

QPointF MapPlot::at(const Place& place) const
{
    return QRectF(rect()).center() +
           QPointF(
               (double{place.x} - m_middle.x) * m_scale, (double{place.y} - m_middle.y) * m_scale);
}

void MapPlot::redraw()
{
    m_picture = {};
    update();
}

void MapPlot::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_isFitted) {
        frameAll();
    }
    redraw();
}

void MapPlot::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        redraw();
    }
}

void MapPlot::paintEvent(QPaintEvent* /*event*/)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        drawPoints();
    }
    QPainter painter(this);
    painter.drawImage(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawNames(painter);
    drawDrawing(painter);
    drawCurrent(painter);
    if (m_places.empty()) {
        painter.setFont(theme::bodyFont());
        painter.setPen(theme::quietText(palette()));
        painter.drawText(rect(), Qt::AlignCenter, tr("The network looks at the digits…"));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

/// As large as there is room for: the thinner the points lie, the larger.
int MapPlot::numeralSize() const
{
    constexpr double kFilled = 0.45; // of the widget, by a map that is shown whole
    constexpr double kLeast = 8;
    constexpr double kMost = 17;
    const double room = kFilled * width() * height() / std::max<double>(1, std::ssize(m_places));
    return static_cast<int>(std::clamp(std::sqrt(room) * m_scale / m_fittedScale, kLeast, kMost));
}

void MapPlot::drawPoints()
{
    const qreal ratio = devicePixelRatioF();
    m_picture = QImage((QSizeF(size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    const int pixels = numeralSize();
    const QRectF seen = QRectF(rect()).adjusted(-pixels, -pixels, pixels, pixels);
    // What is looked for lies above what is not, and what is misread above what is read right.
    for (const auto& [faded, misread] :
         {std::pair(true, false), std::pair(true, true), std::pair(false, false),
          std::pair(false, true)}) {
        std::array<QImage, 10> sprites;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            const QPointF middle = at(m_places[i]);
            if (isFaded(i) != faded || m_points[i].isMisread != misread || !seen.contains(middle)) {
                continue;
            }
            QImage& image = sprites.at(m_points[i].digit);
            if (image.isNull()) {
                image = sprite(m_points[i].digit, pixels, faded, misread);
            }
            // On whole pixels of the screen, so that nothing is smoothed.
            const QSizeF size = image.deviceIndependentSize() / 2;
            const QPointF corner = (middle - QPointF(size.width(), size.height())) * ratio;
            painter.drawImage(QPointF(corner.toPoint()) / ratio, image);
        }
    }
}

QImage MapPlot::sprite(int digit, int pixels, bool isFaded, bool isMisread) const
{
    const qreal ratio = devicePixelRatioF();
    const int side = static_cast<int>(std::ceil(2.0 * pixels * ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isFaded ? kFaded : 1);
    const QPointF middle(side / ratio / 2, side / ratio / 2);
    if (isMisread) {
        const qreal radius = pixels * 0.72;
        painter.setBrush(palette().color(QPalette::Window));
        painter.setPen(QPen(palette().color(QPalette::WindowText), 1.25));
        painter.drawEllipse(middle, radius, radius);
    }
    paintNumeral(painter, middle, digit, pixels, digitColour(digit, palette()), false);
    return image;
}

void MapPlot::paintNumeral(
    QPainter& painter, const QPointF& middle, int digit, int pixels, const QColor& colour,
    bool hasHalo) const
{
    const QFont font = numeralFont(pixels);
    const QString text = QLocale().toString(digit);
    const QFontMetricsF metrics(font);
    const QPointF start(
        middle.x() - metrics.horizontalAdvance(text) / 2,
        middle.y() + metrics.tightBoundingRect(text).height() / 2);
    if (hasHalo) {
        QPainterPath path;
        path.addText(start, font, text);
        QColor halo = palette().color(QPalette::Window);
        painter.strokePath(path, QPen(halo, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.fillPath(path, colour);
        return;
    }
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(start, text);
}

void MapPlot::drawNames(QPainter& painter) const
{
    const int pixels = std::max(kNamePixels, 5 * numeralSize() / 2);
    for (int digit = 0; digit < 10; ++digit) {
        const auto& place = m_thickest.at(static_cast<std::size_t>(digit));
        if (place && (!m_singled || m_singled == digit)) {
            paintNumeral(painter, at(*place), digit, pixels, digitColour(digit, palette()), true);
        }
    }
}

void MapPlot::drawCurrent(QPainter& painter) const
{
    if (!m_current || *m_current >= m_places.size()) {
        return;
    }
    const int digit = m_points[*m_current].digit;
    const QPointF middle = at(m_places[*m_current]);
    painter.setBrush(palette().color(QPalette::Window));
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawEllipse(middle, kCurrentPixels * 0.8, kCurrentPixels * 0.8);
    paintNumeral(painter, middle, digit, kCurrentPixels, digitColour(digit, palette()), false);
}

/// A disc in the accent with what it is read as, and a trail of where it was.
void MapPlot::drawDrawing(QPainter& painter) const
{
    if (!m_drawing) {
        return;
    }
    const QColor accent = palette().color(QPalette::Highlight);
    for (std::size_t i = 0; i < m_trail.size(); ++i) {
        QColor faint = accent;
        faint.setAlphaF(0.6F * static_cast<float>(i + 1) / static_cast<float>(m_trail.size()));
        painter.setPen(QPen(faint, 2.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at(m_trail[i]), at(i + 1 < m_trail.size() ? m_trail[i + 1] : *m_drawing));
    }
    const QPointF middle = at(*m_drawing);
    painter.setPen(QPen(palette().color(QPalette::Window), 3));
    painter.setBrush(accent);
    painter.drawEllipse(middle, kDrawingRadius, kDrawingRadius);
    paintNumeral(
        painter, middle, m_drawnDigit, kCurrentPixels - 2,
        palette().color(QPalette::HighlightedText), false);
}

void MapPlot::fit()
{
    m_isFitted = true;
    frameAll();
    redraw();
}

void MapPlot::frameAll()
{
    if (m_places.empty()) {
        return;
    }
    const auto [left, right] = std::ranges::minmax(m_places, {}, &Place::x);
    const auto [top, bottom] = std::ranges::minmax(m_places, {}, &Place::y);
    constexpr double kLeast = 1e-9; // all in one place
    const double wide = std::max(kLeast, double{right.x} - left.x);
    const double high = std::max(kLeast, double{bottom.y} - top.y);
    m_middle = {.x = (left.x + right.x) / 2, .y = (top.y + bottom.y) / 2};
    m_scale = std::min(
        std::max(1, width() - 2 * kMargin) / wide, std::max(1, height() - 2 * kMargin) / high);
    m_fittedScale = m_scale;
}

} // namespace digitpad
