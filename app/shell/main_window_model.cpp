// SPDX-License-Identifier: GPL-3.0-or-later

// The model in use: opened from a file or taken from a run, and found again at the next start.

#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/runs/runs_page.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/shell/status_bar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

#include <utility>

namespace digitpad {

namespace {

const QString kFolderKey = QStringLiteral("model/folder");
const QString kFileKey = QStringLiteral("model/file");
const QString kDeviceKey = QStringLiteral("model/device");
// In use instead of the file.
const QString kRunKey = QStringLiteral("model/run");
const QString kRunNameKey = QStringLiteral("model/runName");

} // namespace

void MainWindow::openModelWithDialog()
{
    const QString folder = QSettings().value(kFolderKey, QDir::homePath()).toString();
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a model"), folder, tr("PyTorch models (*.pth *.pt);;All files (*)"));
    if (!file.isEmpty()) {
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
        openModel(file);
    }
}

void MainWindow::openModel(const QString& file)
{
    m_runToTakeBack.clear(); // somebody wants another one
    m_recognition.openModel(QFileInfo(file).absoluteFilePath());
}

void MainWindow::useModel(
    const std::shared_ptr<const Model>& model, const QString& name, const QString& run)
{
    m_modelOfRun = model;
    m_run = run;
    m_recognition.useModel(model, name);
    if (!run.isEmpty() && run == std::exchange(m_runToTakeBack, {})) {
        m_modelKnown = false; // it comes by itself
    } else {
        showPage(Draw);
    }
}

void MainWindow::modelChanged()
{
    rememberModel();
    runs().setDevice(m_recognition.model()->info().device);
    buildDeviceMenu();
    if (m_modelKnown) {
        m_messages->note(tr("%1 is in use now.").arg(modelTitle(m_recognition.modelName())));
    } else if (!m_runToTakeBack.isEmpty()) {
        runs().use(m_runToTakeBack, QSettings().value(kRunNameKey).toString());
    }
    m_modelKnown = true; // the first one comes by itself and needs no announcement
}

void MainWindow::rememberModel()
{
    const QString name = m_recognition.modelName();
    QSettings settings;
    const bool isFile = QFileInfo(name).isAbsolute();
    const bool isOfRun = m_recognition.model() == m_modelOfRun; // else on another device now
    if (isFile) {
        settings.setValue(kFileKey, name);
    }
    if (isFile || (isOfRun && m_run.isEmpty())) {
        settings.remove(kRunKey);
    } else if (isOfRun) {
        settings.setValue(kRunKey, m_run);
        settings.setValue(kRunNameKey, name);
    }
    settings.setValue(kDeviceKey, QString::fromStdString(m_recognition.model()->info().device));
}

void MainWindow::findRunInUse()
{
    m_runToTakeBack = QSettings().value(kRunKey).toString();
}

} // namespace digitpad
