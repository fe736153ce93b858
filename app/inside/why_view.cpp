// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_view.h"

namespace digitpad {

WhyView::WhyView(QWidget* parent) : InsideView(parent) {}

} // namespace digitpad
