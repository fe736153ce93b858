// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QTest>

#include <array>
#include <limits>

namespace digitpad {

namespace {

constexpr std::array kOptions = {
    Option{"--count", "N", ""}, Option{"--rate", "X", ""}, Option{"--json", nullptr, ""}};

Arguments parse(const std::vector<const char*>& arguments, bool takesFiles = true)
{
    return {arguments, kOptions, takesFiles};
}

} // namespace

class CliArgumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void optionsAndFilesInAnyOrder()
    {
        const Arguments arguments =
            parse({"b.png", "--count", "3", "a.png", "--json", "--rate=0.5", "--", "--json", "-x"});
        QCOMPARE(arguments.files(), (std::vector<std::string>{"b.png", "a.png", "--json", "-x"}));
        QVERIFY(arguments.has("--json"));
        QCOMPARE(arguments.value("--count"), std::optional<std::string>("3"));
        QCOMPARE(arguments.positiveNumber("--rate", 1, 10), 0.5);
    }

    void valuesKeepTheirBytes()
    {
        const Arguments arguments = parse({"--count=a=b", "gbk\xb1\n.png"});
        QCOMPARE(arguments.value("--count"), std::optional<std::string>("a=b"));
        QCOMPARE(arguments.files().front(), std::string("gbk\xb1\n.png"));
        QCOMPARE(arguments.value("--rate"), std::nullopt);
        QCOMPARE(arguments.value("--rate", "1"), std::string("1"));
    }

    void wrongUsageIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char* name, const char* arguments) {
            QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char('|'));
        };
        row("unknown", "--colour");
        row("unknown, short", "-j");
        row("abbreviated", "--js");
        row("value missing at the end", "--count");
        row("value missing before an option", "--count|--json");
        row("value empty", "--count|");
        row("value empty, attached", "--count=");
        row("switch with a value", "--json=1");
        row("twice", "--count|1|--count|1");
        row("switch twice", "--json|--json");
        row("standard input", "-");
        row("standard input after --", "--|-");
        row("standard input as a value", "--count|-");
        row("file without a name", "");
    }
    void wrongUsageIsRefused()
    {
        QFETCH(const QStringList, arguments);
        std::vector<std::string> bytes;
        std::vector<const char*> pointers;
        bytes.reserve(static_cast<std::size_t>(arguments.size()));
        for (const QString& argument : arguments) {
            pointers.push_back(bytes.emplace_back(argument.toStdString()).c_str());
        }
        QVERIFY_THROWS_EXCEPTION(UsageError, parse(pointers));
    }

    void filesWhereNoneAreTaken() { QVERIFY_THROWS_EXCEPTION(UsageError, parse({"a.png"}, false)); }

    void wholeNumbers()
    {
        const auto number = [](const char* text) {
            return parse({"--count", text}).wholeNumber("--count", 1, 2, 40);
        };
        QCOMPARE(parse({}).wholeNumber("--count", 1, 2, 40), std::uint64_t{1});
        QCOMPARE(number("2"), std::uint64_t{2});
        QCOMPARE(number("40"), std::uint64_t{40});
        for (const char* text :
             {"1", "41", "-3", "+3", " 3", "3 ", "3.0", "0x3", "three", "3,0",
              "99999999999999999999"}) {
            QVERIFY_THROWS_EXCEPTION(UsageError, number(text));
        }
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        QCOMPARE(
            parse({"--count", "18446744073709551615"}).wholeNumber("--count", 1, 0, kMost), kMost);
    }

    void positiveNumbers()
    {
        const auto number = [](const char* text) {
            return parse({"--rate", text}).positiveNumber("--rate", 1, 10);
        };
        QCOMPARE(parse({}).positiveNumber("--rate", 0.5, 10), 0.5);
        QCOMPARE(number("1e-3"), 0.001);
        QCOMPARE(number("10"), 10.0);
        for (const char* text :
             {"0", "-1", "10.01", "nan", "inf", "-inf", "1e999", "0,1", "1x", "one"}) {
            QVERIFY_THROWS_EXCEPTION(UsageError, number(text));
        }
    }

    void numbersInARange()
    {
        const auto number = [](const char* text) {
            return parse({"--rate", text}).number("--rate", 0.5, 0, 0.9);
        };
        QCOMPARE(parse({}).number("--rate", 0.5, 0, 0.9), 0.5);
        QCOMPARE(number("0"), 0.0);
        QCOMPARE(number("0.9"), 0.9);
        for (const char* text : {"-0.1", "0.91", "nan", "inf", "0,1", "1x", "off"}) {
            QVERIFY_THROWS_EXCEPTION(UsageError, number(text));
        }
    }

    void onOrOff()
    {
        const auto isOn = [](const char* text) {
            return parse({"--rate", text}).isOn("--rate", true);
        };
        QVERIFY(parse({}).isOn("--rate", true));
        QVERIFY(!parse({}).isOn("--rate", false));
        QVERIFY(isOn("on"));
        QVERIFY(!isOn("off"));
        for (const char* text : {"On", "yes", "1", "on "}) {
            QVERIFY_THROWS_EXCEPTION(UsageError, isOn(text));
        }
    }

    void helpIsFoundBeforeAnythingElse()
    {
        const auto asks = [](const std::vector<const char*>& arguments) {
            return Arguments::askForHelp(arguments);
        };
        QVERIFY(asks({"--nonsense", "--help"}));
        QVERIFY(asks({"-h"}));
        QVERIFY(!asks({"a.png", "--", "--help"}));
        QVERIFY(!asks({}));
    }
};

} // namespace digitpad

QTEST_GUILESS_MAIN(digitpad::CliArgumentsTest)
#include "cli_arguments_test.moc"
