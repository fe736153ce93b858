// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/ink_mime.h"
#include "app/save_file.h"
#include "app/store/sample_files.h"
#include "app/store/samples.h"
#include "core/data/write_idx.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QJsonDocument>
#include <QJsonObject>

namespace digitpad {

namespace {

using namespace Qt::StringLiterals;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Error cannotWrite(const QString& path, const QString& detail)
{
    return {
        .code = ErrorCode::CannotWrite,
        .detail = detail.toStdString(),
        .file = QFile::encodeName(path).toStdString()};
}

Result<void> makeEmptyFolder(const QString& path)
{
    if (!QDir().mkpath(path)) {
        return std::unexpected(cannotWrite(path, Words::tr("the folder cannot be made")));
    }
    if (!QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        return std::unexpected(cannotWrite(path, Words::tr("the folder is not empty")));
    }
    return {};
}

Result<void> save(const QString& path, const std::string& bytes)
{
    return saveFile(
        path, QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

Result<SamplesExported>
exportIdx(Samples& samples, const QString& folder, const SampleFilter& filter)
{
    const Result<Dataset> data = samples.dataset(filter);
    if (!data) {
        return std::unexpected(data.error());
    }
    auto saved = makeEmptyFolder(folder);
    if (saved) {
        saved = save(folder + u"/train-images-idx3-ubyte"_s, idxImages(data->glyphs));
    }
    if (saved) {
        saved = save(folder + u"/train-labels-idx1-ubyte"_s, idxLabels(data->labels));
    }
    if (!saved) {
        return std::unexpected(saved.error());
    }
    return SamplesExported{
        .count = static_cast<qsizetype>(data->size()), .leftOut = 0, .skipped = {}};
}

/// Saves FOLDER/LABEL/ID.png; the picture says of itself that it is a glyph and needs no looking
/// for the digit in it.
Result<void> savePicture(const QString& folder, const SampleTile& tile)
{
    const QString place = folder + u"/%1"_s.arg(tile.label);
    QImage picture(
        tile.glyph.pixels.data(), Glyph::kSide, Glyph::kSide, Glyph::kSide,
        QImage::Format_Grayscale8);
    picture.setText(kGlyphKey, kGlyphText);
    // A plain writer: saveFile() waits for the disk after every one of thousands.
    QImageWriter writer(place + u"/%1.png"_s.arg(tile.id, 6, 10, QLatin1Char('0')), "png");
    if (!QDir().mkpath(place) || !writer.write(picture)) {
        return std::unexpected(cannotWrite(writer.fileName(), writer.errorString()));
    }
    return {};
}

Result<SamplesExported>
exportPictures(Samples& samples, const QString& folder, const SampleFilter& filter)
{
    Result<void> saved = makeEmptyFolder(folder);
    SamplesExported exported;
    const auto skipped = samples.each(filter, [&](const Sample& sample) {
        saved = saved ? savePicture(folder, sample.tile) : saved;
        exported.count += saved ? 1 : 0;
        return saved.has_value();
    });
    if (!saved || !skipped) {
        return std::unexpected(saved ? skipped.error() : saved.error());
    }
    exported.skipped = *skipped;
    return exported;
}

QByteArray inkLine(const Sample& sample)
{
    QJsonObject line = QJsonDocument::fromJson(inkToJson(sample.drawing)).object();
    line.insert(u"label"_s, sample.tile.label);
    if (!sample.tile.writer.isEmpty()) {
        line.insert(u"writer"_s, sample.tile.writer);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Result<SamplesExported> exportInk(Samples& samples, const QString& file, const SampleFilter& filter)
{
    SamplesExported exported;
    QByteArray lines;
    const auto skipped = samples.each(filter, [&](const Sample& sample) {
        if (sample.drawing.isEmpty()) {
            ++exported.leftOut;
        } else {
            lines += inkLine(sample);
            ++exported.count;
        }
        return true;
    });
    if (!skipped) {
        return std::unexpected(skipped.error());
    }
    exported.skipped = *skipped;
    if (const auto saved = saveFile(file, lines); !saved) {
        return std::unexpected(saved.error());
    }
    return exported;
}

} // namespace

Result<SamplesExported> exportSamples(
    Samples& samples, SampleFormat format, const QString& target, const SampleFilter& filter)
{
    switch (format) {
    case SampleFormat::Idx:
        return exportIdx(samples, target, filter);
    case SampleFormat::Pictures:
        return exportPictures(samples, target, filter);
    case SampleFormat::Drawings:
        break;
    }
    return exportInk(samples, target, filter);
}

} // namespace digitpad
