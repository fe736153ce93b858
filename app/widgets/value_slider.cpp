// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/value_slider.h"

#include "app/shell/theme.h"

#include <QLabel>

#include <algorithm>
#include <cmath>
#include <utility>

namespace digitpad {

ValueSlider::ValueSlider(const Scale& scale, Words words, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), m_scale(scale), m_words(std::move(words))
{
    constexpr int kShortest = 80;
    setRange(0, static_cast<int>(std::lround((scale.most - scale.least) / scale.step)));
    setPageStep(10);
    setMinimumSize(kShortest, theme::kSmallestTarget);
    connect(this, &QSlider::valueChanged, this, [this] {
        tell();
        Q_EMIT amountChanged(amount());
    });
    tell();
}

double ValueSlider::amountAt(int position) const
{
    // In whole steps from zero, so that zero is zero.
    return std::round(m_scale.least / m_scale.step + position) * m_scale.step;
}

void ValueSlider::setAmount(double amount)
{
    const double within = std::clamp(amount, m_scale.least, m_scale.most);
    setValue(static_cast<int>(std::lround((within - m_scale.least) / m_scale.step)));
}

QLabel* ValueSlider::makeLabel()
{
    auto* label = new QLabel(m_words(amount()));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const QFontMetrics metrics(label->font());
    int wide = 0;
    for (int position = minimum(); position <= maximum(); ++position) {
        wide = std::max(wide, metrics.horizontalAdvance(m_words(amountAt(position))));
    }
    label->setMinimumWidth(wide);
    connect(this, &ValueSlider::amountChanged, label, [this, label](double amount) {
        label->setText(m_words(amount));
    });
    return label;
}

/// A screen reader tells the number of steps otherwise, which nobody can make anything of.
void ValueSlider::tell()
{
    setAccessibleDescription(m_words(amount()));
}

} // namespace digitpad
