// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture_folder.h"

#include "app/cli/messages.h"
#include "app/cli/read_pictures.h"

#include <algorithm>
#include <filesystem>

namespace digitpad {

namespace {

/// Labelled pictures: the files of a folder's subfolders 0 to 9, sorted by name.
struct PictureFolder {
    std::vector<std::string> files;
    std::vector<std::uint8_t> labels;
    std::vector<std::string> ignored; ///< what else lies in the folder
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

Result<PictureFolder> listPictures(const std::string& folder)
{
    const auto entries = list(folder);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    PictureFolder pictures;
    for (const std::filesystem::path& entry : *entries) {
        const std::string name = entry.filename().native();
        const bool digit = name.size() == 1 && name[0] >= '0' && name[0] <= '9';
        if (!digit || !std::filesystem::is_directory(entry)) {
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
            .detail = CommandLine::tr("there are no pictures in subfolders 0 to 9").toStdString(),
            .file = folder});
    }
    return pictures;
}

} // namespace

Result<Dataset>
readPictureFolder(const std::string& name, Preparation how, int& status, const LoadingModel* model)
{
    const auto folder = listPictures(name);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    for (const std::string& entry : folder->ignored) {
        say(CommandLine::tr("%1 is left out: it is no folder named 0 to 9.").arg(shown(entry)));
    }
    const auto glyphs = readPictures(folder->files, how, model);
    Dataset data;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i]) {
            data.glyphs.push_back(*glyphs[i]);
            data.labels.push_back(folder->labels[i]);
        } else {
            status = fail(glyphs[i].error());
        }
    }
    return data;
}

} // namespace digitpad
