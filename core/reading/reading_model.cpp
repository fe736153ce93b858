// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/reading_model.h"

#include "core/base/on_all_cores.h"
#include "core/reading/conv_net_reader.h"
#include "core/reading/simple_nn_reader.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <new>
#include <string>
#include <utility>

namespace digitpad {
namespace {

/// Calls function() and gives what it returns; what it throws becomes an Error.
auto guarded(const auto& function) -> decltype(function())
{
    try {
        return function();
    } catch (const std::bad_alloc&) {
        return std::unexpected(Error{ErrorCode::OutOfMemory, "the host's memory is used up", {}});
    } catch (const std::exception& error) { // no further thread can be started
        return std::unexpected(Error{ErrorCode::Internal, error.what(), {}});
    }
}

template <class Reader> class ReadingModel final : public Model {
public:
    ReadingModel(NetworkFile network, std::size_t mostThreads)
        : m_reader(network),
          m_network(std::move(network)),
          m_info{
              .network = m_network.network,
              .parameters = static_cast<std::int64_t>(m_network.numbers.size()),
              .device = "cpu",
              .recipe = m_network.recipe},
          m_mostThreads(mostThreads)
    {
    }

    const ModelInfo& info() const override { return m_info; }

    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        return guarded([&]() -> Result<std::vector<Prediction>> {
            std::vector<Prediction> predictions(glyphs.size());
            std::atomic<bool> isMemoryUsedUp = false;
            onThreads(m_mostThreads, (glyphs.size() + kAtOnce - 1) / kAtOnce, [&](std::size_t i) {
                const std::size_t first = i * kAtOnce;
                const std::size_t count = std::min(kAtOnce, glyphs.size() - first);
                try {
                    readSome(glyphs.subspan(first, count), predictions.data() + first);
                } catch (const std::bad_alloc&) {
                    isMemoryUsedUp = true;
                }
            });
            if (isMemoryUsedUp) {
                throw std::bad_alloc();
            }
            return predictions;
        });
    }

    Result<std::string> toPth() const override
    {
        return guarded([&]() -> Result<std::string> { return writeNetwork(m_network); });
    }

private:
    static constexpr std::size_t kAtOnce = Reader::kWorthAThread;
    static constexpr std::size_t kOutputs = Reader::kOutputs;

    void readSome(std::span<const Glyph> glyphs, Prediction* predictions) const
    {
        std::array<float, kAtOnce * kOutputs> logits;
        m_reader.read(glyphs, logits);
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            predictions[i] = predictionOf({&logits[i * kOutputs], kOutputs}, glyphs[i]);
        }
    }

    Reader m_reader;
    NetworkFile m_network;
    ModelInfo m_info;
    std::size_t m_mostThreads;
};

} // namespace

std::shared_ptr<const Model> readingModel(NetworkFile network, std::size_t mostThreads)
{
    if (network.network == kSimpleNn) {
        return std::make_shared<ReadingModel<SimpleNnReader>>(std::move(network), mostThreads);
    }
    return std::make_shared<ReadingModel<ConvNetReader>>(std::move(network), mostThreads);
}

Result<std::shared_ptr<const Model>> loadForReading(std::string_view pth)
{
    return guarded([&]() -> Result<std::shared_ptr<const Model>> {
        auto network = readNetwork(pth);
        if (!network) {
            return std::unexpected(std::move(network.error()));
        }
        return readingModel(*std::move(network));
    });
}

} // namespace digitpad
