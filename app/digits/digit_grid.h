// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/digits/digit_readings.h"
#include "app/inside/test_digits.h"

#include <QAbstractListModel>
#include <QListView>

#include <memory>
#include <optional>
#include <vector>

namespace digitpad {

/// One digit of the data, or two of them that are nearly the same.
struct DigitRow {
    std::size_t index = 0;
    std::optional<std::size_t> twin{};
    double similarity = 0; ///< of the two, see similarityOf()

    friend bool operator==(const DigitRow&, const DigitRow&) = default;
};

/// Digits in the order they are shown in, with what was read in them once that is known.
class DigitModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(std::shared_ptr<const TestDigits> digits, std::vector<DigitRow> rows);
    /// Whether these are its rows.
    [[nodiscard]] bool
    isOf(const std::shared_ptr<const TestDigits>& digits, const std::vector<DigitRow>& rows) const
    {
        return digits == m_digits && rows == m_rows;
    }
    void setReadings(std::shared_ptr<const DigitReadings> readings);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// The words of a row.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const DigitRow& row(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const TestDigits& digits() const { return *m_digits; }
    [[nodiscard]] bool isPaired() const { return !m_rows.empty() && m_rows.front().twin; }
    /// Null while they are not known.
    [[nodiscard]] const DigitReadings* readings() const { return m_readings.get(); }
    /// What was read in a digit, in two lines: "Read as 1, 62 % sure", "Loss 3.20".
    [[nodiscard]] QString readingText(std::size_t index) const;

private:
    std::shared_ptr<const TestDigits> m_digits;
    std::vector<DigitRow> m_rows;
    std::shared_ptr<const DigitReadings> m_readings;
};

/// Digits in rows, each with its label, its reading where that is another, and its loss.
class DigitGrid : public QListView {
    Q_OBJECT

public:
    explicit DigitGrid(DigitModel* model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Another row is the current one, or none.
    void currentRowChanged();
    /// A digit's key.
    void digitPressed(int digit);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace digitpad
