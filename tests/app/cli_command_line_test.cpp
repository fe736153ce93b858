// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "tests/app/program.h"

#include <QTest>

namespace digitpad::tests {

class CliCommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsACommand()
    {
        for (const char* argument :
             {"predict", "train", "evaluate", "runs", "samples", "devices", "--help", "-h",
              "--version"}) {
            QVERIFY2(isCommand(argument), argument);
        }
        for (const char* argument : {"", "Predict", "predict ", "model.pth", "-", "--json"}) {
            QVERIFY2(!isCommand(argument), argument);
        }
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("options");
        const auto row = [](const char* command, const char* options) {
            QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(options);
        };
        row("predict", "--model --device --prepare --json --ink");
        row("train",
            "--data --synthetic --epochs --batch-size --learning-rate --seed --augmentation "
            "--schedule --weight-decay --label-smoothing --averaging --device --threads "
            "--output");
        row("evaluate", "--model --device --json --data --ink --pictures --prepare");
        row("runs", "--json --csv --model --store");
        row("samples", "--idx --pictures --ink --writer --label --store");
        row("devices", "--json");
    }
    void everyCommandExplainsItself()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, options);
        const Outcome outcome =
            run({command, QStringLiteral("--nonsense"), QStringLiteral("--help")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(outcome.out.contains("digitpad " + command.toUtf8()));
        for (const QString& option : options.split(QLatin1Char(' '))) {
            QVERIFY2(outcome.out.contains("\n  " + option.toUtf8()), qPrintable(option));
        }
        for (const QByteArray& line : outcome.lines()) {
            QVERIFY2(QString::fromUtf8(line).size() <= 110, line.constData());
        }
    }

    void theWholeExplainsItself()
    {
        for (const char* option : {"--help", "-h"}) {
            const Outcome outcome = run({QString::fromUtf8(option)});
            QCOMPARE(outcome.status, 0);
            for (const char* command :
                 {"predict", "train", "evaluate", "runs", "samples", "devices", "--version"}) {
                QVERIFY2(outcome.out.contains(QByteArray("\n  ") + command), command);
            }
        }
    }

    void version()
    {
        const Outcome outcome = run({QStringLiteral("--version")});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray("digitpad " DIGITPAD_VERSION "\n"));
    }

    void devices()
    {
        const Outcome outcome = run({QStringLiteral("devices")});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QVERIFY(outcome.lines().value(0).startsWith("cpu\t"));
        for (const QByteArray& line : outcome.lines()) {
            QCOMPARE(line.count('\t'), 1);
            QVERIFY(!line.endsWith('\t'));
        }
        for (const char* what : {"LibTorch", "CPU features: ", "BLAS: "}) {
            QVERIFY2(outcome.err.contains(what), outcome.err.constData());
        }

        const Outcome json = run({QStringLiteral("devices"), QStringLiteral("--json")});
        QCOMPARE(json.status, 0);
        const QJsonObject object = json.json();
        QVERIFY(object[QStringLiteral("engine")].toString().startsWith(QLatin1String("LibTorch")));
        QCOMPARE(object[QStringLiteral("devices")].toArray().size(), outcome.lines().size());
        QCOMPARE(
            object[QStringLiteral("devices")][0][QStringLiteral("id")].toString(),
            QStringLiteral("cpu"));
        const QJsonObject cpu = object[QStringLiteral("cpu")].toObject();
        QVERIFY(cpu[QStringLiteral("threads")].toInt() >= 1);
        QVERIFY(outcome.err.contains(cpu[QStringLiteral("blas")].toString().toUtf8()));
    }

    void devicesTakesNothing()
    {
        for (const char* argument : {"cpu", "--model", "--device=cpu"}) {
            const Outcome outcome = run({QStringLiteral("devices"), QString::fromUtf8(argument)});
            QCOMPARE(outcome.status, 2);
            QVERIFY(outcome.err.contains("devices --help"));
        }
    }
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::CliCommandLineTest)
#include "cli_command_line_test.moc"
