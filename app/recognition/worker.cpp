// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recognition/worker.h"

#include "app/model_file.h"
#include "core/ink/render.h"

#include <QElapsedTimer>

#include <utility>

namespace digitpad {

RecognitionWorker::RecognitionWorker(Recognition::EngineLoader loader) : m_loader(std::move(loader))
{
}

void RecognitionWorker::start(const QString& modelFile, const QString& device)
{
    m_device = device;
    Result<std::shared_ptr<const Engine>> engine = m_loader();
    if (!engine) {
        Q_EMIT engineFailed(engine.error());
        return;
    }
    m_engine = *std::move(engine);
    Q_EMIT engineLoaded(m_engine, m_engine->devices());
    openModel(modelFile);
    if (m_model == nullptr && modelFile != kDefaultModelFile) {
        openModel(kDefaultModelFile); // last time's file is gone or damaged: said, and got over
    }
    if (m_model == nullptr && m_device != QStringLiteral("auto")) {
        m_device = QStringLiteral("auto"); // last time's GPU is gone
        openModel(kDefaultModelFile);
    }
}

void RecognitionWorker::read(quint64 id, const Ink& ink)
{
    QElapsedTimer timer;
    timer.start();
    Reading reading{.id = id, .glyph = renderInk(ink), .number = {}, .milliseconds = 0};
    if (m_model != nullptr && !reading.glyph.isBlank()) {
        auto number = readNumber(*m_model, ink);
        if (!number) {
            Q_EMIT failed(id, number.error());
            return;
        }
        reading.number = *std::move(number);
    }
    reading.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    Q_EMIT done(reading);
}

void RecognitionWorker::openModel(const QString& file)
{
    if (m_engine != nullptr) {
        adopt(loadModelFile(*m_engine, file, m_device), file);
    }
}

void RecognitionWorker::useModel(std::shared_ptr<const Model> model, const QString& name)
{
    adopt(std::move(model), name);
}

void RecognitionWorker::setDevice(const QString& device)
{
    if (m_engine == nullptr || m_model == nullptr) {
        m_device = device;
        return;
    }
    // The model moves as the bytes it would be saved as: one way to make a model, whatever it is
    // of.
    const Result<std::string> pth = m_model->toPth();
    if (!pth) {
        Q_EMIT modelFailed(pth.error());
        return;
    }
    auto moved = m_engine->load(*pth, device.toStdString());
    if (moved) {
        m_device = device;
    }
    adopt(std::move(moved), m_modelName);
}

void RecognitionWorker::adopt(Result<std::shared_ptr<const Model>> model, const QString& name)
{
    if (!model) {
        Q_EMIT modelFailed(model.error());
        return;
    }
    m_model = *std::move(model);
    m_modelName = name;
    Q_EMIT modelLoaded(m_model, name);
}

} // namespace digitpad
