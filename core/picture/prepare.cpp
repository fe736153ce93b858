// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/prepare.h"

#include "core/picture/colours.h"
#include "core/picture/digit.h"
#include "core/picture/ink_map.h"
#include "core/picture/place.h"
#include "core/picture/reference.h"
#include "core/picture/sheet.h"
#include "core/picture/transparency.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace digitpad {

namespace {

Glyph greyPixels(const PictureView& picture)
{
    Glyph glyph;
    for (int y = 0; y < Glyph::kSide; ++y) {
        for (int x = 0; x < Glyph::kSide; ++x) {
            glyph.set(x, y, greyOf(picture.rgba + y * picture.bytesPerRow + 4 * x));
        }
    }
    return glyph;
}

/// Light ink on black: more than half of it is nearly black, and some is bright. All of MNIST is.
bool isLightOnBlack(const Glyph& glyph)
{
    constexpr std::uint8_t kNearlyBlack = 24;
    constexpr std::uint8_t kBright = 128;
    const auto black =
        std::count_if(glyph.pixels.begin(), glyph.pixels.end(), [](std::uint8_t pixel) {
            return pixel <= kNearlyBlack;
        });
    return 2 * black > static_cast<std::ptrdiff_t>(Glyph::kPixels) &&
           *std::max_element(glyph.pixels.begin(), glyph.pixels.end()) >= kBright;
}

InkMap inkIn(Colours colours, int rank)
{
    if (alphaCarriesShape(colours)) {
        const float threshold = edgeThreshold(colours.alpha);
        const Plane& alpha = colours.alpha;
        const PicturePart whole{0, 0, alpha.width * colours.cell, alpha.height * colours.cell};
        return {
            .ink = std::move(colours.alpha),
            .threshold = threshold,
            .cell = colours.cell,
            .paper = whole};
    }
    fillTransparent(colours);
    if (std::optional<Colours> sheet = sheetIn(colours)) {
        colours = std::move(*sheet);
        fillTransparent(colours);
    }
    // A large digit loses nothing in a smaller picture, but noise and a pencil's grain.
    constexpr int kLarge = 160; // pixels
    if (std::max(colours.red.width, colours.red.height) > kWorkingSide / 2) {
        InkMap map = findInk(shrunk(colours, 2), rank);
        const std::optional<Digit> digit = findDigit(map);
        if (digit && std::max(digit->box.width(), digit->box.height()) >= kLarge) {
            return map;
        }
    }
    return findInk(colours, rank);
}

Result<Glyph> autoGlyph(const PictureView& picture)
{
    Colours colours = coloursOf(picture);
    if (picture.width == Glyph::kSide && picture.height == Glyph::kSide &&
        !alphaCarriesShape(colours)) {
        const Glyph glyph = greyPixels(picture);
        if (isLightOnBlack(glyph)) {
            return glyph;
        }
    }
    const std::optional<Digit> digit = findDigit(inkIn(std::move(colours), 0));
    if (!digit) {
        return std::unexpected(
            Error{.code = ErrorCode::Blank, .detail = "no ink found", .file = {}});
    }
    return placeDigit(*digit);
}

} // namespace

InkMap inkOf(const PictureView& picture, int rank)
{
    InkMap map = inkIn(coloursOf(picture), rank);
    // The last of the map's pixels may stand for less than a whole cell.
    map.paper.right = std::min(map.paper.right, picture.width);
    map.paper.bottom = std::min(map.paper.bottom, picture.height);
    return map;
}

Result<Glyph> prepare(const PictureView& picture, Preparation how)
{
    if (picture.rgba == nullptr || picture.width < 1 || picture.height < 1) {
        return std::unexpected(Error{
            .code = ErrorCode::Unsupported, .detail = "a picture without pixels", .file = {}});
    }
    return how == Preparation::Reference ? referenceGlyph(picture) : autoGlyph(picture);
}

} // namespace digitpad
