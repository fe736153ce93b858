// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fine_tuning.h"

#include "core/engine/evaluation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>

namespace digitpad {

namespace {

constexpr std::size_t kOwnGlyphs = 4000;

/// Chosen on 50,000 of MNIST's training digits with the other 10,000 to test on, and on digits of
/// the pen strokes' writers 01 to 22: half of them learnt from, the others tested on.
struct Shares {
    std::size_t mnist;
    std::size_t synthetic; ///< beside MNIST, where the model has learnt from both
    std::size_t standIn;   ///< synthetic digits alone
};

Shares sharesFor(const std::string& network)
{
    return network == kConvNet ? Shares{.mnist = 5000, .synthetic = 2000, .standIn = 7000}
                               : Shares{.mnist = 20'000, .synthetic = 0, .standIn = 20'000};
}

/// The names of all that the model and those before it were trained on; empty where that is not
/// known.
QString learntFrom(const std::string& recipe)
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(recipe)).object();
    const QString key = QStringLiteral("data");
    QString names = json.value(key).toString();
    for (const QJsonValue before : json.value(QStringLiteral("startedFrom")).toArray()) {
        names += QLatin1Char('\n') + before.toObject().value(key).toString();
    }
    return names;
}

Result<std::optional<double>>
accuracyOf(const Model& model, const Dataset& data, const std::stop_token& stop)
{
    if (data.empty()) {
        return std::nullopt;
    }
    const auto evaluation = evaluate(model, data, stop);
    if (!evaluation) {
        return std::unexpected(evaluation.error());
    }
    return evaluation->accuracy();
}

} // namespace

Result<Figures> figuresOf(
    const Model& model, const Dataset& testData, const Dataset& ownData,
    const std::stop_token& stop)
{
    const auto test = accuracyOf(model, testData, stop);
    if (!test) {
        return std::unexpected(test.error());
    }
    const auto own = accuracyOf(model, ownData, stop);
    if (!own) {
        return std::unexpected(own.error());
    }
    return Figures{.test = *test, .own = *own};
}

TrainingOptions fineTuningOptions(const std::string& network)
{
    TrainingOptions options = defaultOptions(network);
    options.schedule = true;
    options.weightDecay = 0;
    options.labelSmoothing = 0;
    options.averaging = 0;
    options.calibration = 0;
    options.epochs = network == kConvNet ? 2 : 5;
    options.learningRate = network == kConvNet ? 3e-4 : 5e-4;
    return options;
}

FineTuningMix
fineTuningMix(const ModelInfo& model, const OwnSamples& samples, std::span<const std::string> mnist)
{
    const Shares shares = sharesFor(model.network);
    const QString names = learntFrom(model.recipe);
    const bool isSynthetic = names.contains(QLatin1String("synthetic"));
    const auto found = std::ranges::find_if(mnist, [&](const std::string& folder) {
        const QString name = QString::fromStdString(ownName(folder));
        return names.isEmpty() || names.contains(name, Qt::CaseInsensitive);
    });
    FineTuningMix mix;
    mix.sources.samples = samples;
    mix.sources.samples->glyphs = kOwnGlyphs;
    mix.sources.syntheticTest = 2000;
    if (found != mnist.end()) {
        mix.sources.mnist = *found;
        mix.sources.mnistDigits = shares.mnist;
        mix.sources.synthetic = isSynthetic ? shares.synthetic : 0;
        return mix;
    }
    const bool isAllSynthetic =
        isSynthetic && !names.contains(QLatin1String("mnist"), Qt::CaseInsensitive);
    mix.sources.synthetic = shares.standIn;
    mix.rehearsal = isAllSynthetic ? Rehearsal::Synthetic : Rehearsal::StandIn;
    return mix;
}

void limitForFineTuning(DataSources& sources, const std::string& network)
{
    if (sources.samples) {
        sources.samples->glyphs = kOwnGlyphs;
        sources.mnistDigits = sharesFor(network).mnist;
    }
}

} // namespace digitpad
