// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/run_file.h"

#include "app/store/database.h"
#include "app/store/runs.h"
#include "core/engine/options_json.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <limits>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

RunFile someFile()
{
    RunFile file;
    RunSummary& run = file.run.summary;
    run.id = newRunId();
    run.name = u"七 \"quoted\""_s;
    run.note = u"two\nlines"_s;
    run.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123);
    run.seconds = 12.25;
    run.status = RunStatus::Stopped;
    run.options = defaultOptions("convnet");
    run.options.seed = std::numeric_limits<std::uint64_t>::max();
    run.data = u"mnist"_s;
    run.sources = u"/home/ada/secret"_s;
    run.counts = {.digits = 60'000, .none = 15'000, .test = 10'000};
    run.testAccuracy = 0.1 + 0.2;
    file.run.losses = {
        {.epoch = 1, .epochs = 2, .batch = 100, .batches = 200, .loss = 1.0 / 3},
        {.epoch = 1, .epochs = 2, .batch = 200, .batches = 200, .loss = 1e-300}};
    file.run.epochs = {
        {.epoch = 1,
         .epochs = 2,
         .batches = 200,
         .trainingLoss = 0.5,
         .testLoss = 0.25,
         .testAccuracy = 0.75},
        {.epoch = 2,
         .epochs = 2,
         .batches = 200,
         .trainingLoss = 0.4,
         .testLoss = {},
         .testAccuracy = {}}};
    file.run.changes = {
        {.epoch = 1, .batch = 150, .controls = {.learningRate = 0.0001, .epochs = 3}}};
    file.pth = QByteArray("PK\3\4\0\xff", 6);
    return file;
}

/// A file with one entry changed.
QByteArray with(const QString& name, const QJsonValue& value)
{
    QJsonObject json = QJsonDocument::fromJson(writeRunFile(someFile())).object();
    json[name] = value;
    return QJsonDocument(json).toJson();
}

} // namespace

class StoreRunFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsARun()
    {
        const RunFile file = someFile();
        const auto read = readRunFile(writeRunFile(file));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        const RunSummary& run = read->run.summary;
        QCOMPARE(run.id, file.run.summary.id);
        QCOMPARE(run.name, file.run.summary.name);
        QCOMPARE(run.note, file.run.summary.note);
        QCOMPARE(run.started, file.run.summary.started);
        QCOMPARE(run.seconds, 12.25);
        QCOMPARE(run.status, RunStatus::Stopped);
        QCOMPARE(optionsToJson(run.options), optionsToJson(file.run.summary.options));
        QCOMPARE(run.data, u"mnist"_s);
        QCOMPARE(run.sources, QString());
        QCOMPARE(run.counts.none, std::size_t{15'000});
        QCOMPARE(*run.testAccuracy, 0.1 + 0.2);
        QVERIFY(read->run.losses == file.run.losses);
        QVERIFY(read->run.epochs == file.run.epochs);
        QVERIFY(read->run.changes == file.run.changes);
        QCOMPARE(read->pth, file.pth);
    }

    void saysNothingOfThisMachine() { QVERIFY(!writeRunFile(someFile()).contains("secret")); }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* name, const char* what, const QJsonValue& value) {
            QTest::addRow("%s: %s", name, what) << QString::fromUtf8(name) << value;
        };
        row("format", "another", u"zip"_s);
        row("version", "none", QJsonValue());
        row("version", "zero", 0);
        row("id", "no UUID", u"../../etc/passwd"_s);
        row("id", "a number", 5);
        row("name", "missing", QJsonValue(QJsonValue::Undefined));
        row("name", "long", QString(201, u'x'));
        row("note", "long", QString(10'001, u'x'));
        row("started", "no time", u"yesterday"_s);
        row("started", "before 1970", u"1969-12-31T00:00:00.000Z"_s);
        row("seconds", "negative", -1);
        row("seconds", "a text", u"1"_s);
        row("status", "unknown", u"asleep"_s);
        row("options", "a list", QJsonArray());
        row("options", "out of range", QJsonObject{{u"epochs"_s, 0}});
        row("counts", "missing", QJsonValue(QJsonValue::Undefined));
        row("counts", "negative", QJsonObject{{u"digits"_s, -1}, {u"none"_s, 0}, {u"test"_s, 0}});
        row("counts", "half", QJsonObject{{u"digits"_s, 0.5}, {u"none"_s, 0}, {u"test"_s, 0}});
        row("accuracy", "above one", 1.01);
        row("losses", "missing", QJsonValue(QJsonValue::Undefined));
        row("losses", "short", QJsonArray{QJsonArray{1, 1, 1, 1}});
        row("losses", "no list", QJsonArray{1});
        row("losses", "no number", QJsonArray{QJsonArray{1, 1, 1, 1, u"x"_s}});
        row("losses", "no epoch", QJsonArray{QJsonArray{0, 1, 1, 1, 1}});
        row("epochs", "accuracy", QJsonArray{QJsonArray{1, 1, 1, 0.5, 0.5, 2}});
        row("changes", "no rate", QJsonArray{QJsonArray{1, 1, 1, 0}});
        row("model", "no base64", u"####"_s);
        row("model", "empty", u""_s);
        row("model", "a number", 1);
    }
    void refusesWhatIsWrong()
    {
        QFETCH(const QString, name);
        QFETCH(const QJsonValue, value);
        const auto read = readRunFile(with(name, value));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Damaged);
        QVERIFY(name == u"format" || QString::fromStdString(read.error().detail).contains(name));
    }

    void refusesEveryCutAndOtherFiles()
    {
        const QByteArray whole = writeRunFile(someFile());
        for (qsizetype size = 0; size < whole.size() - 2; size += 97) {
            QVERIFY(!readRunFile(whole.left(size)));
        }
        QVERIFY(!readRunFile(QByteArray(100'000, '[')));
        QVERIFY(!readRunFile("{}"));
    }

    void saysThatALaterVersionIsNewer()
    {
        QCOMPARE(readRunFile(with(u"version"_s, 2)).error().code, ErrorCode::Unsupported);
    }

    void goesFromOneDatabaseToAnother()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.run"_s);
        const auto one = Database::open(folder.filePath(u"one.sqlite"_s));
        const auto other = Database::open(folder.filePath(u"other.sqlite"_s));
        QVERIFY(one && other);
        Runs from(**one);
        Runs to(**other);
        const RunFile file = someFile();
        const auto id = from.add(file.run, file.pth);
        QCOMPARE(*id, file.run.summary.id);
        QVERIFY(exportRun(from, *id, path));

        QCOMPARE(*importRun(to, path), *id);
        const auto second = importRun(to, path);
        QVERIFY(*second != *id);
        for (const QString& imported : {*id, *second}) {
            const auto run = to.run(imported);
            QVERIFY(run);
            QVERIFY(run->losses == file.run.losses);
            QVERIFY(run->epochs == file.run.epochs);
            QVERIFY(run->changes == file.run.changes);
            QCOMPARE(run->summary.started, file.run.summary.started);
            QCOMPARE(*to.model(imported), file.pth);
        }
    }

    void namesTheFileThatIsWrong()
    {
        const QTemporaryDir folder;
        const auto database = Database::open(folder.filePath(u"store.sqlite"_s));
        Runs runs(**database);
        const QString path = folder.filePath(u"a.run"_s);
        QCOMPARE(importRun(runs, path).error().code, ErrorCode::NotFound);
        QCOMPARE(importRun(runs, folder.path()).error().code, ErrorCode::NotAFile);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const auto imported = importRun(runs, path);
        QCOMPARE(imported.error().code, ErrorCode::Damaged);
        QCOMPARE(imported.error().file, path.toStdString());
        QVERIFY(runs.list()->runs.empty());
    }
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::StoreRunFileTest)
#include "store_run_file_test.moc"
