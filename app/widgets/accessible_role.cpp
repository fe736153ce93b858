// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/accessible_role.h"

#include <QAccessibleWidget>
#include <QVariant>
#include <QWidget>

namespace digitpad {

namespace {

constexpr const char* kRole = "digitpadAccessibleRole";

QAccessibleInterface* interfaceOf(const QString& /*className*/, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget != nullptr ? widget->property(kRole) : QVariant();
    return role.isValid()
               ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()))
               : nullptr;
}

} // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role)
{
    QAccessible::installFactory(interfaceOf); // does nothing where it is installed already
    widget->setProperty(kRole, static_cast<int>(role));
}

} // namespace digitpad
