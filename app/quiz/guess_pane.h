// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quiz/hard_digits.h"
#include "app/quiz/votes.h"

#include <QWidget>

#include <span>
#include <vector>

class QAction;
class QLabel;
class QStackedLayout;

namespace digitpad {

class AnswerView;
class DigitMenu;
class GlyphView;
class VoteBars;

/// One digit of a quiz and what the class said.
struct GuessRound {
    QuizDigit digit;
    Votes votes;

    [[nodiscard]] bool isClassRight() const { return votes.answer() == digit.label; }
    [[nodiscard]] bool isNetworkRight() const { return digit.isReadRight(); }
};

/// A digit as large as there is room, the votes of the class for what it is, then what the network
/// says, and the truth; round after round.
class GuessPane : public QWidget {
    Q_OBJECT

public:
    explicit GuessPane(QWidget* parent = nullptr);

    /// Begins with the first of them; at least one.
    void begin(const std::vector<QuizDigit>& digits);

    [[nodiscard]] const std::vector<GuessRound>& rounds() const { return m_rounds; }
    [[nodiscard]] std::size_t round() const { return m_round; } ///< from 0
    [[nodiscard]] bool isShown() const { return m_isShown; }    ///< the truth
    /// Nobody has voted yet.
    [[nodiscard]] bool isUntouched() const;
    // Of the rounds that were shown.
    [[nodiscard]] int classScore() const;
    [[nodiscard]] int networkScore() const;

Q_SIGNALS:
    void changed();
    /// The last round is over.
    void finished();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] std::span<const GuessRound> shownRounds() const;
    void makeActions();
    void layOut();
    void updateActions();
    void fit();

    void vote(int digit);
    void takeBack();
    void goOn();
    void display();
    void displayVerdict();
    void announce(const QString& text);

    GlyphView* m_glyph;
    QLabel* m_where;
    QLabel* m_score;
    QLabel* m_question;
    QLabel* m_status;
    QStackedLayout* m_top = nullptr;
    AnswerView* m_class;
    AnswerView* m_network;
    AnswerView* m_truth;
    VoteBars* m_bars;
    DigitMenu* m_vote;
    QAction* m_takeBack = nullptr;
    QAction* m_goOn = nullptr;

    std::vector<GuessRound> m_rounds;
    std::size_t m_round = 0;
    bool m_isShown = false;
};

} // namespace digitpad
