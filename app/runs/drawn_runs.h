// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/run_record.h"
#include "core/base/error.h"

#include <QObject>

#include <map>
#include <vector>

namespace digitpad {

class Store;

/// The runs whose curves are drawn, with their points: read from the store when they are chosen,
/// and again when they went on.
class DrawnRuns : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Must outlive this.
    void setStore(Store& store);

    /// Which to draw, as the list has them at present. What is not drawn any more is let go.
    void choose(const std::vector<RunSummary>& runs);

    /// Those that are read, in the order in which they were chosen.
    [[nodiscard]] std::vector<const StoredRun*> runs() const;

Q_SIGNALS:
    void changed();
    void failed(const digitpad::Error& error);

private:
    struct Drawn {
        StoredRun run;
        bool isRead = false;
        bool isUnreadable = false; ///< and was said to be
        quint64 asked = 0;         ///< the call that is to be answered; 0 for none
        bool isStale = false;      ///< the run went on since then
    };

    void read(const QString& id, Drawn& drawn);
    void tell();
    /// The run that a call asked for; the end where none is any more.
    std::map<QString, Drawn>::iterator askedBy(quint64 call);
    void take(quint64 call, const StoredRun& run);
    void fail(quint64 call, const Error& error);

    Store* m_store = nullptr;
    std::vector<QString> m_order;
    std::map<QString, Drawn> m_drawn;
};

} // namespace digitpad
