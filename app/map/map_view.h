// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

namespace digitpad {

/// Digits as points on a plane: what is alike lies together.
class MapView : public InsideView {
    Q_OBJECT

public:
    explicit MapView(QWidget* parent = nullptr);
};

} // namespace digitpad
