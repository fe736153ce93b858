// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"
#include "core/base/error.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <optional>
#include <vector>

namespace digitpad {

class Store;

/// The samples that a filter lets through, the latest first. What a row shows is asked for once it
/// is looked at. Follows the store while it is told to; the rows that stay keep their places in a
/// view.
class SampleModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit SampleModel(QObject* parent = nullptr);

    /// It must outlive this.
    void setStore(Store& store);
    void setFilter(const SampleFilter& filter);
    /// While nobody looks, nothing is read.
    void setFollowing(bool following);
    /// Whether the rows are what the filter lets through.
    [[nodiscard]] bool isListed() const { return m_listedFilter == m_filter; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// The words of a row.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const SampleEntry& entry(int row) const
    {
        return m_entries[static_cast<std::size_t>(row)];
    }
    /// Null until it is read; dataChanged() says when. Good until the next call.
    [[nodiscard]] const SampleTile* tile(int row) const;

Q_SIGNALS:
    /// The rows are up to date.
    void listed();
    void failed(const digitpad::Error& error);

private:
    /// A tile, and in which state of the store it was read.
    struct Held {
        SampleTile tile;
        int state = 0;
    };
    /// What readPage() was asked for.
    struct Asked {
        int block = 0;
        int state = 0;
    };

    void refresh();
    void list();
    void accept(quint64 id, const std::vector<SampleEntry>& entries);
    void become(const std::vector<SampleEntry>& entries);
    void acceptPage(quint64 id, const SamplePage& page);

    Store* m_store = nullptr;
    SampleFilter m_filter;
    std::optional<SampleFilter> m_listedFilter;
    std::vector<SampleEntry> m_entries;
    bool m_following = false;
    bool m_isStale = true;
    quint64 m_listing = 0; // the call that is under way; 0: none
    SampleFilter m_listingFilter;
    int m_state = 0; // counts the store's changes

    // What painting asks for.
    mutable QCache<qint64, Held> m_tiles;
    mutable QSet<int> m_wanted;    // blocks of rows
    mutable QSet<int> m_requested; // the same, since the last change
    mutable QTimer m_askSoon;
    QHash<quint64, Asked> m_asked;
};

} // namespace digitpad
