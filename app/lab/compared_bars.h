// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <functional>
#include <optional>

namespace digitpad {

/// A share of 0 to 1 for each digit, of the network as it is and of its changed copy: ten pairs of
/// bars, an open one over a full one, and both numbers.
class ComparedBars : public QWidget {
    Q_OBJECT

public:
    struct Shares {
        std::array<double, 10> values{};
        std::optional<int> marked; ///< the digit that stands out
    };

    /// `title` says what of each digit they show, `words` how a share is written.
    ComparedBars(
        const QString& title, std::function<QString(double)> words, QWidget* parent = nullptr);

    /// Nothing where there is nothing to compare.
    void setShares(const std::optional<Shares>& before, const std::optional<Shares>& after);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintHead(QPainter& painter, const QRectF& head, qreal column) const;
    void paintRow(QPainter& painter, std::size_t digit, const QRectF& row, qreal column) const;
    void describe();

    QString m_title;
    std::function<QString(double)> m_words;
    std::optional<Shares> m_before;
    std::optional<Shares> m_after;
};

} // namespace digitpad
