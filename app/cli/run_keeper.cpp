// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_keeper.h"

#include "app/cli/messages.h"
#include "app/cli/store_option.h"
#include "app/data_note.h"
#include "app/error_text.h"
#include "app/native_path.h"
#include "app/store/database.h"
#include "app/store/runs.h"

namespace digitpad {

RunKeeper::RunKeeper() = default;
RunKeeper::RunKeeper(RunKeeper&&) noexcept = default;
RunKeeper::~RunKeeper() = default;

Result<RunKeeper> RunKeeper::open(const Arguments& arguments)
{
    RunKeeper keeper;
    const auto name = arguments.value("--keep");
    if (!name) {
        if (arguments.has("--store") && !arguments.has("--samples")) {
            throw UsageError{CommandLine::tr("--store is for --keep and --samples.")};
        }
        return keeper;
    }
    if (!isUnicode(*name)) {
        throw UsageError{CommandLine::tr("The name %1 is not UTF-8.").arg(shown(*name))};
    }
    keeper.m_name = QString::fromStdString(*name);
    auto database = openStore(arguments, true);
    if (!database) {
        return std::unexpected(database.error());
    }
    keeper.m_database = *std::move(database);
    return keeper;
}

void RunKeeper::begin(const TrainPlan& plan, const TrainingData& data)
{
    if (!m_database) {
        return;
    }
    m_id = newRunId();
    Runs runs(*m_database);
    std::vector<TrainingEvent> told;
    if (plan.from) {
        told.assign(plan.from->losses.begin(), plan.from->losses.end());
        told.insert(told.end(), plan.from->epochs.begin(), plan.from->epochs.end());
    }
    expect(runs.begin(
        {.id = m_id,
         .name = m_name,
         .options = plan.options,
         .data = QString::fromStdString(data.name),
         .sources = QString::fromStdString(noteOf(plan.sources)),
         .counts = countsOf(data)},
        told));
    if (plan.from) {
        for (const TrainingChange& change : plan.from->changes) {
            if (m_database) {
                expect(runs.steer(m_id, change));
            }
        }
    }
    m_sinceWritten.start();
}

void RunKeeper::tell(const TrainingEvent& event)
{
    constexpr qint64 kMilliseconds = 1000;
    if (!m_database) {
        return;
    }
    m_untold.push_back(event);
    if (m_sinceWritten.hasExpired(kMilliseconds)) {
        write();
    }
}

void RunKeeper::write()
{
    if (m_database) {
        expect(Runs(*m_database).append(m_id, m_untold));
        m_untold.clear();
        m_sinceWritten.start();
    }
}

void RunKeeper::end(const RunEnd& end)
{
    write();
    if (m_database) {
        expect(Runs(*m_database).finish(m_id, end));
    }
}

void RunKeeper::expect(const Result<void>& kept)
{
    if (!kept) {
        say(CommandLine::tr("The training goes on, but the run is not kept: %1")
                .arg(describe(kept.error())));
        m_database.reset();
    }
}

} // namespace digitpad
