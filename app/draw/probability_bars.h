// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/prediction.h"

#include <QStringList>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>
#include <vector>

namespace digitpad {

/// How sure the network is. Of one digit: ten bars, always in the order 0 to 9, the winner in the
/// accent colour. Of a number: a bar for each of its digits, in reading order. What is not accepted
/// as a digit has no accent. Bars move to a new reading, they never jump. A row with a tip can be
/// clicked. The type is the widget's font.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    /// The digits of a number; none leaves ten bars at zero and no percentages. A number that is
    /// not believed has no accent, whatever is thought of its digits.
    void setPredictions(const std::vector<Prediction>& predictions, bool isBelieved = true);
    [[nodiscard]] const std::vector<Prediction>& predictions() const { return m_predictions; }

    /// What a click on each row does; none can be clicked without.
    void setTips(const QStringList& tips);
    /// Marks the row of what a digit was kept as.
    void setKept(std::optional<int> row);
    [[nodiscard]] std::optional<int> kept() const { return m_kept; }

    [[nodiscard]] int rows() const { return static_cast<int>(m_rows.size()); }
    /// How long a row's bar is drawn now, 0 to 1.
    [[nodiscard]] float length(int row) const;
    /// Where a row is.
    [[nodiscard]] QRectF place(int row) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int row);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        int digit = 0;
        float probability = 0;
        bool isMarked = false;
        float from = 0;  ///< where its motion began
        float shown = 0; ///< where it is
    };

    static std::vector<Row> rowsOf(const std::vector<Prediction>& predictions);
    [[nodiscard]] std::optional<int> rowAt(const QPointF& point) const;
    void hover(std::optional<int> row);
    void paintRow(QPainter& painter, const Row& row, const QRectF& place, bool isKept) const;
    /// How far the bars are on their way, 0 to 1.
    void moveTo(float part);
    void measure();
    void describeToReaders();

    std::vector<Prediction> m_predictions;
    std::vector<Row> m_rows;
    QStringList m_tips;
    std::optional<int> m_hovered;
    std::optional<int> m_kept;
    QVariantAnimation m_motion;
    int m_digitWidth = 0;
    int m_percentWidth = 0;
};

} // namespace digitpad
