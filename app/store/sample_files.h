// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"
#include "core/base/error.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace digitpad {

class Samples;

enum class SampleFormat : std::uint8_t {
    Idx,      ///< a folder with the training half of MNIST's files; read with the test half
    Pictures, ///< a folder with a subfolder of 28×28 PNGs for each digit, as torchvision's
              ///< ImageFolder reads it; any pictures are read
    Drawings, ///< a file of labelled ink, with the pressure after x and y
};

// What an exported picture says of itself: it is a glyph, and is read as it is.
inline const QString kGlyphKey = QStringLiteral("Digitpad");
inline const QString kGlyphText = QStringLiteral("glyph");

struct SamplesExported {
    qsizetype count = 0;
    qsizetype leftOut = 0; ///< have no strokes, and drawings are asked for
    QStringList skipped;   ///< as Samples::each gives it
};

/// Saves the samples that the filter lets through. A folder is made; one that is there must be
/// empty, so that nobody's pictures or MNIST are written over. A file is replaced.
/// Errors: those of Samples and of saveFile.
[[nodiscard]] Result<SamplesExported> exportSamples(
    Samples& samples, SampleFormat format, const QString& target, const SampleFilter& filter = {});

struct SamplesImported {
    SamplesAdded added;
    std::vector<Error> unread;        ///< one for each line or picture that is left out
    std::vector<std::string> ignored; ///< what else lies in the folder of pictures
};

/// Adds what is there, each sample once: see Samples::add. `writer` is who wrote those that name
/// nobody. Blank pictures are left out. Takes seconds for ten thousand, for pictures minutes; asked
/// to stop, it adds nothing.
/// Errors: those of readMnistTraining, listPictureFolder and readInkFile, and those of Samples.
[[nodiscard]] Result<SamplesImported> importSamples(
    Samples& samples, SampleFormat format, const QString& source, const QString& writer,
    const std::stop_token& stop = {});

} // namespace digitpad
