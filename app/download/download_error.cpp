// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/download/download_error.h"

#include <QCoreApplication>
#include <QDir>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DownloadError)

public:
    using Kind = DownloadError::Kind;

    /// %1 is where, %2 the technical detail.
    static QString sentence(Kind kind)
    {
        switch (kind) {
        case Kind::Unreachable:
            return tr("%1 could not be reached (%2). Check the network connection and try again.");
        case Kind::Silent:
            return tr("%1 does not answer. Check the network connection and try again.");
        case Kind::Insecure:
            return tr("There is no secure connection to %1 (%2). Networks that want you to log in "
                      "do this, and so does a clock that is wrong.");
        case Kind::Refused:
            return tr("%1 does not give the file out (%2). Try again later.");
        case Kind::WebPage:
            return tr("A web page came from %1 instead of the file. Your network may want you to "
                      "log in: do so in the browser, then try again.");
        case Kind::BrokenOff:
            return tr("The transfer from %1 broke off (%2). What has arrived is kept: try again "
                      "to go on from there.");
        case Kind::WrongContent:
            return tr("What %1 sent is not what was published (%2), so it was thrown away. Try "
                      "again later.");
        case Kind::CannotStore:
            return tr("Could not save %1: %2. Make room there or choose another folder.");
        case Kind::Busy:
            break;
        }
        return tr("Another Digitpad is downloading into %1. Wait until it is done.");
    }
};

} // namespace

QString describe(const DownloadError& error)
{
    const QString where = error.isHere() ? QDir::toNativeSeparators(error.where) : error.where;
    QString sentence = Words::sentence(error.kind);
    // As in error_text.cpp: a %2 in a name is no place marker.
    return (sentence + QStringLiteral("\u001f%1%2"))
        .arg(where, error.detail)
        .section(QLatin1Char('\u001f'), 0, 0);
}

} // namespace digitpad
