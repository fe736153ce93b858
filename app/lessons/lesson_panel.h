// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lessons/lesson.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;

namespace digitpad {

class ActionButton;

/// A lesson under the pages: what to do next, whether it is done, and the way on. It sets up what a
/// step begins with, and points at what to look at. Its actions() are ready for a menu; while no
/// lesson is open all are disabled.
class LessonPanel : public QWidget {
    Q_OBJECT

public:
    /// What a lesson sees of the program and does to it.
    struct Host {
        std::function<QJsonObject()> facts;
        /// Sets a state up; says what is wrong with it.
        std::function<QString(const QJsonObject&)> apply;
        /// Presses a control; false where that cannot be pressed now.
        std::function<bool(const QString&)> press;
        /// Points at a control, or with an empty name at nothing; false where there is no such
        /// control, be it visible or not.
        std::function<bool(const QString&)> pointAt;
    };

    explicit LessonPanel(Host host, QWidget* parent = nullptr);

    void open(const Lesson& lesson);

    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] int steps() const { return static_cast<int>(m_lesson.steps.size()); }
    /// Whether what the step asks for was done.
    [[nodiscard]] bool isDone() const { return m_done; }

Q_SIGNALS:
    /// Something went wrong that must not be missed.
    void warning(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void makeActions();
    void fill();
    void go(int step);
    void look();
    void doIt();
    void setUp(const QJsonObject& state);
    void close();

    Host m_host;
    Lesson m_lesson;
    int m_step = 0;
    bool m_done = false;
    QJsonObject m_before;  ///< the facts when the step began
    QStringList m_toPress; ///< by "Show me", as soon as each can be
    QTimer m_look;

    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_state;
    QAction* m_back = nullptr;
    QAction* m_showMe = nullptr;
    QAction* m_skip = nullptr;
    QAction* m_next = nullptr;
    QAction* m_leave = nullptr;
    ActionButton* m_nextButton = nullptr;
};

} // namespace digitpad
