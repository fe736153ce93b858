// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/ink_mime.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace digitpad {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMostPoints = 1'000'000;
constexpr qsizetype kMostBytes = 100 * kMostPoints;

std::optional<PenPoint> pointFromJson(const QJsonValue& value)
{
    const QJsonArray numbers = value.toArray();
    if (numbers.size() < 2 ||
        !std::ranges::all_of(numbers, [](const QJsonValue& number) { return number.isDouble(); })) {
        return std::nullopt;
    }
    const auto part = [&numbers](qsizetype index, double otherwise) {
        return std::clamp(numbers.at(index).toDouble(otherwise), 0.0, 1.0);
    };
    return PenPoint{.position = {part(0, 0), part(1, 0)}, .pressure = part(2, 0.5)};
}

} // namespace

QByteArray inkToJson(const Drawing& drawing)
{
    QJsonArray strokes;
    for (const PenStroke& stroke : drawing) {
        QJsonArray points;
        for (const PenPoint& point : stroke) {
            points.append(QJsonArray{point.position.x(), point.position.y(), point.pressure});
        }
        strokes.append(points);
    }
    return QJsonDocument(QJsonObject{{u"strokes"_s, strokes}}).toJson(QJsonDocument::Compact);
}

std::optional<Drawing> inkFromJson(const QByteArray& json)
{
    if (json.size() > kMostBytes) {
        return std::nullopt;
    }
    const QJsonArray strokes = QJsonDocument::fromJson(json)[u"strokes"].toArray();
    Drawing drawing;
    qsizetype count = 0;
    for (const auto& value : strokes) {
        PenStroke stroke;
        for (const auto& entry : value.toArray()) {
            const std::optional<PenPoint> point = pointFromJson(entry);
            if (!point || ++count > kMostPoints) {
                return std::nullopt;
            }
            stroke.append(*point);
        }
        if (!stroke.isEmpty()) {
            drawing.append(stroke);
        }
    }
    return drawing.isEmpty() ? std::nullopt : std::optional(drawing);
}

} // namespace digitpad
