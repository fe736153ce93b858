// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/ink/render.h"

#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>

namespace digitpad::tests {

inline QString programFile()
{
    return QStringLiteral(DIGITPAD_PROGRAM);
}

/// The environment of a machine without a display.
inline QProcessEnvironment noDisplay()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QLatin1String(name));
    }
    return environment;
}

struct Outcome {
    int status = -1; ///< -1: it could not be started, crashed or was killed
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QList<QByteArray> lines() const
    {
        QList<QByteArray> result = out.split('\n');
        result.removeLast(); // after the last newline
        return result;
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Starts the real program; `beforeIt` runs in the child just before.
inline void
start(QProcess& process, const QStringList& arguments, const std::function<void()>& beforeIt = {})
{
    process.setProcessEnvironment(noDisplay());
    process.setChildProcessModifier(beforeIt);
    process.start(programFile(), arguments);
}

inline Outcome finish(QProcess& process)
{
    const bool ended = process.waitForFinished(120'000);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {
        .status = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        .out = process.readAllStandardOutput(),
        .err = process.readAllStandardError()};
}

/// Runs the real program to its end.
inline Outcome run(const QStringList& arguments, const std::function<void()>& beforeIt = {})
{
    QProcess process;
    start(process, arguments, beforeIt);
    return finish(process);
}

/// Trains a small network on drawn digits, good enough to tell most of them apart.
inline Outcome trainSmall(const QString& output)
{
    return run(
        {QStringLiteral("train"), QStringLiteral("--synthetic"), QStringLiteral("4000"),
         QStringLiteral("--epochs"), QStringLiteral("2"), QStringLiteral("--seed"),
         QStringLiteral("7"), QStringLiteral("--output"), output});
}

inline bool write(const QString& file, const QByteArray& bytes)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
}

/// A glyph as the picture it is.
inline bool writePicture(const QString& file, const Glyph& glyph)
{
    const QImage picture(
        glyph.pixels.data(), Glyph::kSide, Glyph::kSide, Glyph::kSide, QImage::Format_Grayscale8);
    return picture.save(file, "PNG");
}

/// A line of a file of drawings; label -1 leaves the label out.
inline QByteArray inkLine(const Ink& ink, int label = -1)
{
    QJsonArray strokes;
    for (const Stroke& stroke : ink) {
        QJsonArray points;
        for (const Point& point : stroke) {
            points.append(QJsonArray{point.x, point.y});
        }
        strokes.append(points);
    }
    QJsonObject line{{QStringLiteral("strokes"), strokes}};
    if (label >= 0) {
        line.insert(QStringLiteral("label"), label);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

/// The files of an IDX pair in memory: images, labels.
inline std::pair<QByteArray, QByteArray> idxPair(const Dataset& data)
{
    const auto bigEndian = [](quint32 number) {
        QByteArray bytes(4, '\0');
        for (int i = 0; i < 4; ++i) {
            bytes[i] = static_cast<char>(number >> (24 - 8 * i));
        }
        return bytes;
    };
    const auto count = bigEndian(static_cast<quint32>(data.size()));
    QByteArray images = bigEndian(0x803) + count + bigEndian(28) + bigEndian(28);
    for (const Glyph& glyph : data.glyphs) {
        images.append(reinterpret_cast<const char*>(glyph.pixels.data()), Glyph::kPixels);
    }
    QByteArray labels = bigEndian(0x801) + count;
    labels.append(
        reinterpret_cast<const char*>(data.labels.data()),
        static_cast<qsizetype>(data.labels.size()));
    return {images, labels};
}

} // namespace digitpad::tests
