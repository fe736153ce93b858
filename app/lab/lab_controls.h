// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/edits.h"
#include "core/engine/inside.h"

#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QGridLayout;
class QSpinBox;

namespace digitpad {

class UnitGrid;
class ValueSlider;

/// What is done to the copy: sliders for all of it, and the units of a layer to switch off.
class LabControls : public QWidget {
    Q_OBJECT

public:
    /// The action draws other noise; it stands beside the seed.
    explicit LabControls(QAction* newNoise, QWidget* parent = nullptr);

    [[nodiscard]] const Edits& edits() const { return m_edits; }
    /// Shows them; nobody is told.
    void setEdits(const Edits& edits);

    /// Those of a network, the pixels among them.
    void setLayers(const std::vector<Layer>& layers);
    /// From 1 on. One that is not there yet is chosen once it is.
    [[nodiscard]] int layer() const;
    void setLayer(int layer);

    /// What the network gives for a drawing; null where there is none.
    void setActivations(const Activations* activations);

Q_SIGNALS:
    /// Somebody changed something.
    void edited();
    void layerChosen();
    void message(const QString& text);

private:
    void addSliders(QGridLayout* rows, QAction* newNoise);
    void addUnits(QGridLayout* rows);
    void addRow(
        QGridLayout* rows, const QString& name, const QString& text, const QString& tip,
        ValueSlider* slider);
    void edit(const Edits& edits);
    void setUnitFactor(int unit, double factor);
    void showEdits();
    void showLayer();

    Edits m_edits;
    std::vector<Layer> m_layers;
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
};

} // namespace digitpad
