// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkpoint_file.h"
#include "tests/app/program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <cstring>
#include <poll.h>
#include <random>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <unistd.h>

namespace digitpad::tests {

namespace {

/// What happens to the files of a folder, as the system tells it.
class FolderWatch {
public:
    explicit FolderWatch(const QString& folder) : m_events(::inotify_init1(IN_CLOEXEC))
    {
        ::inotify_add_watch(
            m_events, folder.toLocal8Bit().constData(),
            IN_CREATE | IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED_TO);
    }
    ~FolderWatch() { ::close(m_events); }
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    /// Waits until so many things have happened; false where nothing more does.
    [[nodiscard]] bool wait(int count)
    {
        std::array<char, 4096> bytes;
        while (count > 0) {
            pollfd ready{.fd = m_events, .events = POLLIN, .revents = 0};
            const auto size =
                ::poll(&ready, 1, 60'000) == 1 ? ::read(m_events, bytes.data(), bytes.size()) : 0;
            if (size <= 0) {
                return false;
            }
            for (ssize_t at = 0; at < size; --count) {
                inotify_event event;
                std::memcpy(&event, bytes.data() + at, sizeof event);
                at += static_cast<ssize_t>(sizeof event + event.len);
            }
        }
        return true;
    }

private:
    int m_events;
};

} // namespace

/// Runs of the real program that end before they are done, and are gone on with.
class CliResumeTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QByteArray m_model; ///< of the run that nothing came between
    Checkpoint m_done;  ///< its last checkpoint

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString model() const { return path(QStringLiteral("model.pth")); }
    /// Where the checkpoints are.
    [[nodiscard]] QString kept() const { return path(QStringLiteral("kept")); }
    [[nodiscard]] QString checkpoint() const { return QDir(kept()).filePath(kCheckpointName); }

    [[nodiscard]] static QByteArray bytesOf(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QStringList words(const char* text) const
    {
        return QString::fromUtf8(text).split(QLatin1Char(' ')) +
               QStringList{QStringLiteral("--output"), model()};
    }

    /// 150 batches an epoch and a line for each; as many checkpoints as the disk can take.
    [[nodiscard]] QStringList newRun() const
    {
        return words("train --synthetic 1200 --batch-size 8 --epochs 6 --threads 1 --seed 5 "
                     "--checkpoint-every 0.0001") +
               QStringList{QStringLiteral("--checkpoint-dir"), kept()};
    }

    [[nodiscard]] QStringList
    resumedRun(const char* options = "train --checkpoint-every 0.0001") const
    {
        return words(options) + QStringList{QStringLiteral("--resume"), kept()};
    }

    void removeAll() const
    {
        QDir(kept()).removeRecursively();
        QFile::remove(model());
    }

    /// Puts a checkpoint there.
    void keep(const Checkpoint& run) const
    {
        QVERIFY(QDir().mkpath(kept()));
        QVERIFY(write(checkpoint(), QByteArray::fromStdString(writeCheckpoint(run))));
    }

    /// Whether the run that was gone on with is the one that nothing came between.
    [[nodiscard]] bool isSame() const
    {
        const auto done = readCheckpointFile(checkpoint());
        return bytesOf(model()) == m_model && done && done->state == m_done.state &&
               done->losses == m_done.losses && done->epochs == m_done.epochs;
    }

    /// Starts a run and kills it once so many lines are out.
    void killAfterLines(const QStringList& arguments, int lines)
    {
        QProcess process;
        start(process, arguments);
        QByteArray out;
        while (out.count('\n') < lines) {
            QVERIFY2(process.waitForReadyRead(60'000), process.readAllStandardError().constData());
            out += process.readAllStandardOutput();
        }
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished();
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    /// Starts a run and kills it once so many things have happened to its checkpoints.
    void killAfterEvents(const QStringList& arguments, int events)
    {
        QVERIFY(QDir().mkpath(kept()));
        FolderWatch watch(kept());
        QProcess process;
        start(process, arguments);
        QVERIFY2(watch.wait(events), process.readAllStandardError().constData());
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished();
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    /// Lets the process write files of this many bytes only; how it learns of it.
    static std::function<void()> limitFiles(rlim_t bytes, void (*answer)(int))
    {
        return [bytes, answer] {
            const rlimit limit{.rlim_cur = bytes, .rlim_max = bytes};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            const rlimit none{.rlim_cur = 0, .rlim_max = 0};
            ::setrlimit(RLIMIT_CORE, &none);
            std::signal(SIGXFSZ, answer);
        };
    }

    /// Half a checkpoint, and more than a model.
    static constexpr rlim_t kHalf = 600'000;

private Q_SLOTS:
    void initTestCase()
    {
        const Outcome outcome = run(newRun());
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.lines().size(), 6 + 1);
        m_model = bytesOf(model());
        const auto done = readCheckpointFile(checkpoint());
        QVERIFY(done.has_value());
        m_done = *done;
        QVERIFY(m_done.isDone());
        QVERIFY(writeCheckpoint(m_done).size() > kHalf && m_model.size() < qsizetype{kHalf});
    }
    void init() { removeAll(); }

    void goesOnAfterAKill_data()
    {
        QTest::addColumn<bool>("byLines");
        QTest::addColumn<int>("count");
        std::mt19937 random(11);
        for (int i = 0; i < 20; ++i) {
            const bool byLines = i % 2 == 0;
            const int count = 1 + static_cast<int>(random() % (byLines ? 5 : 60));
            QTest::addRow("%d: %d %s", i, count, byLines ? "lines" : "events") << byLines << count;
        }
    }
    void goesOnAfterAKill()
    {
        QFETCH(const bool, byLines);
        QFETCH(const int, count);
        if (byLines) {
            killAfterLines(newRun(), count);
        } else {
            killAfterEvents(newRun(), count);
        }
        QVERIFY(!QFile::exists(model()));
        // It may have been killed before the first one was whole.
        const Outcome outcome = run(QFile::exists(checkpoint()) ? resumedRun() : newRun());
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(isSame());
    }

    void goesOnAfterManyKillsInARow()
    {
        killAfterLines(newRun(), 1);
        killAfterEvents(resumedRun(), 3);
        killAfterEvents(resumedRun(), 20);
        QCOMPARE(run(resumedRun()).status, 0);
        QVERIFY(isSame());
    }

    /// The process ends inside the call that writes the checkpoint.
    void goesOnAfterItEndedInTheMiddleOfACheckpoint()
    {
        killAfterLines(newRun(), 2);
        const QByteArray before = bytesOf(checkpoint());
        QProcess process;
        start(process, resumedRun(), limitFiles(kHalf, SIG_DFL));
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        QCOMPARE(bytesOf(checkpoint()), before);
        QCOMPARE(run(resumedRun()).status, 0);
        QVERIFY(isSame());
        QCOMPARE(QDir(kept()).entryList(QDir::Files), QStringList{kCheckpointName});
    }

    void goesOnWithoutCheckpointsWhereTheyCannotBeWritten()
    {
        const Outcome outcome = run(newRun(), limitFiles(kHalf, SIG_IGN)); // as on a full disk
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(bytesOf(model()), m_model);
        QCOMPARE(outcome.err.count("without checkpoints"), 1);
        QVERIFY2(outcome.err.contains("too large"), outcome.err.constData()); // the reason
        QVERIFY(!QFile::exists(checkpoint()));
    }

    void aFolderThatCannotBeMadeCostsNothingButTheCheckpoints()
    {
        QVERIFY(write(kept(), "a file"));
        const Outcome outcome = run(newRun());
        QFile::remove(kept());
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(bytesOf(model()), m_model);
        QCOMPARE(outcome.err.count("without checkpoints"), 1);
    }

    void goesOnAfterCtrlC()
    {
        QProcess process;
        start(process, newRun(), [] { std::signal(SIGINT, SIG_DFL); });
        QVERIFY(process.waitForReadyRead(60'000));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const Outcome outcome = finish(process);
        QCOMPARE(outcome.status, 128 + SIGINT);
        QVERIFY2(outcome.err.contains("--resume " + kept().toUtf8()), outcome.err.constData());
        QCOMPARE(run(resumedRun()).status, 0);
        QVERIFY(isSame());
    }

    void givesMoreEpochs()
    {
        keep(m_done);
        const Outcome outcome = run(resumedRun("train --epochs 7 --learning-rate 0.0001"));
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.lines().size(), 1 + 1);
        QVERIFY(outcome.lines()[0].startsWith("Epoch [7/7], Batch [100/150], Loss: "));
        const auto done = readCheckpointFile(checkpoint());
        QVERIFY(done && done->isDone());
        QCOMPARE(done->epochs.size(), std::size_t{7});
        QVERIFY(bytesOf(model()).contains("\"learningRate\":0.0001"));
    }

    void keepsWhatWasGoodWhereItDiverges()
    {
        // What a rate of 0.001 makes 1 % less at each step, a rate of 10 makes a hundred times
        // more.
        QCOMPARE(
            run(newRun() + QStringList{QStringLiteral("--weight-decay"), QStringLiteral("10")})
                .status,
            0);
        const QByteArray good = bytesOf(model());
        const Outcome outcome = run(resumedRun("train --epochs 8 --learning-rate 10"));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("learning rate 10"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("--learning-rate X"), outcome.err.constData());
        QCOMPARE(outcome.lines().size(), 1); // the accuracy of what is kept
        const auto numbers = [](const QByteArray& pth) { return pth.mid(0, 400'000); };
        QCOMPARE(numbers(bytesOf(model())), numbers(good));
        QCOMPARE(run(resumedRun("train --epochs 8 --learning-rate 0.001")).status, 0);
    }

    void doesNotOverwriteARunThatIsNotDone()
    {
        Checkpoint longer = m_done;
        longer.change({.learningRate = 1e-3, .epochs = 7});
        keep(longer);
        const QByteArray before = bytesOf(checkpoint());
        const Outcome outcome = run(newRun());
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("--resume"), outcome.err.constData());
        QCOMPARE(bytesOf(checkpoint()), before);
    }

    void refusesWhatContradictsIt_data()
    {
        QTest::addColumn<QString>("options");
        for (const char* options :
             {"--network convnet", "--batch-size 9", "--seed 6", "--augmentation on",
              "--schedule on", "--weight-decay 0.1", "--label-smoothing 0.1", "--averaging 0.9",
              "--preset article", "--epochs 0", "--learning-rate 0", "--device gpu"}) {
            QTest::newRow(options) << QString::fromUtf8(options);
        }
    }
    void refusesWhatContradictsIt()
    {
        QFETCH(const QString, options);
        keep(m_done);
        const Outcome outcome = run(resumedRun() + options.split(QLatin1Char(' ')));
        QCOMPARE(outcome.status, 2);
        QVERIFY2(
            outcome.err.contains(options.section(QLatin1Char(' '), 0, 0).toUtf8()),
            outcome.err.constData());
        QVERIFY(!QFile::exists(model()));
    }

    void takesTheSameOptionsAgain()
    {
        keep(m_done);
        const Outcome outcome =
            run(resumedRun("train --network simple-nn --synthetic 1200 --batch-size 8 --epochs 6 "
                           "--threads 1 --seed 5 --device cpu"));
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(isSame());
    }

    void refusesOtherDataAndNoCheckpoint()
    {
        Outcome outcome = run(resumedRun());
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(kept().toUtf8()), outcome.err.constData());

        keep(m_done);
        outcome = run(resumedRun("train --synthetic 1201"));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("1201 digits"), outcome.err.constData());
        QVERIFY2(outcome.err.contains(checkpoint().toUtf8()), outcome.err.constData());

        QVERIFY(write(checkpoint(), bytesOf(checkpoint()).chopped(1)));
        outcome = run(resumedRun());
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(checkpoint().toUtf8()), outcome.err.constData());
    }
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliResumeTest)
#include "cli_resume_test.moc"
