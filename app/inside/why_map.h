// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/engine/change_of_mind.h"

#include <QImage>
#include <QPoint>
#include <QWidget>

#include <array>
#include <optional>
#include <vector>

namespace digitpad {

/// A glyph whose pixels are coloured by what they have to do with an output, and what the colours
/// mean; or a glyph with touches that would change it. One pixel is under the pointer, or where the
/// arrow keys have gone.
class WhyMap : public QWidget {
    Q_OBJECT

public:
    using Numbers = std::array<double, Glyph::kPixels>;

    explicit WhyMap(QWidget* parent = nullptr);

    void showShares(const Glyph& glyph, const Numbers& shares);
    /// Ink in a plus, paper in a minus.
    void showTouches(const Glyph& glyph, const std::vector<Touch>& touches, int side);
    void showGlyph(const Glyph& glyph);

    /// What blue and what red stand for.
    void setEnds(const QString& negative, const QString& positive);

    /// Column and row.
    [[nodiscard]] std::optional<QPoint> pointed() const { return m_pointed; }
    void setPointed(std::optional<QPoint> pixel);
    /// Where a pixel is.
    [[nodiscard]] QRectF square(const QPoint& pixel) const;

    /// How wide it needs to be to fill a height.
    [[nodiscard]] int widthFor(int height) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointedChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] double pixelSide() const;
    [[nodiscard]] int legendHeight() const;
    void colour();
    void paintSigns(QPainter& painter) const;
    void paintTouches(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    Glyph m_glyph;
    std::optional<Numbers> m_shares;
    double m_most = 0; ///< of the shares, without sign
    std::vector<Touch> m_touches;
    int m_touchSide = 1;
    QString m_negative;
    QString m_positive;
    QImage m_image; ///< a pixel for each, coloured
    std::optional<QPoint> m_pointed;
};

} // namespace digitpad
