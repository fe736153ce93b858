// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/source_size.h"

#include "app/pictures/picture_folder.h"
#include "core/data/ink_file.h"
#include "core/data/mnist.h"

#include <QFile>

namespace digitpad {

namespace {

/// What `measure` makes of what was found.
template <class Found, class Measure>
Result<SourceSize> measured(const Result<Found>& found, const Measure& measure)
{
    if (!found) {
        return std::unexpected(found.error());
    }
    return measure(*found);
}

} // namespace

Result<SourceSize> sourceSize(SourceKind kind, const QString& path)
{
    const std::string name = QFile::encodeName(path).toStdString();
    switch (kind) {
    case SourceKind::Mnist:
        return measured(mnistSize(name), [](const MnistSize& size) {
            return SourceSize{.training = size.training, .test = size.test};
        });
    case SourceKind::Strokes:
        return measured(readLabelledInk(name), [](const std::vector<InkSample>& samples) {
            return SourceSize{.training = samples.size(), .test = 0};
        });
    case SourceKind::Pictures:
        break;
    }
    return measured(listPictureFolder(name), [](const PictureFolder& folder) {
        return SourceSize{.training = folder.files.size(), .test = 0};
    });
}

} // namespace digitpad
