// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training_data.h"
#include "core/base/error.h"
#include "core/data/mnist.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSettings;
class QSpinBox;
class QTimer;

namespace digitpad {

/// The choice of what to learn from, and what a chosen folder holds.
class DataFields : public QWidget {
    Q_OBJECT

public:
    explicit DataFields(QWidget* parent = nullptr);

    [[nodiscard]] DataSources sources() const;

    /// Why sources() cannot be used yet, for people; empty when it can.
    [[nodiscard]] QString whyNotReady() const;

    void showFolder(const QString& folder, const Result<MnistSize>& size);

    void restore(const QSettings& settings);
    void save(QSettings& settings) const;

Q_SIGNALS:
    /// What sources() or whyNotReady() answers may have changed.
    void changed();
    /// Somebody has to look into this folder and answer with showFolder().
    void folderChosen(const QString& folder);

private:
    void setUpFields();
    QLayout* arrange();
    void chooseFolder();
    void folderEdited();
    void showState();
    [[nodiscard]] QString whatIsFound() const;

    QRadioButton* m_mnist;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QLabel* m_found;
    QRadioButton* m_synthetic;
    QSpinBox* m_count;
    QTimer* m_typed; ///< runs while somebody types a folder

    std::optional<Result<MnistSize>> m_size; ///< of the folder; nothing while it is not known
};

} // namespace digitpad
