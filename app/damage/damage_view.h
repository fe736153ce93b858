// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

namespace digitpad {

/// How a network does on digits that are turned, stained or broken.
class DamageView : public InsideView {
    Q_OBJECT

public:
    explicit DamageView(QWidget* parent = nullptr);
};

} // namespace digitpad
