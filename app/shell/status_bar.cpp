// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/status_bar.h"

#include "app/device_title.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/theme.h"

#include <QFileInfo>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QToolButton>

namespace digitpad {

namespace {

/// A button without the arrow that Fusion hangs below the text of one with a menu. Not by a style
/// sheet: that keeps the colours of the palette it first saw.
class Button : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void initStyleOption(QStyleOptionToolButton* option) const override
    {
        QToolButton::initStyleOption(option);
        option->features.setFlag(QStyleOptionToolButton::HasMenu, false);
    }
};

QToolButton* addButton(QStatusBar* bar, const QString& icon, const QString& name, QMenu* menu)
{
    auto* button = new Button(bar);
    button->setIcon(theme::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setMinimumHeight(theme::kSmallestTarget);
    button->setAccessibleName(name);
    button->setToolTip(name);
    if (menu != nullptr) {
        button->setMenu(menu);
        button->setPopupMode(QToolButton::InstantPopup);
    }
    bar->addWidget(button);
    return button;
}

} // namespace

QString modelTitle(const QString& modelName)
{
    if (modelName == kDefaultModelFile) {
        return StatusBar::tr("Built-in model");
    }
    if (modelName == kReferenceModelFile) {
        return StatusBar::tr("Reference model");
    }
    return QFileInfo(modelName).fileName();
}

StatusBar::StatusBar(const Recognition& recognition, QMenu* model, QMenu* device, QWidget* parent)
    : QStatusBar(parent),
      m_recognition(recognition),
      m_model(addButton(this, QStringLiteral("model"), tr("Model in use"), model)),
      m_device(addButton(this, QStringLiteral("device"), tr("Device that computes"), device)),
      m_reading(addButton(this, QStringLiteral("draw"), tr("Time of the last reading"), nullptr))
{
    setSizeGripEnabled(false);
    m_model->setText(tr("Loading…"));
    m_device->setEnabled(false);
    showReadingTime(std::nullopt);
    connect(m_reading, &QToolButton::clicked, this, &StatusBar::readingClicked);
    connect(&recognition, &Recognition::modelChanged, this, &StatusBar::showModel);
    connect(&recognition, &Recognition::engineFailed, this, [this] {
        m_model->setText(tr("No engine"));
    });
    connect(&recognition, &Recognition::modelFailed, this, [this] {
        if (m_recognition.model() == nullptr) {
            m_model->setText(tr("No model"));
        }
    });
}

void StatusBar::showModel()
{
    const ModelInfo& info = m_recognition.model()->info();
    m_model->setText(
        modelTitle(m_recognition.modelName()) + QStringLiteral(" · ") +
        QString::fromStdString(info.network));
    m_device->setEnabled(true);
    m_device->setText(deviceTitle(info.device, m_recognition.devices()));
}

void StatusBar::showReadingTime(std::optional<double> milliseconds)
{
    m_reading->setVisible(milliseconds.has_value());
    if (milliseconds) {
        m_reading->setText(tr("Read in %1 ms").arg(locale().toString(*milliseconds, 'f', 2)));
    }
}

} // namespace digitpad
