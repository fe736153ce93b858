// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/point_map.h"

#include "core/data/chance.h"
#include "core/data/mnist.h"
#include "tests/data_dir.h"
#include "tests/engine/test_engine.h"

#include <ATen/Parallel.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace digitpad;
using tests::makeEngine;

namespace {

constexpr std::size_t kDimensions = 20;
constexpr std::size_t kClusters = 4;
constexpr auto kPca = MapOptions::Method::Pca;

/// Points around four centres, one after the other in turn.
std::vector<float> clusters(std::size_t count, std::uint64_t seed = 1)
{
    std::mt19937_64 random(seed);
    Chance chance(random);
    std::vector<float> points;
    for (std::size_t i = 0; i < count * kDimensions; ++i) {
        const bool isCentre = i % kDimensions == i / kDimensions % kClusters;
        points.push_back(static_cast<float>((isCentre ? 10 : 0) + chance.around(1)));
    }
    return points;
}

PointMap laidOut(
    std::span<const float> points, const MapOptions& options,
    const std::function<void(const MapProgress&)>& onProgress = {},
    const std::stop_token& stop = {})
{
    auto map = makeEngine()->layOut(points, kDimensions, options, onProgress, stop);
    EXPECT_TRUE(map.has_value()) << map.error().detail;
    return map.value_or(PointMap{});
}

float squaredDistance(Place a, Place b)
{
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

std::size_t nearestTo(Place place, const std::vector<Place>& places, std::size_t except)
{
    std::size_t nearest = except == 0 ? 1 : 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i != except &&
            squaredDistance(place, places[i]) < squaredDistance(place, places[nearest])) {
            nearest = i;
        }
    }
    return nearest;
}

/// The part of places whose nearest other one has the same label.
template <class Labels>
double neighboursAlike(const std::vector<Place>& places, const Labels& label)
{
    double alike = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        alike += label(i) == label(nearestTo(places[i], places, i)) ? 1 : 0;
    }
    return alike / static_cast<double>(places.size());
}

std::string wrongOption(
    std::span<const float> points, const MapOptions& options, std::size_t dimensions = kDimensions)
{
    const auto map = makeEngine()->layOut(points, dimensions, options, {}, {});
    EXPECT_FALSE(map.has_value());
    EXPECT_EQ(map.error().code, ErrorCode::InvalidOptions);
    return map.error().detail;
}

} // namespace

// Points that differ by 3 along one direction, 2 along a second, 1 along a third.
TEST(Pca, FindsTheDirectionsInWhichPointsDifferMost)
{
    std::vector<float> points;
    for (const auto& [a, b, c] : std::vector<std::array<float, 3>>{
             {3, 0, 0}, {-3, 0, 0}, {0, 2, 0}, {0, -2, 0}, {0, 0, 1}, {0, 0, -1}}) {
        points.insert(points.end(), {7 + c, 7 + (a + b) * 0.6F, 7 + (a * 0.8F - b * 0.45F)});
    }
    // The second is at right angles to the first: (0.6, 0.8) and (0.8, -0.6).
    for (std::size_t i = 6; i < 12; ++i) {
        const float b = i < 9 ? 2 : -2;
        points[i] = 7 + (i % 3 == 1 ? 0.8F * b : i % 3 == 2 ? -0.6F * b : 0);
    }
    const auto map = makeEngine()->layOut(points, 3, {.method = kPca}, {}, {}).value();
    EXPECT_NEAR(map.mean[0], 7, 1e-5);
    const std::vector<float> expected{0, 0.6F, 0.8F, 0, 0.8F, -0.6F, 1, 0, 0};
    ASSERT_EQ(map.directions.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(map.directions[i], expected[i], 1e-4) << i;
    }
    const std::vector<Place> places{{3, 0}, {-3, 0}, {0, 2}, {0, -2}, {0, 0}, {0, 0}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_NEAR(map.places[i].x, places[i].x, 1e-4) << i;
        EXPECT_NEAR(map.places[i].y, places[i].y, 1e-4) << i;
    }
}

TEST(Pca, HardlyDependsOnWhereItStarts)
{
    const std::vector<float> points = clusters(200);
    const PointMap one = laidOut(points, {.method = kPca, .seed = 1});
    const PointMap other = laidOut(points, {.method = kPca, .seed = 2});
    for (std::size_t i = 0; i < one.places.size(); ++i) {
        EXPECT_NEAR(one.places[i].x, other.places[i].x, 1e-2);
    }
}

TEST(Pca, PlacesAPointWhereItLaysItOut)
{
    const std::vector<float> points = clusters(50);
    const PointMap map = laidOut(points, {.method = kPca});
    for (std::size_t i = 0; i < map.places.size(); ++i) {
        const Place place = map.place(std::span(points).subspan(i * kDimensions, kDimensions));
        EXPECT_NEAR(place.x, map.places[i].x, 1e-3);
        EXPECT_NEAR(place.y, map.places[i].y, 1e-3);
    }
}

TEST(Tsne, KeepsClustersTogetherAndApart)
{
    const PointMap map = laidOut(clusters(200), {.perplexity = 10, .steps = 300});
    const auto cluster = [](std::size_t i) { return i % kClusters; };
    EXPECT_EQ(neighboursAlike(map.places, cluster), 1);
    // Each cluster holds together: its points are nearer to its middle than to any other's.
    std::array<Place, kClusters> middles;
    for (std::size_t i = 0; i < map.places.size(); ++i) {
        middles.at(cluster(i)).x += map.places[i].x / 50;
        middles.at(cluster(i)).y += map.places[i].y / 50;
    }
    for (std::size_t i = 0; i < map.places.size(); ++i) {
        const auto nearest = std::ranges::min_element(
            middles, {}, [&](Place middle) { return squaredDistance(middle, map.places[i]); });
        EXPECT_EQ(static_cast<std::size_t>(nearest - middles.begin()), cluster(i));
    }
}

TEST(Tsne, PlacesAPointAmongItsNeighbours)
{
    const PointMap map = laidOut(clusters(200), {.perplexity = 10, .steps = 300});
    const std::vector<float> others = clusters(40, 2);
    for (std::size_t i = 0; i < 40; ++i) {
        const Place place = map.place(std::span(others).subspan(i * kDimensions, kDimensions));
        EXPECT_EQ(nearestTo(place, map.places, map.places.size()) % kClusters, i % kClusters);
    }
}

TEST(Tsne, GivesTheSameMapAgainWithAnyNumberOfThreads)
{
    const std::vector<float> points = clusters(100);
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const PointMap one = laidOut(points, {.perplexity = 10, .steps = 60});
    at::set_num_threads(3);
    const PointMap other = laidOut(points, {.perplexity = 10, .steps = 60});
    at::set_num_threads(threads);
    EXPECT_EQ(one.places, other.places);
}

TEST(Tsne, TellsHowFarItIs)
{
    std::vector<int> steps;
    std::vector<Place> last;
    const PointMap map =
        laidOut(clusters(50), {.perplexity = 5, .steps = 20}, [&](const MapProgress& progress) {
            steps.push_back(progress.step);
            EXPECT_EQ(progress.steps, 20);
            last.assign(progress.places.begin(), progress.places.end());
        });
    std::vector<int> expected(20);
    std::iota(expected.begin(), expected.end(), 1);
    EXPECT_EQ(steps, expected);
    EXPECT_EQ(last, map.places);
}

TEST(Tsne, StopsWithWhatItHas)
{
    std::stop_source stop;
    std::vector<Place> last;
    const PointMap map = laidOut(
        clusters(50), {.perplexity = 5, .steps = 10'000},
        [&](const MapProgress& progress) {
            last.assign(progress.places.begin(), progress.places.end());
            if (progress.step == 3) {
                stop.request_stop();
            }
        },
        stop.get_token());
    EXPECT_EQ(last, map.places);
    EXPECT_EQ(map.places.size(), 50);
}

TEST(Tsne, StoppedAtOnceGivesThePca)
{
    std::stop_source stop;
    stop.request_stop();
    const PointMap map = laidOut(clusters(50), {.perplexity = 5}, {}, stop.get_token());
    EXPECT_EQ(map.places, laidOut(clusters(50), {.method = kPca}).places);
}

TEST(Tsne, BearsPointsThatAreAllTheSame)
{
    const PointMap map =
        laidOut(std::vector<float>(10 * kDimensions, 3), {.perplexity = 3, .steps = 20});
    for (const Place& place : map.places) {
        EXPECT_TRUE(std::isfinite(place.x) && std::isfinite(place.y));
    }
}

TEST(LayOut, RefusesWhatIsOutOfRange)
{
    const std::vector<float> points = clusters(30);
    EXPECT_EQ(wrongOption(points, {}), "perplexity: 2 to a third of the points");
    EXPECT_EQ(wrongOption(points, {.perplexity = 1}), "perplexity: 2 to a third of the points");
    EXPECT_EQ(
        wrongOption(points, {.perplexity = std::numeric_limits<double>::quiet_NaN()}),
        "perplexity: 2 to a third of the points");
    EXPECT_EQ(wrongOption(points, {.perplexity = 5, .steps = 0}), "steps: 1 to 10000");
    EXPECT_EQ(wrongOption(std::span(points).first(5 * kDimensions), {}), "points: 6 to 10000");
    EXPECT_EQ(wrongOption(std::vector<float>(10'001), {}, 1), "points: 6 to 10000");
    const std::string finite = "points: finite numbers, as many of each as there are dimensions";
    EXPECT_EQ(wrongOption(points, {}, 0), finite);
    EXPECT_EQ(wrongOption(std::span(points).first(199), {}), finite);
    std::vector<float> broken = points;
    broken.back() = std::numeric_limits<float>::infinity();
    EXPECT_EQ(wrongOption(broken, {}), finite);
}

// The point of the map: digits lie among their like. Of 1,000 of the training half, by their
// pixels, 88 % have one of theirs as the nearest.
TEST(LayOut, LaysDigitsAmongTheirLike)
{
    const auto data = readMnistTraining(tests::dataDir() / "mnist");
    if (!data) {
        GTEST_SKIP() << "no MNIST in " << tests::dataDir();
    }
    std::vector<float> points;
    for (std::size_t i = 0; i < 1000; ++i) {
        for (const std::uint8_t pixel : data->glyphs[i].pixels) {
            points.push_back(static_cast<float>(pixel) / 255);
        }
    }
    const auto label = [&](std::size_t i) { return data->labels[i]; };
    const auto engine = makeEngine();
    const auto map = engine->layOut(points, Glyph::kPixels, {}, {}, {}).value();
    const auto pca = engine->layOut(points, Glyph::kPixels, {.method = kPca}, {}, {}).value();
    EXPECT_GT(neighboursAlike(map.places, label), 0.85);
    EXPECT_LT(neighboursAlike(pca.places, label), 0.6); // two directions are too few
    RecordProperty("alike", std::to_string(neighboursAlike(map.places, label)));
}
