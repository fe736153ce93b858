// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/message_bar.h"

#include "app/shell/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace digitpad {

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGap / 2, theme::kGap, theme::kGap / 2);
    row->setSpacing(theme::kGap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(theme::icon(QStringLiteral("cancel")));
    m_close->setAutoRaise(true);
    m_close->setMinimumSize(theme::kSmallestTarget, theme::kSmallestTarget);
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        const auto act = std::exchange(m_act, {});
        act();
    });
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WindowShortcut); // off while the bar is hidden
    connect(escape, &QShortcut::activated, this, &QWidget::hide);
    hide();
}

void MessageBar::note(const QString& text)
{
    m_action->hide();
    // Long enough to read: 5 s, and a tenth of a second a character above fifty.
    display(
        text, QStringLiteral("info"), 5000 + 100 * std::max(0, static_cast<int>(text.size()) - 50));
}

void MessageBar::warn(const QString& text)
{
    m_action->hide();
    display(text, QStringLiteral("warning"), 0);
}

void MessageBar::offer(const QString& text, const QString& action, std::function<void()> act)
{
    m_action->setText(action);
    m_act = std::move(act);
    m_action->show();
    display(text, QStringLiteral("info"), 0);
}

void MessageBar::display(const QString& text, const QString& iconName, int milliseconds)
{
    m_iconName = iconName;
    m_icon->setPixmap(theme::icon(iconName).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    show();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
    if (milliseconds > 0) {
        m_timer.start(milliseconds);
    } else {
        m_timer.stop();
    }
}

void MessageBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(m_iconName == QStringLiteral("warning") ? 0.16F : 0.07F);
    painter.fillRect(rect(), ground);
    painter.fillRect(0, height() - 1, width(), 1, theme::hairline(palette()));
}

} // namespace digitpad
