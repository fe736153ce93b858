// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"

#include <QObject>
#include <QSet>
#include <QString>

#include <cstdint>
#include <vector>

namespace digitpad {

class Store;
struct RunEnd;

/// Keeps what the Training page's runs tell among all runs. Without a store it keeps nothing.
class RunRecorder : public QObject {
    Q_OBJECT

public:
    /// What became of the network of the last run.
    enum class Network : std::uint8_t {
        None, ///< there is none, or none yet
        Kept, ///< among all runs
        Lost, ///< it could not be kept
    };

    using QObject::QObject;

    /// Once; it must outlive this.
    void setStore(Store& store);

    /// A run begins, or goes on where it has told something before. `data` is what it learns from,
    /// as it is recorded with the model.
    void begin(const TrainingRun& run, const QString& data);
    /// The learning rate or the number of epochs was changed on the way.
    void steer(const TrainingChange& change);
    void tell(const std::vector<TrainingEvent>& events);
    void end(const TrainingOutcome& outcome);
    void fail(const Error& error);

    [[nodiscard]] Network network() const { return m_network; }
    /// Of the last run, where its network is kept; else empty.
    [[nodiscard]] QString kept() const { return m_network == Network::Kept ? m_run : QString(); }
    /// What that is called.
    [[nodiscard]] const QString& name() const { return m_name; }

    /// Takes the last run from among all runs, where its network is kept there, and gives its id;
    /// else an empty one. It can be restored until tomorrow.
    QString remove();
    /// Puts a run back that was removed; it is the last one again where no other has begun since.
    void restore(const QString& run);

Q_SIGNALS:
    /// After a run's end.
    void networkChanged();
    /// Why a run could not be removed or restored.
    void failed(const digitpad::Error& error);

private:
    void finish(const RunEnd& end);
    void setNetwork(Network network);

    Store* m_store = nullptr;
    bool m_isOpen = true; ///< the store, as far as is known
    QString m_run;        ///< the last one; empty where it is not recorded
    QString m_name;       ///< once it is kept
    bool m_isAtWork = false;
    bool m_isFailing = false; ///< something of it could not be written
    Network m_network = Network::None;
    QSet<quint64> m_calls; ///< to remove or restore, that are to be answered
};

} // namespace digitpad
