// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/inked_batch.h"

#include "core/reading/unit_kernels.h"

#include <utility>

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

InkedBatch::InkedBatch(std::size_t mostExamples)
    : m_atPixels(std::make_unique_for_overwrite<Inked[]>(mostExamples * Glyph::kPixels))
{
}

/// Counts the examples inked at each pixel, so that it is known where a pixel's begin.
void InkedBatch::begin(const Glyph* glyphs, std::span<const std::int64_t> indices)
{
    constexpr std::size_t kAhead = 4; // glyphs that lie anywhere: asked for before they are needed
    m_size = indices.size();
    m_nextAt.fill(0);
    for (std::size_t i = 0; i < m_size; ++i) {
        if (i + kAhead < m_size) {
            fetchAhead(glyphs[indices[i + kAhead]]);
        }
        unitKernels().front().countInks(glyphs[indices[i]], m_nextAt.data());
    }
    std::uint32_t end = 0;
    for (std::size_t pixel = 0; pixel < Glyph::kPixels; ++pixel) {
        m_firstAt[pixel] = end;
        end += std::exchange(m_nextAt[pixel], end);
    }
    m_firstAt.back() = end;
}

std::span<const Inked> InkedBatch::add(std::size_t example, const Glyph& glyph, float scale)
{
    const Inked* end = unitKernels().front().listInks(glyph, scale, m_ofExample.data());
    const std::span<const Inked> inks(m_ofExample.data(), end);
    for (const Inked& ink : inks) {
        m_atPixels[m_nextAt[ink.at]++] = {
            .at = static_cast<std::uint32_t>(example), .amount = ink.amount};
    }
    return inks;
}

} // namespace digitpad
