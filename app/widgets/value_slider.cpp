// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/value_slider.h"

#include "app/shell/theme.h"

#include <QLabel>
#include <QPainter>
#include <QStyleOptionSlider>

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

/// The style fills the bar from its left end.
void ValueSlider::paintEvent(QPaintEvent* event)
{
    if (m_scale.least >= 0) {
        QSlider::paintEvent(event);
        return;
    }
    QPainter painter(this);
    QStyleOptionSlider option;
    initStyleOption(&option);
    const auto part = [&](QStyle::SubControl control) {
        option.subControls = control;
        style()->drawComplexControl(QStyle::CC_Slider, &option, &painter, this);
    };
    const auto handleAt = [&](int position) {
        QStyleOptionSlider there = option;
        there.sliderPosition = position;
        const QRect handle =
            style()->subControlRect(QStyle::CC_Slider, &there, QStyle::SC_SliderHandle, this);
        return static_cast<qreal>(handle.center().x());
    };
    const QColor full = palette().color(QPalette::Highlight);
    option.palette.setColor(QPalette::Highlight, Qt::transparent);
    part(QStyle::SC_SliderGroove);
    option.palette.setColor(QPalette::Highlight, full);
    const auto zero = static_cast<int>(std::lround(-m_scale.least / m_scale.step));
    const auto [left, right] = std::minmax({handleAt(zero), handleAt(value())});
    constexpr qreal kThick = 4;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isEnabled() ? full : theme::hairline(palette()));
    const qreal top = rect().center().y() + 0.5 - kThick / 2;
    painter.drawRect(QRectF(left - 1, top, right - left + 2, kThick));
    part(QStyle::SC_SliderHandle);
}

/// A screen reader tells the number of steps otherwise, which nobody can make anything of.
void ValueSlider::tell()
{
    setAccessibleDescription(m_words(amount()));
}

} // namespace digitpad
