// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace digitpad {

/// A pixel that is not paper.
struct Inked {
    std::uint32_t at; ///< which pixel of an example, or which example of those inked at a pixel
    float amount;
};

/// The inked pixels of a batch: of MNIST's pixels four in five are paper.
class InkedBatch {
public:
    /// Room for so many examples.
    explicit InkedBatch(std::size_t mostExamples);

    /// The batch whose example i is glyphs[indices[i]]. A byte counts as `scale` times its value.
    /// Calls visit(i, inks) for each example, inks being its inked pixels in ascending order.
    void take(const Glyph* glyphs, std::span<const std::int64_t> indices, float scale, auto visit)
    {
        begin(glyphs, indices);
        for (std::size_t i = 0; i < indices.size(); ++i) {
            visit(i, add(i, glyphs[indices[i]], scale));
        }
    }

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// The examples inked there in ascending order.
    [[nodiscard]] std::span<const Inked> atPixel(std::size_t pixel) const
    {
        return {m_atPixels.get() + m_firstAt[pixel], m_firstAt[pixel + 1] - m_firstAt[pixel]};
    }

private:
    void begin(const Glyph* glyphs, std::span<const std::int64_t> indices);
    std::span<const Inked> add(std::size_t example, const Glyph& glyph, float scale);

    /// One pixel's after the other's, from m_firstAt. As much as a batch takes that is inked all
    /// over: pages that are not used cost nothing.
    std::unique_ptr<Inked[]> m_atPixels;
    std::array<std::uint32_t, Glyph::kPixels + 1> m_firstAt{};
    std::array<std::uint32_t, Glyph::kPixels> m_nextAt{}; ///< where the next example goes
    std::array<Inked, Glyph::kPixels> m_ofExample{};      ///< the one that was added last
    std::size_t m_size = 0;
};

} // namespace digitpad
