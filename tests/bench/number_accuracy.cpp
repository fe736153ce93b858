// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many numbers are read right. Numbers of 2 to 6 digits are composed of the pen strokes of some
// writers; every single digit of theirs is read as well, to see whether it stays one.
//
//     number-accuracy MODEL.pth [FIRST LAST [NUMBERS [SEED]]]
//
// FIRST and LAST name the writers, train-01 to train-30; NUMBERS are made for each of them.

#include "core/data/number_ink.h"
#include "core/engine/engine.h"
#include "core/ink/render.h"
#include "core/number/number.h"
#include "tests/data_dir.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>

using namespace digitpad;

namespace {

std::string bytesOf(const char* file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The samples of each writer from `first` to `last`.
std::map<std::string, std::vector<InkSample>> samplesByWriter(int first, int last)
{
    std::map<std::string, std::vector<InkSample>> samples;
    auto file = readInkFile(tests::dataDir() / "pen-digits" / "train.jsonl");
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().detail.c_str());
        std::exit(EXIT_FAILURE);
    }
    for (InkSample& sample : file->samples) {
        const int writer = std::atoi(sample.writer.substr(sample.writer.find('-') + 1).c_str());
        if (writer >= first && writer <= last) {
            samples[sample.writer].push_back(std::move(sample));
        }
    }
    return samples;
}

/// How many of how many.
struct Count {
    int right = 0;
    int all = 0;

    void add(bool isRight)
    {
        right += isRight ? 1 : 0;
        ++all;
    }
    void print(const char* what) const
    {
        std::printf("%-28s %6d of %6d  %6.2f %%\n", what, right, all, 100.0 * right / all);
    }
};

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "number-accuracy MODEL.pth [FIRST LAST [NUMBERS [SEED]]]\n");
        return EXIT_FAILURE;
    }
    const auto argument = [&](int i, int otherwise) {
        return argc > i ? std::atoi(argv[i]) : otherwise;
    };
    const std::unique_ptr<Engine> engine(digitpad_create_engine());
    const auto model = engine->load(bytesOf(argv[1]), "cpu");
    if (!model) {
        std::fprintf(stderr, "%s: %s\n", argv[1], model.error().detail.c_str());
        return EXIT_FAILURE;
    }

    Count singles;
    Count whole;
    Count sameGlyph;
    Count numbers;
    Count lengths;
    std::map<std::size_t, Count> byLength;
    std::chrono::nanoseconds spent{};
    std::mt19937_64 random(static_cast<std::uint64_t>(argument(5, 1)));
    const bool isVerbose = std::getenv("VERBOSE") != nullptr;
    for (const auto& [writer, samples] : samplesByWriter(argument(2, 1), argument(3, 22))) {
        for (const InkSample& sample : samples) {
            const Number number = readNumber(**model, sample.ink).value();
            whole.add(number.digitCount() == 1);
            if (number.digitCount() == 1) {
                sameGlyph.add(number.lines[0][0].glyph == renderInk(sample.ink));
                singles.add(number.lines[0][0].prediction.digit() == sample.label);
            } else if (isVerbose) {
                std::printf(
                    "%s:%zu %d: %s\n", writer.c_str(), sample.line, *sample.label,
                    number.text().c_str());
            }
        }
        for (int i = 0; i < argument(4, 50); ++i) {
            const NumberInk composed = composeNumber(samples, random);
            const auto start = std::chrono::steady_clock::now();
            const Number number = readNumber(**model, composed.ink).value();
            spent += std::chrono::steady_clock::now() - start;
            std::string digits;
            for (const auto& line : number.lines) {
                for (const NumberDigit& digit : line) {
                    digits += static_cast<char>('0' + digit.prediction.digit());
                }
                digits += &line == &number.lines.back() ? "" : "/";
            }
            const bool isRight = digits == composed.text;
            numbers.add(isRight);
            byLength[composed.text.size()].add(isRight);
            lengths.add(digits.size() == composed.text.size());
            if (isVerbose && !isRight) {
                std::printf("%s %s: %s\n", writer.c_str(), composed.text.c_str(), digits.c_str());
            }
        }
    }
    whole.print("one digit is one");
    sameGlyph.print("and its glyph that of all");
    singles.print("and it is read right");
    lengths.print("numbers of the right length");
    numbers.print("numbers read right");
    for (const auto& [length, count] : byLength) {
        count.print(("  of " + std::to_string(length) + " digits").c_str());
    }
    std::printf(
        "%.2f ms a number\n",
        std::chrono::duration<double, std::milli>(spent).count() / numbers.all);
    return EXIT_SUCCESS;
}
