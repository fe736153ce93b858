// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace digitpad {

namespace {

/// The wait status of a child that does something and ends with 0 unless a signal ends it.
int statusOf(const std::function<void()>& what)
{
    const pid_t child = ::fork();
    if (child == 0) {
        for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
            std::signal(each, SIG_DFL); // the one who runs the tests may have ignored them
        }
        what();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

bool endedWell(int status)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

class CliInterruptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsNoted_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void theFirstIsNoted()
    {
        QFETCH(const int, signal);
        QVERIFY(endedWell(statusOf([signal] {
            const Interruption interruption("");
            Interruption::noteFromNow();
            if (Interruption::signal() != 0) {
                ::_exit(1);
            }
            std::raise(signal);
            ::_exit(Interruption::signal() == signal ? 0 : 2);
        })));
    }

    void whileThereIsNothingToLoseTheFirstEnds()
    {
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        const int status = statusOf([&ends] {
            ::dup2(ends[1], STDERR_FILENO);
            const Interruption interruption("farewell\n");
            std::raise(SIGINT);
        });
        ::close(ends[1]);
        QByteArray seen(100, '\0');
        seen.resize(std::max<qsizetype>(0, ::read(ends[0], seen.data(), 100)));
        ::close(ends[0]);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 128 + SIGINT);
        QCOMPARE(seen, QByteArray("farewell\n"));
    }

    void theSecondEnds()
    {
        const int status = statusOf([] {
            const Interruption interruption("");
            Interruption::noteFromNow();
            std::raise(SIGINT);
            std::raise(SIGTERM); // whichever it is
        });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGTERM);
    }

    void whatWasIgnoredStaysIgnored()
    {
        QVERIFY(endedWell(statusOf([] {
            std::signal(SIGHUP, SIG_IGN); // as nohup does
            const Interruption interruption("");
            Interruption::noteFromNow();
            std::raise(SIGHUP);
            std::raise(SIGINT);
            std::raise(SIGHUP);
            ::_exit(Interruption::signal() == SIGINT ? 0 : 1);
        })));
    }

    void afterwardsAllIsAsBefore()
    {
        const int status = statusOf([] {
            {
                const Interruption interruption("");
                Interruption::noteFromNow();
            }
            std::raise(SIGINT);
        });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGINT);
    }
};

} // namespace digitpad

QTEST_GUILESS_MAIN(digitpad::CliInterruptionTest)
#include "cli_interruption_test.moc"
