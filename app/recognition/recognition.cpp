// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/recognition.h"

#include "app/recognition/worker.h"

#include <utility>

namespace digitpad {

Recognition::Recognition(EngineLoader loader, QObject* parent)
    : QObject(parent), m_worker(new RecognitionWorker(std::move(loader)))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("recognition"));
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(
        m_worker, &RecognitionWorker::engineLoaded, this,
        [this](const std::shared_ptr<const Engine>& engine, const std::vector<Device>& devices) {
            m_engine = engine;
            m_devices = devices;
            Q_EMIT engineReady();
        });
    connect(m_worker, &RecognitionWorker::engineFailed, this, &Recognition::engineFailed);
    connect(
        m_worker, &RecognitionWorker::modelLoaded, this,
        [this](const std::shared_ptr<const Model>& model, const QString& name) {
            m_model = model;
            m_modelName = name;
            Q_EMIT modelChanged();
        });
    connect(m_worker, &RecognitionWorker::modelFailed, this, &Recognition::modelFailed);
    connect(m_worker, &RecognitionWorker::done, this, [this](const Reading& done) {
        m_busy = false;
        sendWaiting();
        Q_EMIT reading(done);
    });
    connect(m_worker, &RecognitionWorker::failed, this, [this](quint64 id, const Error& error) {
        m_busy = false;
        sendWaiting();
        Q_EMIT readingFailed(id, error);
    });
    m_thread.start();
}

Recognition::~Recognition()
{
    m_thread.quit();
    m_thread.wait();
}

void Recognition::start(const QString& modelFile, const QString& device)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, modelFile, device] { worker->start(modelFile, device); });
}

quint64 Recognition::read(Ink ink)
{
    m_waiting.emplace(++m_lastId, std::move(ink));
    sendWaiting();
    return m_lastId;
}

void Recognition::sendWaiting()
{
    if (m_busy || !m_waiting) {
        return;
    }
    m_busy = true;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id = m_waiting->first, ink = std::move(m_waiting->second)] {
            worker->read(id, ink);
        });
    m_waiting.reset();
}

void Recognition::openModel(const QString& file)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, file] { worker->openModel(file); });
}

void Recognition::useModel(std::shared_ptr<const Model> model, const QString& name)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, model = std::move(model), name] {
        worker->useModel(model, name);
    });
}

void Recognition::setDevice(const QString& device)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, device] { worker->setDevice(device); });
}

} // namespace digitpad
