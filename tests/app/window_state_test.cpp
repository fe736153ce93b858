// SPDX-License-Identifier: GPL-3.0-or-later
// What one window shows, opened in another: the same start for everybody.
#include "app/draw/draw_page.h"
#include "app/draw/sketch.h"
#include "app/engine_module.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/state/state_text.h"
#include "app/store/store.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace digitpad;

namespace {

/// A machine with a Digitpad on it.
struct Machine {
    QTemporaryDir folder;
    Store store{folder.filePath(QStringLiteral("runs.db"))};
    Appearance appearance{*qApp};
    Recognition recognition{loadEngine};
    MainWindow window{recognition, appearance};

    Machine()
    {
        window.resize(1280, 800);
        window.show();
        window.setStore(store);
        recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    }

    [[nodiscard]] bool isReady() const
    {
        return QTest::qWaitFor(
            [this] {
                return recognition.model() != nullptr &&
                       window.findChild<QAction*>(QStringLiteral("trainingStart")) != nullptr &&
                       window.findChild<QAction*>(QStringLiteral("trainingStart"))->isEnabled();
            },
            60'000);
    }

    [[nodiscard]] QJsonValue fact(const char* page, const char* name)
    {
        return window.facts()[QLatin1String(page)][QLatin1String(name)];
    }

    void trigger(const QString& shortcut)
    {
        for (QAction* action : window.findChildren<QAction*>()) {
            if (action->shortcut() == QKeySequence(shortcut)) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(shortcut));
    }

    [[nodiscard]] QString says() const
    {
        QString text;
        for (const QLabel* label : window.findChild<MessageBar*>()->findChildren<QLabel*>()) {
            text += label->text();
        }
        return text;
    }
};

QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class WindowStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { chooseBlasKernel(); }
    void init() { QSettings().clear(); }
    void givesTheSamePicture();
    void givesTheSameRun();
    void comesBackForEachPage_data();
    void comesBackForEachPage();
    void findsTheModel();
    void saysWhichModelIsMissing();
    void refusesWhatIsHostile_data();
    void refusesWhatIsHostile();
    void refusesOtherText();
};

void WindowStateTest::givesTheSamePicture()
{
    QString line;
    QJsonObject facts;
    {
        Machine one;
        QVERIFY(one.isReady());
        const QJsonObject state = json(
            R"({"page": "inside", "strokes": [[[280, 240, 500], [700, 230, 500], [440, 820, 500]]],
                "inside": {"view": "lab", "prepared": false, "digits": "synthetic",
                           "options": {"pruning": 0.5, "temperature": 2}}})");
        QCOMPARE(one.window.setState(state), QString());
        QTRY_VERIFY(one.fact("inside", "digit").isDouble());
        one.trigger(QStringLiteral("Ctrl+Alt+C"));
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("digitpad1.")));
        line = QGuiApplication::clipboard()->text();
        facts = one.window.facts();
    }
    QVERIFY(!line.contains(QLatin1Char('\n')));
    QSettings().clear();
    Machine other;
    QVERIFY(other.isReady());
    QGuiApplication::clipboard()->setText(line);
    other.trigger(QStringLiteral("Ctrl+Alt+V"));
    QTRY_COMPARE(
        other.fact("inside", "digit"), facts[QStringLiteral("inside")][QStringLiteral("digit")]);
    for (const char* name : {"view", "prepared", "confidence", "pruning", "temperature"}) {
        QTRY_COMPARE(
            other.fact("inside", name), facts[QStringLiteral("inside")][QLatin1String(name)]);
    }
    QTRY_COMPARE(other.fact("inside", "digits").toString(), QStringLiteral("synthetic"));
    QCOMPARE(other.window.facts()[QStringLiteral("page")].toString(), QStringLiteral("inside"));
}

void WindowStateTest::givesTheSameRun()
{
    std::vector<QJsonValue> losses;
    QString line;
    for (int machine = 0; machine < 2; ++machine) {
        QSettings().clear();
        Machine one;
        QVERIFY(one.isReady());
        if (machine == 0) {
            const QJsonObject state = json(
                R"({"page": "training", "training": {"sources": ["synthetic"], "synthetic": 400,
                    "recipe": {"network": "simple-nn", "epochs": 3, "batchSize": 32,
                               "learningRate": 0.002, "seed": 9}}})");
            QCOMPARE(one.window.setState(state), QString());
            line = stateToText(one.window.state());
        } else {
            const auto state = stateFromText(line);
            QVERIFY(state);
            QCOMPARE(one.window.setState(*state), QString());
        }
        one.window.findChild<QAction*>(QStringLiteral("trainingStart"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(one.fact("training", "ended"), QJsonValue(1), 60'000);
        QCOMPARE(one.fact("training", "epoch"), QJsonValue(3));
        losses.push_back(one.fact("training", "loss"));
        losses.push_back(one.fact("training", "accuracy"));
    }
    QVERIFY(losses[0].isDouble() && losses[1].isDouble());
    QCOMPARE(losses[0], losses[2]);
    QCOMPARE(losses[1], losses[3]);
}

void WindowStateTest::comesBackForEachPage_data()
{
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* state) { QTest::newRow(state) << QByteArray(state); };
    row(R"({"page": "draw", "strokes": [[[1, 2, 3], [500, 600, 700]]]})");
    row(R"({"page": "pictures", "strokes": []})");
    row(R"({"page": "runs", "strokes": []})");
    row(R"({"page": "samples", "strokes": []})");
    row(R"({"page": "quiz", "strokes": [], "quiz": {"mode": "fool", "digits": "synthetic",
            "rounds": 5, "seed": 77, "started": false}})");
    row(R"({"page": "inside", "strokes": [], "inside": {"view": "damage", "prepared": false,
            "digits": "synthetic", "options": {"damage": "stains", "strengths": {"stains": 2},
            "seed": 5, "models": ["in-use"]}}})");
}

void WindowStateTest::comesBackForEachPage()
{
    QFETCH(const QByteArray, state);
    const QJsonObject wanted = QJsonDocument::fromJson(state).object();
    Machine one;
    QVERIFY(one.isReady());
    QCOMPARE(one.window.setState(wanted), QString());
    QCOMPARE(one.window.state(), wanted);
}

void WindowStateTest::findsTheModel()
{
    Machine one;
    QVERIFY(one.isReady());
    QCOMPARE(
        one.window.setState({{QStringLiteral("model"), QStringLiteral("simple-nn")}}), QString());
    QTRY_COMPARE(
        one.window.facts()[QStringLiteral("network")].toString(), QStringLiteral("simple-nn"));
    QGuiApplication::clipboard()->clear();
    one.trigger(QStringLiteral("Ctrl+Alt+C"));
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("digitpad1.")));
    one.recognition.openModel(kDefaultModelFile);
    QTRY_COMPARE(
        one.window.facts()[QStringLiteral("network")].toString(), QStringLiteral("convnet"));
    one.trigger(QStringLiteral("Ctrl+Alt+V"));
    QTRY_COMPARE(
        one.window.facts()[QStringLiteral("network")].toString(), QStringLiteral("simple-nn"));
}

void WindowStateTest::saysWhichModelIsMissing()
{
    Machine one;
    QVERIFY(one.isReady());
    const QJsonObject model{
        {QStringLiteral("name"), QStringLiteral("my own")},
        {QStringLiteral("sha256"), QStringLiteral("00")}};
    QCOMPARE(one.window.setState({{QStringLiteral("model"), model}}), QString());
    QTRY_VERIFY(one.says().contains(QStringLiteral("my own")));
    QCOMPARE(one.window.facts()[QStringLiteral("network")].toString(), QStringLiteral("convnet"));
}

void WindowStateTest::refusesWhatIsHostile_data()
{
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char* state) { QTest::newRow(state) << QByteArray(state); };
    row(R"({"page": "nowhere"})");
    row(R"({"page": 3})");
    row(R"({"strokes": [[[0, 5000]]]})");
    row(R"({"strokes": "all"})");
    row(R"({"model": "../../etc/passwd"})");
    row(R"({"model": 7})");
    row(R"({"inside": []})");
    row(R"({"inside": {"view": "nothing"}})");
    row(R"({"inside": {"digits": "/dev/zero"}})");
    row(R"({"inside": {"view": "lab", "options": {"pruning": 1e300}}})");
    row(R"({"inside": {"view": "lab", "options": 5}})");
    row(R"({"inside": {"glyph": "AAAA"}})");
    row(R"({"inside": {"glyph": "f____3jaAwAAAAAB"}})");
    row(R"({"training": {"sources": ["everything"]}})");
    row(R"({"training": {"sources": "mnist"}})");
    row(R"({"training": {"synthetic": 1e12}})");
    row(R"({"training": {"synthetic": -1}})");
    row(R"({"training": {"recipe": {"network": "gpt"}}})");
    row(R"({"training": {"recipe": {"epochs": 0}}})");
    row(R"({"training": {"recipe": {"learningRate": -1}}})");
    row(R"({"training": {"recipe": {"hiddenUnits": 4}}})");
    row(R"({"training": {"recipe": {"seed": 1e300}}})");
    row(R"({"training": {"recipe": []}})");
    row(R"({"quiz": {"rounds": 0}})");
    row(R"({"quiz": {"mode": "win"}})");
    row(R"({"quiz": 7})");
    row(R"({"runs": {"compare": -3}})");
    row(R"({"runs": {"compare": 1e9}})");
}

void WindowStateTest::refusesWhatIsHostile()
{
    QFETCH(const QByteArray, state);
    Machine one;
    const QJsonObject before = one.window.state();
    QVERIFY(!one.window.setState(QJsonDocument::fromJson(state).object()).isEmpty());
    QCOMPARE(one.window.state(), before);
}

void WindowStateTest::refusesOtherText()
{
    Machine one;
    QVERIFY(one.isReady());
    const QJsonObject before = one.window.state();
    QGuiApplication::clipboard()->setText(QStringLiteral("see you at eight"));
    one.trigger(QStringLiteral("Ctrl+Alt+V"));
    QVERIFY(one.says().contains(QStringLiteral("digitpad1.")));
    QCOMPARE(one.window.state(), before);
}

QTEST_MAIN(WindowStateTest)
#include "window_state_test.moc"
