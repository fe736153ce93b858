// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/digit_content.h"

#include <QCoreApplication>
#include <QLocale>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DigitContent)

public:
    static QString of(DigitSource source)
    {
        switch (source) {
        case DigitSource::MnistTest:
            return tr("Test digit %1, a %2");
        case DigitSource::MnistTraining:
            return tr("Training digit %1, a %2");
        case DigitSource::OwnSamples:
            return tr("Own sample %1, a %2");
        case DigitSource::Synthetic:
            break;
        }
        return tr("Made-up digit %1, a %2");
    }
};

} // namespace

QString digitCaption(const TestDigits& digits, std::size_t index)
{
    const QLocale locale;
    return Words::of(digits.source)
        .arg(
            locale.toString(static_cast<qulonglong>(index) + 1),
            locale.toString(uint{digits.data.labels[index]}));
}

PadContent digitContent(const TestDigits& digits, std::size_t index)
{
    return {
        .drawing = index < digits.drawings.size() ? digits.drawings[index] : Drawing(),
        .glyph = digits.data.glyphs[index],
        .caption = digitCaption(digits, index)};
}

} // namespace digitpad
