// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/draw/pen_stroke.h"

#include <QObject>
#include <QUndoStack>

namespace digitpad {

/// The drawing on the paper and all that was done to it. Every change can be undone, without limit.
class Sketch : public QObject {
    Q_OBJECT

public:
    explicit Sketch(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] const Drawing& strokes() const { return m_strokes; }
    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }

    /// Puts strokes on top of what is there.
    void add(const Drawing& strokes);
    /// Takes away the strokes at these indices, which ascend.
    void remove(const QList<qsizetype>& indices);
    void clear();

Q_SIGNALS:
    void appeared(const digitpad::Drawing& strokes);
    void disappeared(const digitpad::Drawing& strokes);

private:
    class Change;

    Drawing m_strokes;
    QUndoStack m_undoStack;
};

} // namespace digitpad
