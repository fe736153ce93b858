// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/paper_reader.h"

#include "app/draw/canvas.h"
#include "app/error_text.h"
#include "app/recognition/recognition.h"

#include <QEvent>
#include <QTimer>

namespace digitpad {

namespace {

constexpr int kSettled = 700; // milliseconds without a change until a reading is said aloud

} // namespace

PaperReader::PaperReader(Recognition& recognition, Canvas* canvas)
    : QObject(canvas),
      m_recognition(recognition),
      m_canvas(canvas),
      m_soon(new QTimer(this)),
      m_still(new QTimer(this))
{
    // A tablet may send many points at once: they are read together.
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, &PaperReader::send);
    m_still->setSingleShot(true);
    m_still->setInterval(kSettled);
    connect(m_still, &QTimer::timeout, this, &PaperReader::settled);

    canvas->installEventFilter(this);
    connect(canvas, &Canvas::inkChanged, this, &PaperReader::readAgain);
    connect(canvas, &Canvas::strokeEnded, this, &PaperReader::settle);
    connect(&recognition, &Recognition::reading, this, &PaperReader::take);
    connect(
        &recognition, &Recognition::readingFailed, this, [this](quint64 id, const Error& error) {
            if (isCurrent(id)) {
                m_lastTold = id;
                Q_EMIT notRead(describe(error), {});
            }
        });
    connect(&recognition, &Recognition::engineFailed, this, &PaperReader::cannotRead);
    connect(&recognition, &Recognition::modelFailed, this, &PaperReader::cannotRead);
    connect(&recognition, &Recognition::modelChanged, this, [this] {
        m_problem.clear();
        readAgain();
    });
}

bool PaperReader::isUpToDate() const
{
    return m_lastTold == m_lastAsked && !m_soon->isActive() && !m_unread;
}

bool PaperReader::eventFilter(QObject* canvas, QEvent* event)
{
    if (event->type() == QEvent::Show && m_unread) {
        m_soon->start();
    }
    return QObject::eventFilter(canvas, event);
}

void PaperReader::readAgain()
{
    m_still->stop();
    if (!m_canvas->isEmpty()) {
        m_soon->start();
        return;
    }
    m_soon->stop();
    m_staleUpTo = m_lastAsked;
    Q_EMIT notRead(m_problem.isEmpty() ? tr("It is read while you draw.") : m_problem, {});
}

void PaperReader::send()
{
    m_unread = !m_canvas->isVisible();
    if (!m_unread) { // who draws on another paper is read there
        m_lastAsked = m_recognition.read(m_canvas->ink());
    }
}

bool PaperReader::isCurrent(quint64 id) const
{
    return id > m_staleUpTo && id > m_lastTold && id <= m_lastAsked;
}

void PaperReader::take(const Reading& reading)
{
    if (!isCurrent(reading.id)) {
        return;
    }
    m_lastTold = reading.id;
    if (!reading.number || reading.number->lines.empty()) {
        Q_EMIT notRead(m_problem.isEmpty() ? tr("Getting ready…") : m_problem, reading.glyph);
        return;
    }
    Q_EMIT read(reading);
    settle();
}

// A model that cannot be loaded is news here only where there is none in use.
void PaperReader::cannotRead(const Error& error)
{
    if (m_recognition.model() == nullptr) {
        m_problem = describe(error);
        readAgain();
    }
}

void PaperReader::settle()
{
    if (!m_canvas->isDrawing() && !m_canvas->isEmpty()) {
        m_still->start();
    }
}

} // namespace digitpad
