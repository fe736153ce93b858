// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"

#include <QWidget>

#include <vector>

class QAction;
class QLabel;
class QListWidget;

namespace digitpad {

/// A digit to look at again.
struct QuizMemory {
    PadContent content;
    QString caption;
};

/// Who won, and the digits to look at again.
class ResultPane : public QWidget {
    Q_OBJECT

public:
    explicit ResultPane(QWidget* parent = nullptr);

    /// `about` says what the digits are, or that there are none.
    void setResult(
        int classScore, int networkScore, const QString& about,
        const std::vector<QuizMemory>& memories);

Q_SIGNALS:
    void look(const digitpad::PadContent& content);
    /// Another one.
    void again();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void fit();
    void paintDigits();

    QLabel* m_verdict;
    QLabel* m_score;
    QLabel* m_about;
    QListWidget* m_digits;
    QAction* m_again;
    std::vector<QuizMemory> m_memories;
};

} // namespace digitpad
