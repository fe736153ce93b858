// SPDX-License-Identifier: GPL-3.0-or-later

// The lab with the real engine and the reference model.

#include "app/lab/lab_view.h"

#include "app/engine_module.h"
#include "app/lab/compared_bars.h"
#include "app/lab/comparison.h"
#include "app/lab/unit_grid.h"
#include "app/model_file.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/value_slider.h"
#include "core/data/synthetic.h"
#include "core/engine/evaluation.h"
#include "tests/app/program.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace digitpad;

namespace {

constexpr std::size_t kDigits = 2'500; // two batches and a half

/// The view, shown, and hands for it.
struct Bench {
    explicit Bench(const std::shared_ptr<const OpenModel>& model = nullptr)
    {
        view.resize(690, 600);
        view.show();
        view.setModel(model);
    }

    template <class Widget> Widget* named(const char* name)
    {
        return view.findChild<Widget*>(QString::fromLatin1(name));
    }
    double fact(const char* name) { return view.facts()[QLatin1String(name)].toDouble(-1); }
    QString text(const char* label) { return named<QLabel>(label)->text(); }
    QAction* action(const QString& text)
    {
        for (QAction* action : view.actions()) {
            if (action->text() == text) {
                return action;
            }
        }
        return nullptr;
    }
    bool waitForAll()
    {
        return QTest::qWaitFor(
            [this] {
                return view.facts()[QStringLiteral("isWhole")].toBool() && fact("accuracy") >= 0;
            },
            30'000);
    }
    /// All digits read with exactly these edits.
    bool waitForAccuracy(double accuracy)
    {
        return QTest::qWaitFor(
            [&] {
                return view.facts()[QStringLiteral("isWhole")].toBool() &&
                       fact("accuracy") == accuracy;
            },
            30'000);
    }

    LabView view;
};

} // namespace

class LabViewTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const TestDigits> m_digits;

    [[nodiscard]] std::shared_ptr<const OpenModel> open(const QString& file) const
    {
        const auto model = loadModelFile(*m_engine, file, QStringLiteral("cpu")).value();
        return std::make_shared<const OpenModel>(OpenModel{
            .engine = m_engine,
            .model = model,
            .inside = m_engine->lookInside(*model).value(),
            .name = file,
            .file = file,
            .sha256 = {}});
    }

    [[nodiscard]] std::shared_ptr<const LiveReading> reading(const OpenModel& model) const
    {
        const Glyph& glyph = m_digits->data.glyphs[7];
        return std::make_shared<const LiveReading>(LiveReading{
            .ink = {}, .glyph = glyph, .activations = model.inside->activations(glyph).value()});
    }

    /// What evaluate() says of an edited copy.
    [[nodiscard]] double accuracyOf(const OpenModel& model, const Edits& edits) const
    {
        const auto copy = m_engine->edited(*model.model, edits).value();
        return evaluate(*copy, m_digits->data).value().accuracy();
    }

    /// Answers the dialog that "Save the copy" opens; what is said then.
    static QString
    saveTo(Bench& bench, const QString& path, void (InsideView::*said)(const QString&))
    {
        QSignalSpy words(&bench.view, said);
        bench.action(QStringLiteral("Save the copy…"))->trigger();
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr) {
            return {};
        }
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        return QTest::qWaitFor([&] { return !words.isEmpty(); }, 10'000)
                   ? words.front().front().toString()
                   : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto engine = loadEngine();
        QVERIFY2(engine.has_value(), engine ? "" : engine.error().detail.c_str());
        m_engine = *engine;
        m_model = open(kReferenceModelFile);
        m_digits = std::make_shared<const TestDigits>(TestDigits{
            .source = DigitSource::Synthetic, .data = syntheticDigits(kDigits, 9), .drawings = {}});
    }

    void comparesWhatBothHaveRead()
    {
        const std::vector<std::uint8_t> labels{1, 1, 2, 3, 4};
        const Comparison comparison = compare({1, 0, 2, 9}, {1, 1, 0, 9, 4}, labels);
        QCOMPARE(comparison.all.count, std::size_t{4});
        QCOMPARE(comparison.all.before, std::size_t{2});
        QCOMPARE(comparison.all.after, std::size_t{2});
        QCOMPARE(comparison.madeWrong, std::size_t{1});
        QCOMPARE(comparison.putRight, std::size_t{1});
        QCOMPARE(comparison.digits[1].count, std::size_t{2});
        QCOMPARE(comparison.digits[1].after, std::size_t{2});
        QCOMPARE(comparison.digits[4].count, std::size_t{0});
        QCOMPARE(compare({}, {}, labels).accuracyBefore(), 0.0);
    }

    void readsOnFromWhereItStopped()
    {
        Answers parts;
        int batches = 0;
        const auto& glyphs = m_digits->data.glyphs;
        while (parts.size() < glyphs.size()) {
            QVERIFY(readOn(*m_model->model, glyphs, parts, [] { return false; }).has_value());
            ++batches;
        }
        QCOMPARE(batches, 3);
        Answers whole;
        QVERIFY(readOn(*m_model->model, glyphs, whole, [] { return true; }).has_value());
        QVERIFY(parts == whole);
    }

    void asItIsItIsAsGoodAsTheModel()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, {})));
        QCOMPARE(bench.fact("accuracyBefore"), bench.fact("accuracy"));
        QCOMPARE(bench.fact("madeWrong"), 0.0);
        QVERIFY(!bench.action(QStringLiteral("Reset"))->isEnabled());
        QVERIFY(!bench.action(QStringLiteral("Save the copy…"))->isEnabled());
    }

    void aSliderIsFollowedToItsEnd()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        auto* pruning = bench.named<ValueSlider>("labPruning");
        pruning->setFocus();
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(pruning, Qt::Key_PageUp);
        }
        QTest::keyClick(pruning, Qt::Key_Right);
        QCOMPARE(bench.fact("pruning"), 0.81);
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, {.pruning = 0.81})));
        const double before = bench.fact("accuracyBefore");
        QCOMPARE(before, accuracyOf(*m_model, {}));
        QVERIFY(bench.fact("accuracy") < before);
        const double change = (bench.fact("putRight") - bench.fact("madeWrong")) / kDigits;
        QVERIFY(std::abs(bench.fact("accuracy") - before - change) < 1e-12);
        QVERIFY(bench.text("labAccuracy").contains(QStringLiteral("→")));
        QVERIFY(pruning->accessibleDescription().contains(QStringLiteral("81")));

        bench.action(QStringLiteral("Reset"))->trigger();
        QCOMPARE(pruning->amount(), 0.0);
        QVERIFY(bench.waitForAccuracy(before));
    }

    /// convnet takes longer than a moment: what is under way gives way to what is newer.
    void theNewestChangeIsTheOneThatStays()
    {
        const auto convNet = open(kDefaultModelFile);
        Bench bench(convNet);
        bench.view.setDigits(m_digits);
        auto* pruning = bench.named<ValueSlider>("labPruning");
        pruning->setAmount(0.9);
        QVERIFY(QTest::qWaitFor([&] { return bench.fact("madeWrong") > 0; }, 60'000));
        pruning->setAmount(0.5);
        pruning->setAmount(0.2);
        QVERIFY(bench.waitForAccuracy(accuracyOf(*convNet, {.pruning = 0.2})));
        QCOMPARE(bench.fact("accuracyBefore"), accuracyOf(*convNet, {}));
        bench.action(QStringLiteral("Reset"))->trigger();
        QVERIFY(bench.waitForAccuracy(accuracyOf(*convNet, {})));
        QVERIFY(!bench.view.findChild<ProgressLine*>()->isVisible());
    }

    void noiseIsTheSeeds()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        QVERIFY(!bench.named<QSpinBox>("labSeed")->isEnabled()); // there is nothing to draw
        bench.named<ValueSlider>("labNoise")->setAmount(1.5);
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, {.noise = 1.5, .seed = 1})));
        bench.named<QSpinBox>("labSeed")->setValue(7);
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, {.noise = 1.5, .seed = 7})));
        bench.action(QStringLiteral("Other noise"))->trigger();
        QVERIFY(bench.waitForAll());
    }

    void unitsAreSwitchedByKeyAndByMouse()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        auto* grid = bench.named<UnitGrid>("labUnits");
        QCOMPARE(grid->count(), 128);
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Right);
        QTest::keyClick(grid, Qt::Key_Space);
        QCOMPARE(bench.fact("unitsOff"), 1.0);
        QVERIFY(grid->accessibleDescription().contains(QStringLiteral("Unit 2: off")));
        const Edits one{.scalings = {{.layer = 1, .unit = 1, .factor = 0}}};
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, one)));

        const QPoint from = grid->place(3).center().toPoint();
        QTest::mousePress(grid, Qt::LeftButton, {}, from);
        for (const int unit : {4, 5}) {
            QMouseEvent move(
                QEvent::MouseMove, grid->place(unit).center(),
                grid->mapToGlobal(grid->place(unit).center()), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(grid, &move);
        }
        QTest::mouseRelease(grid, Qt::LeftButton, {}, grid->place(5).center().toPoint());
        QCOMPARE(bench.fact("unitsOff"), 4.0);
        QTest::mouseClick(grid, Qt::LeftButton, {}, from);
        QCOMPARE(bench.fact("unitsOff"), 3.0);

        bench.named<ValueSlider>("labLayerFactor")->setAmount(0);
        QCOMPARE(bench.fact("unitsOff"), 128.0);
        Edits all{
            .scalings = {
                {.layer = 1, .unit = 1, .factor = 0},
                {.layer = 1, .unit = 4, .factor = 0},
                {.layer = 1, .unit = 5, .factor = 0},
                {.layer = 1, .unit = -1, .factor = 0}}};
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, all))); // always the same digit
    }

    void aUnitsSumIsMultiplied()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        bench.named<QComboBox>("labLayer")->setCurrentIndex(1);
        auto* grid = bench.named<UnitGrid>("labUnits");
        QCOMPARE(grid->count(), 10);
        grid->choose(8);
        bench.named<ValueSlider>("labUnitFactor")->setAmount(-1);
        const Edits edits{.scalings = {{.layer = 2, .unit = 8, .factor = -1}}};
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, edits)));
        QCOMPARE(bench.fact("unitsOff"), 0.0);
        grid->choose(3);
        QCOMPARE(bench.named<ValueSlider>("labUnitFactor")->amount(), 1.0);
        grid->choose(8);
        QCOMPARE(bench.named<ValueSlider>("labUnitFactor")->amount(), -1.0);
    }

    void temperatureChangesHowSureItIsAndNothingElse()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        bench.view.setReading(reading(*m_model));
        QVERIFY(QTest::qWaitFor([&] { return bench.fact("confidenceChanged") >= 0; }, 10'000));
        const double digit = bench.fact("digitChanged");
        const double sure = bench.fact("confidenceChanged");
        bench.named<ValueSlider>("labTemperature")->setAmount(1); // of its logarithm
        QCOMPARE(bench.fact("temperature"), 10.0);
        QVERIFY(QTest::qWaitFor([&] { return bench.fact("confidenceChanged") < sure; }, 10'000));
        QCOMPARE(bench.fact("digitChanged"), digit);
        QVERIFY(bench.waitForAccuracy(accuracyOf(*m_model, {})));
    }

    void theCopyFollowsThePad()
    {
        Bench bench(m_model);
        bench.view.setReading(reading(*m_model)); // without any digits
        bench.named<ValueSlider>("labPruning")->setAmount(0.9);
        const auto copy = m_engine->edited(*m_model->model, {.pruning = 0.9}).value();
        const Prediction expected =
            copy->read(std::span(&m_digits->data.glyphs[7], 1)).value().front();
        QVERIFY(QTest::qWaitFor(
            [&] { return bench.fact("confidenceChanged") == double{expected.confidence()}; },
            10'000));
        QVERIFY(!bench.named<ComparedBars>("labBars")->accessibleDescription().isEmpty());
        bench.view.setReading(nullptr);
        QVERIFY(!bench.view.facts().contains(QStringLiteral("digitChanged")));
    }

    void theSavedCopyIsAsGoodAsTheLabSays()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        QCOMPARE(
            bench.view.setState(
                {{QStringLiteral("pruning"), 0.6},
                 {QStringLiteral("noise"), 0.5},
                 {QStringLiteral("seed"), 3},
                 {QStringLiteral("scalings"), QJsonArray{QJsonArray{1, 12, 0}}}}),
            QString());
        QVERIFY(bench.waitForAccuracy(accuracyOf(
            *m_model, {.pruning = 0.6, .noise = 0.5, .seed = 3, .scalings = {{1, 12, 0}}})));
        const QString saved = m_folder.filePath(QStringLiteral("edited.pth"));
        QVERIFY(saveTo(bench, saved, &InsideView::message).contains(saved));

        const QDir idx(m_folder.filePath(QStringLiteral("idx")));
        QVERIFY(idx.mkpath(QStringLiteral(".")));
        const auto [images, labels] = tests::idxPair(m_digits->data);
        QVERIFY(tests::write(idx.filePath(QStringLiteral("t10k-images-idx3-ubyte")), images));
        QVERIFY(tests::write(idx.filePath(QStringLiteral("t10k-labels-idx1-ubyte")), labels));
        const auto outcome = tests::run(
            {QStringLiteral("evaluate"), QStringLiteral("--model"), saved, QStringLiteral("--json"),
             QStringLiteral("--data"), idx.path()});
        QVERIFY2(outcome.status == 0, outcome.err.constData());
        QCOMPARE(outcome.json()[QStringLiteral("count")].toInt(), int{kDigits});
        QCOMPARE(outcome.json()[QStringLiteral("accuracy")].toDouble(), bench.fact("accuracy"));
    }

    void theModelInUseStaysAsItIs()
    {
        const QString file = m_folder.filePath(QStringLiteral("mine.pth"));
        QVERIFY(saveModelFile(*m_model->model, file).has_value());
        const auto mine = open(file);
        const std::string before = mine->model->toPth().value();
        Bench bench(mine);
        bench.named<ValueSlider>("labPruning")->setAmount(1);
        const QString link = m_folder.filePath(QStringLiteral("link.pth"));
        QVERIFY(QFile::link(file, link));
        for (const QString& path : {file, link}) {
            QVERIFY(saveTo(bench, path, &InsideView::warning).contains(path));
        }
        QVERIFY(readModelBytes(file).value().toStdString() == before);
        QVERIFY(mine->model->toPth().value() == before);
    }

    void whatWasChosenIsTakenOver()
    {
        Bench bench(m_model);
        bench.named<ValueSlider>("labNoise")->setAmount(0.25);
        bench.named<QSpinBox>("labSeed")->setValue(12);
        bench.named<QComboBox>("labLayer")->setCurrentIndex(1);
        bench.named<ValueSlider>("labUnitFactor")->setAmount(0.5);
        const QJsonObject state = bench.view.state();
        const auto json = QJsonDocument(state).toJson();

        Bench other(m_model);
        QCOMPARE(other.view.setState(QJsonDocument::fromJson(json).object()), QString());
        QCOMPARE(other.view.state(), state);
        QCOMPARE(other.named<QSpinBox>("labSeed")->value(), 12);
        QCOMPARE(other.named<ValueSlider>("labUnitFactor")->amount(), 0.5);
        QCOMPARE(other.view.setState({}), QString()); // as a network is, unless told otherwise
        QCOMPARE(other.named<ValueSlider>("labNoise")->amount(), 0.0);
    }

    void aStateMayComeBeforeTheModel()
    {
        Bench bench;
        QCOMPARE(
            bench.view.setState(
                {{QStringLiteral("layer"), 2},
                 {QStringLiteral("scalings"), QJsonArray{QJsonArray{2, 3, 0}}}}),
            QString());
        bench.view.setModel(m_model);
        QCOMPARE(bench.named<QComboBox>("labLayer")->currentIndex(), 1);
        QCOMPARE(bench.fact("unitsOff"), 1.0);
    }

    void anotherNetworkHasOtherUnits()
    {
        Bench bench(open(kDefaultModelFile));
        QVERIFY(bench.view.setState({{QStringLiteral("layer"), 6}}).isEmpty());
        auto* grid = bench.named<UnitGrid>("labUnits");
        QCOMPARE(grid->count(), 11); // ten digits, and none
        grid->choose(10);
        QTest::keyClick(grid, Qt::Key_Space);
        QCOMPARE(bench.fact("unitsOff"), 1.0);
        QSignalSpy said(&bench.view, &InsideView::message);
        bench.view.setModel(m_model);
        QCOMPARE(said.count(), 1);
        QCOMPARE(bench.fact("unitsOff"), 0.0);
    }

    void hostileStateIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("state");
        const auto row = [](const char* name, const QString& key, const QJsonValue& value) {
            QTest::newRow(name) << QJsonObject{{key, value}};
        };
        const double nan = std::numeric_limits<double>::quiet_NaN();
        row("text", QStringLiteral("pruning"), QStringLiteral("half"));
        row("NaN", QStringLiteral("pruning"), nan);
        row("huge", QStringLiteral("noise"), 1e300);
        row("below", QStringLiteral("noise"), -0.1);
        row("no temperature", QStringLiteral("temperature"), 0);
        row("infinite", QStringLiteral("temperature"), std::numeric_limits<double>::infinity());
        row("half a seed", QStringLiteral("seed"), 1.5);
        row("large seed", QStringLiteral("seed"), 1e18);
        row("null", QStringLiteral("seed"), QJsonValue::Null);
        row("layer 0", QStringLiteral("layer"), 0);
        row("layer 3", QStringLiteral("layer"), 3);
        row("layer of text", QStringLiteral("layer"), QStringLiteral("1"));
        row("no list", QStringLiteral("scalings"), QJsonObject());
        row("no triple", QStringLiteral("scalings"), QJsonArray{QJsonArray{1, 2}});
        row("no unit", QStringLiteral("scalings"), QJsonArray{QJsonArray{1, 128, 0}});
        row("half a unit", QStringLiteral("scalings"), QJsonArray{QJsonArray{1, 1.5, 0}});
        row("no layer", QStringLiteral("scalings"), QJsonArray{QJsonArray{3, 0, 0}});
        row("factor", QStringLiteral("scalings"), QJsonArray{QJsonArray{1, 0, nan}});
        QJsonArray many;
        for (int i = 0; i < 1001; ++i) {
            many.append(QJsonArray{1, i, 0});
        }
        row("many", QStringLiteral("scalings"), many);
    }
    void hostileStateIsRefused()
    {
        QFETCH(const QJsonObject, state);
        Bench bench(m_model);
        bench.named<ValueSlider>("labPruning")->setAmount(0.3);
        const QJsonObject before = bench.view.state();
        QVERIFY(!bench.view.setState(state).isEmpty());
        QCOMPARE(bench.view.state(), before);
    }

    void withoutDigitsItSaysHowToGetThem()
    {
        Bench bench(m_model);
        QVERIFY(bench.text("labChanges").contains(QStringLiteral("MNIST")));
        bench.view.setDigits(m_digits);
        QVERIFY(bench.waitForAll());
        bench.view.setDigits(nullptr);
        QVERIFY(bench.text("labChanges").contains(QStringLiteral("MNIST")));
        QVERIFY(!bench.view.facts().contains(QStringLiteral("accuracy")));
    }

    void itsActionsSleepWhileItIsHidden()
    {
        Bench bench(m_model);
        bench.named<ValueSlider>("labNoise")->setAmount(1);
        QVERIFY(bench.action(QStringLiteral("Reset"))->isEnabled());
        bench.view.hide();
        for (const QAction* action : bench.view.actions()) {
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
            QVERIFY(!action->shortcut().isEmpty());
        }
    }
};

QTEST_MAIN(LabViewTest)
#include "lab_view_test.moc"
