// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/probability_bars.h"

#include "app/draw/percent.h"
#include "app/shell/theme.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kRow = 24;
constexpr int kTallestRow = 36;

} // namespace

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("How sure the network is of each digit"));
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            m_shown[i] = std::lerp(m_from[i], m_to[i], value.toFloat());
        }
        update();
    });
    measure();
}

void ProbabilityBars::setPrediction(const std::optional<Prediction>& prediction)
{
    m_prediction = prediction;
    m_from = m_shown;
    m_to = prediction ? prediction->probabilities : Lengths{};
    m_motion.stop();
    m_motion.setDuration(theme::motion(theme::kBarsMove));
    m_motion.start();
    describeToReaders();
    update();
}

float ProbabilityBars::length(int digit) const
{
    return m_shown[static_cast<std::size_t>(digit)];
}

QSize ProbabilityBars::sizeHint() const
{
    return {280, kDigits * kRow};
}

QSize ProbabilityBars::minimumSizeHint() const
{
    return {m_digitWidth + m_percentWidth + 80, kDigits * fontMetrics().height()};
}

void ProbabilityBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        measure();
        update();
    }
    QWidget::changeEvent(event);
}

void ProbabilityBars::measure()
{
    QFont widest = theme::bodyFont();
    widest.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(widest);
    m_digitWidth = metrics.horizontalAdvance(locale().toString(8)) + theme::kGap;
    m_percentWidth = metrics.horizontalAdvance(percentText(1, locale())) + theme::kGap;
    updateGeometry();
}

void ProbabilityBars::describeToReaders()
{
    QStringList parts;
    for (int digit = 0; m_prediction && digit < kDigits; ++digit) {
        const float probability = m_prediction->probabilities[static_cast<std::size_t>(digit)];
        if (std::lround(probability * 100) > 0) {
            parts.append(
                tr("%1: %2").arg(locale().toString(digit), percentText(probability, locale())));
        }
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void ProbabilityBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height = std::min<qreal>(this->height() / qreal{kDigits}, kTallestRow);
    for (int digit = 0; digit < kDigits; ++digit) {
        paintRow(painter, digit, QRectF(0, digit * height, width(), height));
    }
}

void ProbabilityBars::paintRow(QPainter& painter, int digit, const QRectF& row) const
{
    const bool wins = m_prediction && m_prediction->digit() == digit;
    const QColor quiet = theme::quietText(palette());
    QFont font = theme::bodyFont();
    font.setWeight(wins ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(wins ? palette().color(QPalette::Text) : quiet);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, locale().toString(digit));

    const float probability =
        m_prediction ? m_prediction->probabilities[static_cast<std::size_t>(digit)] : 0;
    if (std::lround(probability * 100) > 0) {
        painter.drawText(
            row, Qt::AlignRight | Qt::AlignVCenter, percentText(probability, locale()));
    }

    const qreal thick = std::round(row.height() * 0.42);
    QRectF track = row.adjusted(m_digitWidth, 0, -m_percentWidth, 0);
    track.setTop(std::round(row.center().y() - thick / 2));
    track.setHeight(thick);
    painter.setPen(Qt::NoPen);
    // The track shows how much there could be; at its left end every bar has a stub to grow from.
    QColor trackColour = theme::hairline(palette());
    trackColour.setAlphaF(0.45F);
    painter.setBrush(trackColour);
    painter.drawRoundedRect(track, thick / 2, thick / 2);

    QRectF bar = track;
    bar.setWidth(track.width() * length(digit));
    if (bar.width() >= 0.5) {
        QPainterPath clip;
        clip.addRoundedRect(track, thick / 2, thick / 2);
        painter.setClipPath(clip);
        painter.setBrush(wins ? palette().color(QPalette::Highlight) : quiet);
        painter.drawRoundedRect(bar, std::min(thick, bar.width()) / 2, thick / 2);
        painter.setClipping(false);
    }
}

} // namespace digitpad
