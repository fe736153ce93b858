// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/answer_view.h"

#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

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

/// From one line's baseline to the next, per pixel of the font's size.
qreal lineHeight()
{
    return digitHeight() * 1.25;
}

/// The largest font that all lines fit with.
QFont answerFont(const QStringList& lines, const QSizeF& room)
{
    constexpr int kProbe = 200;
    const QFontMetricsF probe(theme::answerFont(kProbe));
    qreal widest = 0;
    for (const QString& line : lines) {
        widest = std::max(widest, probe.horizontalAdvance(line) / kProbe);
    }
    const qreal height = digitHeight() + lineHeight() * static_cast<qreal>(lines.size() - 1);
    qreal size = std::min(room.height() / height, room.width() * 0.8);
    if (widest > 0) {
        size = std::min(size, room.width() / widest);
    }
    return theme::answerFont(std::max(1, static_cast<int>(size)));
}

} // namespace

AnswerView::AnswerView(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void AnswerView::setAnswer(const QString& digits, const QString& caption, bool isGuess)
{
    if (digits == m_digits && caption == m_caption && isGuess == m_isGuess) {
        return;
    }
    m_digits = digits;
    m_caption = caption;
    m_isGuess = isGuess;
    setAccessibleName(digits.isEmpty() ? caption : tr("%1, %2").arg(digits, caption));
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
    const QFontMetrics caption(theme::titleFont(font()));
    return {
        kSmallestAnswer, static_cast<int>(std::ceil(kSmallestAnswer * digitHeight())) +
                             theme::kGap + caption.lineSpacing()};
}

void AnswerView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    const QFont captionFont = m_digits.isEmpty() ? this->font() : theme::titleFont(this->font());
    const QRectF words = QFontMetricsF(captionFont)
                             .boundingRect(rect(), Qt::AlignHCenter | Qt::TextWordWrap, m_caption);
    QRectF above = rect();
    above.setBottom(rect().bottom() - words.height() - theme::kGap);

    const QStringList lines = m_digits.split(QLatin1Char('\n'));
    const QFont font = answerFont(lines, above.size());
    const qreal size = font.pixelSize();
    painter.setFont(font);
    if (m_digits.isEmpty()) {
        const qreal side = size * 0.3;
        painter.fillRect(
            QRectF(above.center().x() - side / 2, above.center().y() - 2, side, 4),
            theme::hairline(palette()));
    } else {
        painter.setPen(palette().color(
            m_isGuess ? QPalette::Disabled : QPalette::Active, QPalette::WindowText));
        qreal baseline =
            above.bottom() - lineHeight() * size * static_cast<qreal>(lines.size() - 1);
        for (const QString& line : lines) {
            const qreal advance = QFontMetricsF(font).horizontalAdvance(line);
            painter.drawText(QPointF(above.center().x() - advance / 2, baseline), line);
            baseline += lineHeight() * size;
        }
    }

    painter.setFont(captionFont);
    painter.setPen(theme::quietText(palette()));
    painter.drawText(
        QRectF(0, above.bottom() + theme::kGap, width(), words.height()),
        Qt::AlignHCenter | Qt::TextWordWrap, m_caption);
}

} // namespace digitpad
