// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/test_digits.h"
#include "core/data/damage.h"
#include "core/engine/engine.h"

#include <QPointF>
#include <QString>

#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace digitpad {

/// A model to draw a curve of.
struct CurveModel {
    QString id;   ///< another one for each
    QString name; ///< for people
    QString file; ///< to load it from, where `model` is null
    std::shared_ptr<const Model> model;
    int number = 0; ///< of its colour and shape
};

/// How well a model reads as a damage grows: amounts and the shares that were read right, as many
/// as are known by now.
struct DamageCurve {
    CurveModel model;
    std::vector<QPointF> points;
};

/// Computes such curves in the background, and keeps what it has computed until the digits change.
class DamageCurves : public QObject {
    Q_OBJECT

public:
    static constexpr int kAmounts = 9;
    static constexpr std::size_t kMostDigits = 1'000; ///< a sample of them, always the same

    explicit DamageCurves(QObject* parent = nullptr);

    void setDigits(const std::shared_ptr<const TestDigits>& digits);
    /// Which curves; what is not known of them is computed, model after model.
    void show(
        const std::shared_ptr<const Engine>& engine, std::vector<CurveModel> models, Damage damage);
    /// What takes time stops, and goes on with the next show().
    void stop();

    [[nodiscard]] std::vector<DamageCurve> curves() const;
    [[nodiscard]] Damage damage() const { return m_damage; }
    /// How many digits a point is of; 0 while there are none.
    [[nodiscard]] std::size_t digitCount() const
    {
        return m_sample == nullptr ? 0 : m_sample->size();
    }
    /// 0 to 1, which is all of it.
    [[nodiscard]] double progress() const;

    /// The amount of a curve's point, 0 to kAmounts - 1.
    [[nodiscard]] static double amountAt(Damage damage, int point);

Q_SIGNALS:
    /// There is more of the curves, or others.
    void changed();
    /// This model cannot be read with.
    void failed(const QString& id, const digitpad::Error& error);

private:
    using Key = std::tuple<QString, Damage, int>; ///< model, damage, number of the point

    /// Points to compute, of one model.
    struct Job {
        CurveModel model;
        std::vector<int> points;
    };
    [[nodiscard]] std::vector<Job> jobs() const;
    void compute();
    void computeOne(
        const BackgroundTask& task, const Job& job, const Engine& engine, Damage damage,
        const Dataset& sample);

    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const TestDigits> m_digits;
    std::shared_ptr<const Dataset> m_sample;
    std::vector<CurveModel> m_models;
    Damage m_damage = Damage::Rotation;
    std::map<Key, double> m_known;
    std::map<QString, std::shared_ptr<const Model>> m_loaded;
    Background m_reader;
};

} // namespace digitpad
