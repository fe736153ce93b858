// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/model.h"
#include "core/number/candidate.h"
#include "core/number/lines.h"
#include "core/number/number.h"
#include "core/number/picture_pieces.h"
#include "core/picture/ink_map.h"
#include "core/picture/place.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace digitpad {

namespace {

// Digits are told apart at about that many pixels a height of the writing; more take longer and
// show no more.
constexpr int kWorkingHeight = 64;

// More pieces than that are no number.
constexpr std::size_t kMostWrittenPieces = 400;

Area areaOf(const Box& box)
{
    return {
        static_cast<double>(box.left), static_cast<double>(box.top), static_cast<double>(box.right),
        static_cast<double>(box.bottom)};
}

/// One glyph as one digit.
Result<Number> readOne(const Model& model, const Glyph& glyph, const Area& box)
{
    const auto predictions = model.read({&glyph, 1});
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    return Number{.lines = {{{.box = box, .glyph = glyph, .prediction = predictions->front()}}}};
}

/// A picture that is one digit, whatever it shows.
Result<Number> readWhole(const Model& model, const PictureView& picture, Preparation how)
{
    const auto glyph = prepare(picture, how);
    if (!glyph) {
        return std::unexpected(glyph.error());
    }
    return readOne(
        model, *glyph,
        {0, 0, static_cast<double>(picture.width), static_cast<double>(picture.height)});
}

/// Pixels of the picture that go into one at which digits are told apart, on a side.
int workingCell(const LabelledInk& ink)
{
    std::vector<Extent> extents;
    std::ranges::transform(ink.boxes, std::back_inserter(extents), [](const Box& box) {
        return Extent{0, 0, static_cast<double>(box.width()), static_cast<double>(box.height())};
    });
    return std::max(1, static_cast<int>(writingHeight(extents) / kWorkingHeight));
}

/// The pieces of each digit of each line, from left to right.
using Choice = std::vector<std::vector<std::vector<PicturePiece>>>;

/// The best reading of writing that was divided.
Result<Choice> choose(const Model& model, const LabelledInk& ink, const DividedPicture& picture)
{
    std::vector<std::vector<CandidateRun>> runs;
    std::vector<Glyph> glyphs;
    for (const PictureLine& line : picture.lines) {
        std::vector<Extent> extents;
        std::ranges::transform(line.pieces, std::back_inserter(extents), &PicturePiece::extent);
        runs.push_back(candidateRuns(extents, line.seams));
        for (const auto& [run, prior] : runs.back()) {
            const auto pieces = std::span(line.pieces).subspan(run.first, run.end - run.first);
            glyphs.push_back(placeDigit(cutOut(ink, picture.cuts, 1, pieces).digit));
        }
    }
    const auto predictions = model.read(glyphs);
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    Choice choice;
    auto prediction = predictions->begin();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& pieces = picture.lines[i].pieces;
        const LineReading reading =
            readLine(pieces.size(), runs[i], std::span(prediction, runs[i].size()));
        prediction += std::ssize(runs[i]);
        choice.emplace_back();
        for (const std::size_t chosen : reading.chosen) {
            const auto [first, end] = runs[i][chosen].run;
            choice.back().emplace_back(
                pieces.begin() + static_cast<std::ptrdiff_t>(first),
                pieces.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return choice;
}

/// Whether the digits of one line are cut out of the same connected piece, each as the next.
bool isJoined(const Choice& choice)
{
    if (choice.size() != 1 || choice.front().size() < 2) {
        return false;
    }
    const auto& line = choice.front();
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool isCut = std::ranges::any_of(line[i - 1], [&](const PicturePiece& piece) {
            return std::ranges::count(line[i], piece.piece, &PicturePiece::piece) > 0;
        });
        if (!isCut) {
            return false;
        }
    }
    return true;
}

/// The chosen digits as the whole resolution shows them, read.
Result<Number> readChosen(
    const Model& model, const LabelledInk& ink, const std::vector<PieceCuts>& cuts, int cell,
    const Choice& choice)
{
    Number number;
    std::vector<Glyph> glyphs;
    for (const auto& line : choice) {
        number.lines.emplace_back();
        for (const auto& pieces : line) {
            const CutOut digit = cutOut(ink, cuts, cell, pieces);
            glyphs.push_back(placeDigit(digit.digit));
            number.lines.back().push_back(
                {.box = areaOf(digit.place), .glyph = glyphs.back(), .prediction = {}});
        }
    }
    const auto predictions = model.read(glyphs);
    if (!predictions) {
        return std::unexpected(predictions.error());
    }
    auto prediction = predictions->begin();
    for (auto& line : number.lines) {
        for (NumberDigit& digit : line) {
            digit.prediction = *prediction++;
        }
    }
    number.isLetterLike = number.contains(kStem) && isJoined(choice);
    return number;
}

// What is read as surely need not be seen in another way, which has to be surer than that one, and
// sure itself: a white digit that fills its picture leaves black islands that resemble digits.
constexpr float kCertain = 0.95F;
constexpr float kCertainOtherwise = 0.9F;

/// How sure it is that a number is what it is read as, 0 to 1.
float certainty(const Number& number)
{
    return number.confidence() * number.digitScore();
}

/// Whether a digit stands beside the box: its middle outside, and large enough to be one.
bool standsBeside(const NumberDigit& digit, const Area& box)
{
    constexpr double kLeastHeight = 0.4; // of the box
    const double x = (digit.box.left + digit.box.right) / 2;
    const double y = (digit.box.top + digit.box.bottom) / 2;
    const bool isOutside = x < box.left || x > box.right || y < box.top || y > box.bottom;
    return isOutside && digit.prediction.accepted() &&
           digit.box.bottom - digit.box.top > kLeastHeight * (box.bottom - box.top);
}

/// Whether what was divided into digits is one that came apart: pencil's grain, a loose bar. Only a
/// network that has seen what is no digit can tell: to others two digits side by side are one.
bool isOneDigit(const Number& whole, const Number& divided)
{
    constexpr float kLeastCertainty = 0.5F;
    const float sure = certainty(whole);
    return sure > kLeastCertainty && sure >= certainty(divided) &&
           std::ranges::none_of(divided.lines, [&](const auto& line) {
               return std::ranges::any_of(line, [&](const NumberDigit& digit) {
                   return standsBeside(digit, whole.lines[0][0].box);
               });
           });
}

/// The main digit alone.
Result<Number> readDigit(const Model& model, const std::optional<Digit>& digit)
{
    if (!digit) {
        return std::unexpected(
            Error{.code = ErrorCode::Blank, .detail = "no ink found", .file = {}});
    }
    return readOne(model, placeDigit(*digit), areaOf(digit->box));
}

Result<Number> readWriting(const Model& model, const InkMap& map)
{
    const Pieces pieces = findPieces(map);
    const std::optional<Digit> whole = findDigit(map, pieces);
    const std::optional<Writing> writing = findWriting(map, pieces);
    if (writing && writing->pieces.size() <= kMostWrittenPieces) {
        const LabelledInk fine = labelled(*writing, pieces);
        const int cell = workingCell(fine);
        const LabelledInk ink = cell > 1 ? shrunk(fine, cell) : fine;
        const DividedPicture picture = dividePicture(ink);
        const auto choice = choose(model, ink, picture);
        if (!choice) {
            return std::unexpected(choice.error());
        }
        std::size_t count = 0;
        for (const auto& line : *choice) {
            count += line.size();
        }
        if (count > 1 || (count == 1 && !whole)) {
            auto divided = readChosen(model, fine, picture.cuts, cell, *choice);
            if (divided && whole && model.info().network == kConvNet) {
                auto one = readOne(model, placeDigit(*whole), areaOf(whole->box));
                if (one && isOneDigit(*one, *divided)) {
                    return one;
                }
            }
            return divided;
        }
    }
    return readDigit(model, whole);
}

/// The picture in one of the ways to see it.
Result<Number> readSeen(const Model& model, const InkMap& map, bool isSmall, int rank)
{
    auto number = isSmall ? readDigit(model, findDigit(map)) : readWriting(model, map);
    if (number) {
        number->placeBoxes(map.cell, map.left, map.top);
        number->inkRank = rank;
    }
    return number;
}

} // namespace

Result<Number> readNumber(const Model& model, const PictureView& picture, Preparation how)
{
    if (how == Preparation::Reference || picture.rgba == nullptr) {
        return readWhole(model, picture, how);
    }
    // What is as small as a glyph is one digit, and may be taken as it is.
    const bool isSmall = picture.width <= Glyph::kSide && picture.height <= Glyph::kSide;
    const InkMap map = isSmall ? InkMap{} : inkOf(picture);
    Result<Number> best =
        isSmall ? readWhole(model, picture, how) : readSeen(model, map, isSmall, 0);
    if (model.info().network != kConvNet || (best && certainty(*best) > kCertain)) {
        return best;
    }
    float leastCertainty = std::max(kCertainOtherwise, best ? certainty(*best) : 0.0F);
    const int ranks = isSmall ? inkOf(picture).ranks : map.ranks;
    for (int rank = isSmall ? 0 : 1; rank < ranks; ++rank) {
        auto number = readSeen(model, inkOf(picture, rank), isSmall, rank);
        if (number && certainty(*number) > leastCertainty) {
            leastCertainty = certainty(*number);
            best = std::move(number);
        }
    }
    return best;
}

} // namespace digitpad
