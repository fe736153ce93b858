// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/test_digits.h"

#include "app/download/download_plan.h"
#include "app/store/database.h"
#include "app/store/samples.h"
#include "core/data/mnist.h"
#include "core/data/synthetic.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>

#include <filesystem>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TestDigits)
};

constexpr std::size_t kSyntheticCount = 5'000;
constexpr std::uint64_t kSyntheticSeed = 2; // no default of a run

Result<TestDigits> readOwn(const QString& file, const std::stop_token& stop)
{
    auto database = Database::open(file, Database::Damaged::Refuse);
    if (!database) {
        return std::unexpected(database.error());
    }
    TestDigits digits{.source = DigitSource::OwnSamples, .data = {}, .drawings = {}};
    const auto skipped = Samples(**database).each({}, [&](const Sample& sample) {
        digits.data.glyphs.push_back(sample.tile.glyph);
        digits.data.labels.push_back(static_cast<std::uint8_t>(sample.tile.label));
        digits.drawings.push_back(sample.drawing);
        return !stop.stop_requested();
    });
    if (!skipped) {
        return std::unexpected(skipped.error());
    }
    if (digits.data.empty()) {
        return std::unexpected(
            Error{.code = ErrorCode::NoSamples, .detail = "no own samples", .file = {}});
    }
    return digits;
}

} // namespace

QString chosenMnistFolder()
{
    const QString chosen = QSettings().value(QStringLiteral("training/folder")).toString();
    return chosen.isEmpty() ? mnistFolder() : chosen;
}

QString digitSourceTitle(DigitSource source)
{
    switch (source) {
    case DigitSource::MnistTest:
        return Words::tr("MNIST: test digits");
    case DigitSource::MnistTraining:
        return Words::tr("MNIST: training digits");
    case DigitSource::OwnSamples:
        return Words::tr("Own samples");
    case DigitSource::Synthetic:
        break;
    }
    return Words::tr("Made-up digits");
}

QString digitSourceId(DigitSource source)
{
    switch (source) {
    case DigitSource::MnistTest:
        return QStringLiteral("mnist-test");
    case DigitSource::MnistTraining:
        return QStringLiteral("mnist-training");
    case DigitSource::OwnSamples:
        return QStringLiteral("own-samples");
    case DigitSource::Synthetic:
        break;
    }
    return QStringLiteral("synthetic");
}

Result<TestDigits>
readTestDigits(DigitSource source, const DigitPlaces& places, const std::stop_token& stop)
{
    if (source == DigitSource::OwnSamples) {
        return readOwn(places.database, stop);
    }
    const auto folder = std::filesystem::path(QFile::encodeName(places.mnist).toStdString());
    Result<Dataset> data =
        source == DigitSource::MnistTest ? readMnistTest(folder, stop)
        : source == DigitSource::MnistTraining
            ? readMnistTraining(folder, stop)
            : Result<Dataset>(syntheticDigits(kSyntheticCount, kSyntheticSeed, stop));
    if (!data) {
        return std::unexpected(data.error());
    }
    return TestDigits{.source = source, .data = *std::move(data), .drawings = {}};
}

} // namespace digitpad
