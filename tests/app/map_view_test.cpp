// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_view.h"

#include "app/engine_module.h"
#include "app/map/chosen_digits.h"
#include "app/map/map_legend.h"
#include "app/map/map_plot.h"
#include "app/map/thickest_places.h"
#include "tests/app/inside_desk.h"
#include "tests/app/made_up.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <set>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPatience = 60'000; // milliseconds, on the slowest machine

} // namespace

class MapViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }

    void choosesTheSameDigitsAgain();
    void findsWhereADigitLiesThickest();
    void saysWhatIsMissing();
    void laysOutEachLayer_data();
    void laysOutEachLayer();
    void laysOutByTsne();
    void stopsWhereItIs();
    void keepsWhatItHasMade();
    void makesItAnewForOtherDigits();
    void tellsOfTheDigitPointedAt();
    void putsADigitOnThePad();
    void givesStrokesToThePad();
    void goesFromDigitToDigitByKeys();
    void singlesOutADigit();
    void zoomsAndMoves();
    void placesTheDrawing();
    void takesOverItsState();
    void refusesHostileStates_data();
    void refusesHostileStates();
    void freesItsKeysWhileHidden();

private:
    [[nodiscard]] bool isDone() const { return m_view->facts()[u"isDone"].toBool(); }
    bool layOut(const QString& method, int layer = 0);
    [[nodiscard]] MapPlot& plot() { return *m_view->findChild<MapPlot*>(); }
    template <class Widget> [[nodiscard]] Widget& named(const char* name)
    {
        return *m_view->findChild<Widget*>(QString::fromLatin1(name));
    }

    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const TestDigits> m_digits;
    std::unique_ptr<MapView> m_view;
};

void MapViewTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const auto engine = loadEngine();
    QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
    m_engine = *engine;
    m_model = openModel(m_engine, kReferenceModelFile);
    QVERIFY(m_model != nullptr);
    m_digits = madeUp(120);
}

void MapViewTest::init()
{
    m_view = std::make_unique<MapView>();
    m_view->resize(700, 600);
    m_view->show();
}

bool MapViewTest::layOut(const QString& method, int layer)
{
    m_view->setModel(m_model);
    m_view->setDigits(m_digits);
    const QString problem = m_view->setState({{u"method"_s, method}, {u"layer"_s, layer}});
    return problem.isEmpty() && QTest::qWaitFor([this] { return isDone(); }, kPatience);
}

void MapViewTest::choosesTheSameDigitsAgain()
{
    Dataset data = syntheticDigits(50, 3);
    data.labels[7] = kNoDigit;
    const ChosenDigits some = chooseDigits(data, 20, 5);
    QCOMPARE(some.indices, chooseDigits(data, 20, 5).indices);
    QVERIFY(some.indices != chooseDigits(data, 20, 6).indices);
    QCOMPARE(std::set(some.indices.begin(), some.indices.end()).size(), std::size_t{20});
    for (std::size_t i = 0; i < some.indices.size(); ++i) {
        QCOMPARE(some.data.glyphs[i], data.glyphs[some.indices[i]]);
        QCOMPARE(some.data.labels[i], data.labels[some.indices[i]]);
    }
    const ChosenDigits all = chooseDigits(data, 1000, 5);
    QCOMPARE(all.indices.size(), std::size_t{49});
    QVERIFY(!std::ranges::binary_search(all.indices, std::size_t{7}));
}

/// Not between its heaps.
void MapViewTest::findsWhereADigitLiesThickest()
{
    std::vector<MapPoint> points;
    std::vector<Place> places;
    for (int i = 0; i < 30; ++i) {
        const bool isLeft = i < 10;
        points.push_back({.digit = 3});
        places.push_back({.x = isLeft ? -10.0F : 10.0F, .y = isLeft ? 0.0F : 5.0F});
    }
    const auto thickest = thickestPlaces(points, places);
    QCOMPARE(thickest[3], std::optional(Place{.x = 10, .y = 5}));
    QCOMPARE(thickest[4], std::optional<Place>());
    QCOMPARE(thickestPlaces({}, {})[3], std::optional<Place>());
}

void MapViewTest::saysWhatIsMissing()
{
    auto& note = named<QLabel>("mapNote");
    QVERIFY(note.text().contains(u"Getting ready"_s));
    m_view->setModel(m_model);
    QTRY_VERIFY(note.text().contains(u"download MNIST on the Training page"_s));
    m_view->setDigits(madeUp(5));
    QTRY_VERIFY(note.text().contains(u"at least 6 digits"_s));
    QVERIFY(note.isVisible());
    QVERIFY(!plot().isVisible());
    m_view->setDigits(madeUp(6));
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
    QVERIFY(plot().isVisible());
}

void MapViewTest::laysOutEachLayer_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("layers");
    QTest::newRow("simple-nn") << kReferenceModelFile << 3;
    QTest::newRow("convnet") << kDefaultModelFile << 7;
}

void MapViewTest::laysOutEachLayer()
{
    QFETCH(const QString, file);
    QFETCH(const int, layers);
    const auto model = openModel(m_engine, file);
    m_view->setModel(model);
    m_view->setDigits(m_digits);
    auto& box = named<QComboBox>("mapLayer");
    QCOMPARE(box.count(), layers);
    QCOMPARE(box.itemText(0), u"Pixels"_s);
    QCOMPARE(box.itemText(layers - 1), u"Outputs"_s);
    for (int layer = 0; layer < layers; ++layer) {
        QCOMPARE(m_view->setState({{u"method"_s, u"pca"_s}, {u"layer"_s, layer}}), QString());
        QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
        QCOMPARE(m_view->facts()[u"layer"].toInt(), layer);
        // The map is what the engine makes of this layer.
        const auto& glyphs = m_digits->data.glyphs;
        const auto at = static_cast<std::size_t>(layer);
        const auto values = model->inside->values(glyphs, at).value();
        const auto map = m_engine->layOut(
            values, model->inside->layers()[at].size(), {.method = MapOptions::Method::Pca}, {},
            {});
        const auto& ends = map->places;
        const QPointF first = plot().at(ends.front());
        plot().setCurrent(0);
        QTest::mouseMove(&plot(), QPoint(1, 1));
        QTest::mouseMove(&plot(), first.toPoint());
        QTRY_VERIFY(plot().current().has_value());
        const QPointF found = plot().at(ends[*plot().current()]);
        QVERIFY(std::hypot(found.x() - first.x(), found.y() - first.y()) < 2);
    }
}

void MapViewTest::laysOutByTsne()
{
    m_view->setModel(m_model);
    m_view->setDigits(m_digits);
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
    const QJsonObject facts = m_view->facts();
    QCOMPARE(facts[u"method"].toString(), u"tsne"_s);
    QCOMPARE(facts[u"layer"].toInt(), 0);
    QVERIFY(named<QLabel>("mapStatus").text().startsWith(u"120 digits"_s));
    QVERIFY(!named<QWidget>("mapProgress").isVisible());
}

/// What there is then can be looked at, but is no whole map: it is not kept.
void MapViewTest::stopsWhereItIs()
{
    m_view->setModel(m_model);
    m_view->setDigits(madeUp(2000));
    const auto actions = m_view->actions();
    auto* stop = *std::ranges::find(actions, u"&Stop"_s, &QAction::text);
    QTRY_VERIFY(stop->isEnabled());
    QVERIFY(named<QWidget>("mapProgress").isVisible());
    stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!stop->isEnabled(), kPatience);
    QVERIFY(!isDone());
    QVERIFY(!named<QWidget>("mapProgress").isVisible());
}

void MapViewTest::keepsWhatItHasMade()
{
    QVERIFY(layOut(u"tsne"_s));
    QVERIFY(layOut(u"pca"_s));
    QCOMPARE(m_view->setState({{u"method"_s, u"tsne"_s}}), QString());
    QVERIFY(!isDone());
    // In the same turn of the event loop in which it is begun: it was there.
    QSignalSpy changes(m_view.get(), &MapView::factsChanged);
    while (!isDone()) {
        const bool wasBusy = named<QWidget>("mapProgress").isVisible();
        QVERIFY(!wasBusy);
        QVERIFY(changes.wait(kPatience));
    }
}

void MapViewTest::makesItAnewForOtherDigits()
{
    QVERIFY(layOut(u"pca"_s));
    plot().setCurrent(3);
    m_view->setDigits(madeUp(90, 2));
    QVERIFY(!isDone());
    QCOMPARE(plot().current(), std::optional<std::size_t>());
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
    QVERIFY(named<QLabel>("mapStatus").text().startsWith(u"90 digits"_s));
}

void MapViewTest::tellsOfTheDigitPointedAt()
{
    QVERIFY(layOut(u"pca"_s));
    plot().setCurrent(5);
    const int label = m_digits->data.labels[5];
    const auto reading = m_model->model->read({&m_digits->data.glyphs[5], 1}).value().front();
    QCOMPARE(m_view->facts()[u"label"].toInt(-1), label);
    QCOMPARE(m_view->facts()[u"read"].toInt(-1), reading.digit());
    QCOMPARE(named<QLabel>("mapTitle").text(), u"This is a %1"_s.arg(label));
    QVERIFY(plot().accessibleDescription().contains(u"Made-up digit 6, a %1"_s.arg(label)));
    plot().setCurrent({});
    QVERIFY(!m_view->facts().contains(u"label"));
}

void MapViewTest::putsADigitOnThePad()
{
    QVERIFY(layOut(u"pca"_s));
    QSignalSpy taken(m_view.get(), &MapView::toPad);
    plot().setCurrent(9);
    QTest::keyClick(&plot(), Qt::Key_Return);
    QCOMPARE(taken.size(), 1);
    const auto content = taken.at(0).at(0).value<PadContent>();
    QCOMPARE(content.glyph, m_digits->data.glyphs[9]);
    QVERIFY(content.drawing.isEmpty());
    QVERIFY(content.caption.startsWith(u"Made-up digit 10, a"_s));
}

void MapViewTest::givesStrokesToThePad()
{
    TestDigits own = *m_digits;
    own.source = DigitSource::OwnSamples;
    for (std::size_t i = 0; i < own.data.size(); ++i) {
        own.drawings.push_back({{{.position = {0.1, i / 1000.0}, .pressure = 0.5}}});
    }
    m_digits = std::make_shared<const TestDigits>(own);
    QVERIFY(layOut(u"pca"_s));
    QSignalSpy taken(m_view.get(), &MapView::toPad);
    plot().setCurrent(9);
    QTest::keyClick(&plot(), Qt::Key_Enter);
    QCOMPARE(taken.at(0).at(0).value<PadContent>().drawing, own.drawings[9]);
    m_digits = madeUp(120);
}

void MapViewTest::goesFromDigitToDigitByKeys()
{
    QVERIFY(layOut(u"pca"_s));
    QTest::keyClick(&plot(), Qt::Key_Right);
    QVERIFY(plot().current());
    std::set<std::size_t> seen{*plot().current()};
    for (int i = 0; i < 200; ++i) { // to the right-most there is that way
        QTest::keyClick(&plot(), Qt::Key_Right);
        seen.insert(*plot().current());
    }
    QVERIFY(seen.size() > 3);
    const std::size_t last = *plot().current();
    QTest::keyClick(&plot(), Qt::Key_Right);
    QCOMPARE(plot().current(), std::optional(last));
    QTest::keyClick(&plot(), Qt::Key_Left);
    QVERIFY(plot().current() != last);
    QTest::keyClick(&plot(), Qt::Key_Escape);
    QCOMPARE(plot().current(), std::optional<std::size_t>());
}

void MapViewTest::singlesOutADigit()
{
    QVERIFY(layOut(u"pca"_s));
    QTest::keyClick(&plot(), Qt::Key_4);
    QCOMPARE(m_view->facts()[u"singled"].toInt(-1), 4);
    QVERIFY(named<QToolButton>("mapDigit4").isChecked());
    for (int i = 0; i < 20; ++i) { // the others are passed over
        QTest::keyClick(&plot(), i % 3 == 0 ? Qt::Key_Down : Qt::Key_Right);
        QCOMPARE(m_view->facts()[u"label"].toInt(-1), 4);
    }
    QTest::mouseClick(&named<QToolButton>("mapDigit7"), Qt::LeftButton);
    QCOMPARE(plot().singled(), std::optional(7));
    QVERIFY(!named<QToolButton>("mapDigit4").isChecked());
    QCOMPARE(plot().current(), std::optional<std::size_t>());
    QTest::mouseClick(&named<QToolButton>("mapDigit7"), Qt::LeftButton);
    QCOMPARE(plot().singled(), std::optional<int>());
    QVERIFY(!m_view->state().contains(u"singled"));
}

void MapViewTest::zoomsAndMoves()
{
    QVERIFY(layOut(u"pca"_s));
    const Place place{.x = 0.5F, .y = 0};
    const QPointF whole = plot().at(place);
    plot().zoom(2);
    QVERIFY(!plot().isFitted());
    const QPointF middle = QRectF(plot().rect()).center();
    QVERIFY(std::abs((plot().at(place) - middle).x() - 2 * (whole - middle).x()) < 0.5);
    const QPointF before = plot().at(place);
    QTest::keyClick(&plot(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(plot().at(place).x() - before.x() + 60) < 0.5);
    // What is under the wheel stays there.
    for (int i = 0; i < 100; ++i) {
        plot().zoom(3);
    }
    QVERIFY(std::isfinite(plot().at(place).x()));
    QTest::keyClick(&plot(), Qt::Key_Home);
    QVERIFY(plot().isFitted());
    QVERIFY(std::abs((plot().at(place) - whole).x()) < 0.01);
}

/// A digit that is on the map lies where it is on the map, by PCA exactly.
void MapViewTest::placesTheDrawing()
{
    QVERIFY(layOut(u"pca"_s, 1));
    QVERIFY(!plot().drawing());
    m_view->setReading(readingOf(*m_model, m_digits->data.glyphs[17]));
    QTRY_VERIFY(plot().drawing());
    plot().setCurrent(17);
    const auto values = m_model->inside->values(m_digits->data.glyphs, 1).value();
    const auto map = m_engine->layOut(
        values, m_model->inside->layers()[1].size(), {.method = MapOptions::Method::Pca}, {}, {});
    QVERIFY(
        std::abs(plot().drawing()->x - map->places[17].x) < 1e-3F * std::abs(map->places[17].x));
    m_view->setReading(nullptr);
    QVERIFY(!plot().drawing());
}

void MapViewTest::takesOverItsState()
{
    QVERIFY(layOut(u"pca"_s, 1));
    const QJsonObject wanted{
        {u"layer"_s, 2},
        {u"method"_s, u"pca"_s},
        {u"points"_s, 1000},
        {u"seed"_s, 77},
        {u"singled"_s, 3}};
    QCOMPARE(m_view->setState(wanted), QString());
    QCOMPARE(m_view->state(), wanted);
    MapView other;
    QCOMPARE(other.setState(wanted), QString()); // before there is a network
    other.show();
    other.setModel(m_model);
    QCOMPARE(other.state(), wanted);
}

void MapViewTest::refusesHostileStates_data()
{
    QTest::addColumn<QJsonObject>("state");
    QTest::newRow("layer beyond") << QJsonObject{{u"layer"_s, 3}};
    QTest::newRow("layer below") << QJsonObject{{u"layer"_s, -1}};
    QTest::newRow("layer huge") << QJsonObject{{u"layer"_s, 1e300}};
    QTest::newRow("layer in parts") << QJsonObject{{u"layer"_s, 0.5}};
    QTest::newRow("layer in words") << QJsonObject{{u"layer"_s, u"fc1"_s}};
    QTest::newRow("method") << QJsonObject{{u"method"_s, u"umap"_s}};
    QTest::newRow("method no text") << QJsonObject{{u"method"_s, 7}};
    QTest::newRow("points") << QJsonObject{{u"points"_s, 1'000'000'000}};
    QTest::newRow("seed") << QJsonObject{{u"seed"_s, -5}};
    QTest::newRow("seed null") << QJsonObject{{u"seed"_s, QJsonValue::Null}};
    QTest::newRow("singled") << QJsonObject{{u"singled"_s, 10}};
    QTest::newRow("good and bad") << QJsonObject{{u"method"_s, u"tsne"_s}, {u"seed"_s, u"x"_s}};
}

void MapViewTest::refusesHostileStates()
{
    QFETCH(const QJsonObject, state);
    QVERIFY(layOut(u"pca"_s, 1));
    const QJsonObject before = m_view->state();
    QVERIFY(!m_view->setState(state).isEmpty());
    QCOMPARE(m_view->state(), before);
    QVERIFY(isDone());
}

void MapViewTest::freesItsKeysWhileHidden()
{
    QVERIFY(layOut(u"pca"_s));
    const auto anyEnabled = [this] {
        return std::ranges::any_of(m_view->actions(), &QAction::isEnabled);
    };
    QVERIFY(anyEnabled());
    m_view->hide();
    QVERIFY(!anyEnabled());
}

} // namespace digitpad::tests

QTEST_MAIN(digitpad::tests::MapViewTest)
#include "map_view_test.moc"
