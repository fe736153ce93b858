// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/state_types.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(StateTypes)
};

QString unknown(const QString& name, const QStringList& known)
{
    return Words::tr("Nothing is called “%1” here. There are: %2")
        .arg(name.left(40), known.join(QStringLiteral(", ")));
}

} // namespace

QString checkNames(const QJsonObject& state, std::initializer_list<const char*> known)
{
    QStringList names;
    for (const char* one : known) {
        names << QLatin1String(one);
    }
    const QStringList given = state.keys();
    const auto slip =
        std::ranges::find_if(given, [&](const QString& name) { return !names.contains(name); });
    return slip == given.end() ? QString() : unknown(*slip, names);
}

QString checkParts(const QJsonObject& state, std::initializer_list<StatePart> known)
{
    for (const StatePart& part : known) {
        const QJsonValue value = state[QLatin1String(part.name)];
        if (!value.isUndefined() && value.type() != part.type) {
            return Words::tr("“%1” has a value of another kind than is needed.")
                .arg(QLatin1String(part.name));
        }
    }
    QStringList names;
    for (const StatePart& part : known) {
        names << QLatin1String(part.name);
    }
    const QStringList given = state.keys();
    const auto slip =
        std::ranges::find_if(given, [&](const QString& name) { return !names.contains(name); });
    return slip == given.end() ? QString() : unknown(*slip, names);
}

} // namespace digitpad
