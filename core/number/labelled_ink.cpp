// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/labelled_ink.h"

#include <algorithm>
#include <cstddef>

namespace digitpad {

LabelledInk labelled(const Writing& writing, const Pieces& pieces)
{
    LabelledInk result{.ink = writing.ink, .labels = {}, .boxes = {}};
    std::vector<int> indices(pieces.pieces.size(), kNoPiece);
    for (std::size_t i = 0; i < writing.pieces.size(); ++i) {
        indices[writing.pieces[i]] = static_cast<int>(i);
        result.boxes.push_back(pieces.pieces[writing.pieces[i]].box);
    }
    result.labels.reserve(pieces.labels.size());
    for (const int label : pieces.labels) {
        result.labels.push_back(
            label == kNoPiece ? kNoPiece : indices[static_cast<std::size_t>(label)]);
    }
    return result;
}

LabelledInk shrunk(const LabelledInk& ink, int cell)
{
    LabelledInk result{.ink = shrunk(ink.ink, cell), .labels = {}, .boxes = {}};
    result.labels.assign(result.ink.values.size(), kNoPiece);
    std::vector<float> most(result.labels.size());
    for (int y = 0; y < ink.ink.height; ++y) {
        for (int x = 0; x < ink.ink.width; ++x) {
            const std::size_t to = result.ink.index(x / cell, y / cell);
            const float value = ink.ink.at(x, y);
            if (value > most[to]) {
                most[to] = value;
                result.labels[to] = ink.labels[ink.ink.index(x, y)];
            }
        }
    }
    for (const Box& box : ink.boxes) {
        result.boxes.push_back(
            {box.left / cell, box.top / cell, (box.right + cell - 1) / cell,
             (box.bottom + cell - 1) / cell});
    }
    return result;
}

} // namespace digitpad
