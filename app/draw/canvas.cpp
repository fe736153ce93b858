// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/canvas.h"

#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr int kRing = 3; // room around the paper for its edge and the focus ring

// A dot the size of a pen's tip, with a rim so that it shows on ink too.
QCursor penCursor(const QPalette& palette, qreal pixelRatio)
{
    constexpr int kSide = 16;
    QPixmap pixmap(QSize(kSide, kSide) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Base), 1.5));
    painter.setBrush(palette.color(QPalette::Text));
    painter.drawEllipse(QPointF(kSide, kSide) / 2, 3.75, 3.75);
    return QCursor(pixmap, kSide / 2, kSide / 2);
}

} // namespace

Canvas::Canvas(QWidget* parent) : Canvas(std::make_shared<Sketch>(), parent) {}

Canvas::Canvas(std::shared_ptr<Sketch> sketch, QWidget* parent)
    : QWidget(parent), m_sketch(std::move(sketch))
{
    setAccessibleRole(this, QAccessible::Canvas);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setMouseTracking(true); // a move without buttons tells that a release got lost
    setAccessibleName(tr("Paper"));
    setAccessibleDescription(tr("Draw a digit here with a mouse, a pen or a finger."));
    connect(m_sketch.get(), &Sketch::appeared, this, &Canvas::inkOver);
    connect(m_sketch.get(), &Sketch::disappeared, this, &Canvas::blank);
}

Ink Canvas::ink() const
{
    return toInk(m_stroke.isEmpty() ? drawing() : drawing() + Drawing{m_stroke});
}

QImage Canvas::picture(int side) const
{
    InkLayer layer(side);
    layer.redraw(drawing(), layer.image().rect());
    return layer.image().convertToFormat(QImage::Format_Grayscale8);
}

QRectF Canvas::paper() const
{
    const qreal ratio = devicePixelRatioF();
    const qreal side = std::floor((std::min(width(), height()) - 2 * kRing) * ratio);
    const auto margin = [ratio, side](int length) {
        return std::round((length - side / ratio) / 2 * ratio) / ratio;
    };
    return {
        margin(width()), margin(height()), std::max(side, 1.0) / ratio,
        std::max(side, 1.0) / ratio};
}

QSize Canvas::sizeHint() const
{
    return {560, 560};
}

QSize Canvas::minimumSizeHint() const
{
    return {240, 240};
}

void Canvas::undo()
{
    release();
    undoStack().undo();
}

void Canvas::redo()
{
    release();
    undoStack().redo();
}

void Canvas::clear()
{
    release();
    m_sketch->clear();
}

void Canvas::insert(const Drawing& strokes)
{
    release();
    m_sketch->add(strokes);
}

void Canvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        adoptPalette();
        update();
    }
    QWidget::changeEvent(event);
}

QPointF Canvas::toPaper(const QPointF& widget) const
{
    const QRectF square = paper();
    const QPointF place = (widget - square.topLeft()) / square.width();
    return {std::clamp(place.x(), 0.0, 1.0), std::clamp(place.y(), 0.0, 1.0)};
}

QRect Canvas::toWidget(const QRect& pixels) const
{
    const qreal ratio = devicePixelRatioF();
    const QRectF scaled(QPointF(pixels.topLeft()) / ratio, QSizeF(pixels.size()) / ratio);
    return scaled.translated(paper().topLeft()).toAlignedRect();
}

// Where the line from the settled ink to the pen lies, in widget coordinates.
QRect Canvas::tail() const
{
    return m_stroke.size() < 2 ? QRect() : toWidget(m_layer.pixels(inkedRect(m_stroke.last(2))));
}

void Canvas::appendPoint(const PenPoint& point)
{
    const bool wasEmpty = isEmpty();
    const QRect oldTail = tail();
    renderWhenStale();
    m_stroke.append(point);
    const QRect drawn = m_layer.drawPoint(m_stroke, m_stroke.size() - 1);
    if (wasEmpty) {
        update(); // the guide goes
    } else {
        update(toWidget(drawn) | oldTail | tail());
    }
    Q_EMIT inkChanged();
}

// The layer follows the widget's size and its screen's pixel ratio.
void Canvas::renderWhenStale()
{
    const int side = static_cast<int>(std::lround(paper().width() * devicePixelRatioF()));
    if (m_layer.side() == side) {
        return;
    }
    m_layer = InkLayer(side);
    adoptPalette();
    m_layer.redraw(drawing(), m_layer.image().rect());
    for (qsizetype i = 0; i < m_stroke.size(); ++i) {
        m_layer.drawPoint(m_stroke, i);
    }
}

void Canvas::adoptPalette()
{
    m_layer.setColors(palette().color(QPalette::Base), palette().color(QPalette::Text));
    setCursor(penCursor(palette(), devicePixelRatioF()));
}

// Ink only ever adds to what is there, in any order.
void Canvas::inkOver(const Drawing& strokes)
{
    renderWhenStale();
    for (const PenStroke& stroke : strokes) {
        m_layer.draw(stroke);
        update(toWidget(m_layer.pixels(inkedRect(stroke))));
    }
    if (drawing().size() == strokes.size()) {
        update(); // the guide goes
    }
    Q_EMIT inkChanged();
}

void Canvas::blank(const Drawing& strokes)
{
    QRectF where;
    for (const PenStroke& stroke : strokes) {
        where |= inkedRect(stroke);
    }
    renderWhenStale();
    const QRect pixels = m_layer.pixels(where);
    m_layer.redraw(drawing(), pixels);
    if (isEmpty()) {
        update(); // the guide comes back
    } else {
        update(toWidget(pixels));
    }
    Q_EMIT inkChanged();
}

void Canvas::paintEvent(QPaintEvent* /*event*/)
{
    renderWhenStale();
    const QRectF square = paper();
    QPainter painter(this);
    painter.drawImage(square, m_layer.image());
    paintTail(painter);
    paintBoxes(painter);
    if (isEmpty() && !isDrawing()) {
        paintGuide(painter);
    }
    const bool ring = m_focusShown && hasFocus();
    const QPen edge(
        ring ? palette().color(QPalette::Highlight) : theme::hairline(palette()), ring ? 2 : 1);
    const qreal out = edge.widthF() / 2;
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square.adjusted(-out, -out, out, out));
}

// The settled ink ends half-way to the newest point; a plain line joins it to the pen until the
// next point says how the line bends.
void Canvas::paintTail(QPainter& painter) const
{
    if (m_stroke.size() < 2) {
        return;
    }
    const PenPoint& last = m_stroke.last();
    const PenPoint& before = m_stroke[m_stroke.size() - 2];
    const QRectF square = paper();
    const auto place = [&square](const QPointF& point) {
        return square.topLeft() + point * square.width();
    };
    painter.save();
    painter.setClipRect(square);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(
        palette().color(QPalette::Text), penWidth(last.pressure) * square.width(), Qt::SolidLine,
        Qt::RoundCap));
    painter.drawLine(place((before.position + last.position) / 2), place(last.position));
    painter.restore();
}

void Canvas::setBoxes(const std::vector<QRectF>& boxes, std::optional<std::size_t> chosen)
{
    if (boxes != m_boxes || chosen != m_chosenBox) {
        m_boxes = boxes;
        m_chosenBox = chosen;
        update();
    }
}

// Around the ink with the pen's width, which the boxes leave out.
void Canvas::paintBoxes(QPainter& painter) const
{
    const QRectF square = paper();
    const qreal around = penWidth(1) * square.width() / 2 + 4;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const QRectF& box = m_boxes[i];
        painter.setPen(QPen(
            i == m_chosenBox ? palette().color(QPalette::Highlight) : theme::hairline(palette()),
            1.5));
        const QRectF place(
            square.topLeft() + box.topLeft() * square.width(), box.size() * square.width());
        painter.drawRoundedRect(
            place.adjusted(-around, -around, around, around).intersected(square), 6, 6);
    }
    painter.restore();
}

// Where a digit fits: the 20 of 28 pixels that MNIST's digits fill, a little narrower than high.
void Canvas::paintGuide(QPainter& painter) const
{
    const QRectF square = paper();
    QRectF box(0, 0, square.width() * 0.50, square.width() * 20 / 28);
    box.moveCenter(square.center());

    QPen dashes(theme::hairline(palette()), 1.5);
    dashes.setDashPattern({5, 5});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(dashes);
    painter.drawRoundedRect(box, theme::kMargin, theme::kMargin);
    painter.setPen(theme::quietText(palette()));
    QFont words = theme::titleFont(font());
    words.setWeight(QFont::Normal);
    painter.setFont(words);
    painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, tr("Draw a digit"));
    painter.restore();
}

} // namespace digitpad
