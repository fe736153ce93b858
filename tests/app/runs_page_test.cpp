// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/runs_page.h"

#include "app/runs/curves_view.h"
#include "app/runs/run_table.h"
#include "app/runs/run_table_view.h"
#include "app/runs/runs_placeholder.h"
#include "app/store/database.h"
#include "app/store/run_file.h"
#include "app/store/runs.h"
#include "app/store/store.h"
#include "tests/app/fake_engine.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>
#include <QWheelEvent>

using namespace digitpad;
using namespace Qt::StringLiterals;

namespace {

/// An engine that notes on which thread it loads.
class WatchedEngine : public tests::FakeEngine {
public:
    Result<std::shared_ptr<const Model>>
    load(std::string_view pth, const std::string& device) const override
    {
        thread = QThread::currentThread();
        return FakeEngine::load(pth, device);
    }

    mutable std::atomic<QThread*> thread = nullptr;
};

/// Two epochs of nine loss points; `number` tells it from others.
StoredRun someRun(int number)
{
    StoredRun run;
    run.summary.id = newRunId();
    run.summary.name = u"run %1"_s.arg(number);
    run.summary.note = u"note %1"_s.arg(number);
    run.summary.started = QDateTime(QDate(2026, 11, 23), QTime(8, 0)).addSecs(60LL * number);
    run.summary.seconds = 4;
    run.summary.status = RunStatus::Finished;
    run.summary.options.epochs = 2;
    run.summary.options.learningRate = 0.001 * number;
    run.summary.data = u"MNIST"_s;
    run.summary.counts = {.digits = 60'000, .none = 0, .test = 10'000};
    for (int epoch = 1; epoch <= 2; ++epoch) {
        for (int batch = 100; batch <= 900; batch += 100) {
            run.losses.push_back(
                {.epoch = epoch,
                 .epochs = 2,
                 .batch = batch,
                 .batches = 900,
                 .loss = 1.0 * number / (900 * epoch + batch)});
        }
        run.epochs.push_back(
            {.epoch = epoch,
             .epochs = 2,
             .batches = 900,
             .trainingLoss = 0.1,
             .testLoss = 0.1,
             .testAccuracy = 0.9 + 0.001 * number});
    }
    return run;
}

NewRun newRun()
{
    NewRun run;
    run.name = u"at work"_s;
    run.options.epochs = 2;
    run.data = u"MNIST"_s;
    run.counts = {.digits = 60'000, .none = 0, .test = 10'000};
    return run;
}

std::vector<TrainingEvent> anEpoch(int epoch)
{
    std::vector<TrainingEvent> events;
    for (int batch = 100; batch <= 200; batch += 100) {
        events.emplace_back(LossPoint{
            .epoch = epoch, .epochs = 2, .batch = batch, .batches = 200, .loss = 1.0 / epoch});
    }
    events.emplace_back(EpochResult{
        .epoch = epoch,
        .epochs = 2,
        .batches = 200,
        .trainingLoss = 0.5,
        .testLoss = 0.5,
        .testAccuracy = 0.5 + 0.1 * epoch});
    return events;
}

} // namespace

class RunsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheRunsThereAre();
    void saysThatThereAreNone();
    void saysWhyThereIsNoDatabase();
    void overlaysThoseThatAreTicked();
    void drawsTheSelectedOneWhereNoneIsTicked();
    void aClickTicks();
    void zoomsAndPans();
    void tellsTheValuesUnderThePointer();
    void sortsByEveryColumn();
    void remembersOrderAndWidths();
    void knowsNonsenseInTheSettings();
    void renamesInPlace();
    void aNameIsNeverEmpty();
    void notesInPlace();
    void deletesAndTakesItBack();
    void deletesNoRunThatIsTraining();
    void followsARunThatIsTrained();
    void keepsWhatIsBeingTyped();
    void keepsSelectionTicksAndPlace();
    void usesTheNetwork();
    void saysWhyANetworkCannotBeLoaded();
    void savesTheNetwork();
    void savesTheChart();
    void savesTables();
    void savesTheTableAsItIsSorted();
    void saysThatAFileCannotBeWritten();
    void exportsAndImports();
    void takesADrop();
    void refusesHostileFiles_data();
    void refusesHostileFiles();
    void leavesOutDamagedRuns();
    void outlivesADatabaseThatIsDamaged();
    void changesNothingInAReadOnlyDatabase();
    void catchesUpWhenItIsShown();
    void freesItsShortcutsWhileHidden();
    void saysWhyAnActionIsDisabled();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"store.sqlite"_s); }
    /// Fills the database before there is a page.
    void fill(int runs);
    void open();
    [[nodiscard]] const RunSummary& run(int number) const;
    [[nodiscard]] QString idOf(int number) const { return run(number).id; }
    void select(const QList<int>& numbers);
    QAction* action(const QString& iconText);
    /// Triggers it, and gives the name of a file to the dialog it opens. False without a dialog.
    bool triggerWithFile(const QString& iconText, const QString& path);
    /// The name of the first run in the chart; empty where there is none.
    [[nodiscard]] QString firstDrawn() const;
    QString save(const QString& name, const QByteArray& bytes);
    bool drop(const QMimeData& held);
    [[nodiscard]] QByteArray saved(const QString& name) const;
    /// What the database holds of a run now.
    [[nodiscard]] Result<StoredRun> stored(const QString& id) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<RunsPage> m_page;
    std::shared_ptr<WatchedEngine> m_engine;
    RunTable* m_table = nullptr;
    RunTableView* m_view = nullptr;
    CurvesView* m_chart = nullptr;
    CurvesLegend* m_legend = nullptr;
};

void RunsPageTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English)); // the C locale knows no order of numbers
}

void RunsPageTest::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
}

void RunsPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_folder.reset();
}

void RunsPageTest::fill(int runs)
{
    const auto database = Database::open(file());
    QVERIFY(database);
    for (int number = 1; number <= runs; ++number) {
        QVERIFY(Runs(**database).add(someRun(number), QByteArray::number(number % 10)));
    }
}

void RunsPageTest::open()
{
    m_store = std::make_unique<Store>(file());
    m_page = std::make_unique<RunsPage>();
    m_page->resize(1000, 700);
    m_table = m_page->findChild<RunTable*>();
    m_view = m_page->findChild<RunTableView*>();
    m_chart = m_page->findChild<CurvesView*>();
    m_legend = m_page->findChild<CurvesLegend*>();
    m_engine = std::make_shared<WatchedEngine>();
    m_page->setEngine(m_engine);
    QSignalSpy listed(m_store.get(), &Store::runsListed);
    m_page->setStore(*m_store);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(!listed.isEmpty());
}

const RunSummary& RunsPageTest::run(int number) const
{
    const auto found =
        std::ranges::find(m_table->runs(), u"run %1"_s.arg(number), &RunSummary::name);
    if (found == m_table->runs().end()) {
        qFatal("there is no run %d", number);
    }
    return *found;
}

void RunsPageTest::select(const QList<int>& numbers)
{
    m_view->select(idOf(numbers.front()));
    for (const int number : numbers.mid(1)) {
        for (int row = 0; row < m_view->model()->rowCount(); ++row) {
            const QModelIndex index = m_view->model()->index(row, RunTable::Name);
            if (index.data().toString() == run(number).name) {
                m_view->selectionModel()->select(
                    index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        }
    }
}

QAction* RunsPageTest::action(const QString& iconText)
{
    for (QAction* action : m_page->actions()) {
        if (action->iconText() == iconText && !action->isSeparator()) {
            return action;
        }
    }
    qFatal("there is no action %s", qUtf8Printable(iconText));
}

bool RunsPageTest::triggerWithFile(const QString& iconText, const QString& path)
{
    action(iconText)->trigger();
    // Some ask the store first.
    if (!QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; })) {
        return false;
    }
    auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
    if (dialog == nullptr) {
        return false;
    }
    Q_EMIT dialog->fileSelected(path);
    Q_EMIT dialog->filesSelected({path});
    dialog->close();
    return true;
}

QString RunsPageTest::firstDrawn() const
{
    const auto& entries = m_legend->entries();
    return entries.empty() ? QString() : entries.front().curve.name;
}

QString RunsPageTest::save(const QString& name, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray RunsPageTest::saved(const QString& name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As the window system does it: enter, and if that is accepted, drop.
bool RunsPageTest::drop(const QMimeData& held)
{
    const QPoint middle = m_page->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_page.get(), &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDropEvent event(middle, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &event);
    return true;
}

Result<StoredRun> RunsPageTest::stored(const QString& id) const
{
    const auto database = Database::open(file(), Database::Damaged::Refuse);
    return database ? Runs(**database).run(id) : std::unexpected(database.error());
}

void RunsPageTest::showsTheRunsThereAre()
{
    fill(3);
    open();
    QCOMPARE(m_view->model()->rowCount(), 3);
    const auto text = [this](int column, int role = Qt::DisplayRole) {
        return m_view->model()->index(0, column).data(role).toString();
    };
    QCOMPARE(text(RunTable::Name), u"run 3"_s); // the latest
    QCOMPARE(text(RunTable::Network), u"simple-nn"_s);
    QCOMPARE(
        text(RunTable::Network, RunTable::DetailRole), u"learning rate 0.003 · batch size 64"_s);
    QCOMPARE(text(RunTable::Data), u"MNIST"_s);
    QCOMPARE(text(RunTable::Epochs), u"2"_s);
    QCOMPARE(text(RunTable::Accuracy), u"90.30 %"_s);
    QCOMPARE(text(RunTable::Status), u"finished"_s);
    QCOMPARE(text(RunTable::Note), u"note 3"_s);
    QVERIFY(m_view->isVisible());
    QVERIFY(!m_page->findChild<RunsPlaceholder*>()->isVisible());
}

void RunsPageTest::saysThatThereAreNone()
{
    open();
    QTRY_VERIFY(action(u"Import"_s)->isEnabled());
    QVERIFY(m_page->findChild<RunsPlaceholder*>()->isVisible());
    QVERIFY(!m_view->isVisible());
    QVERIFY(!action(u"Delete"_s)->isEnabled());
}

void RunsPageTest::saysWhyThereIsNoDatabase()
{
    m_store = std::make_unique<Store>(m_folder->path()); // a folder
    m_page = std::make_unique<RunsPage>();
    m_page->setStore(*m_store);
    m_page->show();
    const auto* placeholder = m_page->findChild<RunsPlaceholder*>();
    const auto saysWhy = [&] {
        return std::ranges::any_of(placeholder->findChildren<QLabel*>(), [this](QLabel* label) {
            return label->text().contains(m_folder->path());
        });
    };
    QTRY_VERIFY(saysWhy());
    QVERIFY(placeholder->isVisible());
    for (const QAction* action : m_page->actions()) {
        QVERIFY2(!action->isEnabled() || action->isSeparator(), qUtf8Printable(action->text()));
    }
}

void RunsPageTest::overlaysThoseThatAreTicked()
{
    fill(4);
    open();
    for (const int number : {3, 1, 4}) {
        m_table->setTicked(idOf(number), true);
    }
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{3});
    QCOMPARE(m_chart->plot().curves()[0].name, u"run 3"_s);
    QCOMPARE(m_chart->plot().curves()[1].name, u"run 1"_s);
    QCOMPARE(m_chart->plot().curves()[1].number, 1);
    QCOMPARE(m_chart->plot().curves()[0].smooth.size(), std::size_t{18});
    QCOMPARE(m_chart->plot().curves()[0].accuracies.back().y(), 90.3);
    QCOMPARE(m_legend->entries()[0].options, u"learning rate 0.003"_s);
    QCOMPARE(m_legend->entries()[2].options, u"learning rate 0.004"_s);
    QVERIFY(m_legend->accessibleDescription().contains(u"learning rate 0.001"_s));

    m_table->setTicked(idOf(1), false); // the others keep their colours, and its own is free
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{2});
    QCOMPARE(m_chart->plot().curves()[1].name, u"run 4"_s);
    QCOMPARE(m_chart->plot().curves()[1].number, 2);
    m_table->setTicked(idOf(2), true);
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{3});
    QCOMPARE(m_chart->plot().curves()[1].name, u"run 2"_s);

    action(u"Compare none"_s)->trigger();
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{1});
    QVERIFY(!action(u"Compare none"_s)->isEnabled());
}

void RunsPageTest::drawsTheSelectedOneWhereNoneIsTicked()
{
    fill(2);
    open();
    select({1});
    QTRY_COMPARE(firstDrawn(), u"run 1"_s);
    QCOMPARE(m_legend->entries()[0].options, u"learning rate 0.001 · batch size 64"_s);
    select({2});
    QTRY_COMPARE(firstDrawn(), u"run 2"_s);
}

void RunsPageTest::aClickTicks()
{
    fill(2);
    open();
    const QModelIndex tick = m_view->model()->index(0, RunTable::Tick);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(tick).center());
    QCOMPARE(m_table->ticked(), QStringList{idOf(2)});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visualRect(tick).center());
    QCOMPARE(m_table->ticked(), QStringList());

    select({1, 2});
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_Space);
    QCOMPARE(m_table->ticked().size(), 2);
    QVERIFY(action(u"Compare"_s)->isChecked());
    action(u"Compare"_s)->trigger();
    QCOMPARE(m_table->ticked().size(), 0);
}

void RunsPageTest::zoomsAndPans()
{
    fill(1);
    open();
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{1});
    const ChartRange whole = m_chart->plot().whole();
    QCOMPARE(m_chart->plot().shown(), whole);
    const QPointF middle = m_chart->rect().center();
    QWheelEvent turn(
        middle, m_chart->mapToGlobal(middle), {}, {0, 360}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_chart, &turn);
    const ChartRange zoomedIn = m_chart->plot().shown();
    QVERIFY(zoomedIn.to - zoomedIn.from < 0.6 * (whole.to - whole.from));

    QTest::mousePress(m_chart, Qt::LeftButton, {}, middle.toPoint());
    QTest::mouseMove(m_chart, middle.toPoint() - QPoint(40, 0));
    QTest::mouseRelease(m_chart, Qt::LeftButton, {}, middle.toPoint() - QPoint(40, 0));
    QVERIFY(m_chart->plot().shown().from > zoomedIn.from);
    QTest::keyClick(m_chart, Qt::Key_Left);
    QTest::keyClick(m_chart, Qt::Key_Minus);
    QTest::keyClick(m_chart, Qt::Key_0);
    QCOMPARE(m_chart->plot().shown(), whole);

    // The stretch stays while the run is read anew, as when it goes on.
    QTest::keyClick(m_chart, Qt::Key_Plus);
    const ChartRange before = m_chart->plot().shown();
    QSignalSpy read(m_store.get(), &Store::runRead);
    m_table->setTicked(idOf(1), true);
    m_chart->setCurves(m_chart->plot().curves());
    QCOMPARE(m_chart->plot().shown(), before);
}

void RunsPageTest::tellsTheValuesUnderThePointer()
{
    fill(1);
    open();
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{1});
    QSignalSpy pointed(m_chart, &CurvesView::pointedAt);
    const QRectF plot = m_chart->plot().places(m_chart->rect()).losses;
    const double half = m_chart->plot().whole().to / 2;
    QTest::mouseMove(m_chart, plot.center().toPoint());
    QTRY_VERIFY(!pointed.isEmpty());
    const auto epoch = pointed.back().at(0).value<std::optional<double>>();
    QVERIFY(epoch && std::abs(*epoch - half) < 0.02);
    const CurveValues values = valuesAt(m_chart->plot().curves()[0], epoch);
    QVERIFY(values.loss && values.accuracy);
    QCOMPARE(*values.accuracy, m_chart->plot().curves()[0].accuracies.front().y());
    QVERIFY(!valuesAt(m_chart->plot().curves()[0], 0).loss);
}

void RunsPageTest::sortsByEveryColumn()
{
    fill(12);
    open();
    const auto firstName = [this] {
        return m_view->model()->index(0, RunTable::Name).data().toString();
    };
    QCOMPARE(firstName(), u"run 12"_s);
    m_view->sortByColumn(RunTable::Name, Qt::AscendingOrder);
    QCOMPARE(firstName(), u"run 1"_s);
    QCOMPARE(m_view->model()->index(9, RunTable::Name).data().toString(), u"run 10"_s);
    m_view->sortByColumn(RunTable::Accuracy, Qt::DescendingOrder);
    QCOMPARE(firstName(), u"run 12"_s);
    m_table->setTicked(idOf(5), true);
    m_view->sortByColumn(RunTable::Tick, Qt::DescendingOrder);
    QCOMPARE(firstName(), u"run 5"_s);
}

void RunsPageTest::remembersOrderAndWidths()
{
    fill(2);
    open();
    const int fitted = m_view->columnWidth(RunTable::Name);
    m_page.reset();
    QVERIFY(!QSettings().contains(u"runs/widths"_s)); // they are to fit in another language, too
    open();
    m_view->horizontalHeader()->resizeSection(RunTable::Name, fitted + 50);
    m_view->sortByColumn(RunTable::Accuracy, Qt::AscendingOrder);
    m_page.reset();
    open();
    QCOMPARE(m_view->columnWidth(RunTable::Name), fitted + 50);
    QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), int{RunTable::Accuracy});
    QCOMPARE(m_view->model()->index(0, RunTable::Name).data().toString(), u"run 1"_s);
    QEvent other(QEvent::StyleChange); // as in another appearance
    QCoreApplication::sendEvent(m_view, &other);
    QCOMPARE(m_view->columnWidth(RunTable::Name), fitted + 50);
}

void RunsPageTest::knowsNonsenseInTheSettings()
{
    fill(2);
    const QVariantList widths{1, -5, 1'000'000, u"wide"_s, {}, 0, 7, 100, 100};
    QCOMPARE(widths.size(), qsizetype{RunTable::ColumnCount});
    QSettings().setValue(u"runs/widths"_s, widths);
    QSettings().setValue(u"runs/sortedBy"_s, 99);
    open();
    QCOMPARE(m_view->horizontalHeader()->sortIndicatorSection(), int{RunTable::Started});
    QCOMPARE(m_view->model()->index(0, RunTable::Name).data().toString(), u"run 2"_s);
    for (int column = RunTable::Name; column < RunTable::Note; ++column) {
        QVERIFY(m_view->columnWidth(column) >= 32 && m_view->columnWidth(column) <= 2000);
    }
}

void RunsPageTest::renamesInPlace()
{
    fill(2);
    open();
    select({1});
    const QString id = idOf(1);
    QSignalSpy done(m_store.get(), &Store::done);
    action(u"Rename"_s)->trigger();
    auto* editor = m_view->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->text(), u"run 1"_s);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, u" my best "_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(stored(id)->summary.name, u"my best"_s);
    QCOMPARE(m_table->run(m_table->rowOf(id)).name, u"my best"_s);
    QTRY_COMPARE(firstDrawn(), u"my best"_s);
}

void RunsPageTest::aNameIsNeverEmpty()
{
    fill(1);
    open();
    QSignalSpy renamed(m_table, &RunTable::renamed);
    m_table->setData(m_table->index(0, RunTable::Name), u"  "_s, Qt::EditRole);
    m_table->setData(m_table->index(0, RunTable::Name), u"run 1"_s, Qt::EditRole);
    QCOMPARE(renamed.size(), 0);
    QCOMPARE(run(1).name, u"run 1"_s);
}

void RunsPageTest::notesInPlace()
{
    fill(1);
    open();
    QSignalSpy done(m_store.get(), &Store::done);
    action(u"Edit note"_s)->trigger();
    auto* editor = m_view->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->text(), u"note 1"_s);
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_Delete); // is the editor's here, and deletes no run
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(stored(idOf(1))->summary.note, QString());
}

void RunsPageTest::deletesAndTakesItBack()
{
    fill(4);
    open();
    const QStringList ids{idOf(2), idOf(3)};
    m_table->setTicked(ids[0], true);
    select({2, 3});
    QSignalSpy undoable(m_page.get(), &RunsPage::undoable);
    action(u"Delete"_s)->trigger();
    QTRY_COMPARE(undoable.size(), 1);
    QTRY_COMPARE(m_table->rowCount(), 2);
    QVERIFY(undoable.at(0).at(0).toString().contains(u'2'));
    QVERIFY(!stored(ids[0]) && !stored(ids[1]));
    QCOMPARE(m_table->ticked(), QStringList());

    undoable.at(0).at(1).value<std::function<void()>>()();
    QTRY_COMPARE(m_table->rowCount(), 4);
    QVERIFY(stored(ids[0]) && stored(ids[1]));
    QCOMPARE(m_table->ticked(), QStringList{ids[0]});
}

void RunsPageTest::deletesNoRunThatIsTraining()
{
    open();
    m_store->beginRun(newRun());
    QTRY_COMPARE(m_table->rowCount(), 1);
    m_view->selectAll();
    QVERIFY(!action(u"Delete"_s)->isEnabled());
    QVERIFY(action(u"Delete"_s)->toolTip().contains(u"training"_s));
}

void RunsPageTest::followsARunThatIsTrained()
{
    open();
    const QString id = m_store->beginRun(newRun());
    QTRY_COMPARE(m_table->rowCount(), 1);
    const auto text = [this](int column) { return m_table->index(0, column).data().toString(); };
    QCOMPARE(text(RunTable::Name), u"at work"_s);
    QCOMPARE(text(RunTable::Status), u"training"_s);
    QCOMPARE(text(RunTable::Epochs), u"0 of 2"_s);
    QCOMPARE(text(RunTable::Accuracy), u"–"_s);
    m_store->recordRun(id, anEpoch(1));
    QTRY_COMPARE(text(RunTable::Epochs), u"1 of 2"_s);
    QCOMPARE(text(RunTable::Accuracy), u"60.00 %"_s);
    const auto points = [this] {
        const auto& curves = m_chart->plot().curves();
        return curves.empty() ? std::size_t{0} : curves.front().smooth.size();
    };
    QTRY_COMPARE(points(), std::size_t{2});
    QCOMPARE(m_chart->plot().curves()[0].end, 2); // room for what is to come
    m_store->recordRun(id, anEpoch(2));
    RunEnd end;
    end.seconds = 3;
    end.testAccuracy = 0.75;
    end.model = std::make_shared<tests::FakeModel>(6);
    m_store->finishRun(id, end);
    QTRY_COMPARE(text(RunTable::Status), u"finished"_s);
    QTRY_COMPARE(points(), std::size_t{4});
    QCOMPARE(text(RunTable::Accuracy), u"75.00 %"_s);
    QVERIFY(action(u"Use"_s)->isEnabled());
}

void RunsPageTest::keepsWhatIsBeingTyped()
{
    fill(1);
    open();
    action(u"Rename"_s)->trigger();
    auto* editor = m_view->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    QTest::keyClicks(editor, u"half"_s);
    // Another run begins, and this very one gets another name in another Digitpad.
    m_store->renameRun(idOf(1), u"other"_s);
    m_store->beginRun(newRun());
    QTRY_COMPARE(m_table->rowCount(), 2);
    QTRY_COMPARE(m_table->run(0).name, u"other"_s);
    QCOMPARE(editor, m_view->findChild<QLineEdit*>());
    QCOMPARE(editor->text(), u"half"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_table->run(0).name, u"half"_s);
}

void RunsPageTest::keepsSelectionTicksAndPlace()
{
    fill(60);
    open();
    select({20, 21});
    m_table->setTicked(idOf(30), true);
    const QStringList selected = m_view->selectedRuns();
    QScrollBar* bar = m_view->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const int place = bar->value();
    m_view->sortByColumn(RunTable::Name, Qt::AscendingOrder); // a new one does not come first
    QCOMPARE(bar->value(), place);
    NewRun late = newRun();
    late.name = u"zzz"_s;
    m_store->beginRun(late);
    QTRY_COMPARE(m_table->rowCount(), 61);
    auto now = m_view->selectedRuns();
    QVERIFY(std::ranges::is_permutation(now, selected));
    QCOMPARE(m_table->ticked(), QStringList{idOf(30)});
    QCOMPARE(bar->value(), place);
}

void RunsPageTest::usesTheNetwork()
{
    fill(4);
    open();
    select({3});
    QSignalSpy used(m_page.get(), &RunsPage::useModel);
    action(u"Use"_s)->trigger();
    QTRY_COMPARE(used.size(), 1);
    QCOMPARE(used.at(0).at(1).toString(), u"run 3"_s);
    const auto model = used.at(0).at(0).value<std::shared_ptr<const Model>>();
    QCOMPARE(model->toPth(), Result<std::string>("3"));
    QVERIFY(m_engine->thread != QThread::currentThread());
    QTRY_VERIFY(action(u"Use"_s)->isEnabled());

    m_page->setDevice("cuda:0"); // which somebody chose
    action(u"Use"_s)->trigger();
    QTRY_COMPARE(used.size(), 2);
    QCOMPARE(
        used.at(1).at(0).value<std::shared_ptr<const Model>>()->info().device,
        std::string("cuda:0"));
}

void RunsPageTest::saysWhyANetworkCannotBeLoaded()
{
    const auto database = Database::open(file());
    QVERIFY(database && Runs(**database).add(someRun(1), "damaged"));
    open();
    QSignalSpy warned(m_page.get(), &RunsPage::warning);
    action(u"Use"_s)->trigger();
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(warned.at(0).at(0).toString().contains(u"run 1"_s));
}

void RunsPageTest::savesTheNetwork()
{
    fill(2);
    open();
    select({2});
    QSignalSpy told(m_page.get(), &RunsPage::message);
    QVERIFY(triggerWithFile(u"Save model as"_s, m_folder->filePath(u"a.pth"_s)));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(saved(u"a.pth"_s), QByteArray("2"));
}

void RunsPageTest::savesTheChart()
{
    fill(3);
    open();
    m_table->setTicked(idOf(1), true);
    m_table->setTicked(idOf(2), true);
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{2});
    QSignalSpy told(m_page.get(), &RunsPage::message);
    QVERIFY(triggerWithFile(u"Save chart as PNG"_s, m_folder->filePath(u"a.png"_s)));
    QTRY_COMPARE(told.size(), 1);
    const QImage image = QImage::fromData(saved(u"a.png"_s));
    QVERIFY(image.width() > 2 * m_chart->width());
    QVERIFY(triggerWithFile(u"Save chart as SVG"_s, m_folder->filePath(u"a.svg"_s)));
    QTRY_COMPARE(told.size(), 2);
    const QByteArray svg = saved(u"a.svg"_s);
    QSvgRenderer renderer(svg);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBox().size() * 2, image.size());
    for (const char* text : {"run 1", "run 2", "learning rate 0.001", "learning rate 0.002"}) {
        QVERIFY2(svg.contains(text), text);
    }
}

void RunsPageTest::savesTables()
{
    fill(3);
    open();
    m_table->setTicked(idOf(1), true);
    m_table->setTicked(idOf(3), true);
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{2});
    QSignalSpy told(m_page.get(), &RunsPage::message);
    QVERIFY(triggerWithFile(u"Save points as CSV"_s, m_folder->filePath(u"points.csv"_s)));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(saved(u"points.csv"_s).count("\r\n"), 1 + 2 * 20);
    QVERIFY(triggerWithFile(u"Save table as CSV"_s, m_folder->filePath(u"runs.csv"_s)));
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(saved(u"runs.csv"_s).count("\r\n"), 1 + 3);
}

void RunsPageTest::savesTheTableAsItIsSorted()
{
    fill(3);
    open();
    QSignalSpy told(m_page.get(), &RunsPage::message);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        m_view->sortByColumn(RunTable::Name, order);
        told.clear();
        QVERIFY(triggerWithFile(u"Save table as CSV"_s, m_folder->filePath(u"runs.csv"_s)));
        QTRY_COMPARE(told.size(), 1);
        const QByteArray csv = saved(u"runs.csv"_s);
        QVERIFY(csv.contains("run 2"));
        QCOMPARE(csv.indexOf("run 1") < csv.indexOf("run 3"), order == Qt::AscendingOrder);
    }
}

void RunsPageTest::saysThatAFileCannotBeWritten()
{
    fill(1);
    open();
    QTRY_COMPARE(m_chart->plot().curves().size(), std::size_t{1});
    const QString nowhere = m_folder->filePath(u"no/such/folder/x"_s);
    QSignalSpy warned(m_page.get(), &RunsPage::warning);
    for (const QString& name :
         {u"Save model as"_s, u"Save chart as PNG"_s, u"Save chart as SVG"_s,
          u"Save points as CSV"_s, u"Save table as CSV"_s, u"Export"_s}) {
        QVERIFY2(triggerWithFile(name, nowhere), qUtf8Printable(name));
        QTRY_VERIFY2(!warned.isEmpty(), qUtf8Printable(name));
        QCOMPARE(warned.size(), 1);
        QVERIFY(warned.takeFirst().at(0).toString().contains(u"no/such/folder"_s));
    }
}

void RunsPageTest::exportsAndImports()
{
    fill(2);
    open();
    select({1});
    const QString id = idOf(1);
    const QString path = m_folder->filePath(u"a.digitpad-run"_s);
    QSignalSpy told(m_page.get(), &RunsPage::message);
    QVERIFY(triggerWithFile(u"Export"_s, path));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(triggerWithFile(u"Import"_s, path));
    QTRY_COMPARE(told.size(), 2);
    QTRY_COMPARE(m_table->rowCount(), 3);
    const QString imported = m_view->currentRun(); // it is shown
    QVERIFY(imported != id);
    QCOMPARE(m_table->run(m_table->rowOf(imported)).name, u"run 1"_s);
    QCOMPARE(stored(imported)->losses, stored(id)->losses);
    QCOMPARE(stored(imported)->epochs, stored(id)->epochs);
    QVERIFY(stored(imported)->summary.hasModel);
}

void RunsPageTest::takesADrop()
{
    open();
    QTRY_VERIFY(action(u"Import"_s)->isEnabled());
    const QString path = save(u"a.json"_s, writeRunFile({.run = someRun(7), .pth = "7"}));
    QMimeData held;
    held.setUrls({QUrl::fromLocalFile(path)});
    QVERIFY(drop(held));
    QTRY_COMPARE(m_table->rowCount(), 1);
    QCOMPARE(run(7).note, u"note 7"_s);

    QMimeData model;
    model.setUrls({QUrl::fromLocalFile(m_folder->filePath(u"mine.pth"_s))});
    QVERIFY(!drop(model)); // goes on to the window
    QMimeData text;
    text.setText(u"seven"_s);
    QVERIFY(!drop(text));
}

void RunsPageTest::refusesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = writeRunFile({.run = someRun(1), .pth = "7"});
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray(1000, '\xff');
    QTest::newRow("other JSON") << QByteArray("{\"a\": [1, 2]}");
    QTest::newRow("truncated") << good.left(good.size() / 2);
    QTest::newRow("loss is text") << QByteArray(good).replace(
        "\"losses\":[[1", "\"losses\":[[\"1\"");
    QTest::newRow("epoch too large")
        << QByteArray(good).replace("\"losses\":[[1", "\"losses\":[[99999999999");
    QTest::newRow("model is no base64")
        << QByteArray(good).replace("\"model\":\"", "\"model\":\"***");
    QTest::newRow("newer") << QByteArray(good).replace("\"version\":1", "\"version\":2");
}

void RunsPageTest::refusesHostileFiles()
{
    QFETCH(const QByteArray, bytes);
    fill(1);
    open();
    const QString bad = save(u"bad.json"_s, bytes);
    const QString good = save(u"good.json"_s, writeRunFile({.run = someRun(2), .pth = {}}));
    QSignalSpy warned(m_page.get(), &RunsPage::warning);
    QSignalSpy told(m_page.get(), &RunsPage::message);
    m_page->importRuns({bad, good});
    QTRY_COMPARE(told.size(), 1); // the others are still imported
    QCOMPARE(warned.size(), 1);
    QVERIFY(warned.at(0).at(0).toString().contains(u"bad.json"_s));
    QTRY_COMPARE(m_table->rowCount(), 2);
    QCOMPARE(run(2).hasModel, false);
}

void RunsPageTest::leavesOutDamagedRuns()
{
    fill(3);
    {
        const auto database = Database::open(file());
        QVERIFY(database);
        QVERIFY((*database)->write([&] {
            (*database)->change("UPDATE runs SET status = 'on fire' WHERE name = 'run 2'");
            (*database)->change("UPDATE losses SET loss = 9e999 WHERE run = 1 AND epoch = 1");
        }));
    }
    open();
    QCOMPARE(m_table->rowCount(), 2);
    const auto labels = m_page->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text().contains(u"damaged"_s) && label->toolTip().contains(u"on fire"_s);
    }));
    select({1});
    QTRY_COMPARE(firstDrawn(), u"run 1"_s);
    QVERIFY(m_legend->entries()[0].more.back().contains(u'9'));
    QCOMPARE(m_legend->entries()[0].curve.smooth.size(), std::size_t{9});
}

void RunsPageTest::outlivesADatabaseThatIsDamaged()
{
    fill(2);
    open();
    QSignalSpy opened(m_store.get(), &Store::opened);
    save(u"store.sqlite"_s, QByteArray(20'000, 'x'));
    m_table->setData(m_table->index(0, RunTable::Name), u"new"_s, Qt::EditRole);
    QTRY_VERIFY(!opened.isEmpty());
    QVERIFY(!opened.back().at(0).value<StoreState>().setAside.isEmpty());
    QTRY_COMPARE(m_table->rowCount(), 0); // that of the new one
    QVERIFY(m_page->findChild<RunsPlaceholder*>()->isVisible());
    QTRY_VERIFY(m_chart->plot().curves().empty());
}

void RunsPageTest::changesNothingInAReadOnlyDatabase()
{
    fill(1);
    open();
    Q_EMIT m_store->opened({.isReadOnly = true, .setAside = {}}); // as it says of such a file
    for (const QString& name : {u"Rename"_s, u"Edit note"_s, u"Delete"_s, u"Import"_s}) {
        QTRY_VERIFY2(!action(name)->isEnabled(), qUtf8Printable(name));
        QVERIFY(action(name)->toolTip().contains(u"read"_s));
    }
    QVERIFY(action(u"Export"_s)->isEnabled());
    QVERIFY(!m_table->flags(m_table->index(0, RunTable::Name)).testFlag(Qt::ItemIsEditable));
}

void RunsPageTest::catchesUpWhenItIsShown()
{
    fill(1);
    open();
    m_page->hide();
    QSignalSpy changed(m_store.get(), &Store::runsChanged);
    const QString begun = m_store->beginRun(newRun());
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(m_table->rowCount(), 1);
    m_page->show();
    QTRY_COMPARE(m_table->rowCount(), 2);
    QCOMPARE(m_view->selectedRuns(), QStringList{begun}); // who comes from training looks for it
}

void RunsPageTest::freesItsShortcutsWhileHidden()
{
    fill(1);
    open();
    QTRY_VERIFY(action(u"Save chart as PNG"_s)->isEnabled());
    QVERIFY(action(u"Use"_s)->isEnabled());
    m_page->hide();
    for (const QAction* action : m_page->actions()) {
        QVERIFY2(!action->isEnabled() || action->isSeparator(), qUtf8Printable(action->text()));
    }
    m_page->show();
    QVERIFY(action(u"Use"_s)->isEnabled());
}

void RunsPageTest::saysWhyAnActionIsDisabled()
{
    fill(2);
    open();
    QSet<QKeySequence> shortcuts;
    m_view->clearSelection();
    for (const QAction* action : m_page->actions()) {
        if (action->isSeparator()) {
            continue;
        }
        const QString name = action->iconText();
        QVERIFY2(!action->icon().isNull(), qUtf8Printable(name));
        QVERIFY2(!action->shortcut().isEmpty(), qUtf8Printable(name));
        QVERIFY2(!shortcuts.contains(action->shortcut()), qUtf8Printable(name));
        shortcuts.insert(action->shortcut());
        QVERIFY2(action->toolTip().contains(name), qUtf8Printable(name));
        QCOMPARE(action->toolTip().contains(u'\n'), !action->isEnabled());
    }
    QVERIFY(!action(u"Use"_s)->isEnabled());
    select({1, 2});
    QVERIFY(action(u"Use"_s)->toolTip().contains(u"Select one run"_s));
    QVERIFY(action(u"Delete"_s)->isEnabled());
    select({1});
    QVERIFY(action(u"Use"_s)->isEnabled());
    m_page->setEngine(nullptr);
    QVERIFY(!action(u"Use"_s)->isEnabled());
}

QTEST_MAIN(RunsPageTest)
#include "runs_page_test.moc"
