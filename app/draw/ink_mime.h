// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"

#include <QString>

#include <optional>

class QByteArray;
class QMimeData;

namespace digitpad {

/// Drawings on the clipboard: {"strokes": [[[x, y, pressure], ...], ...]} in UTF-8, coordinates as
/// in PenPoint. It is a line of labelled ink without its label.
inline const QString kInkMimeType = QStringLiteral("application/x-digitpad-ink+json");

[[nodiscard]] QByteArray inkToJson(const Drawing& drawing);

/// Nothing where it is no drawing, or one of more than a million points. Other programs may put
/// anything on the clipboard, so places off the paper are moved to its edge.
[[nodiscard]] std::optional<Drawing> inkFromJson(const QByteArray& json);

} // namespace digitpad
