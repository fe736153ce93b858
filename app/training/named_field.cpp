// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/named_field.h"

#include "app/shell/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace digitpad {

QLayout* namedField(const QString& name, QWidget* field)
{
    auto* label = new QLabel(name, field->parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    field->setMinimumHeight(theme::kSmallestTarget);
    auto* layout = new QVBoxLayout;
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(label);
    layout->addWidget(field);
    return layout;
}

} // namespace digitpad
