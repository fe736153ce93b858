// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_delegate.h"

#include "app/runs/curve_style.h"
#include "app/runs/run_table.h"
#include "app/shell/theme.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace digitpad {

namespace {

QColor mixed(const QColor& a, const QColor& b, float share)
{
    return QColor::fromRgbF(
        std::lerp(a.redF(), b.redF(), share), std::lerp(a.greenF(), b.greenF(), share),
        std::lerp(a.blueF(), b.blueF(), share));
}

void paintBackground(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const qreal line = 1 / painter.device()->devicePixelRatioF();
    const QPalette& palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(
            option.rect,
            mixed(palette.color(QPalette::Window), palette.color(QPalette::Highlight), 0.12F));
    }
    const QRectF rect = option.rect;
    painter.fillRect(
        QRectF(rect.left(), rect.bottom() - line, rect.width(), line), theme::hairline(palette));

    // Where the keyboard is: a bar before the row.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (index.column() == 0 && view != nullptr && view->hasFocus() &&
        view->currentIndex().row() == index.row()) {
        const QRect bar = option.rect.adjusted(0, 0, 3 - option.rect.width(), 0);
        painter.fillRect(
            QStyle::visualRect(option.direction, option.rect, bar), palette.highlight());
    }
}

void paintTick(QPainter& painter, const QStyleOptionViewItem& option, const QVariant& slot)
{
    const QRectF box = QStyle::alignedRect(
        option.direction, Qt::AlignCenter, {RunDelegate::kTick, RunDelegate::kTick}, option.rect);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!slot.isValid()) {
        painter.setPen(QPen(theme::quietText(option.palette), 1.25));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(CurveStyle(slot.toInt(), option.palette).colour());
    painter.drawRoundedRect(box, 4, 4);
    QPainterPath tick(box.topLeft() + QPointF(4.5, 9.25));
    tick.lineTo(box.topLeft() + QPointF(7.75, 12.5));
    tick.lineTo(box.topLeft() + QPointF(13.5, 5.75));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(
        option.palette.color(QPalette::Window), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRectF room = option.rect.adjusted(RunDelegate::kPadding, 0, -RunDelegate::kPadding, 0);
    const QFontMetricsF metrics(theme::bodyFont());
    const QFontMetricsF small(theme::captionFont());
    const QString detail = index.data(RunTable::DetailRole).toString();
    const qreal below = detail.isEmpty() ? 0 : small.height() + 2;
    const auto alignment = QStyle::visualAlignment(
        option.direction, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    // Another alphabet's font may be taller than ours.
    const int flags = static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip;

    QRectF line(room.left(), 0, room.width(), metrics.height());
    line.moveTop(room.center().y() - (metrics.height() + below) / 2);
    const bool isStatus = index.column() == RunTable::Status || index.column() == RunTable::Note ||
                          index.column() == RunTable::Started;
    painter.setFont(theme::bodyFont());
    painter.setPen(
        isStatus ? theme::quietText(option.palette) : option.palette.color(QPalette::Text));
    if (index.column() == RunTable::Accuracy) {
        QFont bold = theme::bodyFont();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
    }
    const QString text = index.data(Qt::DisplayRole).toString().simplified();
    painter.drawText(
        line, flags, QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, room.width()));
    painter.setFont(theme::captionFont());
    painter.setPen(theme::quietText(option.palette));
    painter.drawText(
        QRectF(room.left(), line.bottom() + 2, room.width(), small.height()), flags,
        small.elidedText(detail, Qt::ElideRight, room.width()));
}

} // namespace

void RunDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    paintBackground(*painter, option, index);
    if (index.column() == RunTable::Tick) {
        paintTick(*painter, option, index.data(RunTable::SlotRole));
    } else {
        paintText(*painter, option, index);
    }
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
}

QWidget* RunDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    auto* editor = new QLineEdit(parent); // the view owns it
    const bool isName = index.column() == RunTable::Name;
    editor->setMaxLength(static_cast<int>(isName ? kLongestName : kLongestNote));
    editor->setAccessibleName(isName ? tr("Name of the run") : tr("Note about the run"));
    editor->setPlaceholderText(isName ? QString() : tr("Note"));
    return editor;
}

void RunDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    // A view fills its editors again when something changes: not over what is being typed.
    if (auto* line = qobject_cast<QLineEdit*>(editor); line != nullptr && !line->isModified()) {
        line->setText(index.data(Qt::EditRole).toString());
    }
}

void RunDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    QRect place = option.rect.adjusted(2, 0, -2, 0);
    place.setHeight(theme::kSmallestTarget);
    place.moveCenter(option.rect.center());
    editor->setGeometry(place);
}

bool RunDelegate::editorEvent(
    QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
    const QModelIndex& index)
{
    if (index.column() != RunTable::Tick) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const bool isClick = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (!isClick) {
        return event->type() == QEvent::MouseButtonDblClick; // a click each: the releases count
    }
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace digitpad
