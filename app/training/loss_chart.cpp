// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/loss_chart.h"

#include "app/shell/theme.h"
#include "app/training/chart_input.h"
#include "app/training/chart_points.h"
#include "app/training/chart_view.h"
#include "app/training/run_words.h"
#include "app/training/training_run.h"

#include <QBuffer>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QScatterSeries>
#include <QSvgGenerator>
#include <QValueAxis>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace digitpad {

namespace {

constexpr std::size_t kMostPoints = 2000; // about one for each pixel across a large window
constexpr double kBeyondEnd = 1.012;      // room for the last epoch's marker
constexpr qreal kRawWidth = 1.25;
constexpr qreal kSmoothWidth = 2.75;
constexpr qreal kAccuracyWidth = 1.5;
constexpr qreal kMarkerSize = 9;

void put(QXYSeries* series, const std::vector<QPointF>& points)
{
    const std::vector<QPointF> fewer = thinned(points, kMostPoints);
    series->replace(QList<QPointF>(fewer.begin(), fewer.end()));
}

/// A stroke of the line's colour, with its marker if it has one.
QPixmap swatch(const QColor& colour, qreal width, bool marker, qreal ratio)
{
    constexpr QSize kSize(24, 16);
    QPixmap image(kSize * ratio);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(3, 8), QPointF(21, 8));
    if (marker) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(12, 8), kMarkerSize / 2, kMarkerSize / 2);
    }
    return image;
}

} // namespace

LossChart::LossChart(QWidget* parent)
    : QWidget(parent),
      m_lossKey(new QLabel(this)),
      m_lossText(new QLabel(this)),
      m_accuracyKey(new QLabel(this)),
      m_accuracyText(new QLabel(this)),
      m_placeText(new QLabel(this)),
      m_chart(new QChart),
      m_view(new ChartView(m_chart, this)),
      m_raw(new QLineSeries(m_chart)),
      m_smooth(new QLineSeries(m_chart)),
      m_accuracy(new QLineSeries(m_chart)),
      m_marks(new QScatterSeries(m_chart)),
      m_epochAxis(new QValueAxis(m_chart)),
      m_lossAxis(new QValueAxis(m_chart)),
      m_accuracyAxis(new QValueAxis(m_chart))
{
    auto* keys = new QHBoxLayout;
    keys->setSpacing(theme::kGap);
    keys->addWidget(m_lossKey);
    keys->addWidget(m_lossText);
    keys->addSpacing(theme::kGroup);
    keys->addWidget(m_accuracyKey);
    keys->addWidget(m_accuracyText);
    keys->addStretch();
    keys->addWidget(m_placeText);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(keys);
    layout->addWidget(m_view, 1);

    m_view->setAccessibleName(tr("Loss chart"));
    connect(m_view->input(), &ChartInput::pointedAt, this, [this](std::optional<double> epoch) {
        m_pointed = epoch;
        showValues();
    });
    connect(m_view->input(), &ChartInput::zoomAsked, this, [this](double factor, double about) {
        show(zoomed(m_zoom.value_or(whole()), whole(), factor, about));
    });
    connect(m_view->input(), &ChartInput::panAsked, this, [this](double by) {
        show(panned(m_zoom.value_or(whole()), whole(), by));
    });
    connect(m_view->input(), &ChartInput::wholeAsked, this, [this] { show(whole()); });
    build();
    colour();
    draw();
}

void LossChart::build()
{
    m_chart->setLocalizeNumbers(true);
    m_chart->setLocale(QLocale());
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->setContentsMargins(0, 0, 0, 0);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);

    m_chart->addAxis(m_epochAxis, Qt::AlignBottom);
    m_chart->addAxis(m_lossAxis, Qt::AlignLeft);
    m_chart->addAxis(m_accuracyAxis, Qt::AlignRight);
    const auto add = [this](QXYSeries* series, QValueAxis* axis) {
        m_chart->addSeries(series);
        series->attachAxis(m_epochAxis);
        series->attachAxis(axis);
    };
    add(m_accuracy, m_accuracyAxis);
    add(m_raw, m_lossAxis);
    add(m_smooth, m_lossAxis);
    add(m_marks, m_accuracyAxis);
    m_marks->setMarkerSize(kMarkerSize);

    m_epochAxis->setTickType(QValueAxis::TicksDynamic);
    m_epochAxis->setTickAnchor(0);
    m_epochAxis->setLabelFormat(QStringLiteral("%.0f"));
    m_epochAxis->setTitleText(tr("Epoch"));
    m_lossAxis->setTickCount(kAxisSteps + 1);
    m_accuracyAxis->setTickCount(kAxisSteps + 1);
    m_accuracyAxis->setLabelFormat(tr("%1 %").arg(QStringLiteral("%.0f")));
    m_accuracyAxis->setGridLineVisible(false); // those of the loss serve both
}

void LossChart::setRun(const TrainingRun* run)
{
    m_run = run;
    m_zoom.reset();
    refresh();
}

ChartRange LossChart::whole() const
{
    return {0, m_run != nullptr ? m_run->request.options.epochs * kBeyondEnd : 1};
}

void LossChart::show(const ChartRange& epochs)
{
    if (m_run == nullptr) {
        return;
    }
    m_zoom = epochs == whole() ? std::nullopt : std::optional(epochs);
    draw();
}

void LossChart::refresh()
{
    if (isVisible()) {
        draw();
    } else {
        m_stale = true;
    }
}

void LossChart::showEvent(QShowEvent* event)
{
    if (m_stale) {
        draw();
    }
    QWidget::showEvent(event);
}

void LossChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        colour();
    }
    QWidget::changeEvent(event);
}

void LossChart::colour()
{
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor quiet = theme::quietText(palette());
    QColor thin = accent;
    thin.setAlphaF(0.45F);
    QColor faint = theme::hairline(palette());
    faint.setAlphaF(0.6F);

    const auto line = [](const QColor& colour, qreal width) {
        return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    m_raw->setPen(line(thin, kRawWidth));
    m_smooth->setPen(line(accent, kSmoothWidth));
    m_accuracy->setPen(line(quiet, kAccuracyWidth));
    m_marks->setColor(quiet);
    m_marks->setBorderColor(palette().color(QPalette::Window));
    for (QValueAxis* axis : {m_epochAxis, m_lossAxis, m_accuracyAxis}) {
        axis->setLinePen(QPen(theme::hairline(palette()), 1));
        axis->setGridLinePen(QPen(faint, 1));
        axis->setLabelsBrush(quiet);
        axis->setLabelsFont(theme::captionFont());
        axis->setTitleBrush(quiet);
        axis->setTitleFont(theme::captionFont());
    }
    m_lossAxis->setLineVisible(false);
    m_accuracyAxis->setLineVisible(false);

    m_lossKey->setPixmap(swatch(accent, kSmoothWidth, false, devicePixelRatioF()));
    m_accuracyKey->setPixmap(swatch(quiet, kAccuracyWidth, true, devicePixelRatioF()));
    QPalette quietly = palette();
    quietly.setColor(QPalette::WindowText, quiet);
    m_placeText->setPalette(quietly);
    m_placeText->setFont(theme::captionFont());
}

void LossChart::draw()
{
    m_stale = false;
    const bool started = m_run != nullptr;
    m_view->setInvitation(
        started ? QString() : tr("The loss will be drawn here while the network learns"));
    for (QValueAxis* axis : {m_epochAxis, m_lossAxis, m_accuracyAxis}) {
        axis->setVisible(started);
    }
    for (QWidget* key : {m_lossKey, m_lossText, m_accuracyKey, m_accuracyText}) {
        key->setVisible(started);
    }
    if (!started) {
        for (QXYSeries* series :
             std::initializer_list<QXYSeries*>{m_raw, m_smooth, m_accuracy, m_marks}) {
            series->clear();
        }
        return;
    }
    const ChartRange shown = m_zoom.value_or(whole());
    const std::vector<QPointF> losses = lossPoints(*m_run);
    const std::vector<QPointF> seen = within(losses, shown);
    const std::vector<QPointF> accuracies = within(accuracyPoints(*m_run), shown);
    drawAxes(shown, seen, accuracies);
    put(m_raw, seen);
    put(m_smooth, within(smoothed(losses, smoothingRadius(losses.size())), shown));
    put(m_accuracy, accuracies);
    m_marks->replace(m_accuracy->points());
    showValues();
}

void LossChart::drawAxes(
    const ChartRange& shown, const std::vector<QPointF>& losses,
    const std::vector<QPointF>& accuracies)
{
    m_epochAxis->setRange(shown.from, shown.to);
    m_epochAxis->setTickInterval(
        m_zoom ? epochTick(shown) : epochStep(m_run->request.options.epochs));
    m_epochAxis->setLabelFormat(
        QStringLiteral("%.%1f").arg(decimalsOf(m_epochAxis->tickInterval())));

    const auto lower = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
    ChartRange loss{0, 1};
    if (!losses.empty()) {
        const auto [least, most] = std::minmax_element(losses.begin(), losses.end(), lower);
        loss = m_zoom ? axisAround(least->y(), most->y()) : ChartRange{0, axisTop(most->y())};
    }
    m_lossAxis->setRange(loss.from, loss.to);
    m_lossAxis->setLabelFormat(
        QStringLiteral("%.%1f").arg(decimalsOf((loss.to - loss.from) / kAxisSteps)));

    m_accuracyAxis->setVisible(m_run->counts.test > 0);
    const double floor =
        accuracies.empty()
            ? 0
            : accuracyFloor(std::min_element(accuracies.begin(), accuracies.end(), lower)->y());
    m_accuracyAxis->setRange(floor, 100);
}

void LossChart::showValues()
{
    if (m_run == nullptr) {
        return;
    }
    // The last one that had been reached there; at the end of the line when nothing is pointed at.
    const auto valueAt = [&](const std::vector<QPointF>& points) -> std::optional<QPointF> {
        const auto after = std::find_if(points.begin(), points.end(), [&](const QPointF& point) {
            return m_pointed && point.x() > *m_pointed;
        });
        return after == points.begin() ? std::nullopt : std::optional(*(after - 1));
    };
    const QLocale locale;
    const auto loss = valueAt(lossPoints(*m_run));
    const auto accuracy = valueAt(accuracyPoints(*m_run));
    const QString none = QStringLiteral("–");
    m_lossText->setText(tr("Loss <b>%1</b>").arg(loss ? locale.toString(loss->y(), 'f', 4) : none));
    m_accuracyText->setText(
        tr("Test accuracy <b>%1</b>").arg(accuracy ? percentText(accuracy->y() / 100) : none));
    m_accuracyKey->setVisible(m_run->counts.test > 0);
    m_accuracyText->setVisible(m_run->counts.test > 0);
    m_placeText->setText(
        m_pointed ? tr("at epoch %1").arg(locale.toString(*m_pointed, 'f', 2)) : QString());
    if (!m_pointed) {
        m_view->setAccessibleDescription(
            tr("Loss %1, test accuracy %2")
                .arg(
                    loss ? locale.toString(loss->y(), 'f', 4) : none,
                    accuracy ? percentText(accuracy->y() / 100) : none));
    }
}

QImage LossChart::image() const
{
    constexpr int kScale = 2;
    constexpr int kMargin = theme::kMargin;
    auto* self = const_cast<LossChart*>(this); // QWidget::render() draws, and changes nothing
    QImage image((size() + QSize(2 * kMargin, 2 * kMargin)) * kScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kScale);
    image.fill(palette().color(QPalette::Window));
    QPainter painter(&image);
    self->render(&painter, QPoint(kMargin, kMargin), {}, QWidget::DrawChildren);
    return image;
}

QByteArray LossChart::svg() const
{
    constexpr int kMargin = theme::kMargin;
    auto* self = const_cast<LossChart*>(this); // as above
    QByteArray svg;
    QBuffer buffer(&svg);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(m_view->accessibleName());
    const QRect sheet(QPoint(), size() + QSize(2 * kMargin, 2 * kMargin));
    generator.setSize(sheet.size());
    generator.setViewBox(sheet);
    generator.setResolution(logicalDpiX()); // so that letters are as large as on the screen
    QPainter painter(&generator);
    painter.fillRect(sheet, palette().color(QPalette::Window));
    self->render(&painter, QPoint(kMargin, kMargin), {}, QWidget::DrawChildren);
    painter.end();
    return svg;
}

} // namespace digitpad
