// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkpoint_file.h"
#include "app/cli/chosen_model.h"
#include "app/cli/commands.h"
#include "app/cli/data_options.h"
#include "app/cli/interruption.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/picture_folder.h"
#include "app/cli/recipe_options.h"
#include "app/cli/run_printer.h"
#include "app/cli/train_plan.h"
#include "app/data_note.h"
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
#include <future>
#include <optional>
#include <utility>

namespace digitpad {

namespace {

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

void sayWhatBegins(const TrainingData& data, const TrainPlan& plan)
{
    const TrainingOptions& options = plan.options;
    double learningRate = options.learningRate;
    const QLocale locale;
    if (plan.from) {
        learningRate = plan.from->controls().learningRate;
        say(CommandLine::tr("Going on after %1 of %2 epochs and %3 of %4 batches.")
                .arg(
                    locale.toString(plan.from->epochs.size()),
                    locale.toString(plan.from->controls().epochs),
                    locale.toString(plan.from->batch), locale.toString(plan.from->batches)));
    }
    const DataCounts counts = countsOf(data);
    const int test = static_cast<int>(counts.test);
    say(CommandLine::tr("Training with %1, batch size %2, learning rate %3, seed %4.")
            .arg(
                learntFromText(counts), locale.toString(options.batchSize),
                locale.toString(learningRate), QString::number(options.seed)));
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
trainUntilStopped(const Engine& engine, const TrainingData& data, const TrainPlan& plan)
{
    std::stop_source stop;
    RunPrinter printer;
    TrainingCallbacks callbacks = {
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
    std::optional<CheckpointFile> file;
    if (!plan.checkpointFile.isEmpty()) {
        file.emplace(plan.checkpointFile, noteOf(plan.sources), plan.checkpointSeconds);
        callbacks.wantsCheckpoint = [&] {
            printer.sayFailure(*file);
            return file->isDue();
        };
        callbacks.onCheckpoint = [&](Checkpoint&& checkpoint) {
            file->keep(std::move(checkpoint));
        };
    }
    auto result =
        plan.from
            ? engine.resume(
                  data.training, data.test, *plan.from, data.name, callbacks, stop.get_token())
            : engine.train(
                  data.training, data.test, plan.options, data.name, callbacks, stop.get_token());
    if (file) {
        file->finish();
        printer.sayFailure(*file);
    }
    return result;
}

/// The accuracy of the model as it was saved: an interrupted epoch was not tested by the run.
Result<double> testAccuracy(const TrainingResult& result, const Dataset& test)
{
    if (!result.stopped && !result.failure && !result.epochs.empty() &&
        result.epochs.back().testAccuracy) {
        return *result.epochs.back().testAccuracy;
    }
    const auto evaluation = evaluate(*result.model, test);
    if (!evaluation) {
        return std::unexpected(evaluation.error());
    }
    return evaluation->accuracy();
}

int finish(
    const TrainingResult& result, const Dataset& test, const TrainPlan& plan,
    const std::string& output)
{
    if (const auto saved = saveModelFile(*result.model, QFile::decodeName(output.c_str()));
        !saved) {
        return fail(saved.error());
    }
    if (result.failure) {
        fail(*result.failure);
        say(CommandLine::tr("What it had learnt before that is saved as %1").arg(shown(output)));
    } else if (result.stopped) {
        say(CommandLine::tr("Stopped. What was learnt so far is saved as %1").arg(shown(output)));
    } else {
        say(CommandLine::tr("Saved as %1").arg(shown(output)));
    }
    if (!plan.checkpointFile.isEmpty() && result.failure) {
        say(CommandLine::tr("To go on from its last checkpoint: --resume %1 --learning-rate X")
                .arg(plan.checkpointFile));
    } else if (!plan.checkpointFile.isEmpty() && result.stopped) {
        say(CommandLine::tr("To go on with it: --resume %1").arg(plan.checkpointFile));
    }
    if (!test.empty()) {
        const auto accuracy = testAccuracy(result, test);
        if (!accuracy) {
            return fail(accuracy.error());
        }
        printLine("Test accuracy: " + fixed(100 * *accuracy, 2) + " %");
    }
    if (result.failure) {
        return EXIT_FAILURE;
    }
    return result.stopped ? 128 + Interruption::signal() : EXIT_SUCCESS;
}

int train(const Arguments& arguments)
{
    const auto output = arguments.value("--output");
    auto plan = planTraining(arguments);
    if (!output) {
        throw UsageError{CommandLine::tr("Name the file to save the model in: --output FILE")};
    }
    if (!plan) {
        return fail(plan.error());
    }
    if (const auto writable = checkWritable(*output); !writable) {
        return fail(writable.error());
    }

    const Interruption interruption(
        messageLine(CommandLine::tr("Stopped before the first batch. Nothing is saved.")));
    auto loading = std::async(std::launch::async, loadEngine); // while the data is read
    const auto data = readTrainingData(plan->sources, plan->options);
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

    sayWhatBegins(*data, *plan);
    auto result = trainUntilStopped(**engine, *data, *plan);
    if (!result && result.error().file.empty()) {
        result.error().file = plan->resumedFile;
    }
    return result ? finish(*result, data->test, *plan, *output) : fail(result.error());
}

constexpr std::array kOptions = {
    Option{
        "--network", "NAME",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "simple-nn (784-128-10, the reference recipe) or convnet, which reads much more of\n"
            "what people really write and is trained with varied glyphs. Default: simple-nn")},
    kPresetOption,
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
    kCheckpointDirOption,
    kCheckpointEveryOption,
    kResumeOption,
    Option{
        "--output", "FILE",
        QT_TRANSLATE_NOOP("CommandLine", "Where to save the model, a .pth file. Needed.")}};

} // namespace

constinit const Command kTrain = {
    .name = "train",
    .synopsis =
        "(--data DIR | --ink FILE | --pictures DIR | --synthetic N)... [OPTION...] --output FILE\n"
        "--resume PLACE [OPTION...] --output FILE",
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
