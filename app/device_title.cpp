// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device_title.h"

#include <QCoreApplication>

#include <algorithm>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(DeviceTitle)
};

} // namespace

QString deviceTitle(const Device& device)
{
    if (device.id == "cpu") { // there is only one, whatever its maker calls it
        return Words::tr("CPU");
    }
    return Words::tr("%1 (%2)").arg(
        QString::fromStdString(device.name), QString::fromStdString(device.id));
}

QString deviceTitle(const std::string& id, const std::vector<Device>& devices)
{
    const auto found = std::ranges::find(devices, id, &Device::id);
    return found != devices.end() ? deviceTitle(*found) : QString::fromStdString(id);
}

} // namespace digitpad
