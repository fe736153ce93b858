// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <QAbstractScrollArea>

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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
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
    void paintItem(QPainter& painter, const LabelledGlyph& item, const QPointF& corner) const;

    std::vector<LabelledGlyph> m_glyphs;
    Lines m_lines;
};

} // namespace digitpad
