// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"

#include <QListView>

#include <vector>

namespace digitpad {

class SampleModel;

/// The samples in rows, each with its label and, where that is something else, what the network
/// had read.
class SampleGrid : public QListView {
    Q_OBJECT

public:
    explicit SampleGrid(SampleModel* model, QWidget* parent = nullptr);

    /// The selected ones, in the order of the rows.
    [[nodiscard]] std::vector<SampleEntry> selected() const;
    [[nodiscard]] qsizetype selectedCount() const;

Q_SIGNALS:
    void selectedChanged();

protected:
    void
    selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyboardSearch(const QString& search) override;

private:
    SampleModel* m_samples;
};

} // namespace digitpad
