// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace digitpad {

namespace {

template <class... Format> std::string digits(Format... format)
{
    std::array<char, 512> text{}; // the longest double with a few fixed decimals has 320 characters
    const auto end = std::to_chars(text.data(), text.data() + text.size(), format...).ptr;
    return {text.data(), end};
}

// As global as standard output, whose state it is: stdio keeps that something failed, but not why.
int firstError = 0;

void note(bool written)
{
    if (!written && firstError == 0) {
        firstError = errno;
    }
}

/// How many bytes of UTF-8 a character at the beginning takes that would command the terminal, or
/// turn around what is read after it: a control character, or one of those for the direction
/// (https://www.unicode.org/reports/tr9/, 2). 0 for any other.
std::size_t commandLength(std::string_view text)
{
    const auto isAt = [text](std::size_t at, int first, int last) {
        const int byte = at < text.size() ? static_cast<unsigned char>(text[at]) : -1;
        return byte >= first && byte <= last;
    };
    if (isAt(0, 0x00, 0x1f) || isAt(0, 0x7f, 0x7f)) {
        return 1;
    }
    if ((isAt(0, 0xc2, 0xc2) && isAt(1, 0x80, 0x9f)) || // U+0080 to U+009F
        (isAt(0, 0xd8, 0xd8) && isAt(1, 0x9c, 0x9c))) { // U+061C
        return 2;
    }
    const bool isMark = isAt(1, 0x80, 0x80) && (isAt(2, 0x8e, 0x8f) || isAt(2, 0xaa, 0xae));
    const bool isIsolate = isAt(1, 0x81, 0x81) && isAt(2, 0xa6, 0xa9);
    return isAt(0, 0xe2, 0xe2) && (isMark || isIsolate) ? 3 : 0;
}

std::string hex(std::string_view bytes)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += {'\\', 'x', kDigits[value >> 4], kDigits[value & 0xf]};
    }
    return text;
}

} // namespace

void printLine(std::string_view line)
{
    const bool printed = std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
                         std::fputc('\n', stdout) != EOF;
    note(printed);
}

int outputError()
{
    note(std::fflush(stdout) == 0);
    return firstError;
}

std::string fixed(double number, int decimals)
{
    return digits(number, std::chars_format::fixed, decimals);
}

std::string jsonNumber(float number)
{
    return std::isfinite(number) ? digits(number) : "null";
}

std::string jsonNumber(double number)
{
    return std::isfinite(number) ? digits(number) : "null";
}

std::string jsonString(std::string_view bytes)
{
    const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const std::string array =
        QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).toStdString();
    return array.substr(1, array.size() - 2); // without the brackets
}

std::string field(std::string_view name)
{
    std::string text;
    text.reserve(name.size());
    while (!name.empty()) {
        std::size_t length = 1;
        switch (name.front()) {
        case '\t':
            text += "\\t";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\\':
            text += "\\\\";
            break;
        default:
            length = std::max<std::size_t>(1, commandLength(name));
            text += commandLength(name) > 0 ? hex(name.substr(0, length)) : std::string(1, name[0]);
        }
        name.remove_prefix(length);
    }
    return text;
}

} // namespace digitpad
