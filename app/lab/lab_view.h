// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

namespace digitpad {

/// A copy of the model under the hand: switch off, prune, shake, and see what becomes of it.
class LabView : public InsideView {
    Q_OBJECT

public:
    explicit LabView(QWidget* parent = nullptr);
};

} // namespace digitpad
