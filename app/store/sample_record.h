// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"
#include "core/base/glyph.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace digitpad {

/// What the network said of a sample when it was taken.
struct SampleReading {
    int digit = 0;         ///< 0 to 9
    double confidence = 0; ///< 0 to 1

    friend bool operator==(const SampleReading&, const SampleReading&) = default;
};

/// A digit of somebody's own hand, with its right label.
struct NewSample {
    int label = 0;      ///< 0 to 9
    QString writer;     ///< empty if unsaid; cut to kLongestWriter
    Glyph glyph;        ///< what the network sees of it
    Drawing drawing;    ///< the strokes of this digit; empty for a picture
    QByteArray picture; ///< PNG of the place where it was found; empty for strokes, or if unknown
    std::optional<SampleReading> reading;
};

/// What a list of all samples knows of one.
struct SampleEntry {
    qint64 id = 0;
    int label = 0;
    QString writer;

    friend bool operator==(const SampleEntry&, const SampleEntry&) = default;
};

/// What a grid of samples shows of one.
struct SampleTile {
    qint64 id = 0;
    int label = 0;
    QString writer;
    QDateTime created;
    std::optional<SampleReading> reading;
    Glyph glyph;
};

/// All that is known of one.
struct Sample {
    SampleTile tile;
    Drawing drawing;
    QByteArray picture;
};

/// Which samples are meant: all, or those of a label, a writer (empty: of nobody named), or both.
struct SampleFilter {
    std::optional<int> label;
    std::optional<QString> writer;

    friend bool operator==(const SampleFilter&, const SampleFilter&) = default;
};

struct SamplePage {
    std::vector<SampleTile> tiles; ///< the latest first
    qsizetype count = 0;           ///< of all that the filter lets through
    QStringList skipped;           ///< what is wrong with those that are left out, a line each
};

/// What there is to choose from.
struct SampleOverview {
    std::array<qsizetype, 10> counts{}; ///< by label; of the writer asked for, or all
    std::vector<QString> writers; ///< sorted; with an empty one where some are of nobody named
};

/// A label for a sample.
struct SampleLabel {
    qint64 id = 0;
    int label = 0;
};

/// How many of the samples that were to be added are new.
struct SamplesAdded {
    qsizetype added = 0;
    qsizetype known = 0;      ///< were there already; their labels stay
    qsizetype otherLabel = 0; ///< of these, were there with another label
};

inline constexpr qsizetype kLongestWriter = 200; // UTF-16 units
/// Bytes of the strokes as JSON, and of a picture.
inline constexpr qsizetype kLargestOriginal = qsizetype{16} * 1024 * 1024;

} // namespace digitpad
