// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/download/download.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace digitpad {

class ProgressLine;

/// A download as it is seen: a button that starts and cancels it, for the row above; and below, how
/// far it is or what went wrong. Hidden while there is nothing to say.
class DownloadField : public QWidget {
    Q_OBJECT

public:
    explicit DownloadField(DownloadPlan plan, QWidget* parent = nullptr);

    [[nodiscard]] const QString& folder() const { return m_download.plan().folder; }
    [[nodiscard]] bool isRunning() const { return m_download.isRunning(); }
    [[nodiscard]] QPushButton* button() const { return m_button; }

    /// What is left to say of an earlier one is of no interest any more.
    void clear();

Q_SIGNALS:
    /// Somebody has asked for it.
    void started();
    /// isRunning() has changed.
    void changed();
    /// All of it is there.
    void finished();
    /// Somebody would rather do without, after it went wrong.
    void syntheticWanted();
    void folderWanted();

private:
    void toggle();
    void showProgress(const DownloadProgress& progress);
    void showEnd(const QString& text, const QString& button, bool isFailure);

    Download m_download;
    QPushButton* m_button;
    ProgressLine* m_line;
    QLabel* m_text;
    QLabel* m_otherwise; ///< what to do without it
};

} // namespace digitpad
