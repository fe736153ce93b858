// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review/mistake_list.h"

#include "app/draw/paint_glyph.h"
#include "app/draw/percent.h"
#include "app/shell/theme.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace digitpad {

/// The mistakes that a filter lets through.
class MistakeModel : public QAbstractListModel { // NOLINT: no signals of its own
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const Review* review, const MistakeFilter& filter)
    {
        beginResetModel();
        m_review = review;
        m_shown = review != nullptr ? surestMistakes(review->evaluation, filter)
                                    : std::vector<std::size_t>();
        endResetModel();
    }

    [[nodiscard]] const Review* review() const { return m_review; }
    [[nodiscard]] std::size_t mistake(int row) const
    {
        return m_shown[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) {
            return {};
        }
        const Mistake& wrong = m_review->evaluation.mistakes[mistake(index.row())];
        const QLocale locale;
        return MistakeList::tr("%1 read as %2, %3 sure")
            .arg(
                locale.toString(wrong.label), locale.toString(wrong.prediction.digit()),
                percentText(wrong.prediction.confidence(), locale));
    }

private:
    const Review* m_review = nullptr;
    std::vector<std::size_t> m_shown;
};

namespace {

constexpr int kSide = 2 * Glyph::kSide; // of a picture
constexpr int kPadding = 6;

class MistakeDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override
    {
        const int caption = QFontMetrics(theme::captionFont()).height();
        return {kSide + 2 * kPadding, kSide + caption + 3 * kPadding};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        const auto& model = *static_cast<const MistakeModel*>(index.model());
        const std::size_t which = model.mistake(index.row());
        const Mistake& mistake = model.review()->evaluation.mistakes[which];
        const Glyph& glyph = model.review()->glyphs[which];
        const QPalette& palette = option.palette;

        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->setPen(QPen(palette.color(QPalette::Highlight), 2));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 4, 4);
        }
        const qreal ratio = painter->device()->devicePixelRatioF();
        const qreal side = std::floor(kSide * ratio / Glyph::kSide) * Glyph::kSide / ratio;
        const QRectF place(
            option.rect.left() + (option.rect.width() - side) / 2, option.rect.top() + kPadding,
            side, side);
        painter->drawImage(
            place, glyphImage(glyph, palette)); // unsmoothed: every pixel stays a square

        const QLocale locale;
        painter->setFont(theme::captionFont());
        painter->setPen(palette.color(QPalette::Text));
        painter->drawText(
            QRectF(
                option.rect.left(), place.bottom(), option.rect.width(),
                option.rect.bottom() - place.bottom()),
            Qt::AlignCenter,
            MistakeList::tr("%1 → %2").arg(
                locale.toString(mistake.label), locale.toString(mistake.prediction.digit())));
        painter->restore();
    }
};

} // namespace

MistakeList::MistakeList(QWidget* parent) : QListView(parent), m_model(new MistakeModel(this))
{
    setModel(m_model);
    setItemDelegate(new MistakeDelegate(this));
    setViewMode(IconMode);
    setResizeMode(Adjust);
    setMovement(Static);
    setUniformItemSizes(true); // ten thousand mistakes are laid out at once
    setSelectionMode(SingleSelection);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("What was read wrong"));
}

void MistakeList::setReview(const Review* review)
{
    m_model->show(review, {});
    setCurrentIndex(m_model->index(0));
}

void MistakeList::setFilter(const MistakeFilter& filter)
{
    m_model->show(m_model->review(), filter);
    setCurrentIndex(m_model->index(0));
    scrollToTop();
    if (m_model->rowCount() == 0) {
        Q_EMIT chosen(-1);
    }
}

int MistakeList::count() const
{
    return m_model->rowCount();
}

void MistakeList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosen(current.isValid() ? static_cast<int>(m_model->mistake(current.row())) : -1);
}

} // namespace digitpad
