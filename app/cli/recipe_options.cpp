// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recipe_options.h"

#include "app/cli/messages.h"

#include <algorithm>
#include <charconv>

namespace digitpad {

namespace {

UsageError wrongAugmentation(std::string_view part)
{
    return {
        CommandLine::tr(
            "--augmentation is on, off, or names like rotation,shift=0.5 with a strength from 0 "
            "to 2, not “%1”.")
            .arg(shown(part))};
}

/// Adds "rotation" or "shift=0.5": as often as convnet has it, and as strongly unless it says.
void addPart(Augmentation& augmentation, std::string_view text)
{
    const std::string_view name = text.substr(0, text.find('='));
    const auto* const corruption = std::ranges::find(kCorruptions, name, nameOf);
    if (corruption == kCorruptions.end()) {
        throw wrongAugmentation(text);
    }
    Augmentation::Part part = strongAugmentation()[*corruption];
    if (name.size() < text.size()) {
        const char* const end = text.data() + text.size();
        const auto [stop, error] =
            std::from_chars(text.data() + name.size() + 1, end, part.strength);
        const bool isIn = part.strength >= 0 && part.strength <= 2; // no not-a-number
        if (error != std::errc{} || stop != end || !isIn) {
            throw wrongAugmentation(text);
        }
    }
    augmentation[*corruption] = part;
}

Augmentation augmentationFrom(std::string_view text)
{
    if (text == "off") {
        return {};
    }
    if (text == "on") {
        return strongAugmentation();
    }
    Augmentation augmentation;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        addPart(augmentation, text.substr(begin, end - begin));
        begin = end + 1;
    }
    return augmentation;
}

} // namespace

void changeRecipe(TrainingOptions& options, const Arguments& arguments)
{
    if (const auto how = arguments.value("--augmentation")) {
        options.augmentation = augmentationFrom(*how);
    }
    options.schedule = arguments.isOn("--schedule", options.schedule);
    options.weightDecay = arguments.number("--weight-decay", options.weightDecay, 0, 10);
    options.labelSmoothing = arguments.number("--label-smoothing", options.labelSmoothing, 0, 0.9);
    options.averaging = arguments.number("--averaging", options.averaging, 0, 0.999999);
}

} // namespace digitpad
