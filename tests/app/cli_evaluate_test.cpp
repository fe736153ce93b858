// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_module.h"
#include "core/data/synthetic.h"
#include "core/engine/edits.h"
#include "core/engine/evaluation.h"
#include "tests/app/program.h"
#include "tests/data_dir.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace digitpad::tests {

class CliEvaluateTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_model = m_folder.filePath(QStringLiteral("model.pth"));

    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }

    [[nodiscard]] Outcome evaluate(const QStringList& arguments) const
    {
        return run(
            QStringList{QStringLiteral("evaluate"), QStringLiteral("--model"), m_model} +
            arguments);
    }
    [[nodiscard]] Outcome evaluateJson(const QStringList& arguments) const
    {
        return evaluate(QStringList{QStringLiteral("--json")} + arguments);
    }

    /// A folder with the test half in MNIST's format.
    [[nodiscard]] QString testFolder(std::size_t count) const
    {
        const QDir folder(path("idx"));
        folder.mkpath(QStringLiteral("."));
        const auto [images, labels] = idxPair(syntheticDigits(count, 9));
        const bool written =
            write(folder.filePath(QStringLiteral("t10k-images-idx3-ubyte")), images) &&
            write(folder.filePath(QStringLiteral("t10k-labels-idx1-ubyte")), labels);
        return written ? folder.path() : QString();
    }

    /// A folder with two drawn pictures of each digit in its subfolder.
    [[nodiscard]] QString pictureFolder(const char* name) const
    {
        const QDir folder(path(name));
        std::mt19937_64 random(3);
        for (int i = 0; i < 20; ++i) {
            const QString digit = QString::number(i % 10);
            folder.mkpath(digit);
            const QString file =
                folder.filePath(QStringLiteral("%1/%2.png").arg(digit).arg(i / 10));
            if (!writePicture(file, renderInk(drawDigit(i % 10, random)))) {
                return {};
            }
        }
        return folder.path();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Outcome trained = trainSmall(m_model);
        QVERIFY2(trained.status == 0, trained.err.constData());
    }

    void jsonAddsUp()
    {
        const Outcome outcome = evaluateJson({QStringLiteral("--data"), testFolder(300)});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.lines().size(), 1);
        const QJsonObject object = outcome.json();
        QCOMPARE(object.size(), 4);
        QCOMPARE(object[QStringLiteral("count")].toInt(), 300);
        const QJsonArray confusion = object[QStringLiteral("confusion")].toArray();
        QCOMPARE(confusion.size(), 10);
        int right = 0;
        for (int label = 0; label < 10; ++label) {
            const QJsonArray row = confusion[label].toArray();
            QCOMPARE(row.size(), 10);
            int sum = 0;
            for (const auto& count : row) {
                sum += count.toInt();
            }
            QCOMPARE(sum, 30); // a row is a label: the generator draws the ten in turn
            right += row[label].toInt();
        }
        QCOMPARE(object[QStringLiteral("correct")].toInt(), right);
        QCOMPARE(object[QStringLiteral("accuracy")].toDouble(), right / 300.0);
        QVERIFY(right > 150); // far from the 30 of guessing
    }

    void anEditedModelIsAsGoodAsTheLabSays()
    {
        QFile file(m_model);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto engine = loadEngine();
        QVERIFY2(engine.has_value(), engine ? "" : engine.error().detail.c_str());
        const auto model = (*engine)->load(file.readAll().toStdString(), "cpu");
        QVERIFY(model.has_value());
        const auto edited = (*engine)->edited(**model, {.pruning = 0.5, .noise = 0.5});
        QVERIFY(edited.has_value());
        const QString saved = path("edited.pth");
        QVERIFY(write(saved, QByteArray::fromStdString((*edited)->toPth().value())));

        const Evaluation inLab = digitpad::evaluate(**edited, syntheticDigits(300, 9)).value();
        const QJsonObject object =
            run({QStringLiteral("evaluate"), QStringLiteral("--model"), saved,
                 QStringLiteral("--json"), QStringLiteral("--data"), testFolder(300)})
                .json();
        QCOMPARE(object[QStringLiteral("count")].toInt(), 300);
        QCOMPARE(object[QStringLiteral("correct")].toInt(), static_cast<int>(inLab.correct));
        QCOMPARE(object[QStringLiteral("accuracy")].toDouble(), inLab.accuracy());
        QVERIFY(evaluateJson({QStringLiteral("--data"), testFolder(300)}).json() != object);
    }

    void theTableSaysTheSame()
    {
        const QString folder = testFolder(300);
        const QJsonObject object = evaluateJson({QStringLiteral("--data"), folder}).json();
        const Outcome outcome = evaluate({QStringLiteral("--data"), folder});
        QCOMPARE(outcome.status, 0);
        const auto lines = outcome.lines();
        QCOMPARE(lines.value(0), QByteArray("Count: 300"));
        const int correct = object[QStringLiteral("correct")].toInt();
        QCOMPARE(lines.value(1), "Correct: " + QByteArray::number(correct));
        QCOMPARE(lines.value(2), "Accuracy: " + QByteArray::number(correct / 3.0, 'f', 2) + " %");
        const qsizetype byDigit = lines.indexOf("Accuracy by digit:");
        const qsizetype matrix = lines.indexOf("Confusion (row: label, column: what was read):");
        QVERIFY(byDigit > 0 && matrix > byDigit);
        const QJsonArray confusion = object[QStringLiteral("confusion")].toArray();
        for (int label = 0; label < 10; ++label) {
            const QJsonArray expected = confusion[label].toArray();
            const auto share = lines.value(byDigit + 1 + label).simplified().split(' ');
            QCOMPARE(share.value(0), QByteArray::number(label));
            QCOMPARE(share.value(1), QByteArray::number(expected[label].toInt() / 0.3, 'f', 2));
            const QByteArray line = lines.value(matrix + 2 + label);
            QCOMPARE(line.size(), lines.value(matrix + 1).size()); // aligned
            const auto fields = line.simplified().split(' ');
            QCOMPARE(fields.size(), 11);
            for (int digit = 0; digit < 10; ++digit) {
                QCOMPARE(fields[digit + 1].toInt(), expected[digit].toInt());
            }
        }
    }

    void drawings()
    {
        std::mt19937_64 random(4);
        QByteArray lines;
        for (int i = 0; i < 40; ++i) {
            lines += inkLine(drawDigit(i % 10, random), i % 10);
        }
        const QString file = path("labelled.jsonl");
        QVERIFY(write(file, lines));
        const Outcome outcome = evaluateJson({QStringLiteral("--ink"), file});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.json()[QStringLiteral("count")].toInt(), 40);
        QVERIFY(outcome.json()[QStringLiteral("accuracy")].toDouble() > 0.5);
    }

    void drawingsThatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArray>("named");
        std::mt19937_64 random(4);
        const QByteArray good = inkLine(drawDigit(2, random), 2);
        QTest::newRow("no label") << good + inkLine(drawDigit(2, random)) << QByteArray(":2");
        QTest::newRow("damaged") << good + good + "{]\n" + good << QByteArray(":3");
        QTest::newRow("label 10") << inkLine(drawDigit(2, random), 10) << QByteArray(":1");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void drawingsThatCannotBeUsed()
    {
        QFETCH(const QByteArray, lines);
        QFETCH(const QByteArray, named);
        const QString file = path("wrong.jsonl");
        QVERIFY(write(file, lines));
        const Outcome outcome = evaluateJson({QStringLiteral("--ink"), file});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(!outcome.err.isEmpty());
        if (!named.isEmpty()) {
            QVERIFY2(outcome.err.contains(file.toUtf8() + named), outcome.err.constData());
        }
    }

    void pictures()
    {
        const QString folder = pictureFolder("pictures");
        const Outcome outcome = evaluateJson({QStringLiteral("--pictures"), folder});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.json()[QStringLiteral("count")].toInt(), 20);
        for (const auto& row : outcome.json()[QStringLiteral("confusion")].toArray()) {
            int sum = 0;
            for (const auto& count : row.toArray()) {
                sum += count.toInt();
            }
            QCOMPARE(sum, 2);
        }
        const Outcome reference = evaluateJson(
            {QStringLiteral("--pictures"), folder, QStringLiteral("--prepare"),
             QStringLiteral("reference")});
        QCOMPARE(reference.out, outcome.out); // 28×28 already: both take them as they are
    }

    void aPictureThatCannotBeReadIsLeftOut()
    {
        const QString folder = pictureFolder("broken");
        const QString broken = folder + QStringLiteral("/4/broken.png");
        QVERIFY(write(broken, "no picture"));
        const Outcome outcome = evaluateJson({QStringLiteral("--pictures"), folder});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.json()[QStringLiteral("count")].toInt(), 20);
        QVERIFY2(outcome.err.contains(broken.toUtf8()), outcome.err.constData());
    }

    void whatIsNoDigitsFolderIsSaid()
    {
        const QString folder = pictureFolder("mixed");
        QVERIFY(QDir(folder).mkdir(QStringLiteral("ten")));
        QVERIFY(write(folder + QStringLiteral("/README"), "text"));
        QVERIFY(write(folder + QStringLiteral("/.hidden"), "text"));
        const Outcome outcome = evaluateJson({QStringLiteral("--pictures"), folder});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.json()[QStringLiteral("count")].toInt(), 20);
        QVERIFY(outcome.err.contains("/ten "));
        QVERIFY(outcome.err.contains("/README "));
        QCOMPARE(outcome.err.count('\n'), 2);
    }

    void foldersThatCannotBeUsed()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("empty/3"));
        QVERIFY(write(path("file"), "text"));
        for (const char* option : {"--pictures", "--data"}) {
            for (const QString& folder : {path("missing"), path("empty"), path("file")}) {
                const Outcome outcome = evaluateJson({QString::fromUtf8(option), folder});
                QCOMPARE(outcome.status, 1);
                QCOMPARE(outcome.out, QByteArray());
                QVERIFY2(outcome.err.contains(folder.toUtf8()), outcome.err.constData());
            }
        }
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments :
             {"", "--json", "--data a --ink b", "--data a --pictures b", "--data a --data b",
              "--data a --prepare auto", "--ink a --prepare auto", "--pictures a --prepare best",
              "--data a b", "--data -", "--data a --device gpu", "--data a --seed 1"}) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments);
        }
    }
    void wrongUsage()
    {
        QFETCH(const QString, arguments);
        const Outcome outcome =
            run(QStringList{QStringLiteral("evaluate")} +
                arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains("evaluate --help"), outcome.err.constData());
    }

    void theCarriedModelReadsMnist()
    {
        const auto mnist = dataDir() / "mnist";
        if (!std::filesystem::exists(mnist)) {
            QSKIP(("no MNIST in " + mnist.string()).c_str());
        }
        const Outcome outcome = run(
            {QStringLiteral("evaluate"), QStringLiteral("--json"), QStringLiteral("--data"),
             QString::fromStdString(mnist.string())});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.json()[QStringLiteral("count")].toInt(), 10000);
        QVERIFY(outcome.json()[QStringLiteral("accuracy")].toDouble() > 0.97);
    }
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliEvaluateTest)
#include "cli_evaluate_test.moc"
