// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString wholeDuration(qint64 seconds)
{
    const QLocale locale;
    if (seconds < 60) {
        return Words::tr("%1 s").arg(locale.toString(seconds));
    }
    if (seconds < 3600) {
        return Words::tr("%1 min %2 s")
            .arg(locale.toString(seconds / 60), locale.toString(seconds % 60));
    }
    return Words::tr("%1 h %2 min")
        .arg(locale.toString(seconds / 3600), locale.toString(seconds / 60 % 60));
}

/// An estimate may be anything, no number included.
qint64 whole(double estimate)
{
    constexpr double kMost = 1e9;
    return estimate > 0 ? std::llround(std::ceil(std::min(estimate, kMost))) : 0;
}

} // namespace

QString durationText(double seconds)
{
    if (seconds < 59.95) { // else the tenth would round up to 60.0 s
        return Words::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    }
    return wholeDuration(std::llround(seconds));
}

QString progressText(const TrainingProgress& progress)
{
    const QLocale locale;
    return Words::tr("epoch %1 of %2 · %3 digits/s · %4 left")
        .arg(
            locale.toString(progress.epoch), locale.toString(progress.epochs),
            locale.toString(whole(progress.digitsPerSecond)), timeLeftText(progress.secondsLeft));
}

QString timeLeftText(double seconds)
{
    return wholeDuration(whole(seconds));
}

QString learntFromText(const DataCounts& counts)
{
    const QString digits = Words::tr("%Ln digits", nullptr, static_cast<int>(counts.digits));
    return counts.none == 0
               ? digits
               : Words::tr("%1 and %Ln that are none", nullptr, static_cast<int>(counts.none))
                     .arg(digits);
}

QString ownDigitsText(const DataCounts& counts)
{
    const int own = static_cast<int>(counts.own);
    return counts.ownIsLearnt
               ? Words::tr(
                     "of %Ln own samples read right. It has learnt from them: they are too few to "
                     "keep some aside.",
                     nullptr, own)
               : Words::tr("of %Ln own samples read right, which were kept aside", nullptr, own);
}

QString rehearsalText(Rehearsal rehearsal)
{
    switch (rehearsal) {
    case Rehearsal::Mnist:
        return Words::tr("So that it does not forget, it goes over digits of MNIST, too.");
    case Rehearsal::Synthetic:
        return Words::tr("So that it does not forget, it goes over synthetic digits, too.");
    case Rehearsal::StandIn:
        break;
    }
    return Words::tr("What it was trained on is not here: synthetic digits stand in, so that it "
                     "forgets less.");
}

QString percentText(double part)
{
    return Words::tr("%1 %").arg(QLocale().toString(100 * part, 'f', 2));
}

} // namespace digitpad
