// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/samples_row.h"

#include "app/shell/theme.h"
#include "app/store/store.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kLeastLetters = 8; // of a writer's name are shown

} // namespace

SamplesRow::SamplesRow(QWidget* parent)
    : QWidget(parent),
      m_tick(new QCheckBox(tr("&Own samples"), this)),
      m_note(new QLabel(this)),
      m_writer(new QComboBox(this))
{
    m_tick->setMinimumHeight(theme::kSmallestTarget);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_writer->addItem(tr("Everybody's"));
    m_writer->setAccessibleName(tr("Whose samples"));
    m_writer->setToolTip(tr("Whose samples to learn from"));
    m_writer->setMinimumHeight(theme::kSmallestTarget);
    m_writer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_writer->setMinimumContentsLength(kLeastLetters);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_tick);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_writer);

    connect(m_tick, &QCheckBox::toggled, this, &SamplesRow::showState);
    connect(m_writer, &QComboBox::currentIndexChanged, this, [this] {
        m_wanted = writer();
        look();
    });
    showState();
}

void SamplesRow::setStore(Store& store)
{
    m_store = &store;
    connect(m_store, &Store::samplesChanged, this, &SamplesRow::look);
    connect(
        m_store, &Store::overviewRead, this, [this](quint64 id, const SampleOverview& overview) {
            if (id == m_overviewId) {
                showWriters(overview);
            }
        });
    connect(m_store, &Store::pageRead, this, [this](quint64 id, const SamplePage& page) {
        if (id == m_countId) {
            m_count = page.count;
            showState();
        }
    });
    connect(m_store, &Store::failed, this, [this](quint64 id) {
        if (id == m_countId) { // the store says why
            m_count = 0;
            showState();
        }
    });
    look();
}

void SamplesRow::look()
{
    if (m_store != nullptr) {
        m_overviewId = m_store->readOverview();
        m_countId = m_store->readPage(samples().filter, 0, 1);
    }
    showState();
}

void SamplesRow::showWriters(const SampleOverview& overview)
{
    const QSignalBlocker blocker(m_writer);
    const QString before = writer();
    while (m_writer->count() > 1) {
        m_writer->removeItem(1);
    }
    for (const QString& name : overview.writers) {
        if (!name.isEmpty()) {
            m_writer->addItem(name, name);
        }
    }
    m_writer->setCurrentIndex(m_wanted.isEmpty() ? 0 : std::max(0, m_writer->findData(m_wanted)));
    if (writer() != before) {
        m_countId = m_store->readPage(samples().filter, 0, 1);
    }
    showState();
}

bool SamplesRow::isTicked() const
{
    return m_tick->isChecked();
}

void SamplesRow::setTicked(bool ticked)
{
    m_tick->setChecked(ticked);
}

OwnSamples SamplesRow::samples() const
{
    OwnSamples samples;
    if (m_store != nullptr) {
        samples.database = QFile::encodeName(m_store->file()).toStdString();
    }
    if (!writer().isEmpty()) {
        samples.filter.writer = writer();
    }
    return samples;
}

QString SamplesRow::writer() const
{
    return m_writer->currentData().toString();
}

void SamplesRow::setWriter(const QString& writer)
{
    m_wanted = writer;
    m_writer->setCurrentIndex(std::max(0, m_writer->findData(writer)));
    m_wanted = writer;
}

void SamplesRow::showState()
{
    const bool none = m_count.value_or(0) == 0;
    const QString count = none ? QString() : QLocale().toString(*m_count);
    m_note->setText(count);
    m_tick->setAccessibleDescription(count);
    m_tick->setEnabled(m_store != nullptr && (!none || isTicked()));
    m_tick->setToolTip(
        none ? tr("There are none yet: Digitpad keeps one each time you correct what it reads")
             : tr("What you corrected. Where there are %1 or more, about every fifth is kept "
                  "aside to be tested on")
                   .arg(QLocale().toString(qulonglong{kFewestToKeepAside})));
    m_writer->setVisible(m_writer->count() > 2 || !writer().isEmpty());
    m_writer->setEnabled(isTicked());
    Q_EMIT changed();
}

} // namespace digitpad
