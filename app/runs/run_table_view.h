// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"

#include <QTableView>

#include <vector>

class QSortFilterProxyModel;

namespace digitpad {

class RunTable;

/// The table of runs, sorted by a click on its header; it comes as it was left. It speaks of runs
/// by their ids: rows are in another order here than in the RunTable.
class RunTableView : public QTableView {
    Q_OBJECT

public:
    explicit RunTableView(RunTable* table, QWidget* parent = nullptr);

    // In the order of the table on the screen.
    [[nodiscard]] QStringList selectedRuns() const;
    [[nodiscard]] std::vector<RunSummary> runs() const;
    /// The one that the keyboard is at; empty where there is none.
    [[nodiscard]] QString currentRun() const;
    /// Selects this run alone and scrolls to it.
    void select(const QString& id);
    void selectFirst();
    /// Lets a person type into a cell. `column` is one of RunTable.
    void edit(const QString& id, int column);
    using QTableView::edit;

    /// Notes how it is sorted and how wide its columns are, for the next one of these.
    void saveColumns() const;

Q_SIGNALS:
    void runsSelected();
    void tickAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void
    selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QString idAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const QString& id, int column) const;
    void fitColumns();
    void restoreColumns();
    void updateFocusBar(int row);

    RunTable* m_table;
    QSortFilterProxyModel* m_sorted;
    bool m_areWidthsChosen = false; ///< by a person, so that they stay
    bool m_isFitting = false;
};

} // namespace digitpad
