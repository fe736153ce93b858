// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_view.h"

namespace digitpad {

NetworkView::NetworkView(QWidget* parent) : InsideView(parent) {}

} // namespace digitpad
