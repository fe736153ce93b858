// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"
#include "app/quiz/hard_digits.h"
#include "app/quiz/quiz_options.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>
#include <vector>

class QAction;
class QStackedWidget;

namespace digitpad {

class FoolPane;
class GuessPane;
class Recognition;
class ResultPane;
class StartPane;
class Store;

/// A quiz for a class and the network: who reads hard digits better, and who is fooled.
class QuizPage : public QWidget {
    Q_OBJECT

public:
    explicit QuizPage(Recognition& recognition, QWidget* parent = nullptr);
    ~QuizPage() override;

    /// Where own samples are; it must outlive the page.
    void setStore(Store& store);

    /// What quiz it is: {"digits": "mnist-test", "seed": 7, "rounds": 10, "mode": "guess",
    /// "started": true}.
    [[nodiscard]] QJsonObject state() const;
    /// Any part may be missing; it begins the quiz where it was started. Says what is refused;
    /// nothing is changed then.
    [[nodiscard]] QString setState(const QJsonObject& state);
    /// What a lesson can ask about: {"stage": "asking", "mode": "guess", "round": 3, "rounds": 10,
    /// "votes": 5, "shown": false, "classScore": 2, "networkScore": 1}. The stages: "start",
    /// "loading", "asking", "shown", "drawing", "done".
    [[nodiscard]] QJsonObject facts() const;

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Something worth a line in the message bar.
    void message(const QString& text);
    /// Something went wrong that must not be missed.
    void warning(const QString& text);
    /// Somebody wants to look inside a digit.
    void look(const digitpad::PadContent& content);
    /// facts() or state() are others.
    void factsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Found;

    void start();
    void findDigits();
    void beginGuess(Found found);
    void end();
    void finish();
    void again();
    void showPane(QWidget* pane);
    void updateReadiness();
    [[nodiscard]] bool isUntouched() const;
    [[nodiscard]] std::vector<struct QuizMemory> guessed() const;
    [[nodiscard]] std::vector<struct QuizMemory> drawn() const;

    Recognition& m_recognition;
    StartPane* m_start;
    GuessPane* m_guess;
    FoolPane* m_fool;
    ResultPane* m_result;
    QStackedWidget* m_panes;
    QAction* m_end;

    QuizOptions m_options;                       ///< of the quiz that goes on
    DigitSource m_used = DigitSource::Synthetic; ///< where its digits come from
    std::vector<Drawing> m_drawings;             ///< of own samples: those of the rounds
    QString m_database;
    QString m_problem;         ///< why there is no model
    bool m_startsSoon = false; ///< once there is a model
    Background m_finder;
};

} // namespace digitpad
