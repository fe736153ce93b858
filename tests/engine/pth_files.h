// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/reading/zip.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace digitpad::tests {

inline std::string fixture(const std::string& name)
{
    std::ifstream in(std::string(DIGITPAD_FIXTURES) + "/pth/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The glyph that make_pth.py had Python read.
inline Glyph patternGlyph()
{
    Glyph glyph;
    for (std::size_t i = 0; i < Glyph::kPixels; ++i) {
        glyph.pixels[i] = static_cast<std::uint8_t>(i * 37 % 256);
    }
    return glyph;
}

inline void replaceFirst(std::string& text, std::string_view from, std::string_view to)
{
    if (const std::size_t at = text.find(from); at != std::string::npos) {
        text.replace(at, from.size(), to);
    }
}

/// A .pth file with one record of its archive changed by `change`, and a sound archive around it.
template <class Change>
std::string changedPth(const std::string& pth, const std::string& record, Change change)
{
    std::vector<ZipRecord> records = readZip(pth).value();
    std::string changed;
    for (ZipRecord& one : records) {
        if (one.name.ends_with("/" + record)) {
            changed = one.data;
            change(changed);
            one.data = changed;
        }
    }
    return writeZip(records);
}

/// The same of a fixture.
template <class Change>
std::string changedFixture(const std::string& name, const std::string& record, Change change)
{
    return changedPth(fixture(name), record, change);
}

} // namespace digitpad::tests
