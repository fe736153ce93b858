// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/mnist.h"

#include "core/data/idx.h"

#include <optional>
#include <string>
#include <system_error>
#include <type_traits>

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
    if (std::filesystem::exists(folder, ignored) &&
        !std::filesystem::is_directory(folder, ignored)) {
        return {
            .code = ErrorCode::CannotRead,
            .detail = std::make_error_code(std::errc::not_a_directory).message(),
            .file = folder.string()};
    }
    if (!std::filesystem::is_directory(folder, ignored)) {
        return {.code = ErrorCode::NotFound, .detail = "no such folder", .file = folder.string()};
    }
    const std::filesystem::path file = folder / name;
    if (std::filesystem::is_directory(file, ignored)) {
        return {.code = ErrorCode::NotAFile, .detail = "not a regular file", .file = file.string()};
    }
    return {
        .code = ErrorCode::NotFound,
        .detail = "no such file, neither with .gz nor in MNIST/raw",
        .file = file.string()};
}

auto reading(const std::stop_token& stop)
{
    return [&stop](const std::filesystem::path& images, const std::filesystem::path& labels) {
        return readIdx(images, labels, stop);
    };
}

/// Finds one half's two files and reads them with `read`.
template <class Read>
auto readHalf(
    const std::filesystem::path& folder, const std::string& imagesName,
    const std::string& labelsName, Read read)
    -> std::invoke_result_t<Read, const std::filesystem::path&, const std::filesystem::path&>
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

Result<Dataset> readMnistTraining(const std::filesystem::path& folder, const std::stop_token& stop)
{
    return readHalf(folder, kTrainingImages, kTrainingLabels, reading(stop));
}

Result<Dataset> readMnistTest(const std::filesystem::path& folder, const std::stop_token& stop)
{
    return readHalf(folder, kTestImages, kTestLabels, reading(stop));
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
