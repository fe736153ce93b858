// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/digit_menu.h"

#include <QLocale>

namespace digitpad {

DigitMenu::DigitMenu(const QString& title, QWidget* page) : QMenu(title, page)
{
    setToolTipsVisible(true); // they say why not
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        const int digit = static_cast<int>(i);
        m_digits[i] = addAction(QLatin1Char('&') + QLocale().toString(digit));
        m_digits[i]->setObjectName(QStringLiteral("keepAs%1").arg(digit));
        m_digits[i]->setShortcut(QKeySequence(Qt::Key_0 + digit));
        connect(m_digits[i], &QAction::triggered, this, [this, digit] { Q_EMIT chosen(digit); });
    }
}

void DigitMenu::limitKeysTo(QWidget* widget)
{
    for (QAction* action : m_digits) {
        action->setShortcutContext(Qt::WidgetShortcut);
        widget->addAction(action);
    }
}

void DigitMenu::allow(bool can, const QString& tip)
{
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        m_digits[i]->setEnabled(can);
        m_digits[i]->setToolTip(can ? tip.arg(QLocale().toString(static_cast<int>(i))) : tip);
    }
}

} // namespace digitpad
