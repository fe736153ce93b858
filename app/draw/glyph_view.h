// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace digitpad {

/// The 28×28 pixels that the network saw, enlarged so that each can be made out, on squared paper;
/// of a number one square after the other, as large as fits. One of several can be chosen, with a
/// click or the arrow keys.
class GlyphView : public QWidget {
    Q_OBJECT

public:
    explicit GlyphView(QWidget* parent = nullptr);

    /// At least one.
    void setGlyphs(const std::vector<Glyph>& glyphs);
    [[nodiscard]] const std::vector<Glyph>& glyphs() const { return m_glyphs; }
    /// Marks one of several; nothing: none of them.
    void setChosen(std::optional<int> glyph);
    [[nodiscard]] std::optional<int> chosen() const { return m_chosen; }
    /// Where one is.
    [[nodiscard]] QRect place(int glyph) const;
    /// How large a pixel of a single glyph is shown, in device-independent pixels, and how wide
    /// several may be together; they stand in rows, as high together as a single one.
    void setScale(int scale, int widest);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Somebody chose one of several, or none by choosing it again.
    void picked(std::optional<int> glyph);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int scale() const;
    [[nodiscard]] int columns(int scale) const;

    std::vector<Glyph> m_glyphs{1};
    std::optional<int> m_chosen;
    int m_scale = 6;
    int m_widest = 6 * Glyph::kSide;
};

} // namespace digitpad
