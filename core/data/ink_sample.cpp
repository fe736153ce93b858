// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ink_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

namespace digitpad {

namespace {

constexpr std::size_t kMostPoints = 1'000'000; // of a drawing, strokes included
constexpr std::size_t kDeepest = 64;           // levels of other people's keys

/// Hands the line to the parser byte by byte and tells how far it has come.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* at, const char** reached) : m_at(at), m_reached(reached) {}

    reference operator*() const { return *m_at; }
    Cursor& operator++()
    {
        *m_reached = ++m_at;
        return *this;
    }
    friend bool operator==(const Cursor& a, const Cursor& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    const char** m_reached;
};

std::string quoted(unsigned char byte)
{
    if (byte > 0x20 && byte < 0x7f) {
        return std::string("'") + static_cast<char>(byte) + "'";
    }
    return "the byte " + std::to_string(byte);
}

/// Builds the sample while the parser goes through the line, so that nothing but the drawing is
/// ever kept of it. Every function answers whether to go on; m_error says why not.
class SampleBuilder {
public:
    using Json = nlohmann::json;

    SampleBuilder(std::string_view line, InkLabels labels)
        : m_line(line),
          m_reached(line.data()),
          m_labelKey(labels == InkLabels::Digits ? Key::Label : Key::Other)
    {
    }

    Result<InkSample> build()
    {
        const Cursor first(m_line.data(), &m_reached);
        const Cursor last(m_line.data() + m_line.size(), &m_reached);
        if (!Json::sax_parse(first, last, this)) {
            return std::unexpected(std::move(m_error));
        }
        if (!m_hasStrokes) {
            return std::unexpected(damaged({}, m_line.size(), "the key \"strokes\"", "none"));
        }
        return std::move(m_sample);
    }

    // What the parser calls (see nlohmann's json_sax).
    bool null() { return value("null", m_depth == 1 && m_key == Key::Label); }
    bool boolean(bool) { return value("a truth value", false); }
    bool string(const std::string& text)
    {
        if (m_depth == 1 && m_key == Key::Writer) {
            m_sample.writer = text;
        }
        return value("a string", false);
    }
    bool binary(Json::binary_t&) { return value("binary data", false); }
    bool number_integer(std::int64_t number) // NOLINT(readability-identifier-naming)
    {
        // The parser gives what is not negative to number_unsigned.
        return numberValue(static_cast<double>(number), false);
    }
    bool number_unsigned(std::uint64_t number) // NOLINT(readability-identifier-naming)
    {
        if (m_depth == 1 && m_key == Key::Label && number <= 9) {
            m_sample.label = static_cast<int>(number);
        }
        return numberValue(static_cast<double>(number), number <= 9);
    }
    bool number_float(double number, const std::string&) // NOLINT(readability-identifier-naming)
    {
        return numberValue(number, false);
    }
    bool start_object(std::size_t) // NOLINT(readability-identifier-naming)
    {
        return open("an object", m_depth == 0);
    }
    bool end_object() // NOLINT(readability-identifier-naming)
    {
        return close();
    }
    bool start_array(std::size_t) // NOLINT(readability-identifier-naming)
    {
        const bool expected = m_key == Key::Strokes && m_depth >= 1 && m_depth <= 3;
        if (!open("an array", expected)) {
            return false;
        }
        if (expected && m_depth == 3) {
            m_sample.ink.emplace_back();
            return countPoint();
        }
        m_numbers = 0;
        return true;
    }
    bool end_array() // NOLINT(readability-identifier-naming)
    {
        if (m_key == Key::Strokes && m_depth == 4) {
            if (m_numbers < 2) {
                return fail(tokenStart(), "a point of two numbers", std::to_string(m_numbers));
            }
            m_sample.ink.back().push_back(m_point);
            return countPoint() && close();
        }
        return close();
    }
    bool key(const std::string& name)
    {
        const std::size_t start = tokenStart();
        m_tokenEnd = position();
        if (m_depth > 1) {
            return true;
        }
        m_key = name == "label"     ? m_labelKey
                : name == "strokes" ? Key::Strokes
                : name == "writer"  ? Key::Writer
                                    : Key::Other;
        bool& seen = m_key == Key::Label ? m_hasLabel : m_hasStrokes;
        if (!isFree() && std::exchange(seen, true)) {
            return fail(start, "the key \"" + name + "\" once", "it again");
        }
        return true;
    }
    bool parse_error( // NOLINT(readability-identifier-naming)
        std::size_t read, const std::string&, const nlohmann::detail::exception& error)
    {
        constexpr int kNumberOverflow = 406;
        if (error.id == kNumberOverflow) {
            return fail(tokenStart(), "a number that a double can hold", "a greater one");
        }
        // The parser counts the byte it stumbled over, and the end as one.
        const std::size_t offset = std::min(read > 0 ? read - 1 : 0, m_line.size());
        return fail(
            offset, "valid JSON",
            offset < m_line.size() ? quoted(static_cast<unsigned char>(m_line[offset]))
                                   : "the end of the line");
    }

private:
    enum class Key { None, Label, Strokes, Writer, Other };

    /// Whether the key's value may be anything.
    [[nodiscard]] bool isFree() const { return m_key == Key::Writer || m_key == Key::Other; }

    [[nodiscard]] std::size_t position() const
    {
        return static_cast<std::size_t>(m_reached - m_line.data());
    }

    /// Where the token begins that the parser has just read.
    [[nodiscard]] std::size_t tokenStart() const
    {
        return std::min(m_line.find_first_not_of(" \t\r\n,:", m_tokenEnd), m_line.size());
    }

    bool fail(std::size_t offset, const std::string& expected, const std::string& found)
    {
        m_error = damaged({}, offset, expected, found);
        return false;
    }

    [[nodiscard]] std::string expectedHere() const
    {
        if (m_depth == 0) {
            return "an object";
        }
        if (m_key == Key::Label) {
            return "a label, a whole number from 0 to 9";
        }
        constexpr const char* kLevels[] = {
            "an array of strokes", "a stroke, an array of points", "a point, an array of numbers",
            "a number"};
        return kLevels[std::min<std::size_t>(m_depth, 4) - 1];
    }

    bool value(const std::string& what, bool expected)
    {
        if (!expected && !isFree()) {
            return fail(tokenStart(), expectedHere(), what);
        }
        m_tokenEnd = position();
        return true;
    }

    bool numberValue(double number, bool isDigit)
    {
        const bool isCoordinate = m_key == Key::Strokes && m_depth == 4;
        if (isCoordinate) {
            (m_numbers == 0 ? m_point.x : m_numbers == 1 ? m_point.y : m_ignored) = number;
            ++m_numbers;
        }
        const bool isLabel = m_key == Key::Label && m_depth == 1 && isDigit;
        const std::string text(m_key == Key::Label ? "another number" : "a number");
        if (!value(text, isCoordinate || isLabel)) {
            return false;
        }
        // The parser needs the byte after a number to see that it is over.
        while (m_tokenEnd > 0 && (m_line[m_tokenEnd - 1] < '0' || m_line[m_tokenEnd - 1] > '9')) {
            --m_tokenEnd;
        }
        return true;
    }

    bool open(const std::string& what, bool expected)
    {
        if (!value(what, expected)) {
            return false;
        }
        if (++m_depth > kDeepest) {
            return fail(
                position() - 1, "at most " + std::to_string(kDeepest) + " levels", "another");
        }
        return true;
    }

    bool close()
    {
        --m_depth;
        m_tokenEnd = position();
        return true;
    }

    bool countPoint()
    {
        if (++m_points <= kMostPoints) {
            return true;
        }
        m_error = {
            .code = ErrorCode::TooLarge,
            .detail = "byte " + std::to_string(position()) + ": a drawing of more than " +
                      std::to_string(kMostPoints) + " points",
            .file = {}};
        return false;
    }

    std::string_view m_line;
    const char* m_reached;      ///< the parser has read the line up to here
    Key m_labelKey;             ///< what the key "label" is taken for
    std::size_t m_tokenEnd = 0; ///< of the token before
    std::size_t m_depth = 0;    ///< open arrays and objects
    Key m_key = Key::None;      ///< of the outermost object
    bool m_hasLabel = false;
    bool m_hasStrokes = false;
    Point m_point;
    double m_ignored = 0;      ///< a point's numbers after x and y
    std::size_t m_numbers = 0; ///< of the point so far
    std::size_t m_points = 0;
    InkSample m_sample;
    Error m_error;
};

} // namespace

Result<InkSample> parseInkSample(std::string_view line, InkLabels labels)
{
    if (line.size() > kLongestInkLine) {
        return std::unexpected(Error{
            .code = ErrorCode::TooLarge,
            .detail = "a line of more than " + std::to_string(kLongestInkLine) + " bytes",
            .file = {}});
    }
    return SampleBuilder(line, labels).build();
}

} // namespace digitpad
