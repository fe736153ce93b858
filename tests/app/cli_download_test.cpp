// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fake_mirror.h"
#include "tests/app/program.h"
#include "tests/core/gzip.h"
#include "tests/data_dir.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <filesystem>

using namespace digitpad::tests;

namespace {

/// Runs `digitpad download` while this test's own mirrors answer.
struct Call {
    Call(const QStringList& arguments, const QProcessEnvironment& environment)
    {
        process.setProcessEnvironment(environment);
        process.start(programFile(), QStringList{QStringLiteral("download")} + arguments);
    }

    Outcome end()
    {
        const bool ended =
            QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, 60'000);
        return {
            .status =
                ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
    }

    QProcess process;
};

} // namespace

class CliDownloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void saysWhatWentWrong();
    void refusesWrongUsage();
    void stopsAtASignalAndGoesOn();
    void fetchesMnist();

private:
    QStringList options() const
    {
        return {
            QStringLiteral("--to"), m_folder, QStringLiteral("--mirror"),
            m_mirror->url().toString()};
    }

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<FakeMirror> m_mirror;
    QString m_folder;
    QProcessEnvironment m_environment;
};

void CliDownloadTest::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    m_mirror = std::make_unique<FakeMirror>();
    m_folder = m_place->filePath(QStringLiteral("mnist"));
    m_environment = noDisplay();
    m_environment.insert(QStringLiteral("XDG_DATA_HOME"), m_place->path());
    for (const char* proxy : {"http_proxy", "https_proxy", "all_proxy"}) {
        m_environment.remove(QString::fromLatin1(proxy)); // the mirror is on this machine
    }
}

void CliDownloadTest::saysWhatWentWrong()
{
    const Outcome refused = Call(options(), m_environment).end();
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY2(
        refused.err.contains("127.0.0.1 does not give the file out (404 Not Found)"),
        refused.err.constData());
    QVERIFY(refused.err.contains("--synthetic 20000"));
    QVERIFY(refused.err.endsWith('\n'));

    QVERIFY(write(m_place->filePath(QStringLiteral("file")), "a file"));
    const Outcome blocked =
        Call({QStringLiteral("--to"), m_place->filePath(QStringLiteral("file"))}, m_environment)
            .end();
    QCOMPARE(blocked.status, 1);
    QVERIFY2(blocked.err.contains("Could not save"), blocked.err.constData());
}

void CliDownloadTest::refusesWrongUsage()
{
    for (const char* wrong : {"ftp://example.org/", "somewhere", "https:///mnist"}) {
        const Outcome outcome =
            Call({QStringLiteral("--mirror"), QString::fromLatin1(wrong)}, m_environment).end();
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("--mirror needs an address"), outcome.err.constData());
    }
    QCOMPARE(Call({QStringLiteral("mnist")}, m_environment).end().status, 2);
}

void CliDownloadTest::stopsAtASignalAndGoesOn()
{
    const QString images = QStringLiteral("train-images-idx3-ubyte.gz");
    m_mirror->set(
        images, {Answer{.body = QByteArray(5'000, 'x'), .sends = 2'000, .hangsUp = false},
                 Answer{.body = "gone", .status = "410 Gone"}});
    Call call(options(), m_environment);
    const QString part = QDir(m_folder).filePath(images + QStringLiteral(".part"));
    QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(part).size(), 2'000, 60'000);
    ::kill(static_cast<pid_t>(call.process.processId()), SIGINT);
    const Outcome stopped = call.end();
    QCOMPARE(stopped.status, 128 + SIGINT);
    QCOMPARE(stopped.out, QByteArray());
    QVERIFY2(stopped.err.contains("goes on from there"), stopped.err.constData());
    QCOMPARE(QFileInfo(part).size(), 2'000);

    (void)Call(options(), m_environment).end();
    QCOMPARE(m_mirror->begins().value(1), 2'000);
}

void CliDownloadTest::fetchesMnist()
{
    const std::filesystem::path mnist = dataDir() / "mnist";
    if (!std::filesystem::exists(mnist)) {
        QSKIP(("there is no MNIST in " + mnist.string()).c_str());
    }
    for (const char* name :
         {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
          "t10k-labels-idx1-ubyte.gz"}) {
        QFile file(QString::fromStdString((mnist / name).string()));
        QVERIFY2(file.open(QIODevice::ReadOnly), name);
        m_mirror->set(QString::fromLatin1(name), {Answer{.body = file.readAll()}});
    }
    // Where nothing is named it is the user's data folder.
    const QStringList mirror = options().mid(2);
    const Outcome fetched = Call(mirror, m_environment).end();
    QVERIFY2(fetched.status == 0, fetched.err.constData());
    const QString folder = QString::fromLocal8Bit(fetched.out).trimmed();
    QVERIFY2(
        folder.startsWith(m_place->path()) && folder.endsWith(QStringLiteral("/mnist")),
        qPrintable(folder));
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 4);

    const qsizetype requests = m_mirror->requests.size();
    QCOMPARE(Call(mirror, m_environment).end().status, 0); // it is all there
    QCOMPARE(m_mirror->requests.size(), requests);
}

QTEST_GUILESS_MAIN(CliDownloadTest)
#include "cli_download_test.moc"
