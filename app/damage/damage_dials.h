// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/damage.h"

#include <QList>
#include <QWidget>

class QRadioButton;

namespace digitpad {

class ValueSlider;

/// How much there is of each damage, and which one is the chosen one.
class DamageDials : public QWidget {
    Q_OBJECT

public:
    explicit DamageDials(QWidget* parent = nullptr);

    [[nodiscard]] Damages damages() const;
    [[nodiscard]] Damage chosen() const { return m_chosen; }
    /// How much there is of the chosen one.
    [[nodiscard]] double amount() const { return damages()[m_chosen]; }
    /// Show others; changed() is told once each.
    void setDamages(const Damages& damages);
    void choose(Damage damage);

Q_SIGNALS:
    void changed();
    void chosenChanged();

private:
    struct Dial {
        QRadioButton* button;
        ValueSlider* slider;
    };
    [[nodiscard]] Dial makeDial(Damage damage);

    Damage m_chosen = Damage::Rotation;
    bool m_isShowing = false; ///< the sliders follow setDamages()
    QList<Dial> m_dials;      ///< in the order of kDamages
};

} // namespace digitpad
