// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/file_saver.h"

#include "app/error_text.h"
#include "app/save_file.h"

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
    const QString folder = rememberedFolder(kFolderSetting);
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
            if (!written) {
                Q_EMIT warning(describe(written.error(), path));
                return;
            }
            Q_EMIT message(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
            if (saved) {
                saved(path);
            }
        });
    });
}

} // namespace digitpad
