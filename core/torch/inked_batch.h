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

/// The inked pixels of some examples.
struct InkedExamples {
    const Inked* inks;           ///< [size, 784], of each row the first counts[i]
    const std::uint32_t* counts; ///< [size]
    std::size_t size;

    /// In ascending order.
    [[nodiscard]] std::span<const Inked> of(std::size_t example) const
    {
        return {inks + example * Glyph::kPixels, counts[example]};
    }
};

/// Numbers from `first` up to and without `end`.
struct Range {
    std::size_t first;
    std::size_t end;

    [[nodiscard]] std::size_t count() const { return end - first; }

    /// The part with this index where all of 0 to `count` are shared out evenly.
    [[nodiscard]] static Range share(std::size_t count, int part, int parts)
    {
        const auto n = static_cast<std::size_t>(parts);
        const auto i = static_cast<std::size_t>(part);
        return {.first = count * i / n, .end = count * (i + 1) / n};
    }
};

/// The inked pixels of a batch, by example and by pixel: of MNIST's pixels four in five are paper.
/// Several threads fill it, each the examples that are its share.
class InkedBatch {
public:
    /// Room for so many examples, shared by so many parts.
    InkedBatch(std::size_t mostExamples, int parts);

    /// First, once: a batch of so many examples.
    void begin(std::size_t examples) { m_size = examples; }

    /// Then, for each part: lists what is inked in its share of the examples. Example i of the
    /// batch is glyphs[indices[i]]; a byte counts as `scale` times its value.
    void list(int part, const Glyph* glyphs, std::span<const std::int64_t> indices, float scale);

    /// When all are listed, for each part: files the inks of its share under their pixels.
    void file(int part);

    [[nodiscard]] std::size_t size() const { return m_size; }

    /// After list.
    [[nodiscard]] InkedExamples examples() const
    {
        return {.inks = m_ofExamples.get(), .counts = m_counts.data(), .size = m_size};
    }

    /// After file: the examples inked there in ascending order.
    [[nodiscard]] std::span<const Inked> atPixel(std::size_t pixel) const
    {
        return {m_atPixels.get() + m_firstAt[pixel], m_firstAt[pixel + 1] - m_firstAt[pixel]};
    }

private:
    using PerPixel = std::array<std::uint32_t, Glyph::kPixels>;

    [[nodiscard]] Range shareOf(int part) const
    {
        return Range::share(m_size, part, static_cast<int>(m_countsOfParts.size()));
    }

    // As much as a batch takes that is inked all over: pages that are not used cost nothing.
    std::unique_ptr<Inked[]> m_ofExamples; ///< [examples, pixels], of each row the first m_counts
    std::unique_ptr<Inked[]> m_atPixels;   ///< one pixel's after the other's, from m_firstAt
    std::vector<std::uint32_t> m_counts;
    std::array<std::uint32_t, Glyph::kPixels + 1> m_firstAt{};
    std::vector<PerPixel> m_countsOfParts; ///< inked examples among those of a part
    std::size_t m_size = 0;
};

} // namespace digitpad
