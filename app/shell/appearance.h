// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QApplication;
class QDBusVariant;

namespace digitpad {

/// Light or dark: what the person chose, or what the desktop says and goes on saying. The desktop
/// is asked through the freedesktop.org settings portal, which also knows whether it wants less
/// motion. Until it has answered, its last answer holds; where there was none, the palette that Qt
/// came up with decides.
class Appearance : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    /// Applies the remembered choice to the application at once.
    explicit Appearance(QApplication& application, QObject* parent = nullptr);

    /// Asks the desktop, and listens to it from then on. Connecting to it takes a while.
    void followDesktop();

    [[nodiscard]] Choice choice() const { return m_choice; }
    /// Applies and remembers.
    void choose(Choice choice);

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& key);
    void learn(bool& known, bool said, const QString& key);
    void apply();

    QApplication& m_application;
    Choice m_choice = Choice::System;
    bool m_systemDark = false;
    bool m_lessMotion = false;
};

} // namespace digitpad
