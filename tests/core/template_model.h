// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/digit_shapes.h"
#include "core/engine/model.h"
#include "core/ink/render.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace digitpad::tests {

/// The first way of writing a digit, moved by `left` and `top`, `size` high.
inline Ink plainDigit(int digit, double left = 0, double top = 0, double size = 100)
{
    Ink ink = digitShapes(digit).front().skeleton;
    for (Stroke& stroke : ink) {
        for (Point& point : stroke) {
            point = {left + point.x * size / 100, top + point.y * size / 100};
        }
    }
    return ink;
}

inline void append(Ink& ink, const Ink& more)
{
    ink.insert(ink.end(), more.begin(), more.end());
}

/// Reads by comparing with the digits as plainDigit draws them: sure of what looks like one of
/// them, and taking for no digit what looks like none.
class TemplateModel : public Model {
public:
    TemplateModel()
    {
        for (int digit = 0; digit < 10; ++digit) {
            m_templates.push_back(renderInk(plainDigit(digit)));
        }
    }

    [[nodiscard]] const ModelInfo& info() const override { return m_info; }

    [[nodiscard]] Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        m_batches += 1;
        m_glyphs += glyphs.size();
        if (m_error) {
            return std::unexpected(*m_error);
        }
        std::vector<Prediction> predictions;
        predictions.reserve(glyphs.size());
        for (const Glyph& glyph : glyphs) {
            predictions.push_back(readOne(glyph));
        }
        return predictions;
    }

    [[nodiscard]] Result<std::string> toPth() const override { return std::string(); }

    void failWith(Error error) { m_error = std::move(error); }
    [[nodiscard]] std::size_t batches() const { return m_batches; }
    [[nodiscard]] std::size_t glyphs() const { return m_glyphs; }

private:
    /// The angle between two glyphs, as its cosine.
    static double likeness(const Glyph& a, const Glyph& b)
    {
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (std::size_t i = 0; i < a.pixels.size(); ++i) {
            product += double{1} * a.pixels[i] * b.pixels[i];
            squaresA += double{1} * a.pixels[i] * a.pixels[i];
            squaresB += double{1} * b.pixels[i] * b.pixels[i];
        }
        return product > 0 ? product / std::sqrt(squaresA * squaresB) : 0;
    }

    [[nodiscard]] Prediction readOne(const Glyph& glyph) const
    {
        Prediction prediction;
        double sum = 0;
        double best = 0;
        std::array<double, 10> weights{};
        for (std::size_t digit = 0; digit < weights.size(); ++digit) {
            const double alike = likeness(glyph, m_templates[digit]);
            best = std::max(best, alike);
            weights[digit] = std::exp(30 * alike);
            sum += weights[digit];
        }
        for (std::size_t digit = 0; digit < weights.size(); ++digit) {
            prediction.probabilities[digit] = static_cast<float>(weights[digit] / sum);
        }
        prediction.digitScore = static_cast<float>(1 / (1 + std::exp(-40 * (best - 0.7))));
        return prediction;
    }

    ModelInfo m_info;
    std::vector<Glyph> m_templates;
    std::optional<Error> m_error;
    mutable std::atomic<std::size_t> m_batches = 0;
    mutable std::atomic<std::size_t> m_glyphs = 0;
};

} // namespace digitpad::tests
