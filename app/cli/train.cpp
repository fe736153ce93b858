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
#include "app/cli/run_keeper.h"
#include "app/cli/run_printer.h"
#include "app/cli/store_option.h"
#include "app/cli/train_plan.h"
#include "app/data_note.h"
#include "app/engine_module.h"
#include "app/fine_tuning.h"
#include "app/model_file.h"
#include "app/native_path.h"
#include "app/save_file.h"
#include "app/training/run_words.h"
#include "app/training_data.h"

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
    if (plan.rehearsal) {
        say(rehearsalText(*plan.rehearsal));
        if (*plan.rehearsal == Rehearsal::StandIn) {
            say(CommandLine::tr("They do not keep what it knew of MNIST as well: download that "
                                "(digitpad download), or name it with --data."));
        }
    }
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

/// What a run that fine-tunes begins with.
struct Start {
    std::shared_ptr<const Model> model; ///< null where it begins with drawn weights, or goes on
    std::optional<Figures> before{};    ///< how the model did
};

/// Trains to the end or until a signal comes.
Result<TrainingResult> trainUntilStopped(
    const Engine& engine, const TrainingData& data, const TrainPlan& plan, const Start& start,
    RunKeeper& keeper)
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
        .onLoss =
            [&](const LossPoint& point) {
                printer.print(point);
                keeper.tell(point);
            },
        .onEpoch = [&](const EpochResult& epoch) { keeper.tell(epoch); }};
    std::optional<CheckpointFile> file;
    if (!plan.checkpointFile.isEmpty()) {
        file.emplace(
            plan.checkpointFile, noteOf(plan.sources, start.before), plan.checkpointSeconds);
        callbacks.wantsCheckpoint = [&] {
            printer.sayFailure(*file);
            return file->isDue();
        };
        callbacks.onCheckpoint = [&](Checkpoint&& checkpoint) {
            file->keep(std::move(checkpoint));
        };
    }
    const auto token = stop.get_token();
    auto result =
        plan.from ? engine.resume(data.training, data.test, *plan.from, data.name, callbacks, token)
        : start.model != nullptr
            ? engine.fineTune(
                  *start.model, data.training, data.test, plan.options, data.name, callbacks, token)
            : engine.train(data.training, data.test, plan.options, data.name, callbacks, token);
    if (file) {
        file->finish();
        printer.sayFailure(*file);
    }
    return result;
}

/// "Test accuracy before: 97.42 %", "Test accuracy: 97.51 %".
void printFigures(
    const Figures& after, const std::optional<Figures>& before, const TrainingData& data)
{
    const auto print = [](const std::string& what, const std::optional<double>& accuracy) {
        if (accuracy) {
            printLine(what + ": " + fixed(100 * *accuracy, 2) + " %");
        }
    };
    const std::string own = data.ownIsLearnt ? "Accuracy on own samples learnt from"
                                             : "Accuracy on own samples kept aside";
    if (before) {
        print("Test accuracy before", before->test);
        print(own + ", before", before->own);
    }
    print("Test accuracy", after.test);
    print(own, after.own);
}

void sayWhatBecameOf(const TrainingResult& result, const TrainPlan& plan, const std::string& output)
{
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
}

int finish(
    const TrainingResult& result, const TrainingData& data, const TrainPlan& plan,
    const std::optional<Figures>& before, const std::string& output, RunKeeper& keeper)
{
    const auto saved = saveModelFile(*result.model, QFile::decodeName(output.c_str()));
    if (saved) {
        sayWhatBecameOf(result, plan, output);
    }
    // Of the model as it is: an interrupted epoch was not tested by the run.
    const auto after = figuresOf(*result.model, data.test, data.own);
    keeper.end(endOf(
        {.model = result.model,
         .stopped = result.stopped,
         .seconds = result.seconds,
         .testAccuracy = after ? after->test : std::nullopt,
         .failure = result.failure}));
    if (!saved) {
        return fail(saved.error());
    }
    if (!after) {
        return fail(after.error());
    }
    printFigures(*after, before, data);
    if (result.failure) {
        return EXIT_FAILURE;
    }
    return result.stopped ? 128 + Interruption::signal() : EXIT_SUCCESS;
}

using LoadingEngine = std::future<Result<std::shared_ptr<const Engine>>>;

/// The model that --from names, read on the device that --device names; null without one.
Result<std::shared_ptr<const Model>>
modelToTrainOn(const Arguments& arguments, const Engine& engine)
{
    const std::string file = *arguments.value(kFromOption.name);
    auto model = loadModelFile(
        engine, ReadablePath(file).path(), QString::fromStdString(chosenDevice(arguments)));
    if (!model) {
        model.error().file = file;
    }
    return model;
}

/// Says what could not be read of the data, and whether there is anything to learn from.
bool sayWhatIsMissing(const TrainingData& data)
{
    sayIgnored(data.ignored);
    for (const Error& error : data.unread) {
        fail(error); // is said, and the others are enough
    }
    if (data.training.empty()) {
        say(CommandLine::tr("There is nothing to train with."));
    }
    return !data.training.empty();
}

int trainAsPlanned(
    const TrainPlan& plan, Start start, LoadingEngine& loading, const std::string& output,
    RunKeeper& keeper)
{
    if (const auto writable = checkWritable(output); !writable) {
        return fail(writable.error());
    }
    const Interruption interruption(
        messageLine(CommandLine::tr("Stopped before the first batch. Nothing is saved.")));
    const auto data = readTrainingData(plan.sources, plan.options);
    if (!data) {
        return fail(data.error());
    }
    if (!sayWhatIsMissing(*data)) {
        return EXIT_FAILURE;
    }
    const auto engine = loading.get();
    if (!engine) {
        return fail(engine.error());
    }
    sayWhatBegins(*data, plan);
    if (start.model != nullptr) {
        const auto before = figuresOf(*start.model, data->test, data->own);
        if (!before) {
            return fail(before.error());
        }
        start.before = *before;
    }
    keeper.begin(plan, *data);
    auto result = trainUntilStopped(**engine, *data, plan, start, keeper);
    if (result) {
        return finish(*result, *data, plan, start.before, output, keeper);
    }
    keeper.end(endOf(result.error()));
    if (result.error().file.empty()) {
        result.error().file = plan.resumedFile;
    }
    return fail(result.error());
}

int train(const Arguments& arguments)
{
    refuseWithFrom(arguments);
    Start start;
    LoadingEngine loading;
    if (arguments.has(kFromOption.name)) { // which network it is decides the rest
        const auto engine = loadEngine();
        if (!engine) {
            return fail(engine.error());
        }
        const auto model = modelToTrainOn(arguments, **engine);
        if (!model) {
            return fail(model.error());
        }
        start.model = *model;
        loading = std::async(std::launch::deferred, [engine] { return engine; });
    }
    const auto plan =
        planTraining(arguments, start.model != nullptr ? &start.model->info() : nullptr);
    const auto output = arguments.value("--output");
    if (!output) {
        throw UsageError{CommandLine::tr("Name the file to save the model in: --output FILE")};
    }
    if (!plan) {
        return fail(plan.error());
    }
    auto keeper = RunKeeper::open(arguments);
    if (!keeper) {
        return fail(keeper.error());
    }
    if (plan->from) {
        start.before = figuresBeforeOf(plan->from->note);
    }
    if (start.model == nullptr) {
        loading = std::async(std::launch::async, loadEngine); // while the data is read
    }
    return trainAsPlanned(*plan, std::move(start), loading, *output, *keeper);
}

constexpr std::array kOptions = {
    Option{
        "--network", "NAME",
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "simple-nn (784-128-10, the reference recipe) or convnet, which reads much more of\n"
            "what people really write and is trained with varied glyphs. Default: simple-nn")},
    kPresetOption,
    kFromOption,
    kDataOption,
    kInkOption,
    kPhotographedOption,
    kPicturesOption,
    kSyntheticOption,
    kSamplesOption,
    kWriterOption,
    kStoreOption,
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
    kKeepOption,
    Option{
        "--output", "FILE",
        QT_TRANSLATE_NOOP("CommandLine", "Where to save the model, a .pth file. Needed.")}};

} // namespace

constinit const Command kTrain = {
    .name = "train",
    .synopsis = "(--data DIR|--ink FILE|--pictures DIR|--samples|--synthetic N)... [OPTION...] "
                "--output FILE\n"
                "--from MODEL.pth --samples [OPTION...] --output FILE\n"
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
