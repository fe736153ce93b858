// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/recognition/recognition.h"

namespace digitpad {

/// What runs on the recognition thread. Its slots are called by queued signals only.
class RecognitionWorker : public QObject {
    Q_OBJECT

public:
    explicit RecognitionWorker(Recognition::EngineLoader loader);

    void start(const QString& modelFile, const QString& device);
    void read(quint64 id, const Ink& ink);
    void openModel(const QString& file);
    void useModel(std::shared_ptr<const Model> model, const QString& name);
    void setDevice(const QString& device);

Q_SIGNALS:
    void engineLoaded(
        const std::shared_ptr<const digitpad::Engine>& engine,
        const std::vector<digitpad::Device>& devices);
    void engineFailed(const digitpad::Error& error);
    void modelLoaded(const std::shared_ptr<const digitpad::Model>& model, const QString& name);
    void modelFailed(const digitpad::Error& error);
    void done(const digitpad::Reading& reading);
    void failed(quint64 id, const digitpad::Error& error);

private:
    void adopt(Result<std::shared_ptr<const Model>> model, const QString& name);

    Recognition::EngineLoader m_loader;
    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const Model> m_model;
    QString m_modelName;
    QString m_device;
};

} // namespace digitpad
