// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_printer.h"

#include "app/cli/output.h"
#include "app/error_text.h"

#include <QLocale>

#include <cmath>

namespace digitpad {

void RunPrinter::print(const LossPoint& point)
{
    m_line.clear();
    printLine(
        "Epoch [" + std::to_string(point.epoch) + '/' + std::to_string(point.epochs) +
        "], Batch [" + std::to_string(point.batch) + '/' + std::to_string(point.batches) +
        "], Loss: " + fixed(point.loss, 4));
    outputError(); // hands it on; what is lost is said at the end and does not cost the training
}

void RunPrinter::show(const TrainingProgress& progress)
{
    constexpr qint64 kMilliseconds = 100;
    if (!m_line.isVisible() || (m_sinceShown.isValid() && m_sinceShown.elapsed() < kMilliseconds)) {
        return;
    }
    m_sinceShown.start();
    const double epochs = progress.epoch - 1 + double(progress.batch) / progress.batches;
    const QLocale locale;
    m_line.show(CommandLine::tr("%1 %, epoch %2 of %3, %4 digits a second, %5 s left")
                    .arg(
                        locale.toString(std::floor(100 * epochs / progress.epochs), 'f', 0),
                        locale.toString(progress.epoch), locale.toString(progress.epochs),
                        locale.toString(progress.digitsPerSecond, 'f', 0),
                        locale.toString(std::ceil(progress.secondsLeft), 'f', 0)));
}

void RunPrinter::sayFailure(CheckpointFile& file)
{
    if (const auto failure = file.takeFailure()) {
        m_line.clear();
        say(CommandLine::tr("The training goes on, but without checkpoints: %1")
                .arg(describe(*failure)));
    }
}

} // namespace digitpad
