// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_curves.h"

#include "app/model_file.h"
#include "core/data/chance.h"
#include "core/engine/evaluation.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace digitpad {

namespace {

constexpr std::uint64_t kSeed = 1; // of the sample and of what is drawn: alike for everybody

/// Digits drawn from all of them, without putting back.
Dataset sampleOf(const Dataset& data)
{
    std::vector<std::size_t> order(data.size());
    std::iota(order.begin(), order.end(), 0U);
    std::mt19937_64 random(kSeed);
    Chance chance(random);
    Dataset sample;
    for (std::size_t i = 0; i < std::min(DamageCurves::kMostDigits, order.size()); ++i) {
        std::swap(order[i], order[i + chance.below(order.size() - i)]);
        sample.glyphs.push_back(data.glyphs[order[i]]);
        sample.labels.push_back(data.labels[order[i]]);
    }
    return sample;
}

Dataset damagedSample(const Dataset& sample, Damage damage, double amount)
{
    Damages damages;
    damages[damage] = amount;
    Dataset result{.glyphs = {}, .labels = sample.labels};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        result.glyphs.push_back(damaged(sample.glyphs[i], damages, kSeed + i));
    }
    return result;
}

} // namespace

DamageCurves::DamageCurves(QObject* parent) : QObject(parent) {}

double DamageCurves::amountAt(Damage damage, int point)
{
    const auto [least, most] = rangeOf(damage);
    return least + (most - least) * point / (kAmounts - 1);
}

void DamageCurves::setDigits(const std::shared_ptr<const TestDigits>& digits)
{
    m_digits = digits;
    m_known.clear();
    m_sample =
        digits == nullptr ? nullptr : std::make_shared<const Dataset>(sampleOf(digits->data));
    compute();
}

void DamageCurves::show(
    const std::shared_ptr<const Engine>& engine, std::vector<CurveModel> models, Damage damage)
{
    m_engine = engine;
    m_models = std::move(models);
    m_damage = damage;
    compute();
}

void DamageCurves::stop()
{
    m_reader.stop();
}

std::vector<DamageCurve> DamageCurves::curves() const
{
    std::vector<DamageCurve> curves;
    for (const CurveModel& model : m_models) {
        DamageCurve curve{.model = model, .points = {}};
        for (int point = 0; point < kAmounts; ++point) {
            const auto known = m_known.find({model.id, m_damage, point});
            if (known != m_known.end()) {
                curve.points.emplace_back(amountAt(m_damage, point), known->second);
            }
        }
        curves.push_back(std::move(curve));
    }
    return curves;
}

double DamageCurves::progress() const
{
    std::size_t missing = 0;
    for (const Job& job : jobs()) {
        missing += job.points.size();
    }
    const std::size_t all = m_models.size() * kAmounts;
    return all > 0 ? 1 - static_cast<double>(missing) / static_cast<double>(all) : 1;
}

std::vector<DamageCurves::Job> DamageCurves::jobs() const
{
    std::vector<Job> jobs;
    for (CurveModel model : m_models) {
        const auto loaded = m_loaded.find(model.id);
        if (loaded != m_loaded.end()) {
            model.model = loaded->second;
        }
        Job job{.model = std::move(model), .points = {}};
        for (int point = 0; point < kAmounts; ++point) {
            if (!m_known.contains({job.model.id, m_damage, point})) {
                job.points.push_back(point);
            }
        }
        if (!job.points.empty()) {
            jobs.push_back(std::move(job));
        }
    }
    return jobs;
}

void DamageCurves::compute()
{
    m_reader.stop();
    Q_EMIT changed();
    auto missing = jobs();
    if (m_engine == nullptr || m_sample == nullptr || missing.empty()) {
        return;
    }
    m_reader.restart(
        [this, engine = m_engine, sample = m_sample, damage = m_damage,
         missing = std::move(missing)](const BackgroundTask& task) {
            for (const Job& job : missing) {
                computeOne(task, job, *engine, damage, *sample);
            }
            return true;
        },
        [this](bool) { Q_EMIT changed(); });
}

/// On another thread; what it finds it posts.
void DamageCurves::computeOne(
    const BackgroundTask& task, const Job& job, const Engine& engine, Damage damage,
    const Dataset& sample)
{
    const auto fail = [&](const Error& error) {
        task.post([this, id = job.model.id, error] { Q_EMIT failed(id, error); });
    };
    std::shared_ptr<const Model> model = job.model.model;
    if (model == nullptr) {
        const auto loaded = loadModelFile(engine, job.model.file, QStringLiteral("cpu"));
        if (!loaded) {
            fail(loaded.error());
            return;
        }
        model = *loaded;
        task.post([this, id = job.model.id, model] { m_loaded[id] = model; });
    }
    for (const int point : job.points) {
        if (task.stop().stop_requested()) {
            return;
        }
        const Dataset data = damagedSample(sample, damage, amountAt(damage, point));
        const auto evaluation = evaluate(*model, data, task.stop());
        if (!evaluation) {
            fail(evaluation.error());
            return;
        }
        task.post([this, key = Key{job.model.id, damage, point}, right = evaluation->accuracy()] {
            m_known[key] = right;
            Q_EMIT changed();
        });
    }
}

} // namespace digitpad
