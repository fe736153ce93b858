// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/probability_bars.h"

#include "app/draw/percent.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kRow = 24;
constexpr int kTallestRow = 36;
constexpr int kCheck = 16;     // pixels; marks what was kept
constexpr int kFirstStep = 16; // milliseconds of the way, a picture's time

} // namespace

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent), m_rows(rowsOf({}))
{
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true); // the row under the pointer shows that it can be clicked
    setAccessibleName(tr("How sure the network is of each digit"));
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        moveTo(value.toFloat());
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
    m_kept.reset();
    hover({});
    m_motion.stop();
    m_motion.setDuration(theme::motion(theme::kBarsMove));
    if (m_motion.duration() > 0) {
        m_motion.start();
        // The next picture shows the first step already, and not once more what was there.
        m_motion.setCurrentTime(std::min(kFirstStep, m_motion.duration()));
    } else {
        moveTo(1); // an animation that takes no time tells nothing
    }
    describeToReaders();
    update();
}

void ProbabilityBars::moveTo(float part)
{
    for (Row& row : m_rows) {
        row.shown = std::lerp(row.from, row.probability, part);
    }
    update();
}

float ProbabilityBars::length(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].shown;
}

QRectF ProbabilityBars::place(int row) const
{
    const qreal tallest = std::max(kTallestRow, 2 * fontMetrics().height());
    const qreal tall = std::min(height() / static_cast<qreal>(m_rows.size()), tallest);
    return {0, row * tall, static_cast<qreal>(width()), tall};
}

std::optional<int> ProbabilityBars::rowAt(const QPointF& point) const
{
    for (int row = 0; row < std::min(rows(), static_cast<int>(m_tips.size())); ++row) {
        if (place(row).contains(point)) {
            return row;
        }
    }
    return std::nullopt;
}

void ProbabilityBars::setTips(const QStringList& tips)
{
    if (tips != m_tips) {
        m_tips = tips;
        hover({});
    }
}

void ProbabilityBars::setKept(std::optional<int> row)
{
    m_kept = row;
    describeToReaders();
    update();
}

void ProbabilityBars::hover(std::optional<int> row)
{
    if (row != m_hovered) {
        m_hovered = row;
        row ? setCursor(Qt::PointingHandCursor) : unsetCursor();
        update();
    }
}

bool ProbabilityBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const std::optional<int> row = rowAt(help->pos())) {
            QToolTip::showText(help->globalPos(), m_tips[*row], this, place(*row).toAlignedRect());
            return true;
        }
    }
    return QWidget::event(event);
}

void ProbabilityBars::mouseMoveEvent(QMouseEvent* event)
{
    hover(rowAt(event->position()));
}

void ProbabilityBars::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hover({});
}

void ProbabilityBars::mousePressEvent(QMouseEvent* event)
{
    const std::optional<int> row = rowAt(event->position());
    if (row && event->button() == Qt::LeftButton) {
        Q_EMIT clicked(*row);
    }
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
    QFont widest = font();
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
    if (m_kept) {
        parts.append(tr("kept as %1").arg(locale().toString(*m_kept)));
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void ProbabilityBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < rows(); ++row) {
        if (row == m_hovered) {
            QColor tint = palette().color(QPalette::Highlight);
            tint.setAlphaF(0.12F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tint);
            painter.drawRoundedRect(place(row), 4, 4);
        }
        paintRow(painter, m_rows[static_cast<std::size_t>(row)], place(row), row == m_kept);
    }
}

void ProbabilityBars::paintRow(
    QPainter& painter, const Row& row, const QRectF& place, bool isKept) const
{
    const QColor quiet = theme::quietText(palette());
    QFont font = this->font();
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
    if (isKept) {
        track.setRight(track.right() - kCheck - theme::kGap / 2.0);
        const QPointF corner(track.right() + theme::kGap / 2.0, place.center().y() - kCheck / 2.0);
        theme::icon(QStringLiteral("check"))
            .paint(&painter, QRectF(corner, QSizeF(kCheck, kCheck)).toAlignedRect());
    }
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
