// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pictures.h"

#include "app/cli/messages.h"
#include "app/native_path.h"
#include "app/pictures/picture_file.h"
#include "core/base/on_all_cores.h"

#include <QImageReader>

#include <chrono>

namespace digitpad {

namespace {

/// What is decoded before there is a model to read it, in bytes.
constexpr qsizetype kMostDecoded = qsizetype{64} << 20;

/// The number in a picture file, its boxes in the file's pixels.
Result<Number> numberFromFile(
    const LoadingModel& loading, const QString& path, const Result<QImage>& picture,
    Preparation how)
{
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
    const auto number = numberFromFile(model, path, readPictureFile(path, how), how);
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

std::vector<Result<QImage>>
decodeWhileLoading(const LoadingModel& model, std::span<const std::string> files, Preparation how)
{
    constexpr std::chrono::seconds kNoTime{0};
    std::vector<Result<QImage>> pictures;
    qsizetype bytes = 0;
    while (pictures.size() < files.size() && bytes < kMostDecoded &&
           model.wait_for(kNoTime) != std::future_status::ready) {
        pictures.push_back(readNamed<QImage>(files[pictures.size()], [how](const QString& path) {
            return readPictureFile(path, how);
        }));
        bytes += pictures.back() ? pictures.back()->sizeInBytes() : 0;
    }
    return pictures;
}

std::vector<Result<Number>> readNumbers(
    const LoadingModel& model, std::span<const std::string> files, Preparation how,
    std::span<const Result<QImage>> decoded)
{
    std::vector<Result<Number>> numbers(files.size());
    onAllCores(files.size(), [&](std::size_t i) {
        numbers[i] = readNamed<Number>(files[i], [&](const QString& path) {
            return i < decoded.size()
                       ? numberFromFile(model, path, decoded[i], how)
                       : numberFromFile(model, path, readPictureFile(path, how), how);
        });
    });
    return numbers;
}

} // namespace digitpad
