// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_plan.h"
#include "app/training_data.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QCheckBox;
class QSettings;
class QSpinBox;

namespace digitpad {

class DownloadField;
class SamplesRow;
class SourceRow;
class Store;

/// The choice of what to learn from: each source a row to tick, and how much there is.
class DataFields : public QWidget {
    Q_OBJECT

public:
    /// `mnist` is what the download fetches; `look` opens what is chosen, beside the title.
    DataFields(const DownloadPlan& mnist, QAction* look, QWidget* parent = nullptr);

    /// Where the own samples are; it must outlive this.
    void setStore(Store& store);

    [[nodiscard]] DataSources sources() const;

    /// The folders with MNIST's files that are here: the chosen one, then the downloaded one.
    [[nodiscard]] std::vector<std::string> mnistFolders() const;

    /// Why sources() cannot be used yet, for people; empty when it can.
    [[nodiscard]] QString whyNotReady() const;

    /// What is ticked, to be handed on: {"sources": ["mnist", "synthetic"], "synthetic": 20000}.
    /// Where files lie is no part of it.
    [[nodiscard]] QJsonObject state() const;
    /// Any part may be missing. Says what is refused; nothing is changed then.
    [[nodiscard]] QString setState(const QJsonObject& state);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    /// What sources() or whyNotReady() answers may have changed.
    void changed();

private:
    void setUpSynthetic();
    void arrange(QAction* look);
    void connectRows();
    void takeDownloaded();
    void showState();
    [[nodiscard]] QStringList ticked() const;
    void tick(const QStringList& sources);
    [[nodiscard]] QList<SourceRow*> rows() const { return {m_mnist, m_ink, m_pictures}; }

    SourceRow* m_mnist;
    DownloadField* m_download;
    SourceRow* m_ink;
    SourceRow* m_pictures;
    SamplesRow* m_samples;
    QCheckBox* m_synthetic;
    QSpinBox* m_count;
};

} // namespace digitpad
