// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_reader.h"

#include "core/engine/model.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <utility>

namespace digitpad {

namespace {

// Decoding keeps two cores busy; two of the largest pictures still fit into the memory there is.
constexpr int kThreads = 2;
constexpr int kSendEvery = 50; // milliseconds

} // namespace

/// Shared by the threads that work on it: each takes the next picture until none is left.
struct PictureReader::Job {
    std::vector<PictureRequest> requests;
    Preparation how = Preparation::Auto;
    std::shared_ptr<const Model> model;
    std::atomic<std::size_t> next = 0;
};

PictureReader::PictureReader(QObject* parent) : QObject(parent)
{
    m_finder.setMaxThreadCount(1);
    m_readers.setMaxThreadCount(kThreads);
}

PictureReader::~PictureReader()
{
    stop();
    m_finder.waitForDone();
    m_readers.waitForDone();
}

void PictureReader::find(const QStringList& paths)
{
    ++m_finding;
    m_finder.start([this, paths, stop = m_stopFinding.get_token()] {
        const FoundPictures pictures = findPictures(paths, stop);
        QMetaObject::invokeMethod(this, [this, pictures, stop] {
            if (!stop.stop_requested()) {
                --m_finding;
                Q_EMIT found(pictures);
            }
        });
    });
}

void PictureReader::read(
    std::vector<PictureRequest> requests, Preparation how, std::shared_ptr<const Model> model)
{
    m_stopReading.request_stop();
    m_stopReading = {};
    const auto job = std::make_shared<Job>();
    job->requests = std::move(requests);
    job->how = how;
    job->model = std::move(model);
    const auto threads = std::min<std::size_t>(kThreads, job->requests.size());
    for (std::size_t i = 0; i < threads; ++i) {
        m_readers.start([this, job, stop = m_stopReading.get_token()] { work(*job, stop); });
    }
}

void PictureReader::work(Job& job, const std::stop_token& stop)
{
    std::vector<PictureAnswer> answers;
    QElapsedTimer sinceSent;
    sinceSent.start();
    while (!stop.stop_requested()) {
        const std::size_t i = job.next++;
        if (i >= job.requests.size()) {
            break;
        }
        answers.push_back(readPicture(job.requests[i], job.how, job.model.get(), stop));
        if (sinceSent.elapsed() >= kSendEvery) {
            send(std::exchange(answers, {}), stop);
            sinceSent.restart();
        }
    }
    if (!answers.empty()) {
        send(std::move(answers), stop);
    }
}

// Stopping is done on the thread that receives, so no answer slips through after it.
void PictureReader::send(std::vector<PictureAnswer> answers, const std::stop_token& stop)
{
    QMetaObject::invokeMethod(this, [this, answers = std::move(answers), stop] {
        if (!stop.stop_requested()) {
            Q_EMIT answered(answers);
        }
    });
}

void PictureReader::stop()
{
    m_stopFinding.request_stop();
    m_stopFinding = {};
    m_finding = 0;
    m_stopReading.request_stop();
    m_stopReading = {};
}

} // namespace digitpad
