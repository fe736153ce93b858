// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_view.h"

#include "app/save_file.h"
#include "app/shell/theme.h"
#include "app/training/file_saver.h"
#include "app/training/loss_chart.h"
#include "app/training/run_log.h"
#include "app/training/training_actions.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QBuffer>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace digitpad {

namespace {

} // namespace

RunView::RunView(const TrainingActions& actions, FileSaver& saver, QWidget* parent)
    : QWidget(parent),
      m_saver(saver),
      m_chart(new LossChart(this)),
      m_progress(new ProgressLine(this)),
      m_text(new QLabel(this)),
      m_log(new RunLog(actions.showLog, this))
{
    m_progress->hide();
    auto* chartButton = makeToolButton(actions.saveChart);
    chartButton->addAction(actions.saveSvg); // makes it a menu beside the button
    chartButton->setPopupMode(QToolButton::MenuButtonPopup);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(m_text, 1);
    row->addWidget(chartButton);
    row->addWidget(makeToolButton(actions.savePoints));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_progress);
    layout->addLayout(row);
    layout->addWidget(m_log);

    connect(actions.saveChart, &QAction::triggered, this, &RunView::saveChart);
    connect(actions.saveSvg, &QAction::triggered, this, &RunView::saveSvg);
    connect(actions.savePoints, &QAction::triggered, this, &RunView::savePoints);
}

void RunView::setRun(const TrainingRun* run)
{
    m_run = run;
    m_chart->setRun(run);
    m_progress->setVisible(run != nullptr);
}

void RunView::refresh()
{
    m_chart->refresh();
}

void RunView::setProgress(double done)
{
    m_progress->setValue(static_cast<int>(ProgressLine::kSteps * done));
    m_progress->show();
}

void RunView::setText(const QString& text)
{
    m_text->setText(text);
}

void RunView::log(const QStringList& lines)
{
    m_log->append(lines);
}

void RunView::clearLog()
{
    m_log->clear();
}

void RunView::saveChart()
{
    m_saver.save(
        tr("Save the chart"), QStringLiteral("training.png"), tr("Pictures (*.png)"),
        [image = m_chart->image()](const QString& path) {
            QByteArray png;
            QBuffer buffer(&png);
            image.save(&buffer, "PNG");
            return saveFile(path, png);
        });
}

void RunView::saveSvg()
{
    m_saver.save(
        tr("Save the chart"), QStringLiteral("training.svg"), tr("Vector graphics (*.svg)"),
        [svg = m_chart->svg()](const QString& path) { return saveFile(path, svg); });
}

void RunView::savePoints()
{
    if (m_run == nullptr) {
        return;
    }
    m_saver.save(
        tr("Save the points"), QStringLiteral("training.csv"), tr("Tables (*.csv)"),
        [run = *m_run](const QString& path) { return saveFile(path, toCsv(run)); });
}

} // namespace digitpad
