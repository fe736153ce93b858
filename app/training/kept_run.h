// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

namespace digitpad {

/// The file that the run at work is kept in, so that it outlives the program: one in the user's
/// data folder, which belongs to the first Digitpad that is open.
class KeptRun {
public:
    KeptRun();

    /// Takes it over from a Digitpad that has ended since, unless that left a run to go on with:
    /// the next start offers that.
    void takeOver();

    /// Empty where it belongs to another Digitpad, or where the folder cannot be written.
    [[nodiscard]] const QString& file() const { return m_file; }

    [[nodiscard]] bool isThere() const;
    /// There is nothing left to go on with.
    void remove() const;
    /// The same, for somebody who may change their mind until the program ends.
    void setAside() const;
    void takeBack() const;

private:
    [[nodiscard]] bool lock();

    QLockFile m_lock;
    QString m_file;
};

} // namespace digitpad
