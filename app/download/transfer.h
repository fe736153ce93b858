// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_error.h"

#include <QFile>
#include <QNetworkReply>
#include <QObject>

#include <chrono>
#include <optional>

class QNetworkAccessManager;

namespace digitpad {

/// One request for one file: appends what comes to what an earlier one has left in `part`, or
/// replaces it where the server does not go on from there. Whether the bytes are the right ones is
/// not its business. Works on the thread it lives on, which writes the file.
class Transfer : public QObject {
    Q_OBJECT

public:
    struct Options {
        QUrl url;
        QString part;    ///< the file that what comes is appended to
        qint64 most = 0; ///< bytes it may grow to
        std::chrono::milliseconds patience{};
    };

    explicit Transfer(Options options, QObject* parent = nullptr);

    /// ended() follows, never before this has returned.
    void start(QNetworkAccessManager& manager);

    /// ended() is emitted before it returns, where it was not before.
    void abort();

    /// Whether the part begins with bytes of an earlier transfer.
    [[nodiscard]] bool isResumed() const { return m_begin > 0; }

    /// Bytes of the part.
    [[nodiscard]] qint64 size() const { return m_file.size(); }

Q_SIGNALS:
    /// Bytes of the part, and of the whole file where the server says it (else -1).
    void received(qint64 size, qint64 whole);
    /// Without an error, the server has given all that it has. Errors: all but Busy.
    void ended(const std::optional<digitpad::DownloadError>& error);

private:
    bool openPart();
    void readHead();
    void readBody();
    bool beginAnew();
    void append(const QByteArray& bytes);
    [[nodiscard]] bool continuesPart();
    [[nodiscard]] std::optional<DownloadError> outcome() const;
    void end(const std::optional<DownloadError>& error);
    void fail(DownloadError::Kind kind, const QString& detail);
    void failToStore();

    Options m_options;
    QFile m_file;
    QNetworkReply* m_reply = nullptr; ///< until the end
    qint64 m_begin = 0;               ///< of what comes, in the file
    qint64 m_whole = -1;              ///< bytes
    int m_status = 0;                 ///< of HTTP; 0 until it is known
};

} // namespace digitpad
