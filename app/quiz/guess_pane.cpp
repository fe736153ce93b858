// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/guess_pane.h"

#include "app/draw/answer_view.h"
#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/quiz/vote_bars.h"
#include "app/samples/digit_menu.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>

#include <algorithm>

namespace digitpad {

namespace {

/// With whose it is above it.
void addAnswer(QHBoxLayout* row, const QString& whose, AnswerView* answer)
{
    auto* name = new QLabel(whose);
    name->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kGap);
    column->addWidget(name);
    column->addWidget(answer, 1);
    row->addLayout(column, 1);
}

} // namespace

GuessPane::GuessPane(QWidget* parent)
    : QWidget(parent),
      m_glyph(new GlyphView),
      m_where(new QLabel),
      m_score(new QLabel),
      m_question(new QLabel(tr("Which digit is it?"))),
      m_status(new QLabel),
      m_class(new AnswerView),
      m_network(new AnswerView),
      m_truth(new AnswerView),
      m_bars(new VoteBars),
      m_vote(new DigitMenu(tr("&Vote"), this))
{
    m_glyph->setObjectName(QStringLiteral("quizDigit"));
    m_glyph->setAccessibleName(tr("The digit to guess"));
    m_bars->setObjectName(QStringLiteral("quizVotes"));
    m_score->setObjectName(QStringLiteral("quizScore"));
    m_class->setObjectName(QStringLiteral("quizClassAnswer"));
    m_network->setObjectName(QStringLiteral("quizNetworkAnswer"));
    m_truth->setObjectName(QStringLiteral("quizTruth"));
    m_status->setObjectName(QStringLiteral("quizStatus"));
    m_question->setAlignment(Qt::AlignCenter);
    m_question->setWordWrap(true);
    m_score->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_status->setAlignment(Qt::AlignCenter);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setWordWrap(true);
    makeActions();
    layOut();
    connect(m_bars, &VoteBars::voted, this, &GuessPane::vote);
    connect(m_vote, &DigitMenu::chosen, this, &GuessPane::vote);
    updateActions();
}

void GuessPane::makeActions()
{
    addAction(m_vote->menuAction());
    m_takeBack = new QAction(theme::icon(QStringLiteral("undo")), tr("Take a vote back"), this);
    m_takeBack->setObjectName(QStringLiteral("quizTakeBack"));
    m_takeBack->setShortcut(Qt::Key_Backspace);
    m_takeBack->setToolTip(tr("Take the last vote back (Backspace)"));
    connect(m_takeBack, &QAction::triggered, this, &GuessPane::takeBack);
    addAction(m_takeBack);
    m_goOn = new QAction(tr("Show the answer"), this);
    m_goOn->setObjectName(QStringLiteral("quizShow"));
    m_goOn->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_goOn, &QAction::triggered, this, &GuessPane::goOn);
    addAction(m_goOn);
}

void GuessPane::layOut()
{
    auto* header = new QHBoxLayout;
    header->addWidget(m_where);
    header->addStretch();
    header->addWidget(m_score);

    auto* verdict = new QWidget;
    auto* answers = new QHBoxLayout(verdict);
    answers->setContentsMargins({});
    answers->setSpacing(theme::kMargin);
    addAnswer(answers, tr("Class"), m_class);
    addAnswer(answers, tr("Network"), m_network);
    addAnswer(answers, tr("It is"), m_truth);
    auto* top = new QWidget;
    m_top = new QStackedLayout(top);
    m_top->addWidget(m_question);
    m_top->addWidget(verdict);

    auto* takeBack = new ActionButton(m_takeBack);
    auto* goOn = new ActionButton(m_goOn);
    goOn->setPrimary(true);
    for (ActionButton* button : {takeBack, goOn}) {
        button->setMinimumHeight(44);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kMargin);
    buttons->addWidget(takeBack);
    buttons->addWidget(goOn, 1);

    auto* right = new QVBoxLayout;
    right->setSpacing(theme::kMargin);
    right->addWidget(top, 4);
    right->addWidget(m_bars, 5);
    right->addWidget(m_status);
    right->addLayout(buttons);
    auto* body = new QHBoxLayout;
    body->setSpacing(theme::kGroup);
    body->addWidget(m_glyph, 0, Qt::AlignVCenter);
    body->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroup, theme::kMargin, theme::kGroup, theme::kGroup);
    layout->setSpacing(theme::kMargin);
    layout->addLayout(header);
    layout->addLayout(body, 1);
}

void GuessPane::begin(const std::vector<QuizDigit>& digits)
{
    m_rounds.clear();
    for (const QuizDigit& digit : digits) {
        m_rounds.push_back({.digit = digit, .votes = {}});
    }
    m_round = 0;
    m_isShown = false;
    display();
}

std::span<const GuessRound> GuessPane::shownRounds() const
{
    return std::span(m_rounds).first(m_round + (m_isShown ? 1 : 0));
}

bool GuessPane::isUntouched() const
{
    return m_round == 0 && !m_isShown && m_rounds.front().votes.total() == 0;
}

int GuessPane::classScore() const
{
    return static_cast<int>(std::ranges::count_if(shownRounds(), &GuessRound::isClassRight));
}

int GuessPane::networkScore() const
{
    return static_cast<int>(std::ranges::count_if(shownRounds(), &GuessRound::isNetworkRight));
}

void GuessPane::vote(int digit)
{
    m_rounds[m_round].votes.cast(digit);
    display();
}

void GuessPane::takeBack()
{
    m_rounds[m_round].votes.takeBack();
    display();
}

void GuessPane::goOn()
{
    if (!m_isShown) {
        m_isShown = true;
    } else if (m_round + 1 < m_rounds.size()) {
        ++m_round;
        m_isShown = false;
    } else {
        Q_EMIT finished();
        return;
    }
    display();
}

void GuessPane::display()
{
    const GuessRound& round = m_rounds[m_round];
    const auto number = [this](std::size_t value) {
        return locale().toString(static_cast<qulonglong>(value));
    };
    m_glyph->setGlyphs({round.digit.glyph});
    m_where->setText(tr("Round %1 of %2").arg(number(m_round + 1), number(m_rounds.size())));
    m_score->setText(tr("Class %1 · Network %2")
                         .arg(locale().toString(classScore()), locale().toString(networkScore())));
    m_bars->setTruth(m_isShown ? std::optional(round.digit.label) : std::nullopt);
    m_bars->setVotes(round.votes.counts());
    m_top->setCurrentIndex(m_isShown ? 1 : 0);
    const int votes = static_cast<int>(round.votes.total());
    if (m_isShown) {
        displayVerdict();
    } else {
        m_status->setText(
            votes == 0 ? tr("Press 0 to 9, once for each vote.")
                       : tr("%n vote(s)", nullptr, votes));
        announce(
            votes == 0 ? tr("%1. %2 %3").arg(m_where->text(), m_question->text(), m_status->text())
                       : m_bars->accessibleDescription());
    }
    updateActions();
    Q_EMIT changed();
}

void GuessPane::displayVerdict()
{
    const GuessRound& round = m_rounds[m_round];
    const Prediction& read = round.digit.prediction;
    const auto answer = round.votes.answer();
    const auto judged = [](bool isRight) { return isRight ? tr("right") : tr("wrong"); };
    m_class->setAnswer(
        answer ? locale().toString(*answer) : QStringLiteral("–"),
        answer                     ? judged(round.isClassRight())
        : round.votes.total() == 0 ? tr("no votes")
                                   : tr("divided"),
        !round.isClassRight());
    m_network->setAnswer(
        locale().toString(read.digit()), judged(round.isNetworkRight()), !round.isNetworkRight());
    // As high as the others: their digits stand on a line.
    m_truth->setAnswer(locale().toString(round.digit.label), QStringLiteral(" "));
    const QString sure = percentText(read.confidence(), locale());
    m_status->setText(
        read.accepted() ? tr("The network is %1 sure.").arg(sure)
                        : tr("The network is %1 sure, but doubts that it is a digit.").arg(sure));
    announce(tr("It is %1. Class: %2. Network: %3. %4")
                 .arg(
                     locale().toString(round.digit.label), m_class->accessibleName(),
                     m_network->accessibleName(), m_status->text()));
}

/// To those who listen.
void GuessPane::announce(const QString& text)
{
    m_status->setAccessibleName(text);
    QAccessibleEvent alert(m_status, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void GuessPane::updateActions()
{
    const bool isRound = isVisible() && !m_rounds.empty();
    m_vote->menuAction()->setEnabled(isRound);
    m_vote->allow(
        isRound && !m_isShown, isRound ? m_isShown ? tr("It is told already") : tr("A vote for %1")
                                       : tr("Only in a quiz"));
    m_takeBack->setEnabled(isRound && !m_isShown && m_rounds[m_round].votes.total() > 0);
    m_goOn->setEnabled(isRound);
    const bool isLast = m_round + 1 == m_rounds.size();
    m_goOn->setText(
        !m_isShown ? tr("Show the answer")
        : isLast   ? tr("See the score")
                   : tr("Next digit"));
    m_goOn->setToolTip(tr("%1 (Enter)").arg(m_goOn->text()));
}

void GuessPane::fit()
{
    const QFont title = theme::titleFont(font());
    m_question->setFont(theme::titleFont(title));
    m_status->setFixedHeight(2 * QFontMetrics(font()).lineSpacing()); // nothing jumps
    const int side = std::min(width() * 45 / 100, height() - 3 * QFontMetrics(title).height());
    m_glyph->setScale(std::max(6, side / Glyph::kSide), side);
}

void GuessPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

void GuessPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void GuessPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
}

void GuessPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace digitpad
