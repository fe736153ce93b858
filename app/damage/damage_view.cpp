// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_view.h"

namespace digitpad {

DamageView::DamageView(QWidget* parent) : InsideView(parent) {}

} // namespace digitpad
