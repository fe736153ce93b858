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

} // namespace

QString checkParts(const QJsonObject& state, std::initializer_list<StatePart> known)
{
    for (auto part = state.begin(); part != state.end(); ++part) {
        const auto* found = std::ranges::find_if(
            known, [&](const StatePart& one) { return part.key() == QLatin1String(one.name); });
        if (found == known.end()) {
            QStringList names;
            for (const StatePart& one : known) {
                names << QLatin1String(one.name);
            }
            return Words::tr("Nothing is called “%1” here. There are: %2")
                .arg(part.key().left(40), names.join(QStringLiteral(", ")));
        }
        if (part.value().type() != found->type) {
            return Words::tr("“%1” has a value of another kind than is needed.").arg(part.key());
        }
    }
    return {};
}

} // namespace digitpad
