// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pictures.h"

#include "app/cli/messages.h"
#include "app/cli/native_path.h"
#include "app/pictures/picture_file.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace digitpad {

namespace {

Result<Glyph> readPicture(const std::string& file, Preparation how)
{
    try {
        auto glyph = glyphFromFile(ReadablePath(file).path(), how);
        if (!glyph) {
            glyph.error().file = file;
        }
        return glyph;
    } catch (const std::bad_alloc&) {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "decoding a picture", .file = file});
    }
}

} // namespace

Preparation chosenPreparation(const Arguments& arguments)
{
    const std::string how = arguments.value("--prepare", "auto");
    if (how != "auto" && how != "reference") {
        throw UsageError{
            CommandLine::tr("--prepare needs auto or reference, not “%1”.").arg(shown(how))};
    }
    return how == "auto" ? Preparation::Auto : Preparation::Reference;
}

std::vector<Result<Glyph>> readPictures(std::span<const std::string> files, Preparation how)
{
    std::vector<Result<Glyph>> glyphs(files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++) {
            glyphs[i] = readPicture(files[i], how);
        }
    };

    // A large picture takes hundreds of megabytes while it is decoded: not one for each of 64
    // cores.
    constexpr std::size_t kMostThreads = 8;
    const std::size_t threads = std::min(
        {std::size_t{std::max(1U, std::thread::hardware_concurrency())}, kMostThreads,
         files.size()});
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < threads; ++i) {
        workers.emplace_back(work);
    }
    work();
    workers.clear(); // joins them
    return glyphs;
}

} // namespace digitpad
