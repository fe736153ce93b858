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

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent), m_rows(rowsOf({}))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("How sure the network is of each digit"));
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        for (Row& row : m_rows) {
            row.shown = std::lerp(row.from, row.probability, value.toFloat());
        }
        update();
    });
    measure();
}

std::vector<ProbabilityBars::Row>
ProbabilityBars::rowsOf(const std::vector<Prediction>& predictions)
{
    std::vector<Row> rows;
    if (predictions.size() > 1) {
        for (const Prediction& prediction : predictions) {
            rows.push_back(
                {.digit = prediction.digit(),
                 .probability = prediction.confidence(),
                 .isMarked = prediction.accepted()});
        }
        return rows;
    }
    for (int digit = 0; digit < kDigits; ++digit) {
        Row row{.digit = digit};
        if (!predictions.empty()) {
            const Prediction& only = predictions.front();
            row.probability = only.probabilities[static_cast<std::size_t>(digit)];
            row.isMarked = only.accepted() && only.digit() == digit;
        }
        rows.push_back(row);
    }
    return rows;
}

void ProbabilityBars::setPredictions(const std::vector<Prediction>& predictions, bool isBelieved)
{
    std::vector<Row> rows = rowsOf(predictions);
    for (Row& row : rows) {
        row.isMarked = row.isMarked && isBelieved;
    }
    // From a digit's ten bars to a number's and back all bars are others; a number's go on.
    if ((predictions.size() > 1) == (m_predictions.size() > 1)) {
        for (std::size_t i = 0; i < std::min(rows.size(), m_rows.size()); ++i) {
            rows[i].from = rows[i].shown = m_rows[i].shown;
        }
    }
    m_predictions = predictions;
    m_rows = std::move(rows);
    m_motion.stop();
    m_motion.setDuration(theme::motion(theme::kBarsMove));
    m_motion.start();
    describeToReaders();
    update();
}

float ProbabilityBars::length(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].shown;
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
    for (const Row& row : m_rows) {
        if (std::lround(row.probability * 100) > 0) {
            parts.append(tr("%1: %2").arg(
                locale().toString(row.digit), percentText(row.probability, locale())));
        }
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void ProbabilityBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal height =
        std::min<qreal>(this->height() / static_cast<qreal>(m_rows.size()), kTallestRow);
    qreal top = 0;
    for (const Row& row : m_rows) {
        paintRow(painter, row, QRectF(0, top, width(), height));
        top += height;
    }
}

void ProbabilityBars::paintRow(QPainter& painter, const Row& row, const QRectF& place) const
{
    const QColor quiet = theme::quietText(palette());
    QFont font = theme::bodyFont();
    font.setWeight(row.isMarked ? QFont::DemiBold : QFont::Normal);
    if (QFontMetrics(font).height() > place.height()) { // a long number
        font.setPixelSize(std::max(1, static_cast<int>(place.height() * 0.8)));
    }
    painter.setFont(font);
    painter.setPen(row.isMarked ? palette().color(QPalette::Text) : quiet);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, locale().toString(row.digit));
    if (std::lround(row.probability * 100) > 0) {
        painter.drawText(
            place, Qt::AlignRight | Qt::AlignVCenter, percentText(row.probability, locale()));
    }

    const qreal thick = std::round(place.height() * 0.42);
    QRectF track = place.adjusted(m_digitWidth, 0, -m_percentWidth, 0);
    track.setTop(std::round(place.center().y() - thick / 2));
    track.setHeight(thick);
    painter.setPen(Qt::NoPen);
    // The track shows how much there could be; at its left end every bar has a stub to grow from.
    QColor trackColour = theme::hairline(palette());
    trackColour.setAlphaF(0.45F);
    painter.setBrush(trackColour);
    painter.drawRoundedRect(track, thick / 2, thick / 2);

    QRectF bar = track;
    bar.setWidth(track.width() * row.shown);
    if (bar.width() >= 0.5) {
        QPainterPath clip;
        clip.addRoundedRect(track, thick / 2, thick / 2);
        painter.setClipPath(clip);
        painter.setBrush(row.isMarked ? palette().color(QPalette::Highlight) : quiet);
        painter.drawRoundedRect(bar, std::min(thick, bar.width()) / 2, thick / 2);
        painter.setClipping(false);
    }
}

} // namespace digitpad
