// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QImage>
#include <QWidget>

namespace digitpad {

/// The 28×28 pixels that the network saw, enlarged so that each can be made out: six times, or more
/// where there is room, and always a whole number of the screen's pixels.
class GlyphView : public QWidget {
    Q_OBJECT

public:
    explicit GlyphView(QWidget* parent = nullptr);

    void setGlyph(const Glyph& glyph);
    [[nodiscard]] const Glyph& glyph() const { return m_glyph; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph;
};

} // namespace digitpad
