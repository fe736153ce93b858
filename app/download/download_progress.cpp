// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download_progress.h"

#include "app/training/run_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace digitpad {

namespace {

constexpr qint64 kWindow = 5'000; // milliseconds: steady, and yet it tells when the network slows
constexpr qint64 kFirst = 500;    // before that a speed says nothing

class Words {
    Q_DECLARE_TR_FUNCTIONS(DownloadProgress)
};

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString progressText(const DownloadProgress& progress)
{
    if (progress.checking) {
        return Words::tr("Checking…");
    }
    const QString done = Words::tr("%1 of %2").arg(size(progress.received), size(progress.total));
    if (progress.bytesPerSecond <= 0) {
        return done;
    }
    const auto left = static_cast<double>(std::max<qint64>(progress.total - progress.received, 0));
    return Words::tr("%1 · %2/s · %3 left", "received of all, speed, duration")
        .arg(
            done, size(static_cast<qint64>(progress.bytesPerSecond)),
            timeLeftText(left / progress.bytesPerSecond));
}

double partDone(const DownloadProgress& progress)
{
    return progress.total > 0
               ? std::clamp(
                     static_cast<double>(progress.received) / static_cast<double>(progress.total),
                     0.0, 1.0)
               : 0;
}

void SpeedMeter::start()
{
    m_clock.start();
    m_marks = {{0, 0}};
}

void SpeedMeter::add(qint64 received)
{
    const qint64 now = m_clock.elapsed();
    m_marks.emplace_back(now, received);
    while (m_marks.size() > 2 && m_marks[1].first <= now - kWindow) {
        m_marks.pop_front();
    }
}

double SpeedMeter::bytesPerSecond() const
{
    if (m_marks.empty()) {
        return 0;
    }
    const auto& [firstTime, firstBytes] = m_marks.front();
    const auto& [lastTime, lastBytes] = m_marks.back();
    constexpr double kMilliseconds = 1000;
    return lastTime - firstTime < kFirst
               ? 0
               : kMilliseconds * static_cast<double>(lastBytes - firstBytes) /
                     static_cast<double>(lastTime - firstTime);
}

} // namespace digitpad
