// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/engine_module.h"

#include <array>
#include <cstdlib>

namespace digitpad {

namespace {

void printJson(const Engine& engine)
{
    std::string line = R"({"engine":)" + jsonString(engine.version()) + R"(,"devices":[)";
    const char* separator = "";
    for (const Device& device : engine.devices()) {
        line += separator + (R"({"id":)" + jsonString(device.id)) + R"(,"name":)" +
                jsonString(device.name) + '}';
        separator = ",";
    }
    printLine(line + "]}");
}

int devices(const Arguments& arguments)
{
    const auto engine = loadEngine();
    if (!engine) {
        return fail(engine.error());
    }
    if (arguments.has("--json")) {
        printJson(**engine);
        return EXIT_SUCCESS;
    }
    for (const Device& device : (*engine)->devices()) {
        printLine(field(device.id) + '\t' + field(device.name));
    }
    say(QString::fromStdString((*engine)->version()));
    return EXIT_SUCCESS;
}

constexpr std::array kOptions = {Option{
    "--json", nullptr,
    QT_TRANSLATE_NOOP("CommandLine", "Prints one JSON object: engine, devices (id and name).")}};

} // namespace

constinit const Command kDevices = {
    .name = "devices",
    .synopsis = "[--json]",
    .summary =
        QT_TRANSLATE_NOOP("CommandLine", "Lists what can compute here: the CPU and each GPU."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine", "Prints ID<TAB>NAME a line; the ID is what --device takes. The "
                       "version of the library that\n"
                       "computes goes to standard error."),
    .options = kOptions,
    .takesFiles = false,
    .run = devices};

} // namespace digitpad
