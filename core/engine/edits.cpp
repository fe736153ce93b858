// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/edits.h"

#include <nlohmann/json.hpp>

namespace digitpad {

std::string editsToJson(const Edits& edits)
{
    auto json = nlohmann::ordered_json::object();
    if (edits.pruning > 0) {
        json["pruning"] = edits.pruning;
    }
    if (edits.noise > 0) {
        json["noise"] = edits.noise;
        json["seed"] = edits.seed;
    }
    for (const Edits::Scaling& scaling : edits.scalings) {
        json["scalings"].push_back({scaling.layer, scaling.unit, scaling.factor});
    }
    if (edits.temperature != 1) {
        json["temperature"] = edits.temperature;
    }
    return json.dump();
}

} // namespace digitpad
