// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace digitpad {

/// The answer, for the back row of a class: the digits as large as there is room, how sure the
/// network is under them. Grey is the nearest guess at what may be no digit. Where there is none, a
/// calm dash and a line that says why. Words are in the widget's font.
class AnswerView : public QWidget {
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);

    /// Empty digits are no answer; several lines are parted by line breaks.
    void setAnswer(const QString& digits, const QString& caption, bool isGuess = false);
    [[nodiscard]] const QString& digits() const { return m_digits; }
    [[nodiscard]] bool isGuess() const { return m_isGuess; }
    [[nodiscard]] const QString& caption() const { return m_caption; }

    /// Has a screen reader say what is shown now.
    void announce();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_digits;
    QString m_caption;
    bool m_isGuess = false;
};

} // namespace digitpad
