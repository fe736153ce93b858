// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/data_options.h"
#include "app/cli/interruption.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/picture_folder.h"
#include "app/cli/recipe_options.h"
#include "app/cli/run_printer.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/native_path.h"
#include "app/save_file.h"
#include "app/training/run_words.h"
#include "app/training_data.h"
#include "core/engine/evaluation.h"

#include <QFile>
#include <QLocale>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <limits>

namespace digitpad {

namespace {

/// What the command line asks for; throws UsageError.
TrainingOptions chosenOptions(const Arguments& arguments)
{
    const std::string network = arguments.value("--network", "simple-nn");
    if (network != "simple-nn" && network != "convnet") {
        throw UsageError{CommandLine::tr("There is no network “%1”: choose simple-nn or convnet.")
                             .arg(shown(network))};
    }
    const TrainingOptions defaults = defaultOptions(network);
    const auto wholeNumber = [&](const char* option, int otherwise, std::uint64_t least,
                                 std::uint64_t most) {
        return static_cast<int>(
            arguments.wholeNumber(option, static_cast<std::uint64_t>(otherwise), least, most));
    };
    TrainingOptions options = defaults;
    options.epochs = wholeNumber("--epochs", defaults.epochs, 1, 10'000);
    options.batchSize = wholeNumber("--batch-size", defaults.batchSize, 1, 65'536);
    options.learningRate = arguments.positiveNumber("--learning-rate", defaults.learningRate, 10);
    options.seed = arguments.wholeNumber(
        "--seed", defaults.seed, 0, std::numeric_limits<std::uint64_t>::max());
    changeRecipe(options, arguments);
    options.device = chosenDevice(arguments);
    options.threads = wholeNumber("--threads", defaults.threads, 1, 1024);
    return options;
}

/// Whether the model can be saved there: training for an hour comes before it.
Result<void> checkWritable(const std::string& file)
{
    if (!isUnicode(file)) {
        return std::unexpected(Error{
            .code = ErrorCode::CannotWrite,
            .detail = CommandLine::tr("its name is not UTF-8").toStdString(),
            .file = file});
    }
    return checkSavable(QFile::decodeName(file.c_str()));
}

void sayWhatBegins(const TrainingData& data, const TrainingOptions& options)
{
    const QLocale locale;
    const DataCounts counts = countsOf(data);
    const int test = static_cast<int>(counts.test);
    say(CommandLine::tr("Training with %1, batch size %2, learning rate %3, seed %4.")
            .arg(
                learntFromText(counts), locale.toString(options.batchSize),
                locale.toString(options.learningRate), QString::number(options.seed)));
    if (data.test.empty()) {
        say(CommandLine::tr("There is no test set among them: there will be no test accuracy."));
    } else if (data.syntheticTest) {
        say(CommandLine::tr(
                "It is tested on %Ln synthetic digits of another seed, %1.", nullptr, test)
                .arg(QString::number(options.seed + 1)));
    } else {
        say(CommandLine::tr("It is tested on %Ln other digits.", nullptr, test));
    }
}

/// Trains to the end or until a signal comes.
Result<TrainingResult>
trainUntilStopped(const Engine& engine, const TrainingData& data, const TrainingOptions& options)
{
    std::stop_source stop;
    RunPrinter printer;
    const TrainingCallbacks callbacks = {
        .onProgress =
            [&](const TrainingProgress& progress) {
                Interruption::noteFromNow(); // a batch is learnt
                if (Interruption::signal() != 0) {
                    stop.request_stop();
                }
                printer.show(progress);
            },
        .onLoss = [&](const LossPoint& point) { printer.print(point); },
        .onEpoch = {}};
    return engine.train(data.training, data.test, options, data.name, callbacks, stop.get_token());
}

/// The accuracy of the model as it was saved: an interrupted epoch was not tested by the run.
Result<double> testAccuracy(const TrainingResult& result, const Dataset& test)
{
    if (!result.stopped && !result.epochs.empty() && result.epochs.back().testAccuracy) {
        return *result.epochs.back().testAccuracy;
    }
    const auto evaluation = evaluate(*result.model, test);
    if (!evaluation) {
        return std::unexpected(evaluation.error());
    }
    return evaluation->accuracy();
}

int finish(const TrainingResult& result, const Dataset& test, const std::string& output)
{
    if (const auto saved = saveModelFile(*result.model, QFile::decodeName(output.c_str()));
        !saved) {
        return fail(saved.error());
    }
    if (result.stopped) {
        say(CommandLine::tr("Stopped. What was learnt so far is saved as %1").arg(shown(output)));
    } else {
        say(CommandLine::tr("Saved as %1").arg(shown(output)));
    }
    if (!test.empty()) {
        const auto accuracy = testAccuracy(result, test);
        if (!accuracy) {
            return fail(accuracy.error());
        }
        printLine("Test accuracy: " + fixed(100 * *accuracy, 2) + " %");
    }
    return result.stopped ? 128 + Interruption::signal() : EXIT_SUCCESS;
}

int train(const Arguments& arguments)
{
    const TrainingOptions options = chosenOptions(arguments);
    const DataSources sources = chosenDataSources(arguments);
    const auto output = arguments.value("--output");
    if (!output) {
        throw UsageError{CommandLine::tr("Name the file to save the model in: --output FILE")};
    }
    if (const auto writable = checkWritable(*output); !writable) {
        return fail(writable.error());
    }

    const Interruption interruption(
        messageLine(CommandLine::tr("Stopped before the first batch. Nothing is saved.")));
    auto loading = std::async(std::launch::async, loadEngine); // while the data is read
    const auto data = readTrainingData(sources, options);
    if (!data) {
        return fail(data.error());
    }
    sayIgnored(data->ignored);
    for (const Error& error : data->unread) {
        fail(error); // is said, and the others are enough
    }
    if (data->training.empty()) {
        say(CommandLine::tr("There is nothing to train with."));
        return EXIT_FAILURE;
    }
    const auto engine = loading.get();
    if (!engine) {
        return fail(engine.error());
    }

    sayWhatBegins(*data, options);
    const auto result = trainUntilStopped(**engine, *data, options);
    return result ? finish(*result, data->test, *output) : fail(result.error());
}

constexpr std::array kOptions = {
    Option{
        "--network", "NAME",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "simple-nn (784-128-10, the reference recipe) or convnet, which reads much more of\n"
            "what people really write and is trained with varied glyphs. Default: simple-nn")},
    kDataOption,
    kInkOption,
    kPhotographedOption,
    kPicturesOption,
    kSyntheticOption,
    kNoDigitsOption,
    Option{
        "--epochs", "N",
        QT_TRANSLATE_NOOP(
            "CommandLine", "Passes over the data, 1 to 10000. Default: 5, convnet 20")},
    Option{
        "--batch-size", "N",
        QT_TRANSLATE_NOOP("CommandLine", "Digits a step, 1 to 65536. Default: 64, convnet 128")},
    Option{
        "--learning-rate", "X",
        QT_TRANSLATE_NOOP(
            "CommandLine", "Adam's step size, above 0, at most 10. Default: 0.001, convnet 0.003")},
    Option{
        "--seed", "N",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "Of the first weights, the shuffling, augmentation and synthetic digits. Default: 42")},
    kAugmentationOption,
    kScheduleOption,
    kWeightDecayOption,
    kLabelSmoothingOption,
    kAveragingOption,
    kDeviceOption,
    Option{
        "--threads", "N",
        QT_TRANSLATE_NOOP(
            "CommandLine", "CPU threads, 1 to 1024. Default: as many as there are cores")},
    Option{
        "--output", "FILE",
        QT_TRANSLATE_NOOP("CommandLine", "Where to save the model, a .pth file. Needed.")}};

} // namespace

constinit const Command kTrain = {
    .name = "train",
    .synopsis =
        "(--data DIR | --ink FILE | --pictures DIR | --synthetic N)... [OPTION...] --output FILE",
    .summary = QT_TRANSLATE_NOOP("CommandLine", "Trains a network and saves it."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine",
        "Prints the mean loss every 100 batches, or of an epoch that has fewer, and at the end "
        "the\n"
        "accuracy on the test set where there is one. Ctrl-C (SIGINT, SIGTERM, SIGHUP) stops it "
        "after\n"
        "the batch at work, saves what was learnt so far and ends with 128 + the signal's number,\n"
        "130 for Ctrl-C; a second one ends it at once. The same data, options, device and thread\n"
        "count give the same network."),
    .options = kOptions,
    .takesFiles = false,
    .run = train};

} // namespace digitpad
