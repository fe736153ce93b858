// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_map.h"

#include "app/draw/ink_colors.h"
#include "app/inside/network_words.h"
#include "app/inside/tints.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QKeyEvent>
#include <QLinearGradient>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kBar = 8; // pixels; the height of the legend's colours
constexpr int kWidestLegend = 420;

} // namespace

WhyMap::WhyMap(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleRole(this, QAccessible::Graphic);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    colour();
}

void WhyMap::showShares(const Glyph& glyph, const Numbers& shares)
{
    m_glyph = glyph;
    m_shares = shares;
    m_touches.clear();
    m_most = 0;
    for (const double share : shares) {
        m_most = std::max(m_most, std::abs(share));
    }
    colour();
}

void WhyMap::showTouches(const Glyph& glyph, const std::vector<Touch>& touches, int side)
{
    showGlyph(glyph);
    m_touches = touches;
    m_touchSide = side;
}

void WhyMap::showGlyph(const Glyph& glyph)
{
    m_glyph = glyph;
    m_shares.reset();
    m_touches.clear();
    colour();
}

void WhyMap::setEnds(const QString& negative, const QString& positive)
{
    m_negative = negative;
    m_positive = positive;
    update();
}

void WhyMap::setPointed(std::optional<QPoint> pixel)
{
    if (pixel != m_pointed) {
        m_pointed = pixel;
        update();
        Q_EMIT pointedChanged();
    }
}

int WhyMap::widthFor(int height) const
{
    return height - legendHeight();
}

QSize WhyMap::sizeHint() const
{
    return {Glyph::kSide * 16, Glyph::kSide * 16 + legendHeight()};
}

QSize WhyMap::minimumSizeHint() const
{
    return {Glyph::kSide * 9, Glyph::kSide * 9 + legendHeight()};
}

int WhyMap::legendHeight() const
{
    return QFontMetrics(theme::captionFont()).height() + kBar + 3 * theme::kGap / 2;
}

/// Whole pixels of the screen.
double WhyMap::pixelSide() const
{
    const double ratio = devicePixelRatioF();
    const double room = std::min(width(), height() - legendHeight()) - 1;
    return std::max(1.0, std::floor(room / Glyph::kSide * ratio)) / ratio;
}

QRectF WhyMap::square(const QPoint& pixel) const
{
    const double side = pixelSide();
    return {pixel.x() * side, pixel.y() * side, side, side};
}

/// The ink shines through faintly, so that the digit can still be made out where it has no share.
void WhyMap::colour()
{
    constexpr double kFaint = 0.22;
    const QList<QRgb> inks =
        inkColors(palette().color(QPalette::Base), palette().color(QPalette::Text));
    const QList<QRgb> signs = tints::signs(palette());
    m_image = QImage(Glyph::kSide, Glyph::kSide, QImage::Format_RGB32);
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            const int ink = m_glyph.at(x, y);
            if (!m_shares) {
                m_image.setPixel(x, y, inks[ink]);
                continue;
            }
            const int at = y * Glyph::kSide + x;
            const double share = (*m_shares)[static_cast<std::size_t>(at)];
            const double part = m_most > 0 ? std::sqrt(std::abs(share) / m_most) : 0;
            const QColor from(inks[static_cast<int>(ink * kFaint)]);
            const QColor to(signs[share < 0 ? 1 : 255]);
            const auto mix = [part](int a, int b) {
                return static_cast<int>(std::lround(std::lerp(a, b, part)));
            };
            m_image.setPixel(
                x, y,
                qRgb(
                    mix(from.red(), to.red()), mix(from.green(), to.green()),
                    mix(from.blue(), to.blue())));
        }
    }
    update();
}

void WhyMap::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const double pixel = pixelSide();
    const double side = pixel * Glyph::kSide;
    painter.drawImage(QRectF(0, 0, side, side), m_image);
    const double hair = 1 / devicePixelRatioF();
    const QColor line = theme::hairline(palette());
    QColor faint = line;
    faint.setAlphaF(0.4F);
    for (int i = 0; i <= Glyph::kSide; ++i) {
        const QColor& color = i % Glyph::kSide == 0 ? line : faint;
        painter.fillRect(QRectF(i * pixel, 0, hair, side + hair), color);
        painter.fillRect(QRectF(0, i * pixel, side + hair, hair), color);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintSigns(painter);
    paintTouches(painter);
    if (m_shares && m_most > 0) {
        paintLegend(painter);
    }
    if (m_pointed) {
        const QRectF at = square(*m_pointed);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Base), 4));
        painter.drawRect(at.adjusted(-1, -1, 1, 1));
        painter.setPen(QPen(palette().color(QPalette::Text), 2));
        painter.drawRect(at.adjusted(-1, -1, 1, 1));
    } else if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(QRectF(1, 1, side - 1, side - 1));
    }
}

/// A plus where ink is to be added, a minus where it is to be rubbed out.
/// The sign of the larger shares, for whoever cannot part the colours.
void WhyMap::paintSigns(QPainter& painter) const
{
    if (!m_shares) {
        return;
    }
    for (std::size_t i = 0; i < m_shares->size(); ++i) {
        const double share = (*m_shares)[i];
        if (std::abs(share) > m_most * tints::kTold) {
            const auto at = static_cast<int>(i);
            const QRectF place = square({at % Glyph::kSide, at / Glyph::kSide});
            tints::paintSign(painter, place, share > 0, palette());
        }
    }
}

void WhyMap::paintTouches(QPainter& painter) const
{
    const QList<QRgb> signs = tints::signs(palette());
    const double pixel = pixelSide();
    for (const Touch& touch : m_touches) {
        const QColor colour(signs[touch.adds ? 255 : 1]);
        const QRectF at(touch.x * pixel, touch.y * pixel, m_touchSide * pixel, m_touchSide * pixel);
        painter.setPen(QPen(palette().color(QPalette::Base), 1));
        painter.setBrush(colour);
        painter.drawRoundedRect(at, 2, 2);
        const double arm = std::min(at.width() * 0.3, 12.0);
        const QPointF centre = at.center();
        painter.setPen(QPen(palette().color(QPalette::Base), std::max(1.5, arm / 3)));
        painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
        if (touch.adds) {
            painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
        }
    }
}

void WhyMap::paintLegend(QPainter& painter) const
{
    const double top = pixelSide() * Glyph::kSide + theme::kGap;
    const double wide = std::min<double>(pixelSide() * Glyph::kSide, kWidestLegend);
    const QList<QRgb> signs = tints::signs(palette());
    QLinearGradient gradient(0, 0, wide, 0);
    for (int i = 1; i < 256; i += 2) {
        gradient.setColorAt((i - 1) / 254.0, QColor(signs[i]));
    }
    painter.setPen(theme::hairline(palette()));
    painter.setBrush(gradient);
    painter.drawRoundedRect(QRectF(0.5, top, wide - 1, kBar), 2, 2);
    painter.setFont(theme::captionFont());
    painter.setPen(palette().color(QPalette::WindowText));
    const double line = painter.fontMetrics().height();
    const QRectF below(0, top + kBar + 2, wide, line);
    const QString gap(2, QLatin1Char(' '));
    painter.drawText(below, Qt::AlignLeft, figureText(-m_most, locale()) + gap + m_negative);
    painter.drawText(
        below, Qt::AlignRight,
        m_positive + gap + locale().positiveSign() + figureText(m_most, locale()));
}

bool WhyMap::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void WhyMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
    QWidget::changeEvent(event);
}

void WhyMap::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = event->position() / pixelSide();
    const QPoint pixel(static_cast<int>(place.x()), static_cast<int>(place.y()));
    const bool isInside = QRect(0, 0, Glyph::kSide, Glyph::kSide).contains(pixel);
    setPointed(isInside && place.x() >= 0 && place.y() >= 0 ? std::optional(pixel) : std::nullopt);
}

void WhyMap::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    setPointed({});
}

void WhyMap::keyPressEvent(QKeyEvent* event)
{
    const int right = (event->key() == Qt::Key_Right) - (event->key() == Qt::Key_Left);
    const int below = (event->key() == Qt::Key_Down) - (event->key() == Qt::Key_Up);
    if (right != 0 || below != 0) {
        const QPoint from = m_pointed.value_or(QPoint(Glyph::kSide / 2, Glyph::kSide / 2));
        setPointed(QPoint(
            std::clamp(from.x() + right, 0, Glyph::kSide - 1),
            std::clamp(from.y() + below, 0, Glyph::kSide - 1)));
    } else if (event->key() == Qt::Key_Escape && m_pointed) {
        setPointed({});
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace digitpad
