// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QImage>
#include <QWidget>

#include <vector>

namespace digitpad {

/// The 28×28 pixels that the network saw, enlarged so that each can be made out, on squared paper;
/// of a number one square after the other, as large as fits.
class GlyphView : public QWidget {
    Q_OBJECT

public:
    explicit GlyphView(QWidget* parent = nullptr);

    /// At least one.
    void setGlyphs(const std::vector<Glyph>& glyphs);
    [[nodiscard]] const std::vector<Glyph>& glyphs() const { return m_glyphs; }
    /// How large a pixel of a single glyph is shown, in device-independent pixels, and how wide
    /// several may be together; they stand in rows, as high together as a single one.
    void setScale(int scale, int widest);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int scale() const;
    [[nodiscard]] int columns(int scale) const;

    std::vector<Glyph> m_glyphs{1};
    int m_scale = 6;
    int m_widest = 6 * Glyph::kSide;
};

} // namespace digitpad
