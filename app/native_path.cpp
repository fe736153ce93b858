// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/native_path.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace digitpad {

ReadablePath::ReadablePath(const std::string& name) : m_path(QFile::decodeName(name.c_str()))
{
    if (!isUnicode(name)) {
        // Not blocking: a pipe with no writer would hold the call. It is refused later.
        m_descriptor = ::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (m_descriptor != -1) {
            m_path = QStringLiteral("/proc/self/fd/%1").arg(m_descriptor);
        }
    }
}

ReadablePath::~ReadablePath()
{
    if (m_descriptor != -1) {
        ::close(m_descriptor);
    }
}

bool isUnicode(const std::string& name)
{
    return QFile::encodeName(QFile::decodeName(name.c_str())).toStdString() == name;
}

} // namespace digitpad
