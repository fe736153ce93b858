// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/inked_batch.h"

#include "core/torch/unit_kernels.h"

namespace digitpad {
namespace {

void fetchAhead(const Glyph& glyph)
{
    constexpr std::size_t kCacheLine = 64; // bytes
    for (std::size_t i = 0; i < Glyph::kPixels; i += kCacheLine) {
        __builtin_prefetch(glyph.pixels.data() + i);
    }
}

} // namespace

InkedBatch::InkedBatch(std::size_t mostExamples, int parts)
    : m_ofExamples(std::make_unique_for_overwrite<Inked[]>(mostExamples * Glyph::kPixels)),
      m_atPixels(std::make_unique_for_overwrite<Inked[]>(mostExamples * Glyph::kPixels)),
      m_counts(mostExamples),
      m_countsOfParts(static_cast<std::size_t>(parts))
{
}

void InkedBatch::list(
    int part, const Glyph* glyphs, std::span<const std::int64_t> indices, float scale)
{
    constexpr std::size_t kAhead = 4; // glyphs that lie anywhere: asked for before they are needed
    const auto glyphOf = [&](std::size_t example) -> const Glyph& {
        return glyphs[indices[example]];
    };
    PerPixel& counts = m_countsOfParts[static_cast<std::size_t>(part)];
    counts.fill(0);
    const UnitKernels& kernels = unitKernels().front();
    const Range share = shareOf(part);
    for (std::size_t example = share.first; example < share.end; ++example) {
        if (example + kAhead < share.end) {
            fetchAhead(glyphOf(example + kAhead));
        }
        Inked* const first = m_ofExamples.get() + example * Glyph::kPixels;
        Inked* const end = kernels.listInks(glyphOf(example), scale, first, counts.data());
        m_counts[example] = static_cast<std::uint32_t>(end - first);
    }
}

void InkedBatch::file(int part)
{
    PerPixel next; // where the next ink of a pixel goes
    std::uint32_t end = 0;
    for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
        if (part == 0) {
            m_firstAt[pixel] = end;
        }
        for (std::size_t i = 0; i < m_countsOfParts.size(); ++i) {
            if (i == static_cast<std::size_t>(part)) {
                next[pixel] = end;
            }
            end += m_countsOfParts[i][pixel];
        }
    }
    if (part == 0) {
        m_firstAt.back() = end;
    }
    const Range share = shareOf(part);
    for (std::size_t example = share.first; example < share.end; ++example) {
        for (const Inked& ink : examples().of(example)) {
            m_atPixels[next[ink.at]++] = {
                .at = static_cast<std::uint32_t>(example), .amount = ink.amount};
        }
    }
}

} // namespace digitpad
