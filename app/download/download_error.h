// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace digitpad {

/// Why a file could not be fetched or stored.
struct DownloadError {
    enum class Kind {
        Unreachable,  ///< no such host, no way to it, a connection refused
        Silent,       ///< nothing came for too long
        Insecure,     ///< it cannot prove that it is the one that was asked for
        Refused,      ///< an answer of HTTP that is no file
        WebPage,      ///< of a network that wants a login, most likely
        BrokenOff,    ///< in the middle; what has arrived is kept
        WrongContent, ///< another content than the published one, or too much of it
        CannotStore,  ///< a full disk, a folder that cannot be written
        Busy,         ///< somebody else is fetching into this folder
    };

    Kind kind = Kind::Unreachable;
    QString where;  ///< the host; for CannotStore and Busy the folder or file
    QString detail; ///< of the system or the server, may be empty

    /// Whether it is about this machine, where no other mirror helps.
    [[nodiscard]] bool isHere() const { return kind == Kind::CannotStore || kind == Kind::Busy; }
};

/// What happened and what to do, for people.
[[nodiscard]] QString describe(const DownloadError& error);

} // namespace digitpad
