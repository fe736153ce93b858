// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/writer.h"

#include "app/store/sample_record.h"

#include <QSettings>

namespace digitpad {

namespace {

const QString kWriterKey = QStringLiteral("samples/writer");

} // namespace

QString currentWriter()
{
    return QSettings().value(kWriterKey).toString().trimmed().left(kLongestWriter);
}

void setCurrentWriter(const QString& name)
{
    QSettings().setValue(kWriterKey, name.trimmed());
}

} // namespace digitpad
