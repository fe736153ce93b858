// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/review/review.h"

#include <QWidget>

#include <array>

namespace digitpad {

/// What digits were read as: a row for each digit, a column for each reading, and at the end of a
/// row how many of its digits were read right. A cell, or the head of a row or a column, can be
/// clicked or walked to with the arrow keys; Esc takes the choice back.
class ConfusionMatrix : public QWidget {
    Q_OBJECT

public:
    using Counts = std::array<std::array<std::int64_t, 10>, 10>; ///< [label][what was read]

    explicit ConfusionMatrix(QWidget* parent = nullptr);

    void setCounts(const Counts& counts);
    void choose(const MistakeFilter& filter);
    [[nodiscard]] const MistakeFilter& chosen() const { return m_chosen; }

    /// Where a cell is drawn; kAny names the head of a row or a column.
    [[nodiscard]] QRectF place(const MistakeFilter& filter) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged(const digitpad::MistakeFilter& filter);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double cell() const;
    [[nodiscard]] MistakeFilter at(const QPointF& place) const;
    [[nodiscard]] QString describe(const MistakeFilter& filter) const;
    void paintCells(QPainter& painter) const;
    void paintHeads(QPainter& painter) const;

    Counts m_counts{};
    MistakeFilter m_chosen;
};

} // namespace digitpad
