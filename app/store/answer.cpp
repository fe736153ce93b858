// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/answer.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlError>
#include <QSqlRecord>

#include <utility>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// https://www.sqlite.org/rescode.html; the low byte is the primary code.
constexpr int kBusy = 5;
constexpr int kReadOnly = 8;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kNoDatabase = 26;

QString detailOf(int code, const QSqlError& error)
{
    switch (code) {
    case kBusy:
        return Words::tr("another program is using it");
    case kReadOnly:
        return Words::tr("it may only be read");
    case kFull:
        return Words::tr("the disk is full");
    default:
        return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    }
}

} // namespace

Error errorOf(const QSqlError& error, const QString& file)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const bool isDamaged = code == kCorrupt || code == kNoDatabase;
    return {
        .code = isDamaged ? ErrorCode::Damaged : ErrorCode::Database,
        .detail = detailOf(code, error).toStdString(),
        .file = QFile::encodeName(file).toStdString()};
}

Answer::Answer(QSqlQuery query, QString file) : m_query(std::move(query)), m_file(std::move(file))
{
}

bool Answer::next()
{
    m_column = 0;
    if (m_query.next()) {
        return true;
    }
    if (m_query.lastError().isValid()) {
        throw DatabaseFault{errorOf(m_query.lastError(), m_file)};
    }
    return false;
}

QString Answer::text(qsizetype longest)
{
    const QVariant value = take();
    if (value.typeId() != QMetaType::QString || value.toString().size() > longest) {
        refuse(QStringLiteral("a text of at most %1 characters").arg(longest));
    }
    return value.toString();
}

QByteArray Answer::bytes(qsizetype most)
{
    const QVariant value = take();
    if (value.typeId() != QMetaType::QByteArray || value.toByteArray().size() > most) {
        refuse(QStringLiteral("at most %1 bytes").arg(most));
    }
    return value.toByteArray();
}

qint64 Answer::whole(qint64 least, qint64 most)
{
    const QVariant value = take();
    const qint64 number = value.toLongLong();
    if (value.typeId() != QMetaType::LongLong || value.isNull() || number < least ||
        number > most) {
        refuse(QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    }
    return number;
}

double Answer::number(double least, double most)
{
    const QVariant value = take();
    const double number = value.toDouble();
    if (value.typeId() != QMetaType::Double || value.isNull() ||
        !(number >= least && number <= most)) {
        refuse(QStringLiteral("a number from %1 to %2").arg(least).arg(most));
    }
    return number;
}

QDateTime Answer::time()
{
    constexpr qint64 kYear10000 = 253'402'300'800'000;
    return QDateTime::fromMSecsSinceEpoch(whole(0, kYear10000 - 1));
}

std::optional<qint64> Answer::wholeOrNull(qint64 least, qint64 most)
{
    return passNull() ? std::nullopt : std::optional(whole(least, most));
}

std::optional<double> Answer::numberOrNull(double least, double most)
{
    return passNull() ? std::nullopt : std::optional(number(least, most));
}

std::optional<QString> Answer::textOrNull(qsizetype longest)
{
    return passNull() ? std::nullopt : std::optional(text(longest));
}

std::optional<QByteArray> Answer::bytesOrNull(qsizetype most)
{
    return passNull() ? std::nullopt : std::optional(bytes(most));
}

bool Answer::passNull()
{
    const bool isNull = m_query.isNull(m_column);
    m_column += isNull ? 1 : 0;
    return isNull;
}

QVariant Answer::take()
{
    return m_query.value(m_column++);
}

void Answer::refuse(const QString& expected) const
{
    throw BadValue{
        QStringLiteral("%1: expected %2").arg(m_query.record().fieldName(m_column - 1), expected)};
}

} // namespace digitpad
