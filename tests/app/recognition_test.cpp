// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/recognition.h"

#include "app/model_file.h"
#include "tests/app/fake_engine.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace digitpad;

namespace {

const Ink kLine = {{{10, 10}, {12, 40}, {15, 90}}};

Result<std::shared_ptr<const Engine>> fakeEngine()
{
    return std::make_shared<tests::FakeEngine>();
}

/// A model that waits to be let go, one permit a reading: what happens meanwhile can be arranged.
class GatedModel : public tests::FakeModel {
public:
    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        started.release();
        gate.acquire();
        return FakeModel::read(glyphs);
    }

    mutable QSemaphore started;
    mutable QSemaphore gate;
};

class FailingModel : public tests::FakeModel {
public:
    Result<std::vector<Prediction>> read(std::span<const Glyph> /*glyphs*/) const override
    {
        return std::unexpected(Error{.code = ErrorCode::OutOfMemory, .detail = "none", .file = {}});
    }
};

} // namespace

class RecognitionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawsWithoutAnEngine();
    void saysWhyTheEngineIsNotThere();
    void readsADrawing();
    void readsNothingOnABlankSheet();
    void readsTheLatestOnly();
    void keepsTheModelWhenAnotherIsDamaged();
    void fallsBackToTheDefaultModel();
    void movesToAnotherDevice();
    void staysWhereItIsWhenTheDeviceIsMissing();
    void goesOnAfterAFailedReading();
    void endsWhileReading();
};

void RecognitionTest::drawsWithoutAnEngine()
{
    Recognition recognition(fakeEngine);
    QSignalSpy readings(&recognition, &Recognition::reading);
    const quint64 id = recognition.read(kLine);
    QVERIFY(readings.wait());
    const auto reading = readings.at(0).at(0).value<Reading>();
    QCOMPARE(reading.id, id);
    QVERIFY(!reading.glyph.isBlank());
    QVERIFY(!reading.number);
}

void RecognitionTest::saysWhyTheEngineIsNotThere()
{
    const Error why{.code = ErrorCode::EngineUnavailable, .detail = "no such file", .file = "x.so"};
    Recognition recognition(
        [why]() -> Result<std::shared_ptr<const Engine>> { return std::unexpected(why); });
    QSignalSpy failures(&recognition, &Recognition::engineFailed);
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QVERIFY(failures.wait());
    QVERIFY(failures.at(0).at(0).value<Error>() == why);
    QVERIFY(recognition.engine() == nullptr);
    QVERIFY(recognition.model() == nullptr);
}

void RecognitionTest::readsADrawing()
{
    Recognition recognition(fakeEngine);
    QSignalSpy ready(&recognition, &Recognition::engineReady);
    QSignalSpy changed(&recognition, &Recognition::modelChanged);
    recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    QVERIFY(changed.wait());
    QCOMPARE(ready.size(), 1);
    QCOMPARE(recognition.devices().size(), std::size_t{2});
    QCOMPARE(recognition.modelName(), kDefaultModelFile);

    QSignalSpy readings(&recognition, &Recognition::reading);
    recognition.read(kLine);
    QVERIFY(readings.wait());
    const auto reading = readings.at(0).at(0).value<Reading>();
    QVERIFY(reading.number);
    QCOMPARE(reading.number->text(), std::string("7"));
    QVERIFY(reading.milliseconds > 0);
}

void RecognitionTest::readsNothingOnABlankSheet()
{
    Recognition recognition(fakeEngine);
    recognition.useModel(std::make_shared<tests::FakeModel>(), QStringLiteral("fake"));
    QSignalSpy readings(&recognition, &Recognition::reading);
    recognition.read({});
    QVERIFY(readings.wait());
    QVERIFY(!readings.at(0).at(0).value<Reading>().number);
}

void RecognitionTest::readsTheLatestOnly()
{
    Recognition recognition(fakeEngine);
    const auto model = std::make_shared<GatedModel>();
    recognition.useModel(model, QStringLiteral("gated"));
    QSignalSpy readings(&recognition, &Recognition::reading);
    const quint64 first = recognition.read(kLine);
    model->started.acquire(); // the first is being read now
    for (int i = 0; i < 50; ++i) {
        recognition.read(kLine);
    }
    const quint64 last = recognition.read(kLine);
    model->gate.release(2);
    QTRY_COMPARE(readings.size(), 2);
    QCOMPARE(readings.at(0).at(0).value<Reading>().id, first);
    QCOMPARE(readings.at(1).at(0).value<Reading>().id, last);
    QCOMPARE(model->gate.available(), 0);
}

void RecognitionTest::keepsTheModelWhenAnotherIsDamaged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bad.pth"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();

    Recognition recognition(fakeEngine);
    QSignalSpy changed(&recognition, &Recognition::modelChanged);
    recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    QVERIFY(changed.wait());
    const auto before = recognition.model();
    QSignalSpy failures(&recognition, &Recognition::modelFailed);
    recognition.openModel(path);
    QVERIFY(failures.wait());
    const auto error = failures.at(0).at(0).value<Error>();
    QCOMPARE(error.code, ErrorCode::Damaged);
    QCOMPARE(QString::fromStdString(error.file), path);
    QCOMPARE(recognition.model(), before);
    QCOMPARE(recognition.modelName(), kDefaultModelFile);
}

void RecognitionTest::fallsBackToTheDefaultModel()
{
    Recognition recognition(fakeEngine);
    QSignalSpy changed(&recognition, &Recognition::modelChanged);
    QSignalSpy failures(&recognition, &Recognition::modelFailed);
    recognition.start(QStringLiteral("/gone/model.pth"), QStringLiteral("cuda:7"));
    QVERIFY(changed.wait());
    QVERIFY(!failures.isEmpty());
    QCOMPARE(failures.at(0).at(0).value<Error>().code, ErrorCode::NotFound);
    QCOMPARE(recognition.modelName(), kDefaultModelFile);
    QCOMPARE(recognition.model()->info().device, "cpu");
}

void RecognitionTest::movesToAnotherDevice()
{
    Recognition recognition(fakeEngine);
    QSignalSpy changed(&recognition, &Recognition::modelChanged);
    recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    QVERIFY(changed.wait());
    recognition.setDevice(QStringLiteral("cuda:0"));
    QVERIFY(changed.wait());
    QCOMPARE(recognition.model()->info().device, "cuda:0");
    QCOMPARE(recognition.modelName(), kDefaultModelFile);
}

void RecognitionTest::staysWhereItIsWhenTheDeviceIsMissing()
{
    Recognition recognition(fakeEngine);
    QSignalSpy changed(&recognition, &Recognition::modelChanged);
    recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    QVERIFY(changed.wait());
    QSignalSpy failures(&recognition, &Recognition::modelFailed);
    recognition.setDevice(QStringLiteral("cuda:9"));
    QVERIFY(failures.wait());
    QCOMPARE(failures.at(0).at(0).value<Error>().code, ErrorCode::NoSuchDevice);
    QCOMPARE(recognition.model()->info().device, "cpu");
}

void RecognitionTest::goesOnAfterAFailedReading()
{
    Recognition recognition(fakeEngine);
    recognition.useModel(std::make_shared<FailingModel>(), QStringLiteral("failing"));
    QSignalSpy failures(&recognition, &Recognition::readingFailed);
    const quint64 id = recognition.read(kLine);
    QVERIFY(failures.wait());
    QCOMPARE(failures.at(0).at(0).value<quint64>(), id);
    recognition.useModel(std::make_shared<tests::FakeModel>(), QStringLiteral("fake"));
    QSignalSpy readings(&recognition, &Recognition::reading);
    recognition.read(kLine);
    QVERIFY(readings.wait());
}

void RecognitionTest::endsWhileReading()
{
    const auto model = std::make_shared<GatedModel>();
    model->gate.release(1000);
    Recognition recognition(fakeEngine);
    recognition.useModel(model, QStringLiteral("gated"));
    recognition.read(kLine);
    model->started.acquire();
    recognition.read(kLine);
    // Leaving the scope with one reading at work and one waiting must neither hang nor crash.
}

QTEST_MAIN(RecognitionTest)
#include "recognition_test.moc"
