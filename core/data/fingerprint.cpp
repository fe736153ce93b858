// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprint.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

namespace digitpad {

namespace {

static_assert(std::endian::native == std::endian::little, "words are taken as they lie");

/// FNV-1a's constants for 64 bits (G. Fowler, L. Noll, K.-P. Vo), applied to eight bytes at a time
/// and in seven lanes side by side, so that a multiplication need not wait for the one before.
constexpr std::uint64_t kStart = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;
constexpr std::size_t kLanes = 7;

class Hash {
public:
    void add(std::uint64_t word) { m_hash = std::rotl((m_hash ^ word) * kPrime, 23); }

    void add(std::span<const std::uint8_t> bytes)
    {
        for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
            add(word);
        }
        add(bytes.size());
    }

    void add(const Glyph& glyph)
    {
        std::array<std::uint64_t, Glyph::kPixels / sizeof(std::uint64_t)> words;
        static_assert(sizeof words == Glyph::kPixels && words.size() % kLanes == 0);
        std::memcpy(words.data(), glyph.pixels.data(), sizeof words);
        std::array<std::uint64_t, kLanes> lanes;
        lanes.fill(kStart);
        for (std::size_t first = 0; first < words.size(); first += kLanes) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                lanes[lane] = std::rotl((lanes[lane] ^ words[first + lane]) * kPrime, 23);
            }
        }
        for (const std::uint64_t lane : lanes) {
            add(lane);
        }
    }

    [[nodiscard]] std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = kStart;
};

} // namespace

std::uint64_t fingerprint(const Dataset& data)
{
    Hash hash;
    for (const Glyph& glyph : data.glyphs) {
        hash.add(glyph);
    }
    hash.add(data.labels);
    return hash.value();
}

} // namespace digitpad
