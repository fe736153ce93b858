// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/damage/damage_curves.h"
#include "app/inside/inside_view.h"

#include <QList>

#include <optional>

class QAction;
class QCheckBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace digitpad {

class DamageChart;
class GlyphView;
class ProgressLine;
class ValueSlider;

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
    struct Dial {
        QRadioButton* button;
        ValueSlider* slider;
    };
    /// A model that a curve can be drawn of.
    struct Choice {
        CurveModel model;
        QCheckBox* box;
    };
    /// The drawing damaged, and what is read in it.
    struct Damaged {
        Glyph glyph;
        Prediction prediction;
    };

    void addDials(QGridLayout* rows);
    void addPreview(QHBoxLayout* row);
    void addModels(QHBoxLayout* row);
    CurveModel& addChoice(const CurveModel& model);
    void makeActions();
    void updateActions();

    [[nodiscard]] Damages damages() const;
    void setDamages(const Damages& damages);
    [[nodiscard]] const Dial& dial(Damage damage) const
    {
        return m_dials[static_cast<qsizetype>(damage)];
    }
    void choose(Damage damage);
    void damageDrawing();
    void showPreview();
    void showCurves();
    void showProgress();
    void openModelDialog();
    void forget(const QString& id, const Error& error);

    Damage m_damage = Damage::Rotation;
    bool m_isShowing = false; ///< the dials follow a state
    QList<Dial> m_dials;
    QList<Choice> m_choices;
    QSpinBox* m_seed;
    GlyphView* m_before;
    GlyphView* m_after;
    QLabel* m_beforeText;
    QLabel* m_afterText;
    QHBoxLayout* m_models;
    DamageChart* m_chart;
    ProgressLine* m_progress;
    QLabel* m_note;
    QAction* m_elsewhere = nullptr;
    QAction* m_reset = nullptr;
    QAction* m_toPad = nullptr;
    QAction* m_add = nullptr;

    std::optional<Damaged> m_damaged;
    Background m_damager;
    DamageCurves m_curves;
};

} // namespace digitpad
