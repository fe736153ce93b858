// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/lookalikes.h"

#include "core/base/on_all_cores.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numeric>
#include <thread>
#include <tuple>

namespace digitpad {

namespace {

constexpr int kSide = Glyph::kSide;
constexpr int kBlock = 4; // pixels; a glyph is 7×7 blocks
constexpr std::size_t kBlocks = 49;
constexpr std::size_t kKeys = 6;      // of these blocks are looked at first
constexpr std::size_t kAtATime = 256; // glyphs that one is compared with together
constexpr std::size_t kChunk = 64;    // glyphs between two questions whether to stop
constexpr std::size_t kLanes = 8;     // that work side by side
constexpr std::size_t kNone = ~std::size_t{0};

using Blocks = std::array<float, kBlocks>;

/// 1 2 1 over 4 to both sides and up and down; beyond the edge is paper.
Glyph softened(const Glyph& glyph)
{
    const auto ink = [&](int x, int y) {
        const bool isInside = x >= 0 && y >= 0 && x < kSide && y < kSide;
        return isInside ? int{glyph.at(x, y)} : 0;
    };
    const auto row = [&](int x, int y) { return ink(x - 1, y) + 2 * ink(x, y) + ink(x + 1, y); };
    Glyph soft;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int sum = row(x, y - 1) + 2 * row(x, y) + row(x, y + 1);
            soft.set(x, y, static_cast<std::uint8_t>((sum + 8) / 16));
        }
    }
    return soft;
}

std::int64_t product(const Glyph& a, const Glyph& b)
{
    std::int32_t sum = 0; // 784 × 255² is below 2³¹
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        sum += std::int32_t{a.pixels[i]} * b.pixels[i];
    }
    return sum;
}

double cosine(std::int64_t product, std::int64_t a, std::int64_t b)
{
    if (a == 0 || b == 0) {
        return 0;
    }
    // Exactly 1 for the same picture.
    const double lengths = std::sqrt(static_cast<double>(a) * static_cast<double>(b));
    return static_cast<double>(product) / lengths;
}

Blocks blockSums(const Glyph& soft, std::int64_t square)
{
    Blocks sums{};
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int block = y / kBlock * (kSide / kBlock) + x / kBlock;
            sums.at(static_cast<std::size_t>(block)) += soft.at(x, y);
        }
    }
    const float scale = 1 / (kBlock * std::sqrt(static_cast<float>(square)));
    for (float& sum : sums) {
        sum *= scale;
    }
    return sums;
}

/// The blocks in which they differ most come first.
void sortBySpread(std::vector<Blocks>& all)
{
    std::array<double, kBlocks> sum{};
    std::array<double, kBlocks> spread{};
    for (const Blocks& blocks : all) {
        for (std::size_t i = 0; i < kBlocks; ++i) {
            sum[i] += blocks[i];
            spread[i] += double{blocks[i]} * blocks[i];
        }
    }
    for (std::size_t i = 0; i < kBlocks; ++i) {
        spread[i] -= sum[i] * sum[i] / static_cast<double>(std::max<std::size_t>(all.size(), 1));
    }
    std::array<std::size_t, kBlocks> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return spread[i]; });
    for (Blocks& blocks : all) {
        const Blocks before = blocks;
        std::ranges::transform(order, blocks.begin(), [&](std::size_t i) { return before[i]; });
    }
}

/// What is most like a candidate so far.
struct Best {
    double similarity = 0;
    std::size_t other = kNone; // the lowest of equals

    [[nodiscard]] bool isBeatenBy(const Best& found) const
    {
        return std::tuple(found.similarity, other) > std::tuple(similarity, found.other);
    }
    /// Whether another one that is at most so much alike can be.
    [[nodiscard]] bool isOpenTo(double most, std::size_t index) const
    {
        return isBeatenBy({.similarity = most, .other = index});
    }
};

/// Of each candidate, by whether its label is another.
using Table = std::vector<std::array<Best, 2>>;

/// The glyphs with ink, each a vector of length 1. The sums over its blocks, over 4 so that they
/// are its coordinates along 49 directions at right angles, say how far it is from another one at
/// least: most pairs are told apart by a few of them.
class Candidates {
public:
    explicit Candidates(const Dataset& data) : m_data(data)
    {
        for (std::size_t i = 0; i < data.size(); ++i) {
            const Glyph soft = softened(data.glyphs[i]);
            const std::int64_t square = product(soft, soft);
            if (square > 0) {
                m_indices.push_back(i);
                m_soft.push_back(soft);
                m_squares.push_back(square);
                m_blocks.push_back(blockSums(soft, square));
            }
        }
        sortBySpread(m_blocks);
        for (std::size_t key = 0; key < kKeys; ++key) {
            for (const Blocks& blocks : m_blocks) {
                m_keys[key].push_back(blocks[key]);
            }
        }
    }

    [[nodiscard]] std::size_t size() const { return m_indices.size(); }
    [[nodiscard]] std::size_t index(std::size_t candidate) const { return m_indices[candidate]; }

    /// Compares candidate i with all after it.
    void compareWithRest(std::size_t i, double least, Table& table) const
    {
        const float reach = reachOf(least);
        std::array<float, kAtATime> apart;
        for (std::size_t from = i + 1; from < size(); from += kAtATime) {
            const std::size_t count = std::min(kAtATime, size() - from);
            apart.fill(0);
            for (const std::vector<float>& keys : m_keys) {
                const float own = keys[i];
                for (std::size_t j = 0; j < count; ++j) {
                    const float way = keys[from + j] - own;
                    apart[j] += way * way;
                }
            }
            for (std::size_t j = 0; j < count; ++j) {
                if (apart[j] <= reach) {
                    compare(i, from + j, least, table);
                }
            }
        }
    }

private:
    /// |a - b|² = 2 - 2 cos, with some room for the rounding of float.
    static float reachOf(double least) { return static_cast<float>(2 - 2 * least) + 1e-4F; }

    void compare(std::size_t i, std::size_t j, double least, Table& table) const
    {
        float apart = 0;
        for (std::size_t block = 0; block < kBlocks; ++block) {
            const float way = m_blocks[i][block] - m_blocks[j][block];
            apart += way * way;
        }
        const std::size_t kind = m_data.labels[m_indices[i]] != m_data.labels[m_indices[j]] ? 1 : 0;
        Best& ofI = table[i][kind];
        Best& ofJ = table[j][kind];
        const double most = std::min(1.0, 1 - (double{apart} - 1e-4) / 2);
        if (most < least || (!ofI.isOpenTo(most, j) && !ofJ.isOpenTo(most, i))) {
            return;
        }
        const double similarity = cosine(product(m_soft[i], m_soft[j]), m_squares[i], m_squares[j]);
        if (similarity >= least) {
            const Best foundI{.similarity = similarity, .other = j};
            const Best foundJ{.similarity = similarity, .other = i};
            ofI = ofI.isBeatenBy(foundI) ? foundI : ofI;
            ofJ = ofJ.isBeatenBy(foundJ) ? foundJ : ofJ;
        }
    }

    const Dataset& m_data;
    std::vector<std::size_t> m_indices; // in the data
    std::vector<Glyph> m_soft;
    std::vector<std::int64_t> m_squares; // of their lengths
    std::vector<Blocks> m_blocks;
    std::array<std::vector<float>, kKeys> m_keys; // the first blocks, to be gone through fast
};

/// Of what the lanes found the best.
std::vector<Lookalikes> pairsOf(const Candidates& candidates, const std::vector<Table>& lanes)
{
    std::vector<Lookalikes> pairs;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        for (const std::size_t kind : {0, 1}) {
            Best best;
            for (const Table& lane : lanes) {
                best = best.isBeatenBy(lane[i][kind]) ? lane[i][kind] : best;
            }
            if (best.other != kNone) {
                const auto [first, second] =
                    std::minmax({candidates.index(i), candidates.index(best.other)});
                pairs.push_back(
                    {.first = first,
                     .second = second,
                     .similarity = best.similarity,
                     .isDisputed = kind == 1});
            }
        }
    }
    std::ranges::sort(pairs, {}, [](const Lookalikes& pair) {
        return std::tuple(!pair.isDisputed, -pair.similarity, pair.first, pair.second);
    });
    // Two that are each other's most alike are there twice.
    const auto again = std::ranges::unique(pairs);
    pairs.erase(again.begin(), again.end());
    return pairs;
}

} // namespace

double similarityOf(const Glyph& a, const Glyph& b)
{
    const Glyph softA = softened(a);
    const Glyph softB = softened(b);
    return cosine(product(softA, softB), product(softA, softA), product(softB, softB));
}

std::vector<Lookalikes> findLookalikes(
    const Dataset& data, double least, const std::function<void(double)>& onProgress,
    const std::stop_token& stop)
{
    const Candidates candidates(data);
    const std::size_t chunks = (candidates.size() + kChunk - 1) / kChunk;
    std::vector<Table> lanes(std::min(kLanes, chunks), Table(candidates.size()));
    std::atomic<std::size_t> next = 0;
    const auto caller = std::this_thread::get_id();
    onAllCores(lanes.size(), [&](std::size_t lane) {
        for (std::size_t chunk = next++; chunk < chunks && !stop.stop_requested(); chunk = next++) {
            const std::size_t end = std::min((chunk + 1) * kChunk, candidates.size());
            for (std::size_t i = chunk * kChunk; i < end; ++i) {
                candidates.compareWithRest(i, least, lanes[lane]);
            }
            if (onProgress && std::this_thread::get_id() == caller) {
                // Of all pairs; the first candidate has the most.
                const double left =
                    1 - static_cast<double>(end) / static_cast<double>(candidates.size());
                onProgress(1 - left * left);
            }
        }
    });
    return stop.stop_requested() ? std::vector<Lookalikes>() : pairsOf(candidates, lanes);
}

} // namespace digitpad
