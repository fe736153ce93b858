// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson.h"

#include <QLocale>

#include <compare>

namespace digitpad {

QString LessonText::local() const
{
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    return isChinese ? chinese : english;
}

namespace {

QJsonValue valueOf(const QString& fact, const QJsonObject& facts)
{
    QJsonValue found = facts;
    for (const QString& part : fact.split(QLatin1Char('.'))) {
        found = found.toObject().value(part);
    }
    return found;
}

} // namespace

bool LessonCondition::holds(const QJsonObject& facts, const QJsonObject& before) const
{
    const QJsonValue found = valueOf(fact, facts);
    if (found.isUndefined()) {
        return false;
    }
    if (test == Test::Equal || test == Test::NotEqual) {
        return (found == value) == (test == Test::Equal);
    }
    if (!found.isDouble()) {
        return false;
    }
    if (test == Test::More) {
        return found.toDouble() >= valueOf(fact, before).toDouble() + value.toDouble();
    }
    const std::partial_ordering order = found.toDouble() <=> value.toDouble();
    switch (test) {
    case Test::AtLeast:
        return std::is_gteq(order);
    case Test::AtMost:
        return std::is_lteq(order);
    case Test::Above:
        return std::is_gt(order);
    default:
        return std::is_lt(order);
    }
}

const QStringList& pressable()
{
    static const QStringList names = {
        QStringLiteral("trainingStart"), QStringLiteral("trainingUse"), QStringLiteral("keepAs7"),
        QStringLiteral("samplesTeach"),  QStringLiteral("whyFind"),     QStringLiteral("whyShow")};
    return names;
}

} // namespace digitpad
