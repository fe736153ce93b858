// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/ink_layer.h"
#include "app/draw/sketch.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QEventPoint;
class QTouchEvent;

namespace digitpad {

/// The paper: a square to draw on with mouse, pen or finger.
///
/// One thing draws at a time: what touches the paper first, until it leaves; everything else is
/// ignored meanwhile (a second finger, a palm, mouse events made up from the pen's). A stroke ends
/// whole when the pen leaves the paper, and also when the canvas loses the focus, its window or its
/// visibility; a touch that the system takes back takes its stroke with it. Beyond the edge the pen
/// draws along the edge, so that what is read is what is seen.
class Canvas : public QWidget {
    Q_OBJECT

public:
    /// A paper with a sketch of its own.
    explicit Canvas(QWidget* parent = nullptr);
    /// One more paper for a sketch: what is drawn on one is seen on all.
    explicit Canvas(std::shared_ptr<Sketch> sketch, QWidget* parent = nullptr);

    /// The strokes that are finished.
    [[nodiscard]] const Drawing& drawing() const { return m_sketch->strokes(); }
    /// All there is, with the stroke being drawn.
    [[nodiscard]] Ink ink() const;
    [[nodiscard]] bool isEmpty() const { return drawing().isEmpty() && m_stroke.isEmpty(); }
    [[nodiscard]] bool isDrawing() const { return m_tool.has_value(); }
    [[nodiscard]] QUndoStack& undoStack() { return m_sketch->undoStack(); }
    [[nodiscard]] const std::shared_ptr<Sketch>& sketch() const { return m_sketch; }

    /// The finished strokes in black on white, side × side pixels.
    [[nodiscard]] QImage picture(int side) const;

    /// The square of the widget that is paper, in widget coordinates; whole device pixels.
    [[nodiscard]] QRectF paper() const;

    /// Frames the digits of a number, in the units of the ink, one of them in the accent colour;
    /// none for a single digit.
    void setBoxes(const std::vector<QRectF>& boxes, std::optional<std::size_t> chosen = {});
    [[nodiscard]] const std::vector<QRectF>& boxes() const { return m_boxes; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // Each ends the stroke being drawn first.
    void undo();
    void redo();
    void clear();
    void insert(const Drawing& strokes);

Q_SIGNALS:
    /// Something was drawn or taken away, be it one point.
    void inkChanged();
    /// The pen left the paper.
    void strokeEnded();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Tool { Mouse, Pen, Eraser, Finger };

    // What the pen does, in canvas_input.cpp. Pressure is absent where the device has none.
    void touchEvent(QTouchEvent* event);
    void followFinger(const QEventPoint& finger, std::optional<qreal> pressure);
    void
    press(Tool tool, const QPointF& place, std::optional<qreal> pressure, quint64 milliseconds);
    void move(const QPointF& place, std::optional<qreal> pressure, quint64 milliseconds);
    void release();
    void abandon();
    [[nodiscard]] qreal pressureBySpeed(const QPointF& place, quint64 milliseconds);
    void eraseTo(const QPointF& place);

    [[nodiscard]] QPointF toPaper(const QPointF& widget) const;
    [[nodiscard]] QRect toWidget(const QRect& pixels) const;
    [[nodiscard]] QRect tail() const;
    void appendPoint(const PenPoint& point);
    void renderWhenStale();
    void adoptPalette();
    void inkOver(const Drawing& strokes);
    void blank(const Drawing& strokes);
    void paintTail(QPainter& painter) const;
    void paintGuide(QPainter& painter) const;
    void paintBoxes(QPainter& painter) const;

    std::shared_ptr<Sketch> m_sketch;
    InkLayer m_layer; // the strokes, and the one being drawn as far as it is settled

    std::vector<QRectF> m_boxes;
    std::optional<std::size_t> m_chosenBox;
    std::optional<Tool> m_tool;
    PenStroke m_stroke;
    QPointF m_lastPlace;
    quint64 m_lastTime = 0;
    qreal m_speedPressure = 0;
    int m_fingerId = -1;
    bool m_ignoresMadeUpMouse = false; // a pen or finger was seen: its own events are enough
    bool m_erasing = false;            // strokes were taken away since the eraser touched the paper
    bool m_focusShown = false;
};

} // namespace digitpad
