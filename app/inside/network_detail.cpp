// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_detail.h"

#include "app/inside/figure_sheet.h"
#include "app/inside/network_sums.h"
#include "app/inside/open_model.h"
#include "app/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr int kSign = 32; // pixels for a sign between two pictures
constexpr int kLeastSide = 84;
constexpr int kGoodSide = 112; // four pixels for one of the glyph
constexpr int kWidestSum = 360;
constexpr int kMostSide = 308;

double largest(const std::vector<float>& numbers)
{
    double most = 1e-9;
    for (const float number : numbers) {
        most = std::max(most, std::abs(double{number}));
    }
    return most;
}

QLabel* makeCaption()
{
    auto* label = new QLabel;
    label->setFont(theme::captionFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

NetworkDetail::NetworkDetail(QWidget* parent)
    : QWidget(parent),
      m_pictures(new QHBoxLayout),
      m_map(addPicture("networkMap", tr("What it gives"), {})),
      m_weights(addPicture("networkWeights", tr("What it looks for"), {})),
      m_inputs(addPicture("networkInputs", tr("What it sees"), QStringLiteral("×"))),
      m_products(addPicture("networkProducts", tr("What it got"), QStringLiteral("="))),
      m_sumSheet(new FigureSheet),
      m_softmax(new FigureSheet),
      m_title(new QLabel),
      m_about(makeCaption()),
      m_readout(makeCaption())
{
    m_title->setFont(theme::titleFont());
    m_title->setObjectName(QStringLiteral("networkUnit"));
    m_readout->setObjectName(QStringLiteral("networkReadout"));
    m_sumSheet->setObjectName(QStringLiteral("networkSum"));
    m_sumSheet->setAccessibleName(tr("The sum, written out"));
    m_sumSheet->setSpare(1);
    m_softmax->setObjectName(QStringLiteral("networkSoftmax"));
    m_softmax->setAccessibleName(tr("Softmax, step by step"));
    m_softmax->setHeader(softmaxHeader());
    m_pictures->setSpacing(theme::kGap);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kMargin);
    head->addWidget(m_title);
    head->addWidget(m_about, 1, Qt::AlignBottom);
    auto* body = new QHBoxLayout;
    body->setSpacing(theme::kGroup);
    body->addLayout(m_pictures);
    body->addWidget(m_sumSheet, 1, Qt::AlignTop);
    body->addWidget(m_softmax, 1, Qt::AlignTop);
    body->addStretch();
    m_sumSheet->setMaximumWidth(kWidestSum);
    m_softmax->setMaximumWidth(kWidestSum);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    layout->addLayout(body, 1);
    layout->addWidget(m_readout);

    connect(m_map.picture, &NumberPicture::picked, this, [this](std::size_t number) {
        const int columns = layer().columns;
        Q_EMIT spotPicked({static_cast<int>(number) % columns, static_cast<int>(number) / columns});
    });
    connect(m_map.picture, &NumberPicture::pointedChanged, this, [this] { showMap(); });
    for (const Titled& titled : {m_weights, m_inputs, m_products}) {
        connect(titled.picture, &NumberPicture::pointedChanged, this, &NetworkDetail::point);
    }
}

NetworkDetail::Titled
NetworkDetail::addPicture(const char* name, const QString& caption, const QString& sign)
{
    Titled titled{.box = new QWidget, .picture = new NumberPicture, .sign = new QLabel(sign)};
    titled.picture->setObjectName(QString::fromLatin1(name));
    titled.picture->setAccessibleName(caption);
    titled.sign->setFont(theme::titleFont());
    titled.sign->setFixedHeight(kLeastSide + kSign);
    if (sign.isEmpty()) {
        titled.sign->hide();
    }
    auto* words = makeCaption();
    words->setText(caption);
    auto* column = new QVBoxLayout(titled.box);
    column->setContentsMargins({});
    column->setSpacing(theme::kGap / 2);
    column->addWidget(words);
    column->addWidget(titled.picture, 1);
    m_pictures->addWidget(titled.sign, 0, Qt::AlignTop);
    m_pictures->addWidget(titled.box);
    return titled;
}

const Layer& NetworkDetail::layer() const
{
    return m_model->inside->layers()[static_cast<std::size_t>(m_place.layer)];
}

void NetworkDetail::setUnit(
    const std::shared_ptr<const OpenModel>& model, UnitPlace place, const Unit& unit)
{
    m_model = model;
    m_place = place;
    m_unit = unit;
    m_reading.reset();
    m_sum.reset();
    m_spot.reset();
    m_pointed.reset();
    arrange();
}

void NetworkDetail::follow(
    const std::shared_ptr<const LiveReading>& reading, const std::optional<QPoint>& spot)
{
    m_reading = reading;
    m_spot = spot;
    refresh();
}

QPoint NetworkDetail::spot() const
{
    if (m_spot || m_reading == nullptr) {
        return m_spot.value_or(QPoint(layer().columns / 2, layer().rows / 2));
    }
    const auto& sums = m_reading->activations.layers[static_cast<std::size_t>(m_place.layer)].sums;
    const auto each = static_cast<std::ptrdiff_t>(layer().rows) * layer().columns;
    const auto first = sums.begin() + m_place.unit * each;
    const int at = static_cast<int>(std::max_element(first, first + each) - first);
    return {at % layer().columns, at / layer().columns};
}

/// What there is to show of a unit of this layer.
void NetworkDetail::arrange()
{
    const auto& layers = m_model->inside->layers();
    const bool isLast = isOutput(layers, m_place);
    const std::array<std::pair<QWidget*, bool>, 4> parts{
        {{m_map.box, !givesNumbers(layer())},
         {m_inputs.box, !isLast}, // the layer before, which can be seen above
         {m_inputs.sign, !isLast},
         {m_softmax, isLast}}};
    for (const bool isShown : {false, true}) { // never more at a time than there is room for
        for (const auto& [part, isNeeded] : parts) {
            if (isNeeded == isShown) {
                part->setVisible(isShown);
            }
        }
    }
    m_products.sign->setText(isLast ? QStringLiteral("→") : QStringLiteral("="));
    m_title->setText(unitTitle(layers, m_place, locale()));
}

/// As large as the sums leave room for; where they would leave little, without the factors of their
/// products, which can be pointed at.
void NetworkDetail::sizePictures()
{
    const std::array all{m_map, m_weights, m_inputs, m_products};
    const auto isShown = [](const Titled& titled) { return !titled.box->isHidden(); };
    const auto count = static_cast<int>(std::ranges::count_if(all, isShown));
    const int tallest = height() - m_title->height() - m_readout->height() - kSign;
    const int softmax = m_softmax->isHidden() ? 0 : m_softmax->sizeHint().width() + theme::kGroup;
    const auto sideBeside = [&](int sums) {
        const int room = width() - theme::kGroup - sums - softmax - (count - 1) * kSign;
        return std::min(room / count - 2 * NumberPicture::kEdge, tallest) / Glyph::kSide *
               Glyph::kSide;
    };
    int side = sideBeside(m_sumSheet->sizeHint().width());
    if (side < kGoodSide) {
        side = std::min(kGoodSide, sideBeside(m_sumSheet->minimumSizeHint().width()));
    }
    side = std::clamp(side, kLeastSide, kMostSide) + 2 * NumberPicture::kEdge;
    for (const Titled& titled : all) {
        titled.picture->setSide(side);
    }
}

void NetworkDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    sizePictures();
}

void NetworkDetail::refresh()
{
    m_sum.reset();
    if (m_reading != nullptr) {
        m_sum = writtenOut(
            m_model->inside->layers(), m_unit, m_reading->activations,
            static_cast<std::size_t>(m_place.layer), spot().y(), spot().x());
    }
    showPictures();
    showMap();
    const auto& layers = m_model->inside->layers();
    m_sumSheet->setRows(
        m_sum ? sumRows(layers, m_place, m_unit, *m_sum, locale())
              : QList<FigureSheet::Row>{
                    {.cells = {tr("Bias"), {}, figureText(m_unit.bias, locale())}}});
    m_softmax->setRows(
        m_reading != nullptr ? softmaxRows(m_reading->activations, m_place.unit, locale())
                             : QList<FigureSheet::Row>());
    m_about->setText(
        m_reading == nullptr ? tr("Draw a digit on the pad to see what it gets")
        : isOutput(layers, m_place)
            ? tr("Its sum is a logit. Softmax turns the logits into probabilities.")
        : m_sum->value > 0 ? tr("It fires: %1").arg(figureText(m_sum->value, locale()))
                           : tr("It is silent: 0"));
    point(m_pointed);
    sizePictures();
}

void NetworkDetail::showPictures()
{
    const int side = layer().kernel;
    const int maps = layer().inputs;
    const std::vector<float> nothing(m_unit.weights.size());
    const std::vector<float>& inputs = m_sum ? m_sum->inputs : nothing;
    const std::vector<float>& products = m_sum ? m_sum->products : nothing;
    const bool isInk = m_place.layer == 1;
    using Colours = NumberPicture::Colours;
    m_weights.picture->setNumbers(
        maps, side, side, m_unit.weights, Colours::Signs, largest(m_unit.weights));
    m_inputs.picture->setNumbers(
        maps, side, side, inputs, isInk ? Colours::Pixels : Colours::Firing,
        isInk ? 1 : largest(inputs));
    m_products.picture->setNumbers(maps, side, side, products, Colours::Signs, largest(products));
}

/// The unit's whole map, and the place whose sum is written out.
void NetworkDetail::showMap()
{
    if (givesNumbers(layer())) {
        return;
    }
    const auto each = static_cast<std::ptrdiff_t>(layer().rows) * layer().columns;
    std::vector<float> values(static_cast<std::size_t>(each));
    if (m_reading != nullptr) {
        const auto& all =
            m_reading->activations.layers[static_cast<std::size_t>(m_place.layer)].values;
        std::copy_n(all.begin() + m_place.unit * each, each, values.begin());
    }
    m_map.picture->setNumbers(
        1, layer().rows, layer().columns, values, NumberPicture::Colours::Firing, largest(values));
    const int at = spot().y() * layer().columns + spot().x();
    m_map.picture->setChosen(static_cast<std::size_t>(at));
    if (const auto pointed = m_map.picture->pointed()) {
        const int place = static_cast<int>(*pointed);
        const QString text = tr("Row %1, column %2 gives %3. Click to see how that comes about.")
                                 .arg(
                                     locale().toString(place / layer().columns + 1),
                                     locale().toString(place % layer().columns + 1),
                                     figureText(values[*pointed], locale()));
        m_readout->setText(text);
        m_map.picture->setAccessibleDescription(text);
    } else {
        point(m_pointed);
    }
}

/// The same number in all three pictures.
void NetworkDetail::point(std::optional<std::size_t> number)
{
    m_pointed = number;
    const QString text = number ? textOf(*number) : QString();
    for (const Titled& titled : {m_weights, m_inputs, m_products}) {
        titled.picture->setPointed(number);
        titled.picture->setAccessibleDescription(text);
    }
    m_readout->setText(
        number ? text : tr("Red adds, blue takes away. Point at a square to see its numbers."));
}

QString NetworkDetail::textOf(std::size_t number) const
{
    const QString what = inputTitle(m_model->inside->layers(), m_place.layer, number, locale());
    const QString weight = figureText(m_unit.weights[number], locale());
    if (!m_sum) {
        return tr("%1: weight %2", "a pixel or a unit").arg(what, weight);
    }
    const QString input = figureText(m_sum->inputs[number], locale());
    const QString product = figureText(m_sum->products[number], locale());
    return (m_place.layer == 1 ? tr("%1: weight %2 × ink %3 = %4") : tr("%1: weight %2 × %3 = %4"))
        .arg(what, weight, input, product);
}

} // namespace digitpad
