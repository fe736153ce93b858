// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>
#include <QWidget>

#include <array>
#include <optional>

namespace digitpad {

/// The votes of a class as ten columns that grow; a click on one is a vote. Once the truth is told
/// its column bears a tick.
class VoteBars : public QWidget {
    Q_OBJECT

public:
    explicit VoteBars(QWidget* parent = nullptr);

    void setVotes(const std::array<int, 10>& votes);
    /// The digit that it is; nothing: it can be voted for.
    void setTruth(std::optional<int> digit);
    /// Where a digit's column is.
    [[nodiscard]] QRectF column(int digit) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void voted(int digit);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] std::optional<int> digitAt(const QPointF& point) const;
    void hover(std::optional<int> digit);
    void paintColumn(QPainter& painter, int digit) const;
    void describe();

    std::array<int, 10> m_votes{};
    std::array<qreal, 10> m_from{};  ///< how high each was when its motion began, in votes
    std::array<qreal, 10> m_shown{}; ///< how high it is
    std::optional<int> m_truth;
    std::optional<int> m_hovered;
    QVariantAnimation m_motion;
};

} // namespace digitpad
