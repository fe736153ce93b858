// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/messages.h"

#include <QLocale>

#include <algorithm>
#include <charconv>

namespace digitpad {

namespace {

/// All of the text as a number, or nothing.
template <class Number> std::optional<Number> parse(const std::string& text)
{
    Number number{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

const Option& findOption(std::span<const Option> options, std::string_view name)
{
    const auto found = std::ranges::find(options, name, &Option::name);
    if (found == options.end()) {
        throw UsageError{CommandLine::tr("There is no option %1.").arg(shown(name))};
    }
    return *found;
}

void refuseStandardInput(std::string_view name)
{
    if (name == "-") {
        throw UsageError{
            CommandLine::tr("“-” names no file: standard input and output cannot be used here. "
                            "A file of that name is written ./-")};
    }
}

} // namespace

Arguments::Arguments(
    std::span<const char* const> arguments, std::span<const Option> options, bool takesFiles)
{
    bool onlyFiles = false;
    while (!arguments.empty()) {
        const std::string_view argument = arguments.front();
        arguments = arguments.subspan(1);
        if (onlyFiles || argument == "-" || !argument.starts_with('-')) {
            addFile(argument, takesFiles);
        } else if (argument == "--") {
            onlyFiles = true;
        } else {
            addOption(argument, arguments, options);
        }
    }
}

void Arguments::addFile(std::string_view name, bool takesFiles)
{
    refuseStandardInput(name);
    if (!takesFiles) {
        throw UsageError{CommandLine::tr("“%1” is not expected here.").arg(shown(name))};
    }
    if (name.empty()) {
        throw UsageError{CommandLine::tr("The name of a file is empty.")};
    }
    m_files.emplace_back(name);
}

void Arguments::addOption(
    std::string_view argument, std::span<const char* const>& rest, std::span<const Option> options)
{
    const std::size_t equals = argument.find('=');
    const bool attached = equals != std::string_view::npos;
    const Option& option = findOption(options, argument.substr(0, equals));
    const QString name = shown(option.name);
    std::string value;
    if (attached) {
        value = argument.substr(equals + 1);
    } else if (
        option.value != nullptr && !rest.empty() &&
        !std::string_view(rest.front()).starts_with("--")) {
        value = rest.front();
        rest = rest.subspan(1);
    }

    if (option.value == nullptr && attached) {
        throw UsageError{CommandLine::tr("%1 takes no value.").arg(name)};
    }
    if (option.value != nullptr && value.empty()) {
        throw UsageError{CommandLine::tr("%1 needs a value: %1 %2").arg(name, shown(option.value))};
    }
    refuseStandardInput(value);
    if (!m_values.emplace(option.name, value).second) {
        throw UsageError{CommandLine::tr("%1 is given twice.").arg(name)};
    }
}

bool Arguments::askForHelp(std::span<const char* const> arguments)
{
    for (const std::string_view argument : arguments) {
        if (argument == "--") {
            return false;
        }
        if (argument == "--help" || argument == "-h") {
            return true;
        }
    }
    return false;
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

std::string Arguments::value(std::string_view option, const std::string& otherwise) const
{
    return value(option).value_or(otherwise);
}

std::uint64_t Arguments::wholeNumber(
    std::string_view option, std::uint64_t otherwise, std::uint64_t least, std::uint64_t most) const
{
    const auto text = value(option);
    if (!text) {
        return otherwise;
    }
    const auto number = parse<std::uint64_t>(*text);
    if (!number || *number < least || *number > most) {
        throw UsageError{CommandLine::tr("%1 needs a whole number from %2 to %3, not “%4”.")
                             .arg(shown(option))
                             .arg(least)
                             .arg(most)
                             .arg(shown(*text))};
    }
    return *number;
}

double Arguments::positiveNumber(std::string_view option, double otherwise, double most) const
{
    const auto text = value(option);
    if (!text) {
        return otherwise;
    }
    const auto number = parse<double>(*text);
    if (!number || !(*number > 0 && *number <= most)) { // so that not-a-number is refused too
        throw UsageError{CommandLine::tr("%1 needs a number above 0, at most %2, not “%3”.")
                             .arg(shown(option))
                             .arg(most)
                             .arg(shown(*text))};
    }
    return *number;
}

double Arguments::number(std::string_view option, double otherwise, double least, double most) const
{
    const auto text = value(option);
    if (!text) {
        return otherwise;
    }
    const auto number = parse<double>(*text);
    if (!number || !(*number >= least && *number <= most)) { // so that not-a-number is refused too
        throw UsageError{CommandLine::tr("%1 needs a number from %2 to %3, not “%4”.")
                             .arg(shown(option))
                             .arg(least)
                             .arg(most)
                             .arg(shown(*text))};
    }
    return *number;
}

bool Arguments::isOn(std::string_view option, bool otherwise) const
{
    const auto text = value(option);
    if (text && *text != "on" && *text != "off") {
        throw UsageError{
            CommandLine::tr("%1 is on or off, not “%2”.").arg(shown(option), shown(*text))};
    }
    return text ? *text == "on" : otherwise;
}

QString shown(std::string_view bytes)
{
    return QString::fromLocal8Bit(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace digitpad
