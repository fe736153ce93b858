// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson.h"

#include <QTest>

using namespace digitpad;

class LessonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatATeacherWrites();
    void namesTheLineThatIsWrong_data();
    void namesTheLineThatIsWrong();
    void survivesWhatIsHostile_data();
    void survivesWhatIsHostile();
    void checksFacts_data();
    void checksFacts();
};

namespace {

const QByteArray kLesson = R"(# a comment
lesson: 1
title: {en: A title, zh_CN: 标题}
steps:
  - text:
      en: >
        Draw a
        7.
      zh_CN: 写一个 7。
    start: {page: draw, strokes: [[[1, 2], [3, 4]]]}
    look: drawPaper
    until: {draw.digit: 7, draw.confidence: ">= 0.9", training.ended: +1}
    show: {inside: {prepared: false, options: {unit: 12, name: "7"}}}
    press: trainingStart
  - text: For this class alone
)";

} // namespace

void LessonTest::readsWhatATeacherWrites()
{
    const auto lesson = readLesson(kLesson);
    QVERIFY2(lesson, qPrintable(lesson ? QString() : lesson.error().what));
    QCOMPARE(lesson->title.chinese, QStringLiteral("标题"));
    QCOMPARE(lesson->steps.size(), std::size_t{2});
    const LessonStep& step = lesson->steps[0];
    QCOMPARE(step.text.english, QStringLiteral("Draw a 7."));
    QCOMPARE(step.start[QStringLiteral("page")].toString(), QStringLiteral("draw"));
    QCOMPARE(step.until.size(), std::size_t{3});
    QVERIFY(step.until[1].test == LessonCondition::Test::AtLeast);
    QVERIFY(step.until[2].test == LessonCondition::Test::More);
    const QJsonObject inside = step.show[QStringLiteral("inside")].toObject();
    QCOMPARE(inside[QStringLiteral("prepared")], QJsonValue(false));
    QCOMPARE(inside[QStringLiteral("options")][QStringLiteral("unit")], QJsonValue(12));
    QCOMPARE(
        inside[QStringLiteral("options")][QStringLiteral("name")], QJsonValue(QStringLiteral("7")));
    QCOMPARE(step.press, QStringList{QStringLiteral("trainingStart")});
    QVERIFY(lesson->steps[1].text.english == lesson->steps[1].text.chinese);
    QVERIFY(!lesson->steps[1].canShow());
}

void LessonTest::namesTheLineThatIsWrong_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const char* from, const char* to, int line) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line;
    };
    row("no lesson", "lesson: 1", "tale: 1", 2);
    row("a newer one", "lesson: 1", "lesson: 2", 2);
    row("no title", "title: {en: A title, zh_CN: \346\240\207\351\242\230}\n", "", 2);
    row("an empty text", "For this class alone", "{en: ''}", 15);
    row("a list for a text", "For this class alone", "[a, b]", 15);
    row("a slip of the pen", "    look: drawPaper", "    lok: drawPaper", 11);
    row("twice", "    look: drawPaper", "    look: drawPaper\n    look: drawBars", 12);
    row("no page of that name is for the window to say; a part is not", "page: draw", "pages: draw",
        10);
    row("no number to compare", "\">= 0.9\"", "\">= much\"", 12);
    row("a fact that nobody tells", "draw.digit: 7", "drawn.digit: 7", 12);
    row("an empty text alone", "For this class alone", "''", 15);
    row("no number of a version", "lesson: 1", "lesson: x", 2);
    row("a list as a fact", "draw.digit: 7", "draw.digit: [7]", 12);
    row("what may not be pressed", "press: trainingStart", "press: samplesDelete", 14);
    row("broken YAML", "    look: drawPaper", "    look: [drawPaper", 12);
    row("a tab", "    look: drawPaper", "\tlook: drawPaper", 11);
    row("nothing", "unit: 12", "unit: ", 13);
}

void LessonTest::namesTheLineThatIsWrong()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const int, line);
    QVERIFY(kLesson.contains(from));
    const auto lesson = readLesson(QByteArray(kLesson).replace(from, to));
    QVERIFY(!lesson);
    QVERIFY2(
        lesson.error().line == line,
        qPrintable(QStringLiteral("%1: %2").arg(lesson.error().line).arg(lesson.error().what)));
    QVERIFY(!lesson.error().what.isEmpty());
}

void LessonTest::survivesWhatIsHostile_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no steps") << QByteArray("lesson: 1\ntitle: t\nsteps: []\n");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, ' ');
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("deep maps") << QByteArray("{a: ").repeated(100'000);
    QByteArray laughs = "lesson: 1\ntitle: t\na: &a [x,x,x,x,x,x,x,x,x,x]\n";
    for (char name = 'b'; name < 'm'; ++name) {
        laughs += QByteArray(1, name) + ": &" + name + " [";
        for (int i = 0; i < 10; ++i) {
            laughs += QByteArray("*") + char(name - 1) + ",";
        }
        laughs += "]\n";
    }
    QTest::newRow("a billion laughs") << laughs;
    QTest::newRow("a billion laughs in a state") << laughs.replace(
        "title: t\n", "title: t\nsteps:\n  - text: t\n    start:\n      inside: &z [0]\n");
    QTest::newRow("itself") << QByteArray("&a [*a]");
    QTest::newRow("itself in a step")
        << QByteArray("lesson: 1\ntitle: t\nsteps:\n  - text: t\n    start: &a {inside: *a}\n");
    QTest::newRow("invalid UTF-8") << QByteArray("lesson: \xff\xfe\n");
}

void LessonTest::survivesWhatIsHostile()
{
    QFETCH(const QByteArray, yaml);
    const auto lesson = readLesson(yaml);
    QVERIFY(!lesson);
    QVERIFY(lesson.error().line >= 1);
}

void LessonTest::checksFacts_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* condition, bool holds) {
        QTest::newRow(condition) << QByteArray(condition) << holds;
    };
    row("draw.digit: 7", true);
    row("draw.digit: 8", false);
    row("draw.digit: \"7\"", false);
    row("draw.digit: \"!= 8\"", true);
    row("draw.confidence: \">= 0.9\"", true);
    row("draw.confidence: \"> 0.95\"", false);
    row("draw.confidence: \"< 0.95\"", false);
    row("draw.confidence: \"<= 0.95\"", true);
    row("page: draw", true);
    row("draw.accepted: true", true);
    row("draw.accepted: false", false);
    row("draw.missing: 7", false);
    row("draw.missing: \"!= 7\"", false);
    row("page.digit: 7", false);
    row("training.ended: +1", true);
    row("training.ended: +2", false);
    row("training.ended: 1", true);
}

void LessonTest::checksFacts()
{
    QFETCH(const QByteArray, condition);
    QFETCH(const bool, holds);
    const auto lesson =
        readLesson("lesson: 1\ntitle: t\nsteps:\n  - text: t\n    until: {" + condition + "}\n");
    QVERIFY2(lesson, qPrintable(lesson ? QString() : lesson.error().what));
    const QJsonObject facts{
        {QStringLiteral("page"), QStringLiteral("draw")},
        {QStringLiteral("training"), QJsonObject{{QStringLiteral("ended"), 1}}},
        {QStringLiteral("draw"), QJsonObject{
                                     {QStringLiteral("digit"), 7},
                                     {QStringLiteral("confidence"), 0.95},
                                     {QStringLiteral("accepted"), true}}}};
    const QJsonObject before{
        {QStringLiteral("training"), QJsonObject{{QStringLiteral("ended"), 0}}}};
    QCOMPARE(lesson->steps[0].until[0].holds(facts, before), holds);
}

QTEST_GUILESS_MAIN(LessonTest)
#include "lesson_test.moc"
