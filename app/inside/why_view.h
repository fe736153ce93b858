// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

namespace digitpad {

/// Why the network reads what it reads: each pixel's share, and what would change its mind.
class WhyView : public InsideView {
    Q_OBJECT

public:
    explicit WhyView(QWidget* parent = nullptr);
};

} // namespace digitpad
