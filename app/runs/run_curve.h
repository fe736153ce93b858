// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace digitpad {

/// A run ready to be drawn: its lines over the epoch, 0 at the start.
struct RunCurve {
    QString name;
    int number = 0;                  ///< which of the colours, see CurveStyle
    std::vector<QPointF> losses;     ///< every one of them
    std::vector<QPointF> smooth;     ///< the line through them
    std::vector<QPointF> accuracies; ///< on the test data, in percent
    double end = 1;                  ///< where it ends, or is to end while it goes on; above 0
};

[[nodiscard]] RunCurve curveOf(const StoredRun& run, int number);

/// What a curve says at a place, or at its end where none is given: the last values that had been
/// reached there.
struct CurveValues {
    std::optional<double> loss;     ///< smoothed
    std::optional<double> accuracy; ///< in percent
};
[[nodiscard]] CurveValues valuesAt(const RunCurve& curve, std::optional<double> epoch);

} // namespace digitpad
