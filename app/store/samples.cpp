// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/samples.h"

#include "app/draw/ink_mime.h"
#include "app/store/database.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>
#include <limits>

namespace digitpad {

namespace {

constexpr qsizetype kPixels = static_cast<qsizetype>(Glyph::kPixels);

/// The filter as a condition, with values that stand for "any" where they are NULL.
const char* const kMeant =
    " WHERE deleted IS NULL AND (? IS NULL OR label = ?) AND (? IS NULL OR writer = ?)";

QVariantList valuesOf(const SampleFilter& filter)
{
    const QVariant label = filter.label ? QVariant(*filter.label) : QVariant();
    const QVariant writer = filter.writer ? QVariant(*filter.writer) : QVariant();
    return {label, label, writer, writer};
}

/// What a sample is known by: its strokes' places, which outlive a file of labelled ink (the
/// pressure does not), or the glyph.
QByteArray digestOf(const NewSample& sample)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (sample.drawing.isEmpty()) {
        hash.addData(
            QByteArrayView(reinterpret_cast<const char*>(sample.glyph.pixels.data()), kPixels));
        return hash.result();
    }
    QByteArray places;
    const auto add = [&places](const auto& value) {
        places.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    for (const PenStroke& stroke : sample.drawing) {
        add(stroke.size());
        for (const PenPoint& point : stroke) {
            add(point.position.x());
            add(point.position.y());
        }
    }
    hash.addData(places);
    return hash.result();
}

Result<void> check(const NewSample& sample)
{
    const auto wrong = [](const char* detail) {
        return std::unexpected(
            Error{.code = ErrorCode::InvalidOptions, .detail = detail, .file = {}});
    };
    if (sample.label < 0 || sample.label > 9) {
        return wrong("a label is 0 to 9");
    }
    if (sample.picture.size() > kLargestOriginal ||
        inkToJson(sample.drawing).size() > kLargestOriginal) {
        return wrong("a sample's strokes or picture are at most 16 MiB");
    }
    return {};
}

const char* const kTile = "SELECT id, label, writer, created, read, confidence, glyph FROM samples";

/// Of a row that begins as kTile does, from its second column on.
SampleTile tileOf(qint64 id, Answer& row)
{
    SampleTile tile;
    tile.id = id;
    tile.label = static_cast<int>(row.whole(0, 9));
    tile.writer = row.text(kLongestWriter);
    tile.created = row.time();
    const std::optional<qint64> read = row.wholeOrNull(0, 9);
    const std::optional<double> confidence = row.numberOrNull(0, 1);
    if (read) {
        tile.reading = {.digit = static_cast<int>(*read), .confidence = confidence.value_or(0)};
    }
    const QByteArray pixels = row.bytes(kPixels);
    if (pixels.size() != kPixels) {
        throw BadValue{QStringLiteral("glyph: expected 784 bytes, found %1").arg(pixels.size())};
    }
    std::memcpy(tile.glyph.pixels.data(), pixels.constData(), Glyph::kPixels);
    return tile;
}

/// What is too long is not even fetched.
const char* const kSample =
    "SELECT id, label, writer, created, read, confidence, glyph,"
    " iif(length(ink) > 16777216, '', ink), iif(length(picture) > 16777216, x'', picture)"
    " FROM samples LEFT JOIN originals ON sample = id";

Sample sampleOf(qint64 id, Answer& row)
{
    Sample sample;
    sample.tile = tileOf(id, row);
    if (const auto ink = row.textOrNull(kLargestOriginal)) {
        const std::optional<Drawing> drawing = inkFromJson(ink->toUtf8());
        if (!drawing) {
            throw BadValue{QStringLiteral("ink: expected strokes")};
        }
        sample.drawing = *drawing;
    }
    sample.picture = row.bytesOrNull(kLargestOriginal).value_or(QByteArray());
    return sample;
}

/// Calls work(id, row) for each row, whose first column is the id, until it returns false. Gives
/// what is wrong with those that hold what they should not.
template <class Work> QStringList eachRow(Answer rows, const Work& work)
{
    QStringList skipped;
    bool more = true;
    while (more && rows.next()) {
        const qint64 id = rows.whole();
        try {
            more = work(id, rows);
        } catch (const BadValue& bad) {
            skipped.append(QStringLiteral("sample %1: %2").arg(id).arg(bad.text));
        }
    }
    return skipped;
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

Result<qint64> Samples::correct(const NewSample& sample)
{
    if (const auto right = check(sample); !right) {
        return std::unexpected(right.error());
    }
    return m_database.write([&] {
        const QByteArray digest = digestOf(sample);
        if (!insert(sample, digest)) {
            m_database.change(
                "UPDATE samples SET label = ?, writer = ?, deleted = NULL WHERE digest = ?",
                {sample.label, sample.writer.left(kLongestWriter), digest});
        }
        Answer rows = m_database.ask("SELECT id FROM samples WHERE digest = ?", {digest});
        return rows.next() ? rows.whole() : 0;
    });
}

Result<SamplesAdded> Samples::add(std::span<const NewSample> samples)
{
    for (const NewSample& sample : samples) {
        if (const auto right = check(sample); !right) {
            return std::unexpected(right.error());
        }
    }
    return m_database.write([&] {
        SamplesAdded added;
        for (const NewSample& sample : samples) {
            const QByteArray digest = digestOf(sample);
            const bool isNew = insert(sample, digest) ||
                               m_database.change(
                                   "UPDATE samples SET label = ?, writer = ?, deleted = NULL"
                                   " WHERE digest = ? AND deleted IS NOT NULL",
                                   {sample.label, sample.writer.left(kLongestWriter), digest}) > 0;
            ++(isNew ? added.added : added.known);
            if (!isNew) {
                Answer other = m_database.ask(
                    "SELECT id FROM samples WHERE digest = ? AND label <> ?",
                    {digest, sample.label});
                added.otherLabel += other.next() ? 1 : 0;
            }
        }
        return added;
    });
}

Result<SampleOverview> Samples::overview(const std::optional<QString>& writer)
{
    return m_database.read([&] {
        SampleOverview overview;
        const QVariant whose = writer ? QVariant(*writer) : QVariant();
        Answer counts = m_database.ask(
            "SELECT label, count(*) FROM samples WHERE deleted IS NULL AND label BETWEEN 0 AND 9"
            " AND (? IS NULL OR writer = ?) GROUP BY label",
            {whose, whose});
        while (counts.next()) {
            const auto label = static_cast<std::size_t>(counts.whole(0, 9));
            overview.counts[label] = counts.whole(0);
        }
        Answer writers = m_database.ask(
            "SELECT DISTINCT writer FROM samples WHERE deleted IS NULL AND typeof(writer) = 'text'"
            " AND length(writer) <= 200");
        while (writers.next()) {
            overview.writers.push_back(writers.text(2 * kLongestWriter));
        }
        std::ranges::sort(overview.writers, [](const QString& left, const QString& right) {
            return left.localeAwareCompare(right) < 0;
        });
        return overview;
    });
}

Result<std::vector<SampleEntry>> Samples::list(const SampleFilter& filter)
{
    return m_database.read([&] {
        std::vector<SampleEntry> entries;
        const QByteArray sql =
            QByteArray("SELECT id, label, writer FROM samples") + kMeant + " ORDER BY id DESC";
        static_cast<void>(
            eachRow(m_database.ask(sql.constData(), valuesOf(filter)), [&](qint64 id, Answer& row) {
                const int label = static_cast<int>(row.whole(0, 9));
                const QString writer = row.text(kLongestWriter);
                // Mostly the same hand goes on: one string for all of it.
                const bool isSame = !entries.empty() && entries.back().writer == writer;
                entries.push_back(
                    {.id = id, .label = label, .writer = isSame ? entries.back().writer : writer});
                return true;
            }));
        return entries;
    });
}

Result<SamplePage> Samples::page(const SampleFilter& filter, qsizetype first, qsizetype count)
{
    return m_database.read([&] {
        SamplePage page;
        const QByteArray howMany = QByteArray("SELECT count(*) FROM samples") + kMeant;
        Answer all = m_database.ask(howMany.constData(), valuesOf(filter));
        page.count = all.next() ? all.whole() : 0;

        const QByteArray sql = QByteArray(kTile) + kMeant + " ORDER BY id DESC LIMIT ? OFFSET ?";
        page.skipped = eachRow(
            m_database.ask(sql.constData(), valuesOf(filter) << count << first),
            [&](qint64 id, Answer& row) {
                page.tiles.push_back(tileOf(id, row));
                return true;
            });
        return page;
    });
}

Result<Sample> Samples::sample(qint64 id)
{
    return m_database.read([&] {
        const QByteArray sql = QByteArray(kSample) + " WHERE id = ? AND deleted IS NULL";
        Answer rows = m_database.ask(sql.constData(), {id});
        if (!rows.next()) {
            throw DatabaseFault{
                {.code = ErrorCode::NotFound,
                 .detail = "no such sample",
                 .file = std::to_string(id)}};
        }
        return sampleOf(rows.whole(), rows);
    });
}

Result<Dataset> Samples::dataset(const SampleFilter& filter)
{
    return m_database.read([&] {
        Dataset data;
        const QByteArray sql = QByteArray(kTile) + kMeant + " ORDER BY id";
        eachRow(m_database.ask(sql.constData(), valuesOf(filter)), [&](qint64 id, Answer& row) {
            const SampleTile tile = tileOf(id, row);
            data.glyphs.push_back(tile.glyph);
            data.labels.push_back(static_cast<std::uint8_t>(tile.label));
            return true;
        });
        return data;
    });
}

Result<QStringList>
Samples::each(const SampleFilter& filter, const std::function<bool(const Sample&)>& work)
{
    return m_database.read([&] {
        const QByteArray sql = QByteArray(kSample) + kMeant + " ORDER BY id";
        return eachRow(
            m_database.ask(sql.constData(), valuesOf(filter)),
            [&](qint64 id, Answer& row) { return work(sampleOf(id, row)); });
    });
}

Result<void> Samples::setLabels(std::span<const SampleLabel> labels)
{
    if (std::ranges::any_of(
            labels, [](const SampleLabel& label) { return label.label < 0 || label.label > 9; })) {
        return std::unexpected(
            Error{.code = ErrorCode::InvalidOptions, .detail = "a label is 0 to 9", .file = {}});
    }
    return m_database.write([&] {
        for (const auto& [id, label] : labels) {
            m_database.change("UPDATE samples SET label = ? WHERE id = ?", {label, id});
        }
    });
}

Result<void> Samples::setWriter(std::span<const qint64> ids, const QString& writer)
{
    return change("UPDATE samples SET writer = ? WHERE id = ?", writer.left(kLongestWriter), ids);
}

Result<void> Samples::remove(std::span<const qint64> ids)
{
    return change("UPDATE samples SET deleted = ? WHERE id = ?", now(), ids);
}

Result<void> Samples::restore(std::span<const qint64> ids)
{
    return change("UPDATE samples SET deleted = ? WHERE id = ?", QVariant(), ids);
}

Result<void> Samples::purge()
{
    constexpr qint64 kDay = qint64{24} * 60 * 60 * 1000;
    return m_database.write(
        [&] { m_database.change("DELETE FROM samples WHERE deleted <= ?", {now() - kDay}); });
}

/// False where a sample of this digest is there, deleted or not.
bool Samples::insert(const NewSample& sample, const QByteArray& digest)
{
    const QByteArray glyph(reinterpret_cast<const char*>(sample.glyph.pixels.data()), kPixels);
    const auto& reading = sample.reading;
    const int inserted = m_database.change(
        "INSERT INTO samples(digest, created, writer, label, read, confidence, glyph)"
        " VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(digest) DO NOTHING",
        {digest, now(), sample.writer.left(kLongestWriter), sample.label,
         reading ? QVariant(reading->digit) : QVariant(),
         reading ? QVariant(reading->confidence) : QVariant(), glyph});
    if (inserted == 0) {
        return false;
    }
    if (!sample.drawing.isEmpty() || !sample.picture.isEmpty()) {
        m_database.change(
            "INSERT INTO originals(sample, ink, picture) VALUES(?, ?, ?)",
            {m_database.lastId(),
             sample.drawing.isEmpty() ? QVariant()
                                      : QVariant(QString::fromUtf8(inkToJson(sample.drawing))),
             sample.picture.isEmpty() ? QVariant() : QVariant(sample.picture)});
    }
    return true;
}

Result<void> Samples::change(const char* sql, const QVariant& value, std::span<const qint64> ids)
{
    return m_database.write([&] {
        for (const qint64 id : ids) {
            m_database.change(sql, {value, id});
        }
    });
}

Result<Dataset> readSamples(const QString& databaseFile, const SampleFilter& filter)
{
    const auto database = Database::open(databaseFile, Database::Damaged::Refuse);
    return database ? Samples(**database).dataset(filter) : std::unexpected(database.error());
}

} // namespace digitpad
