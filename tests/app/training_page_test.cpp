// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_page.h"

#include "app/engine_module.h"
#include "app/review/review_view.h"
#include "app/store/store.h"
#include "app/training/data_view.h"
#include "app/training/loss_chart.h"
#include "app/training/more_options.h"
#include "app/training/notice.h"
#include "app/training/result_card.h"
#include "app/training/run_panel.h"
#include "app/training/source_row.h"
#include "app/training/training_actions.h"
#include "app/training/training_form.h"
#include "tests/app/gated_engine.h"
#include "tests/app/training_desk.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"

#include <QAction>
#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLineSeries>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <functional>

using namespace digitpad;
using tests::Desk;
using tests::FakeEngine;
using tests::GatedEngine;

namespace {

class DivergingEngine : public FakeEngine {
public:
    Result<TrainingResult> train(
        const Dataset& /*training*/, const Dataset& /*test*/, const TrainingOptions& /*options*/,
        const std::string& /*dataName*/, const TrainingCallbacks& /*callbacks*/,
        const std::stop_token& /*stop*/) const override
    {
        return std::unexpected(
            Error{.code = ErrorCode::Diverged, .detail = "epoch 1, batch 7", .file = {}});
    }
};

QList<QXYSeries*> seriesOf(Desk& desk)
{
    QList<QXYSeries*> all;
    for (QAbstractSeries* series : desk.page.findChild<QChartView*>()->chart()->series()) {
        all << qobject_cast<QXYSeries*>(series);
    }
    return all;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TrainingPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void waitsForTheEngine();
    void saysThatTheEngineIsNotThere();
    void trainsAndShowsTheResult();
    void stopsHalfWay();
    void asksBeforeARunReplacesAModelThatIsNotSaved();
    void saysWhatWentWrong();
    void looksIntoTheFolder();
    void showsWhatItLearnsFrom();
    void showsTheLossWhereThereIsNoTest();
    void remembersTheForm();
    void choosesAPreset();
    void offersEachNetworkWithItsRecipe();
    void foldsTheFurtherOptions();
    void goesOnWithTheFurtherOptions();
    void savesWhatItMade();
    void saysWhyItCouldNotSave();
    void followsThePalette();
    void closesWhileTraining();
    void everythingHasAName();
    void finishesWithTheRealEngine();
    void stopsTheRealEngine();
    void pausesAndLengthensARun();
    void goesOnWhereARunWasStopped();
    void movesAboutInTheChart();
    void looksAtTheMistakes();
    void goesOnWithAnInterruptedRun();
    void asksBeforeANewRunReplacesAnInterruptedOne();
    void forgetsARunThatIsSaved();
    void keepsEveryRun();
    void throwsAKeptRunAwayAndTakesItBack();
    void throwsAwayWhatIsNotKept();
    void throwsAStoppedRunAway();
    void saysThatANetworkCouldNotBeKept();

private:
    /// Throws the last run away, and gives the way back.
    static std::function<void()> thrownAway(Desk& desk);
    static std::size_t runsIn(Store& store);

    QTemporaryDir m_settings;
    std::shared_ptr<const Engine> m_realEngine;
};

void TrainingPageTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("digitpad-test"));
    const auto engine = loadEngine();
    QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
    m_realEngine = *engine;
}

/// No run of another test is gone on with.
void TrainingPageTest::init()
{
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
}

void TrainingPageTest::waitsForTheEngine()
{
    Desk desk;
    QVERIFY(!desk.actions().start->isEnabled());
    QCOMPARE(desk.actions().start->iconText(), QStringLiteral("Loading…"));
    QVERIFY(desk.actions().start->toolTip().contains(QStringLiteral("being loaded")));
    QVERIFY(!desk.page.findChild<Notice*>()->isVisible());
    desk.page.setEngine(std::make_shared<FakeEngine>());
    QTRY_VERIFY(desk.actions().start->isEnabled());
    QCOMPARE(desk.actions().start->iconText(), QStringLiteral("Start"));
    QVERIFY(desk.actions().start->toolTip().contains(QStringLiteral("Ctrl+R")));
}

void TrainingPageTest::saysThatTheEngineIsNotThere()
{
    Desk desk;
    desk.page.setEngineFailed(
        {.code = ErrorCode::EngineUnavailable, .detail = "libtorch.so is missing", .file = {}});
    QVERIFY(!desk.actions().start->isEnabled());
    QVERIFY(desk.says(QStringLiteral("libtorch.so is missing")));
}

void TrainingPageTest::trainsAndShowsTheResult()
{
    Desk desk(std::make_shared<FakeEngine>());
    QSignalSpy changes(&desk.page, &TrainingPage::trainingChanged);
    QSignalSpy uses(&desk.page, &TrainingPage::useModel);
    QVERIFY(!desk.actions().use->isEnabled());
    QVERIFY(desk.start());
    QVERIFY(desk.page.isTraining());
    QVERIFY(!desk.page.findChild<TrainingForm*>()->isEnabled());
    QVERIFY(desk.waitForEnd());
    QCOMPARE(changes.size(), 2);

    QVERIFY(desk.card()->isVisible());
    QVERIFY(desk.says(QStringLiteral("Training finished")));
    QVERIFY(desk.says(QStringLiteral("98.00 %")));
    QVERIFY(desk.says(QStringLiteral("of 1,000 test digits")));
    QVERIFY(desk.log().contains(QStringLiteral("\nEpoch [1/5], Batch [100/200], Loss: 0.6667\n")));
    QVERIFY(desk.log().contains(QStringLiteral("\nEpoch [5/5], test accuracy: 98.00 %")));
    QVERIFY(desk.log().contains(QStringLiteral("seed 42")));

    // Accuracy, every loss point, the same smoothed, and the accuracy's markers.
    const QList<QXYSeries*> series = seriesOf(desk);
    QCOMPARE(series.size(), 4);
    QCOMPARE(series[0]->count(), 5);
    QCOMPARE(series[1]->count(), 10);
    QCOMPARE(series[2]->count(), 10);
    QCOMPARE(series[3]->points(), series[0]->points());
    QCOMPARE(series[0]->points().last(), QPointF(5, 98));

    desk.actions().use->trigger();
    QCOMPARE(uses.size(), 1);
    QVERIFY(uses.at(0).at(0).value<std::shared_ptr<const Model>>() != nullptr);
    QVERIFY(uses.at(0).at(1).toString().contains(QStringLiteral("98.00 %")));

    QTest::keyClick(desk.card(), Qt::Key_Escape);
    QTRY_VERIFY(!desk.card()->isVisible());
    QVERIFY(desk.page.findChild<TrainingForm*>()->isEnabled());
    QVERIFY(desk.actions().use->isEnabled());
}

void TrainingPageTest::stopsHalfWay()
{
    const auto engine = std::make_shared<GatedEngine>();
    Desk desk(engine);
    QVERIFY(desk.start());
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    QTRY_COMPARE(desk.actions().start->iconText(), QStringLiteral("Stop"));
    desk.actions().start->trigger();
    QCOMPARE(desk.actions().start->iconText(), QStringLiteral("Stopping…"));
    QVERIFY(!desk.actions().start->isEnabled());
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.says(QStringLiteral("Stopped in epoch 2 of 5")));
    QVERIFY(desk.says(QStringLiteral("is kept")));
    QVERIFY(desk.log().contains(QStringLiteral("\nStopped; test accuracy: ")));
    QVERIFY(desk.actions().use->isEnabled());
    QVERIFY(desk.actions().start->isEnabled());
}

void TrainingPageTest::asksBeforeARunReplacesAModelThatIsNotSaved()
{
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    for (const auto& [answer, starts] :
         {std::pair{QMessageBox::Cancel, false}, {QMessageBox::Discard, true}}) {
        QVERIFY(desk.start());
        QVERIFY(!desk.page.isTraining());
        auto* question = desk.page.findChild<QMessageBox*>();
        QVERIFY(question);
        question->button(answer)->click();
        QCOMPARE(desk.page.isTraining(), starts);
        QVERIFY(starts || desk.page.hasUnsavedModel());
        QTRY_VERIFY(!desk.page.findChild<QMessageBox*>());
    }
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.page.hasUnsavedModel()); // of the new run
}

void TrainingPageTest::saysWhatWentWrong()
{
    Desk desk(std::make_shared<DivergingEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.page.findChild<Notice*>()->isVisible());
    QVERIFY(desk.says(QStringLiteral("epoch 1, batch 7")));
    QVERIFY(desk.says(QStringLiteral("smaller learning rate")));
    QVERIFY(!desk.card()->isVisible());
    QVERIFY(desk.page.findChild<TrainingForm*>()->isEnabled());
    QVERIFY(!desk.actions().use->isEnabled());
    QVERIFY(desk.start()); // and it goes away when the next one starts
    QVERIFY(!desk.page.findChild<Notice*>()->isVisible());
    QVERIFY(desk.waitForEnd());
}

void TrainingPageTest::looksIntoTheFolder()
{
    const tests::TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", tests::idxImages(3));
    (void)folder.write("train-labels-idx1-ubyte", tests::idxLabels(3));
    (void)folder.write("t10k-images-idx3-ubyte", tests::idxImages(2));
    (void)folder.write("t10k-labels-idx1-ubyte", tests::idxLabels(2));
    Desk desk(std::make_shared<FakeEngine>());
    QTRY_VERIFY(desk.actions().start->isEnabled());

    auto* mnist = desk.page.findChildren<SourceRow*>().at(0);
    mnist->setTicked(true);
    QTRY_VERIFY(desk.actions().start->toolTip().contains(QStringLiteral("Download MNIST first")));
    QVERIFY(!desk.actions().start->isEnabled());

    mnist->setChosen(QString::fromStdString(folder.path().string()));
    QTRY_VERIFY(desk.actions().start->isEnabled());
    const DataSources sources = desk.page.findChild<TrainingForm*>()->request().data;
    QCOMPARE(sources.mnist, folder.path().string());
    QCOMPARE(sources.synthetic, std::size_t{100}); // a mix

    mnist->setChosen(QString::fromStdString((folder.path() / "nowhere").string()));
    QVERIFY(!desk.actions().start->isEnabled());
    QTRY_VERIFY(desk.says(QStringLiteral("is not there")));
    QVERIFY(!desk.actions().start->isEnabled());
}

void TrainingPageTest::showsWhatItLearnsFrom()
{
    const auto engine = std::make_shared<GatedEngine>();
    Desk desk(engine);
    auto* view = desk.page.findChild<DataView*>();
    QTRY_VERIFY(desk.actions().start->isEnabled());
    QVERIFY(!view->isVisible());
    desk.actions().showData->trigger();
    QVERIFY(view->isVisible());
    QVERIFY(!desk.page.findChild<LossChart*>()->isVisible());
    QTRY_VERIFY(desk.says(QStringLiteral("100 digits to learn from, 1,000 to test on")));
    desk.spin("How many synthetic digits")->setValue(200);
    QTRY_VERIFY(desk.says(QStringLiteral("200 digits to learn from, 1,000 to test on")));

    QVERIFY(desk.start()); // then the chart is what there is to see
    QVERIFY(!view->isVisible());
    QVERIFY(desk.page.findChild<LossChart*>()->isVisible());
    QVERIFY(!desk.actions().showData->isEnabled());
    desk.actions().start->trigger();
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.actions().showData->isEnabled());
}

void TrainingPageTest::showsTheLossWhereThereIsNoTest()
{
    const tests::TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", tests::idxImages(3));
    (void)folder.write("train-labels-idx1-ubyte", tests::idxLabels(3));
    QSettings().setValue(QStringLiteral("training/data"), QStringLiteral("mnist"));
    QSettings().setValue(
        QStringLiteral("training/folder"), QString::fromStdString(folder.path().string()));
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.says(QStringLiteral("0.2000"))); // the last epoch's mean loss
    QVERIFY(desk.says(QStringLiteral("no digits to test on")));
    QVERIFY(!desk.says(QStringLiteral("Test accuracy")));
}

void TrainingPageTest::remembersTheForm()
{
    {
        Desk desk(std::make_shared<FakeEngine>());
        desk.spin("Epochs")->setValue(7);
        desk.spin("Batch size")->setValue(1'000);
        desk.spin("Seed")->setValue(123'456'789);
        desk.named<QDoubleSpinBox>(QStringLiteral("Learning rate"))->setValue(0.0025);
        auto* device = desk.named<QComboBox>(QStringLiteral("Device"));
        QTRY_COMPARE(device->count(), 3); // automatic, the CPU, and the fake's GPU
        device->setCurrentIndex(2);
    }
    Desk desk(std::make_shared<FakeEngine>());
    auto* device = desk.named<QComboBox>(QStringLiteral("Device"));
    QTRY_COMPARE(device->count(), 3);
    const TrainingRequest request = desk.page.findChild<TrainingForm*>()->request();
    QCOMPARE(request.data.synthetic, std::size_t{100});
    QCOMPARE(request.options.epochs, 7);
    QCOMPARE(request.options.batchSize, 1'000);
    QCOMPARE(request.options.seed, std::uint64_t{123'456'789});
    QCOMPARE(request.options.learningRate, 0.0025);
    QCOMPARE(request.options.device, std::string("cuda:0"));
}

void TrainingPageTest::choosesAPreset()
{
    Desk desk(std::make_shared<FakeEngine>());
    auto* presets = desk.named<QComboBox>(QStringLiteral("Preset"));
    const auto* form = desk.page.findChild<TrainingForm*>();
    QCOMPARE(presets->currentText(), QStringLiteral("The article"));
    desk.spin("Epochs")->setValue(9);
    desk.named<QDoubleSpinBox>(QStringLiteral("Learning rate"))->setValue(0.5);
    QCOMPARE(presets->currentText(), QStringLiteral("Own recipe"));

    const auto choose = [presets](int index) {
        presets->setCurrentIndex(index);
        Q_EMIT presets->activated(index);
    };
    choose(0);
    QCOMPARE(form->request().options.epochs, 5);
    QCOMPARE(form->request().options.learningRate, 1e-3);
    QCOMPARE(presets->currentText(), QStringLiteral("The article"));
    QCOMPARE(
        desk.named<QDoubleSpinBox>(QStringLiteral("Learning rate"))->text(),
        QStringLiteral("0.001"));

    choose(presets->findText(QStringLiteral("The carried convnet")));
    QCOMPARE(form->request().options.network, std::string("convnet"));
    QCOMPARE(form->request().options.epochs, defaultOptions("convnet").epochs);
    QVERIFY(presets->toolTip().contains(QStringLiteral("12,000")));
    QCOMPARE(presets->currentText(), QStringLiteral("The carried convnet"));

    choose(presets->count() - 1); // an own one is not chosen but made
    QCOMPARE(presets->currentText(), QStringLiteral("The carried convnet"));
    auto* networks = desk.named<QComboBox>(QStringLiteral("Network"));
    networks->setCurrentIndex(networks->findData(QStringLiteral("simple-nn")));
    QCOMPARE(presets->currentText(), QStringLiteral("The article"));
}

void TrainingPageTest::offersEachNetworkWithItsRecipe()
{
    {
        Desk desk(std::make_shared<FakeEngine>());
        auto* networks = desk.named<QComboBox>(QStringLiteral("Network"));
        const auto* form = desk.page.findChild<TrainingForm*>();
        QCOMPARE(form->request().options.network, std::string("simple-nn"));
        QVERIFY(!form->request().options.augmentation.any());

        networks->setCurrentIndex(networks->findData(QStringLiteral("convnet")));
        const TrainingOptions options = form->request().options;
        const TrainingOptions wanted = defaultOptions("convnet");
        QCOMPARE(options.network, std::string("convnet"));
        QCOMPARE(options.epochs, wanted.epochs);
        QCOMPARE(options.batchSize, wanted.batchSize);
        QCOMPARE(options.learningRate, wanted.learningRate);
        QVERIFY(options.augmentation.any());
        QVERIFY(options.schedule);
        desk.spin("Epochs")->setValue(3);
        QSettings settings;
        form->save(settings);
    }
    Desk again(std::make_shared<FakeEngine>());
    const TrainingOptions options = again.page.findChild<TrainingForm*>()->request().options;
    QCOMPARE(options.network, std::string("convnet"));
    QCOMPARE(options.epochs, 3);
}

void TrainingPageTest::foldsTheFurtherOptions()
{
    Desk desk(std::make_shared<FakeEngine>());
    auto* decay = desk.named<QDoubleSpinBox>(QStringLiteral("Weight decay"));
    auto* form = desk.page.findChild<TrainingForm*>();
    auto* button = desk.page.findChild<MoreOptions*>()->findChild<QToolButton*>();
    QVERIFY(!decay->isVisibleTo(form));
    button->click();
    QVERIFY(decay->isVisibleTo(form));
    QTRY_VERIFY(!decay->visibleRegion().isEmpty()); // it is scrolled to
    QCOMPARE(decay->text(), QStringLiteral("off"));
    button->click();
    QVERIFY(!decay->isVisibleTo(form));
}

void TrainingPageTest::goesOnWithTheFurtherOptions()
{
    const auto more = [](Desk& desk) { return desk.page.findChild<MoreOptions*>(); };
    const auto options = [](Desk& desk) {
        return desk.page.findChild<TrainingForm*>()->request().options;
    };
    {
        Desk desk(std::make_shared<FakeEngine>());
        auto* networks = desk.named<QComboBox>(QStringLiteral("Network"));
        QVERIFY(sameMoreOptions(options(desk), defaultOptions("simple-nn")));
        networks->setCurrentIndex(networks->findData(QStringLiteral("convnet")));
        QVERIFY(sameMoreOptions(options(desk), defaultOptions("convnet")));
        more(desk)->findChild<QToolButton*>()->click();
        for (QCheckBox* box : more(desk)->findChildren<QCheckBox*>()) {
            QVERIFY(box->isChecked());
            box->click();
        }
        desk.named<QDoubleSpinBox>(QStringLiteral("Weight decay"))->setValue(0.5);
        desk.named<QDoubleSpinBox>(QStringLiteral("Label smoothing"))->setValue(0);
        desk.named<QDoubleSpinBox>(QStringLiteral("Averaging"))->setValue(0.9999);
    }
    Desk desk(std::make_shared<FakeEngine>());
    const TrainingOptions remembered = options(desk);
    QVERIFY(!remembered.augmentation.any());
    QVERIFY(!remembered.schedule);
    QCOMPARE(remembered.weightDecay, 0.5);
    QCOMPARE(remembered.labelSmoothing, 0.0);
    QCOMPARE(remembered.averaging, 0.9999);
    QVERIFY(more(desk)->isOpen()); // as it was left
    auto* presets = desk.named<QComboBox>(QStringLiteral("Preset"));
    QCOMPARE(presets->currentText(), QStringLiteral("Own recipe"));
    presets->setCurrentIndex(presets->findText(QStringLiteral("The carried convnet")));
    Q_EMIT presets->activated(presets->currentIndex());
    QVERIFY(sameMoreOptions(options(desk), defaultOptions("convnet")));
}

void TrainingPageTest::savesWhatItMade()
{
    const QTemporaryDir folder;
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(!desk.actions().saveChart->isEnabled());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());

    const QString model = folder.filePath(QStringLiteral("a model.pth"));
    QSignalSpy saves(&desk.page, &TrainingPage::modelSaved);
    QSignalSpy uses(&desk.page, &TrainingPage::useModel);
    QVERIFY(desk.saveTo(desk.actions().saveModel, model).contains(model));
    QCOMPARE(contentOf(model), QByteArray("7"));
    QCOMPARE(saves.size(), 1);
    QCOMPARE(saves[0][1].toString(), model);
    desk.actions().use->trigger();
    QCOMPARE(uses.size(), 1);
    QCOMPARE(uses[0][1].toString(), model); // what it is known by from then on

    const QString points = folder.filePath(QStringLiteral("points.csv"));
    QVERIFY(desk.saveTo(desk.actions().savePoints, points).contains(points));
    QVERIFY(contentOf(points).startsWith("epoch,batch,step,loss,"));
    QCOMPARE(contentOf(points).count('\n'), 1 + 5 * 3);

    // The curve is in both pictures: some pixels have the accent's very colour.
    const auto coloured =
        [accent = desk.page.palette().color(QPalette::Highlight).rgb()](const QImage& image) {
            qsizetype count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    count += image.pixel(x, y) == accent ? 1 : 0;
                }
            }
            return count;
        };
    const QString drawn = folder.filePath(QStringLiteral("chart.svg"));
    QVERIFY(desk.saveTo(desk.actions().saveSvg, drawn).contains(drawn));
    QSvgRenderer renderer(drawn);
    QVERIFY(renderer.isValid());
    const QSize shown = desk.page.findChild<LossChart*>()->size();
    QVERIFY(renderer.viewBox().width() > shown.width());
    QImage rendered(2 * renderer.viewBox().size(), QImage::Format_RGB32);
    rendered.fill(Qt::black);
    QPainter painter(&rendered);
    renderer.render(&painter);
    painter.end();
    QVERIFY(coloured(rendered) > 500);
    QCOMPARE(rendered.pixelColor(0, 0), desk.page.palette().color(QPalette::Window));
    QVERIFY(contentOf(drawn).contains("98.00")); // letters, not their outlines

    const QString chart = folder.filePath(QStringLiteral("chart.png"));
    QVERIFY(desk.saveTo(desk.actions().saveChart, chart).contains(chart));
    const QImage image(chart);
    QVERIFY(image.width() > 2 * shown.width());
    QVERIFY(coloured(image) > 500);
}

void TrainingPageTest::saysWhyItCouldNotSave()
{
    const QTemporaryDir folder;
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    const QString path = folder.filePath(QStringLiteral("gone/points.csv"));
    const QString said = desk.saveTo(desk.actions().savePoints, path, &TrainingPage::warning);
    QVERIFY2(said.startsWith(QStringLiteral("Could not save")), qPrintable(said));
    QVERIFY(said.contains(path));
}

void TrainingPageTest::followsThePalette()
{
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QPalette palette = desk.page.palette();
    palette.setColor(QPalette::Highlight, QColor(0x12, 0x34, 0x56));
    desk.page.setPalette(palette);
    QCOMPARE(seriesOf(desk).at(2)->pen().color(), QColor(0x12, 0x34, 0x56));
}

void TrainingPageTest::closesWhileTraining()
{
    const auto engine = std::make_shared<GatedEngine>();
    Desk desk(engine);
    QVERIFY(desk.start());
    QVERIFY(engine->epochDone.tryAcquire(1, 10'000));
    desk.page.stopAndWait();
    QVERIFY(!desk.page.isTraining());
    QVERIFY(!desk.actions().start->isEnabled());
    QCoreApplication::processEvents();
    QVERIFY(!desk.card()->isVisible());
}

void TrainingPageTest::everythingHasAName()
{
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    for (const QWidget* widget : desk.page.findChildren<QWidget*>()) {
        // The parts of a field are spoken of as the field.
        const bool inside = qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                            qobject_cast<const QLineEdit*>(widget->parentWidget()) ||
                            qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()) ||
                            widget->window() != desk.page.window(); // the list of a combo box
        if (widget->focusPolicy() == Qt::NoFocus || inside || widget->isHidden()) {
            continue;
        }
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() ||
                           (button != nullptr && !button->text().isEmpty()) ||
                           qobject_cast<const QLabel*>(widget);
        QVERIFY2(named, widget->metaObject()->className());
    }
    for (const QAction* action : desk.page.actions()) {
        QVERIFY(!action->shortcut().isEmpty());
        QVERIFY(!action->iconText().contains(QLatin1Char('&')));
        QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
}

void TrainingPageTest::finishesWithTheRealEngine()
{
    Desk desk(m_realEngine);
    desk.spin("How many synthetic digits")->setValue(6'400);
    desk.spin("Batch size")->setValue(32);
    desk.spin("Epochs")->setValue(2);
    QSignalSpy uses(&desk.page, &TrainingPage::useModel);
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QVERIFY2(desk.card()->isVisible(), qPrintable(desk.log()));
    QVERIFY(desk.log().contains(QStringLiteral("\nEpoch [2/2], Batch [200/200], Loss: ")));
    QCOMPARE(seriesOf(desk).at(1)->count(), 4);
    QVERIFY(seriesOf(desk).at(0)->points().last().y() > 50);

    desk.actions().use->trigger();
    const auto model = uses.at(0).at(0).value<std::shared_ptr<const Model>>();
    QVERIFY(model != nullptr);
    QCOMPARE(model->info().network, std::string("simple-nn"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("model.pth"));
    QVERIFY(desk.saveTo(desk.actions().saveModel, path).contains(path));
    QVERIFY(m_realEngine->load(contentOf(path).toStdString(), "cpu"));
}

void TrainingPageTest::stopsTheRealEngine()
{
    Desk desk(m_realEngine);
    desk.spin("How many synthetic digits")->setValue(1'000);
    desk.spin("Epochs")->setValue(10'000);
    QVERIFY(desk.start());
    QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [2/10000]")), 60'000);
    desk.actions().start->trigger();
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.says(QStringLiteral("of 10,000")));
    QVERIFY(desk.says(QStringLiteral("Stopped in epoch")));
    QVERIFY(desk.actions().saveModel->isEnabled());
}

void TrainingPageTest::pausesAndLengthensARun()
{
    Desk desk(m_realEngine);
    desk.spin("How many synthetic digits")->setValue(6'400);
    desk.spin("Epochs")->setValue(2);
    QVERIFY(!desk.actions().pause->isEnabled());
    QVERIFY(desk.start());
    desk.actions().pause->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.says(QStringLiteral("Paused")), 60'000);
    QCOMPARE(desk.actions().pause->iconText(), QStringLiteral("Continue training"));
    QVERIFY(desk.page.findChild<RunPanel*>()->isVisible());
    QVERIFY(!desk.page.findChild<TrainingForm*>()->isVisible());

    desk.actions().goOn->trigger(); // one epoch more
    desk.page.findChild<RunPanel*>()->findChild<QDoubleSpinBox*>()->setValue(0.0005);
    desk.actions().pause->trigger();
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.log().contains(QStringLiteral("\nEpoch [3/3]")));
    QVERIFY(desk.page.findChild<TrainingForm*>()->isVisible());
    QVERIFY(!desk.actions().pause->isEnabled());

    QVERIFY(desk.actions().goOn->isEnabled()); // and another one
    desk.actions().goOn->trigger();
    QVERIFY(desk.page.isTraining());
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.log().contains(QStringLiteral("\nEpoch [4/4]")));
    QVERIFY(desk.log().contains(QStringLiteral("\nEpoch [1/"))); // it is the same run
}

void TrainingPageTest::goesOnWhereARunWasStopped()
{
    Desk desk(m_realEngine);
    desk.spin("How many synthetic digits")->setValue(1'000);
    desk.spin("Epochs")->setValue(10'000); // it does not end by itself
    QVERIFY(desk.start());
    QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [1/10000]")), 60'000);
    desk.actions().start->trigger();
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.says(QStringLiteral("Stopped in epoch")));
    QCOMPARE(desk.actions().goOn->iconText(), QStringLiteral("Go on with the run"));
    const auto epochsBefore = seriesOf(desk).at(0)->count();
    desk.actions().goOn->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(seriesOf(desk).at(0)->count() > epochsBefore, 60'000);
    QVERIFY(desk.log().contains(QStringLiteral("Epoch [1/10000]"))); // it is the same run
    desk.actions().start->trigger();
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.says(QStringLiteral("Stopped in epoch")));
}

void TrainingPageTest::movesAboutInTheChart()
{
    Desk desk(std::make_shared<FakeEngine>());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    auto* view = desk.page.findChild<QChartView*>();
    const auto* axis = qobject_cast<QValueAxis*>(view->chart()->axes(Qt::Horizontal).constFirst());
    const double whole = axis->max() - axis->min();
    const QPointF middle = view->chart()->plotArea().center();

    QTest::mouseMove(view->viewport(), middle.toPoint());
    QTRY_VERIFY(desk.says(QStringLiteral("at epoch 2.5")));
    QVERIFY(desk.says(QStringLiteral("95.00 %"))); // after the second epoch; the last one had 98
    QWheelEvent turn(
        middle, view->viewport()->mapToGlobal(middle), {}, {0, 360}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(view->viewport(), &turn);
    const double stretch = axis->max() - axis->min();
    QVERIFY(stretch < 0.6 * whole);
    const double from = axis->min();
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, middle.toPoint());
    QTest::mouseMove(view->viewport(), middle.toPoint() - QPoint(40, 0));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, middle.toPoint() - QPoint(40, 0));
    QVERIFY(axis->min() > from);
    QTest::keyClick(view, Qt::Key_0);
    QCOMPARE(axis->max() - axis->min(), whole);
}

void TrainingPageTest::looksAtTheMistakes()
{
    Desk desk(m_realEngine);
    desk.spin("How many synthetic digits")->setValue(1'000);
    desk.spin("Epochs")->setValue(1);
    QVERIFY(!desk.actions().showMistakes->isEnabled());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    desk.actions().showMistakes->trigger();
    QVERIFY(desk.page.findChild<ReviewView*>()->isVisible());
    QVERIFY(!desk.page.findChild<LossChart*>()->isVisible());
    QTRY_VERIFY(desk.says(QStringLiteral("of 1,000 test digits were read wrong")));
    desk.actions().showData->trigger(); // one of them at a time
    QVERIFY(!desk.page.findChild<ReviewView*>()->isVisible());
    desk.actions().showData->trigger();
    QVERIFY(desk.page.findChild<LossChart*>()->isVisible());
    desk.actions().showMistakes->trigger();
    desk.actions().showMistakes->trigger();
    QVERIFY(desk.card()->isAncestorOf(desk.page.focusWidget())); // Esc closes it
}

void TrainingPageTest::goesOnWithAnInterruptedRun()
{
    {
        Desk desk(m_realEngine);
        desk.spin("How many synthetic digits")->setValue(1'000);
        desk.spin("Epochs")->setValue(10'000); // it does not end by itself
        QVERIFY(desk.start());
        QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [2/10000]")), 60'000);
        QVERIFY(desk.page.isKept());
        desk.page.stopAndWait(); // as the window does when it closes
    }
    Desk desk;
    QSignalSpy found(&desk.page, &TrainingPage::interruptedRunFound);
    desk.page.setEngine(m_realEngine);
    QVERIFY(found.wait());
    QVERIFY(found.at(0).at(0).toString().contains(QStringLiteral(" of 10,000.")));
    QVERIFY(desk.actions().goOn->isEnabled());
    desk.actions().goOn->trigger();
    // What it told before it was interrupted comes before the data is read, when it goes on.
    QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("to learn from")), 60'000);
    const auto epochsBefore = seriesOf(desk).at(0)->count();
    QVERIFY(epochsBefore >= 2);
    QTRY_VERIFY_WITH_TIMEOUT(seriesOf(desk).at(0)->count() > epochsBefore, 60'000);
    desk.actions().start->trigger();
    QVERIFY(desk.waitForEnd());
    QVERIFY2(desk.card()->isVisible(), qPrintable(desk.log()));
    QVERIFY(desk.log().contains(QStringLiteral("Epoch [1/10000]")));
}

void TrainingPageTest::asksBeforeANewRunReplacesAnInterruptedOne()
{
    {
        Desk desk(m_realEngine);
        desk.spin("Epochs")->setValue(10'000);
        QVERIFY(desk.start());
        QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [2/")), 60'000);
        desk.page.stopAndWait();
    }
    Desk desk;
    QSignalSpy found(&desk.page, &TrainingPage::interruptedRunFound);
    desk.page.setEngine(m_realEngine);
    QVERIFY(found.wait());
    QVERIFY(desk.start());
    QVERIFY(!desk.page.isTraining());
    auto* question = desk.page.findChild<QMessageBox*>();
    QVERIFY(question);
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!desk.page.findChild<QMessageBox*>());
    QVERIFY(desk.actions().goOn->isEnabled());
    desk.page.forgetRun();
    desk.spin("Epochs")->setValue(1);
    QVERIFY(desk.start());
    QVERIFY(desk.page.isTraining()); // nothing is in its way any more
    QVERIFY(desk.waitForEnd());
}

void TrainingPageTest::forgetsARunThatIsSaved()
{
    {
        Desk desk(m_realEngine);
        desk.spin("How many synthetic digits")->setValue(1'000);
        desk.spin("Epochs")->setValue(1);
        QVERIFY(desk.start());
        QVERIFY(desk.waitForEnd());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("model.pth"));
        QVERIFY(desk.saveTo(desk.actions().saveModel, path).contains(path));
    }
    Desk desk(m_realEngine);
    QTRY_VERIFY(desk.actions().start->isEnabled());
    QVERIFY(!desk.actions().goOn->isEnabled());
}

void TrainingPageTest::keepsEveryRun()
{
    const QTemporaryDir folder;
    const auto listed = [](Store& store) {
        QSignalSpy lists(&store, &Store::runsListed);
        store.listRuns();
        return lists.wait() ? lists.at(0).at(1).value<RunList>().runs : std::vector<RunSummary>();
    };
    const auto changesOf = [](Store& store, const QString& id) {
        QSignalSpy runs(&store, &Store::runRead);
        store.readRun(id);
        return runs.wait() ? runs.at(0).at(1).value<StoredRun>().changes
                           : std::vector<TrainingChange>();
    };
    Store store(folder.filePath(QStringLiteral("runs.sqlite")));
    {
        Desk desk;
        desk.page.setStore(store);
        desk.page.setEngine(m_realEngine);
        desk.spin("How many synthetic digits")->setValue(1'000);
        desk.spin("Epochs")->setValue(2);
        QVERIFY(desk.start());
        QVERIFY(desk.waitForEnd());
        const auto runs = listed(store);
        QCOMPARE(runs.size(), 1U);
        QCOMPARE(runs[0].status, RunStatus::Finished);
        QCOMPARE(runs[0].options.epochs, 2);
        QCOMPARE(runs[0].epochsDone, 2);
        QVERIFY(runs[0].testAccuracy && runs[0].hasModel && !runs[0].data.isEmpty());

        desk.actions().goOn->trigger(); // the same run, an epoch longer
        QVERIFY(desk.waitForEnd());
        QCOMPARE(listed(store).size(), 1U);
        QCOMPARE(listed(store)[0].epochsDone, 3);
        const auto changes = changesOf(store, runs[0].id);
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes[0].epoch, 3);
        QCOMPARE(changes[0].controls.epochs, 3);

        desk.spin("Epochs")->setValue(10'000);
        QTRY_VERIFY(!desk.page.hasUnsavedModel());
        QVERIFY(desk.start()); // another one, without a question
        QVERIFY(desk.page.isTraining());
        QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [2/")), 60'000);
        desk.named<QDoubleSpinBox>(QStringLiteral("Learning rate of this run"))->setValue(0.5);
        QTRY_VERIFY_WITH_TIMEOUT(!changesOf(store, listed(store)[0].id).empty(), 60'000);
        QCOMPARE(changesOf(store, listed(store)[0].id).back().controls.learningRate, 0.5);
        desk.page.stopAndWait();
    }
    QCOMPARE(listed(store).size(), 2U);
    {
        Desk desk; // after a start
        desk.page.setStore(store);
        QSignalSpy found(&desk.page, &TrainingPage::interruptedRunFound);
        desk.page.setEngine(m_realEngine);
        QVERIFY(found.wait());
        desk.actions().goOn->trigger();
        // What it told before it was interrupted comes before the data is read, when it goes on.
        QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("to learn from")), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [3/")), 60'000);
        desk.actions().start->trigger();
        QVERIFY(desk.waitForEnd());
        const auto runs = listed(store);
        QCOMPARE(runs.size(), 2U);
        QCOMPARE(runs[0].status, RunStatus::Stopped);
    }
}

std::function<void()> TrainingPageTest::thrownAway(Desk& desk)
{
    QSignalSpy undoable(&desk.page, &TrainingPage::undoable);
    desk.actions().throwAway->trigger();
    return undoable.size() == 1 ? undoable.at(0).at(1).value<std::function<void()>>() : nullptr;
}

std::size_t TrainingPageTest::runsIn(Store& store)
{
    QSignalSpy lists(&store, &Store::runsListed);
    store.listRuns();
    return lists.wait() ? lists.at(0).at(1).value<RunList>().runs.size() : 99;
}

void TrainingPageTest::throwsAKeptRunAwayAndTakesItBack()
{
    const QTemporaryDir folder;
    Store store(folder.filePath(QStringLiteral("runs.sqlite")));
    Desk desk(std::make_shared<FakeEngine>());
    desk.page.setStore(store);
    QVERIFY(!desk.actions().throwAway->isEnabled());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QTRY_VERIFY(desk.says(QStringLiteral("Kept as “simple-nn 1” on the Runs page")));
    QVERIFY(!desk.page.hasUnsavedModel());
    QVERIFY(desk.says(QStringLiteral("98.00 %")));

    const auto takeBack = thrownAway(desk);
    QVERIFY(takeBack != nullptr);
    QCOMPARE(runsIn(store), 0U);
    QVERIFY(!desk.card()->isOpen());
    for (const QAction* action :
         {desk.actions().use, desk.actions().saveModel, desk.actions().goOn,
          desk.actions().throwAway, desk.actions().showMistakes, desk.actions().saveChart}) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    }
    QVERIFY(desk.page.findChild<TrainingForm*>()->isEnabled());

    takeBack();
    QCOMPARE(runsIn(store), 1U);
    QVERIFY(desk.card()->isOpen());
    QTRY_VERIFY(desk.says(QStringLiteral("98.00 %")));
    QVERIFY(desk.says(QStringLiteral("Kept as “simple-nn 1” on the Runs page")));
    QVERIFY(!desk.page.hasUnsavedModel());
    QCOMPARE(seriesOf(desk)[1]->count(), 10);
    desk.actions().goOn->trigger(); // the same run, an epoch longer
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.log().contains(QStringLiteral("Epoch [6/6]")));
    QCOMPARE(runsIn(store), 1U);

    const auto takeBackLate = thrownAway(desk);
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QTRY_VERIFY(!desk.page.hasUnsavedModel());
    QCOMPARE(runsIn(store), 1U);
    takeBackLate(); // among all runs; the page has another by now
    QCOMPARE(runsIn(store), 2U);
    QVERIFY(desk.says(QStringLiteral("98.00 %")));
}

void TrainingPageTest::throwsAwayWhatIsNotKept()
{
    Desk desk(std::make_shared<FakeEngine>()); // there is no store
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    const auto takeBack = thrownAway(desk);
    QVERIFY(takeBack != nullptr);
    QVERIFY(!desk.page.hasUnsavedModel());
    takeBack();
    QVERIFY(desk.page.hasUnsavedModel());
    QVERIFY(desk.card()->isOpen() && desk.actions().use->isEnabled());
    QVERIFY(desk.says(QStringLiteral("only in memory")));

    const auto takeBackLate = thrownAway(desk);
    QVERIFY(desk.start()); // without a question
    QVERIFY(desk.waitForEnd());
    QSignalSpy warnings(&desk.page, &TrainingPage::warning);
    takeBackLate();
    QCOMPARE(warnings.size(), 1);
}

/// What could be gone on with is thrown away with it, and comes back with it.
void TrainingPageTest::throwsAStoppedRunAway()
{
    for (const bool comesBack : {false, true}) {
        {
            Desk desk(m_realEngine);
            desk.spin("Epochs")->setValue(10'000);
            QVERIFY(desk.start());
            QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("Epoch [2/")), 60'000);
            desk.actions().start->trigger();
            QVERIFY(desk.waitForEnd());
            const auto takeBack = thrownAway(desk);
            QVERIFY(takeBack != nullptr);
            if (comesBack) {
                takeBack();
                QCOMPARE(desk.actions().goOn->iconText(), QStringLiteral("Go on with the run"));
            }
        }
        Desk desk(m_realEngine); // after a start
        QTRY_VERIFY(desk.actions().start->isEnabled());
        QTRY_COMPARE(desk.actions().goOn->isEnabled(), comesBack);
    }
}

void TrainingPageTest::saysThatANetworkCouldNotBeKept()
{
    const QTemporaryDir folder;
    Store store(folder.path()); // a folder is no database
    QSignalSpy notOpened(&store, &Store::openFailed);
    Desk desk(std::make_shared<FakeEngine>());
    desk.page.setStore(store);
    QVERIFY(notOpened.wait());
    QVERIFY(desk.start());
    QVERIFY(desk.waitForEnd());
    QVERIFY(desk.says(QStringLiteral("only in memory: save it, or it is lost")));
    QVERIFY(desk.page.hasUnsavedModel());
    const QString path = folder.filePath(QStringLiteral("model.pth"));
    QVERIFY(desk.saveTo(desk.actions().saveModel, path).contains(path));
    QVERIFY(!desk.says(QStringLiteral("only in memory")));
}

QTEST_MAIN(TrainingPageTest)
#include "training_page_test.moc"
