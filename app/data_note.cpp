// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_note.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>
#include <system_error>

namespace digitpad {

namespace {

constexpr qint64 kMost = 1'000'000; // as the command line and the page ask for

/// The folders and files, and the counts; one list for both ways.
template <class Sources, class Path, class Count>
void visit(Sources& sources, const Path& path, const Count& count)
{
    path(QStringLiteral("mnist"), sources.mnist);
    path(QStringLiteral("ink"), sources.ink);
    path(QStringLiteral("pictures"), sources.pictures);
    count(QStringLiteral("mnistDigits"), sources.mnistDigits);
    count(QStringLiteral("photographed"), sources.photographed);
    count(QStringLiteral("synthetic"), sources.synthetic);
    count(QStringLiteral("syntheticTest"), sources.syntheticTest);
}

const QString kNoDigits = QStringLiteral("noDigits");
const QString kSamples = QStringLiteral("samples");
const QString kDatabase = QStringLiteral("database");
const QString kWriter = QStringLiteral("writer");
const QString kLabel = QStringLiteral("label");
const QString kGlyphs = QStringLiteral("glyphs");
const QString kBefore = QStringLiteral("before");
const QString kTest = QStringLiteral("test");
const QString kOwn = QStringLiteral("own");
const QString kRun = QStringLiteral("run");

/// JSON is Unicode, the system's names are any bytes.
QString encoded(const std::string& path)
{
    std::error_code unknown; // where the working directory is gone
    const std::string absolute = std::filesystem::absolute(path, unknown).native();
    return QString::fromLatin1(QByteArray::fromStdString(absolute).toPercentEncoding("/"));
}

std::string decoded(const QString& path)
{
    return QByteArray::fromPercentEncoding(path.toLatin1()).toStdString();
}

/// 0 for what is no number that a count can be.
std::size_t countOf(const QJsonValue& value)
{
    const qint64 count = value.toInteger();
    return count > 0 && count <= kMost ? static_cast<std::size_t>(count) : 0;
}

QJsonObject jsonOf(const OwnSamples& samples)
{
    QJsonObject json{
        {kDatabase, encoded(samples.database)}, {kGlyphs, static_cast<qint64>(samples.glyphs)}};
    if (samples.filter.writer) {
        json.insert(kWriter, *samples.filter.writer);
    }
    if (samples.filter.label) {
        json.insert(kLabel, *samples.filter.label);
    }
    return json;
}

std::optional<OwnSamples> samplesOf(const QJsonObject& json)
{
    OwnSamples samples{
        .database = decoded(json.value(kDatabase).toString()),
        .glyphs = countOf(json.value(kGlyphs))};
    if (json.value(kWriter).isString()) {
        samples.filter.writer = json.value(kWriter).toString();
    }
    if (json.contains(kLabel)) {
        samples.filter.label = json.value(kLabel).toInt();
    }
    return samples.database.empty() ? std::nullopt : std::optional(samples);
}

std::optional<double> partOf(const QJsonValue& value)
{
    const double part = value.toDouble(-1);
    return part >= 0 && part <= 1 ? std::optional(part) : std::nullopt;
}

QJsonObject parsed(const std::string& note)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(note)).object();
}

} // namespace

std::string
noteOf(const DataSources& sources, const std::optional<Figures>& before, const QString& run)
{
    QJsonObject json;
    visit(
        sources,
        [&](const QString& key, const std::optional<std::string>& path) {
            if (path) {
                json.insert(key, encoded(*path));
            }
        },
        [&](const QString& key, std::size_t count) {
            json.insert(key, static_cast<qint64>(count));
        });
    if (sources.noDigits) {
        json.insert(kNoDigits, static_cast<qint64>(*sources.noDigits));
    }
    if (sources.samples) {
        json.insert(kSamples, jsonOf(*sources.samples));
    }
    if (before) {
        QJsonObject figures;
        for (const auto& [key, part] : {std::pair{kTest, before->test}, {kOwn, before->own}}) {
            if (part) {
                figures.insert(key, *part);
            }
        }
        json.insert(kBefore, figures);
    }
    if (!run.isEmpty()) {
        json.insert(kRun, run);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<DataSources> dataSourcesOf(const std::string& note)
{
    const QJsonObject json = parsed(note);
    DataSources sources;
    visit(
        sources,
        [&](const QString& key, std::optional<std::string>& path) {
            if (const QString text = json.value(key).toString(); !text.isEmpty()) {
                path = decoded(text);
            }
        },
        [&](const QString& key, std::size_t& count) { count = countOf(json.value(key)); });
    if (json.contains(kNoDigits)) {
        sources.noDigits = countOf(json.value(kNoDigits));
    }
    sources.samples = samplesOf(json.value(kSamples).toObject());
    return isAny(sources) ? std::optional(sources) : std::nullopt;
}

std::optional<Figures> figuresBeforeOf(const std::string& note)
{
    const QJsonObject json = parsed(note);
    if (!json.value(kBefore).isObject()) {
        return std::nullopt;
    }
    const QJsonObject before = json.value(kBefore).toObject();
    return Figures{.test = partOf(before.value(kTest)), .own = partOf(before.value(kOwn))};
}

QString runOf(const std::string& note)
{
    constexpr qsizetype kLongest = 100;
    return parsed(note).value(kRun).toString().left(kLongest);
}

} // namespace digitpad
