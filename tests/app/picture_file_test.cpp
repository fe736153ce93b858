// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_file.h"

#include <QFile>
#include <QImageWriter>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

#include <sys/stat.h>

using namespace digitpad;

namespace {

/// A black 7 on white, large enough to be found.
QImage seven(const QSize& size = {120, 160})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(size.width(), size.height());
    painter.setPen(QPen(Qt::black, 0.07));
    painter.drawPolyline(QPolygonF({{0.25, 0.2}, {0.75, 0.2}, {0.45, 0.8}}));
    return image;
}

ErrorCode codeOf(const QString& path, Preparation how = Preparation::Auto)
{
    const Result<Glyph> glyph = glyphFromFile(path, how);
    return glyph ? ErrorCode::Internal : glyph.error().code;
}

int difference(const Glyph& a, const Glyph& b)
{
    int sum = 0;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        sum += std::abs(a.pixels[i] - b.pixels[i]);
    }
    return sum;
}

QByteArray zlibStream(const QByteArray& bytes)
{
    return qCompress(bytes).sliced(4); // Qt's own length comes first
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// A chunk of a PNG file with the checksum that belongs to it.
QByteArray chunk(const QByteArray& type, const QByteArray& data)
{
    const QByteArray summed = type + data;
    const auto crc =
        crc32_z(0, reinterpret_cast<const Bytef*>(summed.constData()), std::size_t(summed.size()));
    return bigEndian(quint32(data.size())) + summed + bigEndian(quint32(crc));
}

} // namespace

class PictureFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void readsEveryFormat_data();
    void readsEveryFormat();
    void goesByContentNotBySuffix();
    void turnsAsTheCameraWasHeldOnlyForAuto();
    void readsALargeJpegAsASmallOne();
    void readsALargePngAsASmallOne_data();
    void readsALargePngAsASmallOne();
    void namesWhatIsWrongWithALargePng_data();
    void namesWhatIsWrongWithALargePng();
    void readsTheSmallest();
    void keepsWhatIsTransparent();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void refusesWhatIsNoFile();
    void refusesTooManyPixelsBeforeDecoding();
    void refusesTooManyBytesBeforeReading();
    void saysWhatIsBlank();

private:
    QString write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                   ? file.fileName()
                   : QString();
    }
    QString write(const QString& name, const QImage& image, const char* format) const
    {
        return image.save(path(name), format) ? path(name) : QString();
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray bytesOf(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

void PictureFileTest::readsEveryFormat_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"png", "jpeg", "bmp", "webp"}) {
        QTest::newRow(format) << QByteArray(format);
    }
}

void PictureFileTest::readsEveryFormat()
{
    QFETCH(const QByteArray, format);
    if (!QImageWriter::supportedImageFormats().contains(format)) {
        QSKIP("this Qt has no plugin for it");
    }
    const QString file = write(QStringLiteral("seven"), seven(), format);
    QVERIFY(glyphFromFile(file, Preparation::Auto));
    QVERIFY(glyphFromFile(file, Preparation::Reference));
    const Result<QImage> picture = readPictureFile(file, Preparation::Reference);
    QVERIFY(picture);
    QCOMPARE(picture->size(), seven().size());
    QCOMPARE(picture->format(), QImage::Format_RGBA8888);
}

void PictureFileTest::goesByContentNotBySuffix()
{
    const QString file = write(QStringLiteral("seven.png"), seven(), "jpeg");
    QVERIFY(glyphFromFile(file, Preparation::Auto));
}

void PictureFileTest::turnsAsTheCameraWasHeldOnlyForAuto()
{
    write(QStringLiteral("upright.jpg"), seven(), "jpeg");
    QByteArray jpeg = bytesOf(QStringLiteral("upright.jpg"));
    // An Exif block with one entry: orientation (0x0112) 6, to be turned by 90 degrees.
    jpeg.insert(
        2, QByteArray::fromHex("ffe100224578696600004d4d002a00000008"
                               "0001011200030000000100060000"
                               "00000000"));
    const QString file = write(QStringLiteral("turned.jpg"), jpeg);
    QCOMPARE(readPictureFile(file, Preparation::Auto)->size(), seven().size().transposed());
    QCOMPARE(readPictureFile(file, Preparation::Reference)->size(), seven().size());
}

void PictureFileTest::readsALargeJpegAsASmallOne()
{
    const QSize large(3600, 4800);
    const QString file = write(QStringLiteral("large.jpg"), seven(large), "jpeg");
    QCOMPARE(readPictureFile(file, Preparation::Reference)->size(), large);
    QVERIFY(readPictureFile(file, Preparation::Auto)->width() < large.width());

    const QString small = write(QStringLiteral("small.png"), seven(large / 4), "png");
    const Result<Glyph> glyph = glyphFromFile(file, Preparation::Auto);
    const Result<Glyph> expected = glyphFromFile(small, Preparation::Auto);
    QVERIFY(glyph && expected);
    const int found = difference(*glyph, *expected);
    QVERIFY2(found < 6 * int{Glyph::kPixels}, qPrintable(QString::number(found)));
}

void PictureFileTest::readsALargePngAsASmallOne_data()
{
    QTest::addColumn<QImage::Format>("format");
    QTest::newRow("colours") << QImage::Format_RGB32;
    QTest::newRow("transparency") << QImage::Format_ARGB32;
    QTest::newRow("greys") << QImage::Format_Grayscale8;
    QTest::newRow("palette") << QImage::Format_Indexed8;
    QTest::newRow("black and white") << QImage::Format_Mono;
    QTest::newRow("16 bits") << QImage::Format_RGBA64;
}

void PictureFileTest::readsALargePngAsASmallOne()
{
    QFETCH(const QImage::Format, format);
    const QSize large(3601, 4803); // no multiple of anything
    const QString file =
        write(QStringLiteral("large.png"), seven(large).convertToFormat(format), "png");
    QCOMPARE(readPictureFile(file, Preparation::Reference)->size(), large);
    const Result<QImage> picture = readPictureFile(file, Preparation::Auto);
    QVERIFY(picture);
    QCOMPARE(picture->format(), QImage::Format_RGBA8888);
    QCOMPARE(picture->size(), large / 3);
    const Result<Glyph> glyph = glyphFromFile(file, Preparation::Auto);
    const Result<Glyph> expected = glyphOf(seven(large / 4), Preparation::Auto);
    QVERIFY(glyph && expected);
    const int found = difference(*glyph, *expected);
    QVERIFY2(found < 6 * int{Glyph::kPixels}, qPrintable(QString::number(found)));
}

void PictureFileTest::namesWhatIsWrongWithALargePng_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("pixels");
    QTest::addColumn<ErrorCode>("expected");
    const QByteArray grey = QByteArray::fromHex("00001000000010000800000000"); // 4096 × 4096
    const QByteArray row = QByteArray(1, '\0') + QByteArray(4096, '\x7f');
    QTest::newRow("nothing on it") << grey << zlibStream(row.repeated(4096)) << ErrorCode::Blank;
    QTest::newRow("rows are missing") << grey << zlibStream(row) << ErrorCode::Damaged;
    QTest::newRow("an unknown filter")
        << grey << zlibStream(QByteArray(4097, '\x09').repeated(4096)) << ErrorCode::Damaged;
    QTest::newRow("no zlib stream") << grey << QByteArray(1000, 'x') << ErrorCode::Damaged;
    QTest::newRow("a palette that is not there")
        << QByteArray::fromHex("00001000000010000803000000") << zlibStream(row.repeated(4096))
        << ErrorCode::Damaged;
}

void PictureFileTest::namesWhatIsWrongWithALargePng()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, pixels);
    QFETCH(const ErrorCode, expected);
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a") + chunk("IHDR", header) +
                           chunk("IDAT", pixels) + chunk("IEND", {});
    QCOMPARE(codeOf(write(QStringLiteral("large.png"), png)), expected);
}

void PictureFileTest::readsTheSmallest()
{
    QImage dot(1, 1, QImage::Format_RGB32);
    dot.fill(Qt::black);
    QCOMPARE(codeOf(write(QStringLiteral("dot.png"), dot, "png")), ErrorCode::Blank);
    QVERIFY(
        glyphFromFile(write(QStringLiteral("small.png"), seven({8, 8}), "png"), Preparation::Auto));
}

void PictureFileTest::keepsWhatIsTransparent()
{
    QImage ink(100, 100, QImage::Format_ARGB32);
    ink.fill(Qt::transparent);
    QPainter painter(&ink);
    painter.setPen(QPen(Qt::black, 9));
    painter.drawLine(50, 15, 50, 85);
    painter.end();
    const QString file = write(QStringLiteral("one.png"), ink, "png");
    QVERIFY(glyphFromFile(file, Preparation::Auto));
    QCOMPARE(qAlpha(readPictureFile(file, Preparation::Auto)->pixel(0, 0)), 0);
}

void PictureFileTest::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    write(QStringLiteral("whole.png"), seven(), "png");
    const QByteArray png = bytesOf(QStringLiteral("whole.png"));
    QTest::newRow("nothing") << QByteArray() << ErrorCode::Empty;
    QTest::newRow("text") << QByteArray("7\n") << ErrorCode::NotAPicture;
    QTest::newRow("zeros") << QByteArray(4096, '\0') << ErrorCode::NotAPicture;
    QTest::newRow("a PNG's first bytes") << png.first(8) << ErrorCode::Damaged;
    write(QStringLiteral("whole.jpg"), seven(), "jpeg");
    const QByteArray jpeg = bytesOf(QStringLiteral("whole.jpg"));
    QTest::newRow("half a JPEG") << jpeg.first(jpeg.size() / 2) << ErrorCode::Damaged;
    QTest::newRow("half a PNG") << png.first(png.size() / 2) << ErrorCode::Damaged;
    QByteArray changed = png;
    changed[changed.size() / 2] = static_cast<char>(~changed[changed.size() / 2]);
    QTest::newRow("a PNG with a changed byte") << changed << ErrorCode::Damaged;
    QTest::newRow("a PNG of 7 bits a pixel, which there is none of")
        << QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000001c0000001c"
                               "0700000000d5361799")
        << ErrorCode::Damaged;
    QTest::newRow("a PNG without its end") << png.chopped(12) << ErrorCode::Damaged;
}

void PictureFileTest::refusesWhatIsNoPicture()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ErrorCode, code);
    const QString file = write(QStringLiteral("wrong.png"), bytes);
    const Result<Glyph> glyph = glyphFromFile(file, Preparation::Auto);
    QVERIFY(!glyph);
    QCOMPARE(glyph.error().code, code);
    QCOMPARE(QString::fromStdString(glyph.error().file), file);
    QVERIFY(!glyph.error().detail.empty());
}

void PictureFileTest::refusesWhatIsNoFile()
{
    QCOMPARE(codeOf(path(QStringLiteral("missing.png"))), ErrorCode::NotFound);
    QCOMPARE(codeOf(m_folder.path()), ErrorCode::NotAFile);
    const QString pipe = path(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(codeOf(pipe), ErrorCode::NotAFile); // and does not wait for a writer
}

void PictureFileTest::refusesTooManyPixelsBeforeDecoding()
{
    const QByteArray png = QByteArray::fromHex( // a header: 20,000 wide and high, 8-bit grey
        "89504e470d0a1a0a0000000d49484452"
        "00004e2000004e200800000000c61b19e5"
        "0000010049444154");
    QCOMPARE(codeOf(write(QStringLiteral("vast.png"), png)), ErrorCode::TooLarge);
}

void PictureFileTest::refusesTooManyBytesBeforeReading()
{
    QFile file(path(QStringLiteral("long.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(kLargestPictureFile + 1)); // sparse: takes no room on the disk
    QCOMPARE(codeOf(file.fileName()), ErrorCode::TooLarge);
}

void PictureFileTest::saysWhatIsBlank()
{
    QImage paper(200, 100, QImage::Format_RGB32);
    paper.fill(Qt::white);
    const QString file = write(QStringLiteral("blank.png"), paper, "png");
    const Result<Glyph> glyph = glyphFromFile(file, Preparation::Auto);
    QVERIFY(!glyph);
    QCOMPARE(glyph.error().code, ErrorCode::Blank);
    QCOMPARE(QString::fromStdString(glyph.error().file), file);
    QVERIFY(glyphFromFile(file, Preparation::Reference)); // asks nothing of a picture
}

QTEST_MAIN(PictureFileTest)
#include "picture_file_test.moc"
