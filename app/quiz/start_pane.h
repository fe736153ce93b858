// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/quiz/quiz_options.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace digitpad {

class ProgressLine;

/// What kind of quiz it is to be.
class StartPane : public QWidget {
    Q_OBJECT

public:
    explicit StartPane(QWidget* parent = nullptr);

    [[nodiscard]] QuizOptions options() const;
    void setOptions(const QuizOptions& options);

    /// Why it cannot begin; empty: it can.
    void setWhyNot(const QString& why);
    /// The digits are being looked for.
    void setBusy(bool busy);
    /// How far that is, 0 to 1.
    void setProgress(double part);
    /// What went wrong; empty: nothing.
    void setProblem(const QString& problem);

Q_SIGNALS:
    void start();
    void changed();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeFields();
    void layOut();
    void follow();

    QLabel* m_title;
    QRadioButton* m_guess;
    QRadioButton* m_fool;
    QComboBox* m_digits;
    QComboBox* m_rounds;
    QSpinBox* m_seed;
    QLabel* m_note;
    ProgressLine* m_progress;
    QAction* m_start;
    QString m_whyNot;
    QString m_problem;
    bool m_isBusy = false;
};

} // namespace digitpad
