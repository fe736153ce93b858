// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace digitpad {

/// The answer, for the back row of a class: the digit as large as there is room, how sure the
/// network is under it. Where there is none, a calm dash and a line that says why.
class AnswerView : public QWidget {
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);

    /// An empty digit is no answer.
    void setAnswer(const QString& digit, const QString& caption);
    [[nodiscard]] const QString& digit() const { return m_digit; }
    [[nodiscard]] const QString& caption() const { return m_caption; }

    /// Has a screen reader say what is shown now.
    void announce();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_digit;
    QString m_caption;
};

} // namespace digitpad
