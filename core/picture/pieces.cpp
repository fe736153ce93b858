// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/picture/pieces.h"

#include <cstddef>
#include <utility>

namespace digitpad {

namespace {

class Labeller {
public:
    explicit Labeller(const InkMap& map)
        : m_map(map),
          m_slopes(gradient(map.ink)),
          m_result{std::vector<int>(map.ink.values.size(), kNoPiece), {}}
    {
    }

    Pieces run()
    {
        for (int y = 0; y < m_map.ink.height; ++y) {
            for (int x = 0; x < m_map.ink.width; ++x) {
                if (isFree(x, y)) {
                    m_result.pieces.emplace_back();
                    flood(x, y);
                }
            }
        }
        return std::move(m_result);
    }

private:
    struct Place {
        int x = 0;
        int y = 0;
    };

    [[nodiscard]] bool isFree(int x, int y) const
    {
        return m_map.ink.at(x, y) > m_map.threshold / 2 &&
               m_result.labels[m_map.ink.index(x, y)] == kNoPiece;
    }

    void take(int x, int y)
    {
        const float ink = m_map.ink.at(x, y);
        Piece& piece = m_result.pieces.back();
        m_result.labels[m_map.ink.index(x, y)] = static_cast<int>(m_result.pieces.size()) - 1;
        const double slope = m_slopes.at(x, y);
        piece.mass += ink;
        piece.slopes += slope;
        piece.squaredSlopes += slope * slope;
        piece.reachesEdge |=
            x == 0 || y == 0 || x + 1 == m_map.ink.width || y + 1 == m_map.ink.height;
        if (ink > m_map.threshold) {
            piece.fullMass += ink;
            ++piece.fullPixels;
            piece.box = {
                std::min(piece.box.left, x), std::min(piece.box.top, y),
                std::max(piece.box.right, x + 1), std::max(piece.box.bottom, y + 1)};
        }
        m_open.push_back({x, y});
    }

    void flood(int startX, int startY)
    {
        take(startX, startY);
        while (!m_open.empty()) {
            const Place place = m_open.back();
            m_open.pop_back();
            const int right = std::min(place.x + 1, m_map.ink.width - 1);
            const int bottom = std::min(place.y + 1, m_map.ink.height - 1);
            for (int y = std::max(place.y - 1, 0); y <= bottom; ++y) {
                for (int x = std::max(place.x - 1, 0); x <= right; ++x) {
                    if (isFree(x, y)) {
                        take(x, y);
                    }
                }
            }
        }
    }

    const InkMap& m_map;
    Plane m_slopes;
    Pieces m_result;
    std::vector<Place> m_open;
};

} // namespace

Box around(const Box& a, const Box& b)
{
    return {
        std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
        std::max(a.bottom, b.bottom)};
}

Pieces findPieces(const InkMap& map)
{
    return Labeller(map).run();
}

void raiseThreshold(InkMap& map)
{
    constexpr double kLeastSide = 0.02; // of the picture's
    constexpr double kLeastMass = 0.1;  // of the largest piece's
    constexpr int kMostTimes = 8;
    const double leastSide = kLeastSide * std::max(map.ink.width, map.ink.height);
    for (int i = 0; i < kMostTimes; ++i) {
        std::vector<Piece> pieces = findPieces(map).pieces;
        std::erase_if(pieces, [&](const Piece& piece) {
            return piece.reachesEdge || !piece.hasFullInk() || piece.box.longSide() < leastSide;
        });
        double mass = 0;
        for (const Piece& piece : pieces) {
            mass = std::max(mass, piece.mass);
        }
        double level = 0;
        for (const Piece& piece : pieces) {
            if (piece.mass > kLeastMass * mass) {
                level = std::max(level, piece.fullMass / piece.fullPixels);
            }
        }
        const auto threshold = static_cast<float>(level / 2);
        if (threshold <= 1.02F * map.threshold) {
            break;
        }
        map.threshold = threshold;
    }
}

} // namespace digitpad
