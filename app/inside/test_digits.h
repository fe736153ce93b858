// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"
#include "core/base/error.h"
#include "core/data/dataset.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace digitpad {

/// Where labelled digits to look at come from.
enum class DigitSource { MnistTest, MnistTraining, OwnSamples, Synthetic };

/// Labelled digits, none without.
struct TestDigits {
    DigitSource source = DigitSource::Synthetic;
    Dataset data;
    std::vector<Drawing> drawings; ///< of own samples: their strokes; else empty
};

/// Where they lie.
struct DigitPlaces {
    QString mnist;    ///< a folder
    QString database; ///< of own samples; empty while it is not open
};

/// The folder that the Training page uses, too.
[[nodiscard]] QString chosenMnistFolder();

/// What it is called, for people: "MNIST, test digits".
[[nodiscard]] QString digitSourceTitle(DigitSource source);
/// In files: "mnist-test".
[[nodiscard]] QString digitSourceId(DigitSource source);

/// Reads or draws them; a second at most. The synthetic ones are always the same.
/// Errors: those of readMnistTest, readMnistTraining and readSamples; NoSamples.
[[nodiscard]] Result<TestDigits>
readTestDigits(DigitSource source, const DigitPlaces& places, const std::stop_token& stop = {});

} // namespace digitpad
