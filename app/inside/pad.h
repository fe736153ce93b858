// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/sketch.h"
#include "app/inside/inside_view.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QCheckBox;
class QLabel;
class QStackedLayout;

namespace digitpad {

class Canvas;
class GlyphView;
class ProbabilityBars;

/// The pad beside the views: the same drawing as on the Draw page, or a digit of the data, and what
/// the model reads.
class Pad : public QWidget {
    Q_OBJECT

public:
    explicit Pad(const std::shared_ptr<Sketch>& sketch, QWidget* parent = nullptr);

    /// How wide it is, and how high its paper, in device-independent pixels.
    void setSide(int side);

    /// A digit of the data lies there until something is drawn; strokes take the drawing's place.
    void show(const PadContent& content);

    /// Whether the drawing is centred and scaled before it is read.
    [[nodiscard]] bool isPrepared() const;
    void setPrepared(bool prepared);

    [[nodiscard]] Canvas& canvas() { return *m_canvas; }
    /// What lies there as the network takes it, and its strokes; blank where nothing does.
    [[nodiscard]] Ink ink() const;
    [[nodiscard]] const std::optional<Glyph>& digit() const { return m_digit; }

    /// What was read; null: nothing.
    void setReading(const LiveReading* reading);
    /// Why nothing is read, or what to do.
    void setNote(const QString& note);

Q_SIGNALS:
    /// What lies there, or whether it is prepared.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeActions();
    void updateActions();
    void forgetDigit();

    QWidget* m_square;
    Canvas* m_canvas;
    GlyphView* m_glyph;
    QStackedLayout* m_paper;
    QCheckBox* m_prepared;
    QLabel* m_caption;
    QLabel* m_answer;
    ProbabilityBars* m_bars;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_clear = nullptr;
    std::optional<Glyph> m_digit;
};

} // namespace digitpad
