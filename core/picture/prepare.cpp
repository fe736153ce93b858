// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/prepare.h"

#include "core/picture/reference.h"

namespace digitpad {

Result<Glyph> prepare(const PictureView& picture, Preparation how)
{
    if (picture.rgba == nullptr || picture.width < 1 || picture.height < 1) {
        return std::unexpected(Error{
            .code = ErrorCode::Unsupported, .detail = "a picture without pixels", .file = {}});
    }
    static_cast<void>(how);
    return referenceGlyph(picture);
}

} // namespace digitpad
