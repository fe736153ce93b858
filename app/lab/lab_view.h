// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"
#include "app/lab/comparison.h"
#include "app/training/file_saver.h"
#include "core/engine/edits.h"

#include <optional>

class QAction;
class QComboBox;
class QGridLayout;
class QSpinBox;

namespace digitpad {

class LabResult;
class UnitGrid;
class ValueSlider;

/// A copy of the model under the hand: switch off, prune, shake, and see what becomes of it. The
/// model in use stays as it is.
class LabView : public InsideView {
    Q_OBJECT

public:
    explicit LabView(QWidget* parent = nullptr);

    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    [[nodiscard]] QJsonObject facts() const override;

protected:
    void modelChanged() override;
    void digitsChanged() override;
    void readingChanged() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What a moment is enough for.
    struct Glimpse {
        std::shared_ptr<const Model> copy;
        Answers answers;
        std::optional<Prediction> prediction;
    };

    void addSliders(QGridLayout* rows);
    void addUnits(QGridLayout* rows);
    void makeActions();
    void updateActions();

    void edit(const Edits& edits);
    void setUnitFactor(int unit, double factor);
    void showEdits();
    void showLayers();
    void showLayer();
    void showValues();
    void showResult();
    [[nodiscard]] int layer() const;

    void readOriginal();
    void readCopy();
    void take(Result<Glimpse> glimpse);
    void readRest();
    void readDrawing();
    void save();

    Edits m_edits;
    int m_wantedLayer = 1;
    bool m_isShowing = false; ///< the controls follow the edits
    ValueSlider* m_pruning;
    ValueSlider* m_noise;
    ValueSlider* m_temperature;
    ValueSlider* m_unitFactor;
    ValueSlider* m_layerFactor;
    QSpinBox* m_seed;
    QComboBox* m_layer;
    UnitGrid* m_grid;
    LabResult* m_result;
    QAction* m_newNoise = nullptr;
    QAction* m_reset = nullptr;
    QAction* m_save = nullptr;

    std::shared_ptr<const Model> m_copy;    ///< null while there is none with these edits
    std::optional<Prediction> m_prediction; ///< the copy's, of what is on the pad
    Answers m_before;
    Answers m_after;
    Background m_originalReader;
    Background m_glimpses;
    Background m_restReader;
    Background m_drawingReader;
    FileSaver m_saver;
};

} // namespace digitpad
