// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sample_files.h"

#include "app/store/database.h"
#include "app/store/samples.h"
#include "core/data/idx.h"
#include "core/data/synthetic.h"
#include "core/ink/render.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <random>
#include <stop_token>

#include <sys/stat.h>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

/// Ten drawings, one of each digit, on the paper.
std::vector<NewSample> drawings()
{
    std::mt19937_64 random(11);
    std::vector<NewSample> samples;
    for (int digit = 0; digit < 10; ++digit) {
        NewSample sample{
            .label = digit,
            .writer = digit < 5 ? u"Ada 王"_s : QString(),
            .glyph = {},
            .drawing = {},
            .picture = {},
            .reading = {}};
        for (const Stroke& stroke : drawDigit(digit, random)) {
            PenStroke pen;
            for (const Point& point : stroke) {
                pen.append({.position = {0.2 + point.x / 200, 0.2 + point.y / 200}});
            }
            sample.drawing.append(pen);
        }
        sample.glyph = renderInk(toInk(sample.drawing));
        samples.push_back(sample);
    }
    return samples;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class StoreSampleFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_from = open(u"from.sqlite"_s);
        m_to = open(u"to.sqlite"_s);
    }
    void cleanup()
    {
        m_from.reset();
        m_to.reset();
    }

    void everyFormatGoesThereAndBack_data()
    {
        QTest::addColumn<SampleFormat>("format");
        QTest::newRow("IDX") << SampleFormat::Idx;
        QTest::newRow("pictures") << SampleFormat::Pictures;
        QTest::newRow("drawings") << SampleFormat::Drawings;
    }
    void everyFormatGoesThereAndBack()
    {
        QFETCH(const SampleFormat, format);
        Samples from(*m_from);
        Samples to(*m_to);
        QVERIFY(from.add(drawings()));
        const auto exported = exportSamples(from, format, target());
        QVERIFY2(exported, exported ? "" : exported.error().detail.c_str());
        QCOMPARE(exported->count, 10);
        QCOMPARE(exported->leftOut, 0);

        const auto imported = importSamples(to, format, target(), u"Bo"_s);
        QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
        QCOMPARE(imported->added.added, 10);
        QVERIFY(imported->unread.empty());
        QVERIFY(*glyphsByLabel(to) == *glyphsByLabel(from)); // bit for bit
        const std::vector<QString> writers = to.overview()->writers;
        QCOMPARE(
            writers, format == SampleFormat::Drawings ? (std::vector{u"Ada 王"_s, u"Bo"_s})
                                                      : std::vector{u"Bo"_s});

        const auto again = importSamples(to, format, target(), {});
        QCOMPARE(again->added.added, 0);
        QCOMPARE(again->added.known, 10);
    }

    void exportedDrawingsAreTheSameSamples()
    {
        Samples from(*m_from);
        QVERIFY(from.add(drawings()));
        QVERIFY(exportSamples(from, SampleFormat::Drawings, target()));
        QCOMPARE(importSamples(from, SampleFormat::Drawings, target(), {})->added.known, 10);
    }

    void idxIsWhatMnistReadersRead()
    {
        Samples from(*m_from);
        QVERIFY(from.add(drawings()));
        QVERIFY(
            exportSamples(from, SampleFormat::Idx, target(), {.label = {}, .writer = QString()}));
        const auto data = readIdx(
            (target() + u"/train-images-idx3-ubyte"_s).toStdString(),
            (target() + u"/train-labels-idx1-ubyte"_s).toStdString());
        QVERIFY(data);
        QCOMPARE(data->labels, (std::vector<std::uint8_t>{5, 6, 7, 8, 9}));
    }

    void picturesAreGreyAndLieByLabel()
    {
        Samples from(*m_from);
        QVERIFY(from.add(drawings()));
        QVERIFY(exportSamples(from, SampleFormat::Pictures, target()));
        const QStringList folders =
            QDir(target()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QCOMPARE(folders.join(u' '), u"0 1 2 3 4 5 6 7 8 9"_s);
        const QImage picture(target() + u"/3/000004.png"_s);
        QCOMPARE(picture.size(), QSize(28, 28));
        QVERIFY(picture.isGrayscale());
    }

    void ordinaryPicturesAreLookedAt()
    {
        QVERIFY(QDir().mkpath(target() + u"/7"_s));
        QImage paper(200, 300, QImage::Format_Grayscale8);
        paper.fill(Qt::white);
        for (int y = 60; y < 240; ++y) {
            for (int x = 95; x < 105; ++x) {
                paper.setPixelColor(x, y, Qt::black);
            }
        }
        QVERIFY(paper.save(target() + u"/7/photo.png"_s));
        QVERIFY(write(target() + u"/7/broken.png"_s, "PNG?"));
        QVERIFY(write(target() + u"/notes.txt"_s, "x"));
        Samples to(*m_to);
        const auto imported = importSamples(to, SampleFormat::Pictures, target(), {});
        QVERIFY(imported);
        QCOMPARE(imported->added.added, 1);
        QCOMPARE(imported->unread.size(), std::size_t{1});
        QCOMPARE(imported->ignored.size(), std::size_t{1});
        QVERIFY(to.dataset()->glyphs[0].at(14, 14) > 100); // ink in the middle
    }

    void opensNoPipeAndNoDevice()
    {
        QVERIFY(QDir().mkpath(target() + u"/7"_s));
        makePipe(target() + u"/7/a.png"_s);
        QVERIFY(QFile::link(u"/dev/zero"_s, target() + u"/7/b.png"_s));
        Samples to(*m_to);
        const auto pictures = importSamples(to, SampleFormat::Pictures, target(), {});
        QVERIFY(pictures);
        QCOMPARE(pictures->added.added, 0);
        QCOMPARE(pictures->unread.size(), std::size_t{2});
        QCOMPARE(pictures->unread[0].code, ErrorCode::NotAFile);
        QCOMPARE(pictures->unread[1].code, ErrorCode::NotAFile);

        makePipe(target() + u"/train-images-idx3-ubyte"_s);
        QVERIFY(write(target() + u"/train-labels-idx1-ubyte"_s, "x"));
        const auto idx = importSamples(to, SampleFormat::Idx, target(), {});
        QCOMPARE(idx.error().code, ErrorCode::NotAFile);

        makePipe(m_folder->filePath(u"ink"_s));
        const auto ink =
            importSamples(to, SampleFormat::Drawings, m_folder->filePath(u"ink"_s), {});
        QCOMPARE(ink.error().code, ErrorCode::NotAFile);
    }

    void drawingsInAnyUnitLandOnThePaper()
    {
        QVERIFY(write(
            target(), R"({"label":1,"writer":"Eve","strokes":[[[1000,-500],[1000,1500]]]})"
                      "\n"
                      R"({"label":7,"strokes":[[[0.25,0.5],[0.75,0.5],[0.5,1]]]})"
                      "\n"
                      R"({"label":0,"strokes":[[[5e300,5],[-5e300,5]]]})"
                      "\n"));
        Samples to(*m_to);
        QCOMPARE(importSamples(to, SampleFormat::Drawings, target(), u"Bo"_s)->added.added, 3);
        const auto one = to.sample(1);
        QCOMPARE(one->tile.writer, u"Eve"_s);
        QCOMPARE(one->drawing[0][0].position, QPointF(0.5, 0.1));
        QCOMPARE(one->drawing[0][1].position, QPointF(0.5, 0.9));
        QCOMPARE(to.sample(2)->drawing[0][2].position, QPointF(0.5, 1)); // as it was
        QCOMPARE(to.sample(2)->tile.writer, u"Bo"_s);
        QVERIFY(to.sample(3)); // lies on the paper
    }

    void leavesOutDamagedLines()
    {
        QVERIFY(write(
            target(), "no JSON\n"
                      "{\"strokes\":[[[1,2],[3,4]]]}\n"
                      "{\"label\":11,\"strokes\":[[[1,2],[3,4]]]}\n"
                      "{\"label\":4,\"strokes\":[]}\n"
                      "{\"label\":4,\"strokes\":[[[1e308,0],[-1e308,0]]]}\n"
                      "{\"label\":4,\"strokes\":[[[1,2],[3,4]]]}\n"));
        Samples to(*m_to);
        const auto imported = importSamples(to, SampleFormat::Drawings, target(), {});
        QVERIFY(imported);
        QCOMPARE(imported->added.added, 1);
        QCOMPARE(imported->unread.size(), std::size_t{5});
        QVERIFY(QString::fromStdString(imported->unread.back().file).contains(u':'));
    }

    void writesOverNobodysFolder()
    {
        QVERIFY(QDir().mkpath(target()));
        QVERIFY(write(target() + u"/train-images-idx3-ubyte"_s, "MNIST"));
        Samples from(*m_from);
        QVERIFY(from.add(drawings()));
        for (const SampleFormat format : {SampleFormat::Idx, SampleFormat::Pictures}) {
            const auto exported = exportSamples(from, format, target());
            QVERIFY(!exported);
            QCOMPARE(exported.error().code, ErrorCode::CannotWrite);
        }
        QFile file(target() + u"/train-images-idx3-ubyte"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("MNIST"));
    }

    void picturesHaveNoStrokesToExport()
    {
        Samples from(*m_from);
        NewSample picture = drawings()[3];
        picture.drawing = {};
        QVERIFY(from.correct(picture));
        const auto exported = exportSamples(from, SampleFormat::Drawings, target());
        QVERIFY(exported);
        QCOMPARE(exported->count, 0);
        QCOMPARE(exported->leftOut, 1);
    }

    void whatIsNotThereIsAnError()
    {
        Samples to(*m_to);
        for (const SampleFormat format :
             {SampleFormat::Idx, SampleFormat::Pictures, SampleFormat::Drawings}) {
            QCOMPARE(importSamples(to, format, target(), {}).error().code, ErrorCode::NotFound);
        }
    }

    void addsNothingWhenStopped()
    {
        Samples from(*m_from);
        QVERIFY(from.add(drawings()));
        QVERIFY(exportSamples(from, SampleFormat::Pictures, target()));
        std::stop_source stop;
        stop.request_stop();
        Samples to(*m_to);
        const auto imported =
            importSamples(to, SampleFormat::Pictures, target(), {}, stop.get_token());
        QVERIFY(imported);
        QCOMPARE(imported->added.added, 0);
        QCOMPARE(to.page({}, 0, 1)->count, 0);
    }

private:
    static void makePipe(const QString& path)
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    }
    [[nodiscard]] QString target() const { return m_folder->filePath(u"target"_s); }
    std::unique_ptr<Database> open(const QString& name)
    {
        auto database = Database::open(m_folder->filePath(name));
        return database ? std::move(*database) : nullptr;
    }
    static std::unique_ptr<std::map<int, Glyph>> glyphsByLabel(Samples& samples)
    {
        const auto data = samples.dataset();
        auto glyphs = std::make_unique<std::map<int, Glyph>>();
        for (std::size_t i = 0; data && i < data->size(); ++i) {
            (*glyphs)[data->labels[i]] = data->glyphs[i];
        }
        return glyphs;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_from;
    std::unique_ptr<Database> m_to;
};

} // namespace digitpad::tests

QTEST_MAIN(digitpad::tests::StoreSampleFilesTest)
#include "store_sample_files_test.moc"
