// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_controls.h"

#include "app/lab/lab_edits.h"
#include "app/lab/unit_grid.h"
#include "app/shell/theme.h"
#include "app/widgets/tool_button.h"
#include "app/widgets/value_slider.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace digitpad {

namespace {

constexpr ValueSlider::Scale kFactors{.least = -kMostFactor, .most = kMostFactor, .step = 0.05};

QString percent(double value)
{
    return LabControls::tr("%1 %").arg(QLocale().toString(std::lround(100 * value)));
}

QString times(double value)
{
    return LabControls::tr("× %1").arg(QLocale().toString(value, 'f', 2));
}

/// Where a slider of the logarithm to the base of 10 stands.
QString powerOfTen(double value)
{
    return QLocale().toString(std::pow(10, value), 'f', 2);
}

/// One number a unit: of a feature map its mean.
std::vector<float> unitValues(const Layer& layer, const LayerValues& given)
{
    const std::size_t each =
        static_cast<std::size_t>(layer.rows) * static_cast<std::size_t>(layer.columns);
    std::vector<float> values;
    for (auto rest = std::span(given.values); rest.size() >= each; rest = rest.subspan(each)) {
        const auto map = rest.first(each);
        values.push_back(std::accumulate(map.begin(), map.end(), 0.0F) / static_cast<float>(each));
    }
    return values;
}

} // namespace

LabControls::LabControls(QAction* newNoise, QWidget* parent)
    : QWidget(parent),
      m_pruning(new ValueSlider({.least = 0, .most = 1, .step = 0.01}, percent)),
      m_noise(new ValueSlider({.least = 0, .most = kMostNoise, .step = 0.01}, percent)),
      m_temperature(new ValueSlider(
          {.least = -std::log10(kMostTemperature),
           .most = std::log10(kMostTemperature),
           .step = 0.02},
          powerOfTen)),
      m_unitFactor(new ValueSlider(kFactors, times)),
      m_layerFactor(new ValueSlider(kFactors, times)),
      m_seed(new QSpinBox),
      m_layer(new QComboBox),
      m_grid(new UnitGrid)
{
    auto* rows = new QGridLayout(this);
    rows->setContentsMargins({});
    rows->setHorizontalSpacing(theme::kGap);
    rows->setVerticalSpacing(0);
    rows->setColumnStretch(1, 1);
    addSliders(rows, newNoise);
    addUnits(rows);
    showEdits();
}

void LabControls::addRow(
    QGridLayout* rows, const QString& name, const QString& text, const QString& tip,
    ValueSlider* slider)
{
    auto* label = new QLabel(text);
    label->setBuddy(slider);
    label->setToolTip(tip);
    slider->setObjectName(name);
    slider->setAccessibleName(text);
    slider->setToolTip(tip);
    const int row = rows->rowCount();
    rows->addWidget(label, row, 0);
    rows->addWidget(slider, row, 1);
    rows->addWidget(slider->makeLabel(), row, 2);
}

void LabControls::addSliders(QGridLayout* rows, QAction* newNoise)
{
    const auto follow = [this](ValueSlider* slider, auto&& change) {
        connect(slider, &ValueSlider::amountChanged, this, [this, change](double amount) {
            Edits edits = m_edits;
            change(edits, amount);
            edit(edits);
        });
    };
    addRow(
        rows, QStringLiteral("labPruning"), tr("Prune"),
        tr("This share of each layer's weights becomes 0, the smallest first"), m_pruning);
    follow(m_pruning, [](Edits& edits, double amount) { edits.pruning = amount; });
    addRow(
        rows, QStringLiteral("labNoise"), tr("Noise"),
        tr("Random numbers added to the weights, in percent of how large these usually are"),
        m_noise);
    follow(m_noise, [](Edits& edits, double amount) { edits.noise = amount; });

    m_seed->setObjectName(QStringLiteral("labSeed"));
    m_seed->setAccessibleName(tr("Seed of the noise"));
    m_seed->setRange(1, kMostSeed);
    m_seed->setMinimumHeight(theme::kSmallestTarget);
    m_seed->setToolTip(tr("The same seed gives the same noise, on every machine"));
    auto* label = new QLabel(tr("Seed"));
    label->setBuddy(m_seed);
    auto* seed = new QHBoxLayout;
    seed->setSpacing(theme::kGap / 2);
    seed->addWidget(m_seed);
    seed->addWidget(makeToolButton(newNoise));
    seed->addStretch();
    const int row = rows->rowCount();
    rows->addWidget(label, row, 0);
    rows->addLayout(seed, row, 1, 1, 2);
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int value) {
        Edits edits = m_edits;
        edits.seed = static_cast<std::uint64_t>(value);
        edit(edits);
    });
    connect(newNoise, &QAction::triggered, m_seed, [this] {
        m_seed->setValue(QRandomGenerator::global()->bounded(1, kMostSeed + 1));
    });

    addRow(
        rows, QStringLiteral("labTemperature"), tr("Temperature"),
        tr("What the outputs are divided by before the softmax: above 1 the network is less sure, "
           "below 1 more. Which digit it reads stays the same."),
        m_temperature);
    follow(m_temperature, [](Edits& edits, double amount) {
        edits.temperature = amount == 0 ? 1 : std::pow(10, amount);
    });
}

void LabControls::addUnits(QGridLayout* rows)
{
    m_layer->setObjectName(QStringLiteral("labLayer"));
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setMinimumHeight(theme::kSmallestTarget);
    m_grid->setObjectName(QStringLiteral("labUnits"));
    auto* label = new QLabel(tr("Layer"));
    label->setBuddy(m_layer);
    int row = rows->rowCount();
    rows->setRowMinimumHeight(row++, theme::kGap);
    rows->addWidget(label, row, 0);
    rows->addWidget(m_layer, row, 1, 1, 2);
    addRow(
        rows, QStringLiteral("labUnitFactor"), tr("This unit"),
        tr("What the sum of the framed unit is multiplied by: 0 switches it off"), m_unitFactor);
    addRow(
        rows, QStringLiteral("labLayerFactor"), tr("All units"),
        tr("What the sums of the whole layer are multiplied by"), m_layerFactor);
    row = rows->rowCount();
    rows->setRowMinimumHeight(row++, theme::kGap);
    rows->addWidget(m_grid, row, 0, 1, 3);
    rows->setRowStretch(row, 1);

    connect(m_layer, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_wantedLayer = index + 1;
        showLayer();
        Q_EMIT layerChosen();
    });
    connect(m_grid, &UnitGrid::chosenChanged, this, &LabControls::showEdits);
    connect(m_grid, &UnitGrid::switched, this, [this](int unit, bool isOn) {
        setUnitFactor(unit, isOn ? 1 : 0);
    });
    connect(m_unitFactor, &ValueSlider::amountChanged, this, [this](double amount) {
        if (const auto unit = m_grid->chosen()) {
            setUnitFactor(*unit, amount);
        }
    });
    connect(m_layerFactor, &ValueSlider::amountChanged, this, [this](double amount) {
        setUnitFactor(-1, amount);
    });
}

void LabControls::edit(const Edits& edits)
{
    if (!m_isShowing && edits != m_edits) {
        setEdits(edits);
        Q_EMIT edited();
    }
}

void LabControls::setEdits(const Edits& edits)
{
    m_edits = edits;
    showEdits();
}

void LabControls::setUnitFactor(int unit, double factor)
{
    Edits edits = m_edits;
    if (m_isShowing) {
        return;
    }
    if (setFactor(edits, layer(), unit, factor)) {
        edit(edits);
    } else {
        Q_EMIT message(tr("So many units cannot be changed one by one. Use “All units”."));
        showEdits();
    }
}

void LabControls::showEdits()
{
    m_isShowing = true; // nothing of this is somebody moving a slider
    m_pruning->setAmount(m_edits.pruning);
    m_noise->setAmount(m_edits.noise);
    m_seed->setValue(static_cast<int>(m_edits.seed));
    m_seed->setEnabled(m_edits.noise > 0);
    m_temperature->setAmount(std::log10(m_edits.temperature));
    m_layerFactor->setAmount(factorOf(m_edits, layer(), -1));
    m_unitFactor->setAmount(factorOf(m_edits, layer(), m_grid->chosen().value_or(0)));
    m_isShowing = false;

    std::vector<double> factors(static_cast<std::size_t>(m_grid->count()), 1);
    for (const auto& [ofLayer, unit, factor] : m_edits.scalings) {
        if (ofLayer == layer() && unit >= 0 && unit < m_grid->count()) {
            factors[static_cast<std::size_t>(unit)] = factor;
        }
    }
    m_grid->setFactors(factors);
}

void LabControls::setLayers(const std::vector<Layer>& layers)
{
    m_layers = layers;
    const QSignalBlocker blocker(m_layer);
    m_layer->clear();
    for (std::size_t i = 1; i < layers.size(); ++i) {
        const QString units = QLocale().toString(layers[i].units);
        m_layer->addItem(
            i + 1 == layers.size() ? tr("Outputs: %1").arg(units)
            : layers[i].rows > 1   ? tr("Layer %1: %2 feature maps").arg(i).arg(units)
                                   : tr("Layer %1: %2 units").arg(i).arg(units));
    }
    m_layer->setCurrentIndex(std::clamp(m_wantedLayer, 1, m_layer->count()) - 1);
    showLayer();
}

int LabControls::layer() const
{
    return m_layer->count() > 0 ? m_layer->currentIndex() + 1 : m_wantedLayer;
}

void LabControls::setLayer(int layer)
{
    m_wantedLayer = layer;
    m_layer->setCurrentIndex(layer - 1);
}

void LabControls::showLayer()
{
    const Layer& shown = m_layers[static_cast<std::size_t>(layer())];
    QStringList labels;
    for (int unit = 0; &shown == &m_layers.back() && unit < shown.units; ++unit) {
        labels << (unit < 10 ? QLocale().toString(unit) : tr("none", "no digit"));
    }
    m_grid->setUnits(shown.units, labels);
    showEdits();
}

void LabControls::setActivations(const Activations* activations)
{
    const auto index = static_cast<std::size_t>(layer());
    m_grid->setValues(
        activations != nullptr && index < m_layers.size() && index < activations->layers.size()
            ? unitValues(m_layers[index], activations->layers[index])
            : std::vector<float>());
}

} // namespace digitpad
