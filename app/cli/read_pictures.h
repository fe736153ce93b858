// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/chosen_model.h"
#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/number/number.h"
#include "core/picture/prepare.h"

#include <QCoreApplication>
#include <QImage>

#include <span>
#include <string>
#include <vector>

namespace digitpad {

inline constexpr Option kPrepareOption = {
    "--prepare", "auto|reference",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "How a picture becomes the 28x28 pixels that the network reads. auto finds the ink,\n"
        "crops, scales and centres it; reference only turns it grey and scales it.\n"
        "Default: auto")};

/// What --prepare names; throws UsageError for anything else.
[[nodiscard]] Preparation chosenPreparation(const Arguments& arguments);

/// Loads Qt's decoders; to be called before loadChosenModel. Libraries are loaded one after the
/// other: asked for while the engine is being loaded, they would make the first picture wait for
/// all of it.
void loadPictureFormats();

/// Decodes the files on all cores: a glyph or an error for each, in their order. It is the glyph
/// that the model reads where it finds one digit. Errors: those of glyphFromFile; `file` is the
/// name as it was given.
[[nodiscard]] std::vector<Result<Glyph>>
readPictures(const LoadingModel& model, std::span<const std::string> files, Preparation how);

/// The first of the files, decoded while the model is being loaded: as many as there are time and
/// memory for. Errors: those of readPictureFile; `file` is the name as it was given.
[[nodiscard]] std::vector<Result<QImage>>
decodeWhileLoading(const LoadingModel& model, std::span<const std::string> files, Preparation how);

/// Decodes the files, but for the first that are decoded already, and reads them once the model is
/// loaded, on all cores: a number or an error for each, in their order. Errors: those of
/// readPictureFile and numberIn, with `file` the name as it was given; the model's where it cannot
/// be loaded.
[[nodiscard]] std::vector<Result<Number>> readNumbers(
    const LoadingModel& model, std::span<const std::string> files, Preparation how,
    std::span<const Result<QImage>> decoded);

} // namespace digitpad
