// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint_header.h"

#include "core/engine/options_json.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace digitpad {

namespace {

using Json = nlohmann::json; // ordered_json copies what it grows by: deep nesting ends its stack

constexpr double kMost = std::numeric_limits<double>::max();
constexpr double kAboveZero = std::numeric_limits<double>::denorm_min();
constexpr int kMostEpochs = 10'000;
constexpr int kMostBatches = std::numeric_limits<int>::max();
constexpr std::int64_t kMostDigits = std::int64_t{1} << 40;
constexpr std::uint64_t kMostNumbers = std::uint64_t{1} << 32;

/// What is wrong with an entry; leaves this file as an Error.
struct Fault {
    std::string text;
};

/// An object of the header, whose entries are asked for with their range.
class Entries {
public:
    Entries(const Json& json, std::string path) : m_json(json), m_path(std::move(path))
    {
        if (!json.is_object()) {
            throw Fault{(m_path.empty() ? "the header" : m_path) + " is no object"};
        }
    }

    [[nodiscard]] const Json& at(const char* key) const
    {
        const auto found = m_json.find(key);
        if (found == m_json.end()) {
            throw Fault{pathOf(key) + " is missing"};
        }
        return *found;
    }
    [[nodiscard]] bool has(const char* key) const { return m_json.contains(key); }
    [[nodiscard]] Entries object(const char* key) const { return {at(key), pathOf(key)}; }
    [[nodiscard]] std::vector<Entries> list(const char* key) const
    {
        const Json& all = at(key);
        if (!all.is_array()) {
            throw Fault{pathOf(key) + " is no list"};
        }
        std::vector<Entries> list;
        for (const Json& each : all) {
            list.emplace_back(each, pathOf(key) + "[" + std::to_string(list.size()) + "]");
        }
        return list;
    }
    [[nodiscard]] std::string text(const char* key) const
    {
        if (!at(key).is_string()) {
            throw Fault{pathOf(key) + " is no text"};
        }
        return at(key).get<std::string>();
    }
    [[nodiscard]] double number(const char* key, double least, double most) const
    {
        const Json& json = at(key);
        const double value = json.is_number() ? json.get<double>() : -kMost;
        if (!json.is_number() || !(value >= least && value <= most)) {
            throw Fault{
                pathOf(key) + ": expected a number from " + Json(least).dump() + " to " +
                Json(most).dump() + ", found " + shortly(json)};
        }
        return value;
    }
    template <class Whole> [[nodiscard]] Whole whole(const char* key, Whole least, Whole most) const
    {
        const Json& json = at(key);
        // What is below 0 or a fraction is no unsigned number to the parser.
        if (!json.is_number_unsigned() ||
            json.get<std::uint64_t>() < static_cast<std::uint64_t>(least) ||
            json.get<std::uint64_t>() > static_cast<std::uint64_t>(most)) {
            throw Fault{
                pathOf(key) + ": expected a whole number from " + std::to_string(least) + " to " +
                std::to_string(most) + ", found " + shortly(json)};
        }
        return static_cast<Whole>(json.get<std::uint64_t>());
    }

private:
    [[nodiscard]] std::string pathOf(const char* key) const
    {
        return m_path.empty() ? key : m_path + "." + key;
    }
    static std::string shortly(const Json& json)
    {
        constexpr std::size_t kLongest = 40;
        return json.is_structured() ? json.type_name() : json.dump().substr(0, kLongest);
    }

    const Json& m_json;
    std::string m_path;
};

// ---- options
// -------------------------------------------------------------------------------------

TrainingOptions optionsOf(const Entries& entries)
{
    auto options = optionsFromJson(entries.at("options"));
    if (!options) {
        throw Fault{options.error().detail};
    }
    if (options->threads < 1) { // a run knows how many it computes with
        throw Fault{"options: threads: expected a whole number from 1 to 1024"};
    }
    return *std::move(options);
}

// ---- what was told
// -------------------------------------------------------------------------------

Json jsonOf(const EpochResult& result)
{
    Json json{{"epochs", result.epochs}, {"trainingLoss", result.trainingLoss}};
    if (result.testLoss && result.testAccuracy) {
        json["testLoss"] = *result.testLoss;
        json["testAccuracy"] = *result.testAccuracy;
    }
    return json;
}

EpochResult epochOf(const Entries& entries, int epoch, int batches)
{
    EpochResult result{
        .epoch = epoch,
        .epochs = entries.whole("epochs", 1, kMostEpochs),
        .batches = batches,
        .trainingLoss = entries.number("trainingLoss", -kMost, kMost),
        .testLoss = {},
        .testAccuracy = {}};
    if (entries.has("testLoss")) {
        result.testLoss = entries.number("testLoss", -kMost, kMost);
        result.testAccuracy = entries.number("testAccuracy", 0, 1);
    }
    return result;
}

Json jsonOf(const TrainingChange& change)
{
    return {
        {"epoch", change.epoch},
        {"batch", change.batch},
        {"learningRate", change.controls.learningRate},
        {"epochs", change.controls.epochs}};
}

TrainingChange changeOf(const Entries& entries)
{
    return {
        .epoch = entries.whole("epoch", 1, kMostEpochs + 1),
        .batch = entries.whole("batch", 0, kMostBatches),
        .controls = {
            .learningRate = entries.number("learningRate", kAboveZero, 10),
            .epochs = entries.whole("epochs", 1, kMostEpochs)}};
}

template <class Value> Json listOf(const std::vector<Value>& values)
{
    Json list = Json::array();
    for (const Value& value : values) {
        list.push_back(jsonOf(value));
    }
    return list;
}

CheckpointCounts fill(Checkpoint& checkpoint, const Entries& entries)
{
    checkpoint.program = entries.text("program");
    checkpoint.note = entries.text("note");
    const Entries data = entries.object("data");
    constexpr std::uint64_t kAny = std::numeric_limits<std::uint64_t>::max();
    checkpoint.dataName = data.text("name");
    if (entries.has("startedFrom")) {
        checkpoint.startedFrom = entries.text("startedFrom");
    }
    checkpoint.trainingDigits = data.whole("trainingDigits", std::int64_t{1}, kMostDigits);
    checkpoint.testDigits = data.whole("testDigits", std::int64_t{0}, kMostDigits);
    checkpoint.trainingFingerprint = data.whole("trainingFingerprint", std::uint64_t{0}, kAny);
    checkpoint.testFingerprint = data.whole("testFingerprint", std::uint64_t{0}, kAny);
    checkpoint.options = optionsOf(entries);
    checkpoint.batches = entries.whole("batches", 1, kMostBatches);
    checkpoint.batch = entries.whole("batch", 0, checkpoint.batches);
    checkpoint.epochLoss = entries.number("epochLoss", -kMost, kMost);
    checkpoint.seconds = entries.number("seconds", 0, kMost);
    checkpoint.state.loss = entries.number("loss", -kMost, kMost);
    for (const Entries& each : entries.list("epochs")) {
        const int epoch = static_cast<int>(checkpoint.epochs.size()) + 1;
        checkpoint.epochs.push_back(epochOf(each, epoch, checkpoint.batches));
    }
    if (checkpoint.epochs.size() > std::size_t{kMostEpochs}) {
        throw Fault{"more than " + std::to_string(kMostEpochs) + " epochs"};
    }
    for (const Entries& each : entries.list("changes")) {
        checkpoint.changes.push_back(changeOf(each));
    }
    return {
        .numbers =
            static_cast<std::size_t>(entries.whole<std::uint64_t>("numbers", 1, kMostNumbers)),
        .losses =
            static_cast<std::size_t>(entries.whole<std::uint64_t>("losses", 0, kMostNumbers))};
}

} // namespace

std::string writeCheckpointHeader(const Checkpoint& checkpoint)
{
    Json json{
        {"program", checkpoint.program},
        {"note", checkpoint.note},
        {"data",
         {{"name", checkpoint.dataName},
          {"trainingDigits", checkpoint.trainingDigits},
          {"testDigits", checkpoint.testDigits},
          {"trainingFingerprint", checkpoint.trainingFingerprint},
          {"testFingerprint", checkpoint.testFingerprint}}},
        {"options", Json::parse(optionsToJson(checkpoint.options))},
        {"batches", checkpoint.batches},
        {"batch", checkpoint.batch},
        {"epochLoss", checkpoint.epochLoss},
        {"seconds", checkpoint.seconds},
        {"loss", checkpoint.state.loss},
        {"epochs", listOf(checkpoint.epochs)},
        {"changes", listOf(checkpoint.changes)},
        {"numbers", checkpoint.state.weights.size()},
        {"losses", checkpoint.losses.size()}};
    if (!checkpoint.startedFrom.empty()) {
        json["startedFrom"] = checkpoint.startedFrom;
    }
    // A data name that is no UTF-8 must not cost the run.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<CheckpointCounts> readCheckpointHeader(std::string_view text, Checkpoint& checkpoint)
{
    try {
        return fill(checkpoint, Entries(Json::parse(text, nullptr, false), {}));
    } catch (const Fault& fault) {
        return std::unexpected(Error{ErrorCode::Damaged, "header: " + fault.text, {}});
    }
}

} // namespace digitpad
