// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>

namespace digitpad::tests {

/// How a FakeMirror answers one request.
struct Answer {
    QByteArray body;
    QByteArray status = "200 OK";
    QByteArray type = "application/octet-stream";
    QByteArray head = {};    ///< further lines of the head, each with its end
    bool knowsRanges = true; ///< else it sends all of the body whatever is asked for
    qint64 shift = 0;        ///< added to where it says that a range begins
    qint64 mostOfRange = -1; ///< bytes of a range that it sends at once
    qint64 claims = 0;       ///< added to the length that it says
    bool saysLength = true;
    qint64 sends = -1;    ///< bytes of what it has announced that it sends; -1: all
    bool hangsUp = true;  ///< once they are sent
    bool endless = false; ///< it sends the body again and again
};

/// A web server on this machine that misbehaves as it is told. It lives on the test's thread, so it
/// answers while that waits for something.
class FakeMirror : public QObject {
public:
    FakeMirror()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/data/").arg(m_server.serverPort()));
    }

    /// What it says at /data/NAME: one answer after the other, the last one from then on.
    void set(const QString& name, const QList<Answer>& answers)
    {
        m_answers["/data/" + name.toLatin1()] = answers;
    }

    /// The heads of the requests so far.
    QList<QByteArray> requests;

    /// What the requests asked to go on from; -1 for all of the file.
    [[nodiscard]] QList<qint64> begins() const
    {
        QList<qint64> result;
        for (const QByteArray& request : requests) {
            result << beginOf(request);
        }
        return result;
    }

private:
    static qint64 beginOf(const QByteArray& request)
    {
        static const QRegularExpression kRange(
            QStringLiteral("\r\nRange: bytes=(\\d+)-\r\n"),
            QRegularExpression::CaseInsensitiveOption);
        const auto match = kRange.match(QString::fromLatin1(request));
        return match.hasMatch() ? match.captured(1).toLongLong() : -1;
    }

    void read(QTcpSocket* socket)
    {
        QByteArray& head = m_heads[socket];
        head += socket->readAll();
        if (!head.endsWith("\r\n\r\n")) {
            return;
        }
        const QByteArray request = m_heads.take(socket);
        requests << request;
        QList<Answer>& answers = m_answers[request.split(' ').value(1)];
        if (answers.isEmpty()) {
            answers << Answer{.body = "no such thing", .status = "404 Not Found"};
        }
        answer(socket, answers.first(), beginOf(request));
        if (answers.size() > 1) {
            answers.removeFirst();
        }
    }

    static void answer(QTcpSocket* socket, const Answer& answer, qint64 begin)
    {
        QByteArray status = answer.status;
        QByteArray body = answer.body;
        QByteArray range;
        const bool isPart = begin >= 0 && answer.knowsRanges && status.startsWith("200");
        if (isPart && begin >= body.size()) {
            status = "416 Range Not Satisfiable";
            body = "nothing beyond";
        } else if (isPart) {
            status = "206 Partial Content";
            body = body.mid(begin, answer.mostOfRange);
            const qint64 first = begin + answer.shift;
            range = "Content-Range: bytes " + QByteArray::number(first) + '-' +
                    QByteArray::number(first + body.size() - 1) + '/' +
                    QByteArray::number(answer.body.size()) + "\r\n";
        }
        QByteArray head = "HTTP/1.1 " + status + "\r\nContent-Type: " + answer.type + "\r\n" +
                          answer.head + range + "Connection: close\r\n";
        if (answer.saysLength && !answer.endless) {
            head += "Content-Length: " + QByteArray::number(body.size() + answer.claims) + "\r\n";
        }
        socket->write(head + "\r\n" + (answer.sends >= 0 ? body.left(answer.sends) : body));
        if (answer.endless) {
            connect(socket, &QTcpSocket::bytesWritten, socket, [socket, body] {
                if (socket->bytesToWrite() == 0) {
                    socket->write(body);
                }
            });
        } else if (answer.hangsUp) {
            socket->disconnectFromHost(); // once all is written
        }
    }

    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_heads;
    QHash<QByteArray, QList<Answer>> m_answers;
};

} // namespace digitpad::tests
