// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace digitpad {

/// The runs there are, a row each, and which of them are ticked to be compared. Names and notes can
/// be edited, where that is allowed.
class RunTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Tick, Name, Started, Network, Data, Epochs, Accuracy, Status, Note, ColumnCount };
    enum Role {
        DetailRole = Qt::UserRole, ///< a quieter second line
        SortRole,
        SlotRole, ///< which of the curves' colours is the run's; absent where it is not ticked
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Shows these instead. What stays keeps its row, and only what changed is told to views, so
    /// that nobody loses a selection, a place or what they are about to type.
    void setRuns(std::vector<RunSummary> runs);
    void setEditable(bool editable) { m_editable = editable; }

    [[nodiscard]] const std::vector<RunSummary>& runs() const { return m_runs; }
    [[nodiscard]] const RunSummary& run(int row) const { return m_runs[std::size_t(row)]; }
    /// -1 where there is none.
    [[nodiscard]] int rowOf(const QString& id) const;

    void setTicked(const QString& id, bool ticked);
    void untickAll();
    [[nodiscard]] std::optional<int> slotOf(const QString& id) const;
    /// Those that are there, in the order of their colours. A run that is deleted keeps its tick
    /// and its colour for when it is restored.
    [[nodiscard]] QStringList ticked() const;

Q_SIGNALS:
    void ticksChanged();
    /// A person has typed another one.
    void renamed(const QString& id, const QString& name);
    void noted(const QString& id, const QString& note);

private:
    void update(RunSummary& row, RunSummary run);
    void removeMissing(const QHash<QString, std::size_t>& places);
    void tellTick(const QString& id);

    std::vector<RunSummary> m_runs;
    QHash<QString, int> m_slots; ///< of the ticked ones, by id
    bool m_editable = true;
};

/// "finished", "training": as a person is told it.
[[nodiscard]] QString statusText(RunStatus status);

} // namespace digitpad
