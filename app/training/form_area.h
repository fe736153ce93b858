// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace digitpad {

/// As tall as what it holds where there is room, and scrolling where there is not.
class FormArea : public QScrollArea {
    Q_OBJECT

public:
    explicit FormArea(QWidget* form, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace digitpad
