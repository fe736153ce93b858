// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_view.h"

#include "app/engine_module.h"
#include "app/inside/figure_sheet.h"
#include "app/inside/network_diagram.h"
#include "app/inside/number_picture.h"
#include "app/model_file.h"
#include "tests/app/inside_desk.h"

#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace digitpad;
using tests::openModel;
using tests::readingOf;
using tests::sevenGlyph;
using tests::shownSum;

namespace {

constexpr QSize kSmall(660, 560); // what a window of 1024 × 768 leaves

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

/// The network on the screen, with the real engine.
class NetworkViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void fitsASmallScreen_data();
    void fitsASmallScreen();
    void saysWhatItWaitsFor();
    void followsTheWinner();
    void showsAHiddenUnitsSum();
    void addsUp_data();
    void addsUp();
    void writesTheSoftmaxOut();
    void tellsAPixelsNumbers();
    void choosesByMouse();
    void choosesByKeyboard();
    void choosesAPlaceOnAMap();
    void showsWeightsOfAUnitWithoutADrawing();
    void survivesAnotherModel_data();
    void survivesAnotherModel();
    void takesOverAState();
    void refusesAHostileState_data();
    void refusesAHostileState();
    void forgetsAUnitThatAnotherModelHasNot();

private:
    template <class Widget> Widget* find(const char* name)
    {
        return m_view->findChild<Widget*>(QString::fromLatin1(name));
    }

    void show(const std::shared_ptr<const OpenModel>& model)
    {
        m_view->setModel(model);
        m_view->setReading(readingOf(*model, sevenGlyph()));
    }
    QJsonValue fact(const char* name) { return m_view->facts().value(key(name)); }

    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_simple;
    std::shared_ptr<const OpenModel> m_conv;
    std::unique_ptr<NetworkView> m_view;
};

void NetworkViewTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const auto engine = loadEngine();
    QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
    m_engine = *engine;
    m_simple = openModel(m_engine, kReferenceModelFile);
    m_conv = openModel(m_engine, kDefaultModelFile);
    QVERIFY(m_simple != nullptr && m_conv != nullptr);
}

void NetworkViewTest::init()
{
    m_view = std::make_unique<NetworkView>();
    m_view->resize(kSmall);
    m_view->show();
}

void NetworkViewTest::fitsASmallScreen_data()
{
    QTest::addColumn<bool>("conv");
    QTest::addColumn<int>("layer");
    QTest::newRow("hidden") << false << 1;
    QTest::newRow("output") << false << 2;
    QTest::newRow("first maps") << true << 1;
    QTest::newRow("last maps") << true << 5;
    QTest::newRow("output of maps") << true << 6;
}

void NetworkViewTest::fitsASmallScreen()
{
    QFETCH(bool, conv);
    QFETCH(int, layer);
    show(conv ? m_conv : m_simple);
    QCOMPARE(m_view->setState({{key("layer"), layer}}), QString());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QSize least = m_view->minimumSizeHint();
    QCOMPARE(m_view->size(), kSmall);
    QVERIFY2(
        least.width() <= kSmall.width() && least.height() <= kSmall.height(),
        qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
}

void NetworkViewTest::saysWhatItWaitsFor()
{
    const auto says = [this](const char* text) {
        const auto labels = m_view->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(key(text));
        });
    };
    QVERIFY(says("Getting ready"));
    m_view->setModel(m_simple);
    QVERIFY(says("Draw a digit on the pad"));
    QVERIFY(!says("Getting ready"));
    m_view->setReading(readingOf(*m_simple, sevenGlyph()));
    QVERIFY(!says("Draw a digit on the pad"));
    m_view->setReading(nullptr);
    QVERIFY(says("Draw a digit on the pad"));
}

void NetworkViewTest::followsTheWinner()
{
    show(m_simple);
    QCOMPARE(fact("layer").toInt(), 2);
    QCOMPARE(fact("unit").toInt(), 7);
    QVERIFY(!fact("isChosen").toBool());
    QVERIFY(m_view->state().isEmpty());
    const auto reading = readingOf(*m_simple, sevenGlyph());
    QVERIFY(std::abs(fact("sum").toDouble() - double{reading->activations.logits()[7]}) < 1e-4);
}

void NetworkViewTest::showsAHiddenUnitsSum()
{
    QCOMPARE(m_view->setState({{key("layer"), 1}, {key("unit"), 12}}), QString());
    show(m_simple);
    QCOMPARE(fact("unit").toInt(), 12);
    const auto reading = readingOf(*m_simple, sevenGlyph());
    const LayerValues& hidden = reading->activations.layers[1];
    QVERIFY(std::abs(fact("sum").toDouble() - double{hidden.sums[12]}) < 1e-4);
    QVERIFY(std::abs(fact("value").toDouble() - double{hidden.values[12]}) < 1e-4);
    QCOMPARE(find<QLabel>("networkUnit")->text(), QStringLiteral("Hidden unit 12"));
}

void NetworkViewTest::addsUp_data()
{
    QTest::addColumn<bool>("conv");
    QTest::addColumn<int>("layer");
    for (int layer = 1; layer <= 2; ++layer) {
        QTest::addRow("simple-nn, layer %d", layer) << false << layer;
    }
    for (int layer = 1; layer <= 6; ++layer) {
        QTest::addRow("convnet, layer %d", layer) << true << layer;
    }
}

/// What is written under each other adds up to the last decimal, in every unit, to what the network
/// itself has.
void NetworkViewTest::addsUp()
{
    QFETCH(bool, conv);
    QFETCH(int, layer);
    const auto& model = conv ? m_conv : m_simple;
    show(model);
    const auto reading = readingOf(*model, sevenGlyph());
    const auto& of = model->inside->layers()[static_cast<std::size_t>(layer)];
    for (int unit = 0; unit < of.units; unit += 7) {
        QCOMPARE(m_view->setState({{key("layer"), layer}, {key("unit"), unit}}), QString());
        const auto [sum, total] = shownSum(find<FigureSheet>("networkSum")->rows());
        QVERIFY(std::abs(sum - total) < 1e-9);
        QVERIFY(std::abs(total - fact("sum").toDouble()) < 6e-4);
        const auto& sums = reading->activations.layers[static_cast<std::size_t>(layer)].sums;
        const int at = (unit * of.rows + fact("row").toInt()) * of.columns + fact("column").toInt();
        QVERIFY(
            std::abs(fact("sum").toDouble() - double{sums[static_cast<std::size_t>(at)]}) < 1e-4);
    }
}

void NetworkViewTest::writesTheSoftmaxOut()
{
    show(m_conv);
    const auto& rows = find<FigureSheet>("networkSoftmax")->rows();
    QCOMPARE(rows.size(), 12); // ten digits, their sum, and no digit
    double shares = 0;
    for (int digit = 0; digit < 10; ++digit) {
        shares += QLocale().toDouble(rows[digit].cells.last());
    }
    QVERIFY(std::abs(shares - 1) < 1e-9);
    const auto reading = readingOf(*m_conv, sevenGlyph());
    const Prediction& prediction = reading->activations.prediction;
    QVERIFY(
        std::abs(QLocale().toDouble(rows[7].cells.last()) - double{prediction.probabilities[7]}) <
        2e-4);
    QVERIFY(
        std::abs(QLocale().toDouble(rows[11].cells.last()) - (1 - double{prediction.digitScore})) <
        2e-4);
}

void NetworkViewTest::tellsAPixelsNumbers()
{
    QCOMPARE(m_view->setState({{key("layer"), 1}, {key("unit"), 12}}), QString());
    show(m_simple);
    auto* weights = find<NumberPicture>("networkWeights");
    QTest::qWait(0);
    const auto unit = m_simple->inside->unit(1, 12);
    QVERIFY(unit.has_value());
    const std::size_t pixel = 8 * 28 + 14; // in the bar of the 7
    const QPointF place = weights->mosaic().square(pixel).center();
    QTest::mouseMove(weights, place.toPoint() + QPoint(NumberPicture::kEdge, NumberPicture::kEdge));
    const QString said = find<QLabel>("networkReadout")->text();
    QVERIFY2(said.contains(QStringLiteral("Row 9, column 15")), qPrintable(said));
    QVERIFY2(said.contains(figureText(unit->weights[pixel], QLocale())), qPrintable(said));
    QCOMPARE(find<NumberPicture>("networkProducts")->pointed(), std::optional(pixel));
    QCOMPARE(weights->accessibleDescription(), said);
    QTest::keyClick(weights, Qt::Key_Right);
    QCOMPARE(weights->pointed(), std::optional(pixel + 1));
}

void NetworkViewTest::choosesByMouse()
{
    show(m_simple);
    auto* diagram = find<NetworkDiagram>("networkDiagram");
    QSignalSpy facts(m_view.get(), &InsideView::factsChanged);
    const QRectF unit = diagram->place({.layer = 1, .unit = 77});
    QTest::mouseClick(diagram, Qt::LeftButton, {}, unit.center().toPoint());
    QCOMPARE(fact("unit").toInt(), 77);
    QVERIFY(fact("isChosen").toBool());
    QCOMPARE(facts.size(), 1);
    const QRectF output = diagram->place({.layer = 2, .unit = 3});
    QTest::mouseClick(diagram, Qt::LeftButton, {}, output.center().toPoint());
    QCOMPARE(fact("layer").toInt(), 2);
    QCOMPARE(fact("unit").toInt(), 3);
}

void NetworkViewTest::choosesByKeyboard()
{
    show(m_simple);
    auto* diagram = find<NetworkDiagram>("networkDiagram");
    QTest::keyClick(diagram, Qt::Key_Right);
    QTest::keyClick(diagram, Qt::Key_Right);
    QVERIFY(diagram->accessibleDescription().startsWith(QStringLiteral("Hidden unit 2")));
    QTest::keyClick(diagram, Qt::Key_Return);
    QCOMPARE(fact("unit").toInt(), 2);
    QTest::keyClick(diagram, Qt::Key_PageDown);
    QTest::keyClick(diagram, Qt::Key_Down);
    QTest::keyClick(diagram, Qt::Key_Space);
    QCOMPARE(fact("layer").toInt(), 2);
    QCOMPARE(fact("unit").toInt(), 1);
    QTest::keyClick(diagram, Qt::Key_Escape);
    QCOMPARE(fact("unit").toInt(), 7);
    QVERIFY(!fact("isChosen").toBool());
    for (int step = 0; step < 40; ++step) { // nowhere further than the first unit
        QTest::keyClick(diagram, Qt::Key_Left);
        QTest::keyClick(diagram, Qt::Key_Up);
    }
    QCOMPARE(diagram->cursor(), (UnitPlace{.layer = 1, .unit = 0}));
}

void NetworkViewTest::choosesAPlaceOnAMap()
{
    QCOMPARE(m_view->setState({{key("layer"), 2}, {key("unit"), 5}}), QString());
    show(m_conv);
    QTest::qWait(0);
    auto* map = find<NumberPicture>("networkMap");
    const QPointF place = map->mosaic().square(3 * 14 + 9).center();
    QTest::mouseClick(
        map, Qt::LeftButton, {},
        place.toPoint() + QPoint(NumberPicture::kEdge, NumberPicture::kEdge));
    QCOMPARE(fact("row").toInt(), 3);
    QCOMPARE(fact("column").toInt(), 9);
    QCOMPARE(m_view->state()[key("column")].toInt(), 9);
}

void NetworkViewTest::showsWeightsOfAUnitWithoutADrawing()
{
    m_view->setModel(m_simple);
    QCOMPARE(m_view->setState({{key("layer"), 1}, {key("unit"), 3}}), QString());
    QVERIFY(find<NumberPicture>("networkWeights")->isVisible());
    QVERIFY(fact("sum").isUndefined());
    QCOMPARE(find<FigureSheet>("networkSum")->rows().size(), 1); // the bias
}

void NetworkViewTest::survivesAnotherModel_data()
{
    QTest::addColumn<QJsonObject>("state");
    QTest::newRow("none chosen") << QJsonObject();
    QTest::newRow("one that both have") << QJsonObject{{key("layer"), 1}, {key("unit"), 9}};
    QTest::newRow("one that one has") << QJsonObject{{key("layer"), 6}, {key("unit"), 10}};
}

/// Whatever was shown of the one is not asked of the other.
void NetworkViewTest::survivesAnotherModel()
{
    QFETCH(QJsonObject, state);
    show(m_conv);
    QCOMPARE(m_view->setState(state), QString());
    show(m_simple);
    QVERIFY(fact("sum").isDouble());
    m_view->setModel(m_conv); // and back, with nothing read yet
    QVERIFY(fact("sum").isUndefined());
    show(m_conv);
    QVERIFY(fact("sum").isDouble());
}

void NetworkViewTest::takesOverAState()
{
    const QJsonObject state{
        {key("layer"), 3}, {key("unit"), 40}, {key("row"), 6}, {key("column"), 2}};
    QCOMPARE(m_view->setState(state), QString()); // before there is a network
    show(m_conv);
    QCOMPARE(m_view->state(), state);
    QCOMPARE(fact("row").toInt(), 6);
    QCOMPARE(m_view->setState({}), QString());
    QVERIFY(m_view->state().isEmpty());
}

void NetworkViewTest::refusesAHostileState_data()
{
    QTest::addColumn<QJsonObject>("state");
    const auto row = [](const char* name, const QJsonObject& state) {
        QTest::newRow(name) << state;
    };
    row("the pixels", {{key("layer"), 0}});
    row("no such layer", {{key("layer"), 7}});
    row("a layer far below", {{key("layer"), -2147483648.0}});
    row("half a layer", {{key("layer"), 1.5}});
    row("a layer in words", {{key("layer"), key("1")}});
    row("no such unit", {{key("layer"), 1}, {key("unit"), 32}});
    row("a huge unit", {{key("layer"), 1}, {key("unit"), 1e300}});
    row("no such row", {{key("layer"), 1}, {key("unit"), 1}, {key("row"), 14}});
    row("no such column", {{key("layer"), 5}, {key("unit"), 1}, {key("column"), 3}});
    row("a row that is none", {{key("layer"), 1}, {key("row"), QJsonValue::Null}});
}

void NetworkViewTest::refusesAHostileState()
{
    QFETCH(QJsonObject, state);
    show(m_conv);
    const QJsonObject good{{key("layer"), 1}, {key("unit"), 2}};
    QCOMPARE(m_view->setState(good), QString());
    QVERIFY(!m_view->setState(state).isEmpty());
    QCOMPARE(m_view->state(), good);
}

void NetworkViewTest::forgetsAUnitThatAnotherModelHasNot()
{
    show(m_conv);
    QCOMPARE(m_view->setState({{key("layer"), 5}, {key("unit"), 127}}), QString());
    show(m_simple);
    QVERIFY(m_view->state().isEmpty());
    QCOMPARE(fact("layer").toInt(), 2);
}

QTEST_MAIN(NetworkViewTest)
#include "network_view_test.moc"
