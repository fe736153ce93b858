// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/curves_legend.h"

#include "app/runs/curve_style.h"
#include "app/runs/curves_plot.h"
#include "app/shell/theme.h"
#include "app/training/run_words.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace digitpad {

namespace {

constexpr qreal kSwatch = 26;
constexpr qreal kLineWidth = 2;
const QString kNone = QStringLiteral("–");

QString valuesText(const RunCurve& curve, std::optional<double> epoch)
{
    const CurveValues values = valuesAt(curve, epoch);
    QString text = CurvesLegend::tr("Loss %1").arg(
        values.loss ? QLocale().toString(*values.loss, 'f', 4) : kNone);
    if (!curve.accuracies.empty()) {
        text += QStringLiteral("  ·  ") +
                CurvesLegend::tr("Test %1", "the accuracy on the test data")
                    .arg(values.accuracy ? percentText(*values.accuracy / 100) : kNone);
    }
    return text;
}

/// Lines of text one below the other.
class Column {
public:
    Column(QPainter* painter, const QRectF& area) : m_painter(painter), m_area(area) {}

    void add(const QString& text, const QFont& font, const QColor& colour, bool wraps)
    {
        if (text.isEmpty()) {
            return;
        }
        const QFontMetricsF metrics(font);
        const int flags = wraps ? Qt::TextWordWrap : Qt::TextSingleLine;
        const QRectF room = m_area.adjusted(0, m_used, 0, 0);
        const QString shown = wraps ? text : metrics.elidedText(text, Qt::ElideRight, room.width());
        // Letters that another font has to lend, as Chinese ones, are higher than this one's.
        const qreal height = metrics.boundingRect({0, 0, room.width(), 1e5}, flags, shown).height();
        if (m_painter != nullptr) {
            m_painter->setFont(font);
            m_painter->setPen(colour);
            m_painter->drawText(
                QRectF(room.left(), room.top(), room.width(), height), flags, shown);
        }
        m_used += std::ceil(height) + 2;
    }

    void skip(qreal height) { m_used += height; }
    [[nodiscard]] qreal used() const { return m_used; }

private:
    QPainter* m_painter;
    QRectF m_area;
    qreal m_used = 0;
};

void paintSwatch(
    QPainter& painter, const QPointF& at, const RunCurve& curve, bool numbered,
    const QPalette& palette)
{
    const CurveStyle style(curve.number, palette);
    painter.setPen(style.pen(kLineWidth));
    painter.drawLine(at, at + QPointF(kSwatch, 0));
    if (numbered) {
        paintRunNumber(
            painter, at + QPointF(kSwatch + 6 + kRunNumberSize / 2.0, 0), curve, palette);
    }
}

} // namespace

qreal paintLegend(
    QPainter* painter, const QRectF& area, const std::vector<LegendEntry>& entries,
    std::optional<double> epoch, const QPalette& palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor quiet = theme::quietText(palette);
    const bool numbered = entries.size() > 1;
    const qreal indent = kSwatch + theme::kGap + (numbered ? 6 + kRunNumberSize : 0);
    const qreal nameHeight = QFontMetricsF(theme::bodyFont()).height();

    Column heading(painter, area);
    heading.add(
        epoch ? CurvesLegend::tr("At epoch %1").arg(QLocale().toString(*epoch, 'f', 2))
              : CurvesLegend::tr("At the end"),
        theme::captionFont(), quiet, false);
    qreal used = heading.used() + theme::kGap / 2.0;
    QFont bold = theme::bodyFont();
    bold.setWeight(QFont::DemiBold);
    for (const LegendEntry& entry : entries) {
        const QRectF place = area.adjusted(indent, used, 0, 0);
        if (painter != nullptr) {
            paintSwatch(
                *painter, {area.left(), std::round(place.top() + nameHeight / 2)}, entry.curve,
                numbered, palette);
        }
        Column column(painter, place);
        column.add(entry.curve.name, bold, text, false);
        column.add(valuesText(entry.curve, epoch), theme::bodyFont(), text, true);
        column.add(entry.options, theme::captionFont(), quiet, true);
        for (const QString& line : entry.more) {
            column.add(line, theme::captionFont(), quiet, true);
        }
        used += column.used() + theme::kGap + 2;
    }
    return std::ceil(used);
}

CurvesLegend::CurvesLegend(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Legend of the chart"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CurvesLegend::setEntries(std::vector<LegendEntry> entries)
{
    m_entries = std::move(entries);
    describe();
    updateGeometry();
    update();
}

void CurvesLegend::setEpoch(std::optional<double> epoch)
{
    m_epoch = epoch;
    update();
}

void CurvesLegend::describe()
{
    QStringList texts;
    for (const LegendEntry& entry : m_entries) {
        texts << QStringLiteral("%1: %2. %3")
                     .arg(entry.curve.name, valuesText(entry.curve, {}), entry.options);
    }
    setAccessibleDescription(texts.join(QLatin1Char('\n')));
}

int CurvesLegend::heightForWidth(int width) const
{
    return static_cast<int>(
        paintLegend(nullptr, QRectF(0, 0, width, 0), m_entries, m_epoch, palette()));
}

QSize CurvesLegend::sizeHint() const
{
    return {kWidth, heightForWidth(kWidth)};
}

void CurvesLegend::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_entries.empty()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintLegend(&painter, rect(), m_entries, m_epoch, palette());
    }
}

} // namespace digitpad
