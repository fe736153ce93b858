// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/engine/training.h"

#include <QCoreApplication>

namespace digitpad {

inline constexpr Option kAugmentationOption = {
    "--augmentation", "HOW",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "How glyphs are varied, anew each time they are used: on, off, or some ways alone,\n"
        "each with its strength, 0 to 2, where it is given: rotation,shift=0.5,noise.\n"
        "All are: rotation, shear, scale, shift, elastic, pen-width, gaps, blobs, lines,\n"
        "noise, specks, blur, ground, fog, outline, stripe. Default: off, convnet on")};
inline constexpr Option kScheduleOption = {
    "--schedule", "on|off",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Whether the learning rate rises at first and then falls to nothing along a cosine.\n"
        "Default: off, convnet on")};
inline constexpr Option kWeightDecayOption = {
    "--weight-decay", "X",
    QT_TRANSLATE_NOOP(
        "CommandLine", "AdamW's decoupled weight decay, 0 to 10. Default: 0, convnet 0.02")};
inline constexpr Option kLabelSmoothingOption = {
    "--label-smoothing", "X",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Part of the target that is spread over all digits, 0 to 0.9.\nDefault: 0, convnet 0.03")};
inline constexpr Option kAveragingOption = {
    "--averaging", "X",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Decay of the running mean of the weights, which is what is saved, 0 to 0.999999;\n"
        "0 saves those of the last step. Default: 0, convnet 0.999")};

/// Changes a network's options to what the command line asks for. Throws UsageError.
void changeRecipe(TrainingOptions& options, const Arguments& arguments);

} // namespace digitpad
