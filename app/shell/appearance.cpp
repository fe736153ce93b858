// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/appearance.h"

#include "app/shell/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");

const QString kAppearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString kColorScheme = QStringLiteral("color-scheme"); // 0 no wish, 1 dark, 2 light
const QString kInterfaceGroup = QStringLiteral("org.gnome.desktop.interface");
const QString kAnimations = QStringLiteral("enable-animations");

const QString kChoiceKey = QStringLiteral("window/appearance");
const QString kSystemDarkKey = QStringLiteral("window/systemDark");
const QString kLessMotionKey = QStringLiteral("window/lessMotion");

} // namespace

Appearance::Appearance(QApplication& application, QObject* parent)
    : QObject(parent), m_application(application)
{
    const QSettings settings;
    const int remembered = settings.value(kChoiceKey, 0).toInt();
    m_choice = static_cast<Choice>(std::clamp(remembered, 0, static_cast<int>(Choice::Dark)));
    const bool paletteIsDark = theme::isDark(QApplication::palette());
    m_systemDark = settings.value(kSystemDarkKey, paletteIsDark).toBool();
    m_lessMotion = settings.value(kLessMotionKey, false).toBool();
    apply();
}

void Appearance::followDesktop()
{
    QDBusConnection::sessionBus().connect(
        kPortal, kPortalPath, kPortalSettings, QStringLiteral("SettingChanged"), this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(kAppearanceGroup, kColorScheme);
    ask(kInterfaceGroup, kAnimations);
}

void Appearance::choose(Choice choice)
{
    m_choice = choice;
    QSettings().setValue(kChoiceKey, static_cast<int>(choice));
    apply();
}

void Appearance::ask(const QString& group, const QString& key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    call << group << key;
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            settingChanged(group, key, reply.value());
        }
        watcher->deleteLater();
    });
}

void Appearance::settingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    QVariant inner = value.variant(); // Read() wraps the value twice
    while (inner.canConvert<QDBusVariant>()) {
        inner = inner.value<QDBusVariant>().variant();
    }
    if (group == kAppearanceGroup && key == kColorScheme) {
        learn(m_systemDark, inner.toUInt() == 1, kSystemDarkKey);
    } else if (group == kInterfaceGroup && key == kAnimations) {
        learn(m_lessMotion, !inner.toBool(), kLessMotionKey);
    }
}

/// Remembers what the desktop said, where it is news.
void Appearance::learn(bool& known, bool said, const QString& key)
{
    QSettings().setValue(key, said);
    if (std::exchange(known, said) != said) {
        apply();
    }
}

void Appearance::apply()
{
    const bool dark = m_choice == Choice::Dark || (m_choice == Choice::System && m_systemDark);
    theme::apply(m_application, dark, m_lessMotion);
}

} // namespace digitpad
