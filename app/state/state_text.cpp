// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/state_text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(StateText)
};

const QString kPrefix = QStringLiteral("digitpad1.");
constexpr qsizetype kDigest = 4;
constexpr qsizetype kLongestText = 4 * 1024 * 1024;     // UTF-16 units
constexpr quint32 kLargest = quint32{16} * 1024 * 1024; // bytes of JSON
constexpr qsizetype kMostPoints = 100'000;
constexpr double kParts = 1000; // of the paper's side
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray digestOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(kDigest);
}

QString damagedText()
{
    return Words::tr("The copied state is damaged: part of it is missing or changed. Copy all of "
                     "the line again.");
}

bool isBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

} // namespace

QString stateToText(const QJsonObject& state)
{
    const QByteArray packed = qCompress(QJsonDocument(state).toJson(QJsonDocument::Compact), 9);
    return kPrefix + QString::fromLatin1((digestOf(packed) + packed).toBase64(kBase64));
}

std::expected<QJsonObject, QString> stateFromText(const QString& text)
{
    if (text.size() > kLongestText) {
        return std::unexpected(Words::tr("What was copied is too long to be a state of Digitpad."));
    }
    QString line = text;
    line.removeIf(isBlank);
    if (!line.startsWith(kPrefix)) {
        return std::unexpected(
            line.startsWith(QStringLiteral("digitpad"))
                ? Words::tr("This state was copied from a newer Digitpad than this one.")
                : Words::tr(
                      "What was copied is no state of Digitpad: that begins with “digitpad1.”."));
    }
    const auto bytes = QByteArray::fromBase64Encoding(
        line.mid(kPrefix.size()).toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray packed = bytes.decoded.mid(kDigest);
    // qUncompress trusts the size that stands in front.
    if (!bytes || packed.size() < 8 || bytes.decoded.left(kDigest) != digestOf(packed) ||
        qFromBigEndian<quint32>(packed.constData()) > kLargest) {
        return std::unexpected(damagedText());
    }
    const QByteArray json = qUncompress(packed);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return std::unexpected(damagedText());
    }
    return document.object();
}

QString glyphToText(const Glyph& glyph)
{
    const auto* bytes = reinterpret_cast<const char*>(glyph.pixels.data());
    return QString::fromLatin1(
        qCompress(QByteArray::fromRawData(bytes, Glyph::kPixels), 9).toBase64(kBase64));
}

std::optional<Glyph> glyphFromText(const QString& text)
{
    constexpr qsizetype kLongest = 2'000; // of 784 bytes that cannot be deflated: 1,070
    const QByteArray packed =
        text.size() <= kLongest ? QByteArray::fromBase64(text.toLatin1(), kBase64) : QByteArray();
    if (packed.size() < 8 || qFromBigEndian<quint32>(packed.constData()) != Glyph::kPixels) {
        return std::nullopt;
    }
    const QByteArray bytes = qUncompress(packed);
    Glyph glyph;
    if (bytes.size() != Glyph::kPixels) {
        return std::nullopt;
    }
    std::ranges::copy(bytes, glyph.pixels.begin());
    return glyph;
}

QJsonArray strokesToJson(const Drawing& drawing)
{
    // Places as they are: a rounded drawing is another one, if only by a shade of a pixel.
    const auto place = [](qreal part) { return part * kParts; };
    const auto pressure = [](qreal part) { return static_cast<int>(std::lround(part * kParts)); };
    QJsonArray strokes;
    for (const PenStroke& stroke : drawing) {
        QJsonArray points;
        for (const PenPoint& point : stroke) {
            points.append(QJsonArray{
                place(point.position.x()), place(point.position.y()), pressure(point.pressure)});
        }
        strokes.append(points);
    }
    return strokes;
}

std::optional<Drawing> strokesFromJson(const QJsonValue& strokes)
{
    if (!strokes.isArray()) {
        return std::nullopt;
    }
    const auto isPart = [](const QJsonValue& value) {
        return value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= kParts;
    };
    qsizetype count = 0;
    Drawing drawing;
    for (const auto& value : strokes.toArray()) {
        PenStroke stroke;
        for (const auto& entry : value.toArray()) {
            const QJsonArray point = entry.toArray();
            const bool isPoint =
                (point.size() == 2 || point.size() == 3) && std::ranges::all_of(point, isPart);
            if (!isPoint || ++count > kMostPoints) {
                return std::nullopt;
            }
            stroke.append(
                {.position = {point[0].toDouble() / kParts, point[1].toDouble() / kParts},
                 .pressure = point.size() > 2 ? point[2].toDouble() / kParts : 0.5});
        }
        if (stroke.isEmpty()) {
            return std::nullopt;
        }
        drawing.append(stroke);
    }
    return drawing;
}

} // namespace digitpad
