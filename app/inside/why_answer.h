// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/figure_sheet.h"
#include "app/inside/open_model.h"
#include "core/engine/inside.h"

#include <QString>

#include <memory>

class QLocale;

namespace digitpad {

/// How the pixels' shares in an output are found: Inside::shares, integratedGradients, occlusion.
enum class WhyMethod { Exact, Integrated, Occlusion };

/// In files: "exact", "integrated", "occlusion".
[[nodiscard]] QString whyMethodId(WhyMethod method);

/// What each pixel has to do with an output, and of what that was asked.
struct WhyAnswer {
    std::shared_ptr<const LiveReading> reading;
    Question question;
    WhyMethod method = WhyMethod::Exact;
    Shares shares;
};

inline constexpr int kShareDecimals = 3; ///< of a share, as it is written

/// Takes from less than a millisecond to a second, by the method. Errors: those of Inside.
[[nodiscard]] Result<WhyAnswer> whyAnswer(
    const Inside& inside, const std::shared_ptr<const LiveReading>& reading,
    const Question& question, WhyMethod method);

/// The constant and the ink, written under each other, with what they add up to: the output.
[[nodiscard]] QList<FigureSheet::Row> sumRows(const WhyAnswer& answer, const QLocale& locale);

} // namespace digitpad
