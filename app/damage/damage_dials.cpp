// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_dials.h"

#include "app/damage/damage_words.h"
#include "app/shell/theme.h"
#include "app/widgets/value_slider.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

namespace digitpad {

namespace {

/// "PenWidth" for "pen-width".
QString camelCased(const QString& name)
{
    QString result;
    for (const QString& part : name.split(QLatin1Char('-'))) {
        result += part.left(1).toUpper() + part.mid(1);
    }
    return result;
}

} // namespace

DamageDials::DamageDials(QWidget* parent) : QWidget(parent)
{
    auto* rows = new QGridLayout(this);
    rows->setContentsMargins({});
    rows->setHorizontalSpacing(theme::kGap);
    rows->setVerticalSpacing(0);
    rows->setColumnStretch(1, 1);
    auto* group = new QButtonGroup(this);
    for (const Damage damage : kDamages) {
        const Dial dial = makeDial(damage);
        group->addButton(dial.button);
        const int row = static_cast<int>(m_dials.size());
        rows->addWidget(dial.button, row, 0);
        rows->addWidget(dial.slider, row, 1);
        rows->addWidget(dial.slider->makeLabel(), row, 2);
        m_dials.append(dial);
    }
    rows->setRowStretch(static_cast<int>(m_dials.size()), 1);
    m_dials.front().button->setChecked(true);
}

DamageDials::Dial DamageDials::makeDial(Damage damage)
{
    const auto [least, most] = rangeOf(damage);
    const Dial dial{
        .button = new QRadioButton(damageTitle(damage)),
        .slider = new ValueSlider(
            {.least = least, .most = most, .step = damageStep(damage)},
            [damage](double amount) { return damageText(damage, amount); })};
    dial.slider->setAmount(0);
    const QString name = camelCased(damageId(damage));
    dial.button->setObjectName(QStringLiteral("damageChoose") + name);
    dial.button->setToolTip(tr("Show below how many digits are read right with more of it"));
    dial.slider->setObjectName(QStringLiteral("damage") + name);
    dial.slider->setAccessibleName(damageTitle(damage));
    connect(dial.button, &QRadioButton::toggled, this, [this, damage](bool isOn) {
        if (isOn) {
            choose(damage);
        }
    });
    connect(dial.slider, &ValueSlider::amountChanged, this, [this, damage] {
        if (!m_isShowing) {
            choose(damage);
            Q_EMIT changed();
        }
    });
    return dial;
}

Damages DamageDials::damages() const
{
    Damages damages;
    for (const Damage damage : kDamages) {
        damages[damage] = m_dials[static_cast<qsizetype>(damage)].slider->amount();
    }
    return damages;
}

void DamageDials::setDamages(const Damages& damages)
{
    m_isShowing = true;
    for (const Damage damage : kDamages) {
        m_dials[static_cast<qsizetype>(damage)].slider->setAmount(damages[damage]);
    }
    m_isShowing = false;
    Q_EMIT changed();
}

void DamageDials::choose(Damage damage)
{
    if (damage != m_chosen) {
        m_chosen = damage;
        m_dials[static_cast<qsizetype>(damage)].button->setChecked(true);
        Q_EMIT chosenChanged();
    }
}

} // namespace digitpad
