// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training_data.h"
#include "core/engine/model.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace digitpad {

/// How a model does, each 0 to 1: on the test data, and on own samples; where there are any.
struct Figures {
    std::optional<double> test;
    std::optional<double> own;

    friend bool operator==(const Figures&, const Figures&) = default;
};

/// Errors: those of evaluate.
[[nodiscard]] Result<Figures> figuresOf(
    const Model& model, const Dataset& test, const Dataset& own, const std::stop_token& stop = {});

/// How a model is trained on: few epochs, from a smaller learning rate down to nothing. What the
/// network carries in its last layer (the temperature, what counts as a digit) is learnt on with
/// all else instead of set anew from a few digits, so there is no label smoothing to undo.
[[nodiscard]] TrainingOptions fineTuningOptions(const std::string& network);

/// What a model goes over again while it learns a hand, so that it does not forget.
enum class Rehearsal : std::uint8_t {
    Mnist,     ///< some of the digits that it was trained on
    Synthetic, ///< it was trained on synthetic digits
    StandIn,   ///< synthetic digits, since what it was trained on is not here
};

struct FineTuningMix {
    DataSources sources;
    Rehearsal rehearsal = Rehearsal::Mnist;
};

/// What to mix to teach a model a hand: `samples`, whose `glyphs` are chosen here, and of what its
/// recipe says that it was trained on as much as keeps that. `mnist`: folders with MNIST's files,
/// which are there; of these the first is taken that has the name that the recipe names, or, where
/// there is no recipe, the first.
[[nodiscard]] FineTuningMix fineTuningMix(
    const ModelInfo& model, const OwnSamples& samples, std::span<const std::string> mnist);

/// The same where the user has said what else to learn from: of MNIST only some.
void limitForFineTuning(DataSources& sources, const std::string& network);

} // namespace digitpad
