// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/result_pane.h"

#include "app/draw/paint_glyph.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace digitpad {

ResultPane::ResultPane(QWidget* parent)
    : QWidget(parent),
      m_verdict(new QLabel),
      m_score(new QLabel),
      m_about(new QLabel),
      m_digits(new QListWidget),
      m_again(new QAction(tr("Another quiz"), this))
{
    m_verdict->setObjectName(QStringLiteral("quizVerdict"));
    m_score->setObjectName(QStringLiteral("quizFinalScore"));
    m_digits->setObjectName(QStringLiteral("quizMemories"));
    m_again->setObjectName(QStringLiteral("quizAgain"));
    for (QLabel* label : {m_verdict, m_score, m_about}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_digits->setViewMode(QListView::IconMode);
    m_digits->setResizeMode(QListView::Adjust);
    m_digits->setMovement(QListView::Static);
    m_digits->setWordWrap(true);
    m_digits->setFrameShape(QFrame::NoFrame);
    m_digits->viewport()->setAutoFillBackground(false); // on the page itself
    m_digits->setSpacing(theme::kGap);
    m_digits->setAccessibleName(tr("Digits to look at again"));
    const auto open = [this](const QListWidgetItem* item) {
        Q_EMIT look(m_memories[static_cast<std::size_t>(m_digits->row(item))].content);
    };
    connect(m_digits, &QListWidget::itemClicked, this, open);
    connect(m_digits, &QListWidget::itemActivated, this, open);

    m_again->setShortcut(Qt::CTRL | Qt::Key_N);
    m_again->setToolTip(tr("Back to the choices, with the next seed (Ctrl+N)"));
    connect(m_again, &QAction::triggered, this, &ResultPane::again);
    addAction(m_again);
    auto* button = new ActionButton(m_again);
    button->setPrimary(true);
    button->setMinimumSize(200, 44);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroup, theme::kGroup, theme::kGroup, theme::kGroup);
    layout->setSpacing(theme::kMargin);
    layout->addStretch(1);
    layout->addWidget(m_verdict);
    layout->addWidget(m_score);
    layout->addWidget(m_about);
    layout->addWidget(m_digits, 20);
    layout->addStretch(1);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    m_again->setEnabled(false);
}

void ResultPane::setResult(
    int classScore, int networkScore, const QString& about, const std::vector<QuizMemory>& memories)
{
    m_verdict->setText(
        classScore > networkScore   ? tr("The class has won")
        : classScore < networkScore ? tr("The network has won")
                                    : tr("A draw"));
    m_score->setText(tr("Class %1 : %2 Network")
                         .arg(locale().toString(classScore), locale().toString(networkScore)));
    m_about->setText(about);
    m_memories = memories;
    m_digits->clear();
    for (const QuizMemory& memory : memories) {
        m_digits->addItem(memory.caption);
    }
    m_digits->setVisible(!memories.empty());
    fit();
    m_verdict->setAccessibleName(tr("%1. %2").arg(m_verdict->text(), m_score->text()));
    QAccessibleEvent alert(m_verdict, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ResultPane::paintDigits()
{
    const int side = m_digits->iconSize().width();
    const qreal ratio = devicePixelRatioF();
    for (int i = 0; i < m_digits->count(); ++i) {
        QPixmap picture(QSize(side, side) * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        const Glyph& glyph = m_memories[static_cast<std::size_t>(i)].content.glyph;
        painter.drawImage(QRectF(0, 0, side, side), glyphImage(glyph, palette()));
        painter.setPen(theme::hairline(palette()));
        painter.drawRect(QRectF(0.5, 0.5, side - 1, side - 1));
        painter.end();
        m_digits->item(i)->setIcon(picture);
    }
}

void ResultPane::fit()
{
    const QFont title = theme::titleFont(font());
    m_verdict->setFont(theme::titleFont(theme::titleFont(title)));
    m_score->setFont(theme::titleFont(title));
    QFont small = font();
    small.setPixelSize(std::max(13, QFontInfo(font()).pixelSize() * 8 / 10));
    m_digits->setFont(small);
    QStringList captions;
    for (const QuizMemory& memory : m_memories) {
        captions << memory.caption;
    }
    const int line = QFontMetrics(small).lineSpacing();
    const int side = (4 * line / Glyph::kSide + 1) * Glyph::kSide;
    m_digits->setIconSize({side, side});
    const QSize words =
        QFontMetrics(small)
            .boundingRect(QRect(), Qt::AlignCenter, captions.join(QLatin1Char('\n')))
            .size();
    m_digits->setGridSize({std::max(side, words.width()) + theme::kGroup, side + 4 * line});
    paintDigits();
}

void ResultPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    } else if (event->type() == QEvent::PaletteChange) {
        paintDigits();
    }
}

void ResultPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ResultPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_again->setEnabled(true);
}

void ResultPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again->setEnabled(false);
}

} // namespace digitpad
