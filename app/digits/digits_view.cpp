// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/digits_view.h"

namespace digitpad {

DigitsView::DigitsView(QWidget* parent) : InsideView(parent) {}

} // namespace digitpad
