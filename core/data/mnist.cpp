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

/// Finds one half's two files and reads them with `read`.
template <class T>
Result<T> readHalf(
    const std::filesystem::path& folder, const std::string& imagesName,
    const std::string& labelsName,
    Result<T> (*read)(const std::filesystem::path&, const std::filesystem::path&))
{
    const auto images = find(folder, imagesName);
    if (!images) {
        return std::unexpected(missing(folder, imagesName));
    }
    const auto labels = find(folder, labelsName);
    if (!labels) {
        return std::unexpected(missing(folder, labelsName));
    }
    return read(*images, *labels);
}

} // namespace

Result<Dataset> readMnistTraining(const std::filesystem::path& folder)
{
    return readHalf(folder, kTrainingImages, kTrainingLabels, readIdx);
}

Result<Dataset> readMnistTest(const std::filesystem::path& folder)
{
    return readHalf(folder, kTestImages, kTestLabels, readIdx);
}

bool hasMnistTest(const std::filesystem::path& folder)
{
    return find(folder, kTestImages) || find(folder, kTestLabels);
}

Result<MnistSize> mnistSize(const std::filesystem::path& folder)
{
    const auto training = readHalf(folder, kTrainingImages, kTrainingLabels, countIdx);
    if (!training) {
        return std::unexpected(training.error());
    }
    if (!hasMnistTest(folder)) {
        return MnistSize{.training = *training, .test = 0};
    }
    const auto test = readHalf(folder, kTestImages, kTestLabels, countIdx);
    if (!test) {
        return std::unexpected(test.error());
    }
    return MnistSize{.training = *training, .test = *test};
}

} // namespace digitpad
