// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/review/review.h"

#include <QListView>

namespace digitpad {

class MistakeModel;

/// The pictures of what was read wrong, in rows, each with what it is and what it was read as;
/// first those of which the network was surest.
class MistakeList : public QListView {
    Q_OBJECT

public:
    explicit MistakeList(QWidget* parent = nullptr);

    /// Must outlive this widget.
    void setReview(const Review* review);
    void setFilter(const MistakeFilter& filter);

    [[nodiscard]] int count() const;

Q_SIGNALS:
    /// One was chosen, an index into the review's mistakes; -1: none is left to choose.
    void chosen(int mistake);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    MistakeModel* m_model;
};

} // namespace digitpad
