// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/point_map.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace digitpad {

/// A point of the map.
struct MapPoint {
    std::uint8_t digit = 0; ///< what it is, 0 to 9
    bool isMisread = false;
};

/// Digits as small coloured numerals on a plane, those that are misread in a ring, and where each
/// digit lies thickest, its numeral in large. The wheel zooms, dragging moves; a digit is pointed
/// at with the mouse or the arrow keys.
class MapPlot : public QWidget {
    Q_OBJECT

public:
    explicit MapPlot(QWidget* parent = nullptr);

    /// As many places as points, or none while there are none.
    void setPoints(std::vector<MapPoint> points);
    void setPlaces(std::vector<Place> places);
    /// While they still move, it does not say where each digit lies thickest.
    void setMoving(bool isMoving);

    /// The drawing of this moment: where it belongs, and what it is read as.
    void setDrawing(std::optional<Place> place, int digit);
    [[nodiscard]] const std::optional<Place>& drawing() const { return m_drawing; }

    /// Digits other than this one fade.
    void setSingled(std::optional<int> digit);
    [[nodiscard]] std::optional<int> singled() const { return m_singled; }

    /// The point that is pointed at.
    [[nodiscard]] std::optional<std::size_t> current() const { return m_current; }
    void setCurrent(std::optional<std::size_t> point);

    /// Shows all of the map, and goes on doing so until somebody zooms or moves.
    void fit();
    void zoom(double factor);
    [[nodiscard]] bool isFitted() const { return m_isFitted; }
    /// Where something on the map is in the widget.
    [[nodiscard]] QPointF at(const Place& place) const;

    [[nodiscard]] QSize sizeHint() const override { return {560, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 200}; }

Q_SIGNALS:
    void currentChanged();
    /// A click on a point, or Enter.
    void taken(std::size_t point);
    /// A digit's key.
    void singledWanted(std::optional<int> digit);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void redraw(); // what is kept as a picture, too
    void drawPoints();
    void drawNames(QPainter& painter) const;
    void drawCurrent(QPainter& painter) const;
    void drawDrawing(QPainter& painter) const;
    void paintNumeral(
        QPainter& painter, const QPointF& middle, int digit, int pixels, const QColor& colour,
        bool hasHalo) const;
    [[nodiscard]] QImage sprite(int digit, int pixels, bool isFaded, bool isMisread) const;
    [[nodiscard]] int numeralSize() const;
    [[nodiscard]] bool isFaded(std::size_t point) const;

    void frameAll();
    void zoomAt(const QPointF& at, double factor);
    void move(const QPointF& by);
    [[nodiscard]] std::optional<std::size_t> nearest(const QPointF& at, double within) const;
    [[nodiscard]] std::optional<std::size_t> next(const QPointF& direction) const;
    void step(const QPointF& direction);

    std::vector<MapPoint> m_points;
    std::vector<Place> m_places;
    std::array<std::optional<Place>, 10> m_thickest;
    bool m_isMoving = false;
    std::optional<int> m_singled;
    std::optional<std::size_t> m_current;

    std::optional<Place> m_drawing;
    int m_drawnDigit = 0;
    std::deque<Place> m_trail; ///< where it was just before
    QTimer m_rested;           ///< it has not moved for a while

    // What of the map is shown: its middle, and how many pixels a unit of it takes.
    Place m_middle;
    double m_scale = 1;
    double m_fittedScale = 1;
    bool m_isFitted = true;

    QImage m_picture; ///< of the points; null: to be drawn
    QPointF m_pressed;
    bool m_isPressed = false;
    bool m_isDragged = false;
};

} // namespace digitpad
