// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download_plan.h"
#include "app/training/training_run.h"
#include "core/engine/engine.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QSettings;
class QSpinBox;

namespace digitpad {

class DataFields;
class MoreOptions;

/// What to learn from and how, in the order one thinks.
class TrainingForm : public QWidget {
    Q_OBJECT

public:
    /// `mnist` is what the download fetches; `look` opens what is learnt from.
    TrainingForm(const DownloadPlan& mnist, QAction* look, QWidget* parent = nullptr);

    [[nodiscard]] TrainingRequest request() const;
    [[nodiscard]] DataFields* data() const { return m_data; }

    void setDevices(const std::vector<Device>& devices);

    /// The data and the recipe, to be handed on; the device is each machine's own.
    [[nodiscard]] QJsonObject state() const;
    /// Any part may be missing, a recipe's missing options being the network's usual ones. Says
    /// what is refused; nothing is changed then.
    [[nodiscard]] QString setState(const QJsonObject& state);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    /// What request() answers may have changed.
    void changed();
    /// A part of the form has grown and is to be seen.
    void unfolded(QWidget* part);

private:
    void setUpFields();
    QLayout* recipeLayout();
    [[nodiscard]] TrainingOptions defaults() const;
    void showRecipe(const TrainingOptions& options);
    void takePreset(int index);
    void showPreset();
    void recipeChanged();

    DataFields* m_data;
    QComboBox* m_network;
    QSpinBox* m_epochs;
    QSpinBox* m_batchSize;
    QDoubleSpinBox* m_learningRate;
    QSpinBox* m_seed;
    QComboBox* m_device;
    MoreOptions* m_more;
    QComboBox* m_recipe;    ///< which preset the fields show
    QString m_wantedDevice; ///< last time's, until the devices are known
};

} // namespace digitpad
