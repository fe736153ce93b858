// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRgb>

class QColor;

namespace digitpad {

/// The colours of 256 levels of ink, from bare paper (0) to full ink (255): the colour table of an
/// image whose bytes say how much ink there is.
[[nodiscard]] QList<QRgb> inkColors(const QColor& paper, const QColor& ink);

} // namespace digitpad
