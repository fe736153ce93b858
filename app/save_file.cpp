// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/save_file.h"

#include "app/store/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include <cerrno>
#include <filesystem>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SaveFile)
};

std::unexpected<Error> failure(ErrorCode code, const QString& path, const QString& detail)
{
    return std::unexpected(Error{
        .code = code,
        .detail = detail.toStdString(),
        .file = QFile::encodeName(path).toStdString()});
}

/// What opening a file to be renamed later does not notice, or does not say clearly.
Result<void> checkPlace(const QString& path)
{
    std::error_code error;
    const auto type = std::filesystem::status(QFile::encodeName(path).toStdString(), error).type();
    if (type == std::filesystem::file_type::none) {
        return failure(
            ErrorCode::CannotWrite, path,
            QString::fromLocal8Bit(error.message().c_str())); // a name that is too long
    }
    if (isOfDatabase(path)) {
        return failure(
            ErrorCode::CannotWrite, path, Words::tr("Digitpad keeps its runs and samples there"));
    }
    if (type == std::filesystem::file_type::not_found) {
        const QString folder = QDir::toNativeSeparators(QFileInfo(path).absolutePath());
        if (!QFileInfo::exists(folder)) {
            return failure(
                ErrorCode::CannotWrite, path, Words::tr("there is no folder %1").arg(folder));
        }
        return {};
    }
    if (type != std::filesystem::file_type::regular) {
        return failure(ErrorCode::NotAFile, path, QStringLiteral("not a regular file"));
    }
    return {};
}

} // namespace

Result<void> checkSavable(const QString& path)
{
    if (auto place = checkPlace(path); !place) {
        return place;
    }
    QSaveFile probe(path);
    if (!probe.open(QIODevice::WriteOnly)) {
        return failure(ErrorCode::CannotWrite, path, probe.errorString());
    }
    probe.cancelWriting(); // takes the temporary file away
    return {};
}

QString rememberedFolder(const QString& key)
{
    const QStringList folders = {
        QSettings().value(key).toString(),
        QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)};
    for (const QString& folder : folders) {
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) {
            return folder;
        }
    }
    return QDir::homePath();
}

Result<void> saveFile(const QString& path, const QByteArray& bytes)
{
    if (auto place = checkPlace(path); !place) {
        return place;
    }
    QSaveFile file(path);
    errno = 0;
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() &&
        file.commit()) {
        return {};
    }
    // QSaveFile calls a full disk an unknown error; the system says it.
    const int why = errno;
    return failure(
        ErrorCode::CannotWrite, path, why != 0 ? qt_error_string(why) : file.errorString());
}

} // namespace digitpad
