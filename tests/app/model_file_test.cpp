// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_file.h"

#include "tests/app/fake_engine.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace digitpad;

class ModelFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesAndLoads();
    void namesTheFileThatIsMissing();
    void refusesAFolder();
    void refusesADevice();
    void refusesAFileThatIsTooLarge();
    void doesNotWaitForAPipe();
    void keepsTheOldFileWhenSavingFails();
};

void ModelFileTest::savesAndLoads()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("模型 3.pth"));
    QVERIFY(saveModelFile(tests::FakeModel(3), path));
    const auto model = loadModelFile(tests::FakeEngine(), path, QStringLiteral("cpu"));
    QVERIFY(model);
    const Glyph glyph;
    QCOMPARE((*model)->read({&glyph, 1})->front().digit(), 3);
}

void ModelFileTest::namesTheFileThatIsMissing()
{
    const auto model =
        loadModelFile(tests::FakeEngine(), QStringLiteral("/nowhere/x.pth"), QStringLiteral("cpu"));
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::CannotRead);
    QCOMPARE(model.error().file, "/nowhere/x.pth");
}

void ModelFileTest::refusesAFolder()
{
    const QTemporaryDir folder;
    const auto bytes = readModelBytes(folder.path());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::CannotRead);
}

void ModelFileTest::refusesADevice()
{
    const auto bytes = readModelBytes(QStringLiteral("/dev/zero"));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::CannotRead);
}

void ModelFileTest::refusesAFileThatIsTooLarge()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.pth")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64{1} << 30)); // takes no room: nothing is written
    file.close();
    const auto bytes = readModelBytes(file.fileName());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::TooLarge);
}

void ModelFileTest::doesNotWaitForAPipe()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe.pth"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const auto bytes = readModelBytes(pipe);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::CannotRead);
}

void ModelFileTest::keepsTheOldFileWhenSavingFails()
{
    const QTemporaryDir folder;
    // A folder of that name is in the way, so the finished file cannot take its place.
    const QString path = folder.filePath(QStringLiteral("model.pth"));
    QVERIFY(QDir().mkpath(path + QStringLiteral("/inside")));
    const auto saved = saveModelFile(tests::FakeModel(), path);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::CannotWrite);
    QVERIFY(QFileInfo(path + QStringLiteral("/inside")).isDir());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
}

QTEST_GUILESS_MAIN(ModelFileTest)
#include "model_file_test.moc"
