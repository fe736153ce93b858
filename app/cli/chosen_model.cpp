// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/chosen_model.h"

#include "app/cli/messages.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/native_path.h"

#include <algorithm>

namespace digitpad {

std::string chosenDevice(const Arguments& arguments)
{
    const std::string device = arguments.value("--device", "auto");
    constexpr std::string_view kGpu = "cuda:";
    const std::string_view number = device.starts_with(kGpu)
                                        ? std::string_view(device).substr(kGpu.size())
                                        : std::string_view();
    const bool gpu =
        !number.empty() && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    if (!gpu && device != "auto" && device != "cpu") {
        throw UsageError{
            CommandLine::tr("--device needs auto, cpu or cuda:0, cuda:1, ..., not “%1”.")
                .arg(shown(device))};
    }
    return device;
}

namespace {

Result<std::shared_ptr<const Model>> loadFile(const QString& path, const std::string& device)
{
    // LibTorch takes longer to load than a thousand digits to read.
    if (device == "cpu" || (device == "auto" && !mayHaveGpu())) {
        return loadModelFile(path);
    }
    const auto engine = loadEngine();
    if (!engine) {
        return std::unexpected(engine.error());
    }
    return loadModelFile(**engine, path, QString::fromStdString(device));
}

Result<std::shared_ptr<const Model>>
loadModel(const Arguments& arguments, const std::string& device)
{
    const auto file = arguments.value("--model");
    if (!file) {
        return loadFile(kDefaultModelFile, device);
    }
    auto model = loadFile(ReadablePath(*file).path(), device);
    if (!model) {
        model.error().file = *file;
    }
    return model;
}

} // namespace

LoadingModel loadChosenModel(const Arguments& arguments, const std::string& device)
{
    return std::async(
               std::launch::async, [&arguments, device] { return loadModel(arguments, device); })
        .share();
}

} // namespace digitpad
