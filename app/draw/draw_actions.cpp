// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/canvas.h"
#include "app/draw/draw_page.h"
#include "app/draw/ink_mime.h"
#include "app/error_text.h"
#include "app/save_file.h"
#include "app/shell/theme.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QSettings>
#include <QThreadPool>

namespace digitpad {

namespace {

const QString kFolderKey = QStringLiteral("draw/folder");
const QString kKeptKey = QStringLiteral("draw/kept");
constexpr int kPictureSide = 1024; // pixels of a copied or saved drawing

QByteArray toPng(const QImage& picture)
{
    QByteArray png;
    QBuffer buffer(&png);
    picture.save(&buffer, "PNG");
    return png;
}

// The tooltip names the shortcut, and the reason where nothing can be done.
void enable(QAction* action, bool can, const QString& whyNot)
{
    action->setEnabled(can);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = QStringLiteral("%1 (%2)").arg(action->iconText(), keys);
    action->setToolTip(can ? tip : QStringLiteral("%1\n%2").arg(tip, whyNot));
}

} // namespace

void DrawPage::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QString& shortText,
                          const QList<QKeySequence>& keys, auto&& run) {
        auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
        action->setIconText(shortText);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_do.undo =
        make("undo", tr("&Undo"), tr("Undo"), {Qt::CTRL | Qt::Key_Z}, [this] { m_canvas->undo(); });
    m_do.redo = make(
        "redo", tr("&Redo"), tr("Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
        [this] { m_canvas->redo(); });
    m_do.clear =
        make("clear", tr("C&lear"), tr("Clear"), {Qt::Key_Delete}, [this] { m_canvas->clear(); });
    m_do.copy =
        make("copy", tr("&Copy drawing"), tr("Copy"), {Qt::CTRL | Qt::Key_C}, [this] { copy(); });
    m_do.paste =
        make("paste", tr("&Paste"), tr("Paste"), {Qt::CTRL | Qt::Key_V}, [this] { paste(); });
    m_do.save = make(
        "save", tr("&Save drawing as PNG…"), tr("Save as PNG"), {Qt::CTRL | Qt::Key_S},
        [this] { chooseFileToSave(); });

    QUndoStack& stack = m_canvas->undoStack();
    connect(&stack, &QUndoStack::indexChanged, this, &DrawPage::updateActions);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &DrawPage::updatePaste);
}

void DrawPage::updateActions()
{
    const QUndoStack& stack = m_canvas->undoStack();
    const bool there = isVisible();
    const bool finished = !m_canvas->drawing().isEmpty();
    const QString noInk = tr("nothing is drawn yet");
    enable(m_do.undo, there && (stack.canUndo() || m_canvas->isDrawing()), tr("nothing to undo"));
    enable(m_do.redo, there && stack.canRedo(), tr("nothing to redo"));
    enable(m_do.clear, there && !m_canvas->isEmpty(), noInk);
    enable(m_do.copy, there && finished, noInk);
    enable(m_do.save, there && finished, noInk);
}

// Apart from the others: asking what the clipboard holds may ask another program.
void DrawPage::updatePaste()
{
    const QMimeData* held = isVisible() ? QGuiApplication::clipboard()->mimeData() : nullptr;
    enable(
        m_do.paste,
        held != nullptr && (held->hasFormat(kInkMimeType) || held->hasImage() || held->hasUrls()),
        tr("no drawing or picture on the clipboard"));
}

void DrawPage::copy()
{
    auto* held = new QMimeData; // the clipboard owns it
    held->setData(kInkMimeType, inkToJson(m_canvas->drawing()));
    held->setImageData(m_canvas->picture(kPictureSide));
    QGuiApplication::clipboard()->setMimeData(held);
}

void DrawPage::paste()
{
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    if (held == nullptr) {
        return;
    }
    if (const auto drawing = inkFromJson(held->data(kInkMimeType))) {
        m_canvas->insert(*drawing);
    } else if (held->hasImage() || held->hasUrls()) {
        Q_EMIT pasteAsPicture();
    } else {
        Q_EMIT message(tr("There is no drawing and no picture on the clipboard."));
    }
}

void DrawPage::keepDrawing() const
{
    QSettings settings;
    settings.setValue(kKeptKey, inkToJson(m_canvas->drawing()));
    settings.sync(); // before the other process reads it
}

void DrawPage::takeBackDrawing()
{
    QSettings settings;
    const auto drawing = inkFromJson(settings.value(kKeptKey).toByteArray());
    if (drawing && !drawing->isEmpty()) {
        m_canvas->insert(*drawing);
    }
    settings.remove(kKeptKey); // for once
}

void DrawPage::chooseFileToSave()
{
    auto* dialog = new QFileDialog(this, tr("Save drawing"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PNG picture (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->setDirectory(rememberedFolder(kFolderKey));
    dialog->selectFile(tr("digit.png", "the name proposed for a saved drawing"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
        savePng(file);
    });
    dialog->open();
}

void DrawPage::savePng(const QString& file)
{
    // A folder may be on a slow network. The application waits for the pool when it quits, so the
    // drawing is written even then.
    QThreadPool::globalInstance()->start(
        [page = QPointer(this), picture = m_canvas->picture(kPictureSide), file] {
            const Result<void> written = saveFile(file, toPng(picture));
            QMetaObject::invokeMethod(qApp, [page, written, file] {
                if (page && written) {
                    Q_EMIT page->message(tr("Saved as %1").arg(QDir::toNativeSeparators(file)));
                } else if (page) {
                    Q_EMIT page->warning(describe(written.error()));
                }
            });
        });
}

} // namespace digitpad
