// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/torch/recipe.h"

#include "core/torch/devices.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace digitpad {
namespace {

using Json = nlohmann::ordered_json;

/// A file's recipe is read up to 64 KiB.
constexpr std::size_t kMostChanges = 200;

constexpr std::size_t kMostAncestors = 16;
constexpr std::size_t kLongestText = 1000; // bytes
constexpr std::size_t kMostParts = 50;     // of a list

/// Whether it is a number or a short text, or a few of them as many levels deep.
bool isPlain(const nlohmann::json& value, int levels)
{
    if (value.is_string()) {
        return value.get_ref<const std::string&>().size() <= kLongestText;
    }
    return value.is_primitive() || (levels > 0 && value.size() <= kMostParts &&
                                    std::ranges::all_of(value, [&](const auto& part) {
                                        return isPlain(part, levels - 1);
                                    }));
}

/// The entries of a recipe that are numbers and short texts, and what was edited: it is somebody
/// else's file.
nlohmann::json plainEntries(const nlohmann::json& recipe)
{
    constexpr int kLevelsOfEdits = 3; // the edits, a list of them, one of the list
    auto plain = nlohmann::json::object();
    for (const auto& [name, value] : recipe.items()) {
        if (isPlain(value, name == "edits" ? kLevelsOfEdits : 0) && name.size() <= kLongestText) {
            plain[name] = value;
        }
    }
    return plain;
}

/// What the article's recipe does without, where it is on.
void addFurtherOptions(Json& recipe, const RecipeFacts& facts)
{
    const TrainingOptions& options = facts.options;
    const auto add = [&recipe](const char* name, auto value) {
        if (value != decltype(value){}) {
            recipe[name] = value;
        }
    };
    add("schedule", options.schedule);
    add("weightDecay", options.weightDecay);
    add("labelSmoothing", options.labelSmoothing);
    add("averaging", options.averaging);
    if (options.calibration > 0) {
        recipe["calibration"] = options.calibration;
        recipe["calibrationDigits"] = facts.calibrationDigits;
        recipe["temperature"] = facts.temperature;
    }
    for (const Corruption corruption : kCorruptions) {
        const auto [share, strength] = options.augmentation[corruption];
        if (share > 0 && strength > 0) {
            recipe["augmentation"][std::string(nameOf(corruption))] = {share, strength};
        }
    }
}

/// What was changed while it went on: after which batch, and what held from there on.
void addChanges(Json& recipe, std::span<const TrainingChange> changes)
{
    for (const TrainingChange& change : changes.first(std::min(changes.size(), kMostChanges))) {
        recipe["changes"].push_back(
            {{"epoch", change.epoch},
             {"batch", change.batch},
             {"learningRate", change.controls.learningRate},
             {"epochs", change.controls.epochs}});
    }
    if (changes.size() > kMostChanges) {
        recipe["furtherChanges"] = changes.size() - kMostChanges;
    }
}

} // namespace

std::string historyOf(const std::string& recipe)
{
    const auto parsed = nlohmann::json::parse(recipe, nullptr, false);
    auto history = nlohmann::json::array({plainEntries(parsed.is_object() ? parsed : "{}"_json)});
    if (parsed.is_object() && parsed.contains("startedFrom")) {
        for (const auto& ancestor : parsed["startedFrom"]) {
            if (ancestor.is_object() && history.size() < kMostAncestors) {
                history.push_back(plainEntries(ancestor));
            }
        }
    }
    return history.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string recipeOf(const RecipeFacts& facts)
{
    const TrainingOptions& options = facts.options;
    Json recipe{{"network", options.network},     {"epochs", options.epochs},
                {"batchSize", options.batchSize}, {"learningRate", options.learningRate},
                {"seed", options.seed},           {"shuffle", options.shuffle},
                {"mean", options.mean},           {"deviation", options.deviation},
                {"device", options.device},       {"threads", options.threads},
                {"data", facts.dataName},         {"trainingDigits", facts.trainingDigits},
                {"testDigits", facts.testDigits}, {"epochsDone", facts.epochs.size()}};
    if (options.network == kSimpleNn) {
        recipe["hiddenUnits"] = options.hiddenUnits;
    }
    addFurtherOptions(recipe, facts);
    addChanges(recipe, facts.changes);
    if (!facts.startedFrom.empty()) {
        recipe["startedFrom"] = Json::parse(facts.startedFrom, nullptr, false);
    }
    if (!facts.epochs.empty()) {
        const EpochResult& last = facts.epochs.back();
        recipe["trainingLoss"] = last.trainingLoss;
        if (last.testAccuracy) {
            recipe["testLoss"] = *last.testLoss;
            recipe["testAccuracy"] = *last.testAccuracy;
        }
    }
    recipe["digitpad"] = DIGITPAD_VERSION;
    recipe["engine"] = torchVersion();
    // A data name that is no UTF-8 must not cost the model.
    return recipe.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string recipeOfEdits(const NetworkFile& from, const Edits& edits)
{
    Json recipe{
        {"network", from.network},
        {"mean", from.mean},
        {"deviation", from.deviation},
        {"edits", Json::parse(editsToJson(edits))}};
    if (from.network == kSimpleNn) {
        recipe["hiddenUnits"] = from.hiddenUnits;
    }
    recipe["startedFrom"] = Json::parse(historyOf(from.recipe));
    recipe["digitpad"] = DIGITPAD_VERSION;
    recipe["engine"] = torchVersion();
    return recipe.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace digitpad
