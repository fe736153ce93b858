// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/checkpoint_file.h"
#include "app/cli/messages.h"
#include "core/engine/training.h"

#include <QElapsedTimer>

namespace digitpad {

/// Prints a training run as it goes on: the article's lines to standard output, and on a terminal
/// how far it is, on one line that is gone when the printer is.
class RunPrinter {
public:
    /// "Epoch [1/5], Batch [100/938], Loss: 0.4271"
    void print(const LossPoint& point);
    /// At most as often as an eye can follow.
    void show(const TrainingProgress& progress);
    /// Says, once, that checkpoints cannot be written and why.
    void sayFailure(CheckpointFile& file);

private:
    ProgressLine m_line;
    QElapsedTimer m_sinceShown;
};

} // namespace digitpad
