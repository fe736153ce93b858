// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/glyph.h"
#include "core/engine/engine.h"
#include "core/ink/stroke.h"
#include "core/number/number.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace digitpad {

class RecognitionWorker;

/// What came of a drawing.
struct Reading {
    quint64 id = 0;               ///< as Recognition::read returned it
    Glyph glyph;                  ///< all of it as one digit, where there is no number
    std::optional<Number> number; ///< absent while there is no model, or the ink is blank
    double milliseconds = 0;      ///< separating, rendering and inference
};

/// The recognition thread as the GUI sees it. It loads the engine and the model, and reads drawings
/// latest-wins: one at work, one waiting; what a newer one overtakes is never read. No call blocks;
/// answers come as signals on the thread this object lives on.
class Recognition : public QObject {
    Q_OBJECT

public:
    using EngineLoader = std::function<Result<std::shared_ptr<const Engine>>()>;

    /// The loader is called on the recognition thread once start() has been.
    explicit Recognition(EngineLoader loader, QObject* parent = nullptr);
    ~Recognition() override;

    /// Loads the engine, then the model file (a path or resource), on the device ("auto",
    /// "cpu"...).
    void start(const QString& modelFile, const QString& device);

    /// Renders and reads a drawing. Returns the id that its reading() will carry.
    quint64 read(Ink ink);
    /// The last id that read() returned.
    [[nodiscard]] quint64 lastId() const { return m_lastId; }

    /// The following change the model in use. On failure modelFailed() says why and the model in
    /// use stays. A model of a run is given with the name to show.
    void openModel(const QString& file);
    void useModel(std::shared_ptr<const Model> model, const QString& name);
    void setDevice(const QString& device);

    /// What is there now; null or empty before engineReady() and modelChanged().
    [[nodiscard]] std::shared_ptr<const Engine> engine() const { return m_engine; }
    [[nodiscard]] const std::vector<Device>& devices() const { return m_devices; }
    [[nodiscard]] std::shared_ptr<const Model> model() const { return m_model; }
    /// The file or the name of the model in use, as it was given.
    [[nodiscard]] QString modelName() const { return m_modelName; }

Q_SIGNALS:
    void engineReady();
    void engineFailed(const digitpad::Error& error);
    void modelChanged();
    void modelFailed(const digitpad::Error& error);
    void reading(const digitpad::Reading& reading);
    void readingFailed(quint64 id, const digitpad::Error& error);

private:
    void sendWaiting();

    QThread m_thread;
    RecognitionWorker* m_worker = nullptr; // lives on m_thread, deleted when it finishes
    std::shared_ptr<const Engine> m_engine;
    std::vector<Device> m_devices;
    std::shared_ptr<const Model> m_model;
    QString m_modelName;
    quint64 m_lastId = 0;
    bool m_busy = false;
    std::optional<std::pair<quint64, Ink>> m_waiting;
};

} // namespace digitpad
