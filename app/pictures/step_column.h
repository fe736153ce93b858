// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace digitpad {

/// One step: its number and title, a caption, and below them what it shows.
class StepColumn : public QWidget {
    Q_OBJECT

public:
    StepColumn(const QString& title, QWidget* content, QWidget* parent = nullptr);

    void setNumber(int number);
    void setTitle(const QString& title);
    /// For a screen reader the content's description too.
    void setCaption(const QString& caption);

private:
    QLabel* m_number;
    QLabel* m_title;
    QLabel* m_caption;
    QWidget* m_content;
};

} // namespace digitpad
