// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <functional>

class QLabel;

namespace digitpad {

/// A slider for a number, which it can put into words. Its bar is filled from zero.
class ValueSlider : public QSlider {
    Q_OBJECT

public:
    struct Scale {
        double least = 0;
        double most = 1;
        double step = 0.01; ///< by the arrow keys; ten of them by Page Up and Page Down
    };
    /// What a value is called: "20°".
    using Words = std::function<QString(double value)>;

    ValueSlider(const Scale& scale, Words words, QWidget* parent = nullptr);

    [[nodiscard]] double amount() const { return amountAt(value()); }
    /// Takes the nearest there is.
    void setAmount(double amount);

    /// Says the value, right-aligned and with room for the longest.
    [[nodiscard]] QLabel* makeLabel();

Q_SIGNALS:
    void amountChanged(double amount);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double amountAt(int position) const;
    void tell();

    Scale m_scale;
    Words m_words;
};

} // namespace digitpad
