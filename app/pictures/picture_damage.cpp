// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_damage.h"

#include "app/pictures/picture_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PictureDamage)

public:
    static QString cut() { return tr("its end is missing"); }
    static QString changed() { return tr("its data has changed since it was saved"); }
    static QString header() { return tr("its header is none that a PNG file can have"); }
};

QByteArray marker(char code)
{
    return QByteArray("\xFF").append(code);
}

bool isCutJpeg(QFile& file)
{
    const QByteArray end = marker('\xD9');
    const QByteArray startOfScan = marker('\xDA');
    QByteArray head = file.read(4);
    while (head.size() == 4 && !head.startsWith(startOfScan)) { // a thumbnail's end is in a segment
        file.skip(qFromBigEndian<quint16>(head.constData() + 2) - 2);
        head = file.read(4);
    }
    QByteArray last; // a marker may lie across two pieces
    while (!file.atEnd()) {
        const QByteArray piece = last + file.read(1 << 20);
        if (piece.contains(end)) {
            return false;
        }
        last = piece.right(1);
    }
    return true;
}

constexpr qsizetype kHeaderSize = 13; // of IHDR's data

struct Chunk {
    QByteArray type;
    QByteArray start; ///< the first bytes of its data
    bool isWhole = false;
    bool isSound = false;
};

Chunk readChunk(QFile& file)
{
    constexpr qint64 kPiece = 1 << 20;
    const QByteArray head = file.read(8); // length and type
    if (head.size() < 8) {
        return {};
    }
    Chunk chunk{.type = head.last(4), .start = {}};
    const auto add = [](uLong crc, const QByteArray& bytes) {
        return crc32_z(
            crc, reinterpret_cast<const Bytef*>(bytes.constData()), std::size_t(bytes.size()));
    };
    uLong crc = add(0, chunk.type);
    for (qint64 left = qFromBigEndian<quint32>(head.constData()); left > 0;) {
        const QByteArray piece = file.read(std::min(left, kPiece));
        if (piece.isEmpty()) {
            return chunk;
        }
        if (chunk.start.isEmpty()) {
            chunk.start = piece.first(std::min(piece.size(), kHeaderSize));
        }
        crc = add(crc, piece);
        left -= piece.size();
    }
    const QByteArray sum = file.read(4);
    chunk.isWhole = sum.size() == 4;
    chunk.isSound = chunk.isWhole && qFromBigEndian<quint32>(sum.constData()) == crc;
    return chunk;
}

bool isPixelKind(int colourType, int bits)
{
    switch (colourType) {
    case 0: // grey
        return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    case 3: // palette
        return bits == 1 || bits == 2 || bits == 4 || bits == 8;
    case 2: // RGB, grey with alpha, RGBA
    case 4:
    case 6:
        return bits == 8 || bits == 16;
    default:
        return false;
    }
}

/// Whether an IHDR chunk says what it may (PNG specification, third edition, 11.2.1), with sides
/// that libpng takes.
bool isHeader(const Chunk& chunk)
{
    constexpr quint32 kLongestSide = 1'000'000;
    if (chunk.type != "IHDR" || chunk.start.size() != kHeaderSize) {
        return false;
    }
    const auto isSide = [&](qsizetype at) {
        const auto length = qFromBigEndian<quint32>(chunk.start.constData() + at);
        return length > 0 && length <= kLongestSide;
    };
    const QByteArray& data = chunk.start;
    return isSide(0) && isSide(4) && isPixelKind(data[9], data[8]) && data[10] == 0 &&
           data[11] == 0 && (data[12] == 0 || data[12] == 1);
}

/// Whether it says that it has more pixels than are read: refused for that, however it goes on.
bool isVast(const Chunk& header)
{
    return header.type == "IHDR" && header.start.size() == kHeaderSize &&
           qint64{qFromBigEndian<quint32>(header.start.constData())} *
                   qFromBigEndian<quint32>(header.start.constData() + 4) >
               kMostPicturePixels;
}

QString pngDamage(QFile& file)
{
    file.skip(8);
    for (bool isFirst = true;; isFirst = false) {
        const Chunk chunk = readChunk(file);
        if (!chunk.isWhole) {
            return Words::cut();
        }
        // libpng leaves out a damaged chunk whose type begins with a small letter: it is no pixels.
        if (!chunk.isSound && chunk.type.at(0) >= 'A' && chunk.type.at(0) <= 'Z') {
            return Words::changed();
        }
        if (chunk.type == "IEND" || isVast(chunk)) {
            return {};
        }
        if (isFirst && !isHeader(chunk)) {
            return Words::header();
        }
    }
}

} // namespace

QString pictureDamage(QFile& file)
{
    const QByteArray start = file.peek(8);
    QString damage;
    if (start.startsWith(marker('\xD8'))) {
        file.skip(2);
        damage = isCutJpeg(file) ? Words::cut() : QString();
    } else if (start == QByteArray("\x89PNG\r\n\x1a\n", 8)) {
        damage = pngDamage(file);
    }
    file.seek(0);
    return damage;
}

} // namespace digitpad
