// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/results_text.h"

#include "app/pictures/picture_table.h"

#include <QDir>

#include <numeric>

namespace digitpad {

namespace {

QString field(const QString& text, QChar separator)
{
    static const QString kQuote = QStringLiteral("\"");
    const bool plain = !text.contains(separator) && !text.contains(kQuote) &&
                       !text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('\r'));
    return plain ? text : kQuote + QString(text).replace(kQuote, QStringLiteral("\"\"")) + kQuote;
}

QString line(const QStringList& fields, QChar separator, const QString& end)
{
    QStringList quoted;
    for (const QString& text : fields) {
        quoted << field(text, separator);
    }
    return quoted.join(separator) + end;
}

QString
results(const PictureTable& table, const QList<int>& rows, QChar separator, const QString& end)
{
    QString text = line(
        {QStringLiteral("file"), QStringLiteral("number"), QStringLiteral("confidence"),
         QStringLiteral("problem")},
        separator, end);
    for (const int i : rows) {
        const PictureRow& row = table.row(i);
        const QString file =
            row.source.path.isEmpty() ? row.name : QDir::toNativeSeparators(row.source.path);
        QString digit;
        QString confidence;
        if (row.number) {
            if (row.number->accepted()) {
                digit = QString::fromStdString(row.number->text());
            }
            confidence = QString::number(row.number->confidence(), 'f', 4);
        }
        text += line({file, digit, confidence, table.problem(i)}, separator, end);
    }
    return text;
}

} // namespace

QString tabbedResults(const PictureTable& table, const QList<int>& rows)
{
    return results(table, rows, QLatin1Char('\t'), QStringLiteral("\n"));
}

QByteArray csvResults(const PictureTable& table)
{
    QList<int> all(table.rowCount());
    std::iota(all.begin(), all.end(), 0);
    return QByteArrayLiteral("\xEF\xBB\xBF") +
           results(table, all, QLatin1Char(','), QStringLiteral("\r\n")).toUtf8();
}

} // namespace digitpad
