// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

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
    for (const char byte : name) {
        switch (byte) {
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
            text += byte;
        }
    }
    return text;
}

} // namespace digitpad
