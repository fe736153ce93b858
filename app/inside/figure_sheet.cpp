// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/figure_sheet.h"

#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace digitpad {

namespace {

constexpr int kColumnGap = 12;
constexpr int kLeast = 64; // pixels of the words, which are shortened where there is no room

} // namespace

FigureSheet::FigureSheet(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(theme::captionFont());
}

void FigureSheet::setHeader(const QStringList& cells)
{
    if (cells != m_header) {
        m_header = cells;
        measure();
        update();
    }
}

void FigureSheet::setSpare(int column)
{
    m_spare = column;
    updateGeometry();
}

void FigureSheet::setRows(const QList<Row>& rows)
{
    if (rows == m_rows) {
        return;
    }
    const bool sameHeight = rows.size() == m_rows.size();
    m_rows = rows;
    setAccessibleDescription(text());
    measure();
    if (!sameHeight) {
        updateGeometry();
    }
    update();
}

QString FigureSheet::text() const
{
    QStringList lines;
    if (!m_header.isEmpty()) {
        lines += m_header.join(QLatin1Char(' ')).trimmed();
    }
    for (const Row& row : m_rows) {
        lines += row.cells.join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n'));
}

int FigureSheet::rowHeight() const
{
    return fontMetrics().height() + 3;
}

/// With the gap before it.
int FigureSheet::widthOf(qsizetype column) const
{
    return column > 0 && column < m_widths.size() ? m_widths[column] + kColumnGap : 0;
}

bool FigureSheet::isLeftOut(qsizetype column) const
{
    return column == m_spare && width() < sizeHint().width();
}

QSize FigureSheet::sizeHint() const
{
    const int gaps = kColumnGap * static_cast<int>(std::max<qsizetype>(0, m_widths.size() - 1));
    const int lines = static_cast<int>(m_rows.size()) + (m_header.isEmpty() ? 0 : 1);
    return {
        std::accumulate(m_widths.begin(), m_widths.end(), gaps), lines * rowHeight() + theme::kGap};
}

QSize FigureSheet::minimumSizeHint() const
{
    const int words = m_widths.isEmpty() ? 0 : m_widths.first();
    return sizeHint() - QSize(std::max(0, words - kLeast) + widthOf(m_spare), 0);
}

void FigureSheet::measure()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    QList<int> wide;
    const auto take = [&](const QStringList& cells) {
        wide.resize(std::max(wide.size(), cells.size()));
        for (qsizetype i = 0; i < cells.size(); ++i) {
            wide[i] = std::max(wide[i], metrics.horizontalAdvance(cells[i]));
        }
    };
    take(m_header);
    for (const Row& row : m_rows) {
        take(row.cells);
    }
    if (wide != m_widths) {
        m_widths = wide;
        updateGeometry();
    }
}

void FigureSheet::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    int top = 0;
    const int tall = rowHeight();
    if (!m_header.isEmpty()) {
        painter.setPen(theme::quietText(palette()));
        paintCells(painter, m_header, top, tall);
        top += tall;
    }
    for (const Row& row : m_rows) {
        if (row.isTotal) {
            painter.fillRect(QRectF(0, top + 1, width(), 1), theme::hairline(palette()));
            top += 2;
        }
        QFont of = font();
        of.setWeight(row.isTotal || row.isMarked ? QFont::DemiBold : QFont::Normal);
        painter.setFont(of);
        painter.setPen(
            row.isMarked  ? palette().color(QPalette::Link)
            : row.isQuiet ? theme::quietText(palette())
                          : palette().color(QPalette::WindowText));
        paintCells(painter, row.cells, top, tall);
        top += tall;
    }
}

void FigureSheet::paintCells(QPainter& painter, const QStringList& cells, int top, int tall) const
{
    int right = width();
    int left = width(); // of the first number there is: the words go up to it
    for (qsizetype i = cells.size() - 1; i > 0; --i) {
        if (isLeftOut(i)) {
            continue;
        }
        painter.drawText(
            QRect(right - m_widths[i], top, m_widths[i], tall), Qt::AlignRight | Qt::AlignVCenter,
            cells[i]);
        right -= m_widths[i] + kColumnGap;
        left = cells[i].isEmpty() ? left : right;
    }
    painter.drawText(
        QRect(0, top, left, tall), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(cells.value(0), Qt::ElideRight, left));
}

void FigureSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        measure();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace digitpad
