// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/review/review.h"

#include <QWidget>

class QLabel;

namespace digitpad {

class ConfusionMatrix;
class GlyphView;
class MistakeList;
class ProbabilityBars;

/// What a network reads wrong: which digits it takes for which, their pictures, and of the one that
/// is chosen what the network thought of it.
class ReviewView : public QWidget {
    Q_OBJECT

public:
    explicit ReviewView(QWidget* parent = nullptr);

    void setReview(Review review);

private:
    QLayout* arrange();
    void filter(const MistakeFilter& filter);
    void showMistake(int mistake);

    Review m_review;
    QLabel* m_title;
    ConfusionMatrix* m_matrix;
    QLabel* m_shown; ///< which mistakes are listed
    MistakeList* m_list;
    QWidget* m_one; ///< what follows
    GlyphView* m_glyph;
    QLabel* m_verdict;
    ProbabilityBars* m_bars;
};

} // namespace digitpad
