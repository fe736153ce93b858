// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_plan.h"

#include "app/checkpoint_file.h"
#include "app/cli/chosen_model.h"
#include "app/cli/data_options.h"
#include "app/cli/messages.h"
#include "app/cli/recipe_options.h"
#include "app/data_note.h"
#include "app/download/download_plan.h"
#include "app/native_path.h"
#include "app/training_presets.h"
#include "core/data/mnist.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace digitpad {

namespace {

constexpr std::array kDataOptions = {kDataOption,     kInkOption,       kPhotographedOption,
                                     kPicturesOption, kSyntheticOption, kSamplesOption,
                                     kNoDigitsOption};

// ---- the recipe -----------------------------------------------------------------------------

std::optional<TrainingPreset> chosenPreset(const Arguments& arguments)
{
    const auto name = arguments.value("--preset");
    if (!name) {
        return std::nullopt;
    }
    const std::vector<TrainingPreset> presets = trainingPresets();
    const auto found = std::ranges::find(presets, *name, &TrainingPreset::name);
    if (found == presets.end()) {
        throw UsageError{
            CommandLine::tr("There is no preset “%1”: choose article, simple-nn or convnet.")
                .arg(shown(*name))};
    }
    if (arguments.value("--network", found->options.network) != found->options.network) {
        throw UsageError{CommandLine::tr("The preset “%1” is for --network %2.")
                             .arg(shown(*name), shown(found->options.network))};
    }
    return *found;
}

TrainingOptions fineTuningDefaults(const Arguments& arguments, const ModelInfo& model)
{
    if (arguments.value("--network", model.network) != model.network) {
        throw UsageError{CommandLine::tr("--from names a %1: leave --network out.")
                             .arg(QString::fromStdString(model.network))};
    }
    return fineTuningOptions(model.network);
}

TrainingOptions defaultsFor(const Arguments& arguments, const std::optional<TrainingPreset>& preset)
{
    if (preset) {
        return preset->options;
    }
    const std::string network = arguments.value("--network", "simple-nn");
    if (network != "simple-nn" && network != "convnet") {
        throw UsageError{CommandLine::tr("There is no network “%1”: choose simple-nn or convnet.")
                             .arg(shown(network))};
    }
    return defaultOptions(network);
}

/// `defaults` with what the command line says.
TrainingOptions changed(TrainingOptions options, const Arguments& arguments)
{
    const auto wholeNumber = [&](const char* option, int otherwise, std::uint64_t least,
                                 std::uint64_t most) {
        return static_cast<int>(
            arguments.wholeNumber(option, static_cast<std::uint64_t>(otherwise), least, most));
    };
    options.epochs = wholeNumber("--epochs", options.epochs, 1, 10'000);
    options.batchSize = wholeNumber("--batch-size", options.batchSize, 1, 65'536);
    options.learningRate = arguments.positiveNumber("--learning-rate", options.learningRate, 10);
    options.seed =
        arguments.wholeNumber("--seed", options.seed, 0, std::numeric_limits<std::uint64_t>::max());
    changeRecipe(options, arguments);
    options.threads = wholeNumber("--threads", options.threads, 1, 1024);
    return options;
}

// ---- going on -------------------------------------------------------------------------------

/// The file that --resume means.
QString resumedFile(const std::string& place)
{
    const QString path = QFile::decodeName(place.c_str());
    return QFileInfo(path).isDir() ? QDir(path).filePath(kCheckpointName) : path;
}

/// What the run of the checkpoint was started with cannot be changed any more.
void refuseContradictions(const Arguments& arguments, const TrainingOptions& before)
{
    if (arguments.has("--preset")) {
        throw UsageError{CommandLine::tr(
            "--preset begins a run, --resume goes on with one: they cannot be given together.")};
    }
    const TrainingOptions now = changed(before, arguments);
    const auto isAugmented = [&] {
        return std::ranges::equal(
            now.augmentation.parts, before.augmentation.parts,
            [](const Augmentation::Part& a, const Augmentation::Part& b) {
                return a.share == b.share && a.strength == b.strength;
            });
    };
    const std::pair<const char*, bool> same[] = {
        {"--network", arguments.value("--network", before.network) == before.network},
        {"--batch-size", now.batchSize == before.batchSize},
        {"--seed", now.seed == before.seed},
        {"--augmentation", isAugmented()},
        {"--schedule", now.schedule == before.schedule},
        {"--weight-decay", now.weightDecay == before.weightDecay},
        {"--label-smoothing", now.labelSmoothing == before.labelSmoothing},
        {"--averaging", now.averaging == before.averaging}};
    for (const auto& [option, isSame] : same) {
        if (!isSame) {
            throw UsageError{
                CommandLine::tr("%1 contradicts the checkpoint: its run was started with another "
                                "value. Leave it out, or begin a new run without --resume.")
                    .arg(shown(option))};
        }
    }
}

/// Takes over what may be changed from here on.
void changeRun(Checkpoint& run, const Arguments& arguments)
{
    TrainingControls controls = run.controls();
    const auto done = std::max<std::uint64_t>(1, run.epochs.size());
    controls.epochs = static_cast<int>(arguments.wholeNumber(
        "--epochs", static_cast<std::uint64_t>(controls.epochs), done, 10'000));
    controls.learningRate = arguments.positiveNumber("--learning-rate", controls.learningRate, 10);
    run.change(controls);
    run.options.threads = changed(run.options, arguments).threads;
    if (arguments.has("--device")) {
        run.options.device = chosenDevice(arguments);
    }
}

// ---- the data -------------------------------------------------------------------------------

bool namesData(const Arguments& arguments)
{
    return std::ranges::any_of(
        kDataOptions, [&](const Option& option) { return arguments.has(option.name); });
}

DataSources sourcesOf(const Arguments& arguments, const std::optional<TrainingPreset>& preset)
{
    const std::string network =
        preset ? preset->options.network : arguments.value("--network", "simple-nn");
    DataSources sources = chosenDataSources(arguments, network);
    if (preset) {
        if (!arguments.has(kSyntheticOption.name)) {
            sources.synthetic = preset->synthetic;
        }
        if (!arguments.has(kNoDigitsOption.name)) {
            sources.noDigits = preset->noDigits;
        }
    }
    return sources;
}

/// MNIST's files where the window's download puts them, where they are there.
std::vector<std::string> downloadedMnist()
{
    const std::string folder = QFile::encodeName(mnistFolder()).toStdString();
    return mnistSize(folder) ? std::vector{folder} : std::vector<std::string>();
}

/// What is named; with own samples alone, what the model learnt before is gone over again.
void chooseFineTuningData(TrainPlan& plan, const Arguments& arguments, const ModelInfo& model)
{
    plan.sources = chosenDataSources(arguments, model.network);
    const DataSources& named = plan.sources;
    if (!named.samples || named.mnist || named.ink || named.pictures || named.synthetic > 0) {
        limitForFineTuning(plan.sources, model.network);
        return;
    }
    FineTuningMix mix = fineTuningMix(model, *named.samples, downloadedMnist());
    mix.sources.noDigits = named.noDigits;
    plan.sources = std::move(mix.sources);
    plan.rehearsal = mix.rehearsal;
}

Error notUnicode(ErrorCode code, const std::string& name)
{
    return {
        .code = code,
        .detail = CommandLine::tr("its name is not UTF-8").toStdString(),
        .file = name};
}

/// A run that is not done would be lost by beginning another one over it.
Result<void> refuseToOverwrite(const QString& file)
{
    if (file.isEmpty()) {
        return {};
    }
    const auto there = readCheckpointFile(file);
    if (!there || there->isDone()) {
        return {};
    }
    return std::unexpected(Error{
        .code = ErrorCode::CannotWrite,
        .detail = CommandLine::tr("it holds a run that is not done, after %1 of %2 epochs; go on "
                                  "with it by --resume, or remove it")
                      .arg(there->epochs.size())
                      .arg(there->controls().epochs)
                      .toStdString(),
        .file = QFile::encodeName(file).toStdString()});
}

Result<void> planNew(TrainPlan& plan, const Arguments& arguments, const ModelInfo* model)
{
    if (model != nullptr) {
        plan.options = changed(fineTuningDefaults(arguments, *model), arguments);
        chooseFineTuningData(plan, arguments, *model);
    } else {
        const auto preset = chosenPreset(arguments);
        plan.options = changed(defaultsFor(arguments, preset), arguments);
        plan.sources = sourcesOf(arguments, preset);
    }
    plan.options.device = chosenDevice(arguments);
    return refuseToOverwrite(plan.checkpointFile);
}

Result<void> planResumed(TrainPlan& plan, const Arguments& arguments, const std::string& place)
{
    if (!isUnicode(place)) {
        return std::unexpected(notUnicode(ErrorCode::CannotRead, place));
    }
    const QString file = resumedFile(place);
    auto from = readCheckpointFile(file);
    if (!from) {
        return std::unexpected(from.error());
    }
    refuseContradictions(arguments, from->options);
    changeRun(*from, arguments);
    plan.options = from->options;
    const auto before = namesData(arguments) ? std::nullopt : dataSourcesOf(from->note);
    plan.sources = before ? *before : chosenDataSources(arguments, from->options.network);
    plan.from = *std::move(from);
    plan.resumedFile = QFile::encodeName(file).toStdString();
    if (plan.checkpointFile.isEmpty()) {
        plan.checkpointFile = file;
        return {};
    }
    return QFileInfo(plan.checkpointFile) == QFileInfo(file)
               ? Result<void>()
               : refuseToOverwrite(plan.checkpointFile);
}

} // namespace

void refuseWithFrom(const Arguments& arguments)
{
    for (const char* other : {kPresetOption.name, kResumeOption.name}) {
        if (arguments.has(kFromOption.name) && arguments.has(other)) {
            throw UsageError{
                CommandLine::tr("--from and %1 cannot be given together.").arg(shown(other))};
        }
    }
}

Result<TrainPlan> planTraining(const Arguments& arguments, const ModelInfo* model)
{
    const auto resumed = arguments.value(kResumeOption.name);
    const auto folder = arguments.value(kCheckpointDirOption.name);
    TrainPlan plan;
    plan.checkpointSeconds =
        arguments.positiveNumber(kCheckpointEveryOption.name, CheckpointFile::kSeconds, 86'400);
    if (folder && !isUnicode(*folder)) {
        return std::unexpected(notUnicode(ErrorCode::CannotWrite, *folder));
    }
    if (folder) {
        plan.checkpointFile = QDir(QFile::decodeName(folder->c_str())).filePath(kCheckpointName);
    }
    const auto done =
        resumed ? planResumed(plan, arguments, *resumed) : planNew(plan, arguments, model);
    return done ? Result<TrainPlan>(std::move(plan)) : std::unexpected(done.error());
}

} // namespace digitpad
