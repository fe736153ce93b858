// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"
#include "app/store/runs.h"
#include "app/store/samples.h"
#include "tests/app/fake_engine.h"
#include "tests/app/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

} // namespace

class CliStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void listsNothing()
    {
        fill();
        const QString other = path(u"other.sqlite"_s);
        QVERIFY(Database::open(other));
        const Outcome outcome = run({u"runs"_s, u"list"_s, u"--store"_s, other});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.err, QByteArray());
    }

    void listsRuns()
    {
        fill();
        const Outcome outcome = call({u"runs"_s, u"list"_s});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.lines().size(), 2);
        const QByteArrayList fields = outcome.lines()[1].split('\t');
        QCOMPARE(fields.size(), 7);
        QCOMPARE(fields[0], m_first.toUtf8());
        QVERIFY(fields[1].endsWith('Z'));
        QCOMPARE(
            fields.mid(2),
            (QByteArrayList{"finished", "simple-nn", "1", "97.50 %", "first\\trun"}));

        const Outcome json = call({u"runs"_s, u"list"_s, u"--json"_s});
        QCOMPARE(json.lines().size(), 2);
        const QJsonObject object = QJsonDocument::fromJson(json.lines()[1]).object();
        QCOMPARE(object[u"name"].toString(), u"first\trun"_s);
        QCOMPARE(object[u"options"][u"epochs"].toInt(), 5);
        QVERIFY(!object.contains(u"losses"));
    }

    void namesCommandNoTerminal()
    {
        fill();
        {
            const auto database = Database::open(store());
            QVERIFY(Runs(**database).rename(m_first, u"\u001b]0;x\u202egnp"_s));
        }
        for (const QStringList& verb : {QStringList{u"list"_s}, QStringList{u"show"_s, m_first}}) {
            const Outcome outcome = call(QStringList{u"runs"_s} + verb);
            QCOMPARE(outcome.status, 0);
            QVERIFY2(outcome.out.contains("\\x1b]0;x\\xe2\\x80\\xaegnp"), outcome.out.constData());
            QVERIFY(!outcome.out.contains('\x1b'));
        }
        const Outcome json = call({u"runs"_s, u"show"_s, m_first, u"--json"_s});
        QCOMPARE(json.json()[u"name"].toString(), u"\u001b]0;x\u202egnp"_s);
        const Outcome none = call({u"runs"_s, u"show"_s, u"\u202egnp"_s});
        QVERIFY2(none.err.contains("\\x202egnp"), none.err.constData());
    }

    void showsARunByIdNameAndPrefix()
    {
        fill();
        for (const QString& name : {m_first, u"first\trun"_s, m_first.left(12)}) {
            const Outcome outcome = call({u"runs"_s, u"show"_s, name});
            QVERIFY2(outcome.status == 0, outcome.err.constData());
            QVERIFY(outcome.out.startsWith("ID: " + m_first.toUtf8() + '\n'));
            QVERIFY(outcome.out.contains("\nTest accuracy: 97.50 %\n"));
            QVERIFY(outcome.out.contains("\n1,100,100,0.5,,,\n"));
        }
        const Outcome json = call({u"runs"_s, u"show"_s, m_first, u"--json"_s});
        QCOMPARE(json.json()[u"losses"].toArray().size(), 2);
    }

    void saysWhichRunsAreMeant()
    {
        fill();
        const Outcome none = call({u"runs"_s, u"show"_s, u"no such run"_s});
        QCOMPARE(none.status, 1);
        QVERIFY(none.err.contains("no such run"));
        {
            const auto database = Database::open(store());
            QVERIFY(Runs(**database).rename(m_second, u"first\trun"_s));
        }
        const Outcome several = call({u"runs"_s, u"show"_s, u"first\trun"_s});
        QCOMPARE(several.status, 1);
        QVERIFY(several.err.contains(m_first.toUtf8()));
        QVERIFY(several.err.contains(m_second.toUtf8()));
    }

    void exportsAndImportsARun()
    {
        fill();
        const QString file = path(u"first.run"_s);
        const QString csv = path(u"first.csv"_s);
        const QString model = path(u"first.pth"_s);
        const Outcome outcome =
            call({u"runs"_s, u"export"_s, m_first, file, u"--csv"_s, csv, u"--model"_s, model});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(bytes(model), QByteArray("3"));
        QVERIFY(bytes(csv).startsWith("epoch,batch,step,loss,"));

        const QString other = path(u"other.sqlite"_s);
        const Outcome imported = run({u"runs"_s, u"import"_s, file, u"--store"_s, other});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(imported.out.trimmed(), m_first.toUtf8());
        const Outcome again = run({u"runs"_s, u"import"_s, file, file, u"--store"_s, other});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.lines().size(), 2);
        QCOMPARE(run({u"runs"_s, u"list"_s, u"--store"_s, other}).lines().size(), 3);
    }

    void saysWhatARunDoesNotHave()
    {
        fill();
        const Outcome outcome =
            call({u"runs"_s, u"export"_s, m_second, u"--model"_s, path(u"no.pth"_s)});
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.err.contains("no model"));
        QVERIFY(!QFile::exists(path(u"no.pth"_s)));

        QVERIFY(write(path(u"broken.run"_s), "{"));
        const Outcome broken = call({u"runs"_s, u"import"_s, path(u"broken.run"_s)});
        QCOMPARE(broken.status, 1);
        QVERIFY(broken.err.contains("broken.run"));
    }

    void everyFormatOfSamplesGoesThereAndBack_data()
    {
        QTest::addColumn<QString>("option");
        for (const char* option : {"--idx", "--pictures", "--ink"}) {
            QTest::newRow(option) << QString::fromUtf8(option);
        }
    }
    void everyFormatOfSamplesGoesThereAndBack()
    {
        QFETCH(const QString, option);
        fill();
        const QString target = path(u"target"_s);
        const QString other = path(u"other.sqlite"_s);
        const Outcome exported = call({u"samples"_s, u"export"_s, option, target});
        QVERIFY2(exported.status == 0, exported.err.constData());
        QCOMPARE(exported.out, QByteArray("Count: 3\n"));
        const Outcome imported = run(
            {u"samples"_s, u"import"_s, option, target, u"--writer"_s, u"Bo"_s, u"--store"_s,
             other});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(imported.out, QByteArray("Added: 3\nKnown: 0\n"));
        QCOMPARE(
            run({u"samples"_s, u"import"_s, option, target, u"--store"_s, other}).out,
            QByteArray("Added: 0\nKnown: 3\n"));
    }

    void saysThatLabelsDiffer()
    {
        fill();
        const QString file = path(u"ink"_s);
        QCOMPARE(call({u"samples"_s, u"export"_s, u"--ink"_s, file}).status, 0);
        QByteArray lines = bytes(file);
        QVERIFY(lines.contains("\"label\":2"));
        QVERIFY(write(file, lines.replace("\"label\":2", "\"label\":7")));
        const Outcome outcome = call({u"samples"_s, u"import"_s, u"--ink"_s, file});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray("Added: 0\nKnown: 3\n"));
        QVERIFY2(outcome.err.contains("1 sample was there with another"), outcome.err.constData());
    }

    void exportsOverNoDatabase_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a run") << QStringList{u"runs"_s, u"export"_s, u"second"_s};
        QTest::newRow("points") << QStringList{u"runs"_s, u"export"_s, u"second"_s, u"--csv"_s};
        QTest::newRow("a model") << QStringList{
            u"runs"_s, u"export"_s, u"first\trun"_s, u"--model"_s};
        QTest::newRow("drawings") << QStringList{u"samples"_s, u"export"_s, u"--ink"_s};
    }
    void exportsOverNoDatabase()
    {
        QFETCH(const QStringList, arguments);
        fill();
        for (const QString& end : {QString(), u"-journal"_s, u"-wal"_s}) {
            const Outcome outcome = call(arguments + QStringList{store() + end});
            QCOMPARE(outcome.status, 1);
            QCOMPARE(outcome.out, QByteArray());
            QVERIFY2(outcome.err.contains("runs and samples"), outcome.err.constData());
        }
        QCOMPARE(call({u"runs"_s, u"list"_s}).lines().size(), 2);
    }

    void filtersSamples()
    {
        fill();
        QCOMPARE(
            call({u"samples"_s, u"export"_s, u"--ink"_s, path(u"a"_s), u"--label"_s, u"1"_s}).out,
            QByteArray("Count: 1\n"));
        QCOMPARE(
            call({u"samples"_s, u"export"_s, u"--ink"_s, path(u"b"_s), u"--writer"_s, u"Ada"_s})
                .out,
            QByteArray("Count: 2\n"));
    }

    void opensNoPipe_data()
    {
        QTest::addColumn<QStringList>("verb");
        QTest::newRow("runs") << QStringList{u"runs"_s, u"import"_s};
        QTest::newRow("IDX") << QStringList{u"samples"_s, u"import"_s, u"--idx"_s};
        QTest::newRow("pictures") << QStringList{u"samples"_s, u"import"_s, u"--pictures"_s};
        QTest::newRow("drawings") << QStringList{u"samples"_s, u"import"_s, u"--ink"_s};
    }
    void opensNoPipe()
    {
        QFETCH(const QStringList, verb);
        const QString pipe = path(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const Outcome outcome = call(verb + QStringList{pipe});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY2(outcome.err.contains(pipe.toUtf8()), outcome.err.constData());
    }

    void decodersSayNothingThemselves()
    {
        fill();
        QVERIFY(QDir().mkpath(path(u"p/7"_s)));
        QVERIFY(write(path(u"p/7/a.png"_s), "no PNG at all"));
        const Outcome outcome = call({u"samples"_s, u"import"_s, u"--pictures"_s, path(u"p"_s)});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY2(outcome.err.startsWith("digitpad: "), outcome.err.constData());
    }

    void isUsedWrongly_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char* arguments) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments).split(u' ');
        };
        row("runs");
        row("runs delete");
        row("runs list x");
        row("runs list --csv x");
        row("runs show");
        row("runs show a b");
        row("runs export a");
        row("runs export a --json b");
        row("runs import");
        row("samples");
        row("samples list");
        row("samples export");
        row("samples export --idx a --ink b");
        row("samples export --idx a --label 10");
        row("samples import --idx a --label 1");
        row("samples import --idx a b");
    }
    void isUsedWrongly()
    {
        QFETCH(const QStringList, arguments);
        const Outcome outcome = call(arguments);
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.err.contains("--help"));
        QCOMPARE(outcome.out, QByteArray());
    }

    void leavesFilesThatAreNamedAlone()
    {
        const Outcome none = call({u"runs"_s, u"list"_s});
        QCOMPARE(none.status, 1);
        QVERIFY(!QFile::exists(store()));

        QVERIFY(write(store(), "Dear diary, this is no database of yours."));
        const Outcome diary = call({u"runs"_s, u"list"_s});
        QCOMPARE(diary.status, 1);
        QVERIFY(diary.err.contains("store.sqlite"));
        QVERIFY(bytes(store()).startsWith("Dear diary"));
    }

    void theDatabaseOfTheUserIsMade()
    {
        QTemporaryDir home;
        qputenv("XDG_DATA_HOME", home.path().toUtf8());
        const Outcome outcome = run({u"runs"_s, u"list"_s});
        qunsetenv("XDG_DATA_HOME");
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(QFile::exists(home.filePath(u"digitpad/digitpad/digitpad.sqlite"_s)));
    }

    void namesRowsThatAreDamaged()
    {
        fill();
        {
            const auto database = Database::open(store());
            QVERIFY((*database)->write([&] {
                (*database)->change("UPDATE runs SET status = 'asleep' WHERE id = 1");
                (*database)->change("UPDATE samples SET label = 77 WHERE id = 1");
            }));
        }
        const Outcome list = call({u"runs"_s, u"list"_s});
        QCOMPARE(list.status, 1);
        QCOMPARE(list.lines().size(), 1);
        QVERIFY(list.err.contains("run 1"));
        const Outcome samples = call({u"samples"_s, u"export"_s, u"--ink"_s, path(u"c"_s)});
        QCOMPARE(samples.status, 1);
        QCOMPARE(samples.out, QByteArray("Count: 2\n"));
        QVERIFY(samples.err.contains("sample 1"));
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString store() const { return path(u"store.sqlite"_s); }
    [[nodiscard]] Outcome call(const QStringList& arguments) const
    {
        return run(arguments + QStringList{u"--store"_s, store()});
    }
    static QByteArray bytes(const QString& file)
    {
        QFile source(file);
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }

    /// Two runs, the first of which has a model, and three samples, two of them Ada's.
    void fill()
    {
        const auto database = Database::open(store());
        QVERIFY(database);
        Runs runs(**database);
        m_first = newRunId();
        m_second = newRunId();
        NewRun run{
            .id = m_first,
            .name = u"first\trun"_s,
            .options = {},
            .data = u"mnist"_s,
            .sources = {},
            .counts = {}};
        QVERIFY(runs.begin(run));
        QVERIFY(runs.append(
            m_first,
            std::vector<TrainingEvent>{
                LossPoint{.epoch = 1, .epochs = 1, .batch = 100, .batches = 200, .loss = 0.5},
                LossPoint{.epoch = 1, .epochs = 1, .batch = 200, .batches = 200, .loss = 0.25},
                EpochResult{
                    .epoch = 1,
                    .epochs = 1,
                    .batches = 200,
                    .trainingLoss = 0.375,
                    .testLoss = 0.1,
                    .testAccuracy = 0.9}}));
        QVERIFY(runs.finish(
            m_first, {.status = RunStatus::Finished,
                      .failure = {},
                      .seconds = 1,
                      .testAccuracy = 0.975,
                      .model = std::make_shared<FakeModel>(3)}));
        run.id = m_second;
        run.name = u"second"_s;
        QVERIFY(runs.begin(run));

        std::vector<NewSample> samples;
        for (int label = 0; label < 3; ++label) {
            const PenStroke stroke = {
                {.position = {0.1, 0.1}}, {.position = {0.9, 0.3 * (label + 1)}}};
            samples.push_back(
                {.label = label,
                 .writer = label < 2 ? u"Ada"_s : QString(),
                 .glyph = renderInk(toInk({stroke})),
                 .drawing = {stroke},
                 .picture = {},
                 .reading = {}});
        }
        QVERIFY(Samples(**database).add(samples));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_first;
    QString m_second;
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliStoreTest)
#include "cli_store_test.moc"
