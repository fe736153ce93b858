// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/inside_view.h"
#include "app/inside/network_words.h"

#include <QPoint>

#include <optional>
#include <vector>

class QLabel;

namespace digitpad {

class NetworkDetail;
class NetworkDiagram;
struct NetworkLink;

/// The network, layer by layer, as the drawing runs through it; and what one of its units computes.
/// While none is chosen it is the output that wins.
class NetworkView : public InsideView {
    Q_OBJECT

public:
    explicit NetworkView(QWidget* parent = nullptr);

    /// {"layer": 1, "unit": 12}, and on a map {"row": 3, "column": 4}; each where it was chosen.
    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    /// The unit that is shown, "isChosen", and of what is read its "sum" and "value".
    [[nodiscard]] QJsonObject facts() const override;

    // What is shown.
    using InsideView::model;
    using InsideView::reading;

protected:
    void modelChanged() override;
    void readingChanged() override;

private:
    struct Choice {
        UnitPlace unit;
        std::optional<QPoint> spot; ///< column and row of its map

        friend bool operator==(const Choice&, const Choice&) = default;
    };

    [[nodiscard]] QString problemOf(const Choice& choice) const;
    void choose(const std::optional<Choice>& choice);
    /// The unit whose computation is shown.
    [[nodiscard]] std::optional<UnitPlace> shown() const;
    void showUnit();
    void showLinks();
    [[nodiscard]] std::vector<NetworkLink> linksInto(UnitPlace place) const;
    [[nodiscard]] std::vector<NetworkLink> linksToOutputs(UnitPlace place) const;
    void tellState();

    NetworkDiagram* m_diagram;
    NetworkDetail* m_detail;
    QLabel* m_note;
    QLabel* m_problem;

    std::optional<Choice> m_choice;
    std::optional<UnitPlace> m_detailed; ///< what m_detail has
    std::vector<Unit> m_outputs;         ///< of the last layer
};

} // namespace digitpad
