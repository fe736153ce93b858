// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/error_text.h"
#include "app/runs/drawn_runs.h"
#include "app/runs/run_table.h"
#include "app/runs/run_table_view.h"
#include "app/runs/run_tables.h"
#include "app/runs/runs_page.h"
#include "app/save_file.h"
#include "app/shell/theme.h"
#include "app/store/run_file.h"
#include "app/store/store.h"
#include "app/training/file_saver.h"
#include "core/engine/engine.h"

#include <QAction>
#include <QBuffer>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QRegularExpression>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace digitpad {

namespace {

const QString kFolderKey = QStringLiteral("runs/folder");

/// A file's name made of a run's.
QString fileName(const QString& run, const QString& suffix)
{
    static const QRegularExpression kUnfit(QStringLiteral(R"([\x00-\x1f/\\:*?"<>|]+)"));
    const QString name = QString(run).replace(kUnfit, QStringLiteral("-")).left(100).trimmed();
    const bool isUsable = !name.isEmpty() && !name.startsWith(QLatin1Char('.'));
    return (isUsable ? name : QStringLiteral("run")) + QLatin1Char('.') + suffix;
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

bool isModel(const QString& file)
{
    return file.endsWith(QLatin1String(".pth"), Qt::CaseInsensitive) ||
           file.endsWith(QLatin1String(".pt"), Qt::CaseInsensitive);
}

// The tooltip names the shortcut, and the reason where nothing can be done.
void enable(QAction* action, const QString& whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString tip = QStringLiteral("%1 (%2)").arg(action->iconText(), keys);
    action->setToolTip(whyNot.isEmpty() ? tip : QStringLiteral("%1\n%2").arg(tip, whyNot));
}

} // namespace

void RunsPage::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QString& shortText,
                          const QKeySequence& shortcut, auto run) {
        auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
        action->setIconText(shortText);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    const auto separate = [this] {
        auto* separator = new QAction(this);
        separator->setSeparator(true);
        addAction(separator);
    };
    constexpr auto kControlShift = Qt::CTRL | Qt::SHIFT;
    m_do.use = make(
        "check", tr("&Use on the Draw page"), tr("Use"), kControlShift | Qt::Key_U,
        &RunsPage::useSelected);
    m_do.saveModel = make(
        "save", tr("&Save model as…"), tr("Save model as"), QKeySequence::Save,
        &RunsPage::saveModel);
    separate();
    m_do.compare =
        make("chart", tr("&Compare"), tr("Compare"), Qt::CTRL | Qt::Key_T, &RunsPage::tickSelected);
    m_do.compare->setCheckable(true);
    m_do.untick =
        make("clear", tr("Compare &none"), tr("Compare none"), kControlShift | Qt::Key_T, [this] {
            m_table->untickAll();
        });
    separate();
    m_do.rename = make("draw", tr("&Rename"), tr("Rename"), Qt::Key_F2, [this] {
        m_view->edit(m_view->currentRun(), RunTable::Name);
    });
    m_do.note = make("log", tr("Edit n&ote"), tr("Edit note"), Qt::SHIFT | Qt::Key_F2, [this] {
        m_view->edit(m_view->currentRun(), RunTable::Note);
    });
    m_do.remove =
        make("remove", tr("&Delete"), tr("Delete"), QKeySequence::Delete, &RunsPage::remove);
    separate();
    m_do.saveChart = make(
        "chart", tr("Save chart as &PNG…"), tr("Save chart as PNG"), kControlShift | Qt::Key_G,
        &RunsPage::saveChart);
    m_do.saveSvg = make(
        "chart", tr("Save chart as S&VG…"), tr("Save chart as SVG"), kControlShift | Qt::Key_V,
        &RunsPage::saveSvg);
    m_do.savePoints = make(
        "table", tr("Save poin&ts as CSV…"), tr("Save points as CSV"), kControlShift | Qt::Key_L,
        &RunsPage::savePoints);
    m_do.saveTable = make(
        "table", tr("Save ta&ble as CSV…"), tr("Save table as CSV"), kControlShift | Qt::Key_K,
        &RunsPage::saveTable);
    separate();
    m_do.exportRun = make(
        "export", tr("E&xport run…"), tr("Export"), kControlShift | Qt::Key_X,
        &RunsPage::exportRun);
    m_do.importRuns = make(
        "import", tr("&Import runs…"), tr("Import"), kControlShift | Qt::Key_I,
        &RunsPage::chooseFilesToImport);

    m_do.again = new QAction(tr("Try again"), this);
    connect(m_do.again, &QAction::triggered, this, [this] {
        m_failure.clear();
        refresh();
        showState();
    });
}

/// The one that is selected; null where there are none or several.
const RunSummary* RunsPage::theSelected() const
{
    const QStringList selected = m_view->selectedRuns();
    return selected.size() == 1 ? &m_table->run(m_table->rowOf(selected.front())) : nullptr;
}

void RunsPage::updateActions()
{
    const QStringList selected = m_view->selectedRuns();
    const RunSummary* run = theSelected();
    const bool hasRunning = std::ranges::any_of(selected, [this](const QString& id) {
        return m_table->run(m_table->rowOf(id)).status == RunStatus::Running;
    });
    // Each reason goes before those after it; an empty one is none.
    const auto first = [this](std::initializer_list<QString> reasons) {
        if (!isVisible() || !m_isListed) {
            return tr("The runs are not shown");
        }
        const auto* found =
            std::ranges::find_if(reasons, [](const QString& reason) { return !reason.isEmpty(); });
        return found != reasons.end() ? *found : QString();
    };
    const auto unless = [](bool can, const QString& reason) { return can ? QString() : reason; };
    const QString none = unless(!selected.isEmpty(), tr("Select a run first"));
    const QString notOne = unless(run != nullptr, tr("Select one run"));
    const QString noModel =
        unless(run != nullptr && run->hasModel, tr("This run has kept no network"));
    const QString readOnly = unless(!m_isReadOnly, tr("The database can only be read"));
    const QString noCurves =
        unless(!m_drawn->runs().empty(), tr("Select a run or tick some first"));

    enable(
        m_do.use, first(
                      {notOne, noModel, unless(m_engine != nullptr, tr("The engine is loading")),
                       unless(!m_isLoading, tr("A network is being loaded"))}));
    enable(m_do.saveModel, first({notOne, noModel}));
    enable(m_do.compare, first({none}));
    m_do.compare->setChecked(
        !selected.isEmpty() && std::ranges::all_of(selected, [this](const QString& id) {
            return m_table->slotOf(id).has_value();
        }));
    enable(m_do.untick, first({unless(!m_table->ticked().isEmpty(), tr("No run is ticked"))}));
    enable(m_do.rename, first({notOne, readOnly}));
    enable(m_do.note, first({notOne, readOnly}));
    enable(
        m_do.remove,
        first({none, readOnly, unless(!hasRunning, tr("It is training: stop that first"))}));
    enable(m_do.saveChart, first({noCurves}));
    enable(m_do.saveSvg, first({noCurves}));
    enable(m_do.savePoints, first({noCurves}));
    enable(m_do.saveTable, first({unless(m_table->rowCount() > 0, tr("There are no runs"))}));
    enable(m_do.exportRun, first({notOne}));
    enable(m_do.importRuns, first({readOnly}));
}

// ---- the network --------------------------------------------------------------------------------

void RunsPage::useSelected()
{
    if (const RunSummary* run = theSelected()) {
        use(run->id, run->name);
    }
}

void RunsPage::use(const QString& run, const QString& name)
{
    const auto load = [this, run, name](const QByteArray& pth) {
        m_isLoading = true;
        updateActions();
        m_threads.start([this, engine = m_engine, device = m_device, run, name, pth] {
            // Where there is none left, another Digitpad has deleted it meanwhile: Empty.
            const auto model =
                engine->load({pth.constData(), static_cast<std::size_t>(pth.size())}, device);
            QMetaObject::invokeMethod(this, [this, run, name, model] {
                m_isLoading = false;
                updateActions();
                if (model) {
                    Q_EMIT useModel(*model, name, run);
                } else {
                    Q_EMIT warning(describe(model.error(), name));
                }
            });
        });
    };
    expect(m_store->readModel(run), {.subject = name, .model = load});
}

void RunsPage::saveModel()
{
    const RunSummary* run = theSelected();
    if (run == nullptr) {
        return;
    }
    const auto save = [this, name = run->name](const QByteArray& pth) {
        m_saver->save(
            tr("Save the model"), fileName(name, QStringLiteral("pth")), tr("Models (*.pth)"),
            [pth](const QString& path) { return saveFile(path, pth); });
    };
    expect(m_store->readModel(run->id), {.subject = run->name, .model = save});
}

// ---- the list -----------------------------------------------------------------------------------

/// Ticks all that are selected; where all of them are, none of them.
void RunsPage::tickSelected()
{
    const QStringList selected = m_view->selectedRuns();
    const bool areTicked = std::ranges::all_of(
        selected, [this](const QString& id) { return m_table->slotOf(id).has_value(); });
    for (const QString& id : selected) {
        m_table->setTicked(id, !areTicked);
    }
    updateActions();
}

void RunsPage::remove()
{
    const QStringList ids = m_view->selectedRuns();
    const RunSummary* run = theSelected();
    const QString text = run != nullptr
                             ? tr("“%1” is deleted").arg(run->name)
                             : tr("%Ln runs are deleted", nullptr, static_cast<int>(ids.size()));
    struct Progress {
        qsizetype left;
        QStringList removed{};
    };
    const auto progress = std::make_shared<Progress>(Progress{.left = ids.size()});
    const auto settle = [this, progress, text] {
        if (--progress->left == 0 && !progress->removed.isEmpty()) {
            Q_EMIT undoable(text, [page = QPointer(this), ids = progress->removed] {
                if (page) {
                    page->restore(ids);
                }
            });
        }
    };
    for (const QString& id : ids) {
        expect(
            m_store->removeRun(id), {.subject = text,
                                     .done =
                                         [progress, settle, id] {
                                             progress->removed << id;
                                             settle();
                                         },
                                     .failed = settle});
    }
}

void RunsPage::restore(const QStringList& ids)
{
    m_toSelect = ids.value(0);
    for (const QString& id : ids) {
        expect(m_store->restoreRun(id), {.subject = id});
    }
}

// ---- files --------------------------------------------------------------------------------------

void RunsPage::saveChart()
{
    m_saver->save(
        tr("Save the chart"), QStringLiteral("runs.png"), tr("Pictures (*.png)"),
        [image = sheetImage(sheet())](const QString& path) {
            QByteArray png;
            QBuffer buffer(&png);
            image.save(&buffer, "PNG");
            return saveFile(path, png);
        });
}

void RunsPage::saveSvg()
{
    m_saver->save(
        tr("Save the chart"), QStringLiteral("runs.svg"), tr("Drawings (*.svg)"),
        [svg = sheetSvg(sheet())](const QString& path) { return saveFile(path, svg); });
}

void RunsPage::savePoints()
{
    m_saver->save(
        tr("Save the points"), QStringLiteral("points.csv"), tr("Tables (*.csv)"),
        [csv = pointsCsv(m_drawn->runs())](const QString& path) { return saveFile(path, csv); });
}

void RunsPage::saveTable()
{
    m_saver->save(
        tr("Save the table"), QStringLiteral("runs.csv"), tr("Tables (*.csv)"),
        [csv = runsCsv(m_view->runs())](const QString& path) { return saveFile(path, csv); });
}

void RunsPage::exportRun()
{
    const RunSummary* run = theSelected();
    if (run == nullptr) {
        return;
    }
    auto* dialog = new QFileDialog(
        this, tr("Export the run"),
        QDir(rememberedFolder(kFolderKey)).filePath(fileName(run->name, kRunFileSuffix)),
        tr("Digitpad runs (*.%1)").arg(kRunFileSuffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kRunFileSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = run->id](const QString& file) {
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
        expect(
            m_store->exportRun(id, file),
            {.subject = file, .done = [this, file] {
                 Q_EMIT message(tr("Saved as %1").arg(QDir::toNativeSeparators(file)));
             }});
    });
    dialog->open();
}

void RunsPage::chooseFilesToImport()
{
    auto* dialog = new QFileDialog(this, tr("Import runs"), rememberedFolder(kFolderKey));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Digitpad runs (*.%1)").arg(kRunFileSuffix + QStringLiteral(" *.json")),
         tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        QSettings().setValue(kFolderKey, QFileInfo(files.value(0)).absolutePath());
        importRuns(files);
    });
    dialog->open();
}

void RunsPage::importRuns(const QStringList& files)
{
    struct Progress {
        qsizetype left;
        int imported = 0;
    };
    const auto progress = std::make_shared<Progress>(Progress{.left = files.size()});
    const auto settle = [this, progress] {
        if (--progress->left == 0 && progress->imported > 0) {
            Q_EMIT message(tr("%Ln runs imported", nullptr, progress->imported));
        }
    };
    for (const QString& file : files) {
        expect(
            m_store->importRun(file), {.subject = file,
                                       .imported =
                                           [this, progress, settle](const QString& run) {
                                               ++progress->imported;
                                               m_toSelect = run;
                                               settle();
                                           },
                                       .failed = settle});
    }
}

// Models go on to the window, which opens them.
void RunsPage::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = localFiles(*event->mimeData());
    if (m_do.importRuns->isEnabled() && !files.isEmpty() && std::ranges::none_of(files, isModel)) {
        event->acceptProposedAction();
        setDropping(true);
    } else {
        event->ignore();
    }
}

void RunsPage::dragLeaveEvent(QDragLeaveEvent* /*event*/)
{
    setDropping(false);
}

void RunsPage::dropEvent(QDropEvent* event)
{
    setDropping(false);
    event->acceptProposedAction();
    importRuns(localFiles(*event->mimeData()));
}

} // namespace digitpad
