// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"
#include "core/base/error.h"
#include "core/data/dataset.h"

#include <functional>
#include <span>

namespace digitpad {

class Answer;
class Database;

/// The own samples in a database. Everything blocks, for milliseconds; add() of many and each() for
/// a tenth of a second for some thousand samples.
/// Errors of all: Database, Damaged.
class Samples {
public:
    explicit Samples(Database& database) : m_database(database) {}

    /// Keeps a sample and gives its id. One with the same strokes (of pictures: the same glyph)
    /// that is there, or was deleted, gets the new label, writer and reading instead.
    /// Errors also: InvalidOptions for a label that is no digit or an original that is too large.
    [[nodiscard]] Result<qint64> correct(const NewSample& sample);

    /// Keeps those that are not there yet; one that was deleted is there again. All or none.
    /// Errors also: as correct().
    [[nodiscard]] Result<SamplesAdded> add(std::span<const NewSample> samples);

    [[nodiscard]] Result<SampleOverview> overview(const std::optional<QString>& writer = {});
    /// Those that the filter lets through, the latest first: as page() has them, but for damaged
    /// ones, which only one of the two may have. Some hundredths of a second for 20,000.
    [[nodiscard]] Result<std::vector<SampleEntry>> list(const SampleFilter& filter);
    /// Those from `first` (0 = the latest) on, at most `count`.
    [[nodiscard]] Result<SamplePage>
    page(const SampleFilter& filter, qsizetype first, qsizetype count);
    /// Errors also: NotFound, with the id as the file.
    [[nodiscard]] Result<Sample> sample(qint64 id);

    /// To learn from: the glyphs, the oldest first. Rows that are damaged are left out.
    [[nodiscard]] Result<Dataset> dataset(const SampleFilter& filter = {});
    /// Calls work() for each, the oldest first, until it returns false. It must not use the
    /// database. Rows that are damaged are left out: gives what is wrong with them, a line each.
    [[nodiscard]] Result<QStringList>
    each(const SampleFilter& filter, const std::function<bool(const Sample&)>& work);

    // Ids that are not there are passed over.
    [[nodiscard]] Result<void> setLabels(std::span<const SampleLabel> labels);
    [[nodiscard]] Result<void> setWriter(std::span<const qint64> ids, const QString& writer);
    /// Deleted samples can be restored until they are purged.
    [[nodiscard]] Result<void> remove(std::span<const qint64> ids);
    [[nodiscard]] Result<void> restore(std::span<const qint64> ids);
    /// Takes away for good what was deleted a day ago or longer.
    [[nodiscard]] Result<void> purge();

private:
    bool insert(const NewSample& sample, const QByteArray& digest);
    [[nodiscard]] Result<void>
    change(const char* sql, const QVariant& value, std::span<const qint64> ids);

    Database& m_database;
};

/// The same as Samples::dataset for a thread that has no database open, such as the one that
/// trains. Errors also: those of Database::open; a damaged file stays.
[[nodiscard]] Result<Dataset>
readSamples(const QString& databaseFile, const SampleFilter& filter = {});

} // namespace digitpad
