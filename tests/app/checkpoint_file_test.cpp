// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checkpoint_file.h"

#include "tests/core/checkpoints.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace digitpad;
using tests::makeCheckpoint;

class CheckpointFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name));
    }

    [[nodiscard]] bool write(const QString& file, const QByteArray& bytes) const
    {
        QFile target(file);
        return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void keepsTheNewest()
    {
        const QString file = path("a new/folder/run");
        CheckpointFile kept(file, "a note");
        for (int batch = 0; batch < 100; ++batch) {
            Checkpoint checkpoint = makeCheckpoint();
            checkpoint.batch = batch;
            kept.keep(std::move(checkpoint));
        }
        kept.finish();
        QVERIFY(!kept.takeFailure());
        const auto read = readCheckpointFile(file);
        QVERIFY(read.has_value());
        QCOMPARE(read->batch, 99);
        QCOMPARE(read->note, std::string("a note"));
        QCOMPARE(QDir(path("a new/folder")).entryList(QDir::Files).size(), 1);
    }

    void writesWhatWaitsWhenItGoes()
    {
        {
            CheckpointFile kept(path("gone"), {});
            kept.keep(makeCheckpoint());
        }
        QVERIFY(readCheckpointFile(path("gone")).has_value());
    }

    void isDueOnceTheTimeIsUp()
    {
        CheckpointFile now(path("now"), {}, 1e-9);
        QTRY_VERIFY(now.isDue());
        CheckpointFile later(path("later"), {}, 3600);
        QVERIFY(!later.isDue());
    }

    void saysOnceWhyItCannotBeWritten()
    {
        QVERIFY(write(path("a file"), "no folder"));
        CheckpointFile kept(path("a file/run"), {});
        for (int i = 0; i < 3; ++i) {
            kept.keep(makeCheckpoint());
        }
        kept.finish();
        const auto failure = kept.takeFailure();
        QVERIFY(failure.has_value());
        QCOMPARE(failure->code, ErrorCode::CannotWrite);
        QVERIFY(!failure->detail.empty());
        QVERIFY(!kept.takeFailure());
    }

    void leavesTheOldOneWhereTheNewOneCannotBeWritten()
    {
        // A folder in the place of the file is refused, as a full disk would be.
        QVERIFY(QDir().mkpath(path("folder")));
        CheckpointFile kept(path("folder"), {});
        kept.keep(makeCheckpoint());
        kept.finish();
        QCOMPARE(kept.takeFailure()->code, ErrorCode::NotAFile);
        QVERIFY(QDir(path("folder")).exists());
    }

    void namesAFileThatCannotBeRead()
    {
        const auto why = [](const QString& file) { return readCheckpointFile(file).error(); };
        QCOMPARE(why(path("nowhere")).code, ErrorCode::NotFound);
        QCOMPARE(why(m_folder.path()).code, ErrorCode::NotAFile);
        QVERIFY(write(path("empty"), {}));
        QCOMPARE(why(path("empty")).code, ErrorCode::Empty);
        QVERIFY(write(path("model"), "PK\3\4"));
        QCOMPARE(why(path("model")).code, ErrorCode::Damaged);
        QCOMPARE(why(path("model")).file, path("model").toStdString());
    }
};

QTEST_GUILESS_MAIN(CheckpointFileTest)
#include "checkpoint_file_test.moc"
