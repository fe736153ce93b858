// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QAbstractScrollArea>

#include <optional>
#include <vector>

namespace digitpad {

/// A glyph and the words below it.
struct LabelledGlyph {
    Glyph glyph;
    QString label;
    bool isSure = true;

    friend bool operator==(const LabelledGlyph&, const LabelledGlyph&) = default;
};

/// Glyphs as large as fits, each with its label below it, in lines. So many that their pixels could
/// no longer be told apart are scrolled.
class StepGlyphs : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit StepGlyphs(QWidget* parent = nullptr);

    void setGlyphs(const std::vector<LabelledGlyph>& glyphs);
    [[nodiscard]] const std::vector<LabelledGlyph>& glyphs() const { return m_glyphs; }

    /// Marks one of several.
    void setChosen(std::optional<int> glyph);
    [[nodiscard]] std::optional<int> chosen() const { return m_chosen; }
    /// Where one is on the viewport.
    [[nodiscard]] QRectF place(int glyph) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(int glyph);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// How the glyphs are laid out, in device-independent pixels.
    struct Lines {
        qreal pixel = 1; // side of one of a glyph's pixels
        QSizeF item;     // a glyph with its label
        int columns = 1;
        qreal height = 0; // of all lines
    };
    [[nodiscard]] Lines linesOf(int screenPixels) const;
    void layOut();
    void paintItem(
        QPainter& painter, const LabelledGlyph& item, const QPointF& corner, bool isChosen) const;

    std::vector<LabelledGlyph> m_glyphs;
    std::optional<int> m_chosen;
    Lines m_lines;
};

} // namespace digitpad
