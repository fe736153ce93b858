// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pictures.h"

#include "app/cli/messages.h"
#include "app/native_path.h"
#include "app/pictures/picture_file.h"
#include "core/base/on_all_cores.h"

#include <QImageReader>

namespace digitpad {

namespace {

/// The number in a picture file, its boxes in the file's pixels.
Result<Number> numberFromFile(const LoadingModel& loading, const QString& path, Preparation how)
{
    const auto picture = readPictureFile(path, how);
    if (!picture) {
        return std::unexpected(picture.error());
    }
    const auto& model = loading.get(); // a large picture takes as long to decode as this to load
    if (!model) {
        return std::unexpected(model.error());
    }
    auto number = numberIn(**model, *picture, how);
    if (number) {
        number->placeBoxes(reductionOf(path, *picture), 0, 0);
    }
    return number;
}

/// What the network sees of a picture that shows one digit.
Result<Glyph> digitFromFile(const LoadingModel& model, const QString& path, Preparation how)
{
    const auto number = numberFromFile(model, path, how);
    if (number && number->digitCount() == 1) {
        return number->lines.front().front().glyph;
    }
    return glyphFromFile(path, how); // whatever it shows is one digit
}

} // namespace

Preparation chosenPreparation(const Arguments& arguments)
{
    const std::string how = arguments.value("--prepare", "auto");
    if (how != "auto" && how != "reference") {
        throw UsageError{
            CommandLine::tr("--prepare needs auto or reference, not “%1”.").arg(shown(how))};
    }
    return how == "auto" ? Preparation::Auto : Preparation::Reference;
}

void loadPictureFormats()
{
    QImageReader::supportedImageFormats();
}

std::vector<Result<Glyph>>
readPictures(const LoadingModel& model, std::span<const std::string> files, Preparation how)
{
    std::vector<Result<Glyph>> glyphs(files.size());
    onAllCores(files.size(), [&](std::size_t i) {
        glyphs[i] = readNamed<Glyph>(
            files[i], [&](const QString& path) { return digitFromFile(model, path, how); });
    });
    return glyphs;
}

std::vector<Result<Number>>
readNumbers(const LoadingModel& model, std::span<const std::string> files, Preparation how)
{
    std::vector<Result<Number>> numbers(files.size());
    onAllCores(files.size(), [&](std::size_t i) {
        numbers[i] = readNamed<Number>(
            files[i], [&](const QString& path) { return numberFromFile(model, path, how); });
    });
    return numbers;
}

} // namespace digitpad
