// SPDX-License-Identifier: GPL-3.0-or-later

// `digitpad train --from MODEL --samples`: a model learns a hand, and does not forget.

#include "core/data/synthetic.h"
#include "tests/app/hand.h"
#include "tests/app/program.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace digitpad::tests {

class CliFineTuneTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] static QStringList words(const char* text)
    {
        return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    [[nodiscard]] static QByteArray linesOf(const std::vector<InkSample>& samples)
    {
        QByteArray lines;
        for (const InkSample& sample : samples) {
            lines += inkLine(sample.ink, *sample.label);
        }
        return lines;
    }

    /// A database with these drawings.
    [[nodiscard]] bool
    fill(const char* store, const QByteArray& lines, const char* writer = "Ada") const
    {
        return write(path("import.jsonl"), lines) &&
               run(words("samples import --writer") +
                   QStringList{
                       QString::fromUtf8(writer), QStringLiteral("--ink"), path("import.jsonl"),
                       QStringLiteral("--store"), path(store)})
                       .status == 0;
    }
    [[nodiscard]] static QByteArray drawnLines(int count, std::uint64_t seed)
    {
        std::mt19937_64 random(seed);
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            lines += inkLine(drawDigit(i % 10, random), i % 10);
        }
        return lines;
    }

    /// "train", `options` and the files.
    [[nodiscard]] QStringList
    fineTune(const QString& model, const char* store, const char* options, const char* output) const
    {
        return words("train") +
               QStringList{
                   QStringLiteral("--from"),
                   model,
                   QStringLiteral("--samples"),
                   QStringLiteral("--store"),
                   path(store),
                   QStringLiteral("--output"),
                   path(output)} +
               words(options);
    }

    /// The percentage in the one line that begins so; below 0 where there is none.
    [[nodiscard]] static double percentIn(const Outcome& outcome, const char* begin)
    {
        const QRegularExpression line(
            QStringLiteral("^%1: (\\d+\\.\\d+) %$")
                .arg(QRegularExpression::escape(QString::fromUtf8(begin))),
            QRegularExpression::MultilineOption);
        const auto match = line.match(QString::fromUtf8(outcome.out));
        return match.hasMatch() ? match.captured(1).toDouble() : -1;
    }

    /// In percent, of drawings.
    [[nodiscard]] double accuracy(const QString& model, const char* ink) const
    {
        return percentIn(
            run(
                {QStringLiteral("evaluate"), QStringLiteral("--model"), model,
                 QStringLiteral("--ink"), path(ink)}),
            "Accuracy");
    }
    [[nodiscard]] QByteArray bytesOf(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(trainSmall(path("small.pth")).status == 0); }

    /// What fine-tuning is for, on real digits: at least five points more on that hand, on other
    /// digits of who wrote the samples and on those of other people, for at most 0.3 points on
    /// MNIST's test set. Whatever the seed.
    void learnsAHandAndDoesNotForget()
    {
        const auto mnist = dataDir() / "mnist";
        if (!std::filesystem::exists(mnist) || !std::filesystem::exists(penDigits())) {
            QSKIP(("no mnist/ and pen-digits/ in " + dataDir().string()).c_str());
        }
        const auto hand = barredAndFooted(100);
        QVERIFY(hand.has_value());
        QCOMPARE(hand->learnt.size(), std::size_t{100});
        QVERIFY(hand->more.size() > 400 && hand->others.size() > 500);
        QVERIFY(fill("hand.sqlite", linesOf(hand->learnt)));
        QVERIFY(write(path("more.jsonl"), linesOf(hand->more)));
        QVERIFY(write(path("others.jsonl"), linesOf(hand->others)));
        const QString carried = path("carried.pth");
        QVERIFY(QFile::copy(QStringLiteral(":/models/simple-nn.pth"), carried));

        for (const char* seed : {"42", "1", "2"}) {
            QStringList arguments = fineTune(carried, "hand.sqlite", "", "hand.pth");
            arguments << QStringLiteral("--data") << QString::fromStdString(mnist.string())
                      << QStringLiteral("--seed") << QString::fromUtf8(seed);
            const Outcome outcome = run(arguments);
            QVERIFY2(outcome.status == 0, outcome.err.constData());
            for (const char* ink : {"more.jsonl", "others.jsonl"}) {
                const double before = accuracy(carried, ink);
                const double after = accuracy(path("hand.pth"), ink);
                qInfo("seed %s, %s: %.2f %% before, %.2f %% after", seed, ink, before, after);
                QVERIFY(before > 0);
                QVERIFY2(after - before >= 5, qPrintable(QString::number(after - before)));
            }
            const double mnistBefore = percentIn(outcome, "Test accuracy before");
            const double mnistAfter = percentIn(outcome, "Test accuracy");
            qInfo("seed %s, MNIST: %.2f %% before, %.2f %% after", seed, mnistBefore, mnistAfter);
            QVERIFY(mnistBefore > 97);
            QVERIFY2(mnistBefore - mnistAfter <= 0.3, qPrintable(QString::number(mnistAfter)));
            const double own = percentIn(outcome, "Accuracy on own samples kept aside");
            QVERIFY(own >= percentIn(outcome, "Accuracy on own samples kept aside, before"));
        }
    }

    /// Without MNIST, and without a word of what to rehearse.
    void goesOverWhatTheModelWasTrainedOn()
    {
        QVERIFY(fill("drawn.sqlite", drawnLines(60, 11)));
        const Outcome outcome =
            run(fineTune(path("small.pth"), "drawn.sqlite", "--epochs 1", "drawn.pth"));
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("goes over synthetic digits, too"), outcome.err.constData());
        QVERIFY(!outcome.err.contains("digitpad download")); // it has nothing to add
        for (const char* line :
             {"Test accuracy before", "Test accuracy", "Accuracy on own samples kept aside, before",
              "Accuracy on own samples kept aside"}) {
            QVERIFY2(percentIn(outcome, line) >= 0, line);
        }
        const QByteArray recipe = bytesOf("drawn.pth");
        QVERIFY(recipe.contains("\"startedFrom\":[{"));
        QVERIFY(recipe.contains(" own samples"));
        QVERIFY(!recipe.contains("Ada")); // whose hand it is stays here
    }

    void saysWhereSyntheticDigitsStandIn()
    {
        const QString carried = path("carried2.pth"); // of MNIST, which was never downloaded here
        QVERIFY(QFile::copy(QStringLiteral(":/models/simple-nn.pth"), carried));
        QVERIFY(fill("few.sqlite", drawnLines(10, 12)));
        const Outcome outcome =
            run(fineTune(carried, "few.sqlite", "--epochs 1 --threads 1", "few.pth"));
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("synthetic digits stand in"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("digitpad download"), outcome.err.constData());
        // Too few to keep some aside, which is said.
        QVERIFY(percentIn(outcome, "Accuracy on own samples learnt from, before") >= 0);
        QVERIFY(percentIn(outcome, "Accuracy on own samples learnt from") >= 0);
        QCOMPARE(percentIn(outcome, "Accuracy on own samples kept aside"), -1);
    }

    void takesOneWritersSamples()
    {
        QVERIFY(fill("two.sqlite", drawnLines(40, 13), "Ada"));
        QVERIFY(fill("two.sqlite", drawnLines(30, 14), "Bo"));
        const auto counted = [this](const char* options) {
            return run(fineTune(
                           path("small.pth"), "two.sqlite",
                           qPrintable(
                               QStringLiteral("--synthetic 100 --epochs 1 ") +
                               QString::fromUtf8(options)),
                           "two.pth"))
                .err;
        };
        const QByteArray all = counted("");
        const QByteArray ada = counted("--writer Ada");
        QVERIFY2(ada.contains("Training with"), ada.constData());
        QVERIFY(all != ada);
        QVERIFY2(counted("--writer Cy").contains("There are no own samples"), "samples of nobody");
    }

    void learnsFromSamplesWithoutAModelToo()
    {
        QVERIFY(fill("plain.sqlite", drawnLines(60, 15)));
        const Outcome outcome =
            run(words("train --synthetic 400 --samples --epochs 1") +
                QStringList{
                    QStringLiteral("--store"), path("plain.sqlite"), QStringLiteral("--output"),
                    path("plain.pth")});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(percentIn(outcome, "Test accuracy") >= 0);
        QVERIFY(percentIn(outcome, "Accuracy on own samples kept aside") >= 0);
        QVERIFY(!outcome.out.contains("before"));
    }

    /// Killed and gone on with, it ends where it would have ended, and remembers what was before.
    void goesOnAfterAKill()
    {
        QVERIFY(fill("killed.sqlite", drawnLines(60, 16)));
        const QString kept = path("kept");
        const auto arguments = [&](const char* output) {
            return fineTune(
                path("small.pth"), "killed.sqlite",
                "--synthetic 1200 --epochs 8 --batch-size 8 --threads 1 --checkpoint-every 0.0001",
                output);
        };
        const Outcome whole = run(arguments("whole.pth"));
        QVERIFY2(whole.status == 0, whole.err.constData());
        for (const int lines : {1, 7, 20}) {
            QDir(kept).removeRecursively();
            QProcess process;
            start(
                process,
                arguments("killed.pth") + QStringList{QStringLiteral("--checkpoint-dir"), kept});
            for (int seen = 0; seen < lines && process.waitForReadyRead(60'000);) {
                seen += static_cast<int>(process.readAllStandardOutput().count('\n'));
            }
            ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
            process.waitForFinished();
            const Outcome resumed =
                run(words("train --resume") +
                    QStringList{kept, QStringLiteral("--output"), path("killed.pth")});
            QVERIFY2(resumed.status == 0, resumed.err.constData());
            QCOMPARE(bytesOf("killed.pth"), bytesOf("whole.pth"));
            QCOMPARE(resumed.lines().last(4), whole.lines().last(4));
        }
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("preset") << QByteArray("--preset article")
                                << QByteArray("--from and --preset cannot");
        QTest::newRow("resume") << QByteArray("--resume x") << QByteArray("--from and --resume");
        QTest::newRow("network") << QByteArray("--network convnet")
                                 << QByteArray("--from names a simple-nn");
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(const QByteArray, options);
        QFETCH(const QByteArray, said);
        const Outcome outcome =
            run(fineTune(path("small.pth"), "x.sqlite", options.constData(), "x.pth"));
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    }

    void needsSamplesForAWriterAndAModelThatIsThere()
    {
        const Outcome writer =
            run(words("train --synthetic 100 --writer Ada --output") + QStringList{path("x.pth")});
        QCOMPARE(writer.status, 2);
        QVERIFY2(writer.err.contains("--writer is for --samples"), writer.err.constData());
        const Outcome model = run(fineTune(path("none.pth"), "x.sqlite", "", "x.pth"));
        QCOMPARE(model.status, 1);
        QVERIFY2(model.err.contains("none.pth"), model.err.constData());
    }
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliFineTuneTest)
#include "cli_fine_tune_test.moc"
