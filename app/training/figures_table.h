// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QGridLayout;

namespace digitpad {

struct DataCounts;
struct TrainingOutcome;

/// How a model does on each set it was tested on, and how the one did that it was fine-tuned from.
/// Hidden where there is but one figure.
class FiguresTable : public QWidget {
    Q_OBJECT

public:
    explicit FiguresTable(QWidget* parent = nullptr);

    void setFigures(const DataCounts& counts, const TrainingOutcome& outcome);

private:
    void addHead(bool hasBefore);
    void addRow(
        const QString& name, const std::optional<double>& before,
        const std::optional<double>& after, bool hasBefore);
    void addCell(const QString& text, int row, int column, bool isResult = false);
    void clear();

    QGridLayout* m_grid;
    QString m_spoken; ///< for a screen reader
};

} // namespace digitpad
