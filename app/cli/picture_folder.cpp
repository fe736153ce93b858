// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture_folder.h"

#include "app/cli/messages.h"
#include "app/cli/read_pictures.h"
#include "app/pictures/picture_folder.h"

namespace digitpad {

void sayIgnored(const std::vector<std::string>& ignored)
{
    for (const std::string& entry : ignored) {
        say(CommandLine::tr("%1 is left out: it is no folder named 0 to 9.").arg(shown(entry)));
    }
}

Result<Dataset>
readPictureFolder(const LoadingModel& model, const std::string& name, Preparation how, int& status)
{
    const auto folder = listPictureFolder(name);
    if (!folder) {
        return std::unexpected(folder.error());
    }
    sayIgnored(folder->ignored);
    const auto glyphs = readPictures(model, folder->files, how);
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
