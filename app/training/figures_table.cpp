// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/figures_table.h"

#include "app/shell/theme.h"
#include "app/training/run_words.h"
#include "app/training/training_run.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace digitpad {

namespace {

QString named(const QString& name, std::size_t count)
{
    return FiguresTable::tr("%1 · %2", "a set, its digits")
        .arg(name, QLocale().toString(qulonglong{count}));
}

} // namespace

FiguresTable::FiguresTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme::kMargin);
    m_grid->setVerticalSpacing(theme::kGap / 2);
    m_grid->setColumnStretch(0, 1);
    hide();
}

void FiguresTable::setFigures(const DataCounts& counts, const TrainingOutcome& outcome)
{
    clear();
    const bool hasBefore = outcome.before.has_value();
    const bool isTable = hasBefore || (outcome.testAccuracy && outcome.ownAccuracy);
    setVisible(isTable);
    if (!isTable) {
        return;
    }
    addHead(hasBefore);
    const auto before = outcome.before.value_or(Figures{});
    const QString own = counts.ownIsLearnt ? tr("Own samples, learnt") : tr("Own samples");
    if (outcome.ownAccuracy) {
        addRow(named(own, counts.own), before.own, outcome.ownAccuracy, hasBefore);
    }
    if (outcome.testAccuracy) {
        addRow(named(tr("Test digits"), counts.test), before.test, outcome.testAccuracy, hasBefore);
    }
    setAccessibleName(m_spoken);
}

void FiguresTable::clear()
{
    m_spoken.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void FiguresTable::addHead(bool hasBefore)
{
    if (hasBefore) {
        addCell(tr("Before"), 0, 1);
        addCell(tr("After"), 0, 2);
    }
}

void FiguresTable::addRow(
    const QString& name, const std::optional<double>& before, const std::optional<double>& after,
    bool hasBefore)
{
    const int row = m_grid->rowCount();
    addCell(name, row, 0);
    if (hasBefore) {
        addCell(before ? percentText(*before) : QStringLiteral("–"), row, 1);
    }
    addCell(percentText(*after), row, 2, true);
    m_spoken +=
        hasBefore && before
            ? tr("%1: %2 before, %3 after.").arg(name, percentText(*before), percentText(*after))
            : tr("%1: %2.").arg(name, percentText(*after));
}

void FiguresTable::addCell(const QString& text, int row, int column, bool isResult)
{
    auto* label = new QLabel(text, this);
    if (isResult) {
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
    } else {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    label->setWordWrap(column == 0);
    // On one line: Chinese words are higher than figures, above the line more than below it.
    label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom);
    m_grid->addWidget(label, row, column);
    label->show();
}

} // namespace digitpad
