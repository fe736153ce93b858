// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/file_saver.h"

#include "app/error_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace digitpad {

namespace {

const QString kFolderSetting = QStringLiteral("training/saveFolder");

} // namespace

FileSaver::FileSaver(QWidget* page) : QObject(page), m_page(page) {}

void FileSaver::save(
    const QString& title, const QString& name, const QString& filter, const Write& write,
    const Saved& saved)
{
    const QString folder = QSettings().value(kFolderSetting, QDir::homePath()).toString();
    auto* dialog = new QFileDialog(m_page, title, QDir(folder).filePath(name), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this, write, saved](const QString& path) {
        QSettings().setValue(kFolderSetting, QFileInfo(path).path());
        start(path, write, saved);
    });
    dialog->open();
}

void FileSaver::start(const QString& path, const Write& write, const Saved& saved)
{
    m_threads.start([this, path, write, saved] {
        const Result<void> written = write(path);
        QMetaObject::invokeMethod(this, [this, path, written, saved] {
            Q_EMIT message(
                written ? tr("Saved as %1").arg(QDir::toNativeSeparators(path))
                        : describe(written.error(), path));
            if (written && saved) {
                saved(path);
            }
        });
    });
}

} // namespace digitpad
