// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/engine/prediction.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace digitpad {

/// A layer of a network: what it gives are `units` maps of `rows` × `columns` numbers, unit by unit
/// and each row by row. A fully connected layer is one whose kernel covers all of the layer below,
/// so that its maps are single numbers; the pixels are layer 0, one map of 28×28 without kernel.
struct Layer {
    std::string name; ///< "pixels", or of its weights in the .pth file: "fc1", "convs.0"
    int units = 0;
    int rows = 0;
    int columns = 0;
    int inputs = 0;          ///< units of the layer below
    int kernel = 0;          ///< rows and columns of it that a unit looks at
    int stride = 1;          ///< rows or columns from one look to the next
    int padding = 0;         ///< rows and columns of zeros around the layer below
    bool isRectified = true; ///< ReLU follows; not after the pixels and the last layer

    /// How many numbers it gives.
    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(units) * static_cast<std::size_t>(rows) *
               static_cast<std::size_t>(columns);
    }
    friend bool operator==(const Layer&, const Layer&) = default;
};

/// What a unit computes with. A unit's sum at a place is the bias and, over what it looks at there,
/// Σ weight × (input - zero); what lies beyond the edge adds nothing. Batch norm is folded in.
struct Unit {
    std::vector<float> weights; ///< [inputs, kernel, kernel] of its layer
    float bias = 0;
    /// The input that counts as nothing. 0, but for the units that look at the pixels: those are
    /// ink in 0..1 here, and the network takes them less their mean (0.1307) and over their
    /// deviation (0.3081), which is folded into the weights.
    float zero = 0;
};

/// What one layer gave, laid out as Layer says.
struct LayerValues {
    std::vector<float> sums;   ///< after batch norm, before ReLU; of the pixels: as `values`
    std::vector<float> values; ///< after ReLU; of the last layer: its sums, the logits
};

/// A glyph on its way through a network.
struct Activations {
    std::vector<LayerValues> layers; ///< one for each Layer; the pixels as ink in 0..1
    Prediction prediction;           ///< as Model::read gives it

    /// What the last layer gave: one for each digit, and with convnet an eleventh for "no digit".
    [[nodiscard]] std::span<const float> logits() const { return layers.back().values; }
};

/// A unit's sum at one place, written out: sum = constant + Σ products, and value = max(0, sum)
/// where its layer is rectified.
struct WrittenSum {
    std::vector<float> inputs;   ///< what it looked at, [inputs, kernel, kernel]; 0 off the edge
    std::vector<float> products; ///< weight × input, likewise: paper, at 0, adds nothing
    double constant = 0; ///< the bias, less weight × Unit::zero over what is not off the edge
    double sum = 0;
    double value = 0;
};

/// Writes out the sum of a unit of `layer` (1 to the last) at a row and column of its map. Its
/// `sum` is that of `activations` but for the rounding of float32.
[[nodiscard]] WrittenSum writtenOut(
    std::span<const Layer> layers, const Unit& unit, const Activations& activations,
    std::size_t layer, int row, int column);

/// Which output is asked about: the logit of a digit, or by how much it is above that of another.
struct Question {
    int digit = 0;    ///< 0 to 9; with convnet also 10, "no digit"
    int against = -1; ///< likewise; or -1, the logit by itself
};

/// What each pixel has to do with an output.
struct Shares {
    std::array<double, Glyph::kPixels> pixels{}; ///< laid out as the glyph's; 0 for paper
    /// What a pixel's share is over its ink: what more ink there would add, also on paper.
    std::array<double, Glyph::kPixels> perInk{};
    double constant = 0; ///< what comes from none of them
    double output = 0;   ///< the logit, or the difference of two
};

/// A model laid open, to look inside. Computes on the CPU whatever device the model is on; never
/// changes, so any number of threads may use it at the same time. Everything blocks until it is
/// done. Errors of all that return a Result: OutOfMemory, Internal; InvalidOptions where a number
/// given is out of its range.
class Inside {
public:
    virtual ~Inside() = default;

    /// From the pixels to the outputs. simple-nn: pixels, hidden units, outputs; convnet: pixels,
    /// five layers of feature maps, outputs.
    [[nodiscard]] virtual const std::vector<Layer>& layers() const = 0;

    /// Unit `unit` of layer `layer`, 1 to the last.
    [[nodiscard]] virtual Result<Unit> unit(std::size_t layer, std::size_t unit) const = 0;

    /// What each layer gives for a glyph; quick enough to follow a pen.
    [[nodiscard]] virtual Result<Activations> activations(const Glyph& glyph) const = 0;

    /// What one layer gives (Layer::size() values after ReLU, where there is one) for many glyphs,
    /// one after the other; of layer 0 the pixels as ink in 0..1, of the last the logits.
    [[nodiscard]] virtual Result<std::vector<float>>
    values(std::span<const Glyph> glyphs, std::size_t layer) const = 0;

    /// Where an output comes from, exactly. With the units that fire for this glyph held firing and
    /// the others silent, a network of ReLUs is a sum over its pixels:
    ///
    ///     output = constant + Σ pixels,   pixels[i] = ink[i] × ∂output/∂ink[i],
    ///
    /// with ink in 0..1, so that paper has no share. The network itself takes (ink - mean) /
    /// deviation; what comes of the mean is in the constant, with all that comes of the biases.
    /// (Gradient × input: A. Shrikumar and others: Not Just a Black Box, 2016; that it is exact up
    /// to the biases for ReLU: M. Ancona and others: Towards Better Understanding of Gradient-Based
    /// Attribution Methods, 2018.) `constant` is computed from the biases, not as what is left
    /// over; the two sides differ by the rounding of float32.
    [[nodiscard]] virtual Result<Shares>
    shares(const Glyph& glyph, const Question& question) const = 0;

    /// Where an output comes from, on the whole way from the blank sheet to the glyph: integrated
    /// gradients (M. Sundararajan and others: Axiomatic Attribution for Deep Networks, 2017),
    ///
    ///     pixels[i] = ink[i] × mean of ∂output/∂ink[i] at s × ink, s from 0 to 1,
    ///
    /// `constant` being the output for the blank sheet. The mean is taken over so many steps, 64 to
    /// 1,024, that constant + Σ pixels is the output within half a percent of what there is to
    /// share out, output - constant, or within 0.001 where that is hardly anything.
    [[nodiscard]] virtual Result<Shares>
    integratedGradients(const Glyph& glyph, const Question& question) const = 0;

    /// What an output owes to each place: by how much it falls when the square of side × side
    /// pixels around a pixel is made paper (M. Zeiler, R. Fergus: Visualizing and Understanding
    /// Convolutional Networks, 2014). Laid out as the glyph's pixels; below 0 where it rises, 0
    /// where there is no ink to lose. side: odd, 1 to 27.
    [[nodiscard]] virtual Result<std::array<double, Glyph::kPixels>>
    occlusion(const Glyph& glyph, const Question& question, int side = 5) const = 0;
};

} // namespace digitpad
