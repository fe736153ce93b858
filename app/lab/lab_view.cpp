// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_view.h"

namespace digitpad {

LabView::LabView(QWidget* parent) : InsideView(parent) {}

} // namespace digitpad
