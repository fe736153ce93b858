// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

namespace digitpad {

/// The units of a layer as a grid, each as full of ink as it is active. A click or the space bar
/// switches one off and on again; a drag does so to all it meets. One of them is the chosen one.
class UnitGrid : public QWidget {
    Q_OBJECT

public:
    explicit UnitGrid(QWidget* parent = nullptr);

    /// `labels` stand on them; none, or one each.
    void setUnits(int count, const QStringList& labels);
    [[nodiscard]] int count() const { return static_cast<int>(m_factors.size()); }
    /// What is done to the sum of each: 0 is off, 1 leaves it.
    void setFactors(const std::vector<double>& factors);
    /// What each gives for the drawing; empty where there is none.
    void setValues(const std::vector<float>& values);

    /// Nothing where there are no units.
    [[nodiscard]] std::optional<int> chosen() const;
    void choose(int unit);
    /// Where one is.
    [[nodiscard]] QRectF place(int unit) const { return place(unit, raster()); }

    [[nodiscard]] QSize sizeHint() const override { return {288, 200}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 96}; }

Q_SIGNALS:
    void chosenChanged();
    void switched(int unit, bool isOn);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Raster {
        int columns = 1;
        int rows = 1;
        qreal side = 0; ///< of a cell with its gap
    };
    [[nodiscard]] Raster raster() const;
    [[nodiscard]] static QRectF place(int unit, const Raster& raster);
    [[nodiscard]] std::optional<int> unitAt(const QPointF& point) const;
    [[nodiscard]] QString textOf(int unit) const;
    void paintUnit(QPainter& painter, int unit, const QRectF& cell, float most) const;
    void describe();

    std::vector<double> m_factors;
    std::vector<float> m_values;
    QStringList m_labels;
    int m_chosen = 0;
    bool m_dragSwitchesOn = false;
};

} // namespace digitpad
