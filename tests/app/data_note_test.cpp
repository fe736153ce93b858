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
            .ink = "/no \xff utf-8/\"quoted\"%41.jsonl",
            .photographed = 7,
            .pictures = "/数字",
            .synthetic = 1'000'000,
            .syntheticTest = 2000,
            .noDigits = 0};
        QCOMPARE(dataSourcesOf(noteOf(all)), std::optional(all));
        DataSources few;
        few.synthetic = 1;
        QCOMPARE(dataSourcesOf(noteOf(few)), std::optional(few));
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
