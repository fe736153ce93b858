// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/inside_view.h"

#include <utility>

namespace digitpad {

void InsideView::setModel(const std::shared_ptr<const OpenModel>& model)
{
    if (model != m_model) {
        setReading(nullptr); // it was the other one's
        m_model = model;
        modelChanged();
    }
}

void InsideView::setDigits(const std::shared_ptr<const TestDigits>& digits)
{
    if (std::exchange(m_digits, digits) != digits) {
        digitsChanged();
    }
}

void InsideView::setReading(const std::shared_ptr<const LiveReading>& reading)
{
    if (std::exchange(m_reading, reading) != reading) {
        readingChanged();
    }
}

QString InsideView::setState(const QJsonObject& state)
{
    return state.isEmpty() ? QString() : tr("Nothing can be set here.");
}

} // namespace digitpad
