// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>
#include <optional>

class QToolButton;

namespace digitpad {

/// The ten digits in their colours. One of them can be singled out.
class MapLegend : public QWidget {
    Q_OBJECT

public:
    explicit MapLegend(QWidget* parent = nullptr);

    void setSingled(std::optional<int> digit);

Q_SIGNALS:
    /// Somebody wants to see this one, or all again.
    void singledWanted(std::optional<int> digit);

private:
    std::array<QToolButton*, 10> m_buttons{};
};

} // namespace digitpad
