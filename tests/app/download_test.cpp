// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download.h"

#include "tests/app/fake_mirror.h"
#include "tests/core/gzip.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QNetworkProxyFactory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace digitpad;
using tests::Answer;
using tests::FakeMirror;
using Kind = DownloadError::Kind;

namespace {

/// Bytes that hardly shrink, the same each time.
QByteArray noise(qsizetype count, quint32 seed)
{
    QByteArray bytes(count, '\0');
    for (char& byte : bytes) {
        seed = seed * 1'664'525 + 1'013'904'223; // Numerical Recipes' generator
        byte = static_cast<char>(seed >> 24);
    }
    return bytes;
}

QByteArray packed(const QByteArray& bytes)
{
    const std::string gzipped = tests::gzip(bytes.toStdString());
    return QByteArray::fromStdString(gzipped);
}

const QByteArray kDigits = noise(300'000, 1);
const QByteArray kLabels = noise(500, 2);

PublishedFile published(const char* name, const QByteArray& content)
{
    return {
        .name = QString::fromLatin1(name),
        .packed = packed(content).size(),
        .bytes = content.size(),
        .sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()};
}

/// Two files to fetch from one mirror or several, and what came of it.
struct Desk {
    explicit Desk(int mirrorCount = 1)
    {
        plan.folder = folder.filePath(QStringLiteral("some/where"));
        plan.files = {published("digits", kDigits), published("labels", kLabels)};
        plan.patience = std::chrono::seconds(20);
        for (int i = 0; i < mirrorCount; ++i) {
            mirrors.push_back(std::make_unique<FakeMirror>());
            mirrors.back()->set(QStringLiteral("digits.gz"), {Answer{.body = packed(kDigits)}});
            mirrors.back()->set(QStringLiteral("labels.gz"), {Answer{.body = packed(kLabels)}});
            plan.mirrors << mirrors.back()->url();
        }
    }

    FakeMirror& mirror(std::size_t which = 0) { return *mirrors[which]; }
    void digitsAre(const QList<Answer>& answers, std::size_t which = 0)
    {
        mirror(which).set(QStringLiteral("digits.gz"), answers);
    }

    QString path(const char* name) const
    {
        return QDir(plan.folder).filePath(QString::fromLatin1(name));
    }
    QByteArray stored(const char* name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool store(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        return QDir().mkpath(plan.folder) && file.open(QIODevice::WriteOnly) &&
               file.write(bytes) == bytes.size();
    }
    QStringList files() const
    {
        return QDir(plan.folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    bool isComplete() const
    {
        return files() == QStringList{QStringLiteral("digits"), QStringLiteral("labels")} &&
               stored("digits") == kDigits && stored("labels") == kLabels;
    }

    /// Runs it to its end: "finished", "cancelled", or what failed.
    QString run()
    {
        Download download(plan);
        return run(download);
    }
    QString run(Download& download)
    {
        QString end;
        failedMirrors.clear();
        const QObject here;
        QObject::connect(
            &download, &Download::finished, &here, [&] { end = QStringLiteral("finished"); });
        QObject::connect(
            &download, &Download::cancelled, &here, [&] { end = QStringLiteral("cancelled"); });
        QObject::connect(&download, &Download::failed, &here, [&](const DownloadError& e) {
            error = e;
            end = QStringLiteral("failed: ") + describe(e);
        });
        QObject::connect(&download, &Download::mirrorFailed, &here, [&](const DownloadError& e) {
            failedMirrors << e.kind;
        });
        QObject::connect(
            &download, &Download::progressed, &here,
            [&](const DownloadProgress& progress) { last = progress; });
        download.start();
        (void)QTest::qWaitFor([&] { return !end.isEmpty(); }, 30'000);
        return end;
    }

    QTemporaryDir folder;
    std::vector<std::unique_ptr<FakeMirror>> mirrors;
    DownloadPlan plan;
    DownloadError error;
    DownloadProgress last;
    QList<Kind> failedMirrors;
};

const QString kFinished = QStringLiteral("finished");

} // namespace

Q_DECLARE_METATYPE(digitpad::tests::Answer)

class DownloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void fetchesAndUnpacks();
    void fetchesOnlyWhatIsNotThere();
    void takesAnyWayOfPacking();
    void followsARedirect();
    void goesOnWhereItBrokeOff();
    void goesOnFromAnotherMirror();
    void goesOnWithPiecesOfARange();
    void beginsAnewWithoutRanges();
    void beginsAnewWhereTheRangeIsAnother();
    void throwsABeginningOfAnotherFileAway();
    void storesWhatHasAllArrived();
    void storesWhatIsLessThanItWasSaidToBe();
    void misbehaves_data();
    void misbehaves();
    void saysThatThereIsNoServer();
    void givesUpOnBytesThatDrip();
    void canBeCancelled();
    void endsWithItsObject();
    void saysThatItCannotWrite();
    void saysThatTheDiskIsFull();
    void keepsOutOfEachOthersWay();
    void knowsMnist();
};

void DownloadTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QNetworkProxyFactory::setUseSystemConfiguration(false); // the mirrors are on this machine
}

void DownloadTest::fetchesAndUnpacks()
{
    Desk desk;
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().begins(), (QList<qint64>{-1, -1}));
    QVERIFY(desk.mirror().requests[0].contains("GET /data/digits.gz HTTP/1.1\r\n"));
    QCOMPARE(desk.last.received, desk.plan.packed());
    QCOMPARE(desk.last.total, desk.plan.packed());
    QCOMPARE(partDone(desk.last), 1.0);
}

void DownloadTest::fetchesOnlyWhatIsNotThere()
{
    Desk desk;
    QByteArray damaged = kDigits;
    damaged[1000] = static_cast<char>(damaged[1000] ^ 1);
    QVERIFY(desk.store("digits", damaged));
    QVERIFY(desk.store("labels", kLabels));
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().requests.size(), 1);
    QCOMPARE(desk.run(), kFinished);
    QCOMPARE(desk.mirror().requests.size(), 1);
}

void DownloadTest::takesAnyWayOfPacking()
{
    Desk desk;
    // Two members one after the other, and a server that has unpacked the file itself.
    desk.digitsAre({Answer{.body = packed(kDigits.left(1000)) + packed(kDigits.mid(1000))}});
    desk.mirror().set(QStringLiteral("labels.gz"), {Answer{.body = kLabels}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
}

void DownloadTest::followsARedirect()
{
    Desk desk;
    desk.mirror().set(QStringLiteral("moved.gz"), {Answer{.body = packed(kDigits)}});
    desk.digitsAre({Answer{
        .body = "elsewhere", .status = "302 Found", .head = "Location: /data/moved.gz\r\n"}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
}

void DownloadTest::goesOnWhereItBrokeOff()
{
    Desk desk;
    const QByteArray body = packed(kDigits);
    desk.digitsAre(
        {Answer{.body = body, .sends = 70'000}, Answer{.body = body, .sends = 90'000},
         Answer{.body = body}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().begins(), (QList<qint64>{-1, 70'000, 160'000, -1}));
    QCOMPARE(desk.failedMirrors, (QList<Kind>{Kind::BrokenOff, Kind::BrokenOff}));
}

void DownloadTest::goesOnFromAnotherMirror()
{
    Desk desk(2);
    desk.digitsAre({Answer{.body = packed(kDigits), .sends = 70'000}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror(0).begins(), (QList<qint64>{-1}));
    QCOMPARE(desk.mirror(1).begins(), (QList<qint64>{70'000, -1})); // and it stays with it
}

void DownloadTest::goesOnWithPiecesOfARange()
{
    Desk desk;
    const QByteArray body = packed(kDigits);
    QVERIFY(desk.store("digits.gz.part", body.left(10)));
    desk.digitsAre({Answer{.body = body, .mostOfRange = 100'000}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().begins(), (QList<qint64>{10, 100'010, 200'010, 300'010, -1}).mid(0, 5));
}

void DownloadTest::beginsAnewWithoutRanges()
{
    Desk desk;
    const QByteArray body = packed(kDigits);
    desk.digitsAre(
        {Answer{.body = body, .knowsRanges = false, .sends = 70'000},
         Answer{.body = body, .knowsRanges = false}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().begins(), (QList<qint64>{-1, 70'000, -1}));
}

void DownloadTest::beginsAnewWhereTheRangeIsAnother()
{
    Desk desk(2);
    const QByteArray body = packed(kDigits);
    QVERIFY(desk.store("digits.gz.part", body.left(5'000)));
    desk.digitsAre({Answer{.body = body, .shift = -1'000}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror(0).begins(), (QList<qint64>{5'000}));
    QCOMPARE(desk.mirror(1).begins(), (QList<qint64>{-1, -1}));
}

void DownloadTest::throwsABeginningOfAnotherFileAway()
{
    Desk desk;
    QVERIFY(desk.store("digits.gz.part", packed(noise(300'000, 3)).left(5'000)));
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().begins(), (QList<qint64>{5'000, -1, -1}));
    QVERIFY(desk.failedMirrors.isEmpty());
}

void DownloadTest::storesWhatHasAllArrived()
{
    Desk desk; // it was killed before it could unpack
    QVERIFY(desk.store("digits.gz.part", packed(kDigits)));
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QVERIFY(desk.mirror().requests[0].contains("Range: bytes="));
}

void DownloadTest::storesWhatIsLessThanItWasSaidToBe()
{
    Desk desk;
    desk.digitsAre({Answer{.body = packed(kDigits), .claims = 1'000}});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.failedMirrors.value(0), Kind::BrokenOff);
}

void DownloadTest::misbehaves_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("says");
    const QByteArray body = packed(kDigits);
    const auto row = [](const char* name, const Answer& answer, Kind kind, const char* says) {
        QTest::newRow(name) << answer << kind << QString::fromLatin1(says);
    };
    row("not there", {.body = "no", .status = "404 Not Found"}, Kind::Refused, "404 Not Found");
    row("forbidden", {.body = "no", .status = "403 Forbidden"}, Kind::Refused, "403 Forbidden");
    row("broken", {.body = "", .status = "500 Internal Server Error"}, Kind::Refused, "500");
    row("redirects in a circle",
        {.body = "", .status = "302 Found", .head = "Location: /data/digits.gz\r\n"}, Kind::Refused,
        "does not give the file out");
    row("login page", {.body = "<html>Log in</html>", .type = "text/html; charset=utf-8"},
        Kind::WebPage, "log in");
    row("login page as a file", {.body = "\n<!DOCTYPE html><html>Log in</html>"}, Kind::WebPage,
        "log in");
    row("another content", {.body = packed(noise(300'000, 4))}, Kind::WrongContent, "SHA-256");
    row("not packed content", {.body = noise(1'000, 5)}, Kind::WrongContent, "SHA-256");
    row("nothing", {.body = ""}, Kind::WrongContent, "0 bytes");
    row("damaged on the way", {.body = body.left(5'000) + 'x' + body.mid(5'001)},
        Kind::WrongContent, "not what was published");
    row("too much content", {.body = packed(kDigits + 'x')}, Kind::WrongContent,
        "more than 300000 bytes");
    row("a bomb", {.body = packed(QByteArray(50'000'000, '\0'))}, Kind::WrongContent,
        "more than 300000 bytes");
    row("no end", {.body = noise(100'000, 6), .endless = true}, Kind::WrongContent,
        "more than 304396 bytes");
    row("says it is shorter", {.body = body, .claims = -1'000}, Kind::WrongContent,
        "not what was published");
    row("breaks off, no length", {.body = body, .saysLength = false, .sends = 5'000},
        Kind::WrongContent, "not what was published");
    row("says nothing", {.body = body, .sends = 0, .hangsUp = false}, Kind::Silent,
        "does not answer");
}

/// A mirror that does not do its work is said to, and nothing is stored; where another one does,
/// the file comes from there.
void DownloadTest::misbehaves()
{
    QFETCH(Answer, answer);
    QFETCH(Kind, kind);
    QFETCH(QString, says);
    {
        Desk desk;
        desk.plan.patience = std::chrono::milliseconds(300);
        desk.digitsAre({answer});
        const QString end = desk.run();
        QVERIFY2(end.startsWith(QStringLiteral("failed: ")), qPrintable(end));
        QVERIFY2(end.contains(says), qPrintable(end));
        QVERIFY2(end.contains(QStringLiteral("127.0.0.1")), qPrintable(end));
        QCOMPARE(desk.error.kind, kind);
        QVERIFY(!desk.files().contains(QStringLiteral("digits")));
        if (kind == Kind::WrongContent) {
            QCOMPARE(QFileInfo(desk.path("digits.gz.part")).size(), 0);
        }
    }
    Desk desk(2);
    desk.plan.patience = std::chrono::milliseconds(300);
    desk.digitsAre({answer});
    QCOMPARE(desk.run(), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.failedMirrors, QList<Kind>{kind});
}

void DownloadTest::saysThatThereIsNoServer()
{
    Desk desk;
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    desk.plan.mirrors = {
        QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(gone.serverPort())),
        QUrl(QStringLiteral("http://digitpad.invalid/"))}; // a name that never is (RFC 6761)
    gone.close();
    const QString end = desk.run();
    QCOMPARE(desk.failedMirrors, QList<Kind>{Kind::Unreachable});
    QCOMPARE(desk.error.kind, Kind::Unreachable);
    QVERIFY2(
        end.contains(QStringLiteral("digitpad.invalid could not be reached")), qPrintable(end));
    desk.plan.mirrors << desk.mirror().url();
    QCOMPARE(desk.run(), kFinished);
}

void DownloadTest::givesUpOnBytesThatDrip()
{
    Desk desk;
    desk.digitsAre({Answer{.body = packed(kDigits), .sends = 3}});
    QVERIFY(desk.run().contains(QStringLiteral("broke off")));
    QCOMPARE(desk.mirror().begins().mid(0, 3), (QList<qint64>{-1, 3, 6}));
    QVERIFY(desk.mirror().requests.size() < 20);
}

void DownloadTest::canBeCancelled()
{
    Desk desk;
    const QByteArray body = packed(kDigits);
    desk.digitsAre({Answer{.body = body, .sends = 50'000, .hangsUp = false}, Answer{.body = body}});
    Download download(desk.plan);
    download.start();
    QTRY_COMPARE(desk.stored("digits.gz.part").size(), 50'000);
    QSignalSpy cancelled(&download, &Download::cancelled);
    download.cancel();
    QVERIFY(cancelled.wait());
    QVERIFY(!download.isRunning());
    QCOMPARE(desk.files(), QStringList{QStringLiteral("digits.gz.part")});
    QCOMPARE(desk.stored("digits.gz.part"), body.left(50'000));

    QCOMPARE(desk.run(download), kFinished);
    QVERIFY(desk.isComplete());
    QCOMPARE(desk.mirror().begins(), (QList<qint64>{-1, 50'000, -1}));
}

void DownloadTest::endsWithItsObject()
{
    Desk desk;
    desk.digitsAre({Answer{.body = packed(kDigits), .sends = 50'000, .hangsUp = false}});
    {
        Download download(desk.plan);
        download.start();
        QTRY_VERIFY(!desk.mirror().requests.isEmpty());
    }
    QVERIFY(!QFileInfo::exists(desk.path("digits")));
    const Download neverStarted(desk.plan);
}

void DownloadTest::saysThatItCannotWrite()
{
    Desk desk;
    QVERIFY(desk.store("file", "a file"));
    desk.plan.folder = desk.path("file/below");
    const QString end = desk.run();
    QCOMPARE(desk.error.kind, Kind::CannotStore);
    QVERIFY2(end.contains(desk.plan.folder), qPrintable(end));
    QVERIFY2(end.contains(QStringLiteral("Not a directory")), qPrintable(end));
    QVERIFY(desk.mirror().requests.isEmpty());
}

void DownloadTest::saysThatTheDiskIsFull()
{
    // A limit on the length of files stops a write as a full disk does (setrlimit(2)).
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    for (const rlim_t most : {rlim_t{50'000}, rlim_t{300'000 - 1}}) { // while it comes; unpacking
        Desk desk(2);
        if (most > 100'000) { // small packed: it is only unpacked that it does not fit
            const QByteArray zeros(300'000, '\0');
            desk.plan.files = {published("digits", zeros)};
            desk.digitsAre({Answer{.body = packed(zeros)}});
        }
        const rlimit limit{.rlim_cur = most, .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        const QString end = desk.run();
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(desk.error.kind, Kind::CannotStore);
        QVERIFY2(end.contains(QStringLiteral("File too large")), qPrintable(end));
        QVERIFY(desk.failedMirrors.isEmpty()); // no other mirror would help
        QVERIFY(!desk.files().contains(QStringLiteral("digits")));
        if (most < 100'000) { // and once there is room it goes on
            QCOMPARE(desk.run(), kFinished);
            QVERIFY(desk.isComplete());
            QVERIFY(desk.mirror().begins()[1] > 0);
        }
    }
}

void DownloadTest::keepsOutOfEachOthersWay()
{
    Desk desk;
    desk.digitsAre({Answer{.body = packed(kDigits), .sends = 50'000, .hangsUp = false}});
    Download first(desk.plan);
    first.start();
    QTRY_VERIFY(!desk.mirror().requests.isEmpty());
    const QString end = desk.run();
    QCOMPARE(desk.error.kind, Kind::Busy);
    QVERIFY2(end.contains(QStringLiteral("Another Digitpad")), qPrintable(end));
}

void DownloadTest::knowsMnist()
{
    const DownloadPlan plan = mnistDownload(QStringLiteral("/a folder"));
    QCOMPARE(plan.mirrors.size(), 2);
    qint64 bytes = 0;
    for (const PublishedFile& file : plan.files) {
        bytes += file.bytes;
        QCOMPARE(file.sha256.size(), 64);
        QVERIFY(file.packed < file.mostPacked());
    }
    QCOMPARE(bytes, 4 * 16 - 16 + 70'000 * (784 + 1)); // two heads of 16 bytes, two of 8
    for (const QUrl& mirror : plan.mirrors) {
        QCOMPARE(mirror.scheme(), QStringLiteral("https"));
    }
}

QTEST_GUILESS_MAIN(DownloadTest)
#include "download_test.moc"
