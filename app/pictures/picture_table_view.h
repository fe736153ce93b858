// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>

namespace digitpad {

class PictureTable;

/// The table of pictures: no frame, no grid, a quiet header. One of a number's digits can be
/// chosen, with a click or the arrow keys.
class PictureTableView : public QTableView {
    Q_OBJECT

public:
    explicit PictureTableView(PictureTable* table, QWidget* parent = nullptr);

    /// The selected rows, rising.
    [[nodiscard]] QList<int> selectedRowNumbers() const;
    /// Which digit of the current row is meant: the only one, or the one that was chosen.
    [[nodiscard]] std::optional<int> currentDigit() const;
    void setCurrentDigit(std::optional<int> digit);
    /// Whether some of the row can be seen.
    [[nodiscard]] bool isOnScreen(int row) const;
    /// Scrolls to the rows from this one to the last, to the first of them where all do not fit.
    void showFrom(int row);

Q_SIGNALS:
    void currentDigitChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
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
    [[nodiscard]] int digitCount() const;

    PictureTable* m_table;
    std::optional<int> m_digit; // of the current row
};

} // namespace digitpad
