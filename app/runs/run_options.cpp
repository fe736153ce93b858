// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_options.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RunOptions)
};

/// With as many digits as tell it from every other number.
QString text(double number)
{
    constexpr double kTiny = 1e-6; // what is smaller is told as 1E-07
    const char format = std::abs(number) < kTiny && number != 0 ? 'g' : 'f';
    return QLocale().toString(number, format, QLocale::FloatingPointShortest);
}

QString text(int number)
{
    return QLocale().toString(number);
}

QString text(bool isOn)
{
    return isOn ? Words::tr("on") : Words::tr("off");
}

QString textOrOff(double number)
{
    return number > 0 ? text(number) : text(false);
}

QString text(const Augmentation& augmentation)
{
    const Augmentation strong = strongAugmentation();
    const bool isUsual = std::ranges::all_of(kCorruptions, [&](Corruption corruption) {
        return augmentation[corruption].share == strong[corruption].share &&
               augmentation[corruption].strength == strong[corruption].strength;
    });
    if (isUsual || !augmentation.any()) {
        return text(isUsual);
    }
    QStringList parts;
    for (const Corruption corruption : kCorruptions) {
        const auto& part = augmentation[corruption];
        if (part.share > 0) {
            const std::string_view name = nameOf(corruption);
            parts << QStringLiteral("%1 %2 × %3")
                         .arg(
                             QLatin1String(name.data(), static_cast<qsizetype>(name.size())),
                             text(part.share), text(part.strength));
        }
    }
    return parts.join(QStringLiteral(", "));
}

struct Option {
    const char* name;
    QString (*value)(const TrainingOptions&);
    bool isTelling; ///< worth a place in the table where it is not the usual
};

// In the order of the Training page, then what is chosen elsewhere.
constexpr std::array kOptions = {
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "network"),
        [](const TrainingOptions& options) { return QString::fromStdString(options.network); },
        false},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "epochs"),
        [](const TrainingOptions& options) { return text(options.epochs); }, false},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "batch size"),
        [](const TrainingOptions& options) { return text(options.batchSize); }, false},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "learning rate"),
        [](const TrainingOptions& options) { return text(options.learningRate); }, false},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "seed"),
        [](const TrainingOptions& options) { return QString::number(options.seed); }, false},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "hidden units"),
        [](const TrainingOptions& options) {
            return options.network == "simple-nn" ? text(options.hiddenUnits) : QString();
        },
        true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "varied digits"),
        [](const TrainingOptions& options) { return text(options.augmentation); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "schedule"),
        [](const TrainingOptions& options) { return text(options.schedule); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "weight decay"),
        [](const TrainingOptions& options) { return textOrOff(options.weightDecay); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "label smoothing"),
        [](const TrainingOptions& options) { return textOrOff(options.labelSmoothing); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "averaging"),
        [](const TrainingOptions& options) { return textOrOff(options.averaging); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "calibration"),
        [](const TrainingOptions& options) { return textOrOff(options.calibration); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "shuffling"),
        [](const TrainingOptions& options) { return text(options.shuffle); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "mean"),
        [](const TrainingOptions& options) { return text(options.mean); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "deviation"),
        [](const TrainingOptions& options) { return text(options.deviation); }, true},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "device"),
        [](const TrainingOptions& options) { return QString::fromStdString(options.device); },
        false},
    Option{
        QT_TRANSLATE_NOOP("RunOptions", "threads"),
        [](const TrainingOptions& options) { return text(options.threads); }, false},
};

QString named(const QString& option, const QString& value)
{
    return Words::tr("%1 %2", "an option and its value").arg(option, value);
}

/// Whether a run has what its network is usually trained with: its name says it then.
bool isUsual(const Option& option, const StoredRun& run)
{
    const TrainingOptions& options = run.summary.options;
    return option.value(options) == option.value(defaultOptions(options.network));
}

/// The option's value, and what it became on the way.
QString valueOf(const Option& option, const StoredRun& run)
{
    TrainingOptions options = run.summary.options;
    QString last = option.value(options);
    QStringList values{last};
    for (const TrainingChange& change : run.changes) {
        options.learningRate = change.controls.learningRate;
        options.epochs = change.controls.epochs;
        if (const QString value = option.value(options); value != last) {
            values << value;
            last = value;
        }
    }
    return values.join(QStringLiteral(" → "));
}

} // namespace

QString tellingOptions(const TrainingOptions& options)
{
    QStringList texts{
        named(Words::tr("learning rate"), text(options.learningRate)),
        named(Words::tr("batch size"), text(options.batchSize))};
    const TrainingOptions usual = defaultOptions(options.network);
    for (const Option& option : kOptions) {
        if (const QString value = option.value(options);
            option.isTelling && value != option.value(usual)) {
            texts << named(Words::tr(option.name), value);
        }
    }
    return texts.join(QStringLiteral(" · "));
}

std::vector<RunDifference> runDifferences(std::span<const StoredRun* const> runs)
{
    std::vector<RunDifference> differences;
    const auto compare = [&](const QString& option, const auto& value) {
        RunDifference found{.option = option, .values = {}};
        for (const StoredRun* run : runs) {
            found.values << value(*run);
        }
        if (!std::ranges::all_of(
                found.values, [&](const QString& one) { return one == found.values.front(); })) {
            differences.push_back(found);
        }
    };
    compare(Words::tr("data"), [](const StoredRun& run) { return run.summary.data; });
    for (const Option& option : kOptions) {
        const bool isTold =
            option.isTelling &&
            std::ranges::all_of(runs, [&](const StoredRun* run) { return isUsual(option, *run); });
        if (!isTold) {
            compare(
                Words::tr(option.name), [&](const StoredRun& run) { return valueOf(option, run); });
        }
    }
    return differences;
}

QString differencesOf(const std::vector<RunDifference>& differences, qsizetype run)
{
    QStringList texts;
    for (const RunDifference& difference : differences) {
        if (!difference.values[run].isEmpty()) {
            texts << named(difference.option, difference.values[run]);
        }
    }
    return texts.join(QStringLiteral(" · "));
}

} // namespace digitpad
