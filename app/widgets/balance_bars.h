// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <cstddef>
#include <optional>

namespace digitpad {

/// How many there are of each digit, as ten bars in a row. One can be chosen, by mouse or arrow
/// keys.
class BalanceBars : public QWidget {
    Q_OBJECT

public:
    using Counts = std::array<std::size_t, 10>;

    explicit BalanceBars(QWidget* parent = nullptr);

    void setCounts(const Counts& counts);

    /// 0 to 9, or nothing for all of them.
    [[nodiscard]] std::optional<int> chosen() const { return m_chosen; }
    void choose(std::optional<int> digit);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF columnOf(int digit) const;
    [[nodiscard]] std::optional<int> digitAt(const QPointF& point) const;
    [[nodiscard]] QString textOf(int digit) const;
    void describe();

    Counts m_counts{};
    std::optional<int> m_chosen;
};

} // namespace digitpad
