// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_view.h"

namespace digitpad {

MapView::MapView(QWidget* parent) : InsideView(parent) {}

} // namespace digitpad
