// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/unpack.h"

#include "core/data/byte_source.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <vector>

namespace digitpad {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;

std::unexpected<DownloadError> wrong(const QString& detail)
{
    return std::unexpected(
        DownloadError{.kind = DownloadError::Kind::WrongContent, .where = {}, .detail = detail});
}

/// Hands the content on in pieces, to the one byte that is too many at most; returns its hash.
template <class Take>
std::expected<QByteArray, DownloadError>
readThrough(ByteSource& source, qint64 most, const std::stop_token& stop, const Take& take)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<std::uint8_t> chunk(kChunk);
    for (qint64 size = 0;;) {
        const auto count = source.read(chunk);
        if (!count) {
            return wrong(QString::fromStdString(count.error().detail));
        }
        size += static_cast<qint64>(*count);
        if (size > most) {
            return wrong(QStringLiteral("more than %1 bytes").arg(most));
        }
        if (stop.stop_requested()) {
            return wrong(QStringLiteral("cancelled"));
        }
        const QByteArrayView bytes(chunk.data(), static_cast<qsizetype>(*count));
        hash.addData(bytes);
        if (auto taken = take(bytes); !taken) {
            return std::unexpected(taken.error());
        }
        if (*count < kChunk) {
            return hash.result().toHex();
        }
    }
}

} // namespace

DownloadError cannotStore(const QString& path, const QString& otherwise)
{
    const int why = errno; // Qt's own words for a full disk are "Unknown error"
    return {
        .kind = DownloadError::Kind::CannotStore,
        .where = path,
        .detail = why != 0 ? qt_error_string(why) : otherwise};
}

std::expected<void, DownloadError> storeUnpacked(
    const QString& packed, const QString& folder, const PublishedFile& file,
    const std::stop_token& stop)
{
    auto source = ByteSource::open(QFile::encodeName(packed).toStdString());
    if (!source) {
        return wrong(QString::fromStdString(source.error().detail));
    }
    QSaveFile target(QDir(folder).filePath(file.name));
    errno = 0;
    if (!target.open(QIODevice::WriteOnly)) {
        return std::unexpected(cannotStore(target.fileName(), target.errorString()));
    }
    const auto hash = readThrough(
        *source, file.bytes, stop, [&](QByteArrayView bytes) -> std::expected<void, DownloadError> {
            errno = 0;
            if (target.write(bytes.data(), bytes.size()) != bytes.size()) {
                return std::unexpected(cannotStore(target.fileName(), target.errorString()));
            }
            return {};
        });
    if (!hash) {
        return std::unexpected(hash.error());
    }
    if (*hash != file.sha256) {
        return wrong(QStringLiteral("SHA-256 %1").arg(QString::fromLatin1(*hash)));
    }
    errno = 0;
    if (!target.flush() || !target.commit()) {
        return std::unexpected(cannotStore(target.fileName(), target.errorString()));
    }
    return {};
}

bool isStored(const QString& folder, const PublishedFile& file, const std::stop_token& stop)
{
    const QString path = QDir(folder).filePath(file.name);
    if (QFileInfo(path).size() != file.bytes) {
        return false;
    }
    auto source = ByteSource::open(QFile::encodeName(path).toStdString());
    if (!source) {
        return false;
    }
    const auto hash = readThrough(
        *source, file.bytes, stop,
        [](QByteArrayView) -> std::expected<void, DownloadError> { return {}; });
    return hash && *hash == file.sha256;
}

} // namespace digitpad
