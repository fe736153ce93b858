// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digitpad {

/// One option of a command.
struct Option {
    const char* name;  ///< with its dashes: "--model"
    const char* value; ///< what the help calls its value: "FILE"; null for a switch
    const char* help;  ///< to be translated
};

/// The command was called wrongly; thrown while its arguments are looked at, caught in
/// runCommandLine(), which ends with 2.
struct UsageError {
    QString text;
};

/// A command's arguments, taken apart. They stay bytes, as the system gave them: a file's name need
/// not be UTF-8. `--name value` and `--name=value` are the same; after `--` all are files.
class Arguments {
public:
    /// Throws UsageError for an option that is not one of `options` or is given twice, for a value
    /// that is missing, empty or not asked for, for files where none are taken, and for "-".
    Arguments(
        std::span<const char* const> arguments, std::span<const Option> options, bool takesFiles);

    /// Whether --help or -h is among the options: then nothing else matters.
    [[nodiscard]] static bool askForHelp(std::span<const char* const> arguments);

    [[nodiscard]] bool has(std::string_view option) const { return m_values.contains(option); }
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
    [[nodiscard]] std::string value(std::string_view option, const std::string& otherwise) const;

    /// A whole number in decimal, least to most; throws UsageError for anything else.
    [[nodiscard]] std::uint64_t wholeNumber(
        std::string_view option, std::uint64_t otherwise, std::uint64_t least,
        std::uint64_t most) const;
    /// A number above 0, at most `most`; throws UsageError for anything else.
    [[nodiscard]] double
    positiveNumber(std::string_view option, double otherwise, double most) const;
    /// A number, least to most; throws UsageError for anything else.
    [[nodiscard]] double
    number(std::string_view option, double otherwise, double least, double most) const;
    /// "on" or "off"; throws UsageError for anything else.
    [[nodiscard]] bool isOn(std::string_view option, bool otherwise) const;

    [[nodiscard]] const std::vector<std::string>& files() const { return m_files; }

private:
    void addFile(std::string_view name, bool takesFiles);
    /// Takes the value, where it stands apart, from the rest.
    void addOption(
        std::string_view argument, std::span<const char* const>& rest,
        std::span<const Option> options);

    std::map<std::string, std::string, std::less<>> m_values; // empty value: a switch
    std::vector<std::string> m_files;
};

/// Bytes as text for people.
[[nodiscard]] QString shown(std::string_view bytes);

} // namespace digitpad
