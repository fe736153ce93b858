// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace digitpad {

class PictureTable;

/// The table of pictures: no frame, no grid, a quiet header.
class PictureTableView : public QTableView {
    Q_OBJECT

public:
    explicit PictureTableView(PictureTable* table, QWidget* parent = nullptr);

    /// The selected rows, rising.
    [[nodiscard]] QList<int> selectedRowNumbers() const;
    /// Whether some of the row can be seen.
    [[nodiscard]] bool isOnScreen(int row) const;
    /// Scrolls to the rows from this one to the last, to the first of them where all do not fit.
    void showFrom(int row);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex& index, const QEvent* event) const override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fitColumns();
    void updateFocusBar(int row);
};

} // namespace digitpad
