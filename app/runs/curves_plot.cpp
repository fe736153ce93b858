// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/curves_plot.h"

#include "app/runs/curve_style.h"
#include "app/shell/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CurvesPlot)
};

constexpr qreal kLossWidth = 2;
constexpr qreal kRawWidth = 1;
constexpr qreal kAccuracyWidth = 1.5;
constexpr qreal kMarkSize = 7;
constexpr std::size_t kMostMarks = 60;   // more of them on a line hide it
constexpr double kLossShare = 0.6;       // of the height, where there are accuracies
constexpr double kBeyondEnd = 1.012;     // room for the last epoch's mark
constexpr double kMarginShare = 0.06;    // of a range of values, above and below it
constexpr double kLeastAccuracies = 0.5; // percent: what is closer than that is drawn close
constexpr double kFarLoss = 4;           // times the usual highest: what is above that is cut off

/// The lowest and the highest of all that is seen of some lines.
std::optional<ChartRange> extent(
    const std::vector<RunCurve>& curves, std::vector<QPointF> RunCurve::*line,
    const ChartRange& shown)
{
    std::optional<ChartRange> range;
    for (const RunCurve& curve : curves) {
        for (const QPointF& point : within(curve.*line, shown)) {
            range =
                range ? ChartRange{std::min(range->from, point.y()), std::max(range->to, point.y())}
                      : ChartRange{point.y(), point.y()};
        }
    }
    return range;
}

/// A run's number at the end of its line.
struct Label {
    const RunCurve* curve;
    QPointF place;

    [[nodiscard]] bool isOver(const Label& other) const
    {
        return std::abs(place.x() - other.place.x()) < kRunNumberSize &&
               std::abs(place.y() - other.place.y()) < kRunNumberSize;
    }
};

/// Labels that would lie over each other are moved down; what then lies below `floor`, and what
/// that meets, up.
void moveApart(std::vector<Label>& labels, qreal floor)
{
    std::ranges::sort(labels, {}, [](const Label& label) { return label.place.y(); });
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        for (auto above = labels.begin(); above != label; ++above) {
            if (label->isOver(*above)) {
                label->place.setY(above->place.y() + kRunNumberSize);
            }
        }
    }
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->place.setY(std::min(label->place.y(), floor));
        for (auto below = labels.rbegin(); below != label; ++below) {
            if (label->isOver(*below)) {
                label->place.setY(below->place.y() - kRunNumberSize);
            }
        }
    }
}

/// A long line drawn at once is filled as one shape as large as the chart, which takes ten times as
/// long as pieces that lie each in a small place.
void drawPieces(QPainter& painter, const QPolygonF& line, QPen pen)
{
    constexpr qsizetype kPiece = 8;
    for (qsizetype first = 0; first + 1 < line.size(); first += kPiece) {
        const QPolygonF piece = line.mid(first, kPiece + 1);
        painter.setPen(pen);
        painter.drawPolyline(piece);
        if (pen.style() == Qt::CustomDashLine) { // the dashes go on in the next one
            qreal length = 0;
            for (qsizetype i = 1; i < piece.size(); ++i) {
                length += QLineF(piece[i - 1], piece[i]).length();
            }
            pen.setDashOffset(pen.dashOffset() + length / pen.widthF());
        }
    }
}

QFontMetricsF captionMetrics()
{
    return QFontMetricsF(theme::captionFont());
}

} // namespace

QPointF CurvesPlot::Axes::at(const QPointF& point) const
{
    // What is far outside is brought near: painting cannot cope with any number.
    const double x =
        plot.left() + (point.x() - epochs.from) / (epochs.to - epochs.from) * plot.width();
    const double up = (point.y() - values.from) / (values.to - values.from);
    return {x, plot.bottom() - std::clamp(up, -10.0, 10.0) * plot.height()};
}

void CurvesPlot::setCurves(std::vector<RunCurve> curves)
{
    m_curves = std::move(curves);
    if (m_zoom) {
        show(zoomed(*m_zoom, whole(), 1, m_zoom->from));
    }
}

ChartRange CurvesPlot::whole() const
{
    double end = 0;
    for (const RunCurve& curve : m_curves) {
        end = std::max(end, curve.end);
    }
    return {0, end > 0 ? end * kBeyondEnd : 1};
}

void CurvesPlot::show(const ChartRange& epochs)
{
    m_zoom = epochs == whole() ? std::nullopt : std::optional(epochs);
}

bool CurvesPlot::isTested() const
{
    return std::ranges::any_of(
        m_curves, [](const RunCurve& curve) { return !curve.accuracies.empty(); });
}

/// One run that diverged must not press the others flat: the highest is what is usual for a run's
/// highest loss, times four at most.
ChartRange CurvesPlot::lossRange() const
{
    std::vector<double> highest;
    for (const RunCurve& curve : m_curves) {
        if (const auto range = extent({curve}, &RunCurve::smooth, shown())) {
            highest.push_back(range->to);
        }
    }
    if (highest.empty()) {
        return {0, 1};
    }
    std::ranges::sort(highest);
    const double top = std::min(highest.back(), kFarLoss * highest[(highest.size() - 1) / 2]);
    const double bottom = m_zoom ? extent(m_curves, &RunCurve::smooth, shown())->from : 0;
    const double length = std::max(top - bottom, 1e-4);
    return {m_zoom ? bottom - kMarginShare * length : 0, bottom + (1 + kMarginShare) * length};
}

ChartRange CurvesPlot::accuracyRange() const
{
    const auto range = extent(m_curves, &RunCurve::accuracies, shown());
    if (!range) {
        return {0, 100};
    }
    const double length = std::max(range->to - range->from, kLeastAccuracies);
    const double bottom = std::min(range->from, 100 - length);
    return {
        std::max(0.0, bottom - kMarginShare * length),
        std::min(100.0, bottom + (1 + kMarginShare) * length)};
}

CurvesPlot::Places CurvesPlot::places(const QRectF& area) const
{
    const QFontMetricsF metrics = captionMetrics();
    const qreal line = metrics.height();
    const QRectF inner = area.adjusted(
        metrics.horizontalAdvance(QStringLiteral("0.00000")) + theme::kGap, line + 4,
        -kRunNumberSize - theme::kGap, -line - 6);
    if (!isTested()) {
        return {.losses = inner, .accuracies = {}};
    }
    const qreal between = line + theme::kMargin;
    const qreal height = std::floor((inner.height() - between) * kLossShare);
    Places places{.losses = inner, .accuracies = inner};
    places.losses.setHeight(height);
    places.accuracies.setTop(places.losses.bottom() + between);
    return places;
}

void CurvesPlot::paint(QPainter& painter, const QRectF& area, const QPalette& palette) const
{
    painter.save();
    painter.setFont(theme::captionFont());
    const Places place = places(area);
    const Axes losses{.plot = place.losses, .epochs = shown(), .values = lossRange()};
    const Axes accuracies{.plot = place.accuracies, .epochs = shown(), .values = accuracyRange()};
    const auto title = [&](const QRectF& plot, const QString& text) {
        painter.setPen(theme::quietText(palette));
        painter.drawText(QPointF(plot.left(), plot.top() - 4 - captionMetrics().descent()), text);
    };
    paintGrid(painter, losses, palette, QStringLiteral("%1"));
    title(losses.plot, Words::tr("Loss"));
    if (!accuracies.plot.isEmpty()) {
        paintGrid(painter, accuracies, palette, Words::tr("%1 %"));
        title(accuracies.plot, Words::tr("Test accuracy"));
    }
    paintEpochs(painter, accuracies.plot.isEmpty() ? losses : accuracies, palette);

    painter.setRenderHint(QPainter::Antialiasing);
    paintLosses(painter, losses, palette);
    paintNumbers(painter, losses, palette, &RunCurve::smooth);
    if (!accuracies.plot.isEmpty()) {
        paintAccuracies(painter, accuracies, palette);
        paintNumbers(painter, accuracies, palette, &RunCurve::accuracies);
    }
    painter.restore();
}

/// Lines across, each with its value, and lines down where an epoch is labelled.
void CurvesPlot::paintGrid(
    QPainter& painter, const Axes& axes, const QPalette& palette, const QString& unit) const
{
    const QFontMetricsF metrics = captionMetrics();
    const double lines = std::clamp(axes.plot.height() / (2.2 * metrics.height()), 1.0, 6.0);
    const double step = roundStep((axes.values.to - axes.values.from) / lines);
    QColor faint = theme::hairline(palette);
    faint.setAlphaF(0.6F);
    const double first = std::ceil(axes.values.from / step) * step;
    for (double value = first; value <= axes.values.to; value += step) {
        const qreal y = std::round(axes.at({0, value}).y()) + 0.5;
        painter.setPen(QPen(faint, 1));
        painter.drawLine(QPointF(axes.plot.left(), y), QPointF(axes.plot.right(), y));
        painter.setPen(theme::quietText(palette));
        const QString text = unit.arg(QLocale().toString(value, 'f', decimalsOf(step)));
        painter.drawText(
            QPointF(
                axes.plot.left() - theme::kGap - metrics.horizontalAdvance(text),
                y + metrics.capHeight() / 2),
            text);
    }
    painter.setPen(QPen(faint, 1));
    const double tick = epochTick(axes.epochs);
    const double start = std::ceil(axes.epochs.from / tick) * tick;
    for (double epoch = start; epoch <= axes.epochs.to; epoch += tick) {
        const qreal x = std::round(axes.at({epoch, 0}).x()) + 0.5;
        painter.drawLine(QPointF(x, axes.plot.top()), QPointF(x, axes.plot.bottom()));
    }
}

void CurvesPlot::paintEpochs(QPainter& painter, const Axes& axes, const QPalette& palette) const
{
    const QFontMetricsF metrics = captionMetrics();
    const qreal base = axes.plot.bottom() + 6 + metrics.ascent();
    painter.setPen(theme::quietText(palette));
    const double tick = epochTick(axes.epochs);
    for (double epoch = std::ceil(axes.epochs.from / tick) * tick; epoch <= axes.epochs.to;
         epoch += tick) {
        const QString text = QLocale().toString(epoch, 'f', decimalsOf(tick));
        painter.drawText(
            QPointF(axes.at({epoch, 0}).x() - metrics.horizontalAdvance(text) / 2, base), text);
    }
    const QString title = Words::tr("Epoch");
    painter.drawText(
        QPointF(axes.plot.left() - theme::kMargin - metrics.horizontalAdvance(title), base), title);
}

void CurvesPlot::paintLine(
    QPainter& painter, const Axes& axes, const std::vector<QPointF>& points, const QPen& pen) const
{
    // Nobody sees more of a smooth line than a point for every third pixel.
    const auto most = static_cast<std::size_t>(std::clamp<qreal>(axes.plot.width() / 3, 10, 600));
    QPolygonF line;
    for (const QPointF& point : thinned(within(points, axes.epochs), most)) {
        line << axes.at(point);
    }
    drawPieces(painter, line, pen);
}

void CurvesPlot::paintLosses(QPainter& painter, const Axes& axes, const QPalette& palette) const
{
    painter.save();
    painter.setClipRect(axes.plot.adjusted(0, -1, 0, 1));
    for (const RunCurve& curve : m_curves | std::views::reverse) { // the first lies on top
        const CurveStyle style(curve.number, palette);
        if (m_curves.size() == 1) {
            QPen thin = style.pen(kRawWidth);
            QColor pale = style.colour();
            pale.setAlphaF(0.4F);
            thin.setColor(pale);
            paintLine(painter, axes, curve.losses, thin);
        }
        paintLine(painter, axes, curve.smooth, style.pen(kLossWidth));
    }
    painter.restore();
}

void CurvesPlot::paintAccuracies(QPainter& painter, const Axes& axes, const QPalette& palette) const
{
    painter.save();
    painter.setClipRect(axes.plot.adjusted(0, -kMarkSize, kMarkSize, kMarkSize));
    for (const RunCurve& curve : m_curves | std::views::reverse) {
        const CurveStyle style(curve.number, palette);
        paintLine(painter, axes, curve.accuracies, style.pen(kAccuracyWidth));
        const auto points = within(curve.accuracies, axes.epochs);
        if (points.size() <= kMostMarks) {
            for (const QPointF& point : points) {
                style.drawMark(painter, axes.at(point), kMarkSize);
            }
        }
    }
    painter.restore();
}

/// At the end of each line its run's number, none over another.
void CurvesPlot::paintNumbers(
    QPainter& painter, const Axes& axes, const QPalette& palette,
    std::vector<QPointF> RunCurve::*line) const
{
    std::vector<Label> labels;
    for (const RunCurve& curve : m_curves) {
        const auto& points = curve.*line;
        const auto after = std::ranges::upper_bound(
            points, axes.epochs.to, {}, [](const QPointF& point) { return point.x(); });
        if (m_curves.size() > 1 && after != points.begin() &&
            (after - 1)->x() >= axes.epochs.from) {
            const QPointF end = axes.at(*(after - 1));
            labels.push_back(
                {&curve,
                 {end.x() + kRunNumberSize / 2.0 + 4,
                  std::clamp(end.y(), axes.plot.top(), axes.plot.bottom())}});
        }
    }
    moveApart(labels, axes.plot.bottom() + kRunNumberSize / 2.0);
    for (const Label& label : labels) {
        paintRunNumber(painter, label.place, *label.curve, palette);
    }
}

void paintRunNumber(
    QPainter& painter, const QPointF& middle, const RunCurve& curve, const QPalette& palette)
{
    const qreal half = kRunNumberSize / 2.0;
    const QRectF disc(middle.x() - half, middle.y() - half, kRunNumberSize, kRunNumberSize);
    painter.setPen(QPen(palette.color(QPalette::Window), 1.5));
    painter.setBrush(CurveStyle(curve.number, palette).colour());
    painter.drawEllipse(disc);
    QFont font = theme::captionFont();
    font.setPixelSize(10);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Window));
    painter.drawText(disc, Qt::AlignCenter, QString::number(curve.number + 1));
}

} // namespace digitpad
