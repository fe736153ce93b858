// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training.h"

#include "app/training/run_steering.h"
#include "app/training/training_worker.h"

#include <QCoreApplication>

#include <utility>

namespace digitpad {

Training::Training(QObject* parent)
    : QObject(parent),
      m_steering(std::make_shared<RunSteering>()),
      m_worker(new TrainingWorker(m_closing.get_token()))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("training"));
    connect(&m_thread, &QThread::started, m_worker, &TrainingWorker::stepBack);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &TrainingWorker::devicesFound, this, &Training::devicesFound);
    connect(m_worker, &TrainingWorker::dataRead, this, &Training::dataRead);
    connect(m_worker, &TrainingWorker::runFound, this, &Training::runFound);
    connect(m_worker, &TrainingWorker::updated, this, &Training::updated);
    connect(m_worker, &TrainingWorker::pausedChanged, this, &Training::pausedChanged);
    connect(m_worker, &TrainingWorker::steered, this, &Training::steered);
    connect(m_worker, &TrainingWorker::checkpointFailed, this, &Training::checkpointFailed);
    connect(m_worker, &TrainingWorker::finished, this, [this](const TrainingOutcome& outcome) {
        m_running = false;
        Q_EMIT finished(outcome);
    });
    connect(m_worker, &TrainingWorker::failed, this, [this](const Error& error) {
        m_running = false;
        Q_EMIT failed(error);
    });
    connect(m_worker, &TrainingWorker::interruptedFound, this, &Training::interruptedFound);
    connect(
        m_worker, &TrainingWorker::interruptedUnreadable, this, &Training::interruptedUnreadable);
    connect(m_worker, &TrainingWorker::reviewed, this, &Training::reviewed);
    connect(m_worker, &TrainingWorker::reviewFailed, this, &Training::reviewFailed);
    m_thread.start();
}

Training::~Training()
{
    stopAndWait();
}

void Training::setEngine(std::shared_ptr<const Engine> engine)
{
    post([worker = m_worker, engine = std::move(engine)] { worker->setEngine(engine); });
}

void Training::lookFor(const QString& checkpointFile)
{
    post([worker = m_worker, checkpointFile] { worker->lookFor(checkpointFile); });
}

void Training::start(const TrainingRequest& request)
{
    begin([request](TrainingWorker& worker, const RunHandle& run) { worker.run(request, run); });
}

void Training::startFrom(const QString& checkpointFile)
{
    begin([checkpointFile](TrainingWorker& worker, const RunHandle& run) {
        worker.runFrom(checkpointFile, run);
    });
}

void Training::goOn(int moreEpochs)
{
    begin([moreEpochs](TrainingWorker& worker, const RunHandle& run) {
        worker.goOn(moreEpochs, run);
    });
}

void Training::stop()
{
    m_stop.request_stop();
}

void Training::pause()
{
    m_steering->pause(true);
}

void Training::resume()
{
    m_steering->pause(false);
}

void Training::setLearningRate(double rate)
{
    m_steering->setLearningRate(rate);
}

void Training::addEpoch()
{
    m_steering->addEpoch();
}

void Training::review()
{
    post([worker = m_worker] { worker->review(); });
}

void Training::stopAndWait()
{
    m_closing.request_stop();
    m_stop.request_stop();
    m_thread.quit();
    m_thread.wait();
    m_worker = nullptr;
    QCoreApplication::removePostedEvents(this, QEvent::MetaCall); // answers on their way
    m_running = false;
}

template <class Call> void Training::begin(Call call)
{
    if (m_running || m_worker == nullptr) {
        return;
    }
    m_running = true;
    m_stop = {};
    m_steering = std::make_shared<RunSteering>();
    post([worker = m_worker, call, run = RunHandle{m_stop.get_token(), m_steering}] {
        call(*worker, run);
    });
}

template <class Call> void Training::post(Call call)
{
    if (m_worker != nullptr) {
        QMetaObject::invokeMethod(m_worker, std::move(call));
    }
}

} // namespace digitpad
