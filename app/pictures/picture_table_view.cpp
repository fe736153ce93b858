// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_table_view.h"

#include "app/pictures/picture_delegate.h"
#include "app/pictures/picture_table.h"
#include "app/shell/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace digitpad {

namespace {

/// A header of words over a hairline.
class QuietHeader : public QHeaderView {
public:
    explicit QuietHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setHighlightSections(false);
        setSectionsClickable(false);
        viewport()->setBackgroundRole(QPalette::Window);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {
            QHeaderView::sizeHint().width(),
            QFontMetrics(theme::captionFont()).height() + 2 * theme::kGap};
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const auto alignment = Qt::Alignment(
            model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
        painter->fillRect(rect, palette().window());
        painter->setFont(theme::captionFont());
        painter->setPen(theme::quietText(palette()));
        painter->drawText(
            rect.adjusted(PictureDelegate::kPadding, 0, -PictureDelegate::kPadding, 0),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment)) |
                Qt::TextSingleLine,
            model()->headerData(section, Qt::Horizontal).toString());
        painter->fillRect(
            QRectF(rect.left(), rect.bottom() + 1 - 1 / ratio, rect.width(), 1 / ratio),
            theme::hairline(palette()));
    }
};

} // namespace

PictureTableView::PictureTableView(PictureTable* table, QWidget* parent)
    : QTableView(parent), m_table(table)
{
    setModel(table);
    setItemDelegate(new PictureDelegate(this));
    setHorizontalHeader(new QuietHeader(this));
    setAccessibleName(tr("Pictures and what was read in them"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(false); // the page takes them
    viewport()->setBackgroundRole(QPalette::Window);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(PictureDelegate::kRowHeight);
    verticalHeader()->setDefaultSectionSize(PictureDelegate::kRowHeight);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(PictureTable::Name, QHeaderView::Stretch);
    fitColumns();
    connect(
        table, &PictureTable::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            const int row = currentIndex().row();
            if (first.row() <= row && row <= last.row() && m_digit >= digitCount()) {
                setCurrentDigit({}); // it was read anew
            }
        });
}

QList<int> PictureTableView::selectedRowNumbers() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows()) {
        rows << index.row();
    }
    std::ranges::sort(rows);
    return rows;
}

int PictureTableView::digitCount() const
{
    const int row = currentIndex().row();
    return row >= 0 ? static_cast<int>(digitsOf(m_table->row(row)).size()) : 0;
}

std::optional<int> PictureTableView::currentDigit() const
{
    return digitCount() == 1 ? 0 : m_digit;
}

void PictureTableView::setCurrentDigit(std::optional<int> digit)
{
    if (digit != m_digit) {
        m_digit = digit;
        updateFocusBar(currentIndex().row());
        update(m_table->index(currentIndex().row(), PictureTable::Seen));
        Q_EMIT currentDigitChanged();
    }
}

// A row is one thing here: the arrows across go along its digits.
void PictureTableView::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Left;
    const int count = digitCount();
    if ((back || event->key() == Qt::Key_Right) && count > 1) {
        const int start = back ? count - 1 : 0;
        setCurrentDigit(m_digit ? std::clamp(*m_digit + (back ? -1 : 1), 0, count - 1) : start);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void PictureTableView::mousePressEvent(QMouseEvent* event)
{
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.column() == PictureTable::Seen && digitCount() > 1 &&
        index.row() == currentIndex().row()) {
        const auto places = PictureDelegate::glyphPlaces(
            visualRect(index), layoutDirection(), digitCount(), devicePixelRatioF());
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i].contains(event->position())) {
                setCurrentDigit(static_cast<int>(i));
            }
        }
    }
}

bool PictureTableView::isOnScreen(int row) const
{
    return viewport()->rect().intersects(visualRect(model()->index(row, PictureTable::Picture)));
}

void PictureTableView::showFrom(int row)
{
    const int last = model()->rowCount() - 1;
    if (row <= last) {
        scrollTo(model()->index(last, PictureTable::Picture));
        scrollTo(model()->index(row, PictureTable::Picture));
    }
}

// A row is one thing here: Home and End go to the first and the last of them, with Ctrl or without.
QModelIndex PictureTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome || action == MoveEnd) {
        modifiers |= Qt::ControlModifier;
    }
    return QTableView::moveCursor(action, modifiers);
}

// The selection goes along with Ctrl+Home and Ctrl+End, instead of staying where it cannot be seen.
QItemSelectionModel::SelectionFlags
PictureTableView::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    if (event != nullptr && event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<const QKeyEvent*>(event);
        const bool jump = press->key() == Qt::Key_Home || press->key() == Qt::Key_End;
        if (jump && press->modifiers() == Qt::ControlModifier) {
            return QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
        }
    }
    return QTableView::selectionCommand(index, event);
}

void PictureTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitColumns();
    }
}

// The current row is marked before its first cell, which the base class does not know of.
void PictureTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        setCurrentDigit({});
    }
    updateFocusBar(current.row());
    updateFocusBar(previous.row());
}

void PictureTableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    updateFocusBar(currentIndex().row());
}

void PictureTableView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    updateFocusBar(currentIndex().row());
}

void PictureTableView::updateFocusBar(int row)
{
    if (row >= 0 && model() != nullptr) {
        update(model()->index(row, PictureTable::Picture));
    }
}

// Wide enough for what is in them and for the words above, in every language.
void PictureTableView::fitColumns()
{
    const QFontMetrics caption(theme::captionFont());
    const auto fit = [&](PictureTable::Column column, int content) {
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int width = std::max(content, caption.horizontalAdvance(title));
        horizontalHeader()->resizeSection(column, width + 2 * PictureDelegate::kPadding);
    };
    fit(PictureTable::Picture, PictureDelegate::kPicture);
    fit(PictureTable::Seen, PictureDelegate::kGlyph);
    fit(PictureTable::Digit, 88);
    fit(PictureTable::Confidence,
        std::max(
            96, QFontMetrics(theme::titleFont()).horizontalAdvance(QStringLiteral("> 100 %"))));
}

} // namespace digitpad
