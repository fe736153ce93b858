// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/process_mark.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <QSysInfo>

namespace digitpad {

namespace {

/// When a process was started, as Linux counts; empty where there is none of that number. A number
/// alone would soon belong to another process.
QString startOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    // The name, in parentheses, may hold anything; the start is the 22nd field (proc(5)).
    const QByteArray line = file.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype kStart = 22 - 3;
    return QString::fromLatin1(fields.value(kStart));
}

QString markOf(qint64 process)
{
    const QString boot = QString::fromLatin1(QSysInfo::bootUniqueId());
    return QStringLiteral("%1 %2 %3").arg(boot).arg(process).arg(startOf(process));
}

} // namespace

QString processMark()
{
    return markOf(QCoreApplication::applicationPid());
}

bool isAlive(const QString& mark)
{
    bool isNumber = false;
    const qint64 process = mark.section(u' ', 1, 1).toLongLong(&isNumber);
    return isNumber && !startOf(process).isEmpty() && mark == markOf(process);
}

} // namespace digitpad
