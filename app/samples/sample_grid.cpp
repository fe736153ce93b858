// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/sample_grid.h"

#include "app/draw/paint_glyph.h"
#include "app/samples/sample_model.h"
#include "app/shell/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kSide = 2 * Glyph::kSide; // of a glyph
constexpr int kPadding = 8;

class SampleDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        const int words = QFontMetrics(theme::captionFont()).height();
        return {kSide + 2 * kPadding, kSide + words + 2 * kPadding + kPadding / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        const auto& model = *static_cast<const SampleModel*>(index.model());
        const SampleTile* tile = model.tile(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintSelection(*painter, option);
        const qreal ratio = painter->device()->devicePixelRatioF();
        const qreal side = std::floor(kSide * ratio / Glyph::kSide) * Glyph::kSide / ratio;
        const QRectF place(
            option.rect.left() + (option.rect.width() - side) / 2, option.rect.top() + kPadding,
            side, side);
        if (tile != nullptr) {
            painter->drawImage(place, glyphImage(tile->glyph, option.palette)); // unsmoothed
        } else {
            painter->fillRect(place, theme::hairline(option.palette));
        }
        const QRectF words(
            option.rect.left(), place.bottom() + kPadding / 2.0, option.rect.width(),
            QFontMetricsF(theme::captionFont()).height());
        paintWords(*painter, option.palette, words, model.entry(index.row()), tile);
        painter->restore();
    }

private:
    static void paintSelection(QPainter& painter, const QStyleOptionViewItem& option)
    {
        const QRectF frame = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
        const QColor accent = option.palette.color(QPalette::Highlight);
        if (option.state.testFlag(QStyle::State_Selected)) {
            QColor tint = accent;
            tint.setAlphaF(0.14F);
            painter.setPen(QPen(accent, 1.5));
            painter.setBrush(tint);
            painter.drawRoundedRect(frame, 6, 6);
        } else if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter.setPen(QPen(theme::quietText(option.palette), 1, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(frame, 6, 6);
        }
    }

    /// The label, and what was read where it is something else.
    static void paintWords(
        QPainter& painter, const QPalette& palette, const QRectF& place, const SampleEntry& entry,
        const SampleTile* tile)
    {
        const QLocale locale;
        const QString label = locale.toString(entry.label);
        const bool isOther =
            tile != nullptr && tile->reading && tile->reading->digit != entry.label;
        const QString read =
            isOther ? SampleGrid::tr("read %1").arg(locale.toString(tile->reading->digit))
                    : QString();
        QFont bold = theme::captionFont();
        bold.setWeight(QFont::DemiBold);
        const qreal labelWidth = QFontMetricsF(bold).horizontalAdvance(label);
        const qreal readWidth = QFontMetricsF(theme::captionFont()).horizontalAdvance(read);
        const qreal gap = isOther ? 6 : 0;
        QRectF line = place;
        line.setLeft(place.center().x() - (labelWidth + gap + readWidth) / 2);
        const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip;
        painter.setFont(bold);
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(line, Qt::AlignLeft | flags, label);
        line.setLeft(line.left() + labelWidth + gap);
        painter.setFont(theme::captionFont());
        painter.setPen(theme::quietText(palette));
        painter.drawText(line, Qt::AlignLeft | flags, read);
    }
};

} // namespace

SampleGrid::SampleGrid(SampleModel* model, QWidget* parent) : QListView(parent), m_samples(model)
{
    setModel(model);
    setItemDelegate(new SampleDelegate(this));
    // Rows of a list that wraps: IconMode would keep an object for each of thousands.
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(false); // the page takes them
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Samples"));
}

std::vector<SampleEntry> SampleGrid::selected() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    std::vector<SampleEntry> samples;
    samples.reserve(rows.size());
    for (const int row : rows) {
        samples.push_back(m_samples->entry(row));
    }
    return samples;
}

qsizetype SampleGrid::selectedCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        count += range.height();
    }
    return count;
}

void SampleGrid::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QListView::selectionChanged(selected, deselected);
    Q_EMIT selectedChanged();
}

void SampleGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT selectedChanged();
}

// A digit's key is for its label.
void SampleGrid::keyboardSearch(const QString& /*search*/) {}

} // namespace digitpad
