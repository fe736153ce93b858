// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_view.h"

#include "app/error_text.h"
#include "app/lab/lab_edits.h"
#include "app/lab/lab_result.h"
#include "app/lab/unit_grid.h"
#include "app/model_file.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"
#include "app/widgets/tool_button.h"
#include "app/widgets/value_slider.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>
#include <numeric>

namespace digitpad {

namespace {

constexpr qint64 kGlimpse = 60; // milliseconds that the first look may take

QString percent(double value)
{
    return LabView::tr("%1 %").arg(QLocale().toString(std::lround(100 * value)));
}

QString times(double value)
{
    return LabView::tr("× %1").arg(QLocale().toString(value, 'f', 2));
}

/// Where a slider of the logarithm to the base of 10 stands.
QString powerOfTen(double value)
{
    return QLocale().toString(std::pow(10, value), 'f', 2);
}

/// One number a unit: of a feature map its mean.
std::vector<float> unitValues(const Layer& layer, const LayerValues& given)
{
    const std::size_t each = static_cast<std::size_t>(layer.rows) * std::size_t(layer.columns);
    std::vector<float> values;
    for (std::size_t first = 0; first + each <= given.values.size(); first += each) {
        const auto begin = given.values.begin() + static_cast<std::ptrdiff_t>(first);
        values.push_back(
            std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(each), 0.0F) /
            static_cast<float>(each));
    }
    return values;
}

Result<std::optional<Prediction>>
readOne(const Model& model, const std::shared_ptr<const LiveReading>& drawing)
{
    if (drawing == nullptr) {
        return std::nullopt;
    }
    const auto predictions = model.read(std::span(&drawing->glyph, 1));
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    return predictions->front();
}

} // namespace

LabView::LabView(QWidget* parent)
    : InsideView(parent),
      m_pruning(new ValueSlider({.least = 0, .most = 1, .step = 0.01}, percent)),
      m_noise(new ValueSlider({.least = 0, .most = kMostNoise, .step = 0.01}, percent)),
      m_temperature(new ValueSlider({.least = -1, .most = 1, .step = 0.02}, powerOfTen)),
      m_unitFactor(
          new ValueSlider({.least = -kMostFactor, .most = kMostFactor, .step = 0.05}, times)),
      m_layerFactor(
          new ValueSlider({.least = -kMostFactor, .most = kMostFactor, .step = 0.05}, times)),
      m_seed(new QSpinBox),
      m_layer(new QComboBox),
      m_grid(new UnitGrid),
      m_result(new LabResult),
      m_saver(this)
{
    makeActions();
    auto* controls = new QGridLayout;
    controls->setHorizontalSpacing(theme::kGap);
    controls->setVerticalSpacing(0);
    controls->setColumnStretch(1, 1);
    addSliders(controls);
    addUnits(controls);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    for (QAction* action : {m_reset, m_save}) {
        auto* button = new ActionButton(action);
        button->setMinimumHeight(theme::kSmallestTarget);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kGap);
    left->addLayout(controls, 1);
    left->addLayout(buttons);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGroup);
    layout->addLayout(left, 1);
    layout->addWidget(m_result, 1);

    connect(&m_saver, &FileSaver::message, this, &LabView::message);
    connect(&m_saver, &FileSaver::warning, this, &LabView::warning);
    showEdits();
}

void LabView::addSliders(QGridLayout* rows)
{
    const auto add = [&](const QString& name, const QString& text, const QString& tip,
                         ValueSlider* slider, auto&& change) {
        const int row = rows->rowCount();
        auto* label = new QLabel(text);
        label->setBuddy(slider);
        slider->setObjectName(name);
        slider->setAccessibleName(text);
        label->setToolTip(tip);
        slider->setToolTip(tip);
        rows->addWidget(label, row, 0);
        rows->addWidget(slider, row, 1);
        rows->addWidget(slider->makeLabel(), row, 2);
        connect(slider, &ValueSlider::amountChanged, this, [this, change](double amount) {
            Edits edits = m_edits;
            change(edits, amount);
            edit(edits);
        });
    };
    add(QStringLiteral("labPruning"), tr("Prune"),
        tr("This share of each layer's weights becomes 0, the smallest first"), m_pruning,
        [](Edits& edits, double amount) { edits.pruning = amount; });
    add(QStringLiteral("labNoise"), tr("Noise"),
        tr("Random numbers added to the weights, in percent of how large these usually are"),
        m_noise, [](Edits& edits, double amount) { edits.noise = amount; });

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
    seed->addWidget(makeToolButton(m_newNoise));
    seed->addStretch();
    const int row = rows->rowCount();
    rows->addWidget(label, row, 0);
    rows->addLayout(seed, row, 1, 1, 2);
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int value) {
        Edits edits = m_edits;
        edits.seed = static_cast<std::uint64_t>(value);
        edit(edits);
    });
    add(QStringLiteral("labTemperature"), tr("Temperature"),
        tr("What the outputs are divided by before the softmax: above 1 the network is less sure, "
           "below 1 more. Which digit it reads stays the same."),
        m_temperature, [](Edits& edits, double amount) {
            edits.temperature = amount == 0 ? 1 : std::pow(10, amount);
        });
}

void LabView::addUnits(QGridLayout* rows)
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
    rows->setRowMinimumHeight(++row, theme::kGap);
    rows->addWidget(m_grid, ++row, 0, 1, 3);
    rows->setRowStretch(row, 1);
    const auto add = [&](const QString& name, const QString& text, const QString& tip,
                         ValueSlider* slider) {
        auto* title = new QLabel(text);
        title->setBuddy(slider);
        title->setToolTip(tip);
        slider->setObjectName(name);
        slider->setAccessibleName(text);
        slider->setToolTip(tip);
        rows->addWidget(title, ++row, 0);
        rows->addWidget(slider, row, 1);
        rows->addWidget(slider->makeLabel(), row, 2);
    };
    add(QStringLiteral("labUnitFactor"), tr("This unit"),
        tr("What the sum of the framed unit is multiplied by: 0 switches it off"), m_unitFactor);
    add(QStringLiteral("labLayerFactor"), tr("All units"),
        tr("What the sums of the whole layer are multiplied by"), m_layerFactor);

    connect(m_layer, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0) {
            m_wantedLayer = index + 1;
            showLayer();
            Q_EMIT factsChanged();
        }
    });
    connect(m_grid, &UnitGrid::chosenChanged, this, &LabView::showEdits);
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

void LabView::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QString& tip,
                          const QKeySequence& keys, auto&& run) {
        auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
        action->setShortcut(keys);
        action->setToolTip(
            tip + QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_newNoise =
        make("shuffle", tr("Other noise"), tr("Draw other noise"), Qt::CTRL | Qt::Key_N, [this] {
            m_seed->setValue(QRandomGenerator::global()->bounded(1, kMostSeed + 1));
        });
    m_reset =
        make("reset", tr("Reset"), tr("Undo all changes"), Qt::CTRL | Qt::Key_Backspace, [this] {
            edit({.seed = m_edits.seed});
        });
    m_save = make(
        "save", tr("Save the copy…"), tr("Save the changed network as a file of its own"),
        Qt::CTRL | Qt::Key_S, [this] { save(); });
}

void LabView::updateActions()
{
    const bool isChanged = isVisible() && !doNothing(m_edits);
    m_newNoise->setEnabled(isVisible() && m_edits.noise > 0);
    m_seed->setEnabled(m_edits.noise > 0);
    m_reset->setEnabled(isChanged);
    m_save->setEnabled(isChanged && model() != nullptr);
}

int LabView::layer() const
{
    return std::max(0, m_layer->currentIndex()) + 1;
}

void LabView::edit(const Edits& edits)
{
    if (m_isShowing || edits == m_edits) {
        return;
    }
    m_edits = edits;
    showEdits();
    readCopy();
    Q_EMIT factsChanged();
}

void LabView::setUnitFactor(int unit, double factor)
{
    if (m_isShowing) {
        return;
    }
    Edits edits = m_edits;
    if (setFactor(edits, layer(), unit, factor)) {
        edit(edits);
    } else {
        Q_EMIT message(tr("So many units cannot be changed one by one. Use “All units”."));
        showEdits();
    }
}

void LabView::showEdits()
{
    m_isShowing = true; // nothing of this is somebody moving a slider
    m_pruning->setAmount(m_edits.pruning);
    m_noise->setAmount(m_edits.noise);
    m_temperature->setAmount(std::log10(m_edits.temperature));
    m_layerFactor->setAmount(factorOf(m_edits, layer(), -1));
    m_unitFactor->setAmount(factorOf(m_edits, layer(), m_grid->chosen().value_or(0)));
    m_seed->setValue(static_cast<int>(m_edits.seed));
    m_isShowing = false;

    std::vector<double> factors;
    for (int unit = 0; unit < m_grid->count(); ++unit) {
        factors.push_back(factorOf(m_edits, layer(), unit));
    }
    m_grid->setFactors(factors);
    updateActions();
}

void LabView::showLayers()
{
    const QSignalBlocker blocker(m_layer);
    m_layer->clear();
    const auto& layers = model()->inside->layers();
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

void LabView::showLayer()
{
    const auto& layers = model()->inside->layers();
    const Layer& shown = layers[static_cast<std::size_t>(layer())];
    QStringList labels;
    for (int unit = 0; &shown == &layers.back() && unit < shown.units; ++unit) {
        labels << (unit < 10 ? QLocale().toString(unit) : tr("none", "no digit"));
    }
    m_grid->setUnits(shown.units, labels);
    showEdits();
    showValues();
}

void LabView::showValues()
{
    const bool isThere = model() != nullptr && reading() != nullptr;
    const auto index = static_cast<std::size_t>(layer());
    m_grid->setValues(
        isThere && index < reading()->activations.layers.size()
            ? unitValues(model()->inside->layers()[index], reading()->activations.layers[index])
            : std::vector<float>{});
}

void LabView::modelChanged()
{
    m_glimpses.stop();
    m_restReader.stop();
    m_copy.reset();
    if (model() == nullptr) {
        return;
    }
    if (!fits(m_edits, model()->inside->layers())) {
        m_edits.scalings.clear();
        Q_EMIT message(
            tr("This network has other units: those that were changed are as they were."));
    }
    showLayers();
    readOriginal();
    readCopy();
}

void LabView::digitsChanged()
{
    m_glimpses.stop();
    m_restReader.stop();
    m_result->setDigits(digits() != nullptr ? digitSourceTitle(digits()->source) : QString());
    readOriginal();
    readCopy();
}

void LabView::readingChanged()
{
    showValues();
    readDrawing();
}

/// All digits by the model as it is: what the copy is compared with.
void LabView::readOriginal()
{
    m_before.clear();
    if (model() == nullptr || digits() == nullptr) {
        m_originalReader.stop();
        return;
    }
    m_originalReader.restart(
        [this, model = model()->model, digits = digits()](const BackgroundTask& task) {
            Answers answers;
            return readOn(*model, digits->data.glyphs, answers, [&] {
                task.post([this, answers] {
                    m_before = answers;
                    showResult();
                });
                return !task.stop().stop_requested();
            });
        },
        [this](const Result<void>& read) {
            if (!read) {
                m_result->setProblem(describe(read.error()));
            }
        });
}

/// What the copy with the edits of this moment does, as far as a moment goes; then the rest.
void LabView::readCopy()
{
    m_restReader.stop();
    if (model() == nullptr) {
        return;
    }
    if (doNothing(m_edits)) {
        m_glimpses.stop();
        m_copy = model()->model;
        m_after.clear();
        readDrawing();
        showResult();
        return;
    }
    m_glimpses.follow(
        [open = model(), digits = digits(), drawing = reading(),
         edits = m_edits](const BackgroundTask& task) -> Result<Glimpse> {
            QElapsedTimer clock;
            clock.start();
            Glimpse glimpse;
            auto copy = open->engine->edited(*open->model, edits);
            if (!copy) {
                return std::unexpected(copy.error());
            }
            glimpse.copy = *std::move(copy);
            auto prediction = readOne(*glimpse.copy, drawing);
            if (!prediction) {
                return std::unexpected(prediction.error());
            }
            glimpse.prediction = *prediction;
            if (digits != nullptr) {
                const auto goesOn = [&] {
                    return clock.elapsed() < kGlimpse && !task.stop().stop_requested();
                };
                if (auto read = readOn(*glimpse.copy, digits->data.glyphs, glimpse.answers, goesOn);
                    !read) {
                    return std::unexpected(read.error());
                }
            }
            return glimpse;
        },
        [this](Result<Glimpse> glimpse) { take(std::move(glimpse)); });
}

void LabView::take(Result<Glimpse> glimpse)
{
    if (!glimpse) {
        m_copy.reset();
        m_after.clear();
        m_result->setProblem(describe(glimpse.error()));
        Q_EMIT factsChanged();
        return;
    }
    m_copy = std::move(glimpse->copy);
    m_after = std::move(glimpse->answers);
    m_prediction = glimpse->prediction;
    showResult();
    readDrawing(); // that may have gone on meanwhile
    readRest();
}

void LabView::readRest()
{
    if (digits() == nullptr || m_after.size() == digits()->data.size()) {
        return;
    }
    m_restReader.restart(
        [this, copy = m_copy, digits = digits(), start = m_after](const BackgroundTask& task) {
            Answers answers = start;
            return readOn(*copy, digits->data.glyphs, answers, [&] {
                task.post([this, answers] {
                    m_after = answers;
                    showResult();
                });
                return !task.stop().stop_requested();
            });
        },
        [this](const Result<void>& read) {
            if (!read) {
                m_result->setProblem(describe(read.error()));
            }
        });
}

/// What the copy says of the drawing of this moment.
void LabView::readDrawing()
{
    if (m_copy == nullptr || reading() == nullptr) {
        m_drawingReader.stop();
        m_prediction.reset();
        showResult();
        return;
    }
    m_drawingReader.follow(
        [copy = m_copy, drawing = reading()](const BackgroundTask&) {
            return readOne(*copy, drawing);
        },
        [this](const Result<std::optional<Prediction>>& prediction) {
            if (prediction && reading() != nullptr) {
                m_prediction = *prediction;
                showResult();
            }
        });
}

void LabView::showResult()
{
    if (model() == nullptr) {
        return;
    }
    if (digits() != nullptr) {
        const bool isChanged = !doNothing(m_edits);
        m_result->setComparison(
            compare(m_before, isChanged ? m_after : m_before, digits()->data.labels),
            digits()->data.size(), isChanged);
    }
    m_result->setReadings(
        reading() != nullptr ? std::optional(reading()->activations.prediction) : std::nullopt,
        m_prediction);
    Q_EMIT factsChanged();
}

/// The copy is made anew, so that it is what the sliders say now. The file of the model in use is
/// refused, under whatever name it is chosen.
void LabView::save()
{
    const QString own = tr("this is the file of the network in use");
    m_saver.save(
        tr("Save the changed network"),
        QString::fromStdString(model()->model->info().network) + QStringLiteral("-edited.pth"),
        tr("Models (*.pth)"),
        [open = model(), edits = m_edits, own](const QString& path) -> Result<void> {
            if (QFileInfo::exists(path) && QFileInfo(path) == QFileInfo(open->file)) {
                return std::unexpected(Error{ErrorCode::CannotWrite, own.toStdString(), {}});
            }
            const auto copy = open->engine->edited(*open->model, edits);
            return copy ? saveModelFile(**copy, path) : std::unexpected(copy.error());
        });
}

QJsonObject LabView::state() const
{
    QJsonObject state = editsToState(m_edits);
    state[QStringLiteral("layer")] = layer();
    return state;
}

QString LabView::setState(const QJsonObject& state)
{
    const auto edits = editsFromState(state);
    if (!edits) {
        return edits.error();
    }
    if (model() != nullptr && !fits(*edits, model()->inside->layers())) {
        return tr("The network in use does not have all the units that are to be changed.");
    }
    const QJsonValue layer = state[QStringLiteral("layer")];
    const int most = model() != nullptr ? m_layer->count() : 100;
    if (!layer.isUndefined() && (layer.toInt() < 1 || layer.toInt() > most)) {
        return tr("There is no such layer to change.");
    }
    m_wantedLayer = layer.toInt(m_wantedLayer);
    m_layer->setCurrentIndex(m_wantedLayer - 1);
    edit(*edits);
    return {};
}

QJsonObject LabView::facts() const
{
    QJsonObject facts{
        {QStringLiteral("pruning"), m_edits.pruning},
        {QStringLiteral("noise"), m_edits.noise},
        {QStringLiteral("temperature"), m_edits.temperature},
        {QStringLiteral("layer"), layer()}};
    if (model() != nullptr) {
        facts[QStringLiteral("unitsOff")] = unitsOff(m_edits, model()->inside->layers());
    }
    if (digits() != nullptr) {
        const Answers& after = doNothing(m_edits) ? m_before : m_after;
        const Comparison comparison = compare(m_before, after, digits()->data.labels);
        if (comparison.all.count > 0) {
            facts[QStringLiteral("accuracyBefore")] = comparison.accuracyBefore();
            facts[QStringLiteral("accuracy")] = comparison.accuracyAfter();
            facts[QStringLiteral("madeWrong")] = static_cast<qint64>(comparison.madeWrong);
            facts[QStringLiteral("putRight")] = static_cast<qint64>(comparison.putRight);
            facts[QStringLiteral("isWhole")] = comparison.all.count == digits()->data.size();
        }
    }
    if (m_prediction) {
        facts[QStringLiteral("digitChanged")] = m_prediction->digit();
        facts[QStringLiteral("confidenceChanged")] = m_prediction->confidence();
    }
    return facts;
}

void LabView::showEvent(QShowEvent* event)
{
    InsideView::showEvent(event);
    updateActions();
}

void LabView::hideEvent(QHideEvent* event)
{
    InsideView::hideEvent(event);
    updateActions();
}

} // namespace digitpad
