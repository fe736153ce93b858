// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/state_text.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace digitpad;

class StateTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void survivesAMail();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();
    void keepsStrokes();
    void keepsGlyphs();
    void refusesWhatIsNoDrawing_data();
    void refusesWhatIsNoDrawing();

private:
    const QJsonObject m_state{
        {QStringLiteral("page"), QStringLiteral("inside")},
        {QStringLiteral("strokes"), QJsonArray{QJsonArray{QJsonArray{1, 2, 500}}}}};
};

void StateTextTest::comesBackAsItWas()
{
    const QString text = stateToText(m_state);
    QVERIFY(!text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char(' ')));
    const auto back = stateFromText(text);
    QVERIFY(back);
    QCOMPARE(*back, m_state);
}

void StateTextTest::survivesAMail()
{
    QString text = stateToText(m_state);
    text.insert(20, QStringLiteral("\r\n  "));
    text.insert(30, QChar(0x200b)); // a blank of no width, as some chat programs put in
    const auto back = stateFromText(QStringLiteral("\n ") + text + QLatin1Char('\n'));
    QVERIFY2(back, qPrintable(back ? QString() : back.error()));
    QCOMPARE(*back, m_state);
}

void StateTextTest::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const QString good = stateToText(m_state);
    const QString damaged = QStringLiteral("damaged");
    QTest::newRow("nothing") << QString() << QStringLiteral("digitpad1.");
    QTest::newRow("something else")
        << QStringLiteral("https://example.org") << QStringLiteral("digitpad1.");
    QTest::newRow("newer") << QStringLiteral("digitpad2.AAAA") << QStringLiteral("newer");
    QTest::newRow("only the beginning") << QStringLiteral("digitpad1.") << damaged;
    QTest::newRow("no base64") << QStringLiteral("digitpad1.§§§§") << damaged;
    QTest::newRow("cut off") << good.left(good.size() - 5) << damaged;
    QString changed = good;
    changed[25] = changed[25] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
    QTest::newRow("changed") << changed << damaged;
    QTest::newRow("too long") << QString(5 * 1024 * 1024, QLatin1Char('A'))
                              << QStringLiteral("too long");
}

void StateTextTest::refusesWhatIsDamaged()
{
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const auto state = stateFromText(text);
    QVERIFY(!state);
    QVERIFY2(state.error().contains(says), qPrintable(state.error()));
}

void StateTextTest::keepsStrokes()
{
    const Drawing drawing = {
        {{.position = {0, 1}, .pressure = 0.25}, {.position = {0.5, 0.125}, .pressure = 1}},
        {{.position = {1, 0}, .pressure = 0.5}}};
    QCOMPARE(strokesFromJson(strokesToJson(drawing)), std::optional(drawing));
    QCOMPARE(strokesFromJson(QJsonArray()), std::optional(Drawing()));
}

void StateTextTest::keepsGlyphs()
{
    Glyph glyph;
    for (int i = 0; i < Glyph::kSide; ++i) {
        glyph.set(i, i, static_cast<std::uint8_t>(i * 9));
    }
    const QString text = glyphToText(glyph);
    QCOMPARE(glyphFromText(text), std::optional(glyph));
    QVERIFY(!glyphFromText({}));
    QVERIFY(!glyphFromText(text.left(text.size() / 2)));
    QVERIFY(!glyphFromText(QStringLiteral("/////w==")));
    QVERIFY(!glyphFromText(QString(5'000, QLatin1Char('A'))));
}

void StateTextTest::refusesWhatIsNoDrawing_data()
{
    QTest::addColumn<QJsonValue>("strokes");
    const auto row = [](const char* name, const QByteArray& json) {
        QTest::newRow(name) << QJsonDocument::fromJson("{\"a\":" + json + "}")[QStringLiteral("a")];
    };
    row("a number", "7");
    row("a point alone", "[[1, 2]]");
    row("an empty stroke", "[[]]");
    row("beside the paper", "[[[1, 1001]]]");
    row("below zero", "[[[-1, 1]]]");
    row("huge", "[[[1e300, 1]]]");
    row("texts", "[[[\"1\", \"2\"]]]");
    row("four numbers", "[[[1, 2, 3, 4]]]");
    row("one number", "[[[1]]]");
    QByteArray many = "[[";
    for (int i = 0; i <= 100'000; ++i) {
        many += i > 0 ? ",[1,2]" : "[1,2]";
    }
    row("too many points", many + "]]");
}

void StateTextTest::refusesWhatIsNoDrawing()
{
    QFETCH(const QJsonValue, strokes);
    QVERIFY(!strokesFromJson(strokes));
}

QTEST_GUILESS_MAIN(StateTextTest)
#include "state_text_test.moc"
