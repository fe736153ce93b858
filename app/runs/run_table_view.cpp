// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_table_view.h"

#include "app/runs/run_delegate.h"
#include "app/runs/run_table.h"
#include "app/runs/sorting_header.h"
#include "app/shell/theme.h"
#include "app/training/run_words.h"

#include <QCollator>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace digitpad {

namespace {

const QString kSortKey = QStringLiteral("runs/sortedBy");
const QString kDescendingKey = QStringLiteral("runs/descending");
const QString kWidthsKey = QStringLiteral("runs/widths");
constexpr int kWidest = 2000; // pixels; what the settings say may be anything

/// Sorts texts as people do: 2 before 10.
class Sorted : public QSortFilterProxyModel {
public:
    explicit Sorted(QObject* parent) : QSortFilterProxyModel(parent)
    {
        setSortRole(RunTable::SortRole);
        m_order.setNumericMode(true);
        m_order.setCaseSensitivity(Qt::CaseInsensitive);
    }

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const QVariant a = left.data(sortRole());
        const QVariant b = right.data(sortRole());
        return a.typeId() == QMetaType::QString ? m_order.compare(a.toString(), b.toString()) < 0
                                                : QSortFilterProxyModel::lessThan(left, right);
    }

private:
    QCollator m_order;
};

} // namespace

RunTableView::RunTableView(RunTable* table, QWidget* parent)
    : QTableView(parent), m_table(table), m_sorted(new Sorted(this))
{
    m_sorted->setSourceModel(table);
    setModel(m_sorted);
    setItemDelegate(new RunDelegate(this));
    setHorizontalHeader(new SortingHeader(this));
    setAccessibleName(tr("Training runs"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAcceptDrops(false); // the page takes them
    viewport()->setBackgroundRole(QPalette::Window);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(RunDelegate::kRowHeight);
    verticalHeader()->setDefaultSectionSize(RunDelegate::kRowHeight);
    horizontalHeader()->setMinimumSectionSize(theme::kSmallestTarget);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(RunTable::Tick, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(RunTable::Note, QHeaderView::Stretch);
    fitColumns();
    setSortingEnabled(true);
    restoreColumns();
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        m_areWidthsChosen |= column != RunTable::Note && !m_isFitting; // that takes what is left
    });
}

void RunTableView::saveColumns() const
{
    QSettings settings;
    settings.setValue(kSortKey, horizontalHeader()->sortIndicatorSection());
    settings.setValue(
        kDescendingKey, horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
    if (m_areWidthsChosen) {
        QVariantList widths;
        for (int column = 0; column < model()->columnCount(); ++column) {
            widths << columnWidth(column);
        }
        settings.setValue(kWidthsKey, widths);
    }
}

/// As the last table was sorted and its columns were left.
void RunTableView::restoreColumns()
{
    const QSettings settings;
    const int column = settings.value(kSortKey, RunTable::Started).toInt();
    const bool isKnown = column > RunTable::Tick && column < model()->columnCount();
    const bool isDescending = !isKnown || settings.value(kDescendingKey, true).toBool();
    sortByColumn(
        isKnown ? column : RunTable::Started,
        isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);

    const QVariantList widths = settings.value(kWidthsKey).toList();
    m_areWidthsChosen = widths.size() == model()->columnCount();
    for (int i = RunTable::Tick + 1; m_areWidthsChosen && i < RunTable::Note; ++i) {
        horizontalHeader()->resizeSection(
            i, qBound(theme::kSmallestTarget, widths.at(i).toInt(), kWidest));
    }
}

QString RunTableView::idAt(const QModelIndex& index) const
{
    return index.isValid() ? m_table->run(m_sorted->mapToSource(index).row()).id : QString();
}

QModelIndex RunTableView::indexOf(const QString& id, int column) const
{
    const int row = m_table->rowOf(id);
    return row < 0 ? QModelIndex() : m_sorted->mapFromSource(m_table->index(row, column));
}

QStringList RunTableView::selectedRuns() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList ids;
    for (const QModelIndex& row : rows) {
        ids << idAt(row);
    }
    return ids;
}

std::vector<RunSummary> RunTableView::runs() const
{
    std::vector<RunSummary> runs;
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        runs.push_back(m_table->run(m_sorted->mapToSource(m_sorted->index(row, 0)).row()));
    }
    return runs;
}

QString RunTableView::currentRun() const
{
    return idAt(currentIndex());
}

void RunTableView::select(const QString& id)
{
    if (const QModelIndex index = indexOf(id, RunTable::Name); index.isValid()) {
        selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
    }
}

void RunTableView::selectFirst()
{
    select(idAt(m_sorted->index(0, RunTable::Name)));
}

void RunTableView::edit(const QString& id, int column)
{
    if (const QModelIndex index = indexOf(id, column); index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
        edit(index);
    }
}

void RunTableView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        Q_EMIT tickAsked();
        return;
    }
    QTableView::keyPressEvent(event);
}

// A row is one thing here: Home and End go to the first and the last of them, with Ctrl or without.
QModelIndex RunTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome || action == MoveEnd) {
        modifiers |= Qt::ControlModifier;
    }
    return QTableView::moveCursor(action, modifiers);
}

void RunTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    const bool isOther =
        event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (isOther && !m_areWidthsChosen) {
        fitColumns();
    }
}

void RunTableView::selectionChanged(
    const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT runsSelected();
}

// The current row is marked before its first cell, which the base class does not know of.
void RunTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    updateFocusBar(current.row());
    updateFocusBar(previous.row());
    Q_EMIT runsSelected();
}

void RunTableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    updateFocusBar(currentIndex().row());
}

void RunTableView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    updateFocusBar(currentIndex().row());
}

void RunTableView::updateFocusBar(int row)
{
    if (row >= 0 && model() != nullptr) {
        update(model()->index(row, RunTable::Tick));
    }
}

// Wide enough for what is usually in them and for the words above, in every language.
void RunTableView::fitColumns()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    const QFontMetrics body(theme::bodyFont());
    const QFontMetrics caption(theme::captionFont());
    const auto fit = [&](RunTable::Column column, int content) {
        constexpr int kArrow = 14;
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int width = std::max(content + 2, caption.horizontalAdvance(title) + kArrow);
        horizontalHeader()->resizeSection(column, width + 2 * RunDelegate::kPadding);
    };
    fit(RunTable::Tick, RunDelegate::kTick + theme::kGap);
    fit(RunTable::Name, body.horizontalAdvance(QStringLiteral("simple-nn, wide, 100")));
    fit(RunTable::Started,
        body.horizontalAdvance(QLocale().toString(QDate(2026, 12, 30), QLocale::ShortFormat)));
    fit(RunTable::Network,
        caption.horizontalAdvance(QStringLiteral("learning rate 0.001 · batch size 64 ·")));
    fit(RunTable::Data, caption.horizontalAdvance(QStringLiteral("MNIST, 60,000 digits")));
    fit(RunTable::Epochs,
        body.horizontalAdvance(tr("%1 of %2").arg(QStringLiteral("100"), QStringLiteral("100"))));
    fit(RunTable::Accuracy, body.horizontalAdvance(QStringLiteral("98.88 %")));
    fit(RunTable::Status, std::max(
                              body.horizontalAdvance(statusText(RunStatus::Interrupted)),
                              caption.horizontalAdvance(durationText(59 * 60 + 59))));
}

} // namespace digitpad
