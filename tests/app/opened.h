// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/open_model.h"
#include "app/inside/test_digits.h"
#include "app/model_file.h"
#include "core/data/synthetic.h"

#include <QString>

#include <memory>

namespace digitpad::tests {

/// A model's file, laid open by the real engine; null where that fails.
inline std::shared_ptr<const OpenModel>
opened(const std::shared_ptr<const Engine>& engine, const QString& file)
{
    const auto bytes = readModelBytes(file);
    const auto model = bytes ? engine->load(bytes->toStdString(), "cpu")
                             : Result<std::shared_ptr<const Model>>(nullptr);
    if (!model || *model == nullptr) {
        return nullptr;
    }
    const auto inside = engine->lookInside(**model);
    return !inside ? nullptr
                   : std::make_shared<const OpenModel>(OpenModel{
                         .engine = engine,
                         .model = *model,
                         .inside = *inside,
                         .name = file,
                         .file = file,
                         .sha256 = file.toUtf8()});
}

inline std::shared_ptr<const TestDigits> madeUp(std::size_t count, std::uint64_t seed = 1)
{
    return std::make_shared<const TestDigits>(TestDigits{
        .source = DigitSource::Synthetic, .data = syntheticDigits(count, seed), .drawings = {}});
}

inline std::shared_ptr<const LiveReading> readingOf(const OpenModel& model, const Glyph& glyph)
{
    return std::make_shared<const LiveReading>(LiveReading{
        .ink = {}, .glyph = glyph, .activations = model.inside->activations(glyph).value()});
}

} // namespace digitpad::tests
