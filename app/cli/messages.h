// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QCoreApplication>
#include <QString>

#include <string>

namespace digitpad {

/// The translation context of what the command line says to people: CommandLine::tr("...").
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// "digitpad: TEXT" and a line's end, as bytes for the terminal. Control characters, which a file's
/// name may hold, are shown as \xNN: they cannot break the line or command the terminal. So are
/// those for the direction of text.
[[nodiscard]] std::string messageLine(const QString& text);

/// Prints a messageLine() to standard error.
void say(const QString& text);

/// Says what an error means. Returns the exit status that goes with it: 2 for an option out of its
/// range, else 1.
int fail(const Error& error);

/// A bar of text that stays on the last line of the terminal while other lines scroll by. Shows
/// nothing where standard error is no terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    [[nodiscard]] bool isVisible() const { return m_terminal; }
    /// Replaces the line; what is wider than the terminal is cut.
    void show(const QString& text);
    /// Takes the line away, so that others can be printed in its place.
    void clear();

private:
    bool m_terminal = false;
    bool m_shown = false;
};

} // namespace digitpad
