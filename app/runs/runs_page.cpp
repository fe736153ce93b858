// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/runs_page.h"

#include "app/error_text.h"
#include "app/runs/curves_view.h"
#include "app/runs/drawn_runs.h"
#include "app/runs/run_options.h"
#include "app/runs/run_table.h"
#include "app/runs/run_table_view.h"
#include "app/runs/runs_placeholder.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"
#include "app/store/store.h"
#include "app/training/file_saver.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <ranges>
#include <utility>

namespace digitpad {

namespace {

const QString kSplitterKey = QStringLiteral("runs/splitter");
// What each takes of the height until somebody divides it otherwise.
constexpr int kTableHeight = 280;
constexpr int kChartHeight = 320;

} // namespace

RunsPage::RunsPage(QWidget* parent)
    : QWidget(parent),
      m_table(new RunTable(this)),
      m_drawn(new DrawnRuns(this)),
      m_saver(new FileSaver(this)),
      m_view(new RunTableView(m_table)),
      m_chart(new CurvesView),
      m_legend(new CurvesLegend),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_summary(new QLabel),
      m_stack(new QStackedLayout(this))
{
    m_view->setObjectName(QStringLiteral("runsTable"));
    m_chart->setObjectName(QStringLiteral("runsChart"));
    setAcceptDrops(true);
    makeActions();
    m_placeholder = new RunsPlaceholder(m_do.importRuns, m_do.again);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(makeContents());

    connect(m_table, &RunTable::ticksChanged, this, &RunsPage::chooseDrawn);
    connect(m_table, &RunTable::renamed, this, [this](const QString& id, const QString& name) {
        expect(m_store->renameRun(id, name), {.subject = name, .failed = [this] {
                                                  refresh();
                                              }}); // its old name is back then
    });
    connect(m_table, &RunTable::noted, this, [this](const QString& id, const QString& note) {
        expect(m_store->setRunNote(id, note), {.subject = {}, .failed = [this] { refresh(); }});
    });
    connect(m_view, &RunTableView::runsSelected, this, &RunsPage::chooseDrawn);
    connect(m_view, &RunTableView::tickAsked, this, &RunsPage::tickSelected);
    connect(m_drawn, &DrawnRuns::changed, this, &RunsPage::showCurves);
    connect(m_drawn, &DrawnRuns::failed, this, [this](const Error& error) {
        Q_EMIT warning(describe(error));
    });
    connect(m_chart, &CurvesView::pointedAt, m_legend, &CurvesLegend::setEpoch);
    connect(m_saver, &FileSaver::message, this, &RunsPage::message);
    connect(m_saver, &FileSaver::warning, this, &RunsPage::warning);
    showState();
}

RunsPage::~RunsPage()
{
    m_view->saveColumns();
}

QWidget* RunsPage::makeContents()
{
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(makeChartSide());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    if (!m_splitter->restoreState(QSettings().value(kSplitterKey).toByteArray())) {
        m_splitter->setSizes({kTableHeight, kChartHeight});
    }
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        QSettings().setValue(kSplitterKey, m_splitter->saveState());
    });
    m_summary->setForegroundRole(QPalette::PlaceholderText);

    auto* contents = new QWidget;
    auto* layout = new QVBoxLayout(contents);
    layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    layout->setSpacing(theme::kGap);
    layout->addLayout(makeActionBar());
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_summary);
    return contents;
}

QWidget* RunsPage::makeChartSide()
{
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_legend);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(CurvesLegend::kWidth);
    scroll->viewport()->setBackgroundRole(QPalette::Window);
    m_chart->setInvitation(tr("Select a run to see its curves, or tick several to compare them"));

    auto* side = new QWidget;
    auto* layout = new QHBoxLayout(side);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kGroup);
    layout->addWidget(m_chart, 1);
    layout->addWidget(scroll);
    return side;
}

QLayout* RunsPage::makeActionBar()
{
    auto* saveMenu = new QMenu(this);
    saveMenu->addActions({m_do.saveChart, m_do.saveSvg, m_do.savePoints, m_do.saveTable});
    saveMenu->setToolTipsVisible(true);
    auto* saveAs = new QAction(theme::icon(QStringLiteral("table")), tr("Save as…"), this);
    saveAs->setToolTip(tr("The chart as a picture, or tables for other programs"));
    QToolButton* save = makeToolButton(saveAs, Qt::ToolButtonTextBesideIcon);
    connect(saveAs, &QAction::triggered, saveMenu, [saveMenu, save] {
        saveMenu->popup(save->mapToGlobal(save->rect().bottomLeft()));
    });

    auto* bar = new QHBoxLayout;
    bar->setSpacing(theme::kGap / 2);
    bar->addWidget(makeToolButton(m_do.use, Qt::ToolButtonTextBesideIcon));
    bar->addWidget(makeToolButton(m_do.saveModel));
    bar->addWidget(makeToolButton(m_do.rename));
    bar->addWidget(makeToolButton(m_do.remove));
    bar->addStretch();
    bar->addWidget(makeToolButton(m_do.compare, Qt::ToolButtonTextBesideIcon));
    bar->addWidget(makeToolButton(m_do.untick));
    bar->addStretch();
    bar->addWidget(save);
    bar->addWidget(makeToolButton(m_do.exportRun, Qt::ToolButtonTextBesideIcon));
    bar->addWidget(makeToolButton(m_do.importRuns, Qt::ToolButtonTextBesideIcon));
    return bar;
}

// ---- the store ----------------------------------------------------------------------------------

void RunsPage::setStore(Store& store)
{
    m_store = &store;
    m_drawn->setStore(store);
    connectStore();
    refresh();
}

void RunsPage::connectStore()
{
    connect(m_store, &Store::opened, this, [this](const StoreState& state) {
        m_isReadOnly = state.isReadOnly;
        m_table->setEditable(!m_isReadOnly);
        refresh(); // a damaged database may have been set aside for an empty one
    });
    connect(m_store, &Store::runsChanged, this, [this] {
        if (isVisible()) {
            refresh();
        } else {
            m_stale = true;
        }
    });
    connect(m_store, &Store::runsListed, this, [this](quint64 call, const RunList& list) {
        if (call == m_listing) {
            takeList(list);
        }
    });
    connect(m_store, &Store::done, this, [this](quint64 call) {
        if (const Answer answer = m_calls.take(call); answer.done) {
            answer.done();
        }
    });
    connect(m_store, &Store::modelRead, this, [this](quint64 call, const QByteArray& pth) {
        if (const Answer answer = m_calls.take(call); answer.model) {
            answer.model(pth);
        }
    });
    connect(m_store, &Store::runImported, this, [this](quint64 call, const QString& run) {
        if (const Answer answer = m_calls.take(call); answer.imported) {
            answer.imported(run);
        }
    });
    connect(m_store, &Store::failed, this, &RunsPage::fail);
}

void RunsPage::setEngine(std::shared_ptr<const Engine> engine)
{
    m_engine = std::move(engine);
    updateActions();
}

void RunsPage::expect(quint64 call, const Answer& answer)
{
    m_calls.insert(call, answer);
}

void RunsPage::fail(quint64 call, const Error& error)
{
    if (call == m_listing) {
        m_listing = 0;
        if (m_isListed) { // what is shown was true a moment ago
            Q_EMIT warning(describe(error));
        } else {
            m_failure = describe(error);
        }
        showState();
        return;
    }
    if (m_calls.contains(call)) {
        const Answer answer = m_calls.take(call);
        Q_EMIT warning(describe(error, answer.subject));
        if (answer.failed) {
            answer.failed();
        }
    }
}

/// One list at a time is on its way, however often the runs change.
void RunsPage::refresh()
{
    m_isBack |= std::exchange(m_stale, false);
    m_listAgain = m_listing != 0;
    if (!m_listAgain) {
        m_listing = m_store->listRuns();
    }
}

void RunsPage::takeList(const RunList& list)
{
    m_listing = 0;
    m_isListed = true;
    m_failure.clear();
    m_skipped = list.skipped;
    if (std::exchange(m_isBack, false) && m_toSelect.isEmpty() && !list.runs.empty()) {
        // Who comes back from training wants to see that.
        const QString& latest = list.runs.front().id;
        m_toSelect = m_table->rowOf(latest) < 0 ? latest : QString();
    }
    m_table->setRuns(list.runs);
    if (m_table->rowOf(m_toSelect) >= 0) {
        m_view->select(std::exchange(m_toSelect, {}));
    } else if (!m_view->currentIndex().isValid() && m_table->rowCount() > 0) {
        m_view->selectFirst();
    }
    compareLatest(list.runs);
    showState();
    if (m_listAgain) {
        refresh();
    }
}

/// `runs` are the latest first.
void RunsPage::compareLatest(std::span<const RunSummary> runs)
{
    const auto count =
        std::min(static_cast<std::size_t>(std::exchange(m_toCompare, 0)), runs.size());
    if (count > 0) {
        m_table->untickAll();
        // The oldest of them gets the first colour.
        for (const RunSummary& run : runs.first(count) | std::views::reverse) {
            m_table->setTicked(run.id, true);
        }
    }
}

QString RunsPage::setState(const QJsonObject& state)
{
    constexpr int kMost = 10;
    const QString fault = checkParts(state, {{"compare", QJsonValue::Double}});
    if (state.isEmpty() || !fault.isEmpty()) {
        return fault;
    }
    const int count = state[QStringLiteral("compare")].toInt(-1);
    if (count < 0 || count > kMost) {
        return tr("Of the runs 0 to %1 can be compared here.").arg(locale().toString(kMost));
    }
    m_toCompare = count;
    if (count == 0) {
        m_table->untickAll();
    } else if (m_store != nullptr) {
        refresh();
    }
    return {};
}

QJsonObject RunsPage::facts() const
{
    return {
        {QStringLiteral("runs"), m_table->rowCount()},
        {QStringLiteral("compared"), static_cast<int>(m_table->ticked().size())}};
}

// ---- what is shown ------------------------------------------------------------------------------

/// Those that are ticked; where none is, the one the keyboard is at.
void RunsPage::chooseDrawn()
{
    QStringList ids = m_table->ticked();
    if (ids.isEmpty()) {
        ids << m_view->currentRun();
    }
    std::vector<RunSummary> runs;
    for (const QString& id : ids) {
        if (const int row = m_table->rowOf(id); row >= 0) {
            runs.push_back(m_table->run(row));
        }
    }
    m_drawn->choose(runs);
    showSummary();
    updateActions();
}

void RunsPage::showCurves()
{
    const std::vector<const StoredRun*> runs = m_drawn->runs();
    const std::vector<RunDifference> differences = runDifferences(runs);
    std::vector<LegendEntry> entries;
    std::vector<RunCurve> curves;
    for (const StoredRun* run : runs) {
        LegendEntry entry{
            .curve = curveOf(*run, m_table->slotOf(run->summary.id).value_or(0)),
            .options = differencesOf(differences, static_cast<qsizetype>(entries.size())),
            .more = {}};
        if (runs.size() == 1) {
            entry.options = tellingOptions(run->summary.options);
            entry.more = {run->summary.data, run->summary.note};
        } else if (differences.empty()) {
            entry.options = tr("same data and options");
        }
        if (!run->skipped.isEmpty()) {
            entry.more << tr(
                "%Ln points are damaged and left out", nullptr,
                static_cast<int>(run->skipped.size()));
        }
        curves.push_back(entry.curve);
        entries.push_back(std::move(entry));
    }
    m_chart->setCurves(std::move(curves));
    m_legend->setEntries(std::move(entries));
    updateActions();
}

void RunsPage::showState()
{
    const bool hasRuns = m_table->rowCount() > 0;
    if (!m_failure.isEmpty()) {
        m_placeholder->showFailure(m_failure);
    } else if (m_isListed) {
        m_placeholder->showEmpty();
    } else {
        m_placeholder->showLoading();
    }
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(hasRuns ? 1 : 0);
    setFocusProxy(hasRuns ? static_cast<QWidget*>(m_view) : m_placeholder);
    if (hadFocus && !isAncestorOf(QApplication::focusWidget())) {
        setFocus(); // what had it is gone
    }
    showSummary();
    updateActions();
    update();
}

void RunsPage::showSummary()
{
    QStringList texts{tr("%Ln runs", nullptr, m_table->rowCount())};
    if (const auto ticked = m_table->ticked().size(); ticked > 0) {
        texts << tr("%Ln compared", nullptr, static_cast<int>(ticked));
    }
    if (!m_skipped.isEmpty()) {
        texts << tr("%Ln damaged ones left out", nullptr, static_cast<int>(m_skipped.size()));
    }
    if (m_isReadOnly) {
        texts << tr("cannot be changed");
    }
    m_summary->setText(texts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(m_skipped.join(QLatin1Char('\n')).toHtmlEscaped());
}

ChartSheet RunsPage::sheet() const
{
    return {
        .plot = m_chart->plot(),
        .size = m_chart->size(),
        .legend = m_legend->entries(),
        .palette = palette()};
}

void RunsPage::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void RunsPage::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_dropping) {
        return;
    }
    constexpr qreal kInset = 4;
    QPen pen(palette().color(QPalette::Highlight), 2);
    pen.setDashPattern({6, 5});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(kInset, kInset, -kInset, -kInset), 12, 12);
}

void RunsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        refresh();
    }
    updateActions();
}

void RunsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace digitpad
