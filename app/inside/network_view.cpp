// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_view.h"

#include "app/error_text.h"
#include "app/inside/network_detail.h"
#include "app/inside/network_diagram.h"
#include "app/inside/network_sums.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr std::size_t kMostLinks = 14;
constexpr int kMostUnits = 65'536; // of any layer there can be

const QString kLayer = QStringLiteral("layer");
const QString kUnit = QStringLiteral("unit");
const QString kRow = QStringLiteral("row");
const QString kColumn = QStringLiteral("column");

/// The strongest, the greatest of them at 1 or -1.
std::vector<NetworkLink> strongest(std::vector<NetworkLink> links)
{
    const auto size = [](const NetworkLink& link) { return std::abs(link.strength); };
    std::ranges::stable_sort(links, std::ranges::greater(), size);
    if (links.empty() || links.front().strength == 0) {
        return {};
    }
    links.resize(std::min(links.size(), kMostLinks));
    const double most = size(links.front());
    for (NetworkLink& link : links) {
        link.strength /= most;
    }
    return links;
}

/// A whole number of a state, or nothing; -1 where it is there and is none.
std::optional<int> wholeOf(const QJsonObject& state, const QString& name)
{
    const QJsonValue value = state[name];
    if (value.isUndefined()) {
        return std::nullopt;
    }
    return value.toInt(-1);
}

} // namespace

NetworkView::NetworkView(QWidget* parent)
    : InsideView(parent),
      m_diagram(new NetworkDiagram),
      m_detail(new NetworkDetail),
      m_note(new QLabel(tr("Getting ready…"))),
      m_problem(new QLabel)
{
    m_diagram->setObjectName(QStringLiteral("networkDiagram"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_diagram->hide();
    m_detail->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kMargin);
    layout->addWidget(m_diagram, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_detail, 1);
    connect(m_diagram, &NetworkDiagram::picked, this, [this](UnitPlace place) {
        choose(Choice{.unit = place, .spot = {}});
        tellState();
    });
    connect(m_diagram, &NetworkDiagram::dismissed, this, [this] {
        choose(std::nullopt);
        tellState();
    });
    connect(m_detail, &NetworkDetail::spotPicked, this, [this](const QPoint& spot) {
        choose(Choice{.unit = *m_detailed, .spot = spot});
        tellState();
    });
}

QJsonObject NetworkView::state() const
{
    if (!m_choice) {
        return {};
    }
    QJsonObject state{{kLayer, m_choice->unit.layer}, {kUnit, m_choice->unit.unit}};
    if (m_choice->spot) {
        state[kRow] = m_choice->spot->y();
        state[kColumn] = m_choice->spot->x();
    }
    return state;
}

QString NetworkView::setState(const QJsonObject& state)
{
    const QString slip = checkNames(state, {"layer", "unit", "row", "column"});
    if (!slip.isEmpty()) {
        return slip;
    }
    if (state.isEmpty()) {
        choose(std::nullopt);
        return {};
    }
    const auto row = wholeOf(state, kRow);
    const auto column = wholeOf(state, kColumn);
    Choice choice{
        .unit =
            {.layer = wholeOf(state, kLayer).value_or(1),
             .unit = wholeOf(state, kUnit).value_or(0)},
        .spot = {}};
    if (row || column) {
        choice.spot = QPoint(column.value_or(0), row.value_or(0));
    }
    const QString problem = problemOf(choice);
    if (problem.isEmpty()) {
        choose(choice);
    }
    return problem;
}

/// Before there is a model only what no model has can be refused.
QString NetworkView::problemOf(const Choice& choice) const
{
    const UnitPlace unit = choice.unit;
    const auto outOf = [this](const QString& what, int number, int least, int most) {
        return number >= least && number <= most
                   ? QString()
                   : tr("%1: there is no number %2 there, only %3 to %4.")
                         .arg(
                             what, locale().toString(number), locale().toString(least),
                             locale().toString(most));
    };
    const auto& all = model();
    const int last = all != nullptr ? static_cast<int>(all->inside->layers().size()) - 1 : 99;
    if (QString problem = outOf(tr("Layer"), unit.layer, 1, last); !problem.isEmpty()) {
        return problem;
    }
    Layer layer;
    layer.units = kMostUnits;
    layer.rows = layer.columns = Glyph::kSide;
    if (all != nullptr) {
        layer = all->inside->layers()[static_cast<std::size_t>(unit.layer)];
    }
    QString problem = outOf(tr("Unit"), unit.unit, 0, layer.units - 1);
    if (problem.isEmpty() && choice.spot) {
        problem = outOf(tr("Row"), choice.spot->y(), 0, layer.rows - 1);
        if (problem.isEmpty()) {
            problem = outOf(tr("Column"), choice.spot->x(), 0, layer.columns - 1);
        }
    }
    return problem;
}

QJsonObject NetworkView::facts() const
{
    QJsonObject facts{{QStringLiteral("isChosen"), m_choice.has_value()}};
    if (m_detailed) {
        facts[kLayer] = m_detailed->layer;
        facts[kUnit] = m_detailed->unit;
        facts[kRow] = m_detail->spot().y();
        facts[kColumn] = m_detail->spot().x();
        if (m_detail->sum()) {
            facts[QStringLiteral("sum")] = m_detail->sum()->sum;
            facts[QStringLiteral("value")] = m_detail->sum()->value;
        }
    }
    return facts;
}

void NetworkView::modelChanged()
{
    const bool isThere = model() != nullptr;
    m_note->setText(
        isThere ? tr("Draw a digit on the pad, or choose a unit to see what it looks for")
                : tr("Getting ready…"));
    m_detail->hide();
    m_note->show();
    m_diagram->setVisible(isThere);
    m_problem->hide();
    m_detailed.reset();
    m_outputs.clear();
    if (!isThere) {
        return;
    }
    const auto& layers = model()->inside->layers();
    m_diagram->setLayers(layers);
    for (int unit = 0; unit < layers.back().units; ++unit) {
        auto output = model()->inside->unit(layers.size() - 1, static_cast<std::size_t>(unit));
        if (!output) {
            m_problem->setText(describe(output.error()));
            m_problem->show();
            m_outputs.clear();
            break;
        }
        m_outputs.push_back(*std::move(output));
    }
    if (m_choice && !problemOf(*m_choice).isEmpty()) {
        m_choice.reset(); // another network, which has no such unit
    }
    choose(m_choice);
}

void NetworkView::readingChanged()
{
    if (model() == nullptr) {
        return;
    }
    m_diagram->setReading(reading());
    showUnit();
}

void NetworkView::choose(const std::optional<Choice>& choice)
{
    m_choice = choice;
    if (model() == nullptr) {
        return;
    }
    m_diagram->setChosen(choice ? std::optional(choice->unit) : std::nullopt);
    showUnit();
}

std::optional<UnitPlace> NetworkView::shown() const
{
    if (m_choice) {
        return m_choice->unit;
    }
    if (reading() == nullptr) {
        return std::nullopt;
    }
    const auto logits = reading()->activations.logits();
    return UnitPlace{
        .layer = static_cast<int>(model()->inside->layers().size()) - 1,
        .unit = static_cast<int>(std::ranges::max_element(logits) - logits.begin())};
}

void NetworkView::showUnit()
{
    const auto place = shown();
    if (place && place != m_detailed) {
        const auto unit = model()->inside->unit(
            static_cast<std::size_t>(place->layer), static_cast<std::size_t>(place->unit));
        m_problem->setVisible(!unit);
        if (!unit) {
            m_problem->setText(describe(unit.error()));
            return;
        }
        m_detail->setUnit(model(), *place, *unit);
    }
    m_detailed = place;
    (place ? static_cast<QWidget*>(m_note) : m_detail)->hide();
    (place ? static_cast<QWidget*>(m_detail) : m_note)->show();
    if (place) {
        m_detail->follow(reading(), m_choice ? m_choice->spot : std::nullopt);
    }
    showLinks();
}

/// What the chosen unit gets its number from, and what it gives to the outputs.
void NetworkView::showLinks()
{
    std::vector<NetworkLink> links;
    QRectF field;
    if (m_detailed) {
        const auto& layers = model()->inside->layers();
        const QPoint spot = m_detail->spot();
        field = fieldOf(layers, m_detailed->layer, spot.y(), spot.x());
        if (m_detail->sum()) {
            links = linksInto(*m_detailed);
            std::ranges::move(linksToOutputs(*m_detailed), std::back_inserter(links));
        }
    }
    m_diagram->setField(field);
    m_diagram->setLinks(links);
}

std::vector<NetworkLink> NetworkView::linksInto(UnitPlace place) const
{
    if (place.layer == 1) {
        return {}; // the pixels are shown as a field
    }
    const Layer& layer = model()->inside->layers()[static_cast<std::size_t>(place.layer)];
    const std::vector<float>& products = m_detail->sum()->products;
    std::vector<NetworkLink> links;
    const int each = layer.kernel * layer.kernel;
    for (int input = 0; input < layer.inputs; ++input) {
        double sum = 0;
        for (int i = input * each; i < (input + 1) * each; ++i) {
            sum += products[static_cast<std::size_t>(i)];
        }
        links.push_back(
            {.from = {.layer = place.layer - 1, .unit = input}, .to = place.unit, .strength = sum});
    }
    return strongest(std::move(links));
}

std::vector<NetworkLink> NetworkView::linksToOutputs(UnitPlace place) const
{
    const auto& layers = model()->inside->layers();
    if (place.layer + 2 != std::ssize(layers)) {
        return {};
    }
    const auto& values =
        reading()->activations.layers[static_cast<std::size_t>(place.layer)].values;
    const int each = layers.back().kernel * layers.back().kernel;
    std::vector<NetworkLink> links;
    for (std::size_t output = 0; output < m_outputs.size(); ++output) {
        double sum = 0;
        for (int i = place.unit * each; i < (place.unit + 1) * each; ++i) {
            const auto at = static_cast<std::size_t>(i);
            sum += double{m_outputs[output].weights[at]} * values[at];
        }
        links.push_back({.from = place, .to = static_cast<int>(output), .strength = sum});
    }
    return strongest(std::move(links));
}

void NetworkView::tellState()
{
    Q_EMIT factsChanged();
}

} // namespace digitpad
