// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/error_text.h"
#include "app/pictures/find_pictures.h"
#include "app/pictures/picture_reader.h"
#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/pictures/pictures_page.h"
#include "app/pictures/results_text.h"
#include "app/pictures/steps_pane.h"
#include "app/save_file.h"
#include "app/shell/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace digitpad {

namespace {

const QString kFolderKey = QStringLiteral("pictures/folder");
const QString kSaveFolderKey = QStringLiteral("pictures/saveFolder");
const QString kStepsKey = QStringLiteral("pictures/steps");

QStringList localFiles(const QMimeData& held)
{
    QStringList files;
    for (const QUrl& url : held.urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

bool isModel(const QString& file)
{
    return file.endsWith(QLatin1String(".pth"), Qt::CaseInsensitive) ||
           file.endsWith(QLatin1String(".pt"), Qt::CaseInsensitive);
}

QString tipText(const QString& text, const QKeySequence& shortcut)
{
    return QStringLiteral("%1 (%2)").arg(text, shortcut.toString(QKeySequence::NativeText));
}

} // namespace

void PicturesPage::makeActions()
{
    m_open = new QAction(theme::icon(QStringLiteral("open")), tr("Open…"), this);
    m_open->setToolTip(tipText(tr("Open pictures"), QKeySequence::Open));
    connect(m_open, &QAction::triggered, this, &PicturesPage::openWithDialog);

    const auto make = [this](
                          const char* icon, const QString& text, const QString& shortText,
                          const QKeySequence& shortcut, auto run) {
        auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
        action->setIconText(shortText);
        action->setShortcut(shortcut);
        action->setToolTip(tipText(shortText, shortcut));
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_paste = make("paste", tr("&Paste"), tr("Paste"), QKeySequence::Paste, &PicturesPage::paste);
    m_remove = make(
        "remove", tr("Re&move"), tr("Remove"), QKeySequence(Qt::Key_Delete), &PicturesPage::remove);
    m_clear = make(
        "close", tr("Clear &all"), tr("Clear all"), QKeySequence(Qt::SHIFT | Qt::Key_Delete),
        &PicturesPage::clear);
    m_showSteps = make(
        "steps", tr("Show s&teps"), tr("Steps"), QKeySequence(Qt::Key_F9),
        &PicturesPage::showSteps);
    m_showSteps->setToolTip(
        tipText(tr("How the selected picture was read: paper, ink, digits, pixels"), Qt::Key_F9));
    m_showSteps->setCheckable(true);
    m_showSteps->setChecked(QSettings().value(kStepsKey).toBool());
    m_steps->setVisible(m_showSteps->isChecked());
    m_readAgain = make(
        "reset", tr("&Read again"), tr("Read again"), QKeySequence(Qt::CTRL | Qt::Key_R),
        &PicturesPage::readAgain);
    makeCorrections();
    m_cancel = make(
        "cancel", tr("Ca&ncel reading"), tr("Cancel"), QKeySequence(Qt::CTRL | Qt::Key_Period),
        &PicturesPage::cancel);
    m_copy = make(
        "copy", tr("&Copy results"), tr("Copy results"), QKeySequence::Copy,
        &PicturesPage::copyResults);
    m_save = make(
        "save", tr("&Save results as CSV…"), tr("Save results as CSV"), QKeySequence::Save,
        &PicturesPage::chooseFileToSave);
    connect(
        QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &PicturesPage::updatePaste);
}

void PicturesPage::updateActions()
{
    const bool there = isVisible();
    const bool any = m_table->rowCount() > 0;
    const bool busy = isBusy();
    m_remove->setEnabled(there && m_view->selectionModel()->hasSelection());
    m_clear->setEnabled(there && (any || busy));
    m_showSteps->setEnabled(there && (any || busy));
    m_readAgain->setEnabled(there && any && !busy);
    m_cancel->setEnabled(there && busy);
    m_copy->setEnabled(there && any);
    m_save->setEnabled(there && any);
    updateKeeping();
}

// Apart from the others: asking what the clipboard holds may ask another program.
void PicturesPage::updatePaste()
{
    const QMimeData* held = isVisible() ? QGuiApplication::clipboard()->mimeData() : nullptr;
    m_paste->setEnabled(held != nullptr && (held->hasImage() || held->hasUrls()));
}

void PicturesPage::openWithDialog()
{
    QStringList patterns;
    for (const QString& suffix : pictureSuffixes()) {
        patterns << QStringLiteral("*.") + suffix;
    }
    auto* dialog = new QFileDialog(this, tr("Open pictures"), rememberedFolder(kFolderKey));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures (%1)").arg(patterns.join(QLatin1Char(' '))), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        QSettings().setValue(kFolderKey, QFileInfo(files.value(0)).absolutePath());
        open(files);
    });
    dialog->open();
}

void PicturesPage::paste()
{
    if (const QMimeData* held = QGuiApplication::clipboard()->mimeData()) {
        take(*held);
    }
}

// A browser gives a picture's address and its pixels: the files of this computer go first.
void PicturesPage::take(const QMimeData& held)
{
    if (const QStringList files = localFiles(held); !files.isEmpty()) {
        open(files);
        return;
    }
    const QImage image = held.hasImage() ? held.imageData().value<QImage>() : QImage();
    if (!image.isNull()) {
        ++m_pasted;
        const int row = m_table->rowCount();
        m_table->addImage(image, tr("Picture %1").arg(QLocale().toString(m_pasted)));
        m_view->showFrom(row);
        readWaiting();
    } else if (held.hasUrls()) {
        Q_EMIT message(
            tr("Only pictures on this computer can be opened. Save it first, then open it."));
    } else {
        Q_EMIT message(tr("There is no picture on the clipboard. Copy one and paste again."));
    }
}

void PicturesPage::remove()
{
    const QList<int> rows = m_view->selectedRowNumbers();
    if (rows.isEmpty()) {
        return;
    }
    if (std::ranges::none_of(rows, [this](int row) { return m_view->isOnScreen(row); })) {
        m_view->scrollTo(m_table->index(rows.first(), 0)); // seen first, removed then
        return;
    }
    for (qsizetype last = rows.size() - 1; last >= 0;) { // run by run, from the end
        qsizetype first = last;
        while (first > 0 && rows[first - 1] == rows[first] - 1) {
            --first;
        }
        m_table->removeRows(rows[first], static_cast<int>(last - first + 1));
        last = first - 1;
    }
    if (m_table->rowCount() > 0) { // the next one is ready to be removed
        m_view->selectRow(std::min(rows.first(), m_table->rowCount() - 1));
    }
    readWaiting();
}

void PicturesPage::clear()
{
    m_reader->stop();
    m_table->clear();
    updateState();
}

void PicturesPage::showSteps(bool shown)
{
    m_steps->setVisible(shown);
    QSettings().setValue(kStepsKey, shown);
}

// Those selected, or all.
void PicturesPage::copyResults()
{
    QList<int> rows = m_view->selectedRowNumbers();
    if (rows.isEmpty()) {
        rows.resize(m_table->rowCount());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QGuiApplication::clipboard()->setText(tabbedResults(*m_table, rows));
}

void PicturesPage::chooseFileToSave()
{
    auto* dialog = new QFileDialog(this, tr("Save results"), rememberedFolder(kSaveFolderKey));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(tr("digits.csv", "the name proposed for saved results"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QSettings().setValue(kSaveFolderKey, QFileInfo(file).absolutePath());
        saveCsv(file);
    });
    dialog->open();
}

void PicturesPage::saveCsv(const QString& file)
{
    // A folder may be on a slow network. The application waits for the pool when it quits.
    QThreadPool::globalInstance()->start(
        [page = QPointer(this), bytes = csvResults(*m_table), file] {
            const Result<void> written = saveFile(file, bytes);
            QMetaObject::invokeMethod(qApp, [page, written, file] {
                if (page && written) {
                    Q_EMIT page->message(tr("Saved as %1").arg(QDir::toNativeSeparators(file)));
                } else if (page) {
                    Q_EMIT page->warning(describe(written.error()));
                }
            });
        });
}

// Models go on to the window, which opens them.
void PicturesPage::dragEnterEvent(QDragEnterEvent* event)
{
    const QMimeData* held = event->mimeData();
    if ((held->hasUrls() || held->hasImage()) && !std::ranges::any_of(localFiles(*held), isModel)) {
        event->acceptProposedAction();
        setDropping(true);
    } else {
        event->ignore();
    }
}

void PicturesPage::dragLeaveEvent(QDragLeaveEvent* /*event*/)
{
    setDropping(false);
}

void PicturesPage::dropEvent(QDropEvent* event)
{
    setDropping(false);
    event->acceptProposedAction();
    take(*event->mimeData());
}

} // namespace digitpad
