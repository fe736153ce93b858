// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"
#include "core/base/glyph.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <expected>
#include <optional>

namespace digitpad {

/// What the program shows, as one line of text to be handed on: "digitpad1." and in base64url the
/// first four bytes of a SHA-256 and of what that is, a JSON object deflated by zlib.
[[nodiscard]] QString stateToText(const QJsonObject& state);

/// The other way, with whatever blanks and line breaks a mail has put into it. Text from outside
/// may be damaged or hostile: the error is a sentence for people that says what is wrong.
[[nodiscard]] std::expected<QJsonObject, QString> stateFromText(const QString& text);

/// Strokes as they stand in a state: [[[x, y, pressure], ...], ...] in thousandths of the paper's
/// side; the pressure in whole thousandths, for the network does not see it.
[[nodiscard]] QJsonArray strokesToJson(const Drawing& drawing);
/// Nothing where it is no drawing on the paper, or one of more than 100,000 points.
[[nodiscard]] std::optional<Drawing> strokesFromJson(const QJsonValue& strokes);

/// A glyph as it stands in a state: its bytes, deflated by zlib, in base64url.
[[nodiscard]] QString glyphToText(const Glyph& glyph);
/// Nothing where it is no glyph.
[[nodiscard]] std::optional<Glyph> glyphFromText(const QString& text);

} // namespace digitpad
