// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/full_store.h"

#include "app/store/database.h"
#include "app/store/runs.h"
#include "app/store/samples.h"
#include "core/data/synthetic.h"
#include "core/ink/render.h"

#include <cmath>
#include <random>

namespace digitpad {

namespace {

StoredRun someRun(int number, std::mt19937_64& random)
{
    const bool isLong = number >= kStoredRuns - kLongRuns;
    const int epochs = isLong ? 50 : 5;
    const int points = isLong ? 100 : 9; // of an epoch
    std::uniform_real_distribution<double> noise(0.7, 1.3);
    StoredRun run;
    run.summary.id = newRunId();
    run.summary.name = QStringLiteral("Run %1").arg(number);
    run.summary.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number * 60'000LL);
    run.summary.status = RunStatus::Finished;
    run.summary.options.epochs = epochs;
    run.summary.options.learningRate = 0.001 * (1 + number % 10);
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        for (int point = 1; point <= points; ++point) {
            const double done = epoch - 1 + 1.0 * point / points;
            run.losses.push_back(
                {.epoch = epoch,
                 .epochs = epochs,
                 .batch = 100 * point,
                 .batches = 100 * points + 38,
                 .loss = (0.05 + 2.2 * std::exp(-done) + 0.01 * (number % 10)) * noise(random)});
        }
        run.epochs.push_back(
            {.epoch = epoch,
             .epochs = epochs,
             .batches = 100 * points + 38,
             .trainingLoss = 0.1,
             .testLoss = 0.1,
             .testAccuracy = 0.98 - 0.2 / epoch});
    }
    return run;
}

NewSample someSample(std::mt19937_64& random)
{
    NewSample sample;
    sample.label = static_cast<int>(random() % 10);
    for (const Stroke& stroke : drawDigit(sample.label, random)) {
        PenStroke pen;
        for (const Point& point : stroke) {
            pen.append({.position = {point.x / 200 + 0.2, point.y / 200 + 0.2}});
        }
        sample.drawing.append(pen);
    }
    sample.glyph = renderInk(toInk(sample.drawing));
    return sample;
}

} // namespace

bool makeFullStore(const QString& file)
{
    const auto database = Database::open(file);
    if (!database) {
        return false;
    }
    Runs runs(**database);
    std::mt19937_64 random(1);
    const QByteArray model(410'000, 'w'); // simple-nn's
    for (int number = 0; number < kStoredRuns; ++number) {
        if (!runs.add(someRun(number, random), model)) {
            return false;
        }
    }
    std::vector<NewSample> samples;
    samples.reserve(kStoredSamples);
    for (int number = 0; number < kStoredSamples; ++number) {
        samples.push_back(someSample(random));
    }
    return Samples(**database).add(samples).has_value();
}

} // namespace digitpad
