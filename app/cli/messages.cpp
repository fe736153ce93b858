// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/messages.h"

#include "app/cli/output.h"
#include "app/error_text.h"

#include <cstdio>
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace digitpad {

namespace {

/// Control characters, and those that turn around what is read after them.
bool isCommand(QChar character)
{
    const bool isFormat = character.category() == QChar::Other_Format;
    return character.category() == QChar::Other_Control ||
           (isFormat && character.direction() != QChar::DirBN); // joiners belong to words
}

QString printable(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (isCommand(character)) {
            result += QStringLiteral("\\x%1").arg(
                static_cast<int>(character.unicode()), 2, 16, QLatin1Char('0'));
        } else {
            result += character;
        }
    }
    return result;
}

/// The columns that text takes: Chinese, Japanese and Korean characters take two.
int columnsOf(QChar character)
{
    constexpr char16_t kFirstWide = 0x1100;
    return character.unicode() < kFirstWide || character.isSpace() || character.isPunct() ? 1 : 2;
}

QString cutToTerminal(const QString& text)
{
    winsize size{};
    const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    int left = (known ? size.ws_col : 80) - 1; // in the last column some terminals wrap
    qsizetype length = 0;
    while (length < text.size() && (left -= columnsOf(text[length])) >= 0) {
        ++length;
    }
    return text.left(length);
}

} // namespace

std::string messageLine(const QString& text)
{
    return ("digitpad: " + printable(text).toLocal8Bit() + '\n').toStdString();
}

void say(const QString& text)
{
    outputError(); // hands on the output before it: on one terminal they keep their order
    const std::string line = messageLine(text);
    std::fwrite(line.data(), 1, line.size(), stderr);
}

int fail(const Error& error)
{
    say(describe(error));
    return error.code == ErrorCode::InvalidOptions ? 2 : 1;
}

ProgressLine::ProgressLine()
{
    const char* kind = std::getenv("TERM");
    m_terminal =
        ::isatty(STDERR_FILENO) != 0 && kind != nullptr && std::string_view(kind) != "dumb";
}

void ProgressLine::show(const QString& text)
{
    if (m_terminal) {
        const QByteArray line = "\r" + cutToTerminal(text).toLocal8Bit() + "\x1b[K";
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
        m_shown = true;
    }
}

void ProgressLine::clear()
{
    if (m_shown) {
        std::fputs("\r\x1b[K", stderr);
        m_shown = false;
    }
}

} // namespace digitpad
