// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/kept_run.h"

#include "app/checkpoint_file.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace digitpad {

namespace {

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

QString path()
{
    return QDir(folder()).filePath(kCheckpointName);
}

const QString kAside = QStringLiteral(".thrown-away");

} // namespace

KeptRun::KeptRun() : m_lock(QDir(folder()).filePath(QStringLiteral("training.lock")))
{
    m_lock.setStaleLockTime(0); // a run may take days; the lock of a dead program is known by that
    if (lock()) {
        m_file = path();
        QFile::remove(m_file + kAside);
    }
}

bool KeptRun::lock()
{
    return QDir().mkpath(folder()) && m_lock.tryLock();
}

void KeptRun::takeOver()
{
    if (!m_file.isEmpty() || !lock()) {
        return;
    }
    if (QFile::exists(path())) {
        m_lock.unlock();
    } else {
        m_file = path();
    }
}

bool KeptRun::isThere() const
{
    return !m_file.isEmpty() && QFile::exists(m_file);
}

void KeptRun::remove() const
{
    if (!m_file.isEmpty()) {
        QFile::remove(m_file);
    }
}

void KeptRun::setAside() const
{
    if (isThere()) {
        QFile::remove(m_file + kAside);
        QFile::rename(m_file, m_file + kAside);
    }
}

void KeptRun::takeBack() const
{
    if (!m_file.isEmpty()) {
        QFile::rename(m_file + kAside, m_file);
    }
}

} // namespace digitpad
