// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/number_words.h"

#include "app/draw/percent.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NumberWords)

public:
    static QString sure() { return tr("%1 sure"); }
    static QString letter() { return tr("This may be a letter"); }
    static QString notAllDigits() { return tr("Not sure that all of these are digits"); }
    static QString notADigit() { return tr("Not sure this is a digit"); }
};

} // namespace

std::vector<NumberDigit> digitsOf(const Number& number)
{
    std::vector<NumberDigit> digits;
    for (const auto& line : number.lines) {
        digits.insert(digits.end(), line.begin(), line.end());
    }
    return digits;
}

QString digitsText(const Number& number, const QLocale& locale)
{
    QStringList lines;
    for (const auto& line : number.lines) {
        QString text;
        for (const NumberDigit& digit : line) {
            text += locale.toString(digit.prediction.digit());
        }
        lines.append(text);
    }
    return lines.join(QLatin1Char('\n'));
}

QString captionOf(const Number& number, const QLocale& locale)
{
    if (number.accepted()) {
        return Words::sure().arg(percentText(number.confidence(), locale));
    }
    return number.isLetterLike       ? Words::letter()
           : number.digitCount() > 1 ? Words::notAllDigits()
                                     : Words::notADigit();
}

QRectF boxOf(const NumberDigit& digit)
{
    return {QPointF(digit.box.left, digit.box.top), QPointF(digit.box.right, digit.box.bottom)};
}

} // namespace digitpad
