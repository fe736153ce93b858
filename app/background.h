// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace digitpad {

/// What is done in the background, as it sees itself.
class BackgroundTask {
public:
    BackgroundTask(QObject* owner, std::stop_token stop) : m_owner(owner), m_stop(std::move(stop))
    {
    }

    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }

    /// Calls back on the owner's thread, for progress; not once it was stopped.
    void post(std::function<void()> call) const;

private:
    QObject* m_owner;
    std::stop_token m_stop;
};

/// Work that the GUI thread does not wait for, one piece at a time, each with a result that arrives
/// on the thread this object lives on. What is stopped never arrives. The destructor stops what is
/// done and waits for it.
class Background : public QObject {
public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    /// Stops what is being done and does this instead. work(const BackgroundTask&) runs on another
    /// thread and gives a value; done(value) is called with it.
    template <class Work, class Done> void restart(Work work, Done done)
    {
        stop();
        begin(prepared(std::move(work), std::move(done)));
    }

    /// The same for what follows a pen: what is being done is finished first and arrives; of what
    /// waits meanwhile the newest is done.
    template <class Work, class Done> void follow(Work work, Done done)
    {
        m_waiting = prepared(std::move(work), std::move(done));
        if (!m_busy) {
            begin(*std::exchange(m_waiting, std::nullopt));
        }
    }

    void stop();
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    /// Does the work and gives what is left to do with its result.
    using Piece = std::function<std::function<void()>(const BackgroundTask&)>;

    template <class Work, class Done> static Piece prepared(Work work, Done done)
    {
        return [work = std::move(work), done = std::move(done)](const BackgroundTask& task) {
            using Value = std::invoke_result_t<const Work&, const BackgroundTask&>;
            auto value = std::make_shared<Value>(work(task));
            return [value, done] { done(std::move(*value)); };
        };
    }

    void begin(const Piece& piece);

    QThreadPool m_thread;
    std::stop_source m_stop;
    std::optional<Piece> m_waiting;
    bool m_busy = false;
};

} // namespace digitpad
