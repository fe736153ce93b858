// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/page_tabs.h"

#include "app/shell/theme.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace digitpad {

namespace {

constexpr int kTabHeight = 48;
constexpr int kUnderline = 3;

QFont tabFont()
{
    QFont font = theme::bodyFont();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

PageTabs::PageTabs(QWidget* parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setFont(tabFont());
    setAttribute(Qt::WA_Hover);
    setAccessibleName(tr("Pages"));
}

QSize PageTabs::tabSizeHint(int index) const
{
    const int text = fontMetrics().horizontalAdvance(tabText(index));
    return {text + 2 * theme::kMargin, kTabHeight};
}

QSize PageTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void PageTabs::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setFont(font());
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect tab = tabRect(i);
        const bool current = i == currentIndex();
        const bool lit = current || (underMouse() && tab.contains(pointer));
        painter.setPen(lit ? palette().color(QPalette::WindowText) : theme::quietText(palette()));
        painter.drawText(tab, Qt::AlignCenter | Qt::TextHideMnemonic, tabText(i));
        if (current) {
            const QRect line(
                tab.left() + theme::kMargin, tab.bottom() - kUnderline + 1,
                tab.width() - 2 * theme::kMargin, kUnderline);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().color(QPalette::Highlight));
            painter.drawRoundedRect(line, kUnderline / 2.0, kUnderline / 2.0);
        }
        if (current && hasFocus()) {
            QStyleOptionFocusRect focus;
            focus.initFrom(this);
            focus.rect = tab.adjusted(4, 8, -4, -8);
            style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
        }
    }
}

} // namespace digitpad
