// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace digitpad {

/// A button for an action: shows its text and icon, and is enabled when it is.
class ActionButton : public QPushButton {
    Q_OBJECT

public:
    explicit ActionButton(QAction* action, QWidget* parent = nullptr);

    /// The one thing to do next is filled with the accent.
    void setPrimary(bool primary);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    QAction* m_action;
    bool m_primary = false;
};

} // namespace digitpad
