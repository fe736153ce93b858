// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <deque>
#include <utility>

namespace digitpad {

/// How far a download is; bytes as they are packed, of all files together.
struct DownloadProgress {
    qint64 received = 0;
    qint64 total = 0;          ///< about
    double bytesPerSecond = 0; ///< of the last seconds; 0 while it is not known
    bool checking = false;     ///< what has arrived, or was there already, is looked at
};

/// "5.2 MB of 11.6 MB · 2.1 MB/s · 4 s left".
[[nodiscard]] QString progressText(const DownloadProgress& progress);

/// 0 to 1.
[[nodiscard]] double partDone(const DownloadProgress& progress);

/// How fast bytes arrive, over the last seconds.
class SpeedMeter {
public:
    void start();
    /// `received` bytes have arrived since it was started.
    void add(qint64 received);
    [[nodiscard]] double bytesPerSecond() const;

private:
    QElapsedTimer m_clock;
    std::deque<std::pair<qint64, qint64>> m_marks; ///< milliseconds, bytes
};

} // namespace digitpad
