// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_steps.h"

#include "app/pictures/picture_file.h"
#include "tests/app/fake_engine.h"

#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace digitpad;

namespace {

constexpr QRect kSheet(120, 80, 360, 240);
constexpr QRect kStroke(290, 150, 20, 110);

/// A sheet on a table, with a stroke on it.
QImage sheetOnTable()
{
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(QColor(70, 50, 35));
    QPainter painter(&image);
    painter.fillRect(kSheet, QColor(235, 232, 225));
    painter.fillRect(kStroke, QColor(30, 30, 60));
    return image;
}

QImage stroke(const QSize& size, Qt::GlobalColor paper, Qt::GlobalColor ink)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.fillRect(
        QRect(size.width() * 3 / 7, size.height() / 5, size.width() / 7, size.height() * 3 / 5),
        ink);
    return image;
}

PictureSource inMemory(const QImage& image)
{
    PictureSource source;
    source.image = image;
    return source;
}

/// Where it is more ink than paper, in the picture's pixels.
QRect inked(const InkStep& step)
{
    QRect found;
    for (int y = 0; y < step.ink.height(); ++y) {
        for (int x = 0; x < step.ink.width(); ++x) {
            if (step.ink.pixelIndex(x, y) > 127) {
                found |= QRect(x, y, 1, 1);
            }
        }
    }
    const int cell = step.place.width() / step.ink.width();
    return QRect(found.topLeft() * cell + step.place.topLeft(), found.size() * cell);
}

bool isNear(const QRect& a, const QRect& b, int tolerance)
{
    return a.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(b) &&
           b.adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(a);
}

} // namespace

class PictureStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsPaperAndInk();
    void countsInThePixelsOfTheBoxes();
    void keepsALargePictureSmall();
    void looksForNoInkForTheReference();
    void takesAGlyphAsItIs();
    void looksForInkInOtherSmallPictures();
    void findsNoInkOnABlankSheet();
    void leavesOutTheInkWhenStopped();
    void saysWhyThereIsNoPicture();
};

void PictureStepsTest::findsPaperAndInk()
{
    const auto steps = readSteps(inMemory(sheetOnTable()), Preparation::Auto);
    QVERIFY(steps);
    QCOMPARE(steps->size, QSize(600, 400));
    QCOMPARE(steps->picture.size(), steps->size);
    QVERIFY(steps->ink);
    QVERIFY(isNear(steps->ink->paper, kSheet, 12));
    QVERIFY(isNear(inked(*steps->ink), kStroke, 4));
    QVERIFY(steps->ink->part > 0.015 && steps->ink->part < 0.04); // 2,200 of 86,400 pixels
}

void PictureStepsTest::countsInThePixelsOfTheBoxes()
{
    const auto steps = readSteps(inMemory(sheetOnTable()), Preparation::Auto);
    const auto number = numberIn(tests::FakeModel(), sheetOnTable(), Preparation::Auto);
    QVERIFY(steps && number);
    QCOMPARE(number->digitCount(), std::size_t{1});
    const Area& box = number->lines[0][0].box;
    const QRectF place(QPointF(box.left, box.top), QPointF(box.right, box.bottom));
    QVERIFY(isNear(inked(*steps->ink), place.toRect(), 4));
}

void PictureStepsTest::keepsALargePictureSmall()
{
    const QSize size(3000, 2000);
    const auto steps = readSteps(inMemory(stroke(size, Qt::white, Qt::black)), Preparation::Auto);
    QVERIFY(steps);
    QCOMPARE(steps->size, size);
    QCOMPARE(steps->picture.width(), kStepSide);
    QVERIFY(steps->ink);
    QVERIFY(steps->ink->ink.width() <= size.width() / 2);
    QVERIFY(QRect(QPoint(), size).contains(steps->ink->paper));
    QVERIFY(isNear(inked(*steps->ink), QRect(1285, 400, 428, 1200), 12));
}

void PictureStepsTest::looksForNoInkForTheReference()
{
    const auto steps = readSteps(inMemory(sheetOnTable()), Preparation::Reference);
    QVERIFY(steps);
    QVERIFY(!steps->picture.isNull());
    QVERIFY(!steps->ink);
}

void PictureStepsTest::takesAGlyphAsItIs()
{
    const QImage glyph = stroke(QSize(28, 28), Qt::black, Qt::white);
    const auto steps = readSteps(inMemory(glyph), Preparation::Auto);
    QVERIFY(steps);
    QVERIFY(!steps->ink);
}

void PictureStepsTest::looksForInkInOtherSmallPictures()
{
    const QImage small = stroke(QSize(28, 28), Qt::white, Qt::black);
    const auto steps = readSteps(inMemory(small), Preparation::Auto);
    QVERIFY(steps);
    QVERIFY(steps->ink);
    QVERIFY(steps->ink->part > 0);
}

void PictureStepsTest::findsNoInkOnABlankSheet()
{
    QImage blank(200, 200, QImage::Format_RGB32);
    blank.fill(Qt::white);
    const auto steps = readSteps(inMemory(blank), Preparation::Auto);
    QVERIFY(steps);
    QVERIFY(steps->ink);
    QCOMPARE(steps->ink->part, 0.0);
    QVERIFY(inked(*steps->ink).isEmpty());
}

void PictureStepsTest::leavesOutTheInkWhenStopped()
{
    std::stop_source stop;
    stop.request_stop();
    const auto steps = readSteps(inMemory(sheetOnTable()), Preparation::Auto, 0, stop.get_token());
    QVERIFY(steps);
    QVERIFY(!steps->ink);
}

void PictureStepsTest::saysWhyThereIsNoPicture()
{
    const QTemporaryDir folder;
    PictureSource source;
    source.path = folder.filePath(QStringLiteral("gone.png"));
    const auto steps = readSteps(source, Preparation::Auto);
    QVERIFY(!steps);
    QCOMPARE(steps.error().code, ErrorCode::NotFound);
}

QTEST_MAIN(PictureStepsTest)
#include "picture_steps_test.moc"
