// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace digitpad {

/// A new run takes the place of the last one, and of its model: asks whether to save that first.
/// Calls neither where there is to be no new run.
void askToSaveModel(
    QWidget* page, const std::function<void()>& save, const std::function<void()>& discard);

/// It also takes the place of a run that was interrupted: asks whether to go on with that instead.
void askToForgetRun(
    QWidget* page, const std::function<void()>& goOn, const std::function<void()>& beginNew);

} // namespace digitpad
