// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/training_run.h"
#include "core/data/mnist.h"
#include "core/engine/engine.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSettings;
class QSpinBox;
class QTimer;

namespace digitpad {

/// What to learn from and how, in the order one thinks.
class TrainingForm : public QWidget {
    Q_OBJECT

public:
    explicit TrainingForm(QWidget* parent = nullptr);

    [[nodiscard]] TrainingRequest request() const;

    /// Why request() cannot be carried out yet, for people; empty when it can.
    [[nodiscard]] QString whyNotReady() const;

    void setDevices(const std::vector<Device>& devices);
    void showFolder(const QString& folder, const Result<MnistSize>& size);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    /// What request() or whyNotReady() answers may have changed.
    void changed();
    /// Somebody has to look into this folder and answer with showFolder().
    void folderChosen(const QString& folder);

private:
    QLayout* dataFields();
    QLayout* recipeFields();
    void chooseFolder();
    void folderEdited();
    void showRecipe(const TrainingOptions& options);
    void showState();

    QRadioButton* m_synthetic;
    QSpinBox* m_count;
    QRadioButton* m_mnist;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLabel* m_found;
    QSpinBox* m_epochs;
    QSpinBox* m_batchSize;
    QDoubleSpinBox* m_learningRate;
    QSpinBox* m_seed;
    QComboBox* m_device;
    QPushButton* m_recipe;
    QTimer* m_typed; ///< runs while somebody types a folder

    std::optional<Result<MnistSize>> m_folderSize; ///< nothing while it is not known
    QString m_wantedDevice;                        ///< last time's, until the devices are known
};

} // namespace digitpad
