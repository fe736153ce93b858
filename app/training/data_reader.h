// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training_data.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

namespace digitpad {

/// Reads training data to be looked at, off the GUI thread. Answers come as signals on the thread
/// this object lives on. The destructor waits for what cannot be stopped at once.
class DataReader : public QObject {
    Q_OBJECT

public:
    explicit DataReader(QObject* parent = nullptr);
    ~DataReader() override;

    /// Stops what is being read, and reads this. finished() or failed() follows, unless it is
    /// stopped in its turn.
    void read(const DataSources& sources, const TrainingOptions& options);

    /// No answer follows.
    void stop();

    [[nodiscard]] bool isReading() const { return m_reading; }

Q_SIGNALS:
    void finished(const std::shared_ptr<const digitpad::TrainingData>& data);
    void failed(const digitpad::Error& error);

private:
    QThreadPool m_threads;
    std::stop_source m_stop;
    bool m_reading = false;
};

} // namespace digitpad
