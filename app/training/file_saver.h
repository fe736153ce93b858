// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QThreadPool>
#include <QWidget>

#include <functional>

namespace digitpad {

/// Saves files of a page: asks where, and writes off the GUI thread. A file appears whole or not at
/// all. The destructor waits for what is being written.
class FileSaver : public QObject {
    Q_OBJECT

public:
    /// Writes to the path; called on another thread.
    using Write = std::function<Result<void>(const QString& path)>;
    using Saved = std::function<void(const QString& path)>;

    /// `page` is what the dialogs belong to.
    explicit FileSaver(QWidget* page);

    /// `name` is suggested, and its suffix is given to a name without one. `saved` is called here
    /// with the path once it is saved.
    void save(
        const QString& title, const QString& name, const QString& filter, const Write& write,
        const Saved& saved = {});

Q_SIGNALS:
    /// Where it was saved.
    void message(const QString& text);
    /// Why it was not.
    void warning(const QString& text);

private:
    void start(const QString& path, const Write& write, const Saved& saved);

    QWidget* m_page;
    QThreadPool m_threads;
};

} // namespace digitpad
