// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/sample_model.h"

#include "app/store/store.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace digitpad {

namespace {

constexpr int kBlock = 128;      // rows that are read together
constexpr int kMostTiles = 4096; // that are held: about 4 MB
// More than that are not moved in place: it would take longer than laying all out anew.
constexpr std::size_t kMostRuns = 100;

/// Rows that lie together, [first, last].
using Runs = std::vector<std::pair<int, int>>;

void addRow(Runs& runs, int row)
{
    if (!runs.empty() && runs.back().second == row - 1) {
        runs.back().second = row;
    } else {
        runs.emplace_back(row, row);
    }
}

struct Difference {
    Runs removed;  ///< rows of the list before
    Runs inserted; ///< rows of the list after
};

/// Both with falling ids.
Difference
differenceOf(const std::vector<SampleEntry>& before, const std::vector<SampleEntry>& after)
{
    Difference difference;
    std::size_t old = 0;
    std::size_t now = 0;
    while (old < before.size() || now < after.size()) {
        const bool isGone =
            now == after.size() || (old < before.size() && before[old].id > after[now].id);
        const bool isNew =
            old == before.size() || (now < after.size() && after[now].id > before[old].id);
        if (isGone) {
            addRow(difference.removed, static_cast<int>(old++));
        } else if (isNew) {
            addRow(difference.inserted, static_cast<int>(now++));
        } else {
            ++old;
            ++now;
        }
    }
    return difference;
}

QString wordsOf(const SampleEntry& entry, const SampleTile* tile)
{
    const QLocale locale;
    QString words = locale.toString(entry.label);
    if (tile != nullptr && tile->reading && tile->reading->digit != entry.label) {
        words = SampleModel::tr("%1, read as %2").arg(words, locale.toString(tile->reading->digit));
    }
    return entry.writer.isEmpty()
               ? words
               : SampleModel::tr("%1, by %2", "a digit, a name").arg(words, entry.writer);
}

} // namespace

SampleModel::SampleModel(QObject* parent) : QAbstractListModel(parent), m_tiles(kMostTiles)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(0); // what one painting looks at is asked for together
    connect(&m_askSoon, &QTimer::timeout, this, [this] {
        for (const int block : std::exchange(m_wanted, {})) {
            const quint64 id =
                m_store->readPage(m_filter, qsizetype{block} * kBlock, qsizetype{kBlock});
            m_asked.insert(id, {.block = block, .state = m_state});
        }
    });
}

void SampleModel::setStore(Store& store)
{
    m_store = &store;
    connect(&store, &Store::samplesListed, this, &SampleModel::accept);
    connect(&store, &Store::pageRead, this, &SampleModel::acceptPage);
    connect(&store, &Store::samplesChanged, this, &SampleModel::refresh);
    connect(&store, &Store::failed, this, [this](quint64 id, const Error& error) {
        if (id == m_listing) {
            m_listing = 0;
            Q_EMIT failed(error);
        }
        m_asked.remove(id);
    });
    list();
}

void SampleModel::setFilter(const SampleFilter& filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        refresh();
    }
}

void SampleModel::setFollowing(bool following)
{
    m_following = following;
    list();
}

void SampleModel::refresh()
{
    ++m_state;
    m_requested.clear();
    m_isStale = true;
    list();
}

/// One at a time: many changes may come one after the other.
void SampleModel::list()
{
    if (m_following && m_isStale && m_listing == 0 && m_store != nullptr) {
        m_isStale = false;
        m_listing = m_store->listSamples(m_filter);
        m_listingFilter = m_filter;
    }
}

void SampleModel::accept(quint64 id, const std::vector<SampleEntry>& entries)
{
    if (id != m_listing) {
        return;
    }
    m_listing = 0;
    if (m_listingFilter == m_filter) {
        become(entries);
    }
    list();
    if (m_listing == 0) {
        Q_EMIT listed();
    }
}

void SampleModel::become(const std::vector<SampleEntry>& entries)
{
    const Difference difference = differenceOf(m_entries, entries);
    if (!isListed() || difference.removed.size() + difference.inserted.size() > kMostRuns) {
        beginResetModel();
        m_entries = entries;
        m_listedFilter = m_filter;
        endResetModel();
        return;
    }
    for (const auto& [first, last] : std::views::reverse(difference.removed)) {
        beginRemoveRows({}, first, last);
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
        endRemoveRows();
    }
    for (const auto& [first, last] : difference.inserted) {
        beginInsertRows({}, first, last);
        m_entries.insert(
            m_entries.begin() + first, entries.begin() + first, entries.begin() + last + 1);
        endInsertRows();
    }
    m_entries = entries; // labels and writers
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int SampleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SampleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return wordsOf(entry(index.row()), tile(index.row()));
}

const SampleTile* SampleModel::tile(int row) const
{
    const Held* held = m_tiles.object(entry(row).id);
    const int block = row / kBlock;
    if ((held == nullptr || held->state != m_state) && isListed() && !m_requested.contains(block)) {
        m_requested.insert(block);
        m_wanted.insert(block);
        m_askSoon.start();
    }
    return held != nullptr ? &held->tile : nullptr; // an old one until the new one is there
}

void SampleModel::acceptPage(quint64 id, const SamplePage& page)
{
    const auto asked = m_asked.constFind(id);
    if (asked == m_asked.cend()) {
        return; // of somebody else
    }
    for (const SampleTile& tile : page.tiles) {
        m_tiles.insert(tile.id, new Held{.tile = tile, .state = asked->state});
    }
    const int first = asked->block * kBlock;
    m_asked.erase(asked);
    const int last = std::min(first + kBlock, rowCount()) - 1;
    if (first <= last) {
        Q_EMIT dataChanged(index(first), index(last));
    }
}

} // namespace digitpad
