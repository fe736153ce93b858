// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/network_file.h"

#include "core/base/glyph.h"
#include "core/reading/state_dict.h"

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

const TensorEntry* find(const std::vector<TensorEntry>& tensors, std::string_view name)
{
    const auto found = std::ranges::find(tensors, name, &TensorEntry::name);
    return found == tensors.end() ? nullptr : &*found;
}

bool fits(const TensorEntry& tensor, const std::vector<NetworkTensor>& wanted)
{
    return std::ranges::any_of(wanted, [&](const NetworkTensor& each) {
        return each.name == tensor.name && each.shape == tensor.shape;
    });
}

/// Lists the tensors, first those that do not fit the network that it was taken for, and the first
/// one missing.
Error noNetworkOfOurs(std::vector<TensorEntry> found, const std::vector<NetworkTensor>& wanted = {})
{
    const auto lacking = std::ranges::find_if(
        wanted, [&](const NetworkTensor& each) { return find(found, each.name) == nullptr; });
    std::ranges::stable_partition(
        found, [&](const TensorEntry& tensor) { return !fits(tensor, wanted); });
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < kMaxListed; ++i) {
        list += (i == 0 ? "" : ", ") + describe(inQuotes(found[i].name), found[i].shape);
    }
    if (found.size() > kMaxListed) {
        list += " and " + std::to_string(found.size() - kMaxListed) + " more";
    }
    if (lacking != wanted.end()) {
        list += "; not there: " + describe(inQuotes(lacking->name), lacking->shape);
    }
    const bool isParallel =
        !found.empty() && std::ranges::all_of(found, [](const TensorEntry& tensor) {
            return tensor.name.starts_with("module.");
        });
    return {
        isParallel ? ErrorCode::DataParallel : ErrorCode::OtherNetwork,
        found.empty() ? "no tensors" : list,
        {}};
}

/// Python's batch norm saves how many batches it has seen as well, which reading does not need and
/// load_state_dict does not miss.
bool countsBatches(std::string_view name)
{
    return name.starts_with("norms.") && name.ends_with(".num_batches_tracked");
}

/// Takes over what the recipe says of the normalisation. A recipe that is no JSON object is
/// dropped.
void readRecipe(std::string_view text, NetworkFile& file)
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

std::vector<NetworkTensor> networkTensors(std::string_view network, std::int64_t hiddenUnits)
{
    if (network == kSimpleNn) {
        return {
            {"fc1.weight", {hiddenUnits, kPixels}},
            {"fc1.bias", {hiddenUnits}},
            {"fc2.weight", {10, hiddenUnits}},
            {"fc2.bias", {10}}};
    }
    std::vector<NetworkTensor> tensors;
    for (std::size_t i = 0; i < kConvLayers.size(); ++i) {
        const ConvLayer& layer = kConvLayers[i];
        const std::string norm = "norms." + std::to_string(i);
        tensors.push_back(
            {"convs." + std::to_string(i) + ".weight",
             {layer.outputs, layer.inputs, layer.kernel, layer.kernel}});
        tensors.push_back({norm + ".weight", {layer.outputs}});
        tensors.push_back({norm + ".bias", {layer.outputs}});
        tensors.push_back({norm + ".running_mean", {layer.outputs}, false});
        tensors.push_back({norm + ".running_var", {layer.outputs}, false});
    }
    tensors.push_back({"fc.weight", {kConvOutputs, kConvFeatures}});
    tensors.push_back({"fc.bias", {kConvOutputs}});
    return tensors;
}

std::int64_t networkNumbers(std::string_view network, std::int64_t hiddenUnits)
{
    std::int64_t count = 0;
    for (const NetworkTensor& tensor : networkTensors(network, hiddenUnits)) {
        count += elementCount(tensor.shape);
    }
    return count;
}

Result<NetworkFile> readNetwork(std::string_view pth)
{
    const auto opened = openStateDict(pth);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    NetworkFile file;
    if (find(opened->tensors, "convs.0.weight") != nullptr) {
        file.network = kConvNet;
    } else {
        const TensorEntry* first = find(opened->tensors, "fc1.weight");
        file.hiddenUnits = first != nullptr && !first->shape.empty() ? first->shape[0] : 0;
        if (file.hiddenUnits < 1 || file.hiddenUnits > kMaxHidden) {
            return std::unexpected(noNetworkOfOurs(opened->tensors));
        }
    }
    const auto wanted = networkTensors(file.network, file.hiddenUnits);
    const auto known = std::ranges::count_if(
        opened->tensors, [](const TensorEntry& tensor) { return !countsBatches(tensor.name); });
    if (static_cast<std::size_t>(known) != wanted.size()) {
        return std::unexpected(noNetworkOfOurs(opened->tensors, wanted));
    }
    for (const NetworkTensor& each : wanted) {
        const TensorEntry* tensor = find(opened->tensors, each.name);
        if (tensor == nullptr || tensor->shape != each.shape) {
            return std::unexpected(noNetworkOfOurs(opened->tensors, wanted));
        }
        const auto values = opened->read(*tensor);
        if (!values) {
            return std::unexpected(values.error());
        }
        if (each.name.ends_with(".running_var") && std::ranges::min(*values) < 0) {
            return std::unexpected(Error{
                .code = ErrorCode::Damaged,
                .detail = "\"" + each.name + "\" holds variances below 0",
                .file = {}});
        }
        file.numbers.insert(file.numbers.end(), values->begin(), values->end());
    }
    readRecipe(opened->recipe, file);
    return file;
}

std::string writeNetwork(const NetworkFile& file)
{
    std::vector<NamedTensor> tensors;
    std::span<const float> rest = file.numbers;
    for (const NetworkTensor& tensor : networkTensors(file.network, file.hiddenUnits)) {
        const auto count = static_cast<std::size_t>(elementCount(tensor.shape));
        tensors.push_back({tensor.name, tensor.shape, rest.first(count)});
        rest = rest.subspan(count);
    }
    return writeStateDict(tensors, file.recipe);
}

} // namespace digitpad
