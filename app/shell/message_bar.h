// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace digitpad {

/// The slim bar beside the tabs: one message, at most one action. A note goes away by itself; a
/// warning stays until it is closed, acted on or replaced. Esc closes either. It is as high as its
/// text needs, and lies over what is below: a page that moved would bend the stroke being drawn.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void note(const QString& text);
    void warn(const QString& text);
    void offer(const QString& text, const QString& action, std::function<void()> act);
    /// A note of something that was done and can be taken back.
    void offerUndo(const QString& text, const std::function<void()>& undo);
    /// Closes the bar if that is what it says.
    void withdraw(const QString& text);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showIcon();
    void display(const QString& text, const QString& iconName, int milliseconds);

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    std::function<void()> m_act;
    QTimer m_timer{this};
    QString m_iconName;
};

} // namespace digitpad
