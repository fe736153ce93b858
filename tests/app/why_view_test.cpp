// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_view.h"

#include "app/engine_module.h"
#include "app/inside/figure_sheet.h"
#include "app/inside/why_map.h"
#include "app/inside/why_strokes.h"
#include "tests/app/inside_desk.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace digitpad;
using tests::openModel;
using tests::readingOf;
using tests::sevenGlyph;
using tests::sevenInk;
using tests::shownSum;

namespace {

constexpr QSize kSmall(660, 560); // what a window of 1024 × 768 leaves

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

/// Why it reads what it reads, with the real engine.
class WhyViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void fitsASmallScreen();
    void saysWhatItWaitsFor();
    void addsUp_data();
    void addsUp();
    void tellsAPixelsShare();
    void asksForADifference();
    void holdsNothingAgainstItself();
    void hasNoDigitOnlyWhereThatIsLearnt();
    void findsWhatChangesItsMind();
    void findsThePartOfAStroke();
    void leavesOutAWholeStroke();
    void forgetsWhatIsNotOnThePadAnyMore();
    void stopsASearch();
    void takesOverAState();
    void refusesAHostileState_data();
    void refusesAHostileState();

private:
    template <class Widget> Widget* find(const char* name)
    {
        return m_view->findChild<Widget*>(QString::fromLatin1(name));
    }
    void show(const std::shared_ptr<const OpenModel>& model, bool withInk = false)
    {
        m_view->setModel(model);
        m_view->setReading(readingOf(*model, sevenGlyph(), withInk ? sevenInk() : Ink()));
    }
    QJsonValue fact(const char* name) { return m_view->facts().value(key(name)); }

    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_simple;
    std::shared_ptr<const OpenModel> m_conv;
    std::unique_ptr<WhyView> m_view;
};

void WhyViewTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const auto engine = loadEngine();
    QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
    m_engine = *engine;
    m_simple = openModel(m_engine, kReferenceModelFile);
    m_conv = openModel(m_engine, kDefaultModelFile);
    QVERIFY(m_simple != nullptr && m_conv != nullptr);
}

void WhyViewTest::init()
{
    m_view = std::make_unique<WhyView>();
    m_view->resize(kSmall);
    m_view->show();
}

void WhyViewTest::fitsASmallScreen()
{
    show(m_conv, true);
    QTRY_VERIFY(fact("output").isDouble());
    find<QPushButton>("whyFind")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!fact("isBusy").toBool(), 60'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QSize least = m_view->minimumSizeHint();
    QVERIFY2(
        least.width() <= kSmall.width() && least.height() <= kSmall.height(),
        qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
}

void WhyViewTest::saysWhatItWaitsFor()
{
    const auto* title = find<QLabel>("whyTitle");
    QCOMPARE(title->text(), QStringLiteral("Getting ready…"));
    QVERIFY(!find<QPushButton>("whyFind")->isEnabled());
    m_view->setModel(m_simple);
    QCOMPARE(title->text(), QStringLiteral("Draw a digit on the pad"));
    m_view->setReading(readingOf(*m_simple, sevenGlyph()));
    QTRY_COMPARE(title->text(), QStringLiteral("Why 7?"));
    QVERIFY(find<QPushButton>("whyFind")->isEnabled());
    m_view->setReading(nullptr);
    QCOMPARE(title->text(), QStringLiteral("Draw a digit on the pad"));
    QVERIFY(find<FigureSheet>("whySum")->rows().isEmpty());
}

void WhyViewTest::addsUp_data()
{
    QTest::addColumn<bool>("conv");
    QTest::addColumn<QString>("method");
    QTest::newRow("simple-nn, exact") << false << key("exact");
    QTest::newRow("convnet, exact") << true << key("exact");
    QTest::newRow("simple-nn, integrated") << false << key("integrated");
    QTest::newRow("convnet, integrated") << true << key("integrated");
}

/// What is written under each other adds up to the last line, to the last decimal.
void WhyViewTest::addsUp()
{
    QFETCH(bool, conv);
    QFETCH(QString, method);
    QCOMPARE(m_view->setState({{key("method"), method}}), QString());
    const auto& model = conv ? m_conv : m_simple;
    show(model);
    QTRY_VERIFY_WITH_TIMEOUT(fact("output").isDouble(), 30'000);
    const auto reading = readingOf(*model, sevenGlyph());
    const auto& rows = find<FigureSheet>("whySum")->rows();
    QVERIFY(rows.size() >= 4);
    const auto [sum, total] = shownSum(rows);
    QVERIFY(std::abs(sum - total) < 1e-9);
    QVERIFY(std::abs(total - double{reading->activations.logits()[7]}) < 1e-3);
}

void WhyViewTest::tellsAPixelsShare()
{
    show(m_simple);
    QTRY_VERIFY(fact("output").isDouble());
    auto* map = find<WhyMap>("whyMap");
    const auto shares = m_simple->inside->shares(sevenGlyph(), {.digit = 7});
    QVERIFY(shares.has_value());
    const auto most = std::ranges::max_element(shares->pixels) - shares->pixels.begin();
    const QPoint pixel(static_cast<int>(most) % 28, static_cast<int>(most) / 28);
    QTest::mouseMove(map, map->square(pixel).center().toPoint());
    const QString said = find<QLabel>("whyReadout")->text();
    const QString share =
        QLocale().toString(shares->pixels[static_cast<std::size_t>(most)], 'f', 3);
    QVERIFY2(said.contains(QLatin1Char('+') + share), qPrintable(said));
    QCOMPARE(map->accessibleDescription(), said);
    QTest::keyClick(map, Qt::Key_Right); // and so with the keys
    QCOMPARE(map->pointed(), pixel + QPoint(1, 0));
}

void WhyViewTest::asksForADifference()
{
    QCOMPARE(m_view->setState({{key("digit"), 7}, {key("against"), 1}}), QString());
    show(m_simple);
    QTRY_COMPARE(fact("against").toInt(), 1);
    QCOMPARE(find<QLabel>("whyTitle")->text(), QStringLiteral("Why 7 and not 1?"));
    const auto logits = readingOf(*m_simple, sevenGlyph())->activations.layers.back().values;
    QVERIFY(std::abs(fact("output").toDouble() - double{logits[7]} + double{logits[1]}) < 1e-4);
}

void WhyViewTest::holdsNothingAgainstItself()
{
    QCOMPARE(m_view->setState({{key("against"), 7}}), QString());
    show(m_simple);
    QTRY_COMPARE(fact("digit").toInt(), 7);
    QCOMPARE(fact("against").toInt(), -1);
}

void WhyViewTest::hasNoDigitOnlyWhereThatIsLearnt()
{
    m_view->setModel(m_conv);
    QCOMPARE(m_view->setState({{key("digit"), 10}}), QString());
    show(m_conv);
    QTRY_COMPARE(find<QLabel>("whyTitle")->text(), QStringLiteral("Why no digit?"));
    m_view->setModel(m_simple);
    QCOMPARE(find<QComboBox>("whyDigit")->currentData().toInt(), -1);
    QVERIFY(!m_view->setState({{key("digit"), 10}}).isEmpty());
}

void WhyViewTest::findsWhatChangesItsMind()
{
    show(m_simple);
    QSignalSpy toPad(m_view.get(), &InsideView::toPad);
    find<QPushButton>("whyFind")->click();
    QVERIFY(fact("isBusy").toBool());
    QTRY_VERIFY_WITH_TIMEOUT(fact("touches").isDouble(), 60'000);
    QVERIFY(find<QRadioButton>("whyTouches")->isChecked());
    find<QPushButton>("whyShow")->click();
    QCOMPARE(toPad.size(), 1);
    const auto content = toPad.at(0).at(0).value<PadContent>();
    QVERIFY(content.drawing.isEmpty() && !content.caption.isEmpty());
    const auto then = readingOf(*m_simple, content.glyph)->activations.prediction.digit();
    QVERIFY(then != 7);
    QCOMPARE(then, fact("becomes").toInt());
}

/// A 7 without its lower part is another digit, or none that is shorter to make.
void WhyViewTest::findsThePartOfAStroke()
{
    const auto left = leastLeftOut(*m_simple->inside, sevenInk(), {}, -1, {});
    QVERIFY(left.has_value() && left->has_value());
    QVERIFY(!(*left)->isWhole()); // it is the only one
    QCOMPARE((*left)->glyph, renderInk((*left)->ink));
    const auto then = readingOf(*m_simple, (*left)->glyph)->activations.prediction.digit();
    QCOMPARE(then, (*left)->digit);
    QVERIFY(then != 7);

    show(m_simple, true);
    QSignalSpy toPad(m_view.get(), &InsideView::toPad);
    find<QPushButton>("whyFind")->click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QRadioButton>("whyStroke")->isVisible(), 60'000);
    find<QRadioButton>("whyStroke")->click();
    find<QPushButton>("whyShow")->click();
    QCOMPARE(toPad.size(), 1);
    QCOMPARE(toInk(toPad.at(0).at(0).value<PadContent>().drawing), (*left)->ink);
}

/// A 1 with a bar across is a 7 or so to the network, until the bar goes.
void WhyViewTest::leavesOutAWholeStroke()
{
    const Stroke bar{{.x = 0.2, .y = 0.2}, {.x = 0.8, .y = 0.2}};
    const Stroke down{{.x = 0.8, .y = 0.2}, {.x = 0.45, .y = 0.85}};
    const auto left = leastLeftOut(*m_simple->inside, {bar, down}, {}, 1, {});
    QVERIFY(left.has_value() && left->has_value());
    QCOMPARE((*left)->digit, 1);
    const auto none = leastLeftOut(*m_simple->inside, {}, {}, -1, {});
    QVERIFY(none.has_value() && !none->has_value());
    std::stop_source stopped;
    stopped.request_stop();
    const auto early = leastLeftOut(*m_simple->inside, {bar, down}, {}, 1, stopped.get_token());
    QVERIFY(early.has_value() && !early->has_value());
}

void WhyViewTest::forgetsWhatIsNotOnThePadAnyMore()
{
    show(m_simple);
    find<QPushButton>("whyFind")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fact("touches").isDouble(), 60'000);
    QVERIFY(find<QPushButton>("whyShow")->isEnabled());
    show(m_simple);
    QVERIFY(fact("touches").isUndefined());
    QVERIFY(!find<QPushButton>("whyShow")->isEnabled());
}

void WhyViewTest::stopsASearch()
{
    show(m_conv);
    auto* button = find<QPushButton>("whyFind");
    const QString before = button->text();
    button->click();
    QVERIFY(button->text() != before);
    button->click();
    QCOMPARE(button->text(), before);
    QVERIFY(fact("touches").isUndefined());
}

void WhyViewTest::takesOverAState()
{
    m_view->setModel(m_conv);
    const QJsonObject state{
        {key("digit"), 10},  {key("against"), 3},  {key("method"), key("occlusion")},
        {key("becomes"), 4}, {key("adds"), false}, {key("rubsOut"), true},
        {key("side"), 3}};
    QCOMPARE(m_view->setState(state), QString());
    QCOMPARE(m_view->state(), state);
    QCOMPARE(m_view->setState({{key("side"), 2}}), QString()); // the others stay
    QCOMPARE(m_view->state()[key("digit")].toInt(), 10);
    QCOMPARE(m_view->state()[key("side")].toInt(), 2);
    show(m_conv);
    QTRY_VERIFY_WITH_TIMEOUT(fact("output").isDouble(), 30'000);
    QCOMPARE(fact("method").toString(), key("occlusion"));
    auto* map = find<WhyMap>("whyMap");
    QTest::keyClick(map, Qt::Key_Left);
    QVERIFY(map->accessibleDescription().contains(QStringLiteral("covered")));
}

void WhyViewTest::refusesAHostileState_data()
{
    QTest::addColumn<QJsonObject>("state");
    const auto row = [](const char* name, const QJsonObject& state) {
        QTest::newRow(name) << state;
    };
    row("a digit too far", {{key("digit"), 11}});
    row("a digit before the first", {{key("digit"), -2}});
    row("half a digit", {{key("digit"), 6.5}});
    row("a digit in words", {{key("digit"), key("seven")}});
    row("against a list", {{key("against"), QJsonArray{1}}});
    row("no such method", {{key("method"), key("magic")}});
    row("a method of another kind", {{key("method"), 1}});
    row("no size", {{key("side"), 0}});
    row("too large", {{key("side"), 1e300}});
    row("becomes nothing", {{key("becomes"), 10}});
    row("neither true nor false", {{key("adds"), 1}});
    row("the last of many", {{key("digit"), 3}, {key("side"), 99}});
}

void WhyViewTest::refusesAHostileState()
{
    QFETCH(QJsonObject, state);
    m_view->setModel(m_simple);
    const QJsonObject before = m_view->state();
    QVERIFY(!m_view->setState(state).isEmpty());
    QCOMPARE(m_view->state(), before);
}

QTEST_MAIN(WhyViewTest)
#include "why_view_test.moc"
