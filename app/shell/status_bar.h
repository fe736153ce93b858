// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

#include <optional>

class QMenu;
class QToolButton;

namespace digitpad {

class Recognition;

/// model · device · time of the last reading, each a button.
class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    /// The menus drop down from the model and the device.
    StatusBar(
        const Recognition& recognition, QMenu* model, QMenu* device, QWidget* parent = nullptr);

    /// Of the drawing; its place is empty where there is no reading.
    void showReadingTime(std::optional<double> milliseconds);

Q_SIGNALS:
    /// The time of the last reading was clicked.
    void readingClicked();

private:
    void showModel();

    const Recognition& m_recognition;
    QToolButton* m_model;
    QToolButton* m_device;
    QToolButton* m_reading;
};

/// What to call a model: a file's name, a run's name, or that it is the built-in one.
[[nodiscard]] QString modelTitle(const QString& modelName);

} // namespace digitpad
