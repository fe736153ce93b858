// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/store/runs.h"
#include "app/store/schema.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <random>

namespace digitpad::tests {

namespace {

/// The tables as version 1 made them, kept here as they were: what is in the hands of people must
/// stay readable whatever becomes of app/store/schema.cpp.
const char* const kVersion1[] = {
    R"(CREATE TABLE runs(
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    started INTEGER NOT NULL,
    seconds REAL NOT NULL,
    status TEXT NOT NULL,
    failure TEXT NOT NULL,
    owner TEXT NOT NULL,
    options TEXT NOT NULL,
    data TEXT NOT NULL,
    sources TEXT NOT NULL,
    digits INTEGER NOT NULL,
    none INTEGER NOT NULL,
    test INTEGER NOT NULL,
    accuracy REAL,
    deleted INTEGER
) STRICT)",
    R"(CREATE TABLE losses(
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    loss REAL NOT NULL,
    PRIMARY KEY(run, epoch, batch)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE epochs(
    run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    epochs INTEGER NOT NULL,
    batches INTEGER NOT NULL,
    training_loss REAL NOT NULL,
    test_loss REAL,
    test_accuracy REAL,
    PRIMARY KEY(run, epoch)
) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE models(
    run INTEGER PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    pth BLOB NOT NULL
) STRICT)",
    R"(CREATE TABLE samples(
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    writer TEXT NOT NULL,
    label INTEGER NOT NULL,
    read INTEGER,
    confidence REAL,
    deleted INTEGER,
    glyph BLOB NOT NULL
) STRICT)",
    R"(CREATE TABLE originals(
    sample INTEGER PRIMARY KEY REFERENCES samples ON DELETE CASCADE,
    ink TEXT,
    picture BLOB
) STRICT)",
    "CREATE INDEX samples_by_label ON samples(label, writer) WHERE deleted IS NULL",
    R"(INSERT INTO runs VALUES(1, '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', 'An old run', 'kept',
    1700000000000, 12.5, 'finished', '', '', '{"epochs":3}', 'mnist', '', 60000, 0, 10000,
    0.975, NULL))",
    "INSERT INTO losses VALUES(1, 1, 100, 3, 938, 0.5)",
    "INSERT INTO epochs VALUES(1, 1, 3, 938, 0.25, 0.2, 0.9)",
    "INSERT INTO models VALUES(1, x'504b0304')",
    "PRAGMA application_id=1145524292",
    "PRAGMA user_version=1"};

/// Does what other programs do to a database.
bool change(const QString& file, const QStringList& statements)
{
    bool done = false;
    {
        QSqlDatabase connection =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        connection.setDatabaseName(file);
        done = connection.open();
        for (const QString& statement : statements) {
            QSqlQuery query(connection);
            const bool did = query.exec(statement);
            if (!did) {
                qWarning() << statement.left(100) << query.lastError();
            }
            done = did && done;
        }
        connection.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    return done;
}

bool makeVersion1(const QString& file)
{
    QStringList statements;
    for (const char* statement : kVersion1) {
        statements.append(QString::fromUtf8(statement));
    }
    return change(file, statements);
}

QByteArray bytesOf(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

bool write(const QString& file, const QByteArray& bytes)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
}

NewRun someRun(const QString& name)
{
    return {.id = newRunId(), .name = name, .options = {}, .data = {}, .sources = {}, .counts = {}};
}

/// What the child that is killed does: it notes runs with many points, one after the other, and
/// says each time that one is kept.
int writeForEver(const QString& file)
{
    const auto database = Database::open(file, Database::Damaged::Refuse);
    if (!database) {
        return 1;
    }
    Runs runs(**database);
    std::vector<TrainingEvent> events;
    for (int batch = 1; batch <= 500; ++batch) {
        events.emplace_back(
            LossPoint{.epoch = 1, .epochs = 1, .batch = batch, .batches = 500, .loss = 0.5});
    }
    for (;;) {
        const NewRun run = someRun(QStringLiteral("a run"));
        if (!runs.begin(run) || !runs.append(run.id, events)) {
            return 1;
        }
        std::puts("kept");
        std::fflush(stdout);
    }
}

/// What a child does that starts together with others: it notes one run.
int writeOnce(const QString& file)
{
    const auto database = Database::open(file);
    return database && Runs(**database).begin(someRun(QStringLiteral("a run"))) ? 0 : 1;
}

} // namespace

class StoreDatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void makesItsFolderAndFile()
    {
        const QString file = m_folder->filePath(QStringLiteral("a/b/store.sqlite"));
        const auto database = Database::open(file);
        QVERIFY2(database, qPrintable(detailOf(database)));
        QVERIFY(QFile::exists(file));
        QVERIFY(!(*database)->isReadOnly());
        QCOMPARE((*database)->setAside(), QString());
    }

    void opensWhatVersion1Wrote()
    {
        QVERIFY(makeVersion1(file()));
        const auto database = Database::open(file());
        QVERIFY2(database, qPrintable(detailOf(database)));
        QCOMPARE((*database)->setAside(), QString());
        Runs runs(**database);
        const auto list = runs.list();
        QVERIFY(list);
        QCOMPARE(list->skipped, QStringList());
        QCOMPARE(list->runs.size(), std::size_t{1});
        QCOMPARE(list->runs[0].name, QStringLiteral("An old run"));
        QCOMPARE(list->runs[0].options.epochs, 3);
        QCOMPARE(runs.model(list->runs[0].id).value_or(QByteArray()), QByteArray("PK\3\4"));
        // What came with version 2 is there.
        const TrainingChange change{
            .epoch = 2, .batch = 0, .controls = {.learningRate = 0.5, .epochs = 4}};
        QVERIFY(runs.steer(list->runs[0].id, change));
        QCOMPARE(runs.run(list->runs[0].id)->changes, std::vector{change});
        QVERIFY(Database::open(file(), Database::Damaged::Refuse)); // as it is now
    }

    void doesNotChangeWhatItRefuses()
    {
        QVERIFY(makeVersion1(file()));
        QVERIFY(change(file(), {QStringLiteral("CREATE VIEW v AS SELECT 1")}));
        const QByteArray before = bytesOf(file());
        QVERIFY(!Database::open(file(), Database::Damaged::Refuse));
        QCOMPARE(bytesOf(file()), before);
    }

    void leavesANewerDatabaseAlone()
    {
        QVERIFY(makeVersion1(file()));
        QVERIFY(change(
            file(), {QStringLiteral("ALTER TABLE runs ADD COLUMN confusion TEXT"),
                     QStringLiteral("PRAGMA user_version=%1").arg(kSchemaVersion + 1)}));
        const QByteArray before = bytesOf(file());
        const auto database = Database::open(file());
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Unsupported);
        QVERIFY(detailOf(database).contains(QStringLiteral("newer Digitpad")));
        QCOMPARE(bytesOf(file()), before);
        QCOMPARE(filesBeside(), QStringList());
    }

    void leavesAnotherProgramsDatabaseAlone()
    {
        QVERIFY(change(file(), {QStringLiteral("CREATE TABLE bookmarks(url TEXT)")}));
        const QByteArray before = bytesOf(file());
        const auto database = Database::open(file());
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Unsupported);
        QCOMPARE(bytesOf(file()), before);
        QCOMPARE(filesBeside(), QStringList());
    }

    void setsDamagedFilesAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QVERIFY(makeVersion1(file()));
        const QByteArray whole = bytesOf(file());
        std::mt19937 random(7);
        QByteArray noise(20'000, '\0');
        std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
        QTest::newRow("noise") << noise;
        QTest::newRow("text") << QByteArray("Dear diary\n").repeated(100);
        QTest::newRow("half of it") << whole.left(whole.size() / 2);
        QTest::newRow("cut in the header") << whole.left(50);
        QTest::newRow("the header and noise") << whole.left(100) + noise;
        QTest::newRow("noise in the middle")
            << whole.left(4096) + noise.left(8192) + whole.mid(4096 + 8192);
        QByteArray zeros = whole;
        std::fill(zeros.begin() + 4096, zeros.end(), '\0');
        QTest::newRow("zeros") << zeros;
    }
    void setsDamagedFilesAside()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(write(file(), bytes));
        const auto refused = Database::open(file(), Database::Damaged::Refuse);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QCOMPARE(bytesOf(file()), bytes);

        const auto database = Database::open(file());
        QVERIFY2(database, qPrintable(detailOf(database)));
        QVERIFY((*database)->setAside().contains(QStringLiteral("damaged")));
        QCOMPARE(bytesOf((*database)->setAside()), bytes);
        Runs runs(**database);
        QVERIFY(runs.list());
        QVERIFY(runs.begin(someRun({})));
    }

    void keepsEveryDamagedFile()
    {
        for (int count = 1; count <= 3; ++count) {
            QVERIFY(write(file(), "no database " + QByteArray::number(count)));
            QVERIFY(Database::open(file()));
            QCOMPARE(filesBeside().size(), count);
        }
    }

    void refusesOtherTables_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("column") << QStringLiteral("ALTER TABLE losses DROP COLUMN loss");
        QTest::newRow("table") << QStringLiteral("DROP TABLE models");
        QTest::newRow("trigger") << QStringLiteral(
            "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END");
        QTest::newRow("view") << QStringLiteral("CREATE VIEW v AS SELECT 1");
    }
    void refusesOtherTables()
    {
        QFETCH(const QString, statement);
        QVERIFY(makeVersion1(file()));
        QVERIFY(change(file(), {statement}));
        const auto database = Database::open(file(), Database::Damaged::Refuse);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Damaged);
    }

    void bearsAnIndexOfSomebodyElse()
    {
        QVERIFY(makeVersion1(file()));
        QVERIFY(change(file(), {QStringLiteral("CREATE INDEX theirs ON runs(name)")}));
        QVERIFY(Database::open(file(), Database::Damaged::Refuse));
    }

    void isReadWhereNothingCanBeWritten()
    {
        QVERIFY(makeVersion1(file()));
        QVERIFY(QFile::setPermissions(file(), QFileDevice::ReadOwner));
        if (QFileInfo(file()).isWritable()) {
            QSKIP("root may write every file");
        }
        const auto database = Database::open(file());
        QVERIFY2(database, qPrintable(detailOf(database)));
        QVERIFY((*database)->isReadOnly());
        Runs runs(**database);
        QCOMPARE(runs.list()->runs.size(), std::size_t{1});
        const auto begun = runs.begin(someRun({}));
        QVERIFY(!begun);
        QCOMPARE(begun.error().code, ErrorCode::Database);
    }

    void saysWhatIsInItsPlace()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
        const auto folder = Database::open(m_folder->filePath(QStringLiteral("folder")));
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::NotAFile);

        QVERIFY(write(m_folder->filePath(QStringLiteral("file")), "x"));
        const auto under = Database::open(m_folder->filePath(QStringLiteral("file/store.sqlite")));
        QVERIFY(!under);
        QCOMPARE(under.error().code, ErrorCode::Database);
    }

    void twoHaveItOpen()
    {
        const auto one = Database::open(file());
        const auto other = Database::open(file());
        QVERIFY(one && other);
        for (int round = 0; round < 5; ++round) {
            QVERIFY(Runs(**one).begin(someRun({})));
            QVERIFY(Runs(**other).begin(someRun({})));
        }
        QCOMPARE(Runs(**one).list()->runs.size(), std::size_t{10});
    }

    void manyStartTogether_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("setAside");
        QTest::newRow("on nothing") << QByteArray() << 0;
        QTest::newRow("on a damaged file") << QByteArray("no database") << 1;
    }
    void manyStartTogether()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, setAside);
        for (int round = 0; round < 8; ++round) {
            init();
            if (!bytes.isEmpty()) {
                QVERIFY(write(file(), bytes));
            }
            constexpr std::size_t kMany = 6;
            std::array<QProcess, kMany> children;
            for (QProcess& child : children) {
                child.start(
                    QCoreApplication::applicationFilePath(), {QStringLiteral("once"), file()});
            }
            for (QProcess& child : children) {
                QVERIFY(child.waitForFinished(60'000));
                QCOMPARE(child.exitCode(), 0);
            }
            QCOMPARE(filesBeside().size(), setAside);
            const auto database = Database::open(file(), Database::Damaged::Refuse);
            QVERIFY(database);
            QCOMPARE(Runs(**database).list()->runs.size(), kMany);
        }
    }

    void undoesWhatIsNotWhole()
    {
        const auto database = Database::open(file());
        QVERIFY(database);
        const auto result = (*database)->write([&] {
            (*database)->change("PRAGMA user_version=1"); // some change
            (*database)->change(
                "INSERT INTO runs VALUES(1, 'x', 'x', '', 0, 0.0, 'finished', '', '', '{}', '', '',"
                " 0, 0, 0, NULL, NULL)");
            (*database)->change("INSERT INTO losses VALUES(99, 1, 1, 1, 1, 0.5)"); // no such run
        });
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Database);
        QVERIFY(Runs(**database).list()->runs.empty());
        QVERIFY(Runs(**database).begin(someRun({}))); // is usable
    }

    void aFullDiskIsAnErrorAndNoDamage()
    {
        const auto database = Database::open(file());
        QVERIFY(database);
        Runs runs(**database);
        const NewRun run = someRun({});
        QVERIFY(runs.begin(run));
        QVERIFY((*database)->read([&] {
            QVERIFY((*database)->ask("PRAGMA max_page_count=1").next()); // as many as there are
        }));
        std::vector<TrainingEvent> events;
        for (int batch = 1; batch <= 5000; ++batch) {
            events.emplace_back(
                LossPoint{.epoch = 1, .epochs = 1, .batch = batch, .batches = 5000, .loss = 1});
        }
        const auto appended = runs.append(run.id, events);
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, ErrorCode::Database);
        QVERIFY(detailOf(appended).contains(QStringLiteral("full")));
        QCOMPARE(runs.run(run.id)->losses.size(), std::size_t{0});
        QVERIFY(runs.rename(run.id, QStringLiteral("still here")));
    }

    void killedInTheMiddleOfWriting()
    {
        std::mt19937 random(20);
        int kept = 0;
        for (int round = 0; round < 10; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("write"), file()});
            const auto wanted = static_cast<int>(random() % 8);
            int said = 0;
            while (said < wanted && child.waitForReadyRead(60'000)) {
                said += static_cast<int>(child.readAllStandardOutput().count("kept"));
            }
            QVERIFY(said >= wanted);
            QVERIFY(child.waitForStarted());
            child.kill(); // SIGKILL
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            kept += said + static_cast<int>(child.readAllStandardOutput().count("kept"));

            const auto database = Database::open(file(), Database::Damaged::Refuse);
            QVERIFY2(database, qPrintable(detailOf(database)));
            Runs runs(**database);
            const auto list = runs.list();
            QVERIFY(list);
            QVERIFY(list->skipped.isEmpty());
            int whole = 0;
            for (const RunSummary& run : list->runs) {
                QCOMPARE(run.status, RunStatus::Interrupted);
                const std::size_t points = runs.run(run.id)->losses.size();
                QVERIFY(points == 0 || points == 500); // all that came at once, or nothing
                whole += points == 500 ? 1 : 0;
            }
            QVERIFY2(whole >= kept, "what was said to be kept is not there");
        }
    }

private:
    [[nodiscard]] QString file() const
    {
        return m_folder->filePath(QStringLiteral("store.sqlite"));
    }
    [[nodiscard]] QStringList filesBeside() const
    {
        QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
        files.removeOne(QStringLiteral("store.sqlite"));
        return files;
    }
    template <class T> static QString detailOf(const Result<T>& result)
    {
        return result ? QString() : QString::fromStdString(result.error().detail);
    }

    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

} // namespace digitpad::tests

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "write") == 0) {
        return digitpad::tests::writeForEver(QFile::decodeName(argv[2]));
    }
    if (argc == 3 && qstrcmp(argv[1], "once") == 0) {
        return digitpad::tests::writeOnce(QFile::decodeName(argv[2]));
    }
    digitpad::tests::StoreDatabaseTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "store_database_test.moc"
