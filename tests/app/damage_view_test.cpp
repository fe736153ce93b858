// SPDX-License-Identifier: GPL-3.0-or-later

// Damage with the real engine and the reference model.

#include "app/damage/damage_view.h"

#include "app/damage/damage_chart.h"
#include "app/damage/damage_words.h"
#include "app/draw/glyph_view.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/value_slider.h"
#include "core/data/synthetic.h"
#include "core/engine/edits.h"
#include "core/engine/evaluation.h"

#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace digitpad;

namespace {

/// The view, shown, and hands for it.
struct Bench {
    explicit Bench(const std::shared_ptr<const OpenModel>& model = nullptr)
    {
        view.resize(690, 600);
        view.show();
        view.setModel(model);
    }

    template <class Widget> Widget* named(const QString& name)
    {
        return view.findChild<Widget*>(name);
    }
    ValueSlider* slider(const char* damage)
    {
        return named<ValueSlider>(QStringLiteral("damage") + QString::fromLatin1(damage));
    }
    QCheckBox* box(const QString& id)
    {
        return named<QCheckBox>(QStringLiteral("damageModel_") + id);
    }
    double fact(const char* name) { return view.facts()[QLatin1String(name)].toDouble(-1); }
    QString text(const char* label) { return named<QLabel>(QString::fromLatin1(label))->text(); }
    QAction* action(const QString& text)
    {
        for (QAction* action : view.actions()) {
            if (action->text() == text) {
                return action;
            }
        }
        return nullptr;
    }
    Glyph after()
    {
        for (const GlyphView* glyphs : view.findChildren<GlyphView*>()) {
            if (glyphs->accessibleName() == QStringLiteral("Damaged")) {
                return glyphs->glyphs().front();
            }
        }
        return {};
    }
    bool waitForCurves()
    {
        return QTest::qWaitFor(
            [this] { return view.facts()[QStringLiteral("curvesAreWhole")].toBool(); }, 60'000);
    }

    DamageView view;
};

QJsonObject withStrength(const QString& damage, const QJsonValue& amount)
{
    return {{QStringLiteral("strengths"), QJsonObject{{damage, amount}}}};
}

} // namespace

class DamageViewTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const TestDigits> m_digits;

    [[nodiscard]] std::shared_ptr<const LiveReading> reading(std::size_t digit = 7) const
    {
        const Glyph& glyph = m_digits->data.glyphs[digit];
        return std::make_shared<const LiveReading>(LiveReading{
            .ink = {}, .glyph = glyph, .activations = m_model->inside->activations(glyph).value()});
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto engine = loadEngine();
        QVERIFY2(engine.has_value(), engine ? "" : engine.error().detail.c_str());
        m_engine = *engine;
        const auto model =
            loadModelFile(*m_engine, kReferenceModelFile, QStringLiteral("cpu")).value();
        m_model = std::make_shared<const OpenModel>(OpenModel{
            .engine = m_engine,
            .model = model,
            .inside = m_engine->lookInside(*model).value(),
            .name = QStringLiteral("Mine"),
            .file = QStringLiteral("mine.pth"),
            .sha256 = QByteArrayLiteral("1234")});
        m_digits = std::make_shared<const TestDigits>(TestDigits{
            .source = DigitSource::Synthetic, .data = syntheticDigits(300, 9), .drawings = {}});
    }

    void everyDamageHasWords()
    {
        QStringList titles;
        for (const Damage damage : kDamages) {
            const std::string_view name = nameOf(damage);
            QCOMPARE(
                damageOf(QString::fromLatin1(name.data(), qsizetype(name.size()))),
                std::optional(damage));
            titles << damageTitle(damage);
            QVERIFY(!damageText(damage, rangeOf(damage).most).isEmpty());
        }
        QCOMPARE(titles.removeDuplicates(), 0);
        QCOMPARE(damageOf(QStringLiteral("fire")), std::nullopt);
        QCOMPARE(damageText(Damage::Rotation, -20), QStringLiteral("-20°"));
    }

    void theDrawingIsDamagedAsTheSliderSays()
    {
        Bench bench(m_model);
        bench.view.setReading(reading());
        QVERIFY(QTest::qWaitFor([&] { return bench.fact("digitDamaged") >= 0; }, 10'000));
        QCOMPARE(bench.after(), m_digits->data.glyphs[7]); // nothing is done yet

        auto* noise = bench.slider("Noise");
        noise->setFocus();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(noise, Qt::Key_PageUp);
        }
        QVERIFY(bench.named<QRadioButton>(QStringLiteral("damageChooseNoise"))->isChecked());
        QCOMPARE(bench.view.facts()[QStringLiteral("damage")].toString(), QStringLiteral("noise"));
        QCOMPARE(bench.fact("strength"), 0.4);
        QVERIFY(noise->accessibleDescription().contains(QStringLiteral("40")));
        Damages damages;
        damages[Damage::Noise] = 0.4;
        const Glyph expected = damaged(m_digits->data.glyphs[7], damages, 1);
        QVERIFY(QTest::qWaitFor([&] { return bench.after() == expected; }, 10'000));
        const Prediction read = m_model->model->read(std::span(&expected, 1)).value().front();
        QCOMPARE(bench.fact("digitDamaged"), double(read.digit()));
        QCOMPARE(bench.fact("confidenceDamaged"), double{read.confidence()});

        bench.named<QSpinBox>(QStringLiteral("damageSeed"))->setValue(5);
        const Glyph elsewhere = damaged(m_digits->data.glyphs[7], damages, 5);
        QVERIFY(elsewhere != expected);
        QVERIFY(QTest::qWaitFor([&] { return bench.after() == elsewhere; }, 10'000));

        bench.action(QStringLiteral("Reset"))->trigger();
        QCOMPARE(noise->amount(), 0.0);
        QVERIFY(QTest::qWaitFor([&] { return bench.after() == m_digits->data.glyphs[7]; }, 10'000));
    }

    void theDamagedDigitGoesToThePad()
    {
        Bench bench(m_model);
        bench.view.setReading(reading());
        bench.slider("Shift")->setAmount(6);
        Damages damages;
        damages[Damage::Shift] = 6;
        const Glyph expected = damaged(m_digits->data.glyphs[7], damages, 1);
        QVERIFY(QTest::qWaitFor([&] { return bench.after() == expected; }, 10'000));
        QSignalSpy sent(&bench.view, &InsideView::toPad);
        bench.action(QStringLiteral("Put it on the pad"))->trigger();
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.front().front().value<PadContent>().glyph, expected);
        QCOMPARE(bench.slider("Shift")->amount(), 0.0);
    }

    void aCurveIsWhatTheModelReads()
    {
        Bench bench(m_model);
        QVERIFY(bench.view
                    .setState(
                        {{QStringLiteral("damage"), QStringLiteral("stains")},
                         {QStringLiteral("models"), QJsonArray{QStringLiteral("in-use")}}})
                    .isEmpty());
        bench.view.setDigits(m_digits);
        QVERIFY(bench.waitForCurves());
        const double clean = evaluate(*m_model->model, m_digits->data).value().accuracy();
        QCOMPARE(bench.fact("accuracy"), clean);
        double last = clean;
        for (const int stains : {2, 8}) {
            bench.slider("Stains")->setAmount(stains);
            QVERIFY(bench.fact("accuracy") >= 0);
            QVERIFY(bench.fact("accuracy") < last); // the more, the worse
            last = bench.fact("accuracy");
        }
        const auto* chart = bench.named<DamageChart>(QStringLiteral("damageChart"));
        QVERIFY(chart->accessibleName().contains(QStringLiteral("Stains")));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Mine")));
        QVERIFY(chart->accessibleDescription().contains(
            QStringLiteral("8: %1 %").arg(100 * last, 0, 'f', 1)));
        QVERIFY(bench.text("damageNote").contains(QStringLiteral("300")));
    }

    void aSampleIsEnough()
    {
        Bench bench(m_model);
        DamageCurves curves;
        const auto many = std::make_shared<const TestDigits>(
            TestDigits{.source = {}, .data = syntheticDigits(1'500, 3), .drawings = {}});
        curves.setDigits(many);
        QCOMPARE(curves.digitCount(), DamageCurves::kMostDigits);
        curves.setDigits(m_digits);
        QCOMPARE(curves.digitCount(), std::size_t{300});
        curves.setDigits(nullptr);
        QCOMPARE(curves.digitCount(), std::size_t{0});
    }

    void curvesAreTheSameEveryTimeAndKept()
    {
        const std::vector<CurveModel> models{
            {.id = QStringLiteral("a"),
             .name = QStringLiteral("A"),
             .file = {},
             .model = m_model->model,
             .number = 0}};
        const auto computed = [&](DamageCurves& curves, Damage damage) {
            curves.show(m_engine, models, damage);
            const bool isDone = QTest::qWaitFor([&] { return curves.progress() >= 1; }, 60'000);
            return isDone ? curves.curves().front().points : std::vector<QPointF>();
        };
        DamageCurves curves;
        curves.setDigits(m_digits);
        const auto noise = computed(curves, Damage::Noise);
        QCOMPARE(noise.size(), std::size_t{DamageCurves::kAmounts});
        QCOMPARE(noise.front().x(), 0.0);
        QCOMPARE(noise.back().x(), rangeOf(Damage::Noise).most);
        const auto gaps = computed(curves, Damage::Gaps);
        QVERIFY(gaps != noise);
        curves.show(nullptr, models, Damage::Noise); // nothing to compute with, nor needed
        QCOMPARE(curves.progress(), 1.0);
        QVERIFY(curves.curves().front().points == noise);
        DamageCurves others;
        others.setDigits(m_digits);
        QVERIFY(computed(others, Damage::Noise) == noise);
    }

    void severalModelsSideBySide()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        const QString file = m_folder.filePath(QStringLiteral("third.pth"));
        const auto pruned = m_engine->edited(*m_model->model, {.pruning = 0.9}).value();
        QVERIFY(saveModelFile(*pruned, file).has_value());
        bench.view.addModel(file);
        QVERIFY(bench.waitForCurves());
        const QString said =
            bench.named<DamageChart>(QStringLiteral("damageChart"))->accessibleDescription();
        for (const char* name : {"Mine", "Built-in model", "Reference model", "third.pth"}) {
            QVERIFY2(said.contains(QString::fromLatin1(name)), name);
        }
        bench.box(QStringLiteral("convnet"))->click();
        QVERIFY(!bench.named<DamageChart>(QStringLiteral("damageChart"))
                     ->accessibleDescription()
                     .contains(QStringLiteral("Built-in model")));
        for (const char* id : {"in-use", "simple-nn"}) {
            bench.box(QString::fromLatin1(id))->click();
        }
        bench.box(file)->click();
        QVERIFY(!bench.named<DamageChart>(QStringLiteral("damageChart"))->note().isEmpty());
    }

    void whatIsNoModelIsRefused()
    {
        Bench bench(m_model);
        bench.view.setDigits(m_digits);
        const QString file = m_folder.filePath(QStringLiteral("no.pth"));
        QFile text(file);
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no model") > 0);
        text.close();
        QSignalSpy warnings(&bench.view, &InsideView::warning);
        bench.view.addModel(file);
        QVERIFY(QTest::qWaitFor([&] { return !warnings.isEmpty(); }, 30'000));
        QVERIFY(warnings.front().front().toString().contains(file));
        QVERIFY(QTest::qWaitFor([&] { return bench.box(file) == nullptr; }, 10'000));
        QVERIFY(bench.waitForCurves()); // the others
    }

    void aCurveIsReadBetweenItsPoints()
    {
        DamageCurve curve{.model = {}, .points = {{0, 1}, {2, 0.5}}};
        QCOMPARE(DamageChart::shareAt(curve, 1), std::optional(0.75));
        QCOMPARE(DamageChart::shareAt(curve, 2), std::optional(0.5));
        QCOMPARE(DamageChart::shareAt(curve, 2.1), std::nullopt);
        QCOMPARE(DamageChart::shareAt(curve, -1), std::nullopt);
        curve.points.clear();
        QCOMPARE(DamageChart::shareAt(curve, 1), std::nullopt);
    }

    void whatWasChosenIsTakenOver()
    {
        Bench bench(m_model);
        bench.slider("Rotation")->setAmount(-45);
        bench.slider("PenWidth")->setAmount(1.3);
        bench.named<QSpinBox>(QStringLiteral("damageSeed"))->setValue(77);
        bench.box(QStringLiteral("convnet"))->click();
        const QJsonObject state = bench.view.state();
        const QByteArray json = QJsonDocument(state).toJson();

        Bench other;
        QCOMPARE(other.view.setState(QJsonDocument::fromJson(json).object()), QString());
        QCOMPARE(other.view.state(), state);
        QCOMPARE(other.slider("Rotation")->amount(), -45.0);
        QVERIFY(!other.box(QStringLiteral("convnet"))->isChecked());
        QVERIFY(other.named<QRadioButton>(QStringLiteral("damageChoosePenWidth"))->isChecked());
        QCOMPARE(other.view.setState({}), QString());
        QCOMPARE(other.view.state(), state); // what is missing stays
    }

    void hostileStateIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("state");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto row = [](const char* name, const QJsonObject& state) {
            QTest::newRow(name) << state;
        };
        row("no damage", {{QStringLiteral("damage"), QStringLiteral("fire")}});
        row("a number", {{QStringLiteral("damage"), 3}});
        row("no object", {{QStringLiteral("strengths"), QJsonArray{1}}});
        row("unknown", withStrength(QStringLiteral("fire"), 0.5));
        row("NaN", withStrength(QStringLiteral("noise"), nan));
        row("text", withStrength(QStringLiteral("noise"), QStringLiteral("much")));
        row("huge", withStrength(QStringLiteral("rotation"), 1e300));
        row("null", withStrength(QStringLiteral("rotation"), QJsonValue::Null));
        row("below", withStrength(QStringLiteral("stains"), -1));
        row("seed 0", {{QStringLiteral("seed"), 0}});
        row("seed NaN", {{QStringLiteral("seed"), nan}});
        row("half a seed", {{QStringLiteral("seed"), 1.5}});
        row("text for a seed", {{QStringLiteral("seed"), QStringLiteral("1")}});
        row("no list", {{QStringLiteral("models"), QStringLiteral("in-use")}});
        row("a file", {{QStringLiteral("models"), QJsonArray{QStringLiteral("/etc/passwd")}}});
    }
    void hostileStateIsRefused()
    {
        QFETCH(const QJsonObject, state);
        Bench bench;
        bench.slider("Shadow")->setAmount(0.3);
        const QJsonObject before = bench.view.state();
        QVERIFY(!bench.view.setState(state).isEmpty());
        QCOMPARE(bench.view.state(), before);
    }

    void blankPadAndNoDigits()
    {
        Bench bench(m_model);
        QVERIFY(!bench.text("damageBefore").isEmpty()); // what to do
        const auto* chart = bench.named<DamageChart>(QStringLiteral("damageChart"));
        QVERIFY(chart->note().contains(QStringLiteral("MNIST")));
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("MNIST")));
        bench.slider("Noise")->setAmount(0.5);
        QVERIFY(!bench.view.facts().contains(QStringLiteral("digitDamaged")));
        QVERIFY(!bench.named<ProgressLine>(QStringLiteral("damageProgress"))->isVisible());
        bench.view.setReading(reading());
        QVERIFY(QTest::qWaitFor([&] { return bench.fact("digitDamaged") >= 0; }, 10'000));
        bench.view.setReading(nullptr);
        QVERIFY(!bench.view.facts().contains(QStringLiteral("digitDamaged")));
    }

    void itsActionsSleepWhileItIsHidden()
    {
        Bench bench(m_model);
        bench.slider("Noise")->setAmount(0.5);
        QVERIFY(bench.action(QStringLiteral("Reset"))->isEnabled());
        bench.view.hide();
        for (const QAction* action : bench.view.actions()) {
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
            QVERIFY(!action->shortcut().isEmpty());
        }
    }
};

QTEST_MAIN(DamageViewTest)
#include "damage_view_test.moc"
