// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_legend.h"

#include "app/map/digit_colours.h"
#include "app/shell/theme.h"

#include <QGridLayout>
#include <QLocale>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace digitpad {

namespace {

constexpr int kColumns = 5;

/// A digit in its colour.
class DigitButton : public QToolButton {
public:
    DigitButton(int digit, QWidget* parent) : QToolButton(parent), m_digit(digit)
    {
        setText(QLocale().toString(digit));
        setAccessibleName(MapLegend::tr("Show only %1").arg(text()));
        setToolTip(MapLegend::tr("Show only %1 (key %1 on the map)").arg(text()));
        setObjectName(QStringLiteral("mapDigit%1").arg(digit));
        setCheckable(true);
        setAutoRaise(true);
        setFixedSize(theme::kSmallestTarget, theme::kSmallestTarget);
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        QStylePainter painter(this);
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        QFont font = theme::titleFont();
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        painter.setPen(digitColour(m_digit, palette()));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (isChecked()) {
            painter.fillRect(
                QRect(4, height() - 4, width() - 8, 2), palette().color(QPalette::Highlight));
        }
    }

private:
    int m_digit;
};

} // namespace

MapLegend::MapLegend(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("mapLegend"));
    setAccessibleName(tr("Digits on the map"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(theme::kGap / 2);
    for (int digit = 0; digit < 10; ++digit) {
        auto* button = new DigitButton(digit, this);
        m_buttons.at(static_cast<std::size_t>(digit)) = button;
        grid->addWidget(button, digit / kColumns, digit % kColumns);
        connect(button, &QToolButton::clicked, this, [this, digit](bool on) {
            Q_EMIT singledWanted(on ? std::optional(digit) : std::nullopt);
        });
    }
    grid->setColumnStretch(kColumns, 1);
}

void MapLegend::setSingled(std::optional<int> digit)
{
    for (int i = 0; i < 10; ++i) {
        m_buttons.at(static_cast<std::size_t>(i))->setChecked(digit == i);
    }
}

} // namespace digitpad
