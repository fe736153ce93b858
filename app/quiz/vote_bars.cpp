// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/vote_bars.h"

#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kFewVotes = 5; // so many fill the height: the first vote is to be seen

} // namespace

VoteBars::VoteBars(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true); // the column under the pointer shows that it can be clicked
    setAccessibleRole(this, QAccessible::Chart);
    setAccessibleName(tr("Votes of the class"));
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        for (std::size_t i = 0; i < m_shown.size(); ++i) {
            m_shown[i] = std::lerp(m_from[i], static_cast<qreal>(m_votes[i]), value.toReal());
        }
        update();
    });
    describe();
}

void VoteBars::setVotes(const std::array<int, 10>& votes)
{
    m_votes = votes;
    m_from = m_shown;
    m_motion.stop();
    m_motion.setDuration(theme::motion(theme::kBarsMove));
    if (m_motion.duration() > 0) {
        m_motion.start();
    } else {
        std::ranges::copy(votes, m_shown.begin());
    }
    describe();
    update();
}

void VoteBars::setTruth(std::optional<int> digit)
{
    m_truth = digit;
    hover({});
    describe();
    update();
}

QRectF VoteBars::column(int digit) const
{
    const qreal wide = static_cast<qreal>(width()) / kDigits;
    return {digit * wide, 0, wide, static_cast<qreal>(height())};
}

std::optional<int> VoteBars::digitAt(const QPointF& point) const
{
    if (m_truth || !QRectF(rect()).contains(point)) {
        return std::nullopt;
    }
    return std::clamp(static_cast<int>(point.x() * kDigits / width()), 0, kDigits - 1);
}

void VoteBars::hover(std::optional<int> digit)
{
    if (digit != m_hovered) {
        m_hovered = digit;
        digit ? setCursor(Qt::PointingHandCursor) : unsetCursor();
        update();
    }
}

QSize VoteBars::sizeHint() const
{
    return minimumSizeHint() * 2;
}

QSize VoteBars::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {
        kDigits * std::max(theme::kSmallestTarget, metrics.horizontalAdvance(QLatin1Char('8')) * 2),
        metrics.height() * 4};
}

bool VoteBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto digit = digitAt(help->pos())) {
            QToolTip::showText(
                help->globalPos(), tr("A vote for %1 (key %1)").arg(locale().toString(*digit)),
                this, column(*digit).toAlignedRect());
            return true;
        }
    }
    return QWidget::event(event);
}

void VoteBars::mousePressEvent(QMouseEvent* event)
{
    const auto digit = digitAt(event->position());
    if (digit && event->button() == Qt::LeftButton) {
        Q_EMIT voted(*digit);
    }
}

void VoteBars::mouseMoveEvent(QMouseEvent* event)
{
    hover(digitAt(event->position()));
}

void VoteBars::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hover({});
}

void VoteBars::describe()
{
    QStringList parts;
    for (int digit = 0; digit < kDigits; ++digit) {
        if (const int votes = m_votes[static_cast<std::size_t>(digit)]; votes > 0) {
            parts << tr("%1: %n vote(s)", nullptr, votes).arg(locale().toString(digit));
        }
    }
    if (parts.isEmpty()) {
        parts << tr("No votes yet");
    }
    if (m_truth) {
        parts << tr("it is %1").arg(locale().toString(*m_truth));
    }
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void VoteBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int digit = 0; digit < kDigits; ++digit) {
        paintColumn(painter, digit);
    }
}

void VoteBars::paintColumn(QPainter& painter, int digit) const
{
    const auto index = static_cast<std::size_t>(digit);
    const QRectF place = column(digit);
    const bool isTruth = m_truth == digit;
    QFont type = font();
    type.setWeight(isTruth || (!m_truth && m_votes[index] > 0) ? QFont::DemiBold : QFont::Normal);
    painter.setFont(type);
    const qreal line = QFontMetricsF(type).height();
    if (digit == m_hovered) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.12F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        painter.drawRoundedRect(place, 4, 4);
    }

    // From below: the digit, room for the tick, the column, how many votes.
    const QColor ink = palette().color(QPalette::WindowText);
    const QColor quiet = theme::quietText(palette());
    painter.setPen(isTruth || (!m_truth && m_votes[index] > 0) ? ink : quiet);
    const QRectF foot(place.left(), place.bottom() - line, place.width(), line);
    painter.drawText(foot, Qt::AlignCenter, locale().toString(digit));
    if (isTruth) {
        QRectF tick(0, 0, line * 0.8, line * 0.8);
        tick.moveCenter({place.center().x(), foot.top() - line / 2});
        theme::icon(QStringLiteral("check")).paint(&painter, tick.toAlignedRect());
    }

    const qreal floor = foot.top() - (m_truth ? line : 0) - theme::kGap / 2.0;
    const qreal room = std::max(0.0, floor - line);
    const int most = std::max(kFewVotes, std::ranges::max(m_votes));
    const qreal tall = std::max(2.0, room * m_shown[index] / most);
    const qreal thick = std::min(place.width() * 0.6, 3.0 * theme::kGroup);
    const QRectF bar(place.center().x() - thick / 2, floor - tall, thick, tall);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        m_shown[index] < 0.01 ? theme::hairline(palette())
        : isTruth || !m_truth ? palette().color(QPalette::Highlight)
                              : quiet);
    painter.drawRoundedRect(bar, std::min(4.0, tall / 2), std::min(4.0, tall / 2));
    if (m_votes[index] > 0) {
        painter.setPen(ink);
        painter.drawText(
            QRectF(place.left(), bar.top() - line, place.width(), line), Qt::AlignCenter,
            locale().toString(m_votes[index]));
    }
}

} // namespace digitpad
