// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/digits_view.h"

#include "app/digits/digit_grid.h"
#include "app/digits/mean_digits.h"
#include "app/draw/glyph_view.h"
#include "app/engine_module.h"
#include "app/widgets/balance_bars.h"
#include "core/engine/evaluation.h"
#include "tests/app/fake_engine.h"
#include "tests/app/inside_desk.h"
#include "tests/app/made_up.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPatience = 60'000; // milliseconds, on the slowest machine

/// Refuses to read.
class BrokenModel : public FakeModel {
public:
    Result<std::vector<Prediction>> read(std::span<const Glyph> /*glyphs*/) const override
    {
        return std::unexpected(
            Error{.code = ErrorCode::OutOfMemory, .detail = "no room", .file = {}});
    }
};

} // namespace

class DigitsViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }

    void surveysTheDigits();
    void readsAsEvaluationDoes();
    void saysWhatIsMissing();
    void listsAllAsTheyCome();
    void staysWhereItIsOnceTheyAreRead();
    void listsTheStrangestFirst();
    void listsWhatIsReadWrong();
    void listsPairs();
    void listsOneDigit();
    void looksAtOther();
    void saysWhyNothingIsRead();
    void stopsAndGoesOn();
    void putsADigitOnThePad();
    void givesStrokesToThePad();
    void leadsToOtherViews();
    void picksOneOfAPair();
    void laysOutThousandsAtOnce();
    void takesOverItsState();
    void refusesHostileStates_data();
    void refusesHostileStates();
    void freesItsKeysWhileHidden();

private:
    bool list(const QString& order, std::optional<int> digit = {});
    [[nodiscard]] bool isDone() const { return m_view->facts()[u"isDone"].toBool(); }
    [[nodiscard]] DigitGrid& grid() { return *m_view->findChild<DigitGrid*>(); }
    [[nodiscard]] DigitModel& rows() { return *m_view->findChild<DigitModel*>(); }
    [[nodiscard]] QAction& action(const QString& iconText);
    [[nodiscard]] QString text(const char* label)
    {
        return m_view->findChild<QLabel*>(QString::fromLatin1(label))->text();
    }

    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const TestDigits> m_digits;
    std::unique_ptr<DigitsView> m_view;
};

void DigitsViewTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const auto engine = loadEngine();
    QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
    m_engine = *engine;
    m_model = openModel(m_engine, kReferenceModelFile);
    QVERIFY(m_model != nullptr);
    // One of them a second time, with another label.
    TestDigits digits = *madeUp(600);
    digits.data.glyphs.push_back(digits.data.glyphs[100]);
    digits.data.labels.push_back(static_cast<std::uint8_t>((digits.data.labels[100] + 1) % 10));
    m_digits = std::make_shared<const TestDigits>(digits);
}

void DigitsViewTest::init()
{
    m_view = std::make_unique<DigitsView>();
    m_view->resize(700, 600);
    m_view->show();
}

bool DigitsViewTest::list(const QString& order, std::optional<int> digit)
{
    m_view->setModel(m_model);
    m_view->setDigits(m_digits);
    QJsonObject state{{u"order"_s, order}};
    if (digit) {
        state[u"digit"_s] = *digit;
    }
    return m_view->setState(state).isEmpty() &&
           QTest::qWaitFor([this] { return isDone(); }, kPatience);
}

QAction& DigitsViewTest::action(const QString& iconText)
{
    const auto actions = m_view->actions();
    return **std::ranges::find(actions, iconText, &QAction::iconText);
}

void DigitsViewTest::surveysTheDigits()
{
    Dataset data;
    data.glyphs.resize(4);
    data.labels = {3, 3, 5, kNoDigit};
    data.glyphs[0].set(4, 5, 255);
    data.glyphs[1].set(4, 5, 100);
    data.glyphs[2].set(1, 1, 7);
    const DigitSurvey found = survey(data);
    QCOMPARE(found.counts[3], std::size_t{2});
    QCOMPARE(found.counts[5], std::size_t{1});
    QCOMPARE(found.counts[0], std::size_t{0});
    QCOMPARE(found.means[3].at(4, 5), std::uint8_t{178});
    QCOMPARE(found.means[5], data.glyphs[2]);
    QVERIFY(found.means[0].isBlank());
}

void DigitsViewTest::readsAsEvaluationDoes()
{
    const auto readings = readDigits(*m_model->model, m_digits->data, [](double) {}, {});
    QVERIFY(readings);
    const auto evaluation = evaluate(*m_model->model, m_digits->data);
    double sum = 0;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < m_digits->data.size(); ++i) {
        sum += readings->losses[i];
        wrong += readings->predictions[i].digit() != m_digits->data.labels[i] ? 1 : 0;
    }
    const double mean = sum / static_cast<double>(m_digits->data.size());
    QVERIFY(std::abs(mean - evaluation->meanLoss) < 1e-5 * evaluation->meanLoss);
    QCOMPARE(wrong, evaluation->mistakes.size());
    QVERIFY(std::ranges::is_sorted(
        readings->strangest, std::greater(), [&](std::size_t i) { return readings->losses[i]; }));
}

void DigitsViewTest::saysWhatIsMissing()
{
    QVERIFY(text("digitsNote").contains(u"Getting ready"_s));
    m_view->setModel(m_model);
    QVERIFY(text("digitsNote").contains(u"download MNIST on the Training page"_s));
    QVERIFY(!grid().isVisible());
    QVERIFY(!m_view->findChild<MeanDigits*>()->isVisible());
    m_view->setDigits(m_digits);
    QVERIFY(grid().isVisible()); // before they are read
    QVERIFY(m_view->findChild<MeanDigits*>()->isVisible());
    m_view->setDigits(nullptr);
    QVERIFY(!grid().isVisible());
    QVERIFY(!m_view->facts().contains(u"label"));
}

void DigitsViewTest::listsAllAsTheyCome()
{
    QVERIFY(list(u"all"_s));
    QCOMPARE(rows().rowCount(), 601);
    for (const int row : {0, 7, 600}) {
        QCOMPARE(rows().row(row).index, static_cast<std::size_t>(row));
    }
    QCOMPARE(text("digitsStatus"), u"601 digits"_s);
    const QString words = rows().data(rows().index(7), Qt::AccessibleTextRole).toString();
    QVERIFY2(words.startsWith(u"Made-up digit 8, a "_s), qPrintable(words));
    QVERIFY2(words.contains(u". Loss "_s), qPrintable(words));
    QCOMPARE(rows().data(QModelIndex(), Qt::AccessibleTextRole), QVariant());
}

/// That they are read now is no reason to begin again.
void DigitsViewTest::staysWhereItIsOnceTheyAreRead()
{
    m_view->setModel(m_model);
    m_view->setDigits(m_digits);
    grid().setCurrentIndex(rows().index(300));
    QVERIFY(!isDone());
    const int before = grid().visualRect(rows().index(300)).top();
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
    QCOMPARE(grid().currentIndex().row(), 300);
    QCOMPARE(grid().visualRect(rows().index(300)).top(), before);
    QVERIFY(text("digitsFacts").contains(u"Loss"_s));
}

void DigitsViewTest::listsTheStrangestFirst()
{
    QVERIFY(list(u"all"_s));
    grid().setCurrentIndex(rows().index(300));
    QVERIFY(list(u"strangest"_s));
    QCOMPARE(grid().currentIndex().row(), 0); // of another list
    QCOMPARE(rows().rowCount(), 601);
    const auto loss = [this](int row) { return rows().readings()->losses[rows().row(row).index]; };
    for (int row = 1; row < 601; ++row) {
        QVERIFY(loss(row) <= loss(row - 1));
    }
    QVERIFY(loss(0) > loss(600));
    const QJsonObject facts = m_view->facts();
    QCOMPARE(facts[u"loss"].toDouble(), double{loss(0)});
    QCOMPARE(facts[u"index"].toInteger(-1), static_cast<qint64>(rows().row(0).index));
}

void DigitsViewTest::listsWhatIsReadWrong()
{
    QVERIFY(list(u"misread"_s));
    const auto evaluation = evaluate(*m_model->model, m_digits->data);
    QVERIFY(!evaluation->mistakes.empty());
    QCOMPARE(static_cast<std::size_t>(rows().rowCount()), evaluation->mistakes.size());
    const QJsonObject facts = m_view->facts();
    QVERIFY(facts[u"read"].toInt(-1) != facts[u"label"].toInt(-1));
}

void DigitsViewTest::listsPairs()
{
    QVERIFY(list(u"duplicates"_s));
    QVERIFY(rows().isPaired());
    QCOMPARE(rows().row(0).index, std::size_t{100});
    QCOMPARE(rows().row(0).twin, std::optional<std::size_t>(600));
    QCOMPARE(m_view->findChild<GlyphView*>()->glyphs().size(), std::size_t{2});
    QVERIFY(text("digitsFacts").endsWith(u"100.0 % alike"_s));
    const QString words = rows().data(rows().index(0), Qt::AccessibleTextRole).toString();
    QVERIFY(words.contains(u"digit 101, "_s) && words.contains(u"digit 601, "_s));
}

void DigitsViewTest::listsOneDigit()
{
    QVERIFY(list(u"all"_s));
    const int before = rows().rowCount();
    QTest::keyClick(&grid(), Qt::Key_4);
    auto* bars = m_view->findChild<BalanceBars*>();
    QCOMPARE(bars->chosen(), std::optional(4));
    QVERIFY(rows().rowCount() > 0 && rows().rowCount() < before);
    for (int row = 0; row < rows().rowCount(); ++row) {
        QCOMPARE(int{m_digits->data.labels[rows().row(row).index]}, 4);
    }
    QCOMPARE(m_view->state()[u"digit"].toInt(-1), 4);
    QTest::keyClick(&grid(), Qt::Key_4); // all again
    QCOMPARE(rows().rowCount(), before);
    auto* means = m_view->findChild<MeanDigits*>();
    QTest::mouseClick(means, Qt::LeftButton, {}, {means->width() / 20, means->height() / 2});
    QCOMPARE(bars->chosen(), std::optional(0));
}

/// Nothing of the digits before is left.
void DigitsViewTest::looksAtOther()
{
    QVERIFY(list(u"duplicates"_s));
    m_view->setDigits(madeUp(40, 9));
    QVERIFY(!isDone());
    QTRY_VERIFY_WITH_TIMEOUT(text("digitsNote").contains(u"No two"_s), kPatience);
    QCOMPARE(m_view->setState({{u"order"_s, u"strangest"_s}}), QString());
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
    QCOMPARE(rows().rowCount(), 40);
    m_view->setModel(openModel(m_engine, kDefaultModelFile));
    QVERIFY(!isDone());
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
}

void DigitsViewTest::saysWhyNothingIsRead()
{
    OpenModel broken = *m_model;
    broken.model = std::make_shared<BrokenModel>();
    m_view->setModel(std::make_shared<const OpenModel>(broken));
    m_view->setDigits(m_digits);
    QCOMPARE(m_view->setState({{u"order"_s, u"strangest"_s}}), QString());
    QTRY_VERIFY(text("digitsNote").contains(u"memory"_s));
    QCOMPARE(m_view->setState({{u"order"_s, u"all"_s}}), QString());
    QVERIFY(grid().isVisible());
    QVERIFY(!isDone());
}

void DigitsViewTest::stopsAndGoesOn()
{
    m_view->setModel(m_model);
    QCOMPARE(m_view->setState({{u"order"_s, u"strangest"_s}}), QString());
    m_view->setDigits(m_digits);
    QVERIFY(action(u"Stop"_s).isEnabled());
    action(u"Stop"_s).trigger();
    QVERIFY(!action(u"Stop"_s).isEnabled());
    QVERIFY(text("digitsNote").startsWith(u"Stopped"_s));
    QCOMPARE(m_view->setState({{u"order"_s, u"strangest"_s}}), QString());
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
}

void DigitsViewTest::putsADigitOnThePad()
{
    QVERIFY(list(u"strangest"_s));
    QSignalSpy taken(m_view.get(), &DigitsView::toPad);
    grid().setCurrentIndex(rows().index(2));
    QTest::keyClick(&grid(), Qt::Key_Return);
    QCOMPARE(taken.size(), 1);
    const auto content = taken.at(0).at(0).value<PadContent>();
    QCOMPARE(content.glyph, m_digits->data.glyphs[rows().row(2).index]);
    const QPoint middle = grid().visualRect(rows().index(3)).center();
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(taken.size(), 2); // once
    QCOMPARE(
        taken.at(1).at(0).value<PadContent>().glyph, m_digits->data.glyphs[rows().row(3).index]);
}

void DigitsViewTest::givesStrokesToThePad()
{
    TestDigits own = *madeUp(30);
    own.source = DigitSource::OwnSamples;
    for (std::size_t i = 0; i < own.data.size(); ++i) {
        own.drawings.push_back(
            {{{.position = {0.1, static_cast<double>(i) / 1000}, .pressure = 0.5}}});
    }
    m_view->setModel(m_model);
    m_view->setDigits(std::make_shared<const TestDigits>(own));
    QSignalSpy taken(m_view.get(), &DigitsView::toPad);
    grid().setCurrentIndex(rows().index(12));
    action(u"Put on the pad"_s).trigger();
    QCOMPARE(taken.at(0).at(0).value<PadContent>().drawing, own.drawings[12]);
}

void DigitsViewTest::leadsToOtherViews()
{
    QVERIFY(list(u"all"_s));
    QSignalSpy taken(m_view.get(), &DigitsView::toPad);
    QSignalSpy wanted(m_view.get(), &DigitsView::viewWanted);
    action(u"Show in the network"_s).trigger();
    action(u"Why?"_s).trigger();
    QCOMPARE(taken.size(), 2);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.at(0).at(0).toString(), u"network"_s);
    QCOMPARE(wanted.at(1).at(0).toString(), u"why"_s);
}

void DigitsViewTest::picksOneOfAPair()
{
    QVERIFY(list(u"duplicates"_s));
    auto* pair = m_view->findChild<GlyphView*>();
    QCOMPARE(m_view->facts()[u"index"].toInt(), 100);
    QTest::mouseClick(pair, Qt::LeftButton, {}, pair->place(1).center());
    QCOMPARE(m_view->facts()[u"index"].toInt(), 600);
    QCOMPARE(pair->chosen(), std::optional(1));
    QTest::mouseClick(pair, Qt::LeftButton, {}, pair->place(0).center());
    QCOMPARE(m_view->facts()[u"index"].toInt(), 100);
}

void DigitsViewTest::laysOutThousandsAtOnce()
{
    TestDigits many = *madeUp(100);
    while (many.data.size() < 60'000) {
        const std::size_t i = many.data.size() % 100;
        many.data.glyphs.push_back(many.data.glyphs[i]);
        many.data.labels.push_back(many.data.labels[i]);
    }
    m_view->setModel(m_model);
    m_view->setDigits(std::make_shared<const TestDigits>(std::move(many)));
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), kPatience);
    QCOMPARE(rows().rowCount(), 60'000);
    grid().scrollToBottom();
    QVERIFY(!grid().grab().isNull());
    QVERIFY(grid().visualRect(rows().index(59'999)).isValid());
}

void DigitsViewTest::takesOverItsState()
{
    const QJsonObject wanted{{u"order"_s, u"misread"_s}, {u"digit"_s, 4}};
    QCOMPARE(m_view->setState(wanted), QString()); // before there is anything
    QCOMPARE(m_view->state(), wanted);
    m_view->setModel(m_model);
    m_view->setDigits(m_digits);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->facts()[u"read"].isDouble(), kPatience);
    QCOMPARE(m_view->facts()[u"label"].toInt(-1), 4);
    QCOMPARE(m_view->setState({}), QString());
    QCOMPARE(m_view->state(), (QJsonObject{{u"order"_s, u"misread"_s}}));
}

void DigitsViewTest::refusesHostileStates_data()
{
    QTest::addColumn<QJsonObject>("state");
    QTest::newRow("order") << QJsonObject{{u"order"_s, u"best"_s}};
    QTest::newRow("order no text") << QJsonObject{{u"order"_s, 2}};
    QTest::newRow("order null") << QJsonObject{{u"order"_s, QJsonValue::Null}};
    QTest::newRow("digit beyond") << QJsonObject{{u"digit"_s, 10}};
    QTest::newRow("digit below") << QJsonObject{{u"digit"_s, -1}};
    QTest::newRow("digit huge") << QJsonObject{{u"digit"_s, 1e300}};
    QTest::newRow("digit in parts") << QJsonObject{{u"digit"_s, 4.5}};
    QTest::newRow("digit in words") << QJsonObject{{u"digit"_s, u"4"_s}};
    QTest::newRow("good and bad") << QJsonObject{{u"order"_s, u"all"_s}, {u"digit"_s, true}};
}

void DigitsViewTest::refusesHostileStates()
{
    QFETCH(const QJsonObject, state);
    QVERIFY(list(u"strangest"_s, 3));
    const QJsonObject before = m_view->state();
    QVERIFY(!m_view->setState(state).isEmpty());
    QCOMPARE(m_view->state(), before);
    QVERIFY(isDone());
}

void DigitsViewTest::freesItsKeysWhileHidden()
{
    QVERIFY(list(u"all"_s));
    const auto anyEnabled = [this] {
        return std::ranges::any_of(m_view->actions(), &QAction::isEnabled);
    };
    QVERIFY(anyEnabled());
    m_view->hide();
    QVERIFY(!anyEnabled());
}

} // namespace digitpad::tests

QTEST_MAIN(digitpad::tests::DigitsViewTest)
#include "digits_view_test.moc"
