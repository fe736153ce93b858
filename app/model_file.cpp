// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_file.h"

#include "app/save_file.h"
#include "core/reading/reading_model.h"

#include <QFile>
#include <QFileInfo>

#include <string_view>

namespace digitpad {

namespace {

constexpr qint64 kLargestModelFile = qint64{256} << 20;

Error fileError(ErrorCode code, const QString& path, const QString& detail)
{
    return {
        .code = code,
        .detail = detail.toStdString(),
        .file = QFile::encodeName(path).toStdString()};
}

/// load: makes a model of the bytes of a .pth file.
Result<std::shared_ptr<const Model>> loadWith(const QString& path, const auto& load)
{
    const Result<QByteArray> bytes = readModelBytes(path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    Result<std::shared_ptr<const Model>> model =
        load(std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size())));
    if (!model) {
        model.error().file = QFile::encodeName(path).toStdString();
    }
    return model;
}

} // namespace

Result<QByteArray> readFileBytes(const QString& path, qint64 most)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return std::unexpected(
            fileError(ErrorCode::NotFound, path, QStringLiteral("no such file")));
    }
    if (!info.isFile()) { // opening a pipe may wait for ever
        return std::unexpected(
            fileError(ErrorCode::NotAFile, path, QStringLiteral("not a regular file")));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(fileError(ErrorCode::CannotRead, path, file.errorString()));
    }
    // Read through the limit rather than trusting the size, which may change meanwhile.
    QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError) {
        return std::unexpected(fileError(ErrorCode::CannotRead, path, file.errorString()));
    }
    if (bytes.size() > most) {
        return std::unexpected(fileError(
            ErrorCode::TooLarge, path, QStringLiteral("more than %1 MiB").arg(most >> 20)));
    }
    if (bytes.isEmpty()) {
        return std::unexpected(fileError(ErrorCode::Empty, path, QStringLiteral("0 bytes")));
    }
    return bytes;
}

Result<QByteArray> readModelBytes(const QString& path)
{
    return readFileBytes(path, kLargestModelFile);
}

Result<std::shared_ptr<const Model>>
loadModelFile(const Engine& engine, const QString& path, const QString& device)
{
    return loadWith(
        path, [&](std::string_view pth) { return engine.load(pth, device.toStdString()); });
}

Result<std::shared_ptr<const Model>> loadModelFile(const QString& path)
{
    return loadWith(path, loadForReading);
}

Result<void> saveModelFile(const Model& model, const QString& path)
{
    const Result<std::string> pth = model.toPth();
    if (!pth) {
        return std::unexpected(pth.error());
    }
    return saveFile(
        path, QByteArray::fromRawData(pth->data(), static_cast<qsizetype>(pth->size())));
}

} // namespace digitpad
