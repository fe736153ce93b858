// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/review/review.h"

#include <QWidget>

class QAction;
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
    /// `close` leaves it.
    explicit ReviewView(QAction* close, QWidget* parent = nullptr);

    void setReview(Review review);
    /// Says that the review is being made, in place of the last one.
    void setWaiting();

private:
    QLayout* arrange(QAction* close);
    void filter(const MistakeFilter& filter);
    void showMistake(int mistake);

    Review m_review;
    QLabel* m_title;
    QWidget* m_all; ///< what follows
    ConfusionMatrix* m_matrix;
    QLabel* m_shown; ///< which mistakes are listed
    MistakeList* m_list;
    QWidget* m_one; ///< the chosen one: what follows
    GlyphView* m_glyph;
    QLabel* m_verdict;
    ProbabilityBars* m_bars;
};

} // namespace digitpad
