// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/run_record.h"
#include "app/store/store.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace digitpad {

/// What runs on the store's thread. Its functions are called there, one at a time, by queued calls.
class StoreWorker : public QObject {
    Q_OBJECT

public:
    explicit StoreWorker(QString file);
    ~StoreWorker() override;

    void open();
    /// Writes what is not written yet, and lets go of the database.
    void close();

    void begin(const NewRun& run, const std::vector<TrainingEvent>& told);
    void record(const QString& run, const std::vector<TrainingEvent>& events);
    void steer(const QString& run, const TrainingChange& change);
    void finish(const QString& run, const RunEnd& end);

    /// What work() gives for the runs or the samples, whichever it takes.
    template <class Tables, class Work> std::invoke_result_t<Work, Tables&> with(const Work& work)
    {
        if (!m_database) {
            return std::unexpected(m_failure);
        }
        flush(); // what was told before is there
        Tables tables(*m_database);
        auto result = work(tables);
        if (!result) {
            lookAtDamage(result.error());
        }
        return result;
    }

Q_SIGNALS:
    void opened(const digitpad::StoreState& state);
    void openFailed(const digitpad::Error& error);
    void runsChanged();
    void recordingFailed(const QString& run, const digitpad::Error& error);
    void runKept(const QString& run, const QString& name);

private:
    /// What a run told and is not written yet.
    struct Untold {
        std::optional<NewRun> begin;
        std::vector<TrainingEvent> events;
        std::vector<TrainingChange> changes;
        std::optional<RunEnd> end;
        bool isFailing = false;
    };

    void flush();
    Result<void> write(const QString& run, Untold& untold);
    void writeSoon();
    void lookAtDamage(const Error& error);

    QString m_file;
    std::unique_ptr<Database> m_database; // null where it could not be opened
    Error m_failure;                      // then: why
    std::map<QString, Untold> m_untold;
    QTimer* m_timer = nullptr;
};

} // namespace digitpad
