// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

namespace digitpad {

class CliOutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldKeepsALineALine()
    {
        QCOMPARE(field("plain name.png"), std::string("plain name.png"));
        QCOMPARE(field("a\tb\nc\rd\\e"), std::string("a\\tb\\nc\\rd\\\\e"));
        QCOMPARE(field("\xb1\xff"), std::string("\xb1\xff"));
        // A name that looks escaped differs from the one that it looks like.
        QVERIFY(field("a\\nb") != field("a\nb"));
    }

    void fieldCommandsNoTerminal()
    {
        QCOMPARE(field("\x1b[2J\x7f"), std::string("\\x1b[2J\\x7f"));
        QCOMPARE(field("\u0085"), std::string("\\xc2\\x85"));
        for (const char* mark :
             {"\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"}) {
            const std::string shown = field(std::string("a") + mark + 'b');
            QVERIFY2(shown.starts_with("a\\x") && shown.ends_with('b'), shown.c_str());
            QVERIFY(shown.find(mark) == std::string::npos);
        }
        // What is beside them stays: letters, joiners, dashes, and a character that is cut off.
        for (const char* text : {"王é", "\u200d", "\u2013", "\u2070", "\xe2\x80", "\xe2", "\xc2"}) {
            QCOMPARE(field(text), std::string(text));
        }
    }

    void everyStringIsValidJson()
    {
        std::string all;
        for (int byte = 1; byte < 256; ++byte) {
            all += static_cast<char>(byte);
        }
        for (const std::string& text : {std::string(), std::string("\"\\/\t\n\x7f"), all}) {
            QJsonParseError error;
            const QByteArray json = QByteArray::fromStdString('[' + jsonString(text) + ']');
            const QJsonDocument read = QJsonDocument::fromJson(json, &error);
            QCOMPARE(error.error, QJsonParseError::NoError);
            QCOMPARE(read.array().at(0).toString(), QString::fromUtf8(text.c_str()));
        }
        QCOMPARE(jsonString("\xb1"), std::string("\"\xef\xbf\xbd\""));
    }

    void numbersAreShortAndExact()
    {
        QCOMPARE(jsonNumber(0.1F), std::string("0.1"));
        QCOMPARE(jsonNumber(0.9752), std::string("0.9752"));
        QCOMPARE(jsonNumber(1.0), std::string("1"));
        QCOMPARE(jsonNumber(std::numeric_limits<double>::infinity()), std::string("null"));
        QCOMPARE(jsonNumber(std::numeric_limits<float>::quiet_NaN()), std::string("null"));
        QCOMPARE(fixed(0.99996, 4), std::string("1.0000"));
        QCOMPARE(fixed(97.5, 2), std::string("97.50"));
        QVERIFY(fixed(std::numeric_limits<double>::max(), 4).ends_with(".0000"));
    }
};

} // namespace digitpad

QTEST_GUILESS_MAIN(digitpad::CliOutputTest)
#include "cli_output_test.moc"
