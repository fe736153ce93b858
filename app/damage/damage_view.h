// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/damage/damage_curves.h"
#include "app/inside/inside_view.h"

#include <optional>

class QAction;
class QHBoxLayout;
class QLabel;
class QSpinBox;

namespace digitpad {

class CurveModels;
class DamageChart;
class DamageDials;
class GlyphView;
class ProgressLine;
struct DamageState;

/// How a network does on digits that are turned, stained or broken: the drawing of the moment, and
/// how many of a thousand others it reads right as the damage grows.
class DamageView : public InsideView {
    Q_OBJECT

public:
    explicit DamageView(QWidget* parent = nullptr);

    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    [[nodiscard]] QJsonObject facts() const override;

    /// One more model beside the others, from a file.
    void addModel(const QString& file);

protected:
    void modelChanged() override;
    void digitsChanged() override;
    void readingChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// The drawing damaged, and what is read in it.
    struct Damaged {
        Glyph glyph;
        Prediction prediction;
    };

    void addPreview(QHBoxLayout* row);
    void makeActions();
    void updateActions();
    [[nodiscard]] DamageState chosen() const;

    void damageDrawing();
    void showPreview();
    void showCurves();
    void showProgress();
    void putOnPad();
    void openModelDialog();

    QAction* m_elsewhere = nullptr;
    QAction* m_reset = nullptr;
    QAction* m_toPad = nullptr;
    QAction* m_add = nullptr;
    DamageDials* m_dials;
    QSpinBox* m_seed;
    GlyphView* m_before;
    GlyphView* m_after;
    QLabel* m_beforeText;
    QLabel* m_afterText;
    CurveModels* m_models;
    DamageChart* m_chart;
    ProgressLine* m_progress;
    QLabel* m_note;

    std::optional<Damaged> m_damaged;
    Background m_damager;
    DamageCurves m_curves;
};

} // namespace digitpad
