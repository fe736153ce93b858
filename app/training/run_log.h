// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPlainTextEdit;

namespace digitpad {

/// What a run printed, folded to its last line until opened.
class RunLog : public QWidget {
    Q_OBJECT

public:
    /// `open` is the checkable action that unfolds it.
    explicit RunLog(QAction* open, QWidget* parent = nullptr);

    void append(const QStringList& lines);
    void clear();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showLast();

    QString m_last;
    QLabel* m_lastLine;
    QPlainTextEdit* m_text;
};

} // namespace digitpad
