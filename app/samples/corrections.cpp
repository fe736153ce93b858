// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/corrections.h"

#include "app/error_text.h"
#include "app/samples/writer.h"
#include "app/store/store.h"

#include <QLocale>
#include <QPointer>

namespace digitpad {

namespace {

QString keptText(int label, std::size_t count)
{
    const QString digit = QLocale().toString(label);
    if (count > 1) {
        return Corrections::tr("%Ln kept as %1", "pictures", static_cast<int>(count)).arg(digit);
    }
    constexpr int kEight = 8; // begins with a vowel
    return label == kEight ? Corrections::tr("Kept as an %1", "an 8").arg(digit)
                           : Corrections::tr("Kept as a %1", "a 4").arg(digit);
}

} // namespace

Corrections::Corrections(QObject* parent)
    : QObject(parent), m_whyNot(tr("There is nowhere to keep samples yet"))
{
}

void Corrections::setStore(Store& store)
{
    m_store = &store;
    connect(&store, &Store::opened, this, [this](const StoreState& state) {
        if (state.isReadOnly) {
            forbid(tr("Nothing can be kept: the database can only be read"));
        }
    });
    connect(&store, &Store::openFailed, this, [this](const Error& error) {
        forbid(tr("Nothing can be kept. %1").arg(describe(error)));
    });
    connect(&store, &Store::sampleKept, this, &Corrections::accept);
    connect(&store, &Store::done, this, [this](quint64 id) { m_undoing.remove(id); });
    connect(&store, &Store::failed, this, &Corrections::refuse);
    forbid({});
}

void Corrections::forbid(const QString& why)
{
    m_whyNot = why;
    Q_EMIT whyNotChanged();
}

std::vector<quint64> Corrections::keep(const std::vector<NewSample>& samples)
{
    std::vector<quint64> ids;
    if (samples.empty() || !m_whyNot.isEmpty()) {
        return ids;
    }
    const auto group = std::make_shared<Group>();
    group->label = samples.front().label;
    group->waiting = samples.size();
    const QString writer = currentWriter();
    for (NewSample sample : samples) {
        sample.writer = writer;
        ids.push_back(m_store->correct(sample));
        m_waiting.insert(ids.back(), group);
    }
    return ids;
}

void Corrections::accept(quint64 id, qint64 sample)
{
    const auto group = m_waiting.take(id);
    if (group == nullptr) {
        return; // of somebody else
    }
    Kept kept{.id = id, .sample = sample, .before = {}};
    if (m_labels.contains(sample)) {
        kept.before = m_labels.value(sample);
    }
    m_labels.insert(sample, group->label);
    group->kept.push_back(kept);
    Q_EMIT keptAs(id, group->label);
    finish(group);
}

void Corrections::refuse(quint64 id, const Error& error)
{
    if (const auto group = m_waiting.take(id)) {
        group->error = error;
        finish(group);
    } else if (m_undoing.remove(id)) {
        Q_EMIT warning(describe(error));
    }
}

void Corrections::finish(const std::shared_ptr<Group>& group)
{
    if (--group->waiting > 0) {
        return;
    }
    if (!group->kept.empty()) {
        Q_EMIT undoable(
            keptText(group->label, group->kept.size()),
            [self = QPointer(this), kept = group->kept] {
                if (self) {
                    self->undo(kept);
                }
            });
    }
    if (group->error) {
        Q_EMIT warning(describe(*group->error));
    }
}

void Corrections::undo(const std::vector<Kept>& kept)
{
    std::vector<qint64> unkept;
    std::vector<SampleLabel> labels;
    for (const auto& [id, sample, before] : kept) {
        if (before) {
            labels.push_back({.id = sample, .label = *before});
            m_labels.insert(sample, *before);
        } else {
            unkept.push_back(sample);
            m_labels.remove(sample);
        }
        Q_EMIT keptAs(id, before);
    }
    if (!labels.empty()) {
        m_undoing.insert(m_store->setLabels(labels));
    }
    if (!unkept.empty()) {
        m_undoing.insert(m_store->removeSamples(unkept));
    }
}

} // namespace digitpad
