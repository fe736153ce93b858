// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/run_file.h"

#include "app/save_file.h"
#include "app/store/runs.h"
#include "core/engine/options_json.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <cmath>
#include <limits>

namespace digitpad {

namespace {

using namespace Qt::StringLiterals;

class Words {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

const QString kFormat = u"digitpad run"_s;
constexpr int kVersion = 1;
constexpr double kMost = std::numeric_limits<double>::max();
constexpr int kMostEpochs = 10'000;
constexpr int kMostBatches = std::numeric_limits<int>::max();
constexpr qsizetype kMostPoints = 1'000'000;
constexpr qint64 kMostDigits = qint64{1} << 40;
constexpr qsizetype kLongestText = 65'536;
constexpr qint64 kLargestFile = qint64{512} * 1024 * 1024;

// ---- writing ------------------------------------------------------------------------------------

QJsonValue jsonOf(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonArray jsonOf(const std::vector<LossPoint>& losses)
{
    QJsonArray list;
    for (const LossPoint& point : losses) {
        list.append(QJsonArray{point.epoch, point.epochs, point.batch, point.batches, point.loss});
    }
    return list;
}

QJsonArray jsonOf(const std::vector<EpochResult>& epochs)
{
    QJsonArray list;
    for (const EpochResult& result : epochs) {
        list.append(QJsonArray{
            result.epoch, result.epochs, result.batches, result.trainingLoss,
            jsonOf(result.testLoss), jsonOf(result.testAccuracy)});
    }
    return list;
}

QJsonArray jsonOf(const std::vector<TrainingChange>& changes)
{
    QJsonArray list;
    for (const TrainingChange& change : changes) {
        list.append(QJsonArray{
            change.epoch, change.batch, change.controls.epochs, change.controls.learningRate});
    }
    return list;
}

// ---- reading ------------------------------------------------------------------------------------

/// What is wrong with an entry; leaves this file as an Error.
struct Fault {
    QString text;
};

double number(const QJsonValue& value, const QString& name, double least, double most)
{
    const double found = value.toDouble(-kMost);
    if (!value.isDouble() || !(found >= least && found <= most)) {
        throw Fault{u"%1: expected a number from %2 to %3"_s.arg(name).arg(least).arg(most)};
    }
    return found;
}

template <class Whole>
Whole whole(const QJsonValue& value, const QString& name, Whole least, Whole most)
{
    const double found = number(value, name, static_cast<double>(least), static_cast<double>(most));
    if (found != std::floor(found)) {
        throw Fault{u"%1: expected a whole number"_s.arg(name)};
    }
    return static_cast<Whole>(found);
}

std::optional<double>
numberOrNull(const QJsonValue& value, const QString& name, double least, double most)
{
    return value.isNull() || value.isUndefined() ? std::nullopt
                                                 : std::optional(number(value, name, least, most));
}

QString text(const QJsonObject& json, const QString& name, qsizetype longest)
{
    const QJsonValue value = json[name];
    if (!value.isString() || value.toString().size() > longest) {
        throw Fault{u"%1: expected a text of at most %2 characters"_s.arg(name).arg(longest)};
    }
    return value.toString();
}

/// The rows of a table, each of `columns` values.
QJsonArray table(const QJsonObject& json, const QString& name, qsizetype columns, qsizetype most)
{
    const QJsonValue value = json[name];
    const QJsonArray rows = value.toArray();
    if (!value.isArray() || rows.size() > most) {
        throw Fault{u"%1: expected a list of at most %2"_s.arg(name).arg(most)};
    }
    for (const auto& row : rows) {
        if (row.toArray().size() != columns) {
            throw Fault{u"%1: expected lists of %2 numbers"_s.arg(name).arg(columns)};
        }
    }
    return rows;
}

std::vector<LossPoint> lossesOf(const QJsonObject& json)
{
    const QString name = u"losses"_s;
    std::vector<LossPoint> losses;
    for (const auto& row : table(json, name, 5, kMostPoints)) {
        const QJsonArray values = row.toArray();
        losses.push_back(
            {.epoch = whole(values[0], name, 1, kMostEpochs),
             .epochs = whole(values[1], name, 1, kMostEpochs),
             .batch = whole(values[2], name, 1, kMostBatches),
             .batches = whole(values[3], name, 1, kMostBatches),
             .loss = number(values[4], name, -kMost, kMost)});
    }
    return losses;
}

std::vector<EpochResult> epochsOf(const QJsonObject& json)
{
    const QString name = u"epochs"_s;
    std::vector<EpochResult> epochs;
    for (const auto& row : table(json, name, 6, kMostEpochs)) {
        const QJsonArray values = row.toArray();
        epochs.push_back(
            {.epoch = whole(values[0], name, 1, kMostEpochs),
             .epochs = whole(values[1], name, 1, kMostEpochs),
             .batches = whole(values[2], name, 1, kMostBatches),
             .trainingLoss = number(values[3], name, -kMost, kMost),
             .testLoss = numberOrNull(values[4], name, -kMost, kMost),
             .testAccuracy = numberOrNull(values[5], name, 0, 1)});
    }
    return epochs;
}

std::vector<TrainingChange> changesOf(const QJsonObject& json)
{
    const QString name = u"changes"_s;
    std::vector<TrainingChange> changes;
    if (!json.contains(name)) {
        return changes;
    }
    for (const auto& row : table(json, name, 4, kMostPoints)) {
        const QJsonArray values = row.toArray();
        changes.push_back(
            {.epoch = whole(values[0], name, 1, kMostEpochs + 1),
             .batch = whole(values[1], name, 0, kMostBatches),
             .controls = {
                 .learningRate =
                     number(values[3], name, std::numeric_limits<double>::denorm_min(), 10),
                 .epochs = whole(values[2], name, 1, kMostEpochs)}});
    }
    return changes;
}

TrainingOptions optionsOf(const QJsonObject& json)
{
    const QByteArray text = QJsonDocument(json[u"options"].toObject()).toJson();
    const Result<TrainingOptions> options =
        optionsFromJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!json[u"options"].isObject() || !options) {
        throw Fault{
            options ? u"options: expected an object"_s
                    : QString::fromStdString(options.error().detail)};
    }
    return *options;
}

QDateTime timeOf(const QJsonObject& json)
{
    const QDateTime time = QDateTime::fromString(text(json, u"started"_s, 100), Qt::ISODateWithMs);
    // What the database holds: from 1970 to the year 9999.
    if (!time.isValid() || time.toMSecsSinceEpoch() < 0 || time.toUTC().date().year() > 9999) {
        throw Fault{u"started: expected a time from 1970 on"_s};
    }
    return time.toLocalTime();
}

RunSummary summaryOf(const QJsonObject& json)
{
    RunSummary run;
    run.id = QUuid::fromString(text(json, u"id"_s, 100)).toString(QUuid::WithoutBraces);
    if (QUuid::fromString(run.id).isNull()) {
        throw Fault{u"id: expected a UUID"_s};
    }
    run.name = text(json, u"name"_s, kLongestName);
    run.note = text(json, u"note"_s, kLongestNote);
    run.started = timeOf(json);
    run.seconds = number(json[u"seconds"], u"seconds"_s, 0, kMost);
    const std::optional<RunStatus> status = runStatusOf(text(json, u"status"_s, 100));
    if (!status) {
        throw Fault{u"status: expected one of those that a run can have"_s};
    }
    run.status = *status;
    run.failure = text(json, u"failure"_s, kLongestText);
    run.options = optionsOf(json);
    run.data = text(json, u"data"_s, kLongestText);
    const QJsonValue counts = json[u"counts"];
    const auto count = [&counts](const QString& name) {
        return static_cast<std::size_t>(
            whole(counts[name], u"counts."_s + name, qint64{0}, kMostDigits));
    };
    run.counts = {.digits = count(u"digits"_s), .none = count(u"none"_s), .test = count(u"test"_s)};
    run.testAccuracy = numberOrNull(json[u"accuracy"], u"accuracy"_s, 0, 1);
    return run;
}

QByteArray modelOf(const QJsonObject& json)
{
    if (!json.contains(u"model")) {
        return {};
    }
    const auto model = QByteArray::fromBase64Encoding(
        json[u"model"].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!model || model.decoded.isEmpty() || model.decoded.size() > kLargestModel) {
        throw Fault{u"model: expected base64 of at most %1 bytes"_s.arg(kLargestModel)};
    }
    return model.decoded;
}

RunFile runFileOf(const QJsonObject& json)
{
    RunFile file; // filled part by part: g++ 12 frees twice what an initialiser throws out of
    file.run.summary = summaryOf(json);
    file.run.losses = lossesOf(json);
    file.run.epochs = epochsOf(json);
    file.run.changes = changesOf(json);
    file.pth = modelOf(json);
    file.run.summary.epochsDone = static_cast<int>(file.run.epochs.size());
    file.run.summary.hasModel = !file.pth.isEmpty();
    return file;
}

Error failure(ErrorCode code, const QString& detail)
{
    return {.code = code, .detail = detail.toStdString(), .file = {}};
}

Result<QByteArray> readBytes(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return std::unexpected(failure(ErrorCode::NotFound, u"no such file"_s));
    }
    if (!info.isFile()) {
        return std::unexpected(failure(ErrorCode::NotAFile, u"not a regular file"_s));
    }
    if (info.size() > kLargestFile) {
        return std::unexpected(failure(ErrorCode::TooLarge, u"more than 512 MiB"_s));
    }
    QFile file(path);
    QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.read(kLargestFile) : QByteArray();
    if (file.error() != QFileDevice::NoError) {
        return std::unexpected(failure(ErrorCode::CannotRead, file.errorString()));
    }
    return bytes;
}

} // namespace

QJsonObject toJson(const RunSummary& run)
{
    const auto count = [](std::size_t number) { return static_cast<qint64>(number); };
    QJsonObject json{
        {u"format"_s, kFormat},
        {u"version"_s, kVersion},
        {u"id"_s, run.id},
        {u"name"_s, run.name},
        {u"note"_s, run.note},
        {u"started"_s, run.started.toUTC().toString(Qt::ISODateWithMs)},
        {u"seconds"_s, run.seconds},
        {u"status"_s, nameOf(run.status)},
        {u"failure"_s, run.failure},
        {u"options"_s,
         QJsonDocument::fromJson(QByteArray::fromStdString(optionsToJson(run.options))).object()},
        {u"data"_s, run.data},
        {u"counts"_s, QJsonObject{
                          {u"digits"_s, count(run.counts.digits)},
                          {u"none"_s, count(run.counts.none)},
                          {u"test"_s, count(run.counts.test)}}}};
    if (run.testAccuracy) {
        json.insert(u"accuracy"_s, *run.testAccuracy);
    }
    return json;
}

QJsonObject toJson(const StoredRun& run)
{
    QJsonObject json = toJson(run.summary);
    json.insert(u"losses"_s, jsonOf(run.losses));
    json.insert(u"epochs"_s, jsonOf(run.epochs));
    if (!run.changes.empty()) {
        json.insert(u"changes"_s, jsonOf(run.changes));
    }
    return json;
}

QByteArray writeRunFile(const RunFile& file)
{
    QJsonObject json = toJson(file.run);
    if (!file.pth.isEmpty()) {
        json.insert(u"model"_s, QString::fromLatin1(file.pth.toBase64()));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<RunFile> readRunFile(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json[u"format"].toString() != kFormat) {
        return std::unexpected(failure(ErrorCode::Damaged, u"no run of Digitpad is in it"_s));
    }
    try {
        if (whole(json[u"version"], u"version"_s, 1, std::numeric_limits<int>::max()) > kVersion) {
            return std::unexpected(
                failure(ErrorCode::Unsupported, Words::tr("a newer Digitpad has written it")));
        }
        return runFileOf(json);
    } catch (const Fault& fault) {
        return std::unexpected(failure(ErrorCode::Damaged, fault.text));
    }
}

Result<void> exportRun(Runs& runs, const QString& id, const QString& path)
{
    auto run = runs.run(id);
    if (!run) {
        return std::unexpected(run.error());
    }
    auto pth = runs.model(id);
    if (!pth) {
        return std::unexpected(pth.error());
    }
    return saveFile(path, writeRunFile({.run = std::move(*run), .pth = std::move(*pth)}));
}

Result<QString> importRun(Runs& runs, const QString& path)
{
    const auto named = [&path](Error error) {
        error.file = QFile::encodeName(path).toStdString();
        return std::unexpected(std::move(error));
    };
    const Result<QByteArray> bytes = readBytes(path);
    if (!bytes) {
        return named(bytes.error());
    }
    const Result<RunFile> file = readRunFile(*bytes);
    if (!file) {
        return named(file.error());
    }
    return runs.add(file->run, file->pth);
}

} // namespace digitpad
