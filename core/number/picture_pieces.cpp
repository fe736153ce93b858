// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/picture_pieces.h"

#include "core/number/candidate.h"
#include "core/number/lines.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace digitpad {

namespace {

// Lengths are in heights of the line where nothing else is said.

// Pixels with less ink count as paper.
constexpr float kInked = 0.3F;
// What is no higher and stands alone is a stain; in a line by that much.
constexpr double kStainHeight = 0.3;
constexpr double kStainGap = 0.15;
// A piece that is narrower lies in one digit.
constexpr double kLeastCutWidth = 0.4;
// What it counts for besides to cut through a loop: digits touch in one place.
constexpr double kLoop = 0.15;
// What a cut goes through at most.
constexpr double kMostCutInk = 0.35;

Extent extentOfBox(const Box& box)
{
    return {
        static_cast<double>(box.left), static_cast<double>(box.top), static_cast<double>(box.right),
        static_cast<double>(box.bottom)};
}

/// How far the tops of upright lines lie to the right of their feet, as a part of their height:
/// from the edges of the ink, whose gradients lie across them.
double slantOf(const LabelledInk& ink, const std::vector<std::size_t>& pieces)
{
    double across = 0;
    double up = 0;
    for (const std::size_t piece : pieces) {
        const Box& box = ink.boxes[piece];
        const int right = std::min(box.right, ink.ink.width - 1);
        const int bottom = std::min(box.bottom, ink.ink.height - 1);
        for (int y = std::max(box.top, 1); y < bottom; ++y) {
            for (int x = std::max(box.left, 1); x < right; ++x) {
                const double dx = ink.ink.at(x + 1, y) - ink.ink.at(x - 1, y);
                const double dy = ink.ink.at(x, y + 1) - ink.ink.at(x, y - 1);
                if (std::abs(dx) > std::abs(dy)) {
                    across += (dx > 0 ? dy : -dy) * std::abs(dx);
                    up += dx * dx;
                }
            }
        }
    }
    return up > 0 ? std::clamp(across / up, -0.5, 0.5) : 0;
}

/// One line while it is divided.
class LineDivider {
public:
    LineDivider(const LabelledInk& ink, const std::vector<std::size_t>& pieces, double height)
        : m_ink(ink), m_height(height), m_slant(slantOf(ink, pieces))
    {
    }

    /// The cuts that leave digits on both sides.
    [[nodiscard]] PieceCuts cutsOf(std::size_t piece) const
    {
        const Box& box = m_ink.boxes[piece];
        PieceCuts cuts{.left = box.left, .top = box.top, .paths = {}};
        const double width = box.width() / m_height;
        if (width < kLeastCutWidth || box.height() < kLeastCutHeight * m_height) {
            return cuts;
        }
        Plane ink(box.width(), box.height());
        for (int y = 0; y < ink.height; ++y) {
            for (int x = 0; x < ink.width; ++x) {
                const std::size_t from = m_ink.ink.index(box.left + x, box.top + y);
                if (m_ink.labels[from] == static_cast<int>(piece)) {
                    ink.at(x, y) = m_ink.ink.values[from];
                }
            }
        }
        cuts.paths = findCuts(ink, kMostCutInk * m_height);
        dropIdleCuts(piece, cuts);
        const auto most = static_cast<std::size_t>(1 + 2 * width);
        while (cuts.paths.size() > most) {
            cuts.paths.erase(std::ranges::max_element(cuts.paths, {}, &CutPath::ink));
        }
        return cuts;
    }

    [[nodiscard]] std::vector<PicturePiece> partsOf(std::size_t piece, const PieceCuts& cuts) const
    {
        std::vector<PicturePiece> parts(cuts.paths.size() + 1);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            parts[i] = {.piece = piece, .part = i, .extent = {}};
        }
        const Box& box = m_ink.boxes[piece];
        for (int y = box.top; y < box.bottom; ++y) {
            for (int x = box.left; x < box.right; ++x) {
                const std::size_t at = m_ink.ink.index(x, y);
                if (m_ink.labels[at] == static_cast<int>(piece) && m_ink.ink.values[at] > kInked) {
                    add(parts[cuts.partAt(x, y)], x, y);
                }
            }
        }
        std::erase_if(
            parts, [](const PicturePiece& part) { return part.extent.right < part.extent.left; });
        return parts;
    }

private:
    void add(PicturePiece& part, int x, int y) const
    {
        const double left = (x + m_slant * y) / m_height;
        const double top = y / m_height;
        part.extent.add(Extent{left, top, left + 1 / m_height, top + 1 / m_height});
    }

    /// A cut that leaves a part too low for a digit is taken back.
    void dropIdleCuts(std::size_t piece, PieceCuts& cuts) const
    {
        for (bool isDone = false; !isDone;) {
            isDone = true;
            for (const PicturePiece& part : partsOf(piece, cuts)) {
                if (!cuts.paths.empty() && part.extent.height() < kLeastCutHeight) {
                    const std::size_t right = std::min(part.part, cuts.paths.size() - 1);
                    const std::size_t left = part.part > 0 ? part.part - 1 : right;
                    const std::size_t worse =
                        cuts.paths[left].ink > cuts.paths[right].ink ? left : right;
                    cuts.paths.erase(cuts.paths.begin() + static_cast<std::ptrdiff_t>(worse));
                    isDone = false;
                    break;
                }
            }
        }
    }

    const LabelledInk& m_ink;
    double m_height; ///< of the line, in pixels
    double m_slant;
};

/// `height` is the line's, in pixels.
PictureLine
lineOf(std::vector<PicturePiece>&& pieces, const std::vector<PieceCuts>& cuts, double height)
{
    std::vector<Extent> extents;
    std::ranges::transform(pieces, std::back_inserter(extents), &PicturePiece::extent);
    std::vector<Seam> seams = seamsBetween(extents, [&](std::size_t a, std::size_t b) {
        if (pieces[a].piece != pieces[b].piece) {
            return 0.0;
        }
        const CutPath& path = cuts[pieces[a].piece].paths[std::min(pieces[a].part, pieces[b].part)];
        return path.ink / height + kLoop * std::max(path.strokes - 1, 0);
    });
    return {.pieces = std::move(pieces), .seams = std::move(seams)};
}

/// Low and apart from all else.
bool isStain(const std::vector<PicturePiece>& parts, const PicturePiece& part)
{
    const Extent& extent = part.extent;
    if (extent.height() > kStainHeight || parts.size() == 1) {
        return false;
    }
    return std::ranges::all_of(parts, [&](const PicturePiece& other) {
        const Extent& box = other.extent;
        return &other == &part || box.left - extent.right > kStainGap ||
               extent.left - box.right > kStainGap;
    });
}

} // namespace

std::size_t PieceCuts::partAt(int x, int y) const
{
    std::size_t part = 0;
    while (part < paths.size()) {
        const auto& columns = paths[part].columns;
        const auto row = std::clamp<std::ptrdiff_t>(y - top, 0, std::ssize(columns) - 1);
        if (x - left < columns[static_cast<std::size_t>(row)]) {
            break;
        }
        ++part;
    }
    return part;
}

DividedPicture dividePicture(const LabelledInk& ink)
{
    std::vector<Extent> extents;
    std::ranges::transform(ink.boxes, std::back_inserter(extents), extentOfBox);
    const double usual = writingHeight(extents);
    DividedPicture picture{.cuts = std::vector<PieceCuts>(ink.boxes.size()), .lines = {}};
    for (const std::vector<std::size_t>& pieces : groupIntoLines(extents)) {
        std::vector<Extent> boxes;
        for (const std::size_t piece : pieces) {
            boxes.push_back(extents[piece]);
        }
        const double height = writingHeight(boxes);
        if (height < kStainHeight * usual) {
            continue;
        }
        const LineDivider divider(ink, pieces, height);
        std::vector<PicturePiece> parts;
        for (const std::size_t piece : pieces) {
            picture.cuts[piece] = divider.cutsOf(piece);
            std::ranges::move(
                divider.partsOf(piece, picture.cuts[piece]), std::back_inserter(parts));
        }
        std::vector<PicturePiece> clean;
        std::ranges::copy_if(parts, std::back_inserter(clean), [&](const PicturePiece& part) {
            return !isStain(parts, part);
        });
        std::ranges::stable_sort(clean, {}, [](const PicturePiece& part) {
            return part.extent.left + part.extent.right;
        });
        if (!clean.empty()) {
            picture.lines.push_back(lineOf(std::move(clean), picture.cuts, height));
        }
    }
    return picture;
}

CutOut cutOut(
    const LabelledInk& ink, const std::vector<PieceCuts>& cuts, int cell,
    std::span<const PicturePiece> pieces)
{
    Box all = ink.boxes[pieces.front().piece];
    for (const PicturePiece& piece : pieces) {
        all = around(all, ink.boxes[piece.piece]);
    }
    // The soft edge of the ink, and room for placeDigit to thicken it.
    const int margin = 4 + all.longSide() / 16;
    all = {
        std::max(all.left - margin, 0), std::max(all.top - margin, 0),
        std::min(all.right + margin, ink.ink.width), std::min(all.bottom + margin, ink.ink.height)};
    Digit digit{.ink = Plane(all.width(), all.height()), .box = Piece{}.box};
    for (int y = 0; y < digit.ink.height; ++y) {
        for (int x = 0; x < digit.ink.width; ++x) {
            const std::size_t from = ink.ink.index(all.left + x, all.top + y);
            const int label = ink.labels[from];
            if (label == kNoPiece) {
                continue;
            }
            const auto piece = static_cast<std::size_t>(label);
            const std::size_t part =
                cuts[piece].partAt((all.left + x) / cell, (all.top + y) / cell);
            const bool isKept = std::ranges::any_of(pieces, [&](const PicturePiece& one) {
                return one.piece == piece && one.part == part;
            });
            if (isKept) {
                digit.ink.at(x, y) = ink.ink.values[from];
                if (ink.ink.values[from] > 0.5F) {
                    digit.box = around(digit.box, {x, y, x + 1, y + 1});
                }
            }
        }
    }
    if (digit.box.right <= digit.box.left) { // no ink but pale
        digit.box = {0, 0, digit.ink.width, digit.ink.height};
    }
    const Box place{
        digit.box.left + all.left, digit.box.top + all.top, digit.box.right + all.left,
        digit.box.bottom + all.top};
    return {std::move(digit), place};
}

} // namespace digitpad
