// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_diagram.h"

#include "app/inside/open_model.h"
#include "app/shell/theme.h"
#include "app/widgets/accessible_role.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kOutputTile = 18; // pixels
constexpr double kLeastCell = 6;
constexpr double kOpenTimes = 3; // as wide as the others
constexpr int kLeastHeight = 216;

} // namespace

NetworkDiagram::NetworkDiagram(QWidget* parent) : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("The network, layer by layer"));
}

void NetworkDiagram::setLayers(const std::vector<Layer>& layers)
{
    m_layers = layers;
    m_columns.assign(layers.size(), {});
    m_reading.reset();
    m_chosen.reset();
    m_links.clear();
    m_field = {};
    m_cursor = {.layer = 1};
    layOut();
    paintNumbers();
    describe();
    update();
}

void NetworkDiagram::setReading(const std::shared_ptr<const LiveReading>& reading)
{
    m_reading = reading;
    paintNumbers();
    describe();
    update();
}

void NetworkDiagram::setChosen(std::optional<UnitPlace> place)
{
    if (place == m_chosen) {
        return;
    }
    const int before = openLayer();
    m_chosen = place;
    if (openLayer() != before) {
        layOut();
    }
    if (place) {
        reveal(*place);
    }
    update();
}

void NetworkDiagram::setLinks(const std::vector<NetworkLink>& links)
{
    if (links != m_links) {
        m_links = links;
        update();
    }
}

void NetworkDiagram::setField(const QRectF& pixels)
{
    if (pixels != m_field) {
        m_field = pixels;
        update();
    }
}

QRectF NetworkDiagram::place(UnitPlace place) const
{
    const Column& column = m_columns[static_cast<std::size_t>(place.layer)];
    const int shown = place.unit - column.first;
    if (shown < 0 || shown >= column.mosaic.maps) {
        return {};
    }
    return column.mosaic.tile(shown).translated(column.corner);
}

std::optional<UnitPlace> NetworkDiagram::unitAt(const QPointF& point) const
{
    for (int layer = 0; layer <= lastLayer(); ++layer) {
        const Column& column = m_columns[static_cast<std::size_t>(layer)];
        if (layer == lastLayer() && column.area.contains(point)) { // the words beside it, too
            const double tall = column.area.height() / column.mosaic.maps;
            const int unit = static_cast<int>((point.y() - column.area.top()) / tall);
            return UnitPlace{.layer = layer, .unit = std::min(unit, column.mosaic.maps - 1)};
        }
        if (const auto shown = column.mosaic.mapAt(point - column.corner)) {
            return UnitPlace{.layer = layer, .unit = column.first + *shown};
        }
    }
    return std::nullopt;
}

QSize NetworkDiagram::sizeHint() const
{
    return {640, 280};
}

QSize NetworkDiagram::minimumSizeHint() const
{
    return {480, kLeastHeight};
}

/// The layer that is shown larger; 0 for none.
int NetworkDiagram::openLayer() const
{
    return m_chosen && m_chosen->layer < lastLayer() ? m_chosen->layer : 0;
}

/// Chinese characters come from a taller font than the one that is asked.
double NetworkDiagram::captionLine()
{
    return 1.25 * QFontMetrics(theme::captionFont()).height();
}

double NetworkDiagram::captionHeight()
{
    return 2 * captionLine() + theme::kGap / 2.0;
}

double NetworkDiagram::outputsWidth() const
{
    const QFontMetrics metrics(theme::bodyFont());
    int widest = 0;
    for (int unit = 0; unit < m_layers.back().units; ++unit) {
        widest = std::max(widest, metrics.horizontalAdvance(outputTitle(unit, locale())));
    }
    const QString number = locale().toString(-88.88, 'f', 2);
    return kOutputTile + widest + metrics.horizontalAdvance(number) + 3.0 * theme::kGap;
}

void NetworkDiagram::layOut()
{
    if (m_layers.empty()) {
        return;
    }
    const int middle = lastLayer() - 1;
    const double gap = middle == 1 ? 7.0 * theme::kGap : 2.0 * theme::kGap;
    const double top = captionHeight();
    const double tall = height() - top;
    const double outputs = outputsWidth();
    const double glyph = std::min(tall, width() * (middle == 1 ? 0.27 : 0.15));
    const double rest = width() - glyph - outputs - gap * (middle + 1);
    const double parts = middle + (openLayer() > 0 ? kOpenTimes - 1 : 0);
    double left = 0;
    for (int layer = 0; layer <= lastLayer(); ++layer) {
        const double wide = layer == 0 ? glyph
                            : layer == lastLayer()
                                ? outputs
                                : rest / parts * (layer == openLayer() ? kOpenTimes : 1);
        const QRectF area(left, top, wide, tall);
        layer == lastLayer() ? layOutOutputs(area) : layOutColumn(layer, area);
        left += wide + gap;
    }
}

void NetworkDiagram::layOutColumn(int layer, const QRectF& area)
{
    const Layer& of = m_layers[static_cast<std::size_t>(layer)];
    Column& column = m_columns[static_cast<std::size_t>(layer)];
    const double gap = givesNumbers(of) ? 3 : 2;
    column.area = area;
    column.first = 0;
    column.mosaic =
        Mosaic::fitted(of.units, of.rows, of.columns, area.size(), gap, devicePixelRatioF());
    if (column.mosaic.cell * of.columns < kLeastCell) { // more than fit: some of them
        const double step = kLeastCell + gap;
        Mosaic& mosaic = column.mosaic;
        mosaic.cell = kLeastCell / of.columns;
        mosaic.across = std::max(1, static_cast<int>((area.width() + gap) / step));
        const int down = std::max(1, static_cast<int>((area.height() + gap) / step));
        mosaic.maps = std::min(of.units, mosaic.across * down);
    }
    const QSizeF left = area.size() - column.mosaic.size();
    column.corner = area.topLeft() + QPointF(layer == 0 ? 0 : left.width() / 2, left.height() / 2);
}

void NetworkDiagram::layOutOutputs(const QRectF& area)
{
    Column& column = m_columns.back();
    const int units = m_layers.back().units;
    const double tall = area.height() / units;
    const double side = std::min<double>(kOutputTile, tall - 3);
    column.area = area;
    column.mosaic = {.maps = units, .across = 1, .cell = side, .gap = tall - side};
    column.corner = area.topLeft() + QPointF(0, (tall - side) / 2);
}

void NetworkDiagram::reveal(UnitPlace place)
{
    Column& column = m_columns[static_cast<std::size_t>(place.layer)];
    const int units = m_layers[static_cast<std::size_t>(place.layer)].units;
    const int across = column.mosaic.across;
    const int before = column.first;
    if (place.unit < column.first) {
        column.first = place.unit / across * across;
    } else if (place.unit >= column.first + column.mosaic.maps) {
        column.first = (place.unit / across + 1) * across - column.mosaic.maps / across * across;
    }
    column.mosaic.maps = std::min(column.mosaic.maps, units - column.first);
    if (column.first != before) {
        update();
    }
}

bool NetworkDiagram::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_layers.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto unit = unitAt(help->pos())) {
            QToolTip::showText(
                help->globalPos(), textOf(*unit), this, place(*unit).toAlignedRect());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QWidget::event(event);
}

void NetworkDiagram::resizeEvent(QResizeEvent* /*event*/)
{
    layOut();
    if (m_chosen) {
        reveal(*m_chosen);
    }
}

void NetworkDiagram::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        paintNumbers();
    }
    QWidget::changeEvent(event);
}

/// What a unit gives, for whoever points at it.
QString NetworkDiagram::textOf(UnitPlace place) const
{
    const QString title = unitTitle(m_layers, place, locale());
    if (m_reading == nullptr) {
        return title;
    }
    const Layer& layer = m_layers[static_cast<std::size_t>(place.layer)];
    const auto& values =
        m_reading->activations.layers[static_cast<std::size_t>(place.layer)].values;
    const auto each = static_cast<std::ptrdiff_t>(layer.rows) * layer.columns;
    const auto first = values.begin() + place.unit * each;
    const auto most = std::max_element(first, first + each);
    const QString value = figureText(*most, locale());
    if (givesNumbers(layer)) {
        return tr("%1: %2", "a unit, what it gives").arg(title, value);
    }
    const auto at = static_cast<int>(most - first);
    return tr("%1: at most %2, in row %3, column %4")
        .arg(
            title, value, locale().toString(at / layer.columns + 1),
            locale().toString(at % layer.columns + 1));
}

void NetworkDiagram::describe()
{
    setAccessibleDescription(m_layers.empty() ? QString() : textOf(m_cursor));
}

} // namespace digitpad
