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

namespace {

constexpr int kIcon = 20;

/// Milliseconds: 5 s, and a tenth of a second for each character above fifty.
int readingTime(const QString& text)
{
    return 5000 + 100 * std::max(0, static_cast<int>(text.size()) - 50);
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    row->setSpacing(theme::kGap);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_text->setTextFormat(Qt::PlainText); // names of files and models are in it
    m_text->setWordWrap(true);
    QSizePolicy policy = m_text->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored); // no word widens the window
    m_text->setSizePolicy(policy);
    m_icon->setFixedSize(kIcon, kIcon);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(theme::icon(QStringLiteral("cancel")));
    m_action->setMinimumHeight(theme::kSmallestTarget);
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
    display(text, QStringLiteral("info"), readingTime(text));
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

void MessageBar::offerUndo(const QString& text, const std::function<void()>& undo)
{
    offer(text, tr("&Undo"), undo);
    m_timer.start(2 * readingTime(text)); // and to think it over
}

void MessageBar::withdraw(const QString& text)
{
    if (m_text->text() == text) {
        hide();
    }
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        showIcon();
    }
    QWidget::changeEvent(event);
}

void MessageBar::showIcon()
{
    m_icon->setPixmap(theme::icon(m_iconName).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
}

void MessageBar::display(const QString& text, const QString& iconName, int milliseconds)
{
    m_iconName = iconName;
    showIcon();
    m_text->setText(text);
    setAccessibleName(text);
    show();
    raise();
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
    painter.setRenderHint(QPainter::Antialiasing);
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlphaF(m_iconName == QStringLiteral("warning") ? 0.16F : 0.07F);
    const QRectF card = QRectF(rect()).adjusted(
        theme::kGap - 0.5, theme::kGap / 2.0 - 0.5, 0.5 - theme::kGap, 0.5 - theme::kGap / 2.0);
    painter.setPen(theme::hairline(palette()));
    for (const QColor& ground : {palette().color(QPalette::Window), tint}) {
        painter.setBrush(ground); // opaque: a long message lies over the page
        painter.drawRoundedRect(card, 6, 6);
        painter.setPen(Qt::NoPen);
    }
}

} // namespace digitpad
