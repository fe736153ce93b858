// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/rate_box.h"

#include <QLocale>

namespace digitpad {

RateBox::RateBox(QWidget* parent) : QDoubleSpinBox(parent)
{
    setDecimals(6);
}

QString RateBox::textFromValue(double value) const
{
    QString text = QDoubleSpinBox::textFromValue(value);
    const QString point = locale().decimalPoint();
    while (text.contains(point) && text.endsWith(locale().zeroDigit())) {
        text.chop(1);
    }
    return text.endsWith(point) ? text.chopped(point.size()) : text;
}

} // namespace digitpad
