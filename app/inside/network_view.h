// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

namespace digitpad {

/// The network, layer by layer, as the drawing runs through it.
class NetworkView : public InsideView {
    Q_OBJECT

public:
    explicit NetworkView(QWidget* parent = nullptr);
};

} // namespace digitpad
