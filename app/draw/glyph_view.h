// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QImage>
#include <QWidget>

namespace digitpad {

/// The 28×28 pixels that the network saw, enlarged so that each can be made out, on squared paper.
class GlyphView : public QWidget {
    Q_OBJECT

public:
    explicit GlyphView(QWidget* parent = nullptr);

    void setGlyph(const Glyph& glyph);
    /// How large a glyph's pixel is shown, in device-independent pixels.
    void setScale(int scale);
    [[nodiscard]] const Glyph& glyph() const { return m_glyph; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph;
    int m_scale = 6;
};

} // namespace digitpad
