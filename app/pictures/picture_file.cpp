// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_file.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QtEndian>

#include <algorithm>
#include <string>
#include <utility>

namespace digitpad {

namespace {

// Auto works on a thousand pixels or so; a JPEG decoder can leave out the rest for free.
constexpr int kEnoughForAuto = 1600;

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
        return failure(ErrorCode::CannotRead, QStringLiteral("no such file"), path);
    }
    if (!info.isFile()) { // a folder, or a pipe that would never end
        return failure(ErrorCode::CannotRead, QStringLiteral("not a file"), path);
    }
    if (info.size() > kLargestPictureFile) {
        const QString detail = QStringLiteral("%1 bytes, at most %2 are read");
        return failure(ErrorCode::TooLarge, detail.arg(info.size()).arg(kLargestPictureFile), path);
    }
    return {};
}

/// Whether a file is a JPEG whose end marker is missing (ITU-T T.81, annex B). Qt's decoder makes
/// grey of the rest and says nothing. Leaves the file at its beginning.
bool isCutJpeg(QFile& file)
{
    const auto marker = [](char code) { return QByteArray("\xFF").append(code); };
    const QByteArray end = marker('\xD9');
    const QByteArray startOfScan = marker('\xDA');
    bool isCut = file.read(2) == marker('\xD8');
    QByteArray head = isCut ? file.read(4) : QByteArray();
    while (head.size() == 4 && !head.startsWith(startOfScan)) { // a thumbnail's end is in a segment
        file.skip(qFromBigEndian<quint16>(head.constData() + 2) - 2);
        head = file.read(4);
    }
    QByteArray last; // a marker may lie across two pieces
    while (isCut && !file.atEnd()) {
        const QByteArray piece = last + file.read(1 << 20);
        isCut = !piece.contains(end);
        last = piece.right(1);
    }
    file.seek(0);
    return isCut;
}

Error readerError(const QImageReader& reader, const QString& path)
{
    const bool unknown = reader.error() == QImageReader::UnsupportedFormatError;
    return {
        .code = unknown ? ErrorCode::Unsupported : ErrorCode::Damaged,
        .detail = reader.errorString().toStdString(),
        .file = QFile::encodeName(path).toStdString()};
}

} // namespace

Result<QImage> readPictureFile(const QString& path, Preparation how)
{
    if (const auto checked = checkFile(path); !checked) {
        return std::unexpected(checked.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::CannotRead, file.errorString(), path);
    }

    if (isCutJpeg(file)) {
        return failure(ErrorCode::Damaged, QStringLiteral("its end is missing"), path);
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
        return failure(
            ErrorCode::Unsupported, QStringLiteral("SVG is not a picture of pixels"), path);
    }
    const QSize size = reader.size(); // invalid where the format cannot tell before decoding
    if (qint64{size.width()} * size.height() > kMostPicturePixels) {
        const QString detail = QStringLiteral("%1 x %2 pixels, at most %3 are read");
        return failure(
            ErrorCode::TooLarge,
            detail.arg(size.width()).arg(size.height()).arg(kMostPicturePixels), path);
    }
    const int reduction = std::max(size.width(), size.height()) / kEnoughForAuto;
    if (how == Preparation::Auto && reduction > 1 && reader.format() == "jpeg") {
        reader.setScaledSize((size / reduction).expandedTo({1, 1}));
    }

    QImage picture = reader.read();
    if (picture.isNull()) {
        return std::unexpected(readerError(reader, path));
    }
    return std::move(picture).convertToFormat(QImage::Format_RGBA8888); // in place where it can be
}

Result<Glyph> glyphOf(const QImage& picture, Preparation how)
{
    const QImage pixels = picture.convertToFormat(QImage::Format_RGBA8888);
    if (pixels.isNull() && !picture.isNull()) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "converting a picture", .file = {}});
    }
    const PictureView view{
        .rgba = pixels.constBits(),
        .width = pixels.width(),
        .height = pixels.height(),
        .bytesPerRow = pixels.bytesPerLine()};
    return prepare(view, how);
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
