// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace digitpad {

/// The header of the table of runs: words over a hairline; a small arrow says by which column it is
/// sorted.
class SortingHeader : public QHeaderView {
public:
    explicit SortingHeader(QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

} // namespace digitpad
