// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/error_text.h"
#include "app/samples/digit_menu.h"
#include "app/samples/sample_grid.h"
#include "app/samples/sample_model.h"
#include "app/samples/samples_page.h"
#include "app/save_file.h"
#include "app/shell/theme.h"
#include "app/store/store.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QRegularExpression>
#include <QSettings>
#include <QUrl>

#include <map>
#include <numeric>

namespace digitpad {

namespace {

const QString kFolderKey = QStringLiteral("samples/folder");
const QString kInkSuffix = QStringLiteral("jsonl");

/// "Save as…" of "Save &as…", and 保存 of 保存(&S).
QString withoutMnemonic(QString text)
{
    static const QRegularExpression kMark(QStringLiteral("\\(&.\\)|&"));
    return text.remove(kMark);
}

/// The tooltip names the shortcut, and the reason where nothing can be done.
void enable(QAction* action, bool can, const QString& whyNot)
{
    action->setEnabled(can);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = keys.isEmpty()
                            ? withoutMnemonic(action->text())
                            : QStringLiteral("%1 (%2)").arg(withoutMnemonic(action->text()), keys);
    action->setToolTip(can || whyNot.isEmpty() ? tip : QStringLiteral("%1\n%2").arg(tip, whyNot));
}

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

bool isInk(const QFileInfo& file)
{
    return file.isFile() && file.suffix().compare(kInkSuffix, Qt::CaseInsensitive) == 0;
}

std::vector<qint64> idsOf(const std::vector<SampleEntry>& samples)
{
    std::vector<qint64> ids;
    for (const SampleEntry& sample : samples) {
        ids.push_back(sample.id);
    }
    return ids;
}

} // namespace

void SamplesPage::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QKeySequence& keys,
                          void (SamplesPage::*run)()) {
        auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
        action->setIconText(withoutMnemonic(text));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_teach = make(
        "training", tr("&Teach the network this hand"), Qt::CTRL | Qt::Key_T, &SamplesPage::teach);
    m_teach->setObjectName(QStringLiteral("samplesTeach"));
    m_relabel = new DigitMenu(tr("&Label as"), this);
    m_relabel->limitKeysTo(m_grid);
    m_relabel->setIcon(theme::icon(QStringLiteral("samples")));
    connect(m_relabel, &DigitMenu::chosen, this, &SamplesPage::relabel);
    addAction(m_relabel->menuAction());
    m_remove = make("remove", tr("&Delete"), Qt::Key_Delete, &SamplesPage::remove);
    m_showAll = new QAction(tr("&Show all"), this);
    m_showAll->setIconText(withoutMnemonic(m_showAll->text()));
    m_showAll->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    connect(m_showAll, &QAction::triggered, this, [this] { setFilter({}); });
    addAction(m_showAll);
    m_import = makeFileMenu(tr("&Import"), QStringLiteral("import"), true);
    m_export = makeFileMenu(tr("&Export"), QStringLiteral("export"), false);
}

QMenu* SamplesPage::makeFileMenu(const QString& title, const QString& icon, bool imports)
{
    auto* menu = new QMenu(title, this);
    menu->setIcon(theme::icon(icon));
    menu->menuAction()->setIconText(withoutMnemonic(title));
    menu->setToolTipsVisible(true);
    for (const auto& [format, text] :
         {std::pair{SampleFormat::Drawings, tr("&Drawings (a file of labelled ink)…")},
          std::pair{SampleFormat::Pictures, tr("&Pictures (a folder for each digit)…")},
          std::pair{SampleFormat::Idx, tr("&IDX files, as MNIST's (a folder)…")}}) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, format, imports] {
            imports ? chooseImport(format) : chooseExport(format);
        });
    }
    addAction(menu->menuAction());
    return menu;
}

void SamplesPage::updateActions()
{
    const bool there = isVisible();
    const bool canChange = there && m_whyNot.isEmpty() && m_busy == 0;
    const bool selected = m_grid->selectedCount() > 0;
    const QString busy = tr("Wait until what is going on is done");
    const QString reason = m_busy != 0 ? busy : m_whyNot;
    const QString noSelection = reason.isEmpty() ? tr("Select samples first") : reason;
    const auto taught =
        std::accumulate(m_overview.counts.begin(), m_overview.counts.end(), qsizetype{0});
    const QString noSamples = reason.isEmpty() ? tr("There are no samples yet") : reason;
    enable(m_teach, there && m_busy == 0 && taught > 0, noSamples);
    enable(m_remove, canChange && selected, noSelection);
    enable(m_showAll, there && m_filter != SampleFilter{}, tr("All of them are shown"));
    m_relabel->menuAction()->setEnabled(there);
    m_relabel->allow(
        canChange && selected, selected && reason.isEmpty() ? tr("These are %1") : noSelection);
    m_import->setEnabled(there);
    m_export->setEnabled(there);
    for (QAction* action : m_import->actions()) {
        enable(action, canChange, reason);
    }
    for (QAction* action : m_export->actions()) {
        enable(action, there && m_busy == 0 && m_model->rowCount() > 0, noSamples);
    }
}

void SamplesPage::teach()
{
    Q_EMIT fineTuneWanted({.label = {}, .writer = m_filter.writer}); // every digit of the hand
}

void SamplesPage::relabel(int label)
{
    std::vector<SampleLabel> before;
    std::vector<SampleLabel> now;
    for (const SampleEntry& sample : m_grid->selected()) {
        if (sample.label != label) {
            before.push_back({.id = sample.id, .label = sample.label});
            now.push_back({.id = sample.id, .label = label});
        }
    }
    if (now.empty()) {
        return;
    }
    const QString text =
        tr("%Ln samples are labelled %1 now", nullptr, static_cast<int>(now.size()))
            .arg(QLocale().toString(label));
    follow(m_store->setLabels(now), [this, text, before] {
        Q_EMIT undoable(text, [self = QPointer(this), before] {
            if (self) {
                self->follow(self->m_store->setLabels(before), [] {});
            }
        });
    });
}

void SamplesPage::remove()
{
    const std::vector<qint64> ids = idsOf(m_grid->selected());
    if (ids.empty()) {
        return;
    }
    const QString text = tr("%Ln samples deleted", nullptr, static_cast<int>(ids.size()));
    follow(m_store->removeSamples(ids), [this, text, ids] {
        Q_EMIT undoable(text, [self = QPointer(this), ids] {
            if (self) {
                self->follow(self->m_store->restoreSamples(ids), [] {});
            }
        });
    });
}

void SamplesPage::rename(const QString& writer)
{
    std::vector<SampleEntry> samples = m_grid->selected();
    std::erase_if(samples, [&](const SampleEntry& sample) { return sample.writer == writer; });
    if (samples.empty()) {
        return;
    }
    std::map<QString, std::vector<qint64>> before;
    for (const SampleEntry& sample : samples) {
        before[sample.writer].push_back(sample.id);
    }
    const int count = static_cast<int>(samples.size());
    const QString text = writer.isEmpty()
                             ? tr("%Ln samples are by nobody named now", nullptr, count)
                             : tr("%Ln samples are by %1 now", nullptr, count).arg(writer);
    follow(m_store->setWriter(idsOf(samples), writer), [this, text, before] {
        Q_EMIT undoable(text, [self = QPointer(this), before] {
            if (!self) {
                return;
            }
            for (const auto& [name, ids] : before) {
                self->follow(self->m_store->setWriter(ids, name), [] {});
            }
        });
    });
}

void SamplesPage::chooseExport(SampleFormat format)
{
    auto* dialog = new QFileDialog(this, tr("Export samples"), rememberedFolder(kFolderKey));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format == SampleFormat::Drawings) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilter(tr("Labelled ink (*.jsonl)"));
        dialog->setDefaultSuffix(kInkSuffix);
        dialog->selectFile(tr("samples.jsonl", "the name proposed for exported samples"));
    } else {
        dialog->setWindowTitle(tr("Export samples into an empty folder"));
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& target) {
        QSettings().setValue(kFolderKey, QFileInfo(target).absolutePath());
        exportTo(format, target);
    });
    dialog->open();
}

void SamplesPage::chooseImport(SampleFormat format)
{
    auto* dialog = new QFileDialog(this, tr("Import samples"), rememberedFolder(kFolderKey));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (format == SampleFormat::Drawings) {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Labelled ink (*.jsonl)"), tr("All files (*)")});
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& source) {
        QSettings().setValue(kFolderKey, QFileInfo(source).absolutePath());
        importFrom(format, source);
    });
    dialog->open();
}

void SamplesPage::exportTo(SampleFormat format, const QString& target)
{
    if (m_store != nullptr && m_busy == 0) {
        m_target = QDir::toNativeSeparators(target);
        setBusy(m_store->exportSamples(format, target, m_filter), tr("Exporting…"));
    }
}

// Those that name nobody are by whoever is shown.
void SamplesPage::importFrom(SampleFormat format, const QString& source)
{
    if (m_store != nullptr && m_busy == 0) {
        m_target = QDir::toNativeSeparators(source);
        setBusy(
            m_store->importSamples(format, source, m_filter.writer.value_or(QString())),
            tr("Importing… Pictures may take minutes."));
    }
}

void SamplesPage::showExported(const SamplesExported& exported)
{
    QString text =
        tr("%Ln samples exported to %1", nullptr, static_cast<int>(exported.count)).arg(m_target);
    if (exported.leftOut > 0) {
        text += QLatin1Char(' ') + tr("%Ln are left out: they came from pictures and have no "
                                      "strokes.",
                                      nullptr, static_cast<int>(exported.leftOut));
    }
    if (exported.skipped.isEmpty()) {
        Q_EMIT message(text);
        return;
    }
    const int damaged = static_cast<int>(exported.skipped.size());
    Q_EMIT warning(
        text + QLatin1Char(' ') +
        tr("%Ln are damaged and left out (%1).", nullptr, damaged).arg(exported.skipped.front()));
}

void SamplesPage::showImported(const SamplesImported& imported)
{
    QStringList words = {tr("%Ln samples added.", nullptr, static_cast<int>(imported.added.added))};
    if (imported.added.known > 0) {
        words << tr("%Ln were there already.", nullptr, static_cast<int>(imported.added.known));
    }
    if (imported.added.otherLabel > 0) {
        words << tr(
            "%Ln of them were there with another label, which stays.", nullptr,
            static_cast<int>(imported.added.otherLabel));
    }
    if (!imported.ignored.empty()) {
        words << tr(
            "%Ln other files in the folder are no pictures of digits.", nullptr,
            static_cast<int>(imported.ignored.size()));
    }
    if (imported.unread.empty()) {
        Q_EMIT message(words.join(QLatin1Char(' ')));
        return;
    }
    words << tr(
        "%Ln could not be read and are left out.", nullptr,
        static_cast<int>(imported.unread.size()));
    words << describe(imported.unread.front());
    Q_EMIT warning(words.join(QLatin1Char(' ')));
}

/// What was dropped says by itself how it is to be read.
void SamplesPage::takeDrop(const QStringList& files)
{
    if (files.size() != 1) {
        Q_EMIT message(tr("Drop one file or one folder at a time."));
        return;
    }
    const QFileInfo file(files.front());
    if (!m_import->actions().constFirst()->isEnabled()) {
        Q_EMIT message(m_import->actions().constFirst()->toolTip().section(QLatin1Char('\n'), -1));
    } else if (file.isDir()) {
        const bool isIdx =
            !QDir(file.filePath()).entryList({QStringLiteral("train-images*")}).isEmpty();
        importFrom(isIdx ? SampleFormat::Idx : SampleFormat::Pictures, file.filePath());
    } else if (isInk(file)) {
        importFrom(SampleFormat::Drawings, file.filePath());
    } else {
        Q_EMIT message(
            tr("Samples are a folder of IDX files, a folder with one of pictures for each digit, "
               "or a .jsonl file of drawings."));
    }
}

// Files that are no samples go on to the window, which opens models and pictures.
void SamplesPage::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = localFiles(*event->mimeData());
    if (files.size() == 1 &&
        (QFileInfo(files.front()).isDir() || isInk(QFileInfo(files.front())))) {
        event->acceptProposedAction();
        m_dropping = true;
        update();
    } else {
        event->ignore();
    }
}

void SamplesPage::dragLeaveEvent(QDragLeaveEvent* /*event*/)
{
    m_dropping = false;
    update();
}

void SamplesPage::dropEvent(QDropEvent* event)
{
    m_dropping = false;
    update();
    event->acceptProposedAction();
    takeDrop(localFiles(*event->mimeData()));
}

} // namespace digitpad
