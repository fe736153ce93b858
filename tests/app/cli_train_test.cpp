// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic.h"
#include "tests/app/program.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <pty.h>
#include <sys/stat.h>
#include <unistd.h>

namespace digitpad::tests {

class CliTrainTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }

    /// "train", the words of a text, "--output" and a file.
    [[nodiscard]] static QStringList trainArguments(const QString& words, const QString& output)
    {
        return QStringList{QStringLiteral("train")} +
               words.split(QLatin1Char(' '), Qt::SkipEmptyParts) +
               QStringList{QStringLiteral("--output"), output};
    }

    /// Whether the file is a network that reads.
    [[nodiscard]] bool reads(const QString& model) const
    {
        const QString drawing = path("drawing.jsonl");
        std::mt19937_64 random(1);
        return write(drawing, inkLine(drawDigit(1, random))) &&
               run({QStringLiteral("predict"), QStringLiteral("--model"), model,
                    QStringLiteral("--ink"), drawing})
                       .status == 0;
    }

    /// A folder in MNIST's format; without a test half where `test` is 0.
    [[nodiscard]] QString
    mnistFolder(const char* name, std::size_t training, std::size_t test) const
    {
        const QDir folder(path(name));
        folder.mkpath(QStringLiteral("."));
        const auto writeHalf = [&](const char* half, std::size_t count, std::uint64_t seed) {
            const auto [images, labels] = idxPair(syntheticDigits(count, seed));
            const QString begin = folder.filePath(QString::fromUtf8(half));
            return write(begin + QStringLiteral("-images-idx3-ubyte"), images) &&
                   write(begin + QStringLiteral("-labels-idx1-ubyte"), labels);
        };
        const bool written =
            writeHalf("train", training, 1) && (test == 0 || writeHalf("t10k", test, 2));
        return written ? folder.path() : QString();
    }

    /// Whether a process has a handler for the signal: a bit of SigCgt, see proc(5).
    [[nodiscard]] static bool catches(const QString& status, int signal)
    {
        QFile file(status);
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const QByteArray text = file.readAll();
        const qsizetype start = text.indexOf("SigCgt:");
        const auto mask = text.mid(start + 7, 17).trimmed().toULongLong(nullptr, 16);
        return start >= 0 && (mask >> (signal - 1) & 1) != 0;
    }

private Q_SLOTS:
    void printsTheArticlesLines()
    {
        const QString model = path("lines.pth");
        const Outcome outcome = run(
            trainArguments(QStringLiteral("--synthetic 4000 --epochs 2 --batch-size 16"), model));
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        const QStringList begins = {
            QStringLiteral("Epoch [1/2], Batch [100/250], Loss: "),
            QStringLiteral("Epoch [1/2], Batch [200/250], Loss: "),
            QStringLiteral("Epoch [2/2], Batch [100/250], Loss: "),
            QStringLiteral("Epoch [2/2], Batch [200/250], Loss: ")};
        QCOMPARE(outcome.lines().size(), begins.size() + 1);
        const QRegularExpression number(QStringLiteral("^\\d+\\.\\d{4}$"));
        for (qsizetype i = 0; i < begins.size(); ++i) {
            const QString line = QString::fromUtf8(outcome.lines()[i]);
            QVERIFY2(line.startsWith(begins[i]), qPrintable(line));
            QVERIFY2(number.match(line.mid(begins[i].size())).hasMatch(), qPrintable(line));
        }
        const QRegularExpression accuracy(QStringLiteral("^Test accuracy: \\d+\\.\\d\\d %$"));
        const QString last = QString::fromUtf8(outcome.lines().last());
        QVERIFY2(accuracy.match(last).hasMatch(), qPrintable(last));
        QVERIFY(outcome.err.contains("42"));  // the seed is said
        QVERIFY(!outcome.err.contains('\r')); // no progress where there is no terminal
        QVERIFY(!outcome.err.contains('\x1b'));
        QVERIFY(reads(model));
    }

    void theSeedDecides()
    {
        const auto lines = [this](const char* options) {
            return run(trainArguments(
                           QStringLiteral(
                               "--synthetic 2000 --batch-size 16 --epochs 1 --threads 1 ") +
                               QString::fromUtf8(options),
                           path("seed.pth")))
                .out;
        };
        const QByteArray once = lines("--seed 3");
        QVERIFY(once.contains("Loss: "));
        QCOMPARE(lines("--seed 3"), once);
        QVERIFY(lines("--seed 4") != once);
        QVERIFY(lines("--seed 3 --learning-rate 0.01") != once);
    }

    /// Each changes what is learnt, and is recorded in the file, which is not compressed.
    void everyOptionOfTheRecipeCounts()
    {
        const auto trained = [this](const char* options) {
            const Outcome outcome = run(trainArguments(
                QStringLiteral("--synthetic 400 --batch-size 16 --epochs 2 --threads 1 ") +
                    QString::fromUtf8(options),
                path("recipe.pth")));
            QFile file(path("recipe.pth"));
            return outcome.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                         : QByteArray();
        };
        const QByteArray plain = trained("");
        QVERIFY(plain.contains("\"network\""));
        QCOMPARE(
            trained("--augmentation off --schedule off --weight-decay 0 --label-smoothing 0 "
                    "--averaging 0"),
            plain);
        for (const auto& [options, recorded] :
             {std::pair("--augmentation on", "\"elastic\""),
              std::pair("--augmentation rotation,noise=0.5", "\"noise\":[0.08,0.5]"),
              std::pair("--schedule on", "\"schedule\":true"),
              std::pair("--weight-decay 0.25", "\"weightDecay\":0.25"),
              std::pair("--label-smoothing 0.125", "\"labelSmoothing\":0.125"),
              std::pair("--averaging 0.75", "\"averaging\":0.75")}) {
            const QByteArray changed = trained(options);
            QVERIFY2(changed != plain, options);
            QVERIFY2(changed.contains(recorded), options);
            QVERIFY2(!plain.contains(recorded), options);
        }
        QVERIFY(!trained("--augmentation rotation").contains("\"elastic\""));
    }

    void aPresetIsARecipe()
    {
        const auto trained = [this](const char* options) {
            const Outcome outcome = run(trainArguments(
                QStringLiteral("--synthetic 300 --threads 1 ") + QString::fromUtf8(options),
                path("preset.pth")));
            QFile file(path("preset.pth"));
            return outcome.status == 0 && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                         : QByteArray();
        };
        const QByteArray plain = trained("");
        QVERIFY(plain.contains("\"seed\":42"));
        QCOMPARE(trained("--preset article"), plain);
        QCOMPARE(trained("--preset simple-nn --network simple-nn"), plain);
        QVERIFY(trained("--preset article --epochs 1").contains("\"epochs\":1"));
        const QByteArray convNet = trained("--preset convnet --no-digits 20 --epochs 1");
        QVERIFY(convNet.contains("\"network\":\"convnet\""));
        QVERIFY(convNet.contains("300 synthetic digits, seed 42, 20 of no digit"));
        QVERIFY(convNet.contains("\"averaging\":0.999"));
    }

    void aFolderIsTestedOnItsTestSet()
    {
        const Outcome with = run(trainArguments(
            QStringLiteral("--epochs 1 --data ") + mnistFolder("with", 200, 50), path("a.pth")));
        QVERIFY2(with.status == 0, with.err.constData());
        QCOMPARE(with.lines().size(), 2);
        QVERIFY(with.lines()[0].startsWith("Epoch [1/1], Batch [4/4], Loss: "));
        QVERIFY(with.lines()[1].startsWith("Test accuracy: "));
        const Outcome without = run(trainArguments(
            QStringLiteral("--epochs 1 --data ") + mnistFolder("without", 200, 0), path("b.pth")));
        QVERIFY2(without.status == 0, without.err.constData());
        QCOMPARE(without.lines().size(), 1);
        QVERIFY(reads(path("b.pth")));
    }

    void dataThatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QByteArray>("named");
        const auto change = [](const QString& folder, const char* file, const QByteArray& bytes) {
            QVERIFY(write(folder + QLatin1Char('/') + QString::fromUtf8(file), bytes));
        };
        QTest::newRow("no folder") << path("nowhere") << QByteArray("nowhere");
        QDir(m_folder.path()).mkdir(QStringLiteral("empty"));
        QTest::newRow("empty folder") << path("empty") << QByteArray("train-images");
        const auto [images, labels] = idxPair(syntheticDigits(20, 1));
        QString folder = mnistFolder("cut", 20, 0);
        change(folder, "train-images-idx3-ubyte", images.chopped(1));
        QTest::newRow("cut images") << folder << QByteArray("train-images");
        folder = mnistFolder("zero", 20, 0);
        change(folder, "train-labels-idx1-ubyte", {});
        QTest::newRow("labels of 0 bytes") << folder << QByteArray("train-labels");
        folder = mnistFolder("ten", 20, 0);
        change(folder, "train-labels-idx1-ubyte", labels.chopped(1) + '\x0a');
        QTest::newRow("a label of 10") << folder << QByteArray("train-labels");
        folder = mnistFolder("damaged test", 20, 20);
        change(folder, "t10k-images-idx3-ubyte", "no idx");
        QTest::newRow("damaged test set") << folder << QByteArray("t10k-images");
    }
    void dataThatCannotBeUsedIsNamed()
    {
        QFETCH(const QString, folder);
        QFETCH(const QByteArray, named);
        const QString model = path("never.pth");
        const Outcome outcome = run(
            {QStringLiteral("train"), QStringLiteral("--data"), folder, QStringLiteral("--output"),
             model});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(named), outcome.err.constData());
        QVERIFY(!QFile::exists(model));
    }

    void whereItCannotSaveItDoesNotTrain_data()
    {
        QTest::addColumn<QString>("output");
        QTest::newRow("no such folder") << path("no such folder/model.pth");
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("below a file") << QStringLiteral("/dev/null/model.pth");
        QTest::newRow("no room for files") << QStringLiteral("/proc/model.pth");
        // Replacing a pipe or a device by a file would be worse than failing.
        QCOMPARE(::mkfifo(path("pipe").toLocal8Bit().constData(), 0600), 0);
        QTest::newRow("a pipe") << path("pipe");
        QTest::newRow("name too long") << path("") + QString(5000, QLatin1Char('x'));
    }
    void whereItCannotSaveItDoesNotTrain()
    {
        QFETCH(const QString, output);
        const Outcome outcome = run(trainArguments(QStringLiteral("--synthetic 1000"), output));
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(output.toUtf8()), outcome.err.constData());
        QVERIFY(!outcome.err.contains("Training"));
    }

    void aFolderWithoutPermissionIsFoundBefore()
    {
        if (::geteuid() == 0) {
            QSKIP("root may write everywhere");
        }
        const QString folder = path("locked");
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const Outcome outcome = run(
            trainArguments(QStringLiteral("--synthetic 1000"), folder + QStringLiteral("/m.pth")));
        QFile::setPermissions(
            folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.err.contains("Training"));
    }

    void aFailedRunLeavesTheOldFile()
    {
        const QString model = path("old.pth");
        QVERIFY(write(model, "old"));
        const Outcome outcome =
            run(trainArguments(QStringLiteral("--synthetic 100 --device cuda:99"), model));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("cpu"), outcome.err.constData());
        QFile file(model);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
        // Nor is anything left beside it.
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("old.pth*")}).size(), 1);
    }

    void aSignalStopsItAndSaves_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void aSignalStopsItAndSaves()
    {
        QFETCH(const int, signal);
        const QString model = path("stopped.pth");
        QFile::remove(model);
        QProcess process;
        start(
            process,
            trainArguments(
                QStringLiteral("--synthetic 4000 --batch-size 16 --epochs 10000"), model),
            [] {
                for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
                    std::signal(each, SIG_DFL); // a test in the background inherits some ignored
                }
            });
        while (!process.canReadLine()) {
            QVERIFY2(process.waitForReadyRead(120'000), process.readAllStandardError().constData());
        }
        ::kill(static_cast<pid_t>(process.processId()), signal);
        const Outcome outcome = finish(process);
        QCOMPARE(outcome.status, 128 + signal);
        QVERIFY(outcome.lines().last().startsWith("Test accuracy: "));
        QVERIFY2(outcome.err.contains(model.toUtf8()), outcome.err.constData());
        QVERIFY(reads(model));
    }

    void aSignalBeforeTheFirstBatchEndsIt()
    {
        QProcess process;
        const QString model = path("nothing.pth");
        start(process, trainArguments(QStringLiteral("--synthetic 1000000"), model), [] {
            std::signal(SIGINT, SIG_DFL);
        });
        QVERIFY(process.waitForStarted());
        // Drawing a million digits takes minutes. The program answers signals from the moment that
        // SIGINT is neither ignored nor deadly, which the system tells.
        const QString state = QStringLiteral("/proc/%1/status").arg(process.processId());
        QTRY_VERIFY_WITH_TIMEOUT(catches(state, SIGINT), 60'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const Outcome outcome = finish(process);
        QCOMPARE(outcome.status, 128 + SIGINT);
        QVERIFY2(outcome.err.contains("before the first batch"), outcome.err.constData());
        QVERIFY(!QFile::exists(model));
    }

    void aReaderThatHasGoneDoesNotCostTheTraining()
    {
        const QString model = path("piped.pth");
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        ::close(ends[0]);
        const Outcome outcome = run(
            trainArguments(QStringLiteral("--synthetic 4000 --batch-size 16 --epochs 1"), model),
            [writing = ends[1]] { ::dup2(writing, 1); });
        ::close(ends[1]);
        QCOMPARE(outcome.status, 1);
        QVERIFY(reads(model));
    }

    void aTerminalSeesProgress()
    {
        int terminal = -1;
        int line = -1;
        if (::openpty(&terminal, &line, nullptr, nullptr, nullptr) != 0) {
            QSKIP("this system has no pseudo terminals: is /dev/pts mounted?");
        }
        const Outcome outcome =
            run(trainArguments(QStringLiteral("--synthetic 500 --epochs 1"), path("terminal.pth")),
                [line] {
                    ::dup2(line, 2);
                    ::setenv("TERM", "xterm", 1);
                });
        ::close(line);
        QCOMPARE(outcome.status, 0);
        QByteArray seen(65536, '\0');
        seen.resize(std::max<qsizetype>(0, ::read(terminal, seen.data(), seen.size())));
        ::close(terminal);
        QVERIFY2(seen.contains("\rdigitpad: ") || seen.contains('%'), seen.constData());
        // The last thing that is shown there is not the progress: it is wiped before.
        const qsizetype wiped = seen.lastIndexOf("\r\x1b[K");
        QVERIFY(wiped >= 0 && !seen.mid(wiped).contains('%'));
    }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char* arguments :
             {"",
              "--output m.pth",
              "--synthetic 10",
              "--network resnet --synthetic 10 --output m.pth",
              "--no-digits 10 --synthetic 10 --output m.pth",
              "--photographed 10 --synthetic 10 --output m.pth",
              "--photographed 0 --ink pen.jsonl --output m.pth",
              "--network convnet --no-digits 10 --output m.pth",
              "--synthetic 0 --output m.pth",
              "--synthetic ten --output m.pth",
              "--synthetic 1000001 --output m.pth",
              "--synthetic 10 --epochs 0 --output m.pth",
              "--synthetic 10 --epochs 1.5 --output m.pth",
              "--synthetic 10 --epochs 10001 --output m.pth",
              "--synthetic 10 --batch-size 0 --output m.pth",
              "--synthetic 10 --batch-size 65537 --output m.pth",
              "--synthetic 10 --learning-rate 0 --output m.pth",
              "--synthetic 10 --learning-rate -1 --output m.pth",
              "--synthetic 10 --learning-rate nan --output m.pth",
              "--synthetic 10 --learning-rate 11 --output m.pth",
              "--synthetic 10 --seed -1 --output m.pth",
              "--synthetic 10 --seed 18446744073709551616 --output m.pth",
              "--synthetic 10 --augmentation yes --output m.pth",
              "--synthetic 10 --augmentation rotation,tilt --output m.pth",
              "--synthetic 10 --augmentation rotation, --output m.pth",
              "--synthetic 10 --augmentation rotation=2.1 --output m.pth",
              "--synthetic 10 --augmentation rotation= --output m.pth",
              "--synthetic 10 --schedule maybe --output m.pth",
              "--synthetic 10 --weight-decay -1 --output m.pth",
              "--synthetic 10 --weight-decay 10.1 --output m.pth",
              "--synthetic 10 --label-smoothing 0.91 --output m.pth",
              "--synthetic 10 --averaging 1 --output m.pth",
              "--synthetic 10 --averaging nan --output m.pth",
              "--synthetic 10 --threads 0 --output m.pth",
              "--synthetic 10 --preset best --output m.pth",
              "--synthetic 10 --preset article --network convnet --output m.pth",
              "--preset convnet --output m.pth",
              "--synthetic 10 --checkpoint-every 0 --output m.pth",
              "--synthetic 10 --checkpoint-dir= --output m.pth",
              "--synthetic 10 --device gpu --output m.pth",
              "--synthetic 10 --output -",
              "--synthetic 10 --output m.pth --output n.pth",
              "--synthetic 10 --output m.pth extra"}) {
            QTest::newRow(arguments) << QString::fromUtf8(arguments);
        }
    }
    void wrongUsage()
    {
        QFETCH(const QString, arguments);
        const Outcome outcome =
            run(QStringList{QStringLiteral("train")} +
                arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains("train --help"), outcome.err.constData());
        QVERIFY(!QFile::exists(QStringLiteral("m.pth")));
    }

    void keepsTheRun()
    {
        const QString store = path("kept.sqlite");
        const QStringList where{QStringLiteral("--store"), store};
        const Outcome trained =
            run(trainArguments(
                    QStringLiteral("--synthetic 6400 --epochs 2 --keep class"), path("kept.pth")) +
                where);
        QVERIFY2(trained.status == 0, trained.err.constData());
        const Outcome shown =
            run(QStringList{
                    QStringLiteral("runs"), QStringLiteral("show"), QStringLiteral("class"),
                    QStringLiteral("--json")} +
                where);
        QVERIFY2(shown.status == 0, shown.err.constData());
        const QJsonObject kept = shown.json();
        QCOMPARE(kept[QStringLiteral("status")].toString(), QStringLiteral("finished"));
        QCOMPARE(kept[QStringLiteral("losses")].toArray().size(), 2);
        QCOMPARE(kept[QStringLiteral("epochs")].toArray().size(), 2);
        QVERIFY(kept[QStringLiteral("accuracy")].toDouble() > 0.5);
        const Outcome exported =
            run(QStringList{
                    QStringLiteral("runs"), QStringLiteral("export"), QStringLiteral("class"),
                    QStringLiteral("--model"), path("again.pth")} +
                where);
        QVERIFY2(exported.status == 0, exported.err.constData());
        QVERIFY(reads(path("again.pth")));
    }

    void needsAPlaceToKeepTheRun()
    {
        const QString store = path("no.sqlite");
        QVERIFY(write(store, "this is no database, and must not be one afterwards"));
        const Outcome outcome =
            run(trainArguments(
                    QStringLiteral("--synthetic 100 --epochs 1 --keep x"), path("none.pth")) +
                QStringList{QStringLiteral("--store"), store});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("no.sqlite"), outcome.err.constData());
        QVERIFY(!QFile::exists(path("none.pth")));
    }
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliTrainTest)
#include "cli_train_test.moc"
