// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_file.h"

#include "app/pictures/large_png.h"
#include "app/pictures/picture_damage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>

#include <algorithm>
#include <string>
#include <utility>

namespace digitpad {

namespace {

// Auto works on a thousand pixels or so. A JPEG decoder can leave out the rest for free, a PNG
// decoder can drop every row as soon as it has been added up.
constexpr int kEnoughForAuto = 1600;

class Words {
    Q_DECLARE_TR_FUNCTIONS(PictureFile)

public:
    static QString bytes(qint64 found)
    {
        const QLocale locale;
        return tr("%1 bytes, at most %2 are read")
            .arg(locale.toString(found), locale.toString(kLargestPictureFile));
    }
};

std::unexpected<Error> failure(ErrorCode code, const QString& detail, const QString& path)
{
    return std::unexpected(Error{
        .code = code,
        .detail = detail.toStdString(),
        .file = QFile::encodeName(path).toStdString()});
}

// Qt's own guard is for one picture and the whole process. Ours, on pixels, comes before it; this
// leaves room for the largest of them with 16 bits a channel.
void raiseAllocationLimit()
{
    static const bool kRaised = [] {
        QImageReader::setAllocationLimit(static_cast<int>(kMostPicturePixels * 8 / 1'000'000));
        return true;
    }();
    static_cast<void>(kRaised);
}

Result<void> checkFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return failure(ErrorCode::NotFound, QStringLiteral("no such file"), path);
    }
    if (!info.isFile()) { // a folder, or a pipe that would never end
        return failure(ErrorCode::NotAFile, QStringLiteral("not a regular file"), path);
    }
    if (info.size() == 0) {
        return failure(ErrorCode::Empty, QStringLiteral("0 bytes"), path);
    }
    if (info.size() > kLargestPictureFile) {
        return failure(ErrorCode::TooLarge, Words::bytes(info.size()), path);
    }
    return {};
}

Error readerError(const QImageReader& reader, const QString& path)
{
    const bool unknown = reader.error() == QImageReader::UnsupportedFormatError;
    return {
        .code = unknown ? ErrorCode::NotAPicture : ErrorCode::Damaged,
        .detail = reader.errorString().toStdString(),
        .file = QFile::encodeName(path).toStdString()};
}

/// The picture with its pixels as core takes them.
Result<QImage> pixelsOf(const QImage& picture)
{
    QImage pixels = picture.convertToFormat(QImage::Format_RGBA8888);
    if (pixels.isNull() && !picture.isNull()) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "converting a picture", .file = {}});
    }
    return pixels;
}

PictureView viewOf(const QImage& pixels)
{
    return {
        .rgba = pixels.constBits(),
        .width = pixels.width(),
        .height = pixels.height(),
        .bytesPerRow = pixels.bytesPerLine()};
}

/// Shrinks a picture of few bytes a pixel strip by strip: as a whole it would take four a pixel
/// first.
QImage shrunk(const QImage& picture, int reduction)
{
    constexpr int kRows = 64; // of the result
    const QSize size = (picture.size() / reduction).expandedTo({1, 1});
    QImage result(size, QImage::Format_RGBA8888);
    for (int top = 0; top < size.height(); top += kRows) {
        const int rows = std::min(kRows, size.height() - top);
        const QImage strip =
            picture.copy(0, top * reduction, size.width() * reduction, rows * reduction)
                .scaled(size.width(), rows, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_RGBA8888);
        for (int y = 0; y < rows; ++y) {
            std::copy_n(strip.constScanLine(y), strip.bytesPerLine(), result.scanLine(top + y));
        }
    }
    return result;
}

} // namespace

QString tooManyPixels(const QSize& size)
{
    const QLocale locale;
    return Words::tr("%1 × %2 pixels, at most %3 are read")
        .arg(
            locale.toString(size.width()), locale.toString(size.height()),
            locale.toString(kMostPicturePixels));
}

Result<QImage> readPictureFile(const QString& path, Preparation how)
{
    if (const auto checked = checkFile(path); !checked) {
        return std::unexpected(checked.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::CannotRead, file.errorString(), path);
    }

    if (const QString damage = pictureDamage(file); !damage.isEmpty()) {
        return failure(ErrorCode::Damaged, damage, path);
    }
    raiseAllocationLimit();
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(how == Preparation::Auto);
    if (!reader.canRead()) {
        return std::unexpected(readerError(reader, path));
    }
    if (reader.format().startsWith("svg")) {
        // A drawing program rather than pixels: it may draw without end, and its text needs fonts,
        // which abort a process that has no window.
        return failure(ErrorCode::NotAPicture, QStringLiteral("SVG"), path);
    }
    const QSize size = reader.size(); // invalid where the format cannot tell before decoding
    if (qint64{size.width()} * size.height() > kMostPicturePixels) {
        return failure(ErrorCode::TooLarge, tooManyPixels(size), path);
    }
    const int reduction = std::max(size.width(), size.height()) / kEnoughForAuto;
    const bool isTooFine = how == Preparation::Auto && reduction > 1;
    if (isTooFine && reader.format() == "png") {
        auto picture = readLargePng(path, reduction);
        if (!picture) {
            picture.error().file = QFile::encodeName(path).toStdString();
        }
        if (!picture || !picture->isNull()) {
            return picture;
        }
    }
    if (isTooFine && reader.format() == "jpeg") { // its decoder leaves out what is not needed
        reader.setScaledSize((size / reduction).expandedTo({1, 1}));
    }

    QImage picture = reader.read();
    if (picture.isNull()) {
        return std::unexpected(readerError(reader, path));
    }
    if (isTooFine && picture.depth() < 32) {
        return shrunk(picture, reduction);
    }
    return std::move(picture).convertToFormat(QImage::Format_RGBA8888); // in place where it can be
}

double reductionOf(const QString& path, const QImage& picture)
{
    if (std::max(picture.width(), picture.height()) < kEnoughForAuto) {
        return 1; // nothing is made smaller than that
    }
    QFile file(path); // by its content, as readPictureFile has it
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    const QSize size = file.open(QIODevice::ReadOnly) ? reader.size() : QSize();
    // The long sides: a picture may have been turned.
    const double side = std::max(size.width(), size.height());
    return size.isEmpty() ? 1 : side / std::max(picture.width(), picture.height());
}

Result<Glyph> glyphOf(const QImage& picture, Preparation how)
{
    const auto pixels = pixelsOf(picture);
    return pixels ? prepare(viewOf(*pixels), how) : std::unexpected(pixels.error());
}

Result<InkMap> inkIn(const QImage& picture, int rank)
{
    if (picture.isNull()) {
        return std::unexpected(Error{
            .code = ErrorCode::Unsupported, .detail = "a picture without pixels", .file = {}});
    }
    const auto pixels = pixelsOf(picture);
    return pixels ? Result<InkMap>(inkOf(viewOf(*pixels), rank)) : std::unexpected(pixels.error());
}

Result<Number> numberIn(const Model& model, const QImage& picture, Preparation how)
{
    const auto pixels = pixelsOf(picture);
    return pixels ? readNumber(model, viewOf(*pixels), how) : std::unexpected(pixels.error());
}

Result<Glyph> glyphFromFile(const QString& path, Preparation how)
{
    const Result<QImage> picture = readPictureFile(path, how);
    if (!picture) {
        return std::unexpected(picture.error());
    }
    Result<Glyph> glyph = glyphOf(*picture, how);
    if (!glyph) {
        glyph.error().file = QFile::encodeName(path).toStdString();
    }
    return glyph;
}

} // namespace digitpad
