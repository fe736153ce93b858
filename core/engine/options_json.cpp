// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/options_json.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <limits>

namespace digitpad {

namespace {

using Json = nlohmann::json;

constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kAboveZero = std::numeric_limits<double>::denorm_min();
constexpr std::uint64_t kLargestSafe = std::uint64_t{1} << 53;

/// What is wrong with an option; leaves this file as an Error.
struct Fault {
    std::string text;
};

[[noreturn]] void refuse(const char* name, const std::string& expected)
{
    throw Fault{std::string(name) + ": expected " + expected};
}

void readNumber(const Json& json, const char* name, double& value, double least, double most)
{
    if (const auto found = json.find(name); found != json.end()) {
        const double number = found->is_number() ? found->get<double>() : kMost;
        if (!found->is_number() || !(number >= least && number <= most)) {
            refuse(name, "a number from " + Json(least).dump() + " to " + Json(most).dump());
        }
        value = number;
    }
}

void readWhole(const Json& json, const char* name, int& value, int least, int most)
{
    if (const auto found = json.find(name); found != json.end()) {
        const bool isIn = found->is_number_unsigned() &&
                          found->get<std::uint64_t>() >= static_cast<std::uint64_t>(least) &&
                          found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most);
        if (!isIn) {
            refuse(
                name,
                "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        }
        value = found->get<int>();
    }
}

void readFlag(const Json& json, const char* name, bool& value)
{
    if (const auto found = json.find(name); found != json.end()) {
        if (!found->is_boolean()) {
            refuse(name, "true or false");
        }
        value = found->get<bool>();
    }
}

void readText(const Json& json, const char* name, std::string& value)
{
    constexpr std::size_t kLongest = 100;
    if (const auto found = json.find(name); found != json.end()) {
        if (!found->is_string() || found->get_ref<const std::string&>().size() > kLongest) {
            refuse(name, "a text of at most " + std::to_string(kLongest) + " bytes");
        }
        value = found->get<std::string>();
    }
}

void readSeed(const Json& json, std::uint64_t& seed)
{
    const auto found = json.find("seed");
    if (found == json.end()) {
        return;
    }
    if (found->is_number_unsigned()) {
        seed = found->get<std::uint64_t>();
        return;
    }
    const std::string text = found->is_string() ? found->get<std::string>() : std::string();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        refuse("seed", "a whole number below 2^64");
    }
}

void readAugmentation(const Json& json, Augmentation& augmentation)
{
    const auto found = json.find("augmentation");
    if (found == json.end()) {
        return;
    }
    if (!found->is_object()) {
        refuse("augmentation", "an object");
    }
    for (const Corruption corruption : kCorruptions) {
        const std::string name(nameOf(corruption));
        if (const auto part = found->find(name); part != found->end()) {
            if (!part->is_object()) {
                refuse(name.c_str(), "an object");
            }
            readNumber(*part, "share", augmentation[corruption].share, 0, 1);
            readNumber(*part, "strength", augmentation[corruption].strength, 0, 2);
        }
    }
}

TrainingOptions optionsOf(const Json& json)
{
    if (!json.is_object()) {
        throw Fault{"expected a JSON object"};
    }
    TrainingOptions options;
    readText(json, "network", options.network);
    readWhole(json, "epochs", options.epochs, 1, 10'000);
    readWhole(json, "batchSize", options.batchSize, 1, 65'536);
    readNumber(json, "learningRate", options.learningRate, kAboveZero, 10);
    readSeed(json, options.seed);
    readFlag(json, "shuffle", options.shuffle);
    readWhole(json, "hiddenUnits", options.hiddenUnits, 1, 65'536);
    readNumber(json, "mean", options.mean, -kMost, kMost);
    readNumber(json, "deviation", options.deviation, kAboveZero, kMost);
    readText(json, "device", options.device);
    readWhole(json, "threads", options.threads, 0, 1024);
    readAugmentation(json, options.augmentation);
    readFlag(json, "schedule", options.schedule);
    readNumber(json, "weightDecay", options.weightDecay, 0, 10);
    readNumber(json, "labelSmoothing", options.labelSmoothing, 0, 0.9);
    readNumber(json, "averaging", options.averaging, 0, 0.999999);
    readNumber(json, "calibration", options.calibration, 0, 0.5);
    return options;
}

Json jsonOf(const Augmentation& augmentation)
{
    Json json = Json::object();
    for (const Corruption corruption : kCorruptions) {
        if (const auto [share, strength] = augmentation[corruption]; share > 0 || strength > 0) {
            json[std::string(nameOf(corruption))] = {{"share", share}, {"strength", strength}};
        }
    }
    return json;
}

} // namespace

std::string optionsToJson(const TrainingOptions& options)
{
    const Json seed =
        options.seed <= kLargestSafe ? Json(options.seed) : Json(std::to_string(options.seed));
    const nlohmann::ordered_json json{
        {"network", options.network},
        {"epochs", options.epochs},
        {"batchSize", options.batchSize},
        {"learningRate", options.learningRate},
        {"seed", seed},
        {"shuffle", options.shuffle},
        {"hiddenUnits", options.hiddenUnits},
        {"mean", options.mean},
        {"deviation", options.deviation},
        {"device", options.device},
        {"threads", options.threads},
        {"augmentation", jsonOf(options.augmentation)},
        {"schedule", options.schedule},
        {"weightDecay", options.weightDecay},
        {"labelSmoothing", options.labelSmoothing},
        {"averaging", options.averaging},
        {"calibration", options.calibration}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<TrainingOptions> optionsFromJson(std::string_view json)
{
    constexpr std::size_t kMostBytes = std::size_t{64} * 1024;
    if (json.size() > kMostBytes) {
        return std::unexpected(Error{ErrorCode::TooLarge, "options of more than 64 KiB", {}});
    }
    return optionsFromJson(Json::parse(json, nullptr, false));
}

Result<TrainingOptions> optionsFromJson(const Json& json)
{
    try {
        return optionsOf(json);
    } catch (const Fault& fault) {
        return std::unexpected(Error{ErrorCode::Damaged, "options: " + fault.text, {}});
    }
}

} // namespace digitpad
