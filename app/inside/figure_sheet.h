// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

namespace digitpad {

/// A sum on paper: rows of words and numbers in columns, a rule above what they come to. Cheap
/// enough to change with every move of a pen.
class FigureSheet : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QStringList cells;     ///< words first; numbers after them, aligned to the right
        bool isTotal = false;  ///< a rule above
        bool isMarked = false; ///< in the accent colour
        bool isQuiet = false;

        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit FigureSheet(QWidget* parent = nullptr);

    void setHeader(const QStringList& cells);
    /// A column of numbers that is left out where there is no room for it.
    void setSpare(int column);
    void setRows(const QList<Row>& rows);
    [[nodiscard]] const QList<Row>& rows() const { return m_rows; }

    /// As plain text, a line for each row.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int widthOf(qsizetype column) const;
    [[nodiscard]] bool isLeftOut(qsizetype column) const;
    void paintCells(QPainter& painter, const QStringList& cells, int top, int tall) const;

    QStringList m_header;
    int m_spare = -1;
    QList<Row> m_rows;
    QList<int> m_widths; ///< of the columns, as their longest text needs
};

} // namespace digitpad
