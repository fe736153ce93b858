// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_error.h"
#include "app/download/download_plan.h"

#include <expected>
#include <stop_token>

namespace digitpad {

/// Unpacks what has arrived into its place in `folder`, if it is the published content: the file
/// appears whole and right, or not at all. Never unpacks more than that content's length. Blocks.
/// Errors: WrongContent; CannotStore. Asked to stop, it stores nothing and says WrongContent.
[[nodiscard]] std::expected<void, DownloadError> storeUnpacked(
    const QString& packed, const QString& folder, const PublishedFile& file,
    const std::stop_token& stop);

/// Whether the folder has the file, with the published content. Blocks.
[[nodiscard]] bool
isStored(const QString& folder, const PublishedFile& file, const std::stop_token& stop);

/// An error for `path` with what the system says of the last failure.
[[nodiscard]] DownloadError cannotStore(const QString& path, const QString& otherwise);

} // namespace digitpad
