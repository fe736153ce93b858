// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/quiz_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/glyph_view.h"
#include "app/quiz/fool_task.h"
#include "app/quiz/vote_bars.h"
#include "app/quiz/votes.h"
#include "app/recognition/recognition.h"
#include "app/store/database.h"
#include "app/store/samples.h"
#include "app/store/store.h"
#include "core/data/synthetic.h"
#include "tests/app/fake_engine.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <set>

using namespace digitpad;

namespace {

Result<std::shared_ptr<const Engine>> fakeEngine()
{
    return std::make_shared<tests::FakeEngine>();
}

/// Remembers whether it was ever asked on the GUI's thread.
class WatchedModel : public tests::FakeModel {
public:
    using FakeModel::FakeModel;

    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        wasOnGuiThread =
            wasOnGuiThread || QThread::currentThread() == QCoreApplication::instance()->thread();
        return FakeModel::read(glyphs);
    }

    mutable std::atomic<bool> wasOnGuiThread = false;
};

const Drawing kStroke = {{{.position = {0.4, 0.2}}, {.position = {0.5, 0.8}}}};

QJsonObject guessing(int seed, int rounds = 5)
{
    return {
        {QStringLiteral("mode"), QStringLiteral("guess")},
        {QStringLiteral("digits"), QStringLiteral("synthetic")},
        {QStringLiteral("rounds"), rounds},
        {QStringLiteral("seed"), seed},
        {QStringLiteral("started"), true}};
}

QJsonObject fooling(int seed)
{
    QJsonObject state = guessing(seed);
    state[QStringLiteral("mode")] = QStringLiteral("fool");
    return state;
}

} // namespace

class QuizPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void countsVotes();
    void drawsTasksBySeed();
    void saysWhyItCannotBegin();
    void playsGuessesToTheEnd();
    void takesVotesFromClicks();
    void asksTheSameForASeed();
    void makesDigitsUpWhereThereIsNoMnist();
    void needsOwnSamples();
    void leadsInside();
    void playsAFoolingTask();
    void isNotFooledByWhatIsNoDigit();
    void givesUpATask();
    void beginsAnotherOne();
    void endsEarly();
    void readsOffTheGuiThread();
    void beginsAnewWithAnotherModelUnlessItGoesOn();
    void givesItsStateAndTakesItBack();
    void refusesStates_data();
    void refusesStates();
    void leavesItsKeysToThePageOnScreen();
    void fits_data();
    void fits();

private:
    template <class Part> Part& part(const char* name)
    {
        return *m_page->findChild<Part*>(QString::fromLatin1(name));
    }
    QAction& action(const char* name) { return part<QAction>(name); }
    QJsonValue fact(const char* name) { return m_page->facts()[QLatin1String(name)]; }
    QString stage() { return fact("stage").toString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(m_page->window(), key, with);
    }
    void use(std::shared_ptr<const Model> model);
    void start(const QJsonObject& state);
    void openStoreWith(std::size_t samples);
    QString misfit(const QSize& size);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Recognition> m_recognition;
    std::unique_ptr<QuizPage> m_page;
};

void QuizPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings().setValue(QStringLiteral("training/folder"), m_folder->path()); // without MNIST
    m_recognition = std::make_unique<Recognition>(fakeEngine);
    m_page = std::make_unique<QuizPage>(*m_recognition);
    m_page->resize(1024, 660);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void QuizPageTest::cleanup()
{
    m_page.reset();
    m_recognition.reset();
    m_store.reset();
    QSettings().clear();
}

void QuizPageTest::use(std::shared_ptr<const Model> model)
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(std::move(model), QStringLiteral("fake"));
    QVERIFY(changed.wait());
}

void QuizPageTest::start(const QJsonObject& state)
{
    if (m_recognition->model() == nullptr) {
        use(std::make_shared<tests::FakeModel>(7));
    }
    QCOMPARE(m_page->setState(state), QString());
    QTRY_VERIFY(stage() == QStringLiteral("asking") || stage() == QStringLiteral("drawing"));
}

void QuizPageTest::openStoreWith(std::size_t samples)
{
    const QString file = m_folder->filePath(QStringLiteral("store.sqlite"));
    {
        const auto database = Database::open(file);
        QVERIFY(database);
        const Dataset digits = syntheticDigits(samples, 5);
        std::vector<NewSample> all;
        for (std::size_t i = 0; i < samples; ++i) {
            Drawing drawing = kStroke;
            drawing[0][0].position.rx() += 0.01 * static_cast<qreal>(i);
            all.push_back(
                {.label = digits.labels[i],
                 .writer = {},
                 .glyph = digits.glyphs[i],
                 .drawing = drawing,
                 .picture = {},
                 .reading = {}});
        }
        QVERIFY(Samples(**database).add(all));
    }
    m_store = std::make_unique<Store>(file);
    m_page->setStore(*m_store);
}

void QuizPageTest::countsVotes()
{
    Votes votes;
    QVERIFY(!votes.answer());
    votes.cast(4);
    votes.cast(9);
    QVERIFY(!votes.answer()); // as many for another
    votes.cast(9);
    QCOMPARE(votes.answer(), 9);
    QCOMPARE(votes.total(), 3U);
    QCOMPARE(votes.counts()[9], 2);
    votes.takeBack();
    votes.takeBack();
    QCOMPARE(votes.answer(), 4);
}

void QuizPageTest::drawsTasksBySeed()
{
    QCOMPARE(foolTasks(5, 3), foolTasks(5, 3));
    QVERIFY(foolTasks(5, 3) != foolTasks(5, 4));
    std::set<std::pair<int, int>> all;
    for (const FoolTask& task : foolTasks(kFoolTasks, 1)) {
        QVERIFY(task.drawn != task.readAs);
        all.insert({task.drawn, task.readAs});
    }
    QCOMPARE(all.size(), kFoolTasks);
}

void QuizPageTest::saysWhyItCannotBegin()
{
    QVERIFY(!action("quizStart").isEnabled());
    QCOMPARE(part<QLabel>("quizNote").text(), QStringLiteral("Getting ready…"));
    QCOMPARE(m_page->setState(guessing(1)), QString());
    QCOMPARE(stage(), QStringLiteral("loading")); // it begins by itself
    use(std::make_shared<tests::FakeModel>(7));
    QTRY_COMPARE(stage(), QStringLiteral("asking"));

    Recognition broken([]() -> Result<std::shared_ptr<const Engine>> {
        return std::unexpected(Error{
            .code = ErrorCode::EngineUnavailable, .detail = "libtorch.so is missing", .file = {}});
    });
    m_page = std::make_unique<QuizPage>(broken);
    m_page->show();
    broken.start(QStringLiteral("any"), QStringLiteral("auto"));
    QTRY_VERIFY(part<QLabel>("quizNote").text().contains(QStringLiteral("libtorch.so is missing")));
    QVERIFY(action("quizStart").toolTip().contains(QStringLiteral("libtorch.so is missing")));
    m_page.reset();
}

void QuizPageTest::playsGuessesToTheEnd()
{
    start(guessing(7));
    int classScore = 0;
    int networkScore = 0;
    for (int round = 1; round <= 5; ++round) {
        QCOMPARE(fact("round"), QJsonValue(round));
        press(Qt::Key_4);
        press(Qt::Key_4);
        press(Qt::Key_9);
        QCOMPARE(fact("votes"), QJsonValue(3));
        QVERIFY(part<VoteBars>("quizVotes")
                    .accessibleDescription()
                    .startsWith(QStringLiteral("4: 2 vote")));
        press(Qt::Key_Backspace);
        QCOMPARE(fact("votes"), QJsonValue(2));
        QVERIFY(
            part<AnswerView>("quizTruth").isHidden() || !part<AnswerView>("quizTruth").isVisible());
        press(Qt::Key_Return);
        QCOMPARE(fact("shown"), QJsonValue(true));
        QVERIFY(part<AnswerView>("quizTruth").isVisible());
        QCOMPARE(part<AnswerView>("quizClassAnswer").digits(), QStringLiteral("4"));
        QCOMPARE(part<AnswerView>("quizNetworkAnswer").digits(), QStringLiteral("7"));
        const QString truth = part<AnswerView>("quizTruth").digits();
        classScore += truth == QStringLiteral("4") ? 1 : 0;
        networkScore += truth == QStringLiteral("7") ? 1 : 0;
        QCOMPARE(fact("classScore"), QJsonValue(classScore));
        QCOMPARE(fact("networkScore"), QJsonValue(networkScore));
        QVERIFY(part<QLabel>("quizStatus").accessibleName().contains(truth)); // is said
        press(Qt::Key_5);                                                     // too late
        QCOMPARE(fact("votes"), QJsonValue(2));
        press(Qt::Key_Enter);
    }
    QCOMPARE(stage(), QStringLiteral("done"));
    QVERIFY(part<QLabel>("quizFinalScore").text().contains(QString::number(networkScore)));
    // Nobody can have been right with both 4 and 7.
    QCOMPARE(part<QListWidget>("quizMemories").count(), 5);
}

void QuizPageTest::takesVotesFromClicks()
{
    start(guessing(7));
    auto& bars = part<VoteBars>("quizVotes");
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.column(6).center().toPoint());
    QCOMPARE(fact("votes"), QJsonValue(1));
    press(Qt::Key_Return);
    QCOMPARE(part<AnswerView>("quizClassAnswer").digits(), QStringLiteral("6"));
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.column(6).center().toPoint());
    QCOMPARE(fact("votes"), QJsonValue(1));
    press(Qt::Key_Return);

    press(Qt::Key_Return); // nobody has voted
    QCOMPARE(part<AnswerView>("quizClassAnswer").digits(), QStringLiteral("–"));
    QVERIFY(part<AnswerView>("quizClassAnswer").caption().contains(QStringLiteral("no votes")));
    press(Qt::Key_Return);
    press(Qt::Key_1);
    press(Qt::Key_2);
    press(Qt::Key_Return);
    QVERIFY(part<AnswerView>("quizClassAnswer").caption().contains(QStringLiteral("divided")));
}

void QuizPageTest::asksTheSameForASeed()
{
    const auto digitsOf = [this](int seed) {
        start(guessing(seed));
        std::vector<Glyph> glyphs;
        for (int round = 0; round < 5; ++round) {
            glyphs.push_back(part<GlyphView>("quizDigit").glyphs().front());
            press(Qt::Key_Return);
            press(Qt::Key_Return);
        }
        return glyphs;
    };
    const auto seven = digitsOf(7);
    const auto eight = digitsOf(8);
    QVERIFY(seven != eight);
    QVERIFY(digitsOf(7) == seven);
}

void QuizPageTest::makesDigitsUpWhereThereIsNoMnist()
{
    QSignalSpy said(m_page.get(), &QuizPage::message);
    QJsonObject state = guessing(1);
    state[QStringLiteral("digits")] = QStringLiteral("mnist-test");
    start(state);
    QCOMPARE(said.size(), 1);
    QVERIFY(said[0][0].toString().contains(QStringLiteral("made up")));
}

void QuizPageTest::needsOwnSamples()
{
    use(std::make_shared<tests::FakeModel>(7));
    openStoreWith(0);
    QJsonObject state = guessing(1);
    state[QStringLiteral("digits")] = QStringLiteral("own-samples");
    QCOMPARE(m_page->setState(state), QString());
    QTRY_VERIFY(part<QLabel>("quizNote").text().contains(QStringLiteral("no own samples yet")));
    QCOMPARE(stage(), QStringLiteral("start"));
    QVERIFY(action("quizStart").isEnabled());

    QSignalSpy said(m_page.get(), &QuizPage::message);
    m_store.reset();
    openStoreWith(3);
    start(state);
    QCOMPARE(fact("rounds"), QJsonValue(3));
    QCOMPARE(said.size(), 1);
}

void QuizPageTest::leadsInside()
{
    openStoreWith(3);
    QJsonObject state = guessing(1);
    state[QStringLiteral("digits")] = QStringLiteral("own-samples");
    start(state);
    for (int round = 0; round < 3; ++round) {
        press(Qt::Key_Return);
        press(Qt::Key_Return);
    }
    QCOMPARE(stage(), QStringLiteral("done"));
    QSignalSpy look(m_page.get(), &QuizPage::look);
    auto& memories = part<QListWidget>("quizMemories");
    QVERIFY(memories.count() > 0);
    const QRect first = memories.visualItemRect(memories.item(0));
    QTest::mouseClick(memories.viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(look.size(), 1);
    const auto content = look[0][0].value<PadContent>();
    QCOMPARE(content.drawing.size(), 1); // the strokes of the sample
    QVERIFY(!content.glyph.isBlank());
    QVERIFY(content.caption.startsWith(QStringLiteral("Own samples")));
}

void QuizPageTest::playsAFoolingTask()
{
    const FoolTask task = foolTasks(5, 3).front();
    use(std::make_shared<tests::FakeModel>(task.readAs));
    start(fooling(3));
    QCOMPARE(fact("draw"), QJsonValue(task.drawn));
    QVERIFY(part<QLabel>("quizGoal").text().contains(QString::number(task.readAs)));
    QVERIFY(!action("quizYes").isEnabled());

    auto& paper = part<Canvas>("quizPaper");
    const QPoint middle = paper.rect().center();
    QTest::mousePress(&paper, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&paper, middle + QPoint(40, 40));
    QTRY_COMPARE(fact("fooled"), QJsonValue(true));
    QVERIFY(!action("quizYes").isEnabled()); // not before the pen rests
    QTest::mouseRelease(&paper, Qt::LeftButton, {}, middle + QPoint(60, 60));
    QTRY_VERIFY(action("quizYes").isEnabled());
    press(Qt::Key_N);
    QVERIFY(!action("quizYes").isEnabled());
    QCOMPARE(fact("classScore"), QJsonValue(0));

    paper.insert(kStroke); // it is asked again of another drawing
    QTRY_VERIFY(action("quizYes").isEnabled());
    press(Qt::Key_Y);
    QCOMPARE(fact("isDone"), QJsonValue(true));
    QCOMPARE(fact("classScore"), QJsonValue(1));
    QVERIFY(!paper.isEnabled());
    press(Qt::Key_Return);
    QCOMPARE(fact("round"), QJsonValue(2));
    QVERIFY(paper.isEmpty() && paper.isEnabled());
    QVERIFY(!action("quizUndo").isEnabled()); // the last drawing does not come back
}

void QuizPageTest::isNotFooledByWhatIsNoDigit()
{
    const FoolTask task = foolTasks(5, 3).front();
    use(std::make_shared<tests::FakeModel>(task.readAs, "cpu", 0.2F));
    start(fooling(3));
    part<Canvas>("quizPaper").insert(kStroke);
    QTRY_COMPARE(
        part<AnswerView>("quizFoolAnswer").caption(), QStringLiteral("Not sure this is a digit"));
    QVERIFY(!fact("fooled").toBool());
    QVERIFY(!action("quizYes").isEnabled());
}

void QuizPageTest::givesUpATask()
{
    start(fooling(3));
    press(Qt::Key_Return);
    QCOMPARE(fact("networkScore"), QJsonValue(1));
    for (int task = 0; task < 4; ++task) {
        press(Qt::Key_Return);
    }
    QCOMPARE(stage(), QStringLiteral("done"));
    QVERIFY(part<QLabel>("quizFinalScore").text().contains(QStringLiteral("0 : 5")));
    QVERIFY(!part<QListWidget>("quizMemories").isVisible());
}

void QuizPageTest::beginsAnotherOne()
{
    start(fooling(3));
    for (int task = 0; task < 5; ++task) {
        press(Qt::Key_Return);
    }
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(stage(), QStringLiteral("start"));
    QCOMPARE(m_page->state()[QLatin1String("seed")], QJsonValue(4));
    press(Qt::Key_Return);
    QCOMPARE(fact("draw"), QJsonValue(foolTasks(5, 4).front().drawn));
}

void QuizPageTest::endsEarly()
{
    start(guessing(1));
    press(Qt::Key_3);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(stage(), QStringLiteral("start"));
    QVERIFY(!action("quizEnd").isEnabled());
    press(Qt::Key_Return);
    QTRY_COMPARE(stage(), QStringLiteral("asking"));
    QCOMPARE(fact("votes"), QJsonValue(0));
}

void QuizPageTest::readsOffTheGuiThread()
{
    const auto model = std::make_shared<WatchedModel>(7);
    use(model);
    start(guessing(1));
    start(fooling(1));
    part<Canvas>("quizPaper").insert(kStroke);
    QTRY_COMPARE(part<AnswerView>("quizFoolAnswer").digits(), QStringLiteral("7"));
    QVERIFY(!model->wasOnGuiThread);
}

void QuizPageTest::beginsAnewWithAnotherModelUnlessItGoesOn()
{
    start(guessing(1));
    use(std::make_shared<tests::FakeModel>(3));
    QTRY_COMPARE(stage(), QStringLiteral("asking"));
    press(Qt::Key_Return);
    QCOMPARE(part<AnswerView>("quizNetworkAnswer").digits(), QStringLiteral("3"));
    press(Qt::Key_Return);
    use(std::make_shared<tests::FakeModel>(5));
    QCOMPARE(stage(), QStringLiteral("asking"));
    QCOMPARE(fact("round"), QJsonValue(2));
    press(Qt::Key_Return);
    QCOMPARE(part<AnswerView>("quizNetworkAnswer").digits(), QStringLiteral("3"));
}

void QuizPageTest::givesItsStateAndTakesItBack()
{
    QJsonObject state = guessing(123456, 20);
    QVERIFY(m_page->setState({{QStringLiteral("seed"), 9}}).isEmpty()); // parts may be missing
    QCOMPARE(m_page->state()[QLatin1String("seed")], QJsonValue(9));
    QVERIFY(!m_page->state()[QLatin1String("started")].toBool());
    start(state);
    QCOMPARE(m_page->state(), state);
    state = fooling(77);
    start(state);
    QCOMPARE(m_page->state(), state);
}

void QuizPageTest::refusesStates_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char* name, const QJsonValue& value) {
        QTest::addRow("%s %s", name, qPrintable(value.toVariant().toString().left(20)))
            << QString::fromLatin1(name) << value;
    };
    for (const char* name : {"mode", "digits", "rounds", "seed", "started"}) {
        add(name, QJsonValue(QJsonValue::Null));
        add(name, QJsonArray{1, 2});
        add(name, QJsonObject{{QStringLiteral("a"), 1}});
        add(name, QString(100'000, QLatin1Char('x')));
        add(name, -1);
        add(name, 1.5);
        add(name, 1e300);
    }
    add("digits", QStringLiteral("mnist-training"));
    add("rounds", 11);
    add("seed", 1'000'000);
    add("mode", true);
}

void QuizPageTest::refusesStates()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, value);
    use(std::make_shared<tests::FakeModel>(7));
    const QJsonObject before = m_page->state();
    QJsonObject state = guessing(5, 20);
    state[name] = value;
    const QString refused = m_page->setState(state);
    QVERIFY(!refused.isEmpty());
    QVERIFY(refused.size() < 200);
    QCOMPARE(m_page->state(), before);
    QCOMPARE(stage(), QStringLiteral("start"));
}

void QuizPageTest::leavesItsKeysToThePageOnScreen()
{
    start(guessing(1));
    m_page->hide();
    for (const QAction* action : m_page->findChildren<QAction*>()) {
        QVERIFY2(!action->isEnabled() || action->shortcut().isEmpty(), qPrintable(action->text()));
    }
    m_page->show();
    QVERIFY(action("quizShow").isEnabled());
    QVERIFY(!action("quizStart").isEnabled()); // has the same key
}

void QuizPageTest::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024×768") << QSize(1024, 640);
    QTest::newRow("1920×1080") << QSize(1920, 950);
    QTest::newRow("200 %") << QSize(960, 440);
}

/// What does not fit on the pane that is shown; empty: all does.
QString QuizPageTest::misfit(const QSize& size)
{
    m_page->resize(size);
    QCoreApplication::processEvents(); // layouts wait for it
    const auto* pane = m_page->findChild<QStackedWidget*>()->currentWidget();
    if (m_page->size() != size || pane->size() != size) {
        return QStringLiteral("the page is larger");
    }
    for (const auto* child : pane->findChildren<QWidget*>()) {
        bool isPart = false; // of a list, which scrolls, or of a field
        for (const auto* in = child->parentWidget(); in != pane; in = in->parentWidget()) {
            isPart = isPart || in->inherits("QFrame") || in->inherits("QComboBox") ||
                     in->inherits("QAbstractSpinBox");
        }
        if (isPart || !child->isVisible()) {
            continue;
        }
        const QString name = child->objectName() + QLatin1Char(' ') +
                             QString::fromLatin1(child->metaObject()->className());
        const QRect where(child->mapTo(pane, QPoint()), child->size());
        const auto* label = qobject_cast<const QLabel*>(child);
        if (!pane->rect().contains(where)) {
            return name + QStringLiteral(" is outside");
        }
        if (label != nullptr && label->wordWrap() &&
            label->height() < label->heightForWidth(label->width())) {
            return label->text();
        }
        const bool isFree = label != nullptr && label->wordWrap();
        if (!isFree && (child->width() < child->minimumSizeHint().width() ||
                        child->height() < child->minimumSizeHint().height())) {
            return name + QStringLiteral(" is cut");
        }
    }
    return {};
}

void QuizPageTest::fits()
{
    QFETCH(const QSize, size);
    const QString none;
    QCOMPARE(misfit(size), none);
    start(guessing(1));
    press(Qt::Key_1);
    QCOMPARE(misfit(size), none);
    press(Qt::Key_Return);
    QCOMPARE(misfit(size), none);
    start(fooling(1));
    part<Canvas>("quizPaper").insert(kStroke);
    QCOMPARE(misfit(size), none);
    for (int task = 0; task < 5; ++task) {
        press(Qt::Key_Return);
    }
    QCOMPARE(stage(), QStringLiteral("done"));
    QCOMPARE(misfit(size), none);
}

QTEST_MAIN(QuizPageTest)
#include "quiz_page_test.moc"
