// SPDX-License-Identifier: GPL-3.0-or-later
// What a quiz page says of itself, to lessons and to other machines, and takes from them.
#include "app/quiz/fool_pane.h"
#include "app/quiz/guess_pane.h"
#include "app/quiz/quiz_page.h"
#include "app/quiz/result_pane.h"
#include "app/quiz/start_pane.h"

#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

const QString kGuess = QStringLiteral("guess");
const QString kFool = QStringLiteral("fool");

QString idOf(QuizMode mode)
{
    return mode == QuizMode::Guess ? kGuess : kFool;
}

/// The whole number that a value is, within these bounds.
std::optional<int> wholeNumber(const QJsonValue& value, int least, int most)
{
    const double number = value.toDouble(std::nan(""));
    if (!(number >= least && number <= most) || std::floor(number) != number) {
        return std::nullopt;
    }
    return static_cast<int>(number);
}

} // namespace

QJsonObject QuizPage::state() const
{
    const bool started = m_panes->currentWidget() != m_start;
    const QuizOptions options = started ? m_options : m_start->options();
    return {
        {QStringLiteral("mode"), idOf(options.mode)},
        {QStringLiteral("digits"), digitSourceId(options.digits)},
        {QStringLiteral("rounds"), options.rounds},
        {QStringLiteral("seed"), options.seed},
        {QStringLiteral("started"), started}};
}

QString QuizPage::setState(const QJsonObject& state)
{
    if (state.isEmpty()) {
        return {};
    }
    QuizOptions options = m_start->options();
    const auto value = [&state](const char* name) { return state[QLatin1String(name)]; };
    if (const QJsonValue mode = value("mode"); !mode.isUndefined()) {
        if (mode != kGuess && mode != kFool) {
            return tr("There is no such quiz: “%1”.").arg(mode.toString().left(40));
        }
        options.mode = mode == kGuess ? QuizMode::Guess : QuizMode::Fool;
    }
    if (const QJsonValue digits = value("digits"); !digits.isUndefined()) {
        const auto* source =
            std::ranges::find(QuizOptions::kSources, digits.toString(), digitSourceId);
        if (source == QuizOptions::kSources.end()) {
            return tr("A quiz has no digits “%1”.").arg(digits.toString().left(40));
        }
        options.digits = *source;
    }
    if (const QJsonValue rounds = value("rounds"); !rounds.isUndefined()) {
        options.rounds = wholeNumber(rounds, 0, 100).value_or(0);
        if (std::ranges::find(QuizOptions::kRounds, options.rounds) == QuizOptions::kRounds.end()) {
            return tr("A quiz has 5, 10 or 20 rounds.");
        }
    }
    if (const QJsonValue seed = value("seed"); !seed.isUndefined()) {
        const auto number = wholeNumber(seed, 0, QuizOptions::kMostSeed);
        if (!number) {
            return tr("The seed of a quiz is a whole number from 0 to %1.")
                .arg(locale().toString(QuizOptions::kMostSeed));
        }
        options.seed = *number;
    }
    const QJsonValue started = value("started");
    if (!started.isUndefined() && !started.isBool()) {
        return tr("A quiz is started or is not.");
    }
    end();
    m_start->setOptions(options);
    if (started.toBool()) {
        start();
    }
    return {};
}

QJsonObject QuizPage::facts() const
{
    const QWidget* pane = m_panes->currentWidget();
    QJsonObject facts = state();
    const bool isGuess = facts[QStringLiteral("mode")] == kGuess;
    facts[QStringLiteral("stage")] =
        pane == m_start      ? (m_finder.isBusy() || m_startsSoon ? QStringLiteral("loading")
                                                                  : QStringLiteral("start"))
        : pane == m_result   ? QStringLiteral("done")
        : pane == m_fool     ? QStringLiteral("drawing")
        : m_guess->isShown() ? QStringLiteral("shown")
                             : QStringLiteral("asking");
    if (pane == m_start) {
        return facts;
    }
    facts[QStringLiteral("round")] =
        static_cast<int>(isGuess ? m_guess->round() : m_fool->round()) + 1;
    facts[QStringLiteral("classScore")] = isGuess ? m_guess->classScore() : m_fool->classScore();
    facts[QStringLiteral("networkScore")] =
        isGuess ? m_guess->networkScore() : m_fool->networkScore();
    if (isGuess) {
        const GuessRound& round = m_guess->rounds()[m_guess->round()];
        facts[QStringLiteral("rounds")] = static_cast<int>(m_guess->rounds().size());
        facts[QStringLiteral("votes")] = static_cast<int>(round.votes.total());
        facts[QStringLiteral("shown")] = m_guess->isShown();
    } else {
        const FoolRound& round = m_fool->rounds()[m_fool->round()];
        facts[QStringLiteral("draw")] = round.task.drawn;
        facts[QStringLiteral("readAs")] = round.task.readAs;
        facts[QStringLiteral("confidence")] = m_fool->confidence();
        facts[QStringLiteral("fooled")] = m_fool->isFooled();
        facts[QStringLiteral("isDone")] = round.isDone();
    }
    return facts;
}

} // namespace digitpad
