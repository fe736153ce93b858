// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace digitpad {

/// A file that is published gzipped, and what it has to unpack to: the content decides whether it
/// is the right one, however a mirror has packed it.
struct PublishedFile {
    QString name;      ///< unpacked; its mirrors have it with ".gz"
    qint64 packed = 0; ///< bytes, about: for the progress
    qint64 bytes = 0;  ///< unpacked
    QByteArray sha256; ///< of what is unpacked, in hexadecimal

    /// What no way of packing it takes.
    [[nodiscard]] qint64 mostPacked() const;
};

/// What to fetch, from where, where to.
struct DownloadPlan {
    QString folder; ///< made where it is not there
    QList<PublishedFile> files;
    QList<QUrl> mirrors;                        ///< folders, in the order in which they are tried
    std::chrono::milliseconds patience{20'000}; ///< with a server that sends nothing

    [[nodiscard]] qint64 packed() const;
};

/// MNIST's four files (Y. LeCun, C. Cortes, C. Burges) from the mirrors that torchvision and
/// TensorFlow's users have theirs from.
[[nodiscard]] DownloadPlan mnistDownload(const QString& folder);

/// Where MNIST is stored for this user.
[[nodiscard]] QString mnistFolder();

} // namespace digitpad
