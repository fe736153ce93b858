// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_samples.h"

#include "app/store/samples.h"
#include "core/data/corruption.h"
#include "core/data/fingerprint.h"

#include <QFile>

#include <algorithm>

namespace digitpad {

namespace {

constexpr std::uint64_t kEvery = 5; // one of so many is kept aside

/// As far as one hand varies: what else happens to a digit is not a matter of who writes it.
Augmentation variation()
{
    constexpr double kStrength = 0.7;
    Augmentation gentle;
    for (const Corruption part :
         {Corruption::Rotation, Corruption::Shear, Corruption::Scale, Corruption::Shift,
          Corruption::Elastic, Corruption::PenWidth}) {
        gentle[part] = strongAugmentation()[part];
        gentle[part].strength *= kStrength;
    }
    return gentle;
}

void add(Dataset& data, const Glyph& glyph, std::uint8_t label)
{
    data.glyphs.push_back(glyph);
    data.labels.push_back(label);
}

void addCopies(Dataset& data, std::size_t wanted, std::uint64_t seed)
{
    const Augmentation gentle = variation();
    const std::size_t samples = data.size();
    const std::size_t all = std::min(wanted, samples * kMostCopies);
    for (std::size_t i = samples; i < all; ++i) {
        add(data, augmented(data.glyphs[i % samples], gentle, seed + i), data.labels[i % samples]);
    }
}

} // namespace

OwnDigits splitSamples(const Dataset& samples, std::size_t glyphs, std::uint64_t seed)
{
    OwnDigits own;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const bool isKept =
            samples.size() >= kFewestToKeepAside &&
            fingerprint({.glyphs = {samples.glyphs[i]}, .labels = {}}) % kEvery == 0;
        add(isKept ? own.kept : own.learnt, samples.glyphs[i], samples.labels[i]);
    }
    own.samples = own.learnt.size();
    addCopies(own.learnt, glyphs, seed);
    return own;
}

Result<OwnDigits> readOwnSamples(const OwnSamples& own, std::uint64_t seed)
{
    const auto samples = readSamples(QFile::decodeName(own.database.c_str()), own.filter);
    if (!samples) {
        return std::unexpected(samples.error());
    }
    if (samples->empty()) {
        return std::unexpected(
            Error{.code = ErrorCode::NoSamples, .detail = "no own samples", .file = own.database});
    }
    return splitSamples(*samples, own.glyphs, seed);
}

} // namespace digitpad
