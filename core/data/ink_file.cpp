// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ink_file.h"

#include "core/data/byte_source.h"
#include "core/ink/render.h"

#include <cstdint>
#include <string>
#include <utility>

namespace digitpad {

namespace {

constexpr std::size_t kMostDamagedLines = 10'000;

/// Cuts a file into lines and reads each as it is complete.
class LineReader {
public:
    LineReader(std::string file, InkLabels labels) : m_file(std::move(file)), m_labels(labels) {}

    /// The next bytes of the file. False when the file is no use.
    bool add(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const std::size_t end = bytes.find('\n');
            append(bytes.substr(0, end));
            if (end == std::string_view::npos) {
                return true;
            }
            if (!endLine()) {
                return false;
            }
            bytes.remove_prefix(end + 1);
        }
        return true;
    }

    /// The line is over, or the file is. False when the file is no use.
    bool endLine()
    {
        ++m_number;
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        std::string_view line = m_line;
        if (m_number == 1 && line.starts_with(kByteOrderMark)) {
            line.remove_prefix(kByteOrderMark.size());
        }
        if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            keep(parseInkSample(line, m_labels));
        }
        m_line.clear();
        return m_found.damagedLines.size() <= kMostDamagedLines;
    }

    InkFile take() { return std::move(m_found); }

private:
    void append(std::string_view part)
    {
        // One byte over the limit tells parseInkSample as much as all of them.
        m_line += part.substr(0, kLongestInkLine + 1 - m_line.size());
    }

    void keep(Result<InkSample> sample)
    {
        if (sample) {
            sample->line = m_number;
            m_found.samples.push_back(std::move(*sample));
            return;
        }
        Error error = std::move(sample.error());
        if (error.code == ErrorCode::Damaged) {
            error.code = ErrorCode::BadLine;
        }
        error.file = m_file + ":" + std::to_string(m_number);
        m_found.damagedLines.push_back(std::move(error));
    }

    std::string m_file;
    InkLabels m_labels;
    std::string m_line;
    std::size_t m_number = 0;
    InkFile m_found;
};

} // namespace

Result<InkFile> readInkFile(const std::filesystem::path& file, InkLabels labels)
{
    auto source = ByteSource::open(file);
    if (!source) {
        return std::unexpected(source.error());
    }
    LineReader lines(file.string(), labels);
    std::vector<std::uint8_t> buffer(std::size_t{64} * 1024);
    bool useful = true;
    bool more = true;
    while (useful && more) {
        const auto count = source->read(buffer);
        if (!count) {
            return std::unexpected(count.error());
        }
        more = *count == buffer.size();
        useful = lines.add({reinterpret_cast<const char*>(buffer.data()), *count});
    }
    if (!useful || !lines.endLine()) {
        return std::unexpected(Error{
            .code = ErrorCode::TooLarge,
            .detail = "more than " + std::to_string(kMostDamagedLines) + " damaged lines",
            .file = file.string()});
    }
    return lines.take();
}

Result<std::vector<InkSample>> readLabelledInk(const std::filesystem::path& file)
{
    auto read = readInkFile(file);
    if (!read) {
        return std::unexpected(read.error());
    }
    if (!read->damagedLines.empty()) {
        return std::unexpected(read->damagedLines.front());
    }
    for (const InkSample& sample : read->samples) {
        if (!sample.label) {
            return std::unexpected(Error{
                .code = ErrorCode::BadLine,
                .detail = "expected a label, found none",
                .file = file.string() + ":" + std::to_string(sample.line)});
        }
    }
    return std::move(read->samples);
}

Dataset renderSamples(std::span<const InkSample> samples)
{
    Dataset data;
    data.glyphs.reserve(samples.size());
    data.labels.reserve(samples.size());
    for (const InkSample& sample : samples) {
        data.glyphs.push_back(renderInk(sample.ink));
        data.labels.push_back(static_cast<std::uint8_t>(sample.label.value()));
    }
    return data;
}

} // namespace digitpad
