// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/sketch.h"

#include <QUndoCommand>

#include <numeric>
#include <ranges>

namespace digitpad {

/// Strokes that appear on the paper, each at its index, or disappear from there.
class Sketch::Change : public QUndoCommand {
public:
    enum class Kind { Appear, Disappear };

    Change(Sketch& sketch, Kind kind, QList<qsizetype> indices, Drawing strokes)
        : m_sketch(sketch),
          m_kind(kind),
          m_indices(std::move(indices)),
          m_strokes(std::move(strokes))
    {
    }

    void redo() override { m_kind == Kind::Appear ? appear() : disappear(); }
    void undo() override { m_kind == Kind::Appear ? disappear() : appear(); }

private:
    void appear()
    {
        for (qsizetype i = 0; i < m_indices.size(); ++i) {
            m_sketch.m_strokes.insert(m_indices[i], m_strokes[i]);
        }
        Q_EMIT m_sketch.appeared(m_strokes);
    }

    void disappear()
    {
        for (const qsizetype index : std::views::reverse(m_indices)) {
            m_sketch.m_strokes.removeAt(index);
        }
        Q_EMIT m_sketch.disappeared(m_strokes);
    }

    Sketch& m_sketch;
    Kind m_kind;
    QList<qsizetype> m_indices; // ascending
    Drawing m_strokes;          // shared with the sketch, so a step costs little
};

void Sketch::add(const Drawing& strokes)
{
    if (strokes.isEmpty()) {
        return;
    }
    QList<qsizetype> indices(strokes.size());
    std::iota(indices.begin(), indices.end(), m_strokes.size());
    m_undoStack.push(new Change(*this, Change::Kind::Appear, indices, strokes));
}

void Sketch::remove(const QList<qsizetype>& indices)
{
    if (indices.isEmpty()) {
        return;
    }
    Drawing strokes;
    for (const qsizetype index : indices) {
        strokes.append(m_strokes[index]);
    }
    m_undoStack.push(new Change(*this, Change::Kind::Disappear, indices, strokes));
}

void Sketch::clear()
{
    QList<qsizetype> all(m_strokes.size());
    std::iota(all.begin(), all.end(), 0);
    remove(all);
}

} // namespace digitpad
