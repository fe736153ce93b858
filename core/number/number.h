// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"
#include "core/engine/model.h"
#include "core/engine/prediction.h"
#include "core/ink/stroke.h"
#include "core/picture/prepare.h"

#include <cstddef>
#include <string>
#include <vector>

namespace digitpad {

/// A part of a drawing or a picture, in its own units, y down.
struct Area {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// A stroke of a drawing, or a part of one: its points `first` to before `end`.
struct InkPart {
    std::size_t stroke = 0;
    std::size_t first = 0;
    std::size_t end = 0;

    friend bool operator==(const InkPart&, const InkPart&) = default;
};

/// One of a number's digits: where it stands, what the network saw, what it says of it.
struct NumberDigit {
    Area box;
    Glyph glyph;
    Prediction prediction;
    /// Of a drawing: what was taken for this digit, in the order of the strokes. renderInk makes
    /// the glyph of it.
    std::vector<InkPart> parts = {};
};

/// What was read: lines from top to bottom, the digits of each from left to right. One digit alone
/// is a number too; nothing written has no line.
struct Number {
    std::vector<std::vector<NumberDigit>> lines;
    /// Whether it is likelier a letter: one connected piece of writing that reads as a 1, which is
    /// a stem, and more. H reads as 11, B as 13; digits hardly ever touch.
    bool isLetterLike = false;
    int inkRank = 0; ///< of a picture: which of inkOf's ways to see it was read

    /// The digits, lines parted by a line break; "?" for what is no digit.
    [[nodiscard]] std::string text() const;
    /// Whether there is something, every part of it is a digit, and it is not like a letter.
    [[nodiscard]] bool accepted() const;
    /// The probability that every digit is read right: the product of theirs. 0 for nothing.
    [[nodiscard]] float confidence() const;
    /// The probability that every part is a digit: the product of theirs, less where it is like a
    /// letter. 0 for nothing.
    [[nodiscard]] float digitScore() const;
    [[nodiscard]] std::size_t digitCount() const;
    /// Whether one of the digits is read as that.
    [[nodiscard]] bool contains(int digit) const;
    /// Multiplies all boxes by `factor`, then moves them by `left` and `top`: from the pixels of a
    /// part of a picture, seen smaller, to the picture's.
    void placeBoxes(double factor, double left, double top);
};

/// Reads what was drawn: separates the digits by their strokes, cutting strokes where digits touch,
/// and of all ways to separate them takes the one that the network likes best.
/// Errors: those of Model::read.
[[nodiscard]] Result<Number> readNumber(const Model& model, const Ink& ink);

/// Reads what a picture shows, with its digits separated likewise, by connected pieces of ink.
/// Preparation::Reference takes the whole picture for one digit. Errors: those of prepare and of
/// Model::read.
[[nodiscard]] Result<Number>
readNumber(const Model& model, const PictureView& picture, Preparation how = Preparation::Auto);

} // namespace digitpad
