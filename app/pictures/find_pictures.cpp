// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/find_pictures.h"

#include <QCollator>
#include <QDirIterator>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>

namespace digitpad {

namespace {

QStringList picturesBelow(const QString& folder, const std::stop_token& stop)
{
    QStringList patterns;
    for (const QString& suffix : pictureSuffixes()) {
        patterns << QStringLiteral("*.") + suffix; // in any case: the iterator's default
    }
    QStringList files;
    QDirIterator each(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext() && !stop.stop_requested()) {
        files << each.next();
    }
    QCollator byName; // 2.png before 10.png
    byName.setNumericMode(true);
    std::ranges::sort(files, byName);
    return files;
}

} // namespace

QStringList pictureSuffixes()
{
    QStringList suffixes;
    for (const QByteArray& format : QImageReader::supportedImageFormats()) {
        if (!format.startsWith("svg")) { // readPictureFile() refuses it
            suffixes << QString::fromLatin1(format).toLower();
        }
    }
    return suffixes;
}

FoundPictures findPictures(const QStringList& paths, const std::stop_token& stop)
{
    FoundPictures found;
    for (const QString& path : paths) {
        if (stop.stop_requested()) {
            break;
        }
        const QFileInfo info(path);
        if (!info.isDir()) {
            found.files << info.absoluteFilePath();
            continue;
        }
        const QStringList files = picturesBelow(info.absoluteFilePath(), stop);
        if (files.isEmpty()) {
            found.emptyFolders << path;
        }
        found.files << files;
    }
    return found;
}

} // namespace digitpad
