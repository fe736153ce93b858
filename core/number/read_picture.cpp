// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/number.h"

#include <utility>

namespace digitpad {

Result<Number> readNumber(const Model& model, const PictureView& picture, Preparation how)
{
    const auto glyph = prepare(picture, how);
    if (!glyph) {
        return std::unexpected(glyph.error());
    }
    const auto predictions = model.read({&*glyph, 1});
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    const Area all{
        .left = 0,
        .top = 0,
        .right = static_cast<double>(picture.width),
        .bottom = static_cast<double>(picture.height)};
    return Number{.lines = {{{.box = all, .glyph = *glyph, .prediction = predictions->front()}}}};
}

} // namespace digitpad
