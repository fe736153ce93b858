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
    void saysThatAFileIsEmpty();
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
    QCOMPARE(model.error().code, ErrorCode::NotFound);
    QCOMPARE(model.error().file, "/nowhere/x.pth");
}

void ModelFileTest::refusesAFolder()
{
    const QTemporaryDir folder;
    const auto bytes = readModelBytes(folder.path());
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::NotAFile);
}

void ModelFileTest::refusesADevice()
{
    const auto bytes = readModelBytes(QStringLiteral("/dev/zero"));
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().code, ErrorCode::NotAFile);
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
    QCOMPARE(bytes.error().code, ErrorCode::NotAFile);
}

void ModelFileTest::saysThatAFileIsEmpty()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("empty.pth")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(readModelBytes(file.fileName()).error().code, ErrorCode::Empty);
}

QTEST_GUILESS_MAIN(ModelFileTest)
#include "model_file_test.moc"
