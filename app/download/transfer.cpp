// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/transfer.h"

#include "app/download/unpack.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QRegularExpression>

#include <cerrno>
#include <utility>

namespace digitpad {

namespace {

using Kind = DownloadError::Kind;

constexpr int kMostRedirects = 5;
constexpr qint64 kBuffer = 256 * 1024; // bytes that wait to be read; more are left to the network

// The statuses of HTTP (RFC 9110) that mean something here.
constexpr int kOk = 200;
constexpr int kPartialContent = 206;
constexpr int kFirstRedirect = 300;
constexpr int kFirstRefusal = 400;
constexpr int kRangeNotSatisfiable = 416;

Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError: // Qt's answer to its own transfer timeout
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Kind::Silent;
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::InsecureRedirectError:
        return Kind::Insecure;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::ProtocolUnknownError:
        return Kind::Refused;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Kind::BrokenOff;
    default:
        return Kind::Unreachable;
    }
}

/// Whatever the server calls it.
bool looksLikePage(const QByteArray& begin)
{
    const QByteArray text = begin.left(100).trimmed().toLower();
    return text.startsWith("<!doctype") || text.startsWith("<html");
}

} // namespace

Transfer::Transfer(Options options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_file(m_options.part)
{
}

void Transfer::start(QNetworkAccessManager& manager)
{
    if (!openPart()) {
        const DownloadError error = cannotStore(m_options.part, m_file.errorString());
        QMetaObject::invokeMethod(
            this, [this, error] { Q_EMIT ended(error); }, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request(m_options.url);
    request.setHeader(
        QNetworkRequest::UserAgentHeader, QCoreApplication::applicationName() + QLatin1Char('/') +
                                              QCoreApplication::applicationVersion());
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(kMostRedirects);
    request.setTransferTimeout(static_cast<int>(m_options.patience.count()));
    // The file is packed already; unpacked on the way, the bytes of a range would not be its bytes.
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_begin > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_begin) + '-');
    }
    m_reply = manager.get(request);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(kBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::readBody);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        readBody();
        if (m_reply != nullptr) {
            end(outcome());
        }
    });
}

void Transfer::abort()
{
    if (m_reply != nullptr) {
        fail(Kind::BrokenOff, {});
    }
}

/// Lets go of the reply, whose deletion ends what is still on its way.
void Transfer::end(const std::optional<DownloadError>& error)
{
    m_reply->disconnect(this);
    std::exchange(m_reply, nullptr)->deleteLater();
    m_file.close();
    Q_EMIT ended(error);
}

void Transfer::fail(Kind kind, const QString& detail)
{
    end(DownloadError{.kind = kind, .where = m_options.url.host(), .detail = detail});
}

void Transfer::failToStore()
{
    end(cannotStore(m_options.part, m_file.errorString()));
}

bool Transfer::openPart()
{
    errno = 0;
    // Unbuffered: that the disk is full is to be seen when it is, not when the file is closed.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return false;
    }
    if (m_file.size() >= m_options.most && !m_file.resize(0)) {
        return false;
    }
    m_begin = m_file.size();
    return m_file.seek(m_begin);
}

/// Once, when it is known what kind of answer it is.
void Transfer::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_status != 0 || status == 0 || (status >= kFirstRedirect && status < kFirstRefusal)) {
        return;
    }
    m_status = status;
    const QString type = m_reply->header(QNetworkRequest::ContentTypeHeader).toString();
    if (status >= kFirstRefusal) {
        const bool isWhole = status == kRangeNotSatisfiable && m_begin > 0;
        if (!isWhole) {
            const QString reason =
                m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
            fail(Kind::Refused, QStringLiteral("%1 %2").arg(status).arg(reason).trimmed());
        }
    } else if (type.startsWith(QStringLiteral("text/html"), Qt::CaseInsensitive)) {
        fail(Kind::WebPage, type);
    } else if (status == kOk) {
        const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
        m_whole = length.isValid() ? length.toLongLong() : -1;
        if (!beginAnew()) {
            failToStore();
        }
    } else if (status != kPartialContent || !continuesPart()) {
        beginAnew(); // the next transfer asks for all of it
        fail(Kind::BrokenOff, QStringLiteral("HTTP %1").arg(status));
    }
}

/// Whether "Content-Range: bytes BEGIN-END/WHOLE" says that what comes goes on where the part ends.
bool Transfer::continuesPart()
{
    static const QRegularExpression kForm(QStringLiteral("^bytes (\\d+)-\\d+/(\\d+|\\*)$"));
    const auto match = kForm.match(QString::fromLatin1(m_reply->rawHeader("Content-Range")));
    bool isKnown = false;
    const qint64 whole = match.captured(2).toLongLong(&isKnown);
    m_whole = isKnown ? whole : -1;
    return match.hasMatch() && match.captured(1).toLongLong() == m_begin;
}

bool Transfer::beginAnew()
{
    m_begin = 0;
    errno = 0;
    return m_file.resize(0) && m_file.seek(0);
}

void Transfer::readBody()
{
    readHead();
    while (m_reply != nullptr && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(kBuffer);
        if (m_status == kOk || m_status == kPartialContent) { // else it is a page for people
            append(bytes);
        }
    }
}

void Transfer::append(const QByteArray& bytes)
{
    if (m_file.size() == 0 && looksLikePage(bytes)) {
        fail(Kind::WebPage, {});
    } else if (m_file.size() + bytes.size() > m_options.most) {
        beginAnew();
        fail(Kind::WrongContent, QStringLiteral("more than %1 bytes").arg(m_options.most));
    } else if (errno = 0; m_file.write(bytes) != bytes.size()) {
        failToStore();
    } else {
        Q_EMIT received(m_file.size(), m_whole);
    }
}

std::optional<DownloadError> Transfer::outcome() const
{
    const bool isWhole = m_status == kRangeNotSatisfiable; // and there was something before
    if (m_reply->error() == QNetworkReply::NoError || isWhole) {
        // A server may answer with less than the rest that it was asked for.
        return size() >= m_whole ? std::nullopt
                                 : std::optional(DownloadError{
                                       .kind = Kind::BrokenOff,
                                       .where = m_options.url.host(),
                                       .detail = QStringLiteral("%1/%2").arg(size()).arg(m_whole)});
    }
    const Kind kind = kindOf(m_reply->error());
    return DownloadError{
        .kind = kind == Kind::Unreachable && m_status != 0 ? Kind::BrokenOff : kind,
        .where = m_options.url.host(),
        .detail = m_reply->errorString()};
}

} // namespace digitpad
