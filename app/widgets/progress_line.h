// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProgressBar>

namespace digitpad {

/// A progress bar as a thin line. It keeps its place while it is hidden.
class ProgressLine : public QProgressBar {
    Q_OBJECT

public:
    static constexpr int kSteps = 1000; ///< its values go from 0 to this

    explicit ProgressLine(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace digitpad
