// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/first_picture.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <chrono>
#include <utility>

namespace digitpad {

namespace {

constexpr std::chrono::seconds kLongestWait{1};

/// Watches a window until its first picture is there, or the widget gone.
class FirstPicture : public QObject {
public:
    FirstPicture(QWidget& widget, QWindow& window, std::function<void()> then)
        : QObject(&widget), m_then(std::move(then))
    {
        window.installEventFilter(this);
        QTimer::singleShot(kLongestWait, this, [this] { call(); });
    }

protected:
    bool eventFilter(QObject* /*window*/, QEvent* event) override
    {
        if (event->type() == QEvent::Expose) {
            QTimer::singleShot(0, this, [this] { call(); }); // drawn in the course of this event
        }
        return false;
    }

private:
    void call()
    {
        if (const auto then = std::exchange(m_then, nullptr)) {
            deleteLater();
            then();
        }
    }

    std::function<void()> m_then;
};

} // namespace

void afterFirstPicture(QWidget& widget, std::function<void()> then)
{
    QWindow* window = widget.window()->windowHandle();
    if (window == nullptr || window->isExposed()) {
        QTimer::singleShot(0, &widget, std::move(then));
    } else {
        new FirstPicture(widget, *window, std::move(then)); // the widget owns it
    }
}

} // namespace digitpad
