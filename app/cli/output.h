// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace digitpad {

/// Prints a line to standard output, which is for machines. Never throws and never ends the
/// process: whether it arrived, outputError() tells.
void printLine(std::string_view line);

/// Hands on what was printed so far. 0, or the errno of the first write that failed, now or before:
/// ENOSPC when the disk is full, EPIPE when the reader has gone (`| head`).
int outputError();

/// A number with a fixed count of decimals and a point, whatever the locale.
[[nodiscard]] std::string fixed(double number, int decimals);

/// The shortest JSON number that reads back as the same float or double; null for what JSON has no
/// number for.
[[nodiscard]] std::string jsonNumber(float number);
[[nodiscard]] std::string jsonNumber(double number);

/// A JSON string, quotes included. JSON is Unicode: bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonString(std::string_view bytes);

/// A name as a field of a line: tab, newline, carriage return and backslash are written \t, \n, \r
/// and \\, so that a line is always a line and the name can be had back. The bytes of characters
/// that command a terminal or turn its text around are written \xNN; others stay as they are.
[[nodiscard]] std::string field(std::string_view name);

} // namespace digitpad
