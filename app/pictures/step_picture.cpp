// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/step_picture.h"

#include "app/draw/ink_colors.h"
#include "app/shell/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kLine = 2;        // of an outline
constexpr int kHalo = 4;        // beneath it, so that it shows on every picture
constexpr int kDimming = 170;   // of 255
constexpr int kLabelMargin = 3; // beside a box's digit

void strokeRect(QPainter& painter, const QRectF& rect, const QColor& color, const QColor& halo)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(halo, kHalo, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
    painter.setPen(QPen(color, kLine, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect);
}

} // namespace

StepPicture::StepPicture(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StepPicture::setPicture(const QImage& picture, const QSize& size)
{
    m_image = picture;
    m_isInk = false;
    m_size = size;
    m_place = QRect(QPoint(), size);
    m_outlined = false;
    m_boxes.clear();
    m_scaled = {};
    update();
}

void StepPicture::setInk(
    const QImage& ink, const QRect& place, const QRect& paper, const QSize& size)
{
    m_image = ink;
    m_isInk = true;
    m_size = size;
    m_place = place;
    m_paper = paper;
    m_scaled = {};
    update();
}

void StepPicture::outline(const QRect& paper)
{
    m_paper = paper;
    m_outlined = true;
    update();
}

void StepPicture::setBoxes(const std::vector<DigitBox>& boxes)
{
    if (boxes != m_boxes) {
        m_boxes = boxes;
        update();
    }
}

void StepPicture::setChosen(std::optional<int> box)
{
    if (box != m_chosen) {
        m_chosen = box;
        update();
    }
}

void StepPicture::mousePressEvent(QMouseEvent* event)
{
    for (int box = 0; box < static_cast<int>(m_boxes.size()); ++box) {
        if (placed(m_boxes[static_cast<std::size_t>(box)].place).contains(event->position())) {
            Q_EMIT clicked(box);
            return;
        }
    }
}

QSize StepPicture::sizeHint() const
{
    return {240, 200};
}

QSize StepPicture::minimumSizeHint() const
{
    return {96, 96};
}

void StepPicture::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_scaled = {}; // ink has the palette's colours
    }
}

QRectF StepPicture::placed(const QRectF& part) const
{
    const qreal ratio = devicePixelRatioF();
    const QSizeF shown = QSizeF(m_size).scaled(size(), Qt::KeepAspectRatio);
    const qreal scale = shown.width() / m_size.width();
    const auto snap = [ratio](qreal x) { return std::round(x * ratio) / ratio; };
    const QPointF topLeft(snap(part.left() * scale), snap(part.top() * scale));
    const QPointF bottomRight(snap(part.right() * scale), snap(part.bottom() * scale));
    return {topLeft, bottomRight};
}

void StepPicture::paintEvent(QPaintEvent* /*event*/)
{
    if (m_image.isNull() || m_size.isEmpty()) {
        return;
    }
    QPainter painter(this);
    const QRectF whole = placed(QRectF(QPointF(), m_size));
    if (m_isInk) {
        painter.fillRect(placed(m_paper), palette().base());
    } else if (m_image.hasAlphaChannel()) { // light ink and dark ink can both be seen on it
        painter.fillRect(whole, palette().mid());
    }
    paintImage(painter, placed(m_place));
    const qreal hair = 1 / devicePixelRatioF();
    painter.setPen(QPen(theme::hairline(palette()), hair));
    painter.drawRect(whole.adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2));
    if (m_outlined) {
        paintOutline(painter, whole);
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (static_cast<int>(i) == m_chosen) {
            QColor tint = palette().color(QPalette::Highlight);
            tint.setAlphaF(0.25F);
            painter.fillRect(placed(m_boxes[i].place), tint);
        }
        paintBox(painter, m_boxes[i]);
    }
}

// Scaled once for a place. What is smaller than its place shows its pixels.
void StepPicture::paintImage(QPainter& painter, const QRectF& place)
{
    const qreal ratio = devicePixelRatioF();
    const QSize size = (place.size() * ratio).toSize().expandedTo({1, 1});
    if (m_scaled.size() != size) {
        QImage image = m_image;
        if (m_isInk) {
            image.setColorTable(
                inkColors(palette().color(QPalette::Base), palette().color(QPalette::Text)));
            image = image.convertToFormat(QImage::Format_RGB32);
        }
        const bool shrinks = image.width() >= size.width() || image.height() >= size.height();
        m_scaled = QPixmap::fromImage(image.scaled(
            size, Qt::IgnoreAspectRatio,
            shrinks ? Qt::SmoothTransformation : Qt::FastTransformation));
    }
    painter.drawPixmap(place, m_scaled, QRectF(m_scaled.rect()));
}

void StepPicture::paintOutline(QPainter& painter, const QRectF& whole) const
{
    const QRectF paper = placed(m_paper);
    QColor dimmed = palette().color(QPalette::Window);
    dimmed.setAlpha(kDimming);
    painter.setClipRegion(QRegion(whole.toAlignedRect()) - QRegion(paper.toRect()));
    painter.fillRect(whole, dimmed);
    painter.setClipping(false);
    constexpr qreal kInset = kLine / 2.0;
    QColor halo = palette().color(QPalette::Base);
    halo.setAlpha(kDimming);
    strokeRect(
        painter, paper.adjusted(kInset, kInset, -kInset, -kInset),
        palette().color(QPalette::Highlight), halo);
}

/// The box, and above it, where there is room, its digit.
void StepPicture::paintBox(QPainter& painter, const DigitBox& box) const
{
    const QColor color =
        box.isSure ? palette().color(QPalette::Highlight) : theme::quietText(palette());
    QColor halo = palette().color(QPalette::Base);
    halo.setAlpha(kDimming);
    const QRectF place = placed(box.place);
    strokeRect(painter, place.adjusted(-1, -1, 1, 1), color, halo);

    painter.setFont(theme::captionFont());
    const QFontMetricsF metrics(painter.font());
    const QSizeF tag(
        metrics.horizontalAdvance(box.label) + 2 * kLabelMargin, metrics.height() - kLabelMargin);
    if (tag.width() > place.width() + 2 * kHalo) {
        return; // labels would hide each other
    }
    const QPointF corner(place.left() - kLine, std::max(0.0, place.top() - tag.height()));
    painter.fillRect(QRectF(corner, tag), color);
    painter.setPen(palette().color(box.isSure ? QPalette::HighlightedText : QPalette::Base));
    painter.drawText(QRectF(corner, tag), Qt::AlignCenter | Qt::TextDontClip, box.label);
}

} // namespace digitpad
