// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/glyph.h"

#include <QObject>

class QTimer;

namespace digitpad {

class Canvas;
class Recognition;
struct Reading;

/// Has what lies on a paper read while the pen moves, as long as that paper is on the screen. What
/// is told is always of ink that is still there.
class PaperReader : public QObject {
    Q_OBJECT

public:
    /// Belongs to the canvas.
    PaperReader(Recognition& recognition, Canvas* canvas);

    /// Tells what there is: whoever connects to it begins with that.
    void readAgain();
    /// Whether what was told last is of all the ink there is.
    [[nodiscard]] bool isUpToDate() const;

Q_SIGNALS:
    /// At least one digit was read.
    void read(const digitpad::Reading& reading);
    /// Nothing is read, and why; the glyph is what a network would see, blank without ink.
    void notRead(const QString& why, const digitpad::Glyph& glyph);
    /// Nothing has changed for a while, nor does the pen lie on the paper: the time to say it
    /// aloud.
    void settled();

protected:
    bool eventFilter(QObject* canvas, QEvent* event) override;

private:
    void send();
    void take(const Reading& reading);
    void cannotRead(const Error& error);
    void settle();
    [[nodiscard]] bool isCurrent(quint64 id) const;

    Recognition& m_recognition;
    Canvas* m_canvas;
    QTimer* m_soon;
    QTimer* m_still;
    bool m_unread = false;   // it was drawn on while the paper was not on the screen
    quint64 m_lastAsked = 0; // the newest id asked for
    quint64 m_lastTold = 0;  // the newest id answered
    quint64 m_staleUpTo = 0; // answers to drawings that are gone
    QString m_problem;       // why nothing can be read
};

} // namespace digitpad
