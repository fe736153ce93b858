// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_note.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

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
    count(QStringLiteral("photographed"), sources.photographed);
    count(QStringLiteral("synthetic"), sources.synthetic);
    count(QStringLiteral("syntheticTest"), sources.syntheticTest);
}

const QString kNoDigits = QStringLiteral("noDigits");

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

} // namespace

std::string noteOf(const DataSources& sources)
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
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<DataSources> dataSourcesOf(const std::string& note)
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(note)).object();
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
    const bool isAny = sources.mnist || sources.ink || sources.pictures || sources.synthetic > 0;
    return isAny ? std::optional(sources) : std::nullopt;
}

} // namespace digitpad
