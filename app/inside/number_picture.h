// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/mosaic.h"

#include <QImage>
#include <QWidget>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace digitpad {

/// Numbers as a picture, each a square whose colour tells how much it is; of several maps each a
/// tile. One number is under the pointer, or where the arrow keys have gone.
class NumberPicture : public QWidget {
    Q_OBJECT

public:
    enum class Colours {
        Pixels, ///< from paper to ink
        Firing, ///< from nothing to much
        Signs,  ///< from negative to positive
    };

    explicit NumberPicture(QWidget* parent = nullptr);

    /// `maps` times rows × columns numbers. What is `most` or more has the strongest colour.
    void setNumbers(
        int maps, int rows, int columns, const std::vector<float>& numbers, Colours colours,
        double most);
    /// The number that is pointed at, here or in a picture of the same layout.
    void setPointed(std::optional<std::size_t> number);
    [[nodiscard]] std::optional<std::size_t> pointed() const { return m_pointed; }
    /// One that was chosen, framed.
    void setChosen(std::optional<std::size_t> number);

    /// How the numbers lie, from kEdge on.
    [[nodiscard]] const Mosaic& mosaic() const { return m_mosaic; }
    static constexpr int kEdge = 2; ///< pixels around them, for frames

    /// How large it would be, in pixels.
    void setSide(int side);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Another one is pointed at, or none.
    void pointedChanged(std::optional<std::size_t> number);
    /// It was clicked, or Enter pressed on it.
    void picked(std::size_t number);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    void paintSigns(QPainter& painter) const;
    void adoptPalette();
    void point(std::optional<std::size_t> number);

    Mosaic m_mosaic;
    Colours m_colours = Colours::Pixels;
    QImage m_image; ///< a pixel for each number, the maps below each other
    int m_side = 168;
    std::optional<std::size_t> m_pointed;
    std::optional<std::size_t> m_chosen;
};

} // namespace digitpad
