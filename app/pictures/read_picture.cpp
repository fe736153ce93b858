// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/read_picture.h"

#include "app/pictures/picture_file.h"

#include <QBuffer>

#include <utility>

namespace digitpad {

namespace {

QByteArray encoded(const QImage& image, const char* format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

// Encoded, so that ten thousand of them take tens of megabytes. A small picture keeps its pixels.
QByteArray thumbnailOf(const QImage& picture)
{
    if (picture.width() <= kThumbnailSide && picture.height() <= kThumbnailSide) {
        return encoded(picture, "PNG");
    }
    const QSize size = picture.size().scaled(kThumbnailSide, kThumbnailSide, Qt::KeepAspectRatio);
    const QImage small =
        picture.scaled(size.expandedTo({1, 1}), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return encoded(small, small.hasAlphaChannel() ? "PNG" : "JPG");
}

} // namespace

Result<QImage> loadPicture(const PictureSource& source, Preparation how)
{
    if (!source.path.isEmpty()) {
        return readPictureFile(source.path, how);
    }
    QImage image = source.image.isNull() ? QImage::fromData(source.png, "PNG") : source.image;
    if (image.isNull()) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "unpacking a picture", .file = {}});
    }
    if (qint64{image.width()} * image.height() > kMostPicturePixels) {
        return std::unexpected(Error{
            .code = ErrorCode::TooLarge,
            .detail = tooManyPixels(image.size()).toStdString(),
            .file = {}});
    }
    return image;
}

PictureAnswer readPicture(
    const PictureRequest& request, Preparation how, const Model* model, const std::stop_token& stop)
{
    PictureAnswer answer;
    answer.row = request.row;
    const Result<QImage> picture = loadPicture(request.source, how);
    if (!picture) {
        answer.error = picture.error();
        return answer;
    }
    if (stop.stop_requested()) {
        return answer;
    }
    answer.thumbnail = thumbnailOf(*picture);
    if (!request.source.image.isNull()) {
        answer.png = encoded(*picture, "PNG");
    }
    if (stop.stop_requested()) {
        return answer;
    }
    if (model == nullptr) {
        const Result<Glyph> glyph = glyphOf(*picture, how);
        if (glyph) {
            answer.glyphs = {*glyph};
        } else {
            answer.error = glyph.error();
        }
        return answer;
    }
    Result<Number> number = numberIn(*model, *picture, how);
    if (!number) {
        answer.error = number.error();
        return answer;
    }
    for (const auto& line : number->lines) {
        for (const NumberDigit& digit : line) {
            answer.glyphs.push_back(digit.glyph);
        }
    }
    answer.number = *std::move(number);
    return answer;
}

} // namespace digitpad
