// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/native_path.h"
#include "app/pictures/picture_file.h"
#include "app/pictures/picture_folder.h"
#include "app/store/sample_files.h"
#include "app/store/samples.h"
#include "core/base/on_all_cores.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"
#include "core/ink/render.h"

#include <QFile>
#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace digitpad {

namespace {

/// What was read, before it is added.
struct Found {
    std::vector<NewSample> samples;
    SamplesImported rest; ///< what is not among them
};

NewSample sampleOf(const Glyph& glyph, int label, const QString& writer)
{
    return {
        .label = label,
        .writer = writer,
        .glyph = glyph,
        .drawing = {},
        .picture = {},
        .reading = {}};
}

// ---- IDX ----------------------------------------------------------------------------------------

void add(Found& found, const Dataset& data, const QString& writer)
{
    found.samples.reserve(found.samples.size() + data.size());
    for (std::size_t i = 0; i < data.size(); ++i) {
        found.samples.push_back(sampleOf(data.glyphs[i], data.labels[i], writer));
    }
}

Result<Found> findIdx(const std::string& folder, const QString& writer, const std::stop_token& stop)
{
    Found found;
    const auto training = readMnistTraining(folder, stop);
    if (!training) {
        return std::unexpected(training.error());
    }
    add(found, *training, writer);
    if (hasMnistTest(folder)) {
        const auto test = readMnistTest(folder, stop);
        if (!test) {
            return std::unexpected(test.error());
        }
        add(found, *test, writer);
    }
    return found;
}

// ---- pictures -----------------------------------------------------------------------------------

/// A glyph that was exported: its pixels as they are.
std::optional<Glyph> exportedGlyph(const QImage& picture)
{
    if (picture.size() != QSize(Glyph::kSide, Glyph::kSide) ||
        picture.text(kGlyphKey) != kGlyphText) {
        return std::nullopt;
    }
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    Glyph glyph;
    for (int y = 0; y < Glyph::kSide; ++y) {
        std::memcpy(
            glyph.pixels.data() + static_cast<std::size_t>(y) * Glyph::kSide, grey.constScanLine(y),
            Glyph::kSide);
    }
    return glyph;
}

Result<Glyph> glyphIn(const std::string& file)
{
    return readNamed<Glyph>(file, [](const QString& path) -> Result<Glyph> {
        const Result<QImage> picture = readPictureFile(path, Preparation::Auto);
        if (!picture) {
            return std::unexpected(picture.error());
        }
        if (const auto glyph = exportedGlyph(*picture)) {
            return *glyph;
        }
        return glyphOf(*picture, Preparation::Auto);
    });
}

Result<Found>
findPictures(const std::string& folder, const QString& writer, const std::stop_token& stop)
{
    const auto pictures = listPictureFolder(folder);
    if (!pictures) {
        return std::unexpected(pictures.error());
    }
    std::vector<Result<Glyph>> glyphs(pictures->files.size());
    onAllCores(glyphs.size(), [&](std::size_t i) {
        if (!stop.stop_requested()) {
            glyphs[i] = glyphIn(pictures->files[i]);
        }
    });
    Found found;
    found.rest.ignored = pictures->ignored;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i]) {
            found.samples.push_back(sampleOf(*glyphs[i], pictures->labels[i], writer));
        } else {
            found.rest.unread.push_back(glyphs[i].error());
        }
    }
    return found;
}

// ---- ink ----------------------------------------------------------------------------------------

/// The ink on the paper: as it is where it lies there, else scaled into its middle with its shape
/// kept. Nothing for ink that spans more than numbers do.
std::optional<Drawing> drawingOf(const Ink& ink)
{
    Point least{.x = HUGE_VAL, .y = HUGE_VAL};
    Point most{.x = -HUGE_VAL, .y = -HUGE_VAL};
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            least = {.x = std::min(least.x, point.x), .y = std::min(least.y, point.y)};
            most = {.x = std::max(most.x, point.x), .y = std::max(most.y, point.y)};
        }
    }
    const double side = std::max(most.x - least.x, most.y - least.y);
    if (!std::isfinite(side)) {
        return std::nullopt; // no point at all is among these
    }
    const bool isOnPaper = least.x >= 0 && least.y >= 0 && most.x <= 1 && most.y <= 1;
    constexpr double kPart = 0.8; // of the paper
    const double scale = side > 0 ? kPart / side : 0;
    const auto place = [&](const Point& point) {
        return isOnPaper ? QPointF(point.x, point.y)
                         : QPointF(
                               0.5 + (point.x - (least.x / 2 + most.x / 2)) * scale,
                               0.5 + (point.y - (least.y / 2 + most.y / 2)) * scale);
    };
    Drawing drawing;
    for (const Stroke& stroke : ink) {
        PenStroke pen;
        for (const Point& point : stroke) {
            pen.append({.position = place(point)});
        }
        if (!pen.isEmpty()) {
            drawing.append(pen);
        }
    }
    return drawing;
}

Result<Found> findInk(const std::string& file, const QString& writer)
{
    auto read = readInkFile(file);
    if (!read) {
        return std::unexpected(read.error());
    }
    Found found;
    found.rest.unread = std::move(read->damagedLines);
    for (const InkSample& ink : read->samples) {
        const std::optional<Drawing> drawing = drawingOf(ink.ink);
        if (!ink.label || !drawing) {
            found.rest.unread.push_back(
                {.code = ErrorCode::BadLine,
                 .detail =
                     ink.label ? "expected strokes on a paper" : "expected a label, found none",
                 .file = file + ":" + std::to_string(ink.line)});
            continue;
        }
        NewSample sample = sampleOf(
            renderInk(toInk(*drawing)), *ink.label,
            ink.writer.empty() ? writer : QString::fromStdString(ink.writer));
        sample.drawing = *drawing;
        found.samples.push_back(std::move(sample));
    }
    return found;
}

Result<Found> find(
    SampleFormat format, const std::string& source, const QString& writer,
    const std::stop_token& stop)
{
    switch (format) {
    case SampleFormat::Idx:
        return findIdx(source, writer, stop);
    case SampleFormat::Pictures:
        return findPictures(source, writer, stop);
    case SampleFormat::Drawings:
        break;
    }
    return findInk(source, writer);
}

} // namespace

Result<SamplesImported> importSamples(
    Samples& samples, SampleFormat format, const QString& source, const QString& writer,
    const std::stop_token& stop)
{
    auto found = find(format, QFile::encodeName(source).toStdString(), writer, stop);
    if (!found) {
        return std::unexpected(found.error());
    }
    if (stop.stop_requested()) {
        return SamplesImported{};
    }
    const auto added = samples.add(found->samples);
    if (!added) {
        return std::unexpected(added.error());
    }
    found->rest.added = *added;
    return std::move(found->rest);
}

} // namespace digitpad
