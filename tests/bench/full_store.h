// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace digitpad {

inline constexpr int kStoredRuns = 200;
inline constexpr int kStoredSamples = 20'000;
/// The runs of so many with 5,000 loss points each; the others have what five epochs of MNIST make.
inline constexpr int kLongRuns = 10;

/// Makes the database that somebody has after a year: runs with their networks, the long ones the
/// latest, and samples. False where that fails.
bool makeFullStore(const QString& file);

} // namespace digitpad
