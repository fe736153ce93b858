// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_note.h"

#include <QTest>

#include <filesystem>

using namespace digitpad;

class DataNoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBack()
    {
        const DataSources all{
            .mnist = "/a folder/mnist",
            .mnistDigits = 20'000,
            .ink = "/no \xff utf-8/\"quoted\"%41.jsonl",
            .photographed = 7,
            .pictures = "/数字",
            .synthetic = 1'000'000,
            .syntheticTest = 2000,
            .samples =
                OwnSamples{
                    .database = "/数字/own \xff.sqlite",
                    .filter = {.label = 0, .writer = QStringLiteral("Ada \"%41\" 数")},
                    .glyphs = 4000},
            .noDigits = 0};
        QCOMPARE(dataSourcesOf(noteOf(all)), std::optional(all));
        DataSources few;
        few.synthetic = 1;
        QCOMPARE(dataSourcesOf(noteOf(few)), std::optional(few));
        few.synthetic = 0;
        few.samples = OwnSamples{.database = "/own.sqlite"};
        few.samples->filter.writer = QString(); // of nobody named
        QCOMPARE(dataSourcesOf(noteOf(few)), std::optional(few));
    }

    void remembersHowTheModelDid()
    {
        DataSources sources;
        sources.synthetic = 1;
        for (const Figures& figures :
             {Figures{.test = 0.9742, .own = 0.5}, Figures{.test = {}, .own = 1}, Figures{}}) {
            const std::string note = noteOf(sources, figures, QStringLiteral("some-run"));
            QCOMPARE(runOf(note), QStringLiteral("some-run"));
            QCOMPARE(figuresBeforeOf(note), std::optional(figures));
            QCOMPARE(dataSourcesOf(note), std::optional(sources));
        }
        QVERIFY(!figuresBeforeOf(noteOf(sources)));
        QVERIFY(!figuresBeforeOf(""));
        QCOMPARE(figuresBeforeOf(R"({"before":{"test":7,"own":"x"}})"), std::optional(Figures{}));
    }

    void namesFoldersFromAnywhere()
    {
        DataSources sources;
        sources.mnist = "mnist";
        const auto found = dataSourcesOf(noteOf(sources));
        QVERIFY(found.has_value());
        QCOMPARE(*found->mnist, (std::filesystem::current_path() / "mnist").string());
    }

    void isNothingWhereItNamesNoData_data()
    {
        QTest::addColumn<QByteArray>("note");
        for (const char* note :
             {"", "[]", "{}", "7", "{\"mnist\":7}", "{\"mnist\":\"\"}", "{\"synthetic\":-1}",
              "{\"samples\":7}", "{\"samples\":{}}", "{\"samples\":{\"database\":\"\"}}",
              "{\"synthetic\":1000001}", "{\"synthetic\":\"9\"}", "{\"photographed\":9}",
              "{\"mnist\":\"x\""}) {
            QTest::newRow(note) << QByteArray(note);
        }
    }
    void isNothingWhereItNamesNoData()
    {
        QFETCH(const QByteArray, note);
        QVERIFY(!dataSourcesOf(note.toStdString()));
    }
};

QTEST_GUILESS_MAIN(DataNoteTest)
#include "data_note_test.moc"
