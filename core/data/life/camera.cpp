// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/life/camera.h"

#include "core/data/life/grain.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace digitpad::life {

namespace {

/// One half of a Gaussian bell, from its middle; its whole sums to 1.
std::vector<float> bell(double deviation)
{
    const int reach = std::max(1, static_cast<int>(std::ceil(3 * deviation)));
    std::vector<float> half;
    float sum = 0;
    for (int i = 0; i <= reach; ++i) {
        half.push_back(static_cast<float>(std::exp(-i * i / (2 * deviation * deviation))));
        sum += i == 0 ? half.back() : 2 * half.back();
    }
    for (float& weight : half) {
        weight /= sum;
    }
    return half;
}

/// Adds `part` of the row that is read to the row that is written.
void addRow(Plane& to, int toY, const Plane& from, int fromY, float part)
{
    const float* source = &from.values[from.index(0, std::clamp(fromY, 0, from.height - 1))];
    float* target = &to.values[to.index(0, toY)];
    for (int x = 0; x < to.width; ++x) {
        target[x] += part * source[x];
    }
}

void blur(Plane& plane, double deviation)
{
    // What is far out of focus loses nothing when it is shrunk first. The mean over a square and
    // the ramps between the means spread by a quarter of its side squared.
    if (const int cell = static_cast<int>(deviation / 2); cell > 1) {
        Plane small = shrunk(plane, cell);
        blur(small, std::sqrt(deviation * deviation / (cell * cell) - 0.25));
        plane = spread(small, cell, plane.width, plane.height);
        return;
    }
    const std::vector<float> half = bell(deviation);
    const int reach = static_cast<int>(half.size()) - 1;
    Plane upDown(plane.width, plane.height);
    for (int y = 0; y < plane.height; ++y) {
        for (int i = -reach; i <= reach; ++i) {
            addRow(upDown, y, plane, y + i, half[static_cast<std::size_t>(std::abs(i))]);
        }
    }
    for (int y = 0; y < plane.height; ++y) {
        for (int x = 0; x < plane.width; ++x) {
            float sum = 0;
            for (int i = -reach; i <= reach; ++i) {
                sum += half[static_cast<std::size_t>(std::abs(i))] *
                       upDown.at(std::clamp(x + i, 0, plane.width - 1), y);
            }
            plane.at(x, y) = sum;
        }
    }
}

float meanOf(const Channels& channels)
{
    double sum = 0;
    for (const Plane& channel : channels) {
        sum = std::accumulate(channel.values.begin(), channel.values.end(), sum);
    }
    return static_cast<float>(sum / (3.0 * static_cast<double>(channels[0].values.size())));
}

} // namespace

void expose(Channels& channels, const Camera& camera, std::uint64_t seed)
{
    if (camera.blur > 0) {
        for (Plane& channel : channels) {
            blur(channel, camera.blur);
        }
    }
    constexpr float kMostGain = 4;
    if (const float gain = camera.exposure / std::max(meanOf(channels), 1e-3F); gain > 1) {
        for (Plane& channel : channels) {
            for (float& value : channel.values) {
                value *= std::min(gain, kMostGain);
            }
        }
    }
    if (camera.noise <= 0) {
        return;
    }
    // Sums of bytes are nearly normal: four for what all channels share, one for each alone.
    constexpr float kByteDeviation = 73.9F;
    const float shared = camera.noise / (2 * kByteDeviation);
    const float alone = camera.noise / (2 * kByteDeviation);
    for (std::size_t i = 0; i < channels[0].values.size(); ++i) {
        std::uint64_t bits = hashOf(seed, static_cast<std::int64_t>(i), 0);
        float sum = 0;
        for (int byte = 0; byte < 4; ++byte, bits >>= 8U) {
            sum += static_cast<float>(bits & 0xFFU) - 127.5F;
        }
        for (Plane& channel : channels) {
            channel.values[i] += shared * sum + alone * (static_cast<float>(bits & 0xFFU) - 127.5F);
            bits >>= 8U;
        }
    }
}

} // namespace digitpad::life
