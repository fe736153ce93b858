// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download_plan.h"

#include <QStandardPaths>

#include <numeric>

namespace digitpad {

qint64 PublishedFile::mostPacked() const
{
    // Deflate stores what it cannot shrink, with 5 bytes for every 16 KB at the very worst (zlib's
    // "Technical Details"); the header holds a name at most.
    constexpr qint64 kRoom = 4096;
    return bytes + bytes / 1000 + kRoom;
}

qint64 DownloadPlan::packed() const
{
    return std::accumulate(
        files.begin(), files.end(), qint64{0},
        [](qint64 sum, const PublishedFile& file) { return sum + file.packed; });
}

DownloadPlan mnistDownload(const QString& folder)
{
    return {
        .folder = folder,
        .files =
            {{.name = QStringLiteral("train-images-idx3-ubyte"),
              .packed = 9'912'422,
              .bytes = 47'040'016,
              .sha256 = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
             {.name = QStringLiteral("train-labels-idx1-ubyte"),
              .packed = 28'881,
              .bytes = 60'008,
              .sha256 = "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
             {.name = QStringLiteral("t10k-images-idx3-ubyte"),
              .packed = 1'648'877,
              .bytes = 7'840'016,
              .sha256 = "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
             {.name = QStringLiteral("t10k-labels-idx1-ubyte"),
              .packed = 4'542,
              .bytes = 10'008,
              .sha256 = "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"}},
        .mirrors = {
            QUrl(QStringLiteral("https://ossci-datasets.s3.amazonaws.com/mnist/")),
            QUrl(QStringLiteral("https://storage.googleapis.com/cvdf-datasets/mnist/"))}};
}

QString mnistFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/mnist");
}

} // namespace digitpad
