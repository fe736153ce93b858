// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/file_saver.h"

#include "app/error_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>

namespace digitpad {

namespace {

const QString kFolderSetting = QStringLiteral("training/saveFolder");

} // namespace

FileSaver::FileSaver(QWidget* page) : QObject(page), m_page(page) {}

void FileSaver::save(
    const QString& title, const QString& name, const QString& filter, const Write& write)
{
    const QString folder = QSettings().value(kFolderSetting, QDir::homePath()).toString();
    auto* dialog = new QFileDialog(m_page, title, QDir(folder).filePath(name), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this, write](const QString& path) {
        QSettings().setValue(kFolderSetting, QFileInfo(path).path());
        start(path, write);
    });
    dialog->open();
}

void FileSaver::start(const QString& path, const Write& write)
{
    m_threads.start([this, path, write] {
        const Result<void> written = write(path);
        const QString text = written ? tr("Saved as %1").arg(QDir::toNativeSeparators(path))
                                     : describe(written.error(), path);
        Q_EMIT message(text); // to receivers on the GUI thread: queued
    });
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return std::unexpected(Error{
            .code = ErrorCode::CannotWrite,
            .detail = file.errorString().toStdString(),
            .file = path.toStdString()});
    }
    return {};
}

} // namespace digitpad
