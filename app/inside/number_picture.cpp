// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/number_picture.h"

#include "app/draw/ink_colors.h"
#include "app/inside/tints.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace digitpad {

namespace {

constexpr int kTileGap = 2;

QList<QRgb> tableOf(NumberPicture::Colours colours, const QPalette& palette)
{
    switch (colours) {
    case NumberPicture::Colours::Pixels:
        return inkColors(palette.color(QPalette::Base), palette.color(QPalette::Text));
    case NumberPicture::Colours::Firing:
        return tints::firing(palette);
    case NumberPicture::Colours::Signs:
        break;
    }
    return tints::signs(palette);
}

} // namespace

NumberPicture::NumberPicture(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void NumberPicture::setNumbers(
    int maps, int rows, int columns, const std::vector<float>& numbers, Colours colours,
    double most)
{
    const bool sameShape =
        m_mosaic.maps == maps && m_mosaic.rows == rows && m_mosaic.columns == columns;
    if (!sameShape || m_image.isNull()) {
        m_mosaic = {.maps = maps, .rows = rows, .columns = columns};
        m_image = QImage(columns, rows * maps, QImage::Format_Indexed8);
        m_pointed.reset();
        m_chosen.reset();
        fit();
    }
    if (!sameShape || colours != m_colours || m_image.colorCount() == 0) {
        m_colours = colours;
        adoptPalette();
    }
    for (int y = 0; y < m_image.height(); ++y) {
        uchar* line = m_image.scanLine(y);
        const float* from = numbers.data() + static_cast<std::ptrdiff_t>(y) * columns;
        std::transform(from, from + columns, line, [&](float number) {
            return colours == Colours::Signs ? tints::signOf(number, most)
                                             : tints::firingOf(number, most);
        });
    }
    update();
}

void NumberPicture::setPointed(std::optional<std::size_t> number)
{
    if (number != m_pointed) {
        m_pointed = number;
        update();
    }
}

void NumberPicture::setChosen(std::optional<std::size_t> number)
{
    if (number != m_chosen) {
        m_chosen = number;
        update();
    }
}

void NumberPicture::setSide(int side)
{
    if (side != m_side) {
        m_side = side;
        updateGeometry();
    }
}

QSize NumberPicture::sizeHint() const
{
    return {m_side, m_side};
}

QSize NumberPicture::minimumSizeHint() const
{
    return {84, 84};
}

void NumberPicture::fit()
{
    const double ratio = devicePixelRatioF();
    const double gap = m_mosaic.maps > 1 ? kTileGap : 0;
    m_mosaic = Mosaic::fitted(
        m_mosaic.maps, m_mosaic.rows, m_mosaic.columns, QSizeF(size()) - 2 * QSizeF(kEdge, kEdge),
        gap, ratio);
}

void NumberPicture::adoptPalette()
{
    if (!m_image.isNull()) {
        m_image.setColorTable(tableOf(m_colours, palette()));
    }
}

void NumberPicture::point(std::optional<std::size_t> number)
{
    if (number != m_pointed) {
        setPointed(number);
        Q_EMIT pointedChanged(number);
    }
}

void NumberPicture::paintEvent(QPaintEvent* /*event*/)
{
    if (m_image.isNull()) {
        return;
    }
    QPainter painter(this);
    painter.translate(kEdge, kEdge);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_mosaic.cell < 1);
    for (int map = 0; map < m_mosaic.maps; ++map) {
        const QRectF from(0, map * m_mosaic.rows, m_mosaic.columns, m_mosaic.rows);
        painter.drawImage(m_mosaic.tile(map), m_image, from);
    }
    paintSigns(painter);
    painter.setPen(theme::hairline(palette()));
    if (m_mosaic.maps == 1) {
        painter.drawRect(m_mosaic.tile(0).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
    const auto frame = [&](std::size_t number, const QColor& colour, double width) {
        const QRectF square = m_mosaic.square(number);
        painter.setPen(QPen(palette().color(QPalette::Base), width + 2));
        painter.drawRect(square.adjusted(-1, -1, 1, 1));
        painter.setPen(QPen(colour, width));
        painter.drawRect(square.adjusted(-1, -1, 1, 1));
    };
    if (m_chosen) {
        frame(*m_chosen, palette().color(QPalette::Highlight), 2);
    }
    if (m_pointed) {
        frame(*m_pointed, palette().color(QPalette::Text), 1.5);
    }
    if (hasFocus() && !m_pointed) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
        painter.drawRect(QRectF(QPointF(0, 0), m_mosaic.size()));
    }
}

/// For whoever cannot part the colours.
void NumberPicture::paintSigns(QPainter& painter) const
{
    constexpr int kNothing = 128; // see tints::signs
    if (m_colours != Colours::Signs) {
        return;
    }
    for (int y = 0; y < m_image.height(); ++y) {
        for (int x = 0; x < m_image.width(); ++x) {
            const int sign = m_image.pixelIndex(x, y) - kNothing;
            if (std::abs(sign) > kNothing * tints::kTold) {
                const auto number =
                    static_cast<std::size_t>(y) * static_cast<std::size_t>(m_image.width()) +
                    static_cast<std::size_t>(x);
                tints::paintSign(painter, m_mosaic.square(number), sign > 0, palette());
            }
        }
    }
}

void NumberPicture::resizeEvent(QResizeEvent* /*event*/)
{
    fit();
}

void NumberPicture::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        adoptPalette();
        update();
    }
    QWidget::changeEvent(event);
}

bool NumberPicture::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void NumberPicture::mouseMoveEvent(QMouseEvent* event)
{
    point(m_mosaic.numberAt(event->position() - QPointF(kEdge, kEdge)));
}

void NumberPicture::mousePressEvent(QMouseEvent* event)
{
    const auto number = m_mosaic.numberAt(event->position() - QPointF(kEdge, kEdge));
    if (number && event->button() == Qt::LeftButton) {
        point(number);
        Q_EMIT picked(*number);
    }
}

void NumberPicture::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point({});
}

void NumberPicture::keyPressEvent(QKeyEvent* event)
{
    const int right = (event->key() == Qt::Key_Right) - (event->key() == Qt::Key_Left);
    const int below = (event->key() == Qt::Key_Down) - (event->key() == Qt::Key_Up);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    if (!m_image.isNull() && (right != 0 || below != 0)) {
        point(m_pointed ? m_mosaic.moved(*m_pointed, right, below) : m_chosen.value_or(0));
    } else if (m_pointed && isEnter) {
        Q_EMIT picked(*m_pointed);
    } else if (m_pointed && event->key() == Qt::Key_Escape) {
        point({});
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace digitpad
