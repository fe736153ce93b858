// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"

namespace digitpad {

void BackgroundTask::post(std::function<void()> call) const
{
    QMetaObject::invokeMethod(m_owner, [call = std::move(call), stop = m_stop] {
        if (!stop.stop_requested()) {
            call();
        }
    });
}

Background::Background(QObject* parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

Background::~Background()
{
    stop();
    m_thread.waitForDone();
}

void Background::stop()
{
    m_stop.request_stop();
    m_waiting.reset();
    m_busy = false;
}

void Background::begin(const Piece& piece)
{
    m_stop = {};
    m_busy = true;
    m_thread.start([this, piece, task = BackgroundTask(this, m_stop.get_token())] {
        if (task.stop().stop_requested()) {
            return;
        }
        task.post([this, done = piece(task)] {
            m_busy = false;
            if (m_waiting) {
                begin(*std::exchange(m_waiting, std::nullopt));
            }
            done();
        });
    });
}

} // namespace digitpad
