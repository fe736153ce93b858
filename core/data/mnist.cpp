// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/mnist.h"

#include "core/data/idx.h"

#include <optional>
#include <string>
#include <system_error>

namespace digitpad {

namespace {

constexpr const char* kTestImages = "t10k-images-idx3-ubyte";
constexpr const char* kTestLabels = "t10k-labels-idx1-ubyte";
constexpr const char* kTrainingImages = "train-images-idx3-ubyte";
constexpr const char* kTrainingLabels = "train-labels-idx1-ubyte";

/// Where the file lies: as published or unpacked, in the folder itself or where torchvision puts
/// it.
std::optional<std::filesystem::path>
find(const std::filesystem::path& folder, const std::string& name)
{
    for (const auto& place : {folder, folder / "MNIST" / "raw"}) {
        for (const auto& file : {place / name, place / (name + ".gz")}) {
            std::error_code ignored;
            const auto status = std::filesystem::status(file, ignored);
            // Some archives unpack each file into a folder of the same name.
            if (std::filesystem::exists(status) && !std::filesystem::is_directory(status)) {
                return file;
            }
        }
    }
    return std::nullopt;
}

Error missing(const std::filesystem::path& folder, const std::string& name)
{
    std::error_code ignored;
    return {
        .code = ErrorCode::CannotRead,
        .detail = std::filesystem::is_directory(folder, ignored)
                      ? "no such file, neither with .gz nor in MNIST/raw"
                      : "no such folder",
        .file = (folder / name).string()};
}

Result<Dataset> readHalf(
    const std::filesystem::path& folder, const std::string& imagesName,
    const std::string& labelsName)
{
    const auto images = find(folder, imagesName);
    if (!images) {
        return std::unexpected(missing(folder, imagesName));
    }
    const auto labels = find(folder, labelsName);
    if (!labels) {
        return std::unexpected(missing(folder, labelsName));
    }
    return readIdx(*images, *labels);
}

} // namespace

Result<Dataset> readMnistTraining(const std::filesystem::path& folder)
{
    return readHalf(folder, kTrainingImages, kTrainingLabels);
}

Result<Dataset> readMnistTest(const std::filesystem::path& folder)
{
    return readHalf(folder, kTestImages, kTestLabels);
}

bool hasMnistTest(const std::filesystem::path& folder)
{
    return find(folder, kTestImages) || find(folder, kTestLabels);
}

} // namespace digitpad
