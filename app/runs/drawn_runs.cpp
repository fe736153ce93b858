// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/drawn_runs.h"

#include "app/store/store.h"

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

/// Whether a run may have other points than it had.
bool wentOn(const RunSummary& before, const RunSummary& now)
{
    return now.status == RunStatus::Running || now.status != before.status ||
           now.epochsDone != before.epochsDone;
}

} // namespace

void DrawnRuns::setStore(Store& store)
{
    m_store = &store;
    connect(&store, &Store::runRead, this, &DrawnRuns::take);
    connect(&store, &Store::failed, this, &DrawnRuns::fail);
}

void DrawnRuns::choose(const std::vector<RunSummary>& runs)
{
    std::map<QString, Drawn> before = std::exchange(m_drawn, {});
    m_order.clear();
    for (const RunSummary& summary : runs) {
        m_order.push_back(summary.id);
        const auto known = before.find(summary.id);
        Drawn& drawn = m_drawn[summary.id];
        if (known != before.end()) {
            drawn = std::move(known->second);
        }
        const bool isNew = !drawn.isRead && !drawn.isUnreadable;
        const bool isStale = isNew || wentOn(drawn.run.summary, summary);
        drawn.run.summary = summary; // its name may be another one
        if (isStale) {
            read(summary.id, drawn);
        }
    }
    tell();
}

/// What was drawn stays until all of what is to be drawn instead is there.
void DrawnRuns::tell()
{
    const bool isWaiting = std::ranges::any_of(
        m_drawn, [](const auto& entry) { return !entry.second.isRead && entry.second.asked != 0; });
    if (!isWaiting) {
        Q_EMIT changed();
    }
}

void DrawnRuns::read(const QString& id, Drawn& drawn)
{
    drawn.isStale = drawn.asked != 0;
    if (!drawn.isStale) {
        drawn.asked = m_store->readRun(id);
    }
}

std::vector<const StoredRun*> DrawnRuns::runs() const
{
    std::vector<const StoredRun*> runs;
    for (const QString& id : m_order) {
        if (const Drawn& drawn = m_drawn.at(id); drawn.isRead) {
            runs.push_back(&drawn.run);
        }
    }
    return runs;
}

std::map<QString, DrawnRuns::Drawn>::iterator DrawnRuns::askedBy(quint64 call)
{
    return std::ranges::find_if(
        m_drawn, [call](const auto& entry) { return entry.second.asked == call; });
}

void DrawnRuns::take(quint64 call, const StoredRun& run)
{
    const auto entry = askedBy(call);
    if (entry == m_drawn.end()) {
        return;
    }
    Drawn& drawn = entry->second;
    drawn.run = run;
    drawn.isRead = true;
    drawn.asked = 0;
    if (drawn.isStale) {
        read(entry->first, drawn);
    }
    tell();
}

void DrawnRuns::fail(quint64 call, const Error& error)
{
    const auto entry = askedBy(call);
    if (entry == m_drawn.end()) {
        return;
    }
    entry->second.asked = 0;
    entry->second.isUnreadable = true;
    if (error.code != ErrorCode::NotFound) { // one that is gone leaves the list, too
        Q_EMIT failed(error);
    }
    tell();
}

} // namespace digitpad
