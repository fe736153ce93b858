// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/own_samples.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;

namespace digitpad {

class Store;

/// The own samples as something to learn from: a tick, how many there are, and whose, where there
/// are several writers'.
class SamplesRow : public QWidget {
    Q_OBJECT

public:
    explicit SamplesRow(QWidget* parent = nullptr);

    /// Where they are; it must outlive this. Without it there are none.
    void setStore(Store& store);

    [[nodiscard]] bool isTicked() const;
    void setTicked(bool ticked);

    /// Those that are chosen.
    [[nodiscard]] OwnSamples samples() const;
    /// How many these are; nothing while that is not known.
    [[nodiscard]] const std::optional<qsizetype>& count() const { return m_count; }

    /// Everybody's, or those of one, as QSettings keeps it.
    [[nodiscard]] QString writer() const;
    void setWriter(const QString& writer);

Q_SIGNALS:
    /// The tick, the writer, or the count.
    void changed();

private:
    void look();
    void showWriters(const SampleOverview& overview);
    void showState();

    Store* m_store = nullptr;
    QCheckBox* m_tick;
    QLabel* m_note;
    QComboBox* m_writer;
    QString m_wanted; ///< the writer that was chosen last time, until the writers are known
    std::optional<qsizetype> m_count;
    quint64 m_overviewId = 0; // of the questions to the store; older answers are stale
    quint64 m_countId = 0;
};

} // namespace digitpad
