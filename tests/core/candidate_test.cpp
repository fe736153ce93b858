// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/number/candidate.h"

#include <gtest/gtest.h>

using namespace digitpad;

namespace {

/// Pieces one height high, half of one wide, half of one apart.
std::vector<Extent> pieces(std::size_t count)
{
    std::vector<Extent> extents;
    for (std::size_t i = 0; i < count; ++i) {
        const auto left = static_cast<double>(i);
        extents.push_back({left, 0, left + 0.5, 1});
    }
    return extents;
}

Prediction sureOf(std::size_t digit, float score)
{
    Prediction prediction;
    prediction.probabilities[digit] = 1;
    prediction.digitScore = score;
    return prediction;
}

} // namespace

TEST(CandidateRuns, AreThoseThatAreNotTooWide)
{
    const std::vector<Seam> seams(3);
    const auto runs = candidateRuns(pieces(4), seams);
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (const CandidateRun& candidate : runs) {
        found.emplace_back(candidate.run.first, candidate.run.end);
    }
    EXPECT_EQ(
        found, (std::vector<std::pair<std::size_t, std::size_t>>{
                   {0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {2, 4}, {3, 4}}));
}

TEST(CandidateRuns, AreBounded)
{
    const std::vector<Extent> stacked(500, Extent{0, 0, 1, 1});
    EXPECT_LE(candidateRuns(stacked, std::vector<Seam>(499)).size(), 500 * kMostPieces);
    const std::vector<Extent> endless{{0, 0, 1e9, 1}};
    EXPECT_EQ(candidateRuns(endless, {}).size(), 1U);
    EXPECT_TRUE(candidateRuns({}, {}).empty());
}

TEST(ReadLine, WeighsTheReadingsAgainstEachOther)
{
    const std::vector<CandidateRun> runs{{{0, 1}, -1}, {{1, 2}, -1}, {{0, 2}, -1}};
    const std::vector apart{sureOf(1, 0.9F), sureOf(0, 0.9F), sureOf(4, 0.1F)};
    EXPECT_EQ(readLine(2, runs, apart).chosen, (std::vector<std::size_t>{0, 1}));
    const std::vector together{sureOf(1, 0.2F), sureOf(1, 0.9F), sureOf(4, 0.9F)};
    const LineReading reading = readLine(2, runs, together);
    EXPECT_EQ(reading.chosen, (std::vector<std::size_t>{2}));
    EXPECT_DOUBLE_EQ(reading.score, -1 + readingScore(together[2]));
}

TEST(SeamsBetween, MeasureGapsAcrossWhatReachesOver)
{
    // The second piece lies above the third; the fourth stands apart.
    const std::vector<Extent> pieces{
        {0, 0, 1, 1}, {1.2, 0, 2, 0.4}, {1.1, 0.5, 2, 1}, {3, 0, 4, 1}};
    const auto seams = seamsBetween(
        pieces, [](std::size_t a, std::size_t b) { return a == 1 && b == 2 ? 0.3 : 0.0; });
    ASSERT_EQ(seams.size(), 3U);
    EXPECT_NEAR(seams[0].gap, 0.1, 1e-9); // to the leftmost of those on the right
    EXPECT_NEAR(seams[1].gap, -0.9, 1e-9);
    EXPECT_NEAR(seams[2].gap, 1, 1e-9);
    EXPECT_EQ(seams[0].cut, 0);
    EXPECT_EQ(seams[1].cut, 0.3);
    EXPECT_NEAR(seams[0].middles, 1.1, 1e-9);
    EXPECT_NEAR(seams[1].tops, 0.5, 1e-9);
    EXPECT_NEAR(seams[1].bottoms, 0.6, 1e-9);
    EXPECT_TRUE(seamsBetween({}, [](std::size_t, std::size_t) { return 0.0; }).empty());
}
