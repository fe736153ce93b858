// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_tables.h"

#include "core/engine/options_json.h"

namespace digitpad {

namespace {

// What Excel needs to take names for UTF-8.
constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

QByteArray cell(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    const bool needsQuotes =
        bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r');
    return needsQuotes ? '"' + bytes.replace("\"", "\"\"") + '"' : bytes;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 9);
}

QByteArray number(std::size_t value)
{
    return QByteArray::number(static_cast<qulonglong>(value));
}

QByteArray row(const QByteArrayList& cells)
{
    return cells.join(',') + "\r\n";
}

} // namespace

QByteArray runsCsv(std::span<const RunSummary> runs)
{
    QByteArray csv = kByteOrderMark;
    csv += "id,name,note,started,seconds,status,network,epochs,learning_rate,batch_size,"
           "data,digits,none,test,accuracy,options\r\n";
    for (const RunSummary& run : runs) {
        csv += row(
            {cell(run.id), cell(run.name), cell(run.note),
             run.started.toUTC().toString(Qt::ISODate).toLatin1(), number(run.seconds),
             nameOf(run.status).toLatin1(), cell(QString::fromStdString(run.options.network)),
             QByteArray::number(run.epochsDone), number(run.options.learningRate),
             QByteArray::number(run.options.batchSize), cell(run.data), number(run.counts.digits),
             number(run.counts.none), number(run.counts.test),
             run.testAccuracy ? number(*run.testAccuracy) : QByteArray(),
             cell(QString::fromStdString(optionsToJson(run.options)))});
    }
    return csv;
}

QByteArray pointsCsv(std::span<const StoredRun* const> runs)
{
    QByteArray csv;
    for (const StoredRun* run : runs) {
        const QByteArray before = cell(run->summary.id) + ',' + cell(run->summary.name) + ',';
        QByteArrayList rows = toCsv(run->trainingRun()).split('\n'); // no cell holds a line break
        rows.removeLast(); // what comes after the last line's end
        const QByteArray header = rows.takeFirst();
        if (csv.isEmpty()) {
            csv = kByteOrderMark + ("run_id,run_name," + header) + '\n';
        }
        for (const QByteArray& points : rows) {
            csv += before + points + '\n';
        }
    }
    return csv;
}

} // namespace digitpad
