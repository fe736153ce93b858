// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training_presets.h"

namespace digitpad {

std::vector<TrainingPreset> trainingPresets()
{
    // The reference network that the program carries was trained by the article's recipe.
    return {
        {.name = "article", .options = defaultOptions("simple-nn"), .synthetic = 0, .noDigits = {}},
        {.name = "simple-nn",
         .options = defaultOptions("simple-nn"),
         .synthetic = 0,
         .noDigits = {}},
        {.name = "convnet",
         .options = defaultOptions("convnet"),
         .synthetic = 12'000,
         .noDigits = 24'000}};
}

} // namespace digitpad
