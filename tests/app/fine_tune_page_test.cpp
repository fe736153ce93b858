// SPDX-License-Identifier: GPL-3.0-or-later

// Teaching a model a hand on the Training page, and own samples among what it learns from.

#include "app/engine_module.h"
#include "app/store/database.h"
#include "app/store/samples.h"
#include "app/store/store.h"
#include "app/training/data_fields.h"
#include "app/training/figures_table.h"
#include "app/training/run_panel.h"
#include "app/training/samples_row.h"
#include "app/training/training_form.h"
#include "core/data/synthetic.h"
#include "tests/app/gated_engine.h"
#include "tests/app/training_desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

using namespace digitpad;
using tests::Desk;
using tests::FakeEngine;
using tests::FakeModel;
using tests::GatedEngine;

class FineTunePageTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_settings;
    QTemporaryDir m_folder;
    int m_stores = 0;
    std::shared_ptr<const Engine> m_realEngine;
    std::shared_ptr<const Model> m_model;

    /// A database with drawn digits, `count` of each of the writers.
    [[nodiscard]] QString filled(int count, const QStringList& writers = {QString()})
    {
        const QString file = m_folder.filePath(QStringLiteral("own%1.sqlite").arg(++m_stores));
        const auto database = Database::open(file);
        if (!database) {
            return {};
        }
        std::vector<NewSample> samples;
        for (const QString& writer : writers) {
            const Dataset drawn =
                syntheticDigits(static_cast<std::size_t>(count), 100 + samples.size());
            for (std::size_t i = 0; i < drawn.size(); ++i) {
                NewSample sample;
                sample.label = drawn.labels[i];
                sample.writer = writer;
                sample.glyph = drawn.glyphs[i];
                samples.push_back(sample);
            }
        }
        return Samples(**database).add(samples) ? file : QString();
    }

    [[nodiscard]] static std::vector<RunSummary> runsOf(Store& store)
    {
        QSignalSpy lists(&store, &Store::runsListed);
        store.listRuns();
        return lists.wait() ? lists.at(0).at(1).value<RunList>().runs : std::vector<RunSummary>();
    }

    [[nodiscard]] static QStringList cellsOf(const FiguresTable* table)
    {
        QStringList cells;
        for (const QLabel* label : table->findChildren<QLabel*>()) {
            cells << label->text();
        }
        return cells;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QCoreApplication::setOrganizationName(QStringLiteral("digitpad-test"));
        const auto engine = loadEngine();
        QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
        m_realEngine = *engine;
        const auto trained = m_realEngine->train(
            syntheticDigits(600, 1), {}, {.epochs = 1, .hiddenUnits = 16}, "600 synthetic digits",
            {}, {});
        QVERIFY(trained.has_value());
        m_model = trained->model;
    }

    void init()
    {
        QSettings().clear();
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    }

    void showsBeforeAndAfterOnBoth()
    {
        Store store(filled(60));
        Desk desk;
        desk.page.setStore(store);
        desk.page.setEngine(m_realEngine);
        QTRY_VERIFY(desk.actions().start->isEnabled());
        desk.page.fineTune(m_model, QStringLiteral("my model"), {});
        QVERIFY(desk.page.isTraining());
        const auto* panel = desk.page.findChild<RunPanel*>();
        QVERIFY(panel->isVisible());
        QVERIFY(desk.says(QStringLiteral("Fine-tuning simple-nn")));
        QVERIFY(desk.says(QStringLiteral("it goes over synthetic digits, too")));
        QVERIFY(desk.log().contains(QStringLiteral("my model learns on")));
        QVERIFY(desk.waitForEnd());

        QVERIFY(desk.card()->isVisible());
        QVERIFY(desk.says(QStringLiteral("Fine-tuning finished")));
        QVERIFY(desk.says(QStringLiteral("which were kept aside")));
        const auto* table = desk.page.findChild<FiguresTable*>();
        QVERIFY(table->isVisible());
        const QStringList cells = cellsOf(table);
        QCOMPARE(cells.size(), 2 + 2 * 3);
        QCOMPARE(cells[0], QStringLiteral("Before"));
        QVERIFY2(cells[2].startsWith(QStringLiteral("Own samples · ")), qPrintable(cells[2]));
        QCOMPARE(cells[5], QStringLiteral("Test digits · 2,000"));
        for (const int figure : {3, 4, 6, 7}) {
            QVERIFY2(cells[figure].endsWith(QStringLiteral(" %")), qPrintable(cells[figure]));
        }
        QVERIFY(cells[6] != cells[7]); // five epochs on from one epoch of 600 digits
        QVERIFY(table->accessibleName().contains(cells[4]));

        const auto runs = runsOf(store);
        QCOMPARE(runs.size(), 1U);
        QCOMPARE(runs[0].name, QStringLiteral("simple-nn, my hand"));
        QCOMPARE(runs[0].status, RunStatus::Finished);
        QVERIFY(runs[0].hasModel && runs[0].data.contains(QStringLiteral("own samples")));

        QSignalSpy uses(&desk.page, &TrainingPage::useModel);
        desk.actions().use->trigger();
        const auto model = uses.at(0).at(0).value<std::shared_ptr<const Model>>();
        QVERIFY(model->info().recipe.find("startedFrom") != std::string::npos);
        QCOMPARE(uses.at(0).at(1).toString(), QStringLiteral("simple-nn, my hand"));
    }

    void saysWhereThereAreTooFewToKeepAside()
    {
        Store store(filled(8, {QStringLiteral("Ada"), QStringLiteral("Bo")}));
        Desk desk;
        desk.page.setStore(store);
        desk.page.setEngine(m_realEngine);
        QTRY_VERIFY(desk.actions().start->isEnabled());
        desk.page.fineTune(
            m_model, QStringLiteral("my model"), {.label = {}, .writer = QStringLiteral("Ada")});
        QVERIFY(desk.waitForEnd());
        QVERIFY(desk.says(QStringLiteral("of 8 own samples")));
        QVERIFY(desk.says(QStringLiteral("too few to keep some aside")));
        QVERIFY(cellsOf(desk.page.findChild<FiguresTable*>())
                    .contains(QStringLiteral("Own samples, learnt · 8")));
        QCOMPARE(runsOf(store).at(0).name, QStringLiteral("simple-nn, the hand of Ada"));
    }

    void saysWhatIsMissing()
    {
        Store store(filled(8));
        Desk desk;
        desk.page.setStore(store);
        QSignalSpy warnings(&desk.page, &TrainingPage::warning);
        desk.page.fineTune(m_model, QStringLiteral("my model"), {});
        QCOMPARE(warnings.size(), 1); // the engine is not there yet
        desk.page.setEngine(m_realEngine);
        QTRY_VERIFY(desk.actions().start->isEnabled());
        desk.page.fineTune(
            m_model, QStringLiteral("my model"), {.label = {}, .writer = QStringLiteral("Cy")});
        QVERIFY(desk.waitForEnd());
        QVERIFY(desk.says(QStringLiteral("There are no own samples")));
        QVERIFY(!desk.card()->isOpen());
    }

    void refusesWhileARunGoesOn()
    {
        Store store(filled(8));
        const auto engine = std::make_shared<GatedEngine>();
        Desk desk(engine);
        desk.page.setStore(store);
        QVERIFY(desk.start());
        QVERIFY(engine->epochDone.tryAcquire(1, 60'000)); // and no further until it is let on
        QSignalSpy warnings(&desk.page, &TrainingPage::warning);
        desk.page.fineTune(m_model, QStringLiteral("my model"), {});
        QCOMPARE(warnings.size(), 1);
        QVERIFY(desk.says(QStringLiteral("Training simple-nn")));
        desk.page.stopAndWait();
    }

    void asksBeforeItReplacesAModelThatIsNotSaved()
    {
        Store store(filled(8));
        Desk desk(std::make_shared<FakeEngine>());
        QVERIFY(desk.start());
        QVERIFY(desk.waitForEnd());
        QVERIFY(desk.page.hasUnsavedModel()); // there was no store to keep it
        desk.page.setStore(store);
        const auto fake = std::make_shared<FakeModel>();
        desk.page.fineTune(fake, QStringLiteral("my model"), {});
        auto* question = desk.page.findChild<QMessageBox*>();
        QVERIFY(question != nullptr && !desk.page.isTraining());
        question->button(QMessageBox::Discard)->click();
        QVERIFY(desk.waitForEnd());
        QVERIFY(desk.says(QStringLiteral("Fine-tuning finished")));
    }

    /// How the model did before is known after a start, too, where the model is not.
    void goesOnAfterAStart()
    {
        Store store(filled(60));
        const auto fake = std::make_shared<FakeModel>();
        {
            const auto engine = std::make_shared<GatedEngine>();
            Desk desk(engine);
            desk.page.setStore(store);
            QTRY_VERIFY(desk.actions().start->isEnabled());
            desk.page.fineTune(fake, QStringLiteral("my model"), {});
            QTRY_VERIFY_WITH_TIMEOUT(desk.log().contains(QStringLiteral("to learn from")), 60'000);
            engine->go.release();
            QVERIFY(engine->epochDone.tryAcquire(2, 60'000)); // of five, and the first is kept
            desk.page.stopAndWait();
        }
        Desk desk;
        desk.page.setStore(store);
        QSignalSpy found(&desk.page, &TrainingPage::interruptedRunFound);
        desk.page.setEngine(std::make_shared<FakeEngine>());
        QVERIFY(found.wait());
        desk.actions().goOn->trigger();
        QVERIFY(desk.waitForEnd());
        QVERIFY(desk.says(QStringLiteral("Fine-tuning finished")));
        const QStringList cells = cellsOf(desk.page.findChild<FiguresTable*>());
        QCOMPARE(cells.size(), 2 + 2 * 3);
        QVERIFY(cells[3].endsWith(QStringLiteral(" %")));
        QCOMPARE(cells[3], cells[4]); // the fake reads sevens before and after
        QCOMPARE(runsOf(store).size(), 1U);
    }

    void ticksOwnSamples()
    {
        Store store(filled(30, {QStringLiteral("Ada"), QStringLiteral("Bo")}));
        Desk desk(m_realEngine);
        auto* row = desk.page.findChild<SamplesRow*>();
        auto* tick = row->findChild<QCheckBox*>();
        QVERIFY(!tick->isEnabled()); // there is no database
        QVERIFY(tick->toolTip().contains(QStringLiteral("none yet")));
        desk.page.setStore(store);
        QTRY_VERIFY(tick->isEnabled());
        QTRY_COMPARE(row->count(), std::optional<qsizetype>(60));
        tick->click();
        const auto* form = desk.page.findChild<TrainingForm*>();
        QVERIFY(form->request().data.samples.has_value());
        QCOMPARE(form->request().data.samples->database, store.file().toStdString());
        QVERIFY(!form->request().data.samples->filter.writer);

        auto* writers = desk.named<QComboBox>(QStringLiteral("Whose samples"));
        QVERIFY(writers->isVisible());
        writers->setCurrentIndex(writers->findText(QStringLiteral("Bo")));
        QTRY_COMPARE(row->count(), std::optional<qsizetype>(30));
        QCOMPARE(form->request().data.samples->filter.writer, std::optional(QStringLiteral("Bo")));

        desk.spin("Epochs")->setValue(1);
        QVERIFY(desk.start());
        QVERIFY(desk.waitForEnd());
        // Each set is told by itself, with nothing before.
        const QStringList cells = cellsOf(desk.page.findChild<FiguresTable*>());
        QCOMPARE(cells.size(), 2 * 2);
        QVERIFY2(cells[0].startsWith(QStringLiteral("Own samples · ")), qPrintable(cells[0]));
        QCOMPARE(cells[2], QStringLiteral("Test digits · 1,000"));
    }

    void remembersWhoseSamples()
    {
        Store store(filled(30, {QStringLiteral("Ada"), QStringLiteral("Bo")}));
        {
            Desk desk;
            desk.page.setStore(store);
            auto* writers = desk.named<QComboBox>(QStringLiteral("Whose samples"));
            QTRY_COMPARE(writers->count(), 3);
            writers->setCurrentIndex(2);
            desk.page.findChild<SamplesRow*>()->setTicked(true);
        }
        Desk desk;
        desk.page.setStore(store);
        auto* row = desk.page.findChild<SamplesRow*>();
        QVERIFY(row->isTicked());
        QTRY_COMPARE(row->writer(), QStringLiteral("Bo"));
        QTRY_COMPARE(row->count(), std::optional<qsizetype>(30));
    }

    void followsWhatIsKept()
    {
        Store store(filled(1));
        Desk desk;
        desk.page.setStore(store);
        auto* row = desk.page.findChild<SamplesRow*>();
        QTRY_COMPARE(row->count(), std::optional<qsizetype>(1));
        NewSample sample;
        sample.glyph = syntheticDigits(1, 7).glyphs[0];
        store.correct(sample);
        QTRY_COMPARE(row->count(), std::optional<qsizetype>(2));
    }
};

QTEST_MAIN(FineTunePageTest)
#include "fine_tune_page_test.moc"
