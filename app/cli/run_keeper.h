// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/train_plan.h"
#include "app/store/run_record.h"

#include <QElapsedTimer>

#include <memory>

namespace digitpad {

class Database;

inline constexpr Option kKeepOption = {
    "--keep", "NAME",
    QT_TRANSLATE_NOOP(
        "CommandLine",
        "Keeps the run under this name among the runs that the window shows and “digitpad\n"
        "runs” lists, with its points and its network.")};

/// Keeps a training run among all runs, as --keep asks for; without it, keeps nothing. What cannot
/// be kept is said once, and does not end the training.
class RunKeeper {
public:
    /// Errors: those of openStore. Throws UsageError.
    [[nodiscard]] static Result<RunKeeper> open(const Arguments& arguments);

    RunKeeper(RunKeeper&&) noexcept;
    ~RunKeeper();

    /// With what an interrupted run has told before.
    void begin(const TrainPlan& plan, const TrainingData& data);
    /// Written about once a second.
    void tell(const TrainingEvent& event);
    void end(const RunEnd& end);

private:
    RunKeeper();

    void write();
    void expect(const Result<void>& kept);

    std::unique_ptr<Database> m_database; // null: nothing is kept, or nothing more
    QString m_name;
    QString m_id;
    std::vector<TrainingEvent> m_untold;
    QElapsedTimer m_sinceWritten;
};

} // namespace digitpad
