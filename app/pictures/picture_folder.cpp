// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_folder.h"

#include "app/native_path.h"
#include "app/pictures/picture_file.h"
#include "core/base/on_all_cores.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PictureFolder)
};

Result<std::vector<std::filesystem::path>> list(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        if (!it->path().filename().native().starts_with('.')) { // hidden, such as .directory
            entries.push_back(it->path());
        }
    }
    if (error) {
        const bool isMissing = error == std::errc::no_such_file_or_directory;
        return std::unexpected(Error{
            .code = isMissing ? ErrorCode::NotFound : ErrorCode::CannotRead,
            .detail = error.message(),
            .file = folder.native()});
    }
    std::ranges::sort(entries);
    return entries;
}

} // namespace

Result<PictureFolder> listPictureFolder(const std::string& folder)
{
    const auto entries = list(folder);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    PictureFolder pictures;
    for (const std::filesystem::path& entry : *entries) {
        const std::string name = entry.filename().native();
        const bool digit = name.size() == 1 && name[0] >= '0' && name[0] <= '9';
        std::error_code unknown; // is no folder that could be looked into
        if (!digit || !std::filesystem::is_directory(entry, unknown)) {
            pictures.ignored.push_back(entry.native());
            continue;
        }
        const auto files = list(entry);
        if (!files) {
            return std::unexpected(files.error());
        }
        for (const std::filesystem::path& file : *files) {
            pictures.files.push_back(file.native());
            pictures.labels.push_back(static_cast<std::uint8_t>(name[0] - '0'));
        }
    }
    if (pictures.files.empty()) {
        return std::unexpected(Error{
            .code = ErrorCode::Unsupported,
            .detail = Words::tr("there are no pictures in subfolders 0 to 9").toStdString(),
            .file = folder});
    }
    return pictures;
}

Result<LabelledPictures> readLabelledPictures(const std::string& name, const std::stop_token& stop)
{
    auto folder = listPictureFolder(name);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    std::vector<Result<Glyph>> glyphs(folder->files.size());
    onAllCores(glyphs.size(), [&](std::size_t i) {
        if (!stop.stop_requested()) {
            glyphs[i] = readNamed<Glyph>(folder->files[i], [](const QString& path) {
                return glyphFromFile(path, Preparation::Auto);
            });
        }
    });
    LabelledPictures pictures{.digits = {}, .unread = {}, .ignored = std::move(folder->ignored)};
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i]) {
            pictures.digits.glyphs.push_back(*glyphs[i]);
            pictures.digits.labels.push_back(folder->labels[i]);
        } else {
            pictures.unread.push_back(glyphs[i].error());
        }
    }
    return pictures;
}

} // namespace digitpad
