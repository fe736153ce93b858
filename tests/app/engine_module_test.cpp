// SPDX-License-Identifier: GPL-3.0-or-later
// The real program and its engine module, copied to a folder of their own.
#include "core/data/synthetic.h"
#include "tests/app/program.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace digitpad::tests {

class EngineModuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QDir built = QFileInfo(programFile()).dir();
        m_standIns = QDir(built.filePath(QStringLiteral("stand-ins")));
        QDir(m_folder->path()).mkdir(QStringLiteral("stand-ins"));
        for (const QString& name :
             {QStringLiteral("digitpad"), QStringLiteral("libdigitpad-engine.so")}) {
            QVERIFY(QFile::copy(built.filePath(name), m_folder->filePath(name)));
        }
    }

    void loadsWithoutStandIns() { QCOMPARE(devices().status, 0); }

    /// What the stand-ins stand for is not loaded.
    void standInsTakeTheirPlace()
    {
        const QStringList names = m_standIns.entryList(QDir::Files);
        if (names.isEmpty()) {
            QSKIP("this LibTorch asks for no library in vain");
        }
        for (const QString& name : names) {
            QVERIFY(QFile::copy(m_standIns.filePath(name), standIn(name)));
        }
        // The loader tells of each library that it begins to use, with where it has found it.
        const Outcome outcome = devices({{QStringLiteral("LD_DEBUG"), QStringLiteral("files")}});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.err.contains("libtorch_cpu"));
        for (const QByteArray& line : outcome.err.split('\n')) {
            const bool begins = line.contains("calling init: ") && line.contains("opencv");
            QVERIFY2(!begins || line.contains("/stand-ins/"), line.constData());
        }
    }

    /// A stand-in for something that is used after all: the engine is loaded without any.
    void doesWithoutWrongStandIns()
    {
        const QStringList names = m_standIns.entryList({QStringLiteral("*opencv_ximgproc*")});
        if (names.isEmpty()) {
            QSKIP("this LibTorch asks for no library in vain");
        }
        QFile right(m_standIns.filePath(names.constFirst()));
        QVERIFY(right.open(QIODevice::ReadOnly));
        QByteArray bytes = right.readAll();
        // Its name inside becomes that of a library that LibTorch cannot do without.
        QByteArray name("libsleef.so.3");
        name.resize(names.constFirst().size(), '\0');
        QVERIFY(bytes.contains(names.constFirst().toLatin1()));
        bytes.replace(names.constFirst().toLatin1(), name);
        QVERIFY(write(standIn(QStringLiteral("libsleef.so.3")), bytes));
        const Outcome outcome = devices();
        QVERIFY2(outcome.status == 0, outcome.err.constData());
    }

    /// Whoever reads on the CPU does not wait for LibTorch.
    void readsOnTheCpuWithoutEngine()
    {
        QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("libdigitpad-engine.so"))));
        std::mt19937_64 random(1);
        const QString drawing = m_folder->filePath(QStringLiteral("drawing.jsonl"));
        QVERIFY(write(drawing, inkLine(drawDigit(3, random), 3)));
        for (const QString& command : {QStringLiteral("predict"), QStringLiteral("evaluate")}) {
            const auto on = [&](const QString& device) {
                return program(
                    {command, QStringLiteral("--device"), device, QStringLiteral("--ink"),
                     drawing});
            };
            const Outcome read = on(QStringLiteral("cpu"));
            QVERIFY2(read.status == 0, read.err.constData());
            QVERIFY2(read.out.contains("\t3\t") || read.out.contains("Correct: 1"), read.out);
            QVERIFY(on(QStringLiteral("cuda:0")).status != 0);
        }
    }

    void passesOverWhatIsNoLibrary()
    {
        QVERIFY(write(standIn(QStringLiteral("libnothing.so.1")), "no library"));
        QCOMPARE(devices().status, 0);
    }

private:
    [[nodiscard]] QString standIn(const QString& name) const
    {
        return m_folder->filePath(QStringLiteral("stand-ins/") + name);
    }

    [[nodiscard]] Outcome devices(const QMap<QString, QString>& variables = {}) const
    {
        return program({QStringLiteral("devices")}, variables);
    }

    /// Runs the copy.
    [[nodiscard]] Outcome
    program(const QStringList& arguments, const QMap<QString, QString>& variables = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = noDisplay();
        for (const auto& [name, value] : variables.asKeyValueRange()) {
            environment.insert(name, value);
        }
        process.setProcessEnvironment(environment);
        process.start(m_folder->filePath(QStringLiteral("digitpad")), arguments);
        return finish(process);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QDir m_standIns;
};

} // namespace digitpad::tests

QTEST_GUILESS_MAIN(digitpad::tests::EngineModuleTest)
#include "engine_module_test.moc"
