// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/simple_nn_file.h"

#include "core/base/glyph.h"
#include "core/torch/state_dict.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace digitpad {
namespace {

constexpr std::int64_t kPixels = Glyph::kPixels;
constexpr std::int64_t kMaxHidden = 65'536;
constexpr std::size_t kMaxListed = 6;

std::string describe(std::string_view name, std::span<const std::int64_t> shape)
{
    std::string text(name);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        text += (i == 0 ? " " : "×") + std::to_string(shape[i]);
    }
    return text;
}

Error notSimpleNn(const std::vector<TensorEntry>& found)
{
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < kMaxListed; ++i) {
        list += (i == 0 ? "" : ", ") + describe(inQuotes(found[i].name), found[i].shape);
    }
    if (found.size() > kMaxListed) {
        list += " and " + std::to_string(found.size() - kMaxListed) + " more";
    }
    const bool isParallel =
        !found.empty() && std::ranges::all_of(found, [](const TensorEntry& tensor) {
            return tensor.name.starts_with("module.");
        });
    return {
        isParallel ? ErrorCode::DataParallel : ErrorCode::OtherNetwork,
        list.empty() ? "no tensors" : list,
        {}};
}

const TensorEntry* find(const std::vector<TensorEntry>& tensors, std::string_view name)
{
    const auto found = std::ranges::find(tensors, name, &TensorEntry::name);
    return found == tensors.end() ? nullptr : &*found;
}

/// Takes over what the recipe says of the normalisation. A recipe that is no JSON object is
/// dropped.
void readRecipe(std::string_view text, SimpleNnFile& file)
{
    const auto recipe = nlohmann::json::parse(text, nullptr, false);
    if (!recipe.is_object()) {
        return;
    }
    file.recipe = text;
    const auto number = [&recipe](const char* key) {
        const auto found = recipe.find(key);
        return found != recipe.end() && found->is_number() ? found->get<double>() : NAN;
    };
    const double mean = number("mean");
    const double deviation = number("deviation");
    if (std::isfinite(mean) && std::isfinite(deviation) && deviation > 0) {
        file.mean = mean;
        file.deviation = deviation;
    }
}

} // namespace

std::array<SimpleNnTensor, 4> simpleNnTensors(std::int64_t hiddenUnits)
{
    return {
        {{"fc1.weight", {hiddenUnits, kPixels}},
         {"fc1.bias", {hiddenUnits}},
         {"fc2.weight", {10, hiddenUnits}},
         {"fc2.bias", {10}}}};
}

std::int64_t simpleNnParameters(std::int64_t hiddenUnits)
{
    return hiddenUnits * (kPixels + 1 + 10) + 10;
}

Result<SimpleNnFile> readSimpleNn(std::string_view pth)
{
    const auto opened = openStateDict(pth);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const TensorEntry* first = find(opened->tensors, "fc1.weight");
    const std::int64_t hidden = first != nullptr && !first->shape.empty() ? first->shape[0] : 0;
    if (hidden < 1 || hidden > kMaxHidden || opened->tensors.size() != 4) {
        return std::unexpected(notSimpleNn(opened->tensors));
    }
    SimpleNnFile file{.hiddenUnits = hidden};
    file.parameters.reserve(static_cast<std::size_t>(simpleNnParameters(hidden)));
    for (const SimpleNnTensor& wanted : simpleNnTensors(hidden)) {
        const TensorEntry* tensor = find(opened->tensors, wanted.name);
        if (tensor == nullptr || tensor->shape != wanted.shape) {
            return std::unexpected(notSimpleNn(opened->tensors));
        }
        const auto values = opened->read(*tensor);
        if (!values) {
            return std::unexpected(values.error());
        }
        file.parameters.insert(file.parameters.end(), values->begin(), values->end());
    }
    readRecipe(opened->recipe, file);
    return file;
}

std::string writeSimpleNn(const SimpleNnFile& file)
{
    std::vector<NamedTensor> tensors;
    std::span<const float> rest = file.parameters;
    for (const SimpleNnTensor& tensor : simpleNnTensors(file.hiddenUnits)) {
        const auto count = static_cast<std::size_t>(elementCount(tensor.shape));
        tensors.push_back({tensor.name, tensor.shape, rest.first(count)});
        rest = rest.subspan(count);
    }
    return writeStateDict(tensors, file.recipe);
}

} // namespace digitpad
