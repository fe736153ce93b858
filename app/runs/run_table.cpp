// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/run_table.h"

#include "app/runs/run_options.h"
#include "app/training/run_words.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

QString epochsText(const RunSummary& run)
{
    const QLocale locale;
    const QString done = locale.toString(run.epochsDone);
    // A run that was made longer on the way has done more than its options wanted.
    return run.status == RunStatus::Finished || run.epochsDone >= run.options.epochs
               ? done
               : RunTable::tr("%1 of %2", "epochs done of those wanted")
                     .arg(done, locale.toString(run.options.epochs));
}

QString textOf(const RunSummary& run, int column)
{
    switch (column) {
    case RunTable::Name:
        return run.name;
    case RunTable::Started:
        return QLocale().toString(run.started.date(), QLocale::ShortFormat);
    case RunTable::Network:
        return QString::fromStdString(run.options.network);
    case RunTable::Data:
        return run.data;
    case RunTable::Epochs:
        return epochsText(run);
    case RunTable::Accuracy:
        return run.testAccuracy ? percentText(*run.testAccuracy) : QStringLiteral("–");
    case RunTable::Status:
        return statusText(run.status);
    case RunTable::Note:
        return run.note;
    default:
        return {};
    }
}

QString detailOf(const RunSummary& run, int column)
{
    switch (column) {
    case RunTable::Started:
        return QLocale().toString(run.started.time(), QLocale::ShortFormat);
    case RunTable::Network:
        return tellingOptions(run.options);
    case RunTable::Data:
        return learntFromText(run.counts);
    case RunTable::Status:
        return run.seconds > 0 ? durationText(run.seconds) : QString();
    default:
        return {};
    }
}

QVariant sortKeyOf(const RunSummary& run, int column)
{
    switch (column) {
    case RunTable::Started:
        return run.started;
    case RunTable::Epochs:
        return run.epochsDone;
    case RunTable::Accuracy:
        return run.testAccuracy.value_or(-1);
    default:
        return textOf(run, column);
    }
}

// As rich text, which wraps; so a name's < is no tag.
QString toolTipOf(const RunSummary& run, int column)
{
    QString text;
    for (const QString& line : {textOf(run, column), detailOf(run, column)}) {
        text += line.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
    }
    if (column == RunTable::Status && !run.failure.isEmpty()) {
        text += QStringLiteral("<p>%1</p>").arg(run.failure.toHtmlEscaped());
    }
    return text;
}

/// What is not named here stays as long as there is the run.
bool differs(const RunSummary& a, const RunSummary& b, int column)
{
    switch (column) {
    case RunTable::Name:
        return a.name != b.name;
    case RunTable::Epochs:
        return a.epochsDone != b.epochsDone;
    case RunTable::Accuracy:
        return a.testAccuracy != b.testAccuracy;
    case RunTable::Status:
        return a.status != b.status || a.seconds != b.seconds || a.failure != b.failure;
    case RunTable::Note:
        return a.note != b.note;
    default:
        return false;
    }
}

} // namespace

QString statusText(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return RunTable::tr("training");
    case RunStatus::Finished:
        return RunTable::tr("finished");
    case RunStatus::Stopped:
        return RunTable::tr("stopped");
    case RunStatus::Diverged:
        return RunTable::tr("diverged");
    default:
        return RunTable::tr("interrupted");
    }
}

int RunTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunSummary& run = this->run(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return column == Tick ? QVariant() : textOf(run, column);
    case DetailRole:
        return detailOf(run, column);
    case SortRole:
        return column == Tick ? QVariant(m_slots.contains(run.id)) : sortKeyOf(run, column);
    case SlotRole: {
        const auto slot = m_slots.constFind(run.id);
        return slot != m_slots.cend() ? QVariant(*slot) : QVariant();
    }
    case Qt::CheckStateRole:
        return column != Tick ? QVariant()
                              : QVariant(m_slots.contains(run.id) ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return column == Tick ? tr("Compare this run with the others that are ticked")
                              : toolTipOf(run, column);
    case Qt::AccessibleTextRole:
        return column == Tick ? tr("Compare %1").arg(run.name) : textOf(run, column);
    case Qt::TextAlignmentRole: {
        const bool isNumber = column == Epochs || column == Accuracy;
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

bool RunTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    RunSummary& run = m_runs[std::size_t(index.row())];
    if (index.column() == Tick && role == Qt::CheckStateRole) {
        setTicked(run.id, value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    const QString text = value.toString().trimmed();
    if (index.column() == Name && !text.isEmpty() && text != run.name) {
        run.name = text;
        Q_EMIT dataChanged(index, index);
        Q_EMIT renamed(run.id, text);
    } else if (index.column() == Note && text != run.note) {
        run.note = text;
        Q_EMIT dataChanged(index, index);
        Q_EMIT noted(run.id, text);
    }
    return true;
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Epochs || section == Accuracy;
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Started:
        return tr("Date");
    case Network:
        return tr("Network");
    case Data:
        return tr("Learnt from");
    case Epochs:
        return tr("Epochs");
    case Accuracy:
        return tr("Test accuracy");
    case Status:
        return tr("Status");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

Qt::ItemFlags RunTable::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == Tick) {
        flags |= Qt::ItemIsUserCheckable;
    } else if (m_editable && (index.column() == Name || index.column() == Note)) {
        flags |= Qt::ItemIsEditable;
    }
    return flags;
}

void RunTable::setRuns(std::vector<RunSummary> runs)
{
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        places.insert(runs[i].id, i);
    }
    removeMissing(places);
    for (RunSummary& row : m_runs) {
        update(row, std::move(runs[places.take(row.id)]));
    }
    std::vector<RunSummary> added;
    for (RunSummary& run : runs) {
        if (places.contains(run.id)) {
            added.push_back(std::move(run));
        }
    }
    if (!added.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        std::ranges::move(added, std::back_inserter(m_runs));
        endInsertRows();
    }
    Q_EMIT ticksChanged(); // one of them may have come or gone
}

void RunTable::removeMissing(const QHash<QString, std::size_t>& places)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!places.contains(run(row).id)) {
            beginRemoveRows({}, row, row);
            m_runs.erase(m_runs.begin() + row);
            endRemoveRows();
        }
    }
}

void RunTable::update(RunSummary& row, RunSummary run)
{
    std::swap(row, run); // `run` is now what it was before
    const int number = static_cast<int>(&row - m_runs.data());
    for (int column = Name; column < ColumnCount; ++column) {
        if (differs(run, row, column)) {
            const QModelIndex cell = index(number, column);
            Q_EMIT dataChanged(cell, cell);
        }
    }
}

int RunTable::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_runs, id, &RunSummary::id);
    return found != m_runs.end() ? static_cast<int>(found - m_runs.begin()) : -1;
}

void RunTable::setTicked(const QString& id, bool ticked)
{
    if (ticked == m_slots.contains(id)) {
        return;
    }
    if (ticked) {
        const QList<int> taken = m_slots.values();
        int slot = 0; // the first colour that is free
        while (taken.contains(slot)) {
            ++slot;
        }
        m_slots.insert(id, slot);
    } else {
        m_slots.remove(id);
    }
    tellTick(id);
    Q_EMIT ticksChanged();
}

void RunTable::untickAll()
{
    const QStringList ids = m_slots.keys();
    m_slots.clear();
    for (const QString& id : ids) {
        tellTick(id);
    }
    Q_EMIT ticksChanged();
}

void RunTable::tellTick(const QString& id)
{
    if (const int row = rowOf(id); row >= 0) {
        Q_EMIT dataChanged(index(row, Tick), index(row, Tick));
    }
}

std::optional<int> RunTable::slotOf(const QString& id) const
{
    const auto slot = m_slots.constFind(id);
    return slot != m_slots.cend() ? std::optional(*slot) : std::nullopt;
}

QStringList RunTable::ticked() const
{
    QStringList ids;
    for (const RunSummary& run : m_runs) {
        if (m_slots.contains(run.id)) {
            ids << run.id;
        }
    }
    std::ranges::sort(ids, {}, [this](const QString& id) { return m_slots[id]; });
    return ids;
}

} // namespace digitpad
