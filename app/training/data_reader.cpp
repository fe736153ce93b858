// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/data_reader.h"

#include <utility>

namespace digitpad {

DataReader::DataReader(QObject* parent) : QObject(parent)
{
    m_threads.setMaxThreadCount(1);
}

DataReader::~DataReader()
{
    stop();
    m_threads.waitForDone();
}

void DataReader::read(const DataSources& sources, const TrainingOptions& options)
{
    stop();
    m_stop = {};
    m_reading = true;
    m_threads.start([this, sources, options, stop = m_stop.get_token()] {
        Result<TrainingData> data = readTrainingData(sources, options, stop);
        const Error error = data ? Error{} : data.error();
        auto shared = data ? std::make_shared<const TrainingData>(*std::move(data)) : nullptr;
        QMetaObject::invokeMethod(this, [this, shared = std::move(shared), error, stop] {
            if (stop.stop_requested()) {
                return;
            }
            m_reading = false;
            if (shared != nullptr) {
                Q_EMIT finished(shared);
            } else {
                Q_EMIT failed(error);
            }
        });
    });
}

void DataReader::stop()
{
    m_stop.request_stop();
    m_reading = false;
}

} // namespace digitpad
