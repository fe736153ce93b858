// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace digitpad {

/// What the Pictures page shows while there is none: what it is for and how to begin.
class Invitation : public QWidget {
    Q_OBJECT

public:
    explicit Invitation(QAction* open, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_iconPlace;
};

} // namespace digitpad
