// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace digitpad {

class ActionButton;

/// What the Runs page shows while there is no list: a sign, what it means, and what to do.
class RunsPlaceholder : public QWidget {
    Q_OBJECT

public:
    /// The actions are offered by showEmpty() and showFailure().
    RunsPlaceholder(QAction* import, QAction* again, QWidget* parent = nullptr);

    void showLoading();
    void showEmpty();
    void showFailure(const QString& why);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void display(const QString& icon, const QString& title, const QString& text);

    QString m_icon;
    QWidget* m_iconPlace;
    QLabel* m_title;
    QLabel* m_text;
    ActionButton* m_import;
    ActionButton* m_again;
};

} // namespace digitpad
