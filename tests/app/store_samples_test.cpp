// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/samples.h"

#include "app/store/database.h"
#include "core/ink/render.h"

#include <QTemporaryDir>
#include <QTest>

namespace digitpad::tests {

namespace {

/// A drawing that differs from every other's number.
NewSample drawn(int number, int label, const QString& writer = {})
{
    const PenStroke stroke = {
        {.position = {0.1, 0.1}, .pressure = 0.25},
        {.position = {0.5, 0.2 + number / 10'000.0}, .pressure = 0.75}};
    NewSample sample{
        .label = label,
        .writer = writer,
        .glyph = {},
        .drawing = {stroke},
        .picture = {},
        .reading = SampleReading{.digit = 7, .confidence = 0.5}};
    sample.glyph = renderInk(toInk(sample.drawing));
    return sample;
}

NewSample pictured(int number, int label)
{
    NewSample sample{
        .label = label, .writer = {}, .glyph = {}, .drawing = {}, .picture = "PNG", .reading = {}};
    sample.glyph.set(number % 28, number / 28, 255);
    return sample;
}

} // namespace

class StoreSamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto database = Database::open(m_folder->filePath(QStringLiteral("store.sqlite")));
        QVERIFY(database);
        m_database = std::move(*database);
        m_samples = std::make_unique<Samples>(*m_database);
    }
    void cleanup()
    {
        m_samples.reset();
        m_database.reset();
    }

    void keepsAllOfASample()
    {
        const NewSample strokes = drawn(1, 4, QStringLiteral("Ada 王"));
        const auto id = m_samples->correct(strokes);
        QVERIFY(id);
        const auto sample = m_samples->sample(*id);
        QVERIFY(sample);
        QCOMPARE(sample->tile.label, 4);
        QCOMPARE(sample->tile.writer, QStringLiteral("Ada 王"));
        QVERIFY(sample->tile.glyph == strokes.glyph);
        QVERIFY(sample->drawing == strokes.drawing); // bit for bit, pressure too
        QVERIFY(sample->picture.isEmpty());
        QVERIFY(sample->tile.reading == strokes.reading);
        QVERIFY(sample->tile.created.secsTo(QDateTime::currentDateTime()) < 100);

        const auto other = m_samples->sample(*m_samples->correct(pictured(3, 0)));
        QVERIFY(other);
        QVERIFY(other->drawing.isEmpty());
        QCOMPARE(other->picture, QByteArray("PNG"));
        QVERIFY(!other->tile.reading);
        QCOMPARE(m_samples->sample(99).error().code, ErrorCode::NotFound);
    }

    void aSecondCorrectionChangesTheFirst()
    {
        const auto first = m_samples->correct(drawn(1, 4));
        const auto second = m_samples->correct(drawn(1, 9, QStringLiteral("Ada")));
        QCOMPARE(*second, *first);
        QCOMPARE(m_samples->page({}, 0, 10)->count, 1);
        QCOMPARE(m_samples->sample(*first)->tile.label, 9);
        QCOMPARE(m_samples->sample(*first)->tile.writer, QStringLiteral("Ada"));
    }

    void addsEachOnceAndKeepsLabels()
    {
        const std::vector<NewSample> samples = {
            drawn(1, 1), drawn(2, 2), drawn(1, 3), pictured(4, 4)};
        const auto added = m_samples->add(samples);
        QVERIFY(added);
        QCOMPARE(added->added, 3);
        QCOMPARE(added->known, 1);
        QCOMPARE(added->otherLabel, 1); // 3 for what is a 1
        const auto again = m_samples->add(samples);
        QCOMPARE(again->added, 0);
        QCOMPARE(again->known, 4);
        QCOMPARE(again->otherLabel, 1);
        QCOMPARE(m_samples->overview()->counts, (std::array<qsizetype, 10>{0, 1, 1, 0, 1}));
    }

    void refusesWhatIsNoSample()
    {
        for (const int label : {-1, 10}) {
            QCOMPARE(m_samples->correct(drawn(1, label)).error().code, ErrorCode::InvalidOptions);
        }
        NewSample huge = pictured(1, 1);
        huge.picture = QByteArray(kLargestOriginal + 1, 'x');
        QVERIFY(!m_samples->add(std::vector{drawn(1, 1), huge}));
        QCOMPARE(m_samples->page({}, 0, 10)->count, 0); // all or none
        QVERIFY(!m_samples->setLabels(std::vector<SampleLabel>{{.id = 1, .label = 10}}));
    }

    void listsWhatItPages()
    {
        QVERIFY(m_samples->add(std::vector{
            drawn(1, 1, QStringLiteral("Ada")), drawn(2, 2), drawn(3, 1), pictured(4, 1)}));
        QVERIFY(m_samples->remove(std::vector<qint64>{3}));
        for (const SampleFilter& filter :
             {SampleFilter{}, SampleFilter{.label = 1, .writer = {}},
              SampleFilter{.label = {}, .writer = QStringLiteral("Ada")}}) {
            const auto list = m_samples->list(filter);
            const auto page = m_samples->page(filter, 0, 10);
            QVERIFY(list && page);
            QCOMPARE(static_cast<qsizetype>(list->size()), page->count);
            for (std::size_t i = 0; i < list->size(); ++i) {
                const SampleTile& tile = page->tiles.at(i);
                QVERIFY(
                    list->at(i) ==
                    (SampleEntry{.id = tile.id, .label = tile.label, .writer = tile.writer}));
            }
        }
        QCOMPARE(
            m_samples->overview(QStringLiteral("Ada"))->counts, (std::array<qsizetype, 10>{0, 1}));
        QCOMPARE(m_samples->overview(QStringLiteral("Ada"))->writers.size(), std::size_t{2});
    }

    void filtersAndPages()
    {
        std::vector<NewSample> samples;
        for (int i = 0; i < 100; ++i) {
            samples.push_back(
                drawn(i, i % 10, i % 2 == 0 ? QStringLiteral("Ada") : QStringLiteral("Bo")));
        }
        samples.push_back(drawn(100, 0));
        QVERIFY(m_samples->add(samples));

        const auto all = m_samples->page({}, 0, 30);
        QCOMPARE(all->count, 101);
        QCOMPARE(all->tiles.size(), std::size_t{30});
        QCOMPARE(all->tiles[0].label, 0); // the latest
        QCOMPARE(all->tiles[1].label, 9);
        QCOMPARE(m_samples->page({}, 90, 30)->tiles.size(), std::size_t{11});
        QVERIFY(m_samples->page({}, 101, 30)->tiles.empty());

        const auto fours = m_samples->page({.label = 4, .writer = {}}, 0, 100);
        QCOMPARE(fours->count, 10);
        QVERIFY(std::ranges::all_of(
            fours->tiles, [](const SampleTile& tile) { return tile.label == 4; }));
        QCOMPARE(m_samples->page({.label = {}, .writer = QStringLiteral("Bo")}, 0, 1)->count, 50);
        QCOMPARE(m_samples->page({.label = 4, .writer = QStringLiteral("Bo")}, 0, 1)->count, 0);
        QCOMPARE(m_samples->page({.label = {}, .writer = QString()}, 0, 1)->count, 1);

        const auto overview = m_samples->overview();
        QCOMPARE(overview->counts[0], 11);
        QCOMPARE(
            overview->writers,
            (std::vector{QString(), QStringLiteral("Ada"), QStringLiteral("Bo")}));

        const auto data = m_samples->dataset({.label = 4, .writer = {}});
        QCOMPARE(data->size(), std::size_t{10});
        QVERIFY(data->glyphs[0] == samples[4].glyph); // the oldest first
    }

    void areReadByWhoHasNoDatabaseOpen()
    {
        QVERIFY(m_samples->add(std::vector{drawn(1, 1), drawn(2, 2)}));
        QCOMPARE(readSamples(m_database->file())->size(), std::size_t{2});
        QCOMPARE(
            readSamples(m_database->file(), {.label = 2, .writer = {}})->size(), std::size_t{1});
        QVERIFY(!readSamples(m_folder->path()));
    }

    void relabelsAndRestores()
    {
        QVERIFY(m_samples->add(std::vector{drawn(1, 1), drawn(2, 2), drawn(3, 3)}));
        QVERIFY(m_samples->setLabels(std::vector<SampleLabel>{
            {.id = 1, .label = 7}, {.id = 3, .label = 8}, {.id = 99, .label = 0}}));
        QCOMPARE(m_samples->sample(1)->tile.label, 7);
        QCOMPARE(m_samples->sample(2)->tile.label, 2);
        QCOMPARE(m_samples->sample(3)->tile.label, 8);

        const std::vector<qint64> two = {1, 2};
        QVERIFY(m_samples->setWriter(two, QStringLiteral("Eve")));
        QCOMPARE(m_samples->sample(2)->tile.writer, QStringLiteral("Eve"));
        QVERIFY(m_samples->remove(two));
        QCOMPARE(m_samples->page({}, 0, 10)->count, 1);
        QVERIFY(!m_samples->sample(1));
        QVERIFY(m_samples->purge()); // too early
        QVERIFY(m_samples->restore(two));
        QCOMPARE(m_samples->page({}, 0, 10)->count, 3);

        QVERIFY(m_samples->remove(two));
        QVERIFY(m_database->write([&] {
            m_database->change("UPDATE samples SET deleted = 1 WHERE deleted IS NOT NULL");
        }));
        QVERIFY(m_samples->purge());
        QVERIFY(m_samples->restore(two));
        QCOMPARE(m_samples->page({}, 0, 10)->count, 1);
    }

    void aDeletedSampleThatComesAgainIsThereAgain()
    {
        const qint64 id = *m_samples->correct(drawn(1, 1));
        QVERIFY(m_samples->remove(std::vector{id}));
        QCOMPARE(m_samples->add(std::vector{drawn(1, 2)})->added, 1);
        QCOMPARE(m_samples->sample(id)->tile.label, 2);
    }

    void skipsAndNamesHostileRows_data()
    {
        QTest::addColumn<QString>("change");
        const auto row = [](const char* name, const char* change) {
            QTest::newRow(name) << QString::fromUtf8(change);
        };
        row("label", "UPDATE samples SET label = 10 WHERE id = 2");
        row("negative label", "UPDATE samples SET label = -1 WHERE id = 2");
        row("writer", "UPDATE samples SET writer = printf('%.*c', 100000, 'x') WHERE id = 2");
        row("time", "UPDATE samples SET created = -9223372036854775808 WHERE id = 2");
        row("short glyph", "UPDATE samples SET glyph = x'00' WHERE id = 2");
        row("long glyph", "UPDATE samples SET glyph = zeroblob(100000000) WHERE id = 2");
        row("read", "UPDATE samples SET read = 77 WHERE id = 2");
        row("confidence", "UPDATE samples SET confidence = 9e999 WHERE id = 2");
    }
    void skipsAndNamesHostileRows()
    {
        QFETCH(const QString, change);
        QVERIFY(m_samples->add(std::vector{drawn(1, 1), drawn(2, 2), drawn(3, 3)}));
        QVERIFY(m_database->write([&] { m_database->change(change.toUtf8().constData()); }));
        const auto page = m_samples->page({}, 0, 10);
        QVERIFY(page);
        QCOMPARE(page->tiles.size(), std::size_t{2});
        QCOMPARE(page->skipped.size(), 1);
        QVERIFY2(
            page->skipped[0].startsWith(QStringLiteral("sample 2: ")),
            qPrintable(page->skipped[0]));
        QCOMPARE(m_samples->dataset()->size(), std::size_t{2});
        QCOMPARE(m_samples->sample(2).error().code, ErrorCode::Damaged);
        QVERIFY(m_samples->overview());
    }

    void skipsHostileOriginals()
    {
        QVERIFY(m_samples->add(std::vector{drawn(1, 1), drawn(2, 2), drawn(3, 3), drawn(4, 4)}));
        QVERIFY(m_database->write([&] {
            m_database->change(
                "UPDATE originals SET ink = '{\"strokes\":[[[1]]]}' WHERE sample = 1");
            m_database->change(
                "UPDATE originals SET ink = printf('%.*c', 20000000, '[') WHERE sample = 2");
            m_database->change(
                "UPDATE originals SET ink = NULL, picture = zeroblob(50000000) WHERE sample = 3");
        }));
        std::vector<qint64> seen;
        const auto skipped = m_samples->each({}, [&](const Sample& sample) {
            seen.push_back(sample.tile.id);
            return true;
        });
        QVERIFY(skipped);
        QCOMPARE(seen, (std::vector<qint64>{3, 4})); // the third without its picture
        QCOMPARE(skipped->size(), 2);
    }

    void stopsWhenAsked()
    {
        QVERIFY(m_samples->add(std::vector{drawn(1, 1), drawn(2, 2)}));
        int count = 0;
        QVERIFY(m_samples->each({}, [&](const Sample&) { return ++count < 1; }));
        QCOMPARE(count, 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Samples> m_samples;
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::StoreSamplesTest)
#include "store_samples_test.moc"
