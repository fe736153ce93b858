// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/save_file.h"

#include "app/store/database.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace digitpad;

class SaveFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAllOfIt();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void namesTheFolderThatIsMissing();
    void savesOverNoDatabase_data();
    void savesOverNoDatabase();
    void savesOverDatabasesOfOthers();
    void checksWithoutATrace();
    void remembersFoldersThatAreThere();

private:
    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

    QTemporaryDir m_folder;
};

void SaveFileTest::writesAllOfIt()
{
    QVERIFY(saveFile(path("new"), "one"));
    QVERIFY(saveFile(path("new"), "two"));
    QCOMPARE(bytesOf(path("new")), QByteArray("two"));
}

void SaveFileTest::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("a device") << QStringLiteral("/dev/null");
    QVERIFY(QDir().mkpath(path("folder/inside")));
    QTest::newRow("a folder") << path("folder");
    QCOMPARE(::mkfifo(path("pipe").toLocal8Bit().constData(), 0600), 0);
    QTest::newRow("a pipe") << path("pipe");
}

void SaveFileTest::refusesWhatIsNoFile()
{
    QFETCH(const QString, file);
    const QStringList before = QDir(m_folder.path()).entryList();
    QCOMPARE(saveFile(file, "bytes").error().code, ErrorCode::NotAFile);
    QCOMPARE(checkSavable(file).error().code, ErrorCode::NotAFile);
    QCOMPARE(QDir(m_folder.path()).entryList(), before);
}

void SaveFileTest::namesTheFolderThatIsMissing()
{
    const Error error = saveFile(path("nowhere/file"), "bytes").error();
    QCOMPARE(error.code, ErrorCode::CannotWrite);
    QCOMPARE(QString::fromStdString(error.file), path("nowhere/file"));
    QVERIFY(QString::fromStdString(error.detail).endsWith(path("nowhere")));
    QCOMPARE(checkSavable(QStringLiteral("/proc/x")).error().code, ErrorCode::CannotWrite);
}

void SaveFileTest::savesOverNoDatabase_data()
{
    QTest::addColumn<QString>("file");
    QVERIFY(Database::open(path("runs.sqlite")));
    QVERIFY(QFile::link(path("runs.sqlite"), path("link")));
    QTest::newRow("its name") << path("runs.sqlite");
    QTest::newRow("another way to it") << path("folder/../runs.sqlite");
    QTest::newRow("a link") << path("link");
    QTest::newRow("its journal") << path("runs.sqlite-journal");
    QTest::newRow("its log") << path("runs.sqlite-wal");
    QTest::newRow("its log's index") << path("link-shm");
}

void SaveFileTest::savesOverNoDatabase()
{
    QFETCH(const QString, file);
    const QStringList files = QDir(m_folder.path()).entryList();
    for (const bool isOpen : {false, true}) {
        const auto database = isOpen ? Database::open(path("runs.sqlite")) : nullptr;
        const QByteArray before = bytesOf(path("runs.sqlite"));
        QCOMPARE(before.first(6), QByteArray("SQLite"));
        QCOMPARE(saveFile(file, "bytes").error().code, ErrorCode::CannotWrite);
        QCOMPARE(checkSavable(file).error().code, ErrorCode::CannotWrite);
        QCOMPARE(bytesOf(path("runs.sqlite")), before);
    }
    QCOMPARE(QDir(m_folder.path()).entryList(), files);
}

void SaveFileTest::savesOverDatabasesOfOthers()
{
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        other.setDatabaseName(path("other.sqlite"));
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("CREATE TABLE songs(name TEXT)")));
    }
    QSqlDatabase::removeDatabase(QLatin1String(QSqlDatabase::defaultConnection));
    QCOMPARE(bytesOf(path("other.sqlite")).first(6), QByteArray("SQLite"));
    QVERIFY(saveFile(path("other.sqlite"), "bytes"));
    QCOMPARE(bytesOf(path("other.sqlite")), QByteArray("bytes"));
    QVERIFY(saveFile(path("song-journal"), "bytes")); // of no database
}

void SaveFileTest::checksWithoutATrace()
{
    QVERIFY(saveFile(path("old"), "old"));
    const QStringList before = QDir(m_folder.path()).entryList();
    QVERIFY(checkSavable(path("old")));
    QVERIFY(checkSavable(path("fresh")));
    QCOMPARE(QDir(m_folder.path()).entryList(), before);
    QCOMPARE(bytesOf(path("old")), QByteArray("old"));
}

void SaveFileTest::remembersFoldersThatAreThere()
{
    QCoreApplication::setOrganizationName(QStringLiteral("digitpad-test"));
    const QString key = QStringLiteral("some/folder");
    QSettings().setValue(key, m_folder.path());
    QCOMPARE(rememberedFolder(key), m_folder.path());
    QSettings().setValue(key, path("gone"));
    const QString other = rememberedFolder(key);
    QVERIFY(other != path("gone"));
    QVERIFY(QDir(other).exists());
    QSettings().remove(key);
    QCOMPARE(rememberedFolder(key), other);
}

QTEST_GUILESS_MAIN(SaveFileTest)
#include "save_file_test.moc"
