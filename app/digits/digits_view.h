// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

namespace digitpad {

/// The labelled digits, looked at: how many, their mean, the strangest, the doubtful.
class DigitsView : public InsideView {
    Q_OBJECT

public:
    explicit DigitsView(QWidget* parent = nullptr);
};

} // namespace digitpad
