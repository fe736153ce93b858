// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <initializer_list>

namespace digitpad {

/// What a state may have in one place.
struct StatePart {
    const char* name;
    QJsonValue::Type type;
};

/// What is wrong with the names and the types in a state, as a sentence for people; empty where
/// nothing is. Any part may be missing; what is not known is a slip of the pen.
[[nodiscard]] QString checkParts(const QJsonObject& state, std::initializer_list<StatePart> known);

/// The same for the names alone, where somebody else sees to the values.
[[nodiscard]] QString
checkNames(const QJsonObject& state, std::initializer_list<const char*> known);

} // namespace digitpad
