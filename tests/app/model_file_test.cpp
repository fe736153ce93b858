// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_file.h"

#include "tests/app/fake_engine.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace digitpad;

class ModelFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesAndLoads();
    void namesTheFileThatIsMissing();
    void refusesAFolder();
    void refusesAnEndlessFile();
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

void ModelFileTest::refusesAnEndlessFile()
{
    const auto bytes = readModelBytes(QStringLiteral("/dev/zero"));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::TooLarge);
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
