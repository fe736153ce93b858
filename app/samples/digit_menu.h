// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <array>

namespace digitpad {

/// The ten digits to choose one from, for a page's menu; their keys choose them, too, on the
/// keypad or above the letters.
class DigitMenu : public QMenu {
    Q_OBJECT

public:
    DigitMenu(const QString& title, QWidget* page);

    /// `tip` says what a digit does, with %1 in its place, or why nothing can be done.
    void allow(bool can, const QString& tip);

    /// Their keys work only while this has the focus.
    void limitKeysTo(QWidget* widget);

    /// The action of a digit, 0 to 9.
    [[nodiscard]] QAction* digit(int digit) const { return m_digits[std::size_t(digit)]; }

Q_SIGNALS:
    void chosen(int digit);

private:
    std::array<QAction*, 10> m_digits{};
};

} // namespace digitpad
