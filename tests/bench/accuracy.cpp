// SPDX-License-Identifier: GPL-3.0-or-later

// How well models read, as one Markdown table: every model named on the command line against every
// set at hand. `accuracy MODEL.pth...`; MNIST's test files and the pen strokes are looked for where
// the tests look. None of the sets was trained with or tuned on: MNIST's test half, the writers
// train-23 to train-30, and what is drawn here from seeds of its own.

#include "core/data/corruption.h"
#include "core/data/ink_file.h"
#include "core/data/life_picture.h"
#include "core/data/mnist.h"
#include "core/data/nondigits.h"
#include "core/data/number_ink.h"
#include "core/engine/engine.h"
#include "core/ink/render.h"
#include "core/number/number.h"
#include "tests/data_dir.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace digitpad;

namespace {

// Recorded with the table, so that it can be made again.
constexpr std::uint64_t kSeed = 2025;
constexpr double kStrength = 1;
constexpr std::size_t kNumbers = 1000;
constexpr std::size_t kPictures = 1000;
constexpr std::size_t kNonDigits = 4000;

/// What was counted.
struct Share {
    std::int64_t right = 0;
    std::int64_t count = 0;

    void add(bool isRight)
    {
        right += isRight ? 1 : 0;
        ++count;
    }
};

/// A cell of the table: a share, or a figure with its half-width.
struct Cell {
    double value = 0;
    double low = 0;
    double high = 0;
    std::int64_t count = 0;
};

/// The 95 % interval of E. B. Wilson 1927.
Cell cellOf(const Share& share)
{
    constexpr double kZ = 1.959964;
    const auto n = static_cast<double>(share.count);
    const double p = static_cast<double>(share.right) / n;
    const double middle = (p + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
    const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n)) / (1 + kZ * kZ / n);
    return {p, middle - half, middle + half, share.count};
}

std::vector<Prediction> readAll(const Model& model, const std::vector<Glyph>& glyphs)
{
    auto predictions = model.read(glyphs);
    if (!predictions) {
        std::fprintf(stderr, "accuracy: %s\n", predictions.error().detail.c_str());
        std::exit(1);
    }
    return *std::move(predictions);
}

Share shareRead(const Model& model, const Dataset& data)
{
    const auto predictions = readAll(model, data.glyphs);
    Share share;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        share.add(predictions[i].digit() == data.labels[i]);
    }
    return share;
}

struct Sets {
    Dataset mnist;
    std::vector<InkSample> pen; ///< of the writers kept out
    Dataset penGlyphs;
    std::vector<Ink> nonDigits;
    std::vector<NumberInk> numbers;
};

bool isKeptOut(const InkSample& sample)
{
    return sample.writer >= "train-23" && sample.writer <= "train-30";
}

template <class T> T orStop(Result<T> result)
{
    if (!result) {
        std::fprintf(
            stderr, "accuracy: %s: %s\n", result.error().file.c_str(),
            result.error().detail.c_str());
        std::exit(1);
    }
    return *std::move(result);
}

/// Several digits are a number, so they are left out.
std::vector<Ink> drawNonDigits()
{
    std::vector<NonDigit> kinds;
    std::vector<double> shares;
    for (const auto& [kind, share] : kNonDigitShares) {
        if (kind != NonDigit::SeveralDigits && kind != NonDigit::DigitAndPart) {
            kinds.push_back(kind);
            shares.push_back(share);
        }
    }
    std::mt19937_64 random(kSeed);
    std::discrete_distribution<std::size_t> kind(shares.begin(), shares.end());
    std::vector<Ink> drawings;
    while (drawings.size() < kNonDigits) {
        drawings.push_back(drawNonDigit(kinds[kind(random)], random));
    }
    return drawings;
}

Sets readSets()
{
    const auto folder = tests::dataDir();
    Sets sets;
    sets.mnist = orStop(readMnistTest(folder / "mnist"));
    for (InkSample& sample : orStop(readInkFile(folder / "pen-digits" / "train.jsonl")).samples) {
        if (sample.label && isKeptOut(sample)) {
            sets.penGlyphs.glyphs.push_back(renderInk(sample.ink));
            sets.penGlyphs.labels.push_back(static_cast<std::uint8_t>(*sample.label));
            sets.pen.push_back(std::move(sample));
        }
    }
    sets.nonDigits = drawNonDigits();
    std::map<std::string, std::vector<InkSample>> writers;
    for (const InkSample& sample : sets.pen) {
        writers[sample.writer].push_back(sample);
    }
    std::mt19937_64 random(kSeed);
    while (sets.numbers.size() < kNumbers) {
        for (const auto& [writer, samples] : writers) {
            sets.numbers.push_back(composeNumber(samples, random));
        }
    }
    sets.numbers.resize(kNumbers);
    return sets;
}

Cell onCorruptions(const Model& model, const Sets& sets)
{
    double mean = 0;
    double variance = 0;
    for (const Corruption corruption : kCorruptions) {
        std::mt19937_64 random(kSeed + static_cast<std::uint64_t>(corruption));
        Dataset data = sets.mnist;
        for (Glyph& glyph : data.glyphs) {
            glyph = corrupted(glyph, corruption, kStrength, random);
        }
        const Share share = shareRead(model, data);
        const double part = static_cast<double>(share.right) / static_cast<double>(share.count);
        std::fprintf(
            stderr, "  %-10s %.2f %%\n", std::string(nameOf(corruption)).c_str(), 100 * part);
        mean += part / kCorruptions.size();
        variance += part * (1 - part) / static_cast<double>(share.count);
    }
    const double half = 1.96 * std::sqrt(variance) / kCorruptions.size();
    return {
        mean, mean - half, mean + half,
        static_cast<std::int64_t>(kCorruptions.size() * sets.mnist.size())};
}

bool isReadAs(const Number& number, const std::string& text)
{
    return number.accepted() && number.text() == text;
}

Cell onPictures(const Model& model, const Sets& sets)
{
    Share share;
    std::map<std::string, Share> kinds;
    for (std::size_t i = 0; i < kPictures; ++i) {
        const InkSample& sample = sets.pen[i * sets.pen.size() / kPictures];
        const LifePicture picture = lifePicture(sample.ink, kSeed + i);
        const auto number = readNumber(model, picture.view());
        const bool right = number && isReadAs(*number, std::to_string(*sample.label));
        share.add(right);
        for (const LifeKind kind : picture.kinds) {
            kinds[std::string(nameOf(kind))].add(right);
        }
    }
    for (const auto& [kind, of] : kinds) {
        std::fprintf(
            stderr, "  %-14s %.1f %% of %lld\n", kind.c_str(),
            100.0 * static_cast<double>(of.right) / static_cast<double>(of.count),
            static_cast<long long>(of.count));
    }
    return cellOf(share);
}

/// As the canvas reads it: found, divided, read.
Number readInk(const Model& model, const Ink& ink)
{
    return orStop(readNumber(model, ink));
}

Cell onPen(const Model& model, const Sets& sets)
{
    Share share;
    for (const InkSample& sample : sets.pen) {
        share.add(isReadAs(readInk(model, sample.ink), std::to_string(*sample.label)));
    }
    return cellOf(share);
}

Cell onNumbers(const Model& model, const Sets& sets)
{
    Share share;
    for (const NumberInk& number : sets.numbers) {
        share.add(isReadAs(readInk(model, number.ink), number.text));
    }
    return cellOf(share);
}

std::vector<Ink> inkOf(const std::vector<InkSample>& samples)
{
    std::vector<Ink> drawings;
    std::ranges::transform(samples, std::back_inserter(drawings), &InkSample::ink);
    return drawings;
}

std::vector<float> scoresOf(const Model& model, const std::vector<Ink>& drawings)
{
    std::vector<float> scores;
    for (const Ink& ink : drawings) {
        scores.push_back(readInk(model, ink).digitScore());
    }
    return scores;
}

/// The area under the ROC curve: how often a digit scores higher than what is none, ties half
/// (H. Mann, D. Whitney 1947). Its interval is that of J. Hanley and B. McNeil 1982.
Cell areaUnderRoc(const Model& model, const Sets& sets)
{
    std::vector<float> others = scoresOf(model, sets.nonDigits);
    std::ranges::sort(others);
    const std::vector<float> digits = scoresOf(model, inkOf(sets.pen));
    double wins = 0;
    for (const float score : digits) {
        const auto [first, last] = std::ranges::equal_range(others, score);
        wins += static_cast<double>(first - others.begin()) + static_cast<double>(last - first) / 2;
    }
    const auto n = static_cast<double>(digits.size());
    const auto m = static_cast<double>(others.size());
    const double area = wins / (n * m);
    const double q1 = area / (2 - area);
    const double q2 = 2 * area * area / (1 + area);
    const double half =
        1.96 *
        std::sqrt(
            (area * (1 - area) + (n - 1) * (q1 - area * area) + (m - 1) * (q2 - area * area)) /
            (n * m));
    return {area, area - half, std::min(1.0, area + half), static_cast<std::int64_t>(n + m)};
}

Cell turnedAway(const Model& model, const std::vector<Ink>& drawings)
{
    Share share;
    for (const Ink& ink : drawings) {
        share.add(!readInk(model, ink).accepted());
    }
    return cellOf(share);
}

Cell turnedAway(const Model& model, const Dataset& data)
{
    Share share;
    for (const Prediction& prediction : readAll(model, data.glyphs)) {
        share.add(!prediction.accepted());
    }
    return cellOf(share);
}

/// The expected calibration error over ten equal bins of confidence (C. Guo and others 2017).
Cell calibrationError(const Model& model, const Dataset& data)
{
    struct Bin {
        double confidence = 0;
        double right = 0;
    };
    std::array<Bin, 10> bins;
    const auto predictions = readAll(model, data.glyphs);
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        const double confidence = predictions[i].confidence();
        Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(10 * confidence))];
        bin.confidence += confidence;
        bin.right += predictions[i].digit() == data.labels[i] ? 1 : 0;
    }
    double error = 0;
    for (const Bin& bin : bins) {
        error += std::abs(bin.confidence - bin.right) / static_cast<double>(predictions.size());
    }
    const auto count = static_cast<std::int64_t>(predictions.size());
    return {error, error, error, count};
}

/// Milliseconds from ink to probabilities, the median over the pen digits.
double medianMilliseconds(const Model& model, const Sets& sets)
{
    std::vector<double> times;
    for (const InkSample& sample : sets.pen) {
        const auto start = std::chrono::steady_clock::now();
        const std::vector<Glyph> glyph{renderInk(sample.ink)};
        readAll(model, glyph);
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
    }
    std::ranges::nth_element(times, times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2));
    return times[times.size() / 2];
}

std::string percent(const Cell& cell)
{
    std::array<char, 64> text{};
    if (cell.low == cell.high) {
        std::snprintf(text.data(), text.size(), "%.2f %%", 100 * cell.value);
    } else {
        std::snprintf(
            text.data(), text.size(), "%.2f %% (%.2f–%.2f)", 100 * cell.value, 100 * cell.low,
            100 * cell.high);
    }
    return text.data();
}

struct Row {
    const char* name;
    std::function<Cell(const Model&, const Sets&)> measure;
};

const std::vector<Row>& rows()
{
    static const std::vector<Row> kRows{
        {"MNIST's test set",
         [](const Model& model, const Sets& sets) { return cellOf(shareRead(model, sets.mnist)); }},
        {"pen digits of people never seen", onPen},
        {"MNIST's test set corrupted, mean over 16 corruptions", onCorruptions},
        {"pictures from life, one digit each", onPictures},
        {"numbers of 2 to 6 digits, whole number right", onNumbers},
        {"letters, scribbles, doodles against pen digits: area under the ROC curve", areaUnderRoc},
        {"real digits turned away: pen",
         [](const Model& model, const Sets& sets) { return turnedAway(model, inkOf(sets.pen)); }},
        {"real digits turned away: MNIST's test set",
         [](const Model& model, const Sets& sets) { return turnedAway(model, sets.mnist); }},
        {"letters, scribbles, doodles turned away",
         [](const Model& model, const Sets& sets) { return turnedAway(model, sets.nonDigits); }},
        {"expected calibration error, pen",
         [](const Model& model, const Sets& sets) {
             return calibrationError(model, sets.penGlyphs);
         }},
    };
    return kRows;
}

} // namespace

int main(int argc, char** argv)
{
    const std::unique_ptr<Engine> engine(digitpad_create_engine());
    std::vector<std::shared_ptr<const Model>> models;
    std::string head = "| what | count |";
    std::string line = "|---|---|";
    for (int i = 1; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        const std::string pth{std::istreambuf_iterator<char>(in), {}};
        models.push_back(orStop(engine->load(pth, "cpu")));
        head += " " + models.back()->info().network + " |";
        line += "---|";
    }
    if (models.empty()) {
        std::fprintf(stderr, "usage: accuracy MODEL.pth...\n");
        return 2;
    }
    const Sets sets = readSets();
    std::printf("%s\n%s\n", head.c_str(), line.c_str());
    for (const Row& row : rows()) {
        std::string cells;
        std::int64_t count = 0;
        for (const auto& model : models) {
            std::fprintf(stderr, "%s, %s\n", row.name, model->info().network.c_str());
            const Cell cell = row.measure(*model, sets);
            cells += " " + percent(cell) + " |";
            count = cell.count;
        }
        std::printf("| %s | %lld |%s\n", row.name, static_cast<long long>(count), cells.c_str());
        std::fflush(stdout);
    }
    std::string times;
    for (const auto& model : models) {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), " %.2f ms |", medianMilliseconds(*model, sets));
        times += text.data();
    }
    std::printf(
        "| one reading, ink to probabilities, median | %zu |%s\n", sets.pen.size(), times.c_str());
    return 0;
}
