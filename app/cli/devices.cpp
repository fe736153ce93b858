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
    const CpuFacts cpu = engine.cpuFacts();
    line += R"(],"cpu":{"features":[)";
    separator = "";
    for (const std::string& feature : cpu.features) {
        line += separator + jsonString(feature);
        separator = ",";
    }
    line += R"(],"blas":)" + jsonString(cpu.blas) + R"(,"kernel":)" + jsonString(cpu.kernel) +
            R"(,"threads":)" + std::to_string(cpu.threads) + '}';
    printLine(line + '}');
}

void sayWhatComputes(const Engine& engine)
{
    say(QString::fromStdString(engine.version()));
    const CpuFacts cpu = engine.cpuFacts();
    const QString unknown = CommandLine::tr("unknown");
    const auto orUnknown = [&](const std::string& text) {
        return text.empty() ? unknown : QString::fromStdString(text);
    };
    QStringList features;
    for (const std::string& feature : cpu.features) {
        features += QString::fromStdString(feature);
    }
    say(CommandLine::tr("CPU features: %1")
            .arg(features.isEmpty() ? unknown : features.join(QStringLiteral(", "))));
    say(CommandLine::tr("BLAS: %1, kernel %2, %Ln thread(s)", nullptr, cpu.threads)
            .arg(orUnknown(cpu.blas), orUnknown(cpu.kernel)));
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
    sayWhatComputes(**engine);
    return EXIT_SUCCESS;
}

constexpr std::array kOptions = {Option{
    "--json", nullptr,
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Prints one JSON object: engine, devices (id and name), and cpu (features, blas,\n"
        "kernel, threads).")}};

} // namespace

constinit const Command kDevices = {
    .name = "devices",
    .synopsis = "[--json]",
    .summary =
        QT_TRANSLATE_NOOP("CommandLine", "Lists what can compute here: the CPU and each GPU."),
    .details = QT_TRANSLATE_NOOP(
        "CommandLine",
        "Prints ID<TAB>NAME a line; the ID is what --device takes. Which LibTorch "
        "and CUDA compute, the\n"
        "CPU's vector instructions, and the BLAS library with its kernel and threads "
        "go to standard error."),
    .options = kOptions,
    .takesFiles = false,
    .run = devices};

} // namespace digitpad
