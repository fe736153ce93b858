// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_view.h"

#include "app/error_text.h"
#include "app/lab/lab_controls.h"
#include "app/lab/lab_edits.h"
#include "app/lab/lab_result.h"
#include "app/model_file.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"
#include "app/widgets/action_button.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHBoxLayout>

namespace digitpad {

namespace {

constexpr qint64 kGlimpse = 60; // milliseconds that the first look may take

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
      m_newNoise(new QAction(theme::icon(QStringLiteral("shuffle")), tr("Other noise"), this)),
      m_reset(new QAction(theme::icon(QStringLiteral("reset")), tr("Reset"), this)),
      m_save(new QAction(theme::icon(QStringLiteral("save")), tr("Save the copy…"), this)),
      m_controls(new LabControls(m_newNoise)),
      m_result(new LabResult),
      m_saver(this)
{
    makeActions();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    for (QAction* action : {m_reset, m_save}) {
        auto* button = new ActionButton(action);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setMinimumHeight(theme::kSmallestTarget);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kGap);
    left->addWidget(m_controls, 1);
    left->addLayout(buttons);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGroup);
    layout->addLayout(left, 1);
    layout->addWidget(m_result, 1);

    connect(m_controls, &LabControls::edited, this, &LabView::follow);
    connect(m_controls, &LabControls::layerChosen, this, [this] {
        showValues();
        Q_EMIT factsChanged();
    });
    connect(m_controls, &LabControls::message, this, &LabView::message);
    connect(&m_saver, &FileSaver::message, this, &LabView::message);
    connect(&m_saver, &FileSaver::warning, this, &LabView::warning);
    m_controls->setEnabled(false); // until there is a model
    updateActions();
}

void LabView::makeActions()
{
    const auto complete =
        [this](QAction* action, const QString& name, const QString& tip, const QKeySequence& keys) {
            action->setObjectName(name);
            action->setShortcut(keys);
            action->setToolTip(
                tip + QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText)));
            addAction(action);
        };
    complete(
        m_newNoise, QStringLiteral("labNewNoise"), tr("Draw other noise"), Qt::CTRL | Qt::Key_N);
    complete(
        m_reset, QStringLiteral("labReset"), tr("Undo all changes"), Qt::CTRL | Qt::Key_Backspace);
    complete(
        m_save, QStringLiteral("labSave"), tr("Save the changed network as a file of its own"),
        Qt::CTRL | Qt::Key_S);
    connect(m_reset, &QAction::triggered, this, [this] {
        setEdits({.seed = m_controls->edits().seed});
    });
    connect(m_save, &QAction::triggered, this, &LabView::save);
}

void LabView::updateActions()
{
    const Edits& edits = m_controls->edits();
    const bool isChanged = isVisible() && !doNothing(edits);
    m_newNoise->setEnabled(isVisible() && edits.noise > 0);
    m_reset->setEnabled(isChanged);
    m_save->setEnabled(isChanged && model() != nullptr);
}

void LabView::setEdits(const Edits& edits)
{
    if (edits != m_controls->edits()) {
        m_controls->setEdits(edits);
        follow();
    }
}

void LabView::follow()
{
    updateActions();
    readCopy();
    Q_EMIT factsChanged();
}

void LabView::showValues()
{
    m_controls->setActivations(reading() != nullptr ? &reading()->activations : nullptr);
}

void LabView::modelChanged()
{
    m_glimpses.stop();
    m_restReader.stop();
    m_copy.reset();
    m_controls->setEnabled(model() != nullptr);
    if (model() == nullptr) {
        return;
    }
    const auto& layers = model()->inside->layers();
    if (Edits edits = m_controls->edits(); !fits(edits, layers)) {
        edits.scalings.clear();
        m_controls->setEdits(edits);
        Q_EMIT message(
            tr("This network has other units: those that were changed are as they were."));
    }
    m_controls->setLayers(layers);
    showValues();
    updateActions();
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
    if (doNothing(m_controls->edits())) {
        m_glimpses.stop();
        m_copy = model()->model;
        m_after.clear();
        readDrawing();
        showResult();
        return;
    }
    m_glimpses.follow(
        [open = model(), digits = digits(), drawing = reading(),
         edits = m_controls->edits()](const BackgroundTask& task) -> Result<Glimpse> {
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

/// Of what both have read by now; there must be digits.
Comparison LabView::comparison() const
{
    const bool isChanged = !doNothing(m_controls->edits());
    return compare(m_before, isChanged ? m_after : m_before, digits()->data.labels);
}

void LabView::showResult()
{
    if (model() == nullptr) {
        return;
    }
    if (digits() != nullptr) {
        m_result->setComparison(
            comparison(), digits()->data.size(), !doNothing(m_controls->edits()));
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
        [open = model(), edits = m_controls->edits(), own](const QString& path) -> Result<void> {
            if (QFileInfo::exists(path) && QFileInfo(path) == QFileInfo(open->file)) {
                return std::unexpected(Error{ErrorCode::CannotWrite, own.toStdString(), {}});
            }
            const auto copy = open->engine->edited(*open->model, edits);
            return copy ? saveModelFile(**copy, path) : std::unexpected(copy.error());
        });
}

QJsonObject LabView::state() const
{
    QJsonObject state = editsToState(m_controls->edits());
    state[QStringLiteral("layer")] = m_controls->layer();
    return state;
}

QString LabView::setState(const QJsonObject& state)
{
    const QString slip =
        checkNames(state, {"pruning", "noise", "seed", "temperature", "scalings", "layer"});
    if (!slip.isEmpty()) {
        return slip;
    }
    const auto edits = editsFromState(state);
    if (!edits) {
        return edits.error();
    }
    if (model() != nullptr && !fits(*edits, model()->inside->layers())) {
        return tr("The network in use does not have all the units that are to be changed.");
    }
    const QJsonValue layer = state[QStringLiteral("layer")];
    const int most =
        model() != nullptr ? static_cast<int>(model()->inside->layers().size()) - 1 : kMostLayers;
    if (!layer.isUndefined() && (layer.toInt() < 1 || layer.toInt() > most)) {
        return tr("There is no such layer to change.");
    }
    m_controls->setLayer(layer.toInt(m_controls->layer()));
    setEdits(*edits);
    return {};
}

QJsonObject LabView::facts() const
{
    const Edits& edits = m_controls->edits();
    QJsonObject facts{
        {QStringLiteral("pruning"), edits.pruning},
        {QStringLiteral("noise"), edits.noise},
        {QStringLiteral("temperature"), edits.temperature},
        {QStringLiteral("layer"), m_controls->layer()}};
    if (model() != nullptr) {
        facts[QStringLiteral("unitsOff")] = unitsOff(edits, model()->inside->layers());
    }
    if (digits() != nullptr && !m_before.empty()) {
        const Comparison now = comparison();
        if (now.all.count > 0) {
            facts[QStringLiteral("accuracyBefore")] = now.accuracyBefore();
            facts[QStringLiteral("accuracy")] = now.accuracyAfter();
            facts[QStringLiteral("madeWrong")] = static_cast<qint64>(now.madeWrong);
            facts[QStringLiteral("putRight")] = static_cast<qint64>(now.putRight);
            facts[QStringLiteral("isWhole")] = now.all.count == digits()->data.size();
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
