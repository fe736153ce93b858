// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace digitpad {

/// A box around one digit of a picture.
struct DigitBox {
    QRectF place; ///< in the picture's pixels
    QString label;
    bool isSure = true;

    friend bool operator==(const DigitBox&, const DigitBox&) = default;
};

/// A picture as large as fits, or the ink in it, with the paper outlined or the digits boxed.
class StepPicture : public QWidget {
    Q_OBJECT

public:
    explicit StepPicture(QWidget* parent = nullptr);

    /// `size` is how many pixels the picture has, whatever is left of them in `picture`. Nothing is
    /// outlined then.
    void setPicture(const QImage& picture, const QSize& size);
    /// In the place of the picture the ink (255 = ink) in a part of it, on its paper.
    void setInk(const QImage& ink, const QRect& place, const QRect& paper, const QSize& size);
    /// Outlines the paper and dims what is around it.
    void outline(const QRect& paper);
    void setBoxes(const std::vector<DigitBox>& boxes);
    [[nodiscard]] const std::vector<DigitBox>& boxes() const { return m_boxes; }
    /// Fills one of the boxes.
    void setChosen(std::optional<int> box);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int box);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Where a part of the picture is on the screen, along its pixels.
    [[nodiscard]] QRectF placed(const QRectF& part) const;
    void paintImage(QPainter& painter, const QRectF& place);
    void paintOutline(QPainter& painter, const QRectF& whole) const;
    void paintBox(QPainter& painter, const DigitBox& box) const;

    QImage m_image;
    bool m_isInk = false;
    QRect m_place; // of the image in the picture
    QRect m_paper;
    QSize m_size;
    bool m_outlined = false;
    std::vector<DigitBox> m_boxes;
    std::optional<int> m_chosen;
    QPixmap m_scaled; // the image as it was last shown
};

} // namespace digitpad
