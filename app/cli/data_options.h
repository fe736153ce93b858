// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/training_data.h"

#include <QCoreApplication>

namespace digitpad {

inline constexpr Option kDataOption = {
    "--data", "DIR",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "A folder with MNIST's IDX files, plain or gzipped; or others in that format.\n"
        "Its test files are what the network is tested on. Sources can be mixed.")};
inline constexpr Option kInkOption = {
    "--ink", "FILE.jsonl",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Labelled drawings, one a line: {\"label\": 7, \"strokes\": [[[x, y], ...], ...]}")};
inline constexpr Option kPhotographedOption = {
    "--photographed", "N",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "This many pictures besides of the drawings in --ink, as a phone or a scanner would\n"
        "take them, made from the seed and read as pictures are; 1 to 1000000. Ten thousand\n"
        "take about an hour.")};
inline constexpr Option kPicturesOption = {
    "--pictures", "DIR",
    QT_TRANSLATE_NOOP(
        "CommandLine", "A folder with a subfolder of pictures for each digit, named 0 to 9.")};
inline constexpr Option kSyntheticOption = {
    "--synthetic", "N",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "This many drawn digits, made from the seed; 1 to 1000000. Without --data the test\n"
        "set is 2000 more, made from the next seed.")};
inline constexpr Option kSamplesOption = {
    "--samples", nullptr,
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "The samples of own handwriting that Digitpad keeps. Where there are 25 or more,\n"
        "about every fifth is kept aside, never learnt from, and tested by itself.")};
inline constexpr Option kWriterOption = {
    "--writer", "NAME", QT_TRANSLATE_NOOP("CommandLine", "Of the samples only this writer's.")};
inline constexpr Option kNoDigitsOption = {
    "--no-digits", "N",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "This many drawn letters, scribbles and smudges for convnet to learn what is no\n"
        "digit, made from the seed; 1 to 1000000. Default: a quarter as many as digits")};

/// What the options name for `network` to learn from. Throws UsageError.
[[nodiscard]] DataSources chosenDataSources(const Arguments& arguments, const std::string& network);

} // namespace digitpad
