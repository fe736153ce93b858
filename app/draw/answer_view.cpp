// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/answer_view.h"

#include "app/shell/theme.h"

#include <QAccessible>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kSmallestAnswer = 128; // 96 pt at 96 dpi

/// How high digits stand in the answer's font, per pixel of its size.
qreal digitHeight()
{
    constexpr int kProbe = 200;
    return QFontMetricsF(theme::answerFont(kProbe))
               .tightBoundingRect(QStringLiteral("0"))
               .height() /
           kProbe;
}

} // namespace

AnswerView::AnswerView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void AnswerView::setAnswer(const QString& digit, const QString& caption)
{
    if (digit == m_digit && caption == m_caption) {
        return;
    }
    m_digit = digit;
    m_caption = caption;
    setAccessibleName(digit.isEmpty() ? caption : tr("%1, %2").arg(digit, caption));
    update();
}

void AnswerView::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QSize AnswerView::sizeHint() const
{
    return minimumSizeHint();
}

QSize AnswerView::minimumSizeHint() const
{
    const QFontMetrics caption(theme::titleFont());
    return {
        kSmallestAnswer, static_cast<int>(std::ceil(kSmallestAnswer * digitHeight())) +
                             theme::kGap + caption.lineSpacing()};
}

void AnswerView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QFont captionFont = m_digit.isEmpty() ? theme::bodyFont() : theme::titleFont();
    const QRectF words = QFontMetricsF(captionFont)
                             .boundingRect(rect(), Qt::AlignHCenter | Qt::TextWordWrap, m_caption);
    QRectF above = rect();
    above.setBottom(rect().bottom() - words.height() - theme::kGap);

    const qreal size = std::min(above.height() / digitHeight(), width() * 0.8);
    QFont font = theme::answerFont(std::max(1, static_cast<int>(size)));
    painter.setFont(font);
    if (m_digit.isEmpty()) {
        const qreal side = size * 0.3;
        painter.fillRect(
            QRectF(above.center().x() - side / 2, above.center().y() - 2, side, 4),
            theme::hairline(palette()));
    } else {
        painter.setPen(palette().color(QPalette::WindowText));
        const qreal baseline = above.bottom();
        const qreal advance = QFontMetricsF(font).horizontalAdvance(m_digit);
        painter.drawText(QPointF(above.center().x() - advance / 2, baseline), m_digit);
    }

    painter.setFont(captionFont);
    painter.setPen(theme::quietText(palette()));
    painter.drawText(
        QRectF(0, above.bottom() + theme::kGap, width(), words.height()),
        Qt::AlignHCenter | Qt::TextWordWrap, m_caption);
}

} // namespace digitpad
