// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_view.h"

#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/error_text.h"
#include "app/inside/digit_content.h"
#include "app/inside/view_action.h"
#include "app/map/map_legend.h"
#include "app/map/map_plot.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/tool_button.h"
#include "core/data/fingerprint.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace digitpad {

namespace {

constexpr std::array kCounts{1'000, 2'000, 4'000};
constexpr int kUsualCount = 1;        // of them
constexpr std::size_t kFewest = 6;    // that a map can be made of
constexpr std::size_t kMostKept = 24; // maps
constexpr int kGlyphPixel = 5;
constexpr int kSide = kGlyphPixel * Glyph::kSide + 36;
constexpr qint64 kTellEvery = 50; // milliseconds: what an eye can follow
constexpr double kZoomStep = 1.5;
constexpr int kMostLayers = 32; // of any network, in a state

const QString kTsne = QStringLiteral("tsne");
const QString kPca = QStringLiteral("pca");

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString layerTitle(const std::vector<Layer>& layers, std::size_t index)
{
    const Layer& layer = layers[index];
    if (index == 0) {
        return MapView::tr("Pixels");
    }
    if (index + 1 == layers.size()) {
        return MapView::tr("Outputs");
    }
    const QLocale locale;
    return layer.rows * layer.columns > 1
               ? MapView::tr("Layer %1: %2 maps of %3×%4")
                     .arg(
                         locale.toString(static_cast<qulonglong>(index)),
                         locale.toString(layer.units), locale.toString(layer.rows),
                         locale.toString(layer.columns))
               : MapView::tr("Layer %1: %2 units")
                     .arg(
                         locale.toString(static_cast<qulonglong>(index)),
                         locale.toString(layer.units));
}

/// A whole number of a state from `least` to `most`; nothing where it is anything else.
std::optional<int> wholeNumber(const QJsonValue& value, int least, int most)
{
    const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    if (!(number >= least && number <= most) || number != static_cast<int>(number)) {
        return std::nullopt;
    }
    return static_cast<int>(number);
}

QString readingText(const Prediction& reading)
{
    const QLocale locale;
    return reading.accepted() ? MapView::tr("Read as %1, %2 sure")
                                    .arg(
                                        locale.toString(reading.digit()),
                                        percentText(reading.confidence(), locale))
                              : MapView::tr("Not sure this is a digit");
}

QLabel* makeLabel(const QFont& font, QPalette::ColorRole role)
{
    auto* label = new QLabel;
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

} // namespace

MapView::MapView(QWidget* parent)
    : InsideView(parent),
      m_layers(new QComboBox),
      m_methods(new QComboBox),
      m_counts(new QComboBox),
      m_stack(new QStackedWidget),
      m_note(makeLabel(theme::bodyFont(), QPalette::PlaceholderText)),
      m_plot(new MapPlot),
      m_legend(new MapLegend),
      m_glyph(new GlyphView),
      m_title(makeLabel(theme::titleFont(), QPalette::WindowText)),
      m_reads(makeLabel(theme::bodyFont(), QPalette::WindowText)),
      m_status(makeLabel(theme::captionFont(), QPalette::PlaceholderText)),
      m_progress(new ProgressLine),
      m_soon(new QTimer(this))
{
    makeActions();
    m_plot->setObjectName(QStringLiteral("mapPlot"));
    m_plot->setAccessibleName(tr("Map of the digits"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setObjectName(QStringLiteral("mapNote"));
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_plot);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme::kMargin);
    middle->addWidget(m_stack, 1);
    middle->addLayout(makeSide());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addLayout(makeChoices());
    layout->addLayout(middle, 1);
    layout->addLayout(makeFoot());

    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, &MapView::layOut);
    connect(m_plot, &MapPlot::currentChanged, this, &MapView::showCurrent);
    connect(m_plot, &MapPlot::taken, this, &MapView::take);
    connect(m_plot, &MapPlot::singledWanted, this, &MapView::single);
    connect(m_legend, &MapLegend::singledWanted, this, &MapView::single);
    say(tr("Getting ready…"));
    showCurrent();
    updateActions();
}

void MapView::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QString& tip,
                          const QKeySequence& keys, auto&& run) {
        QAction* action = addViewAction(this, icon, text, tip, keys);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_others = make(
        "shuffle", tr("&Other digits"), tr("Lay out other digits"), {Qt::CTRL | Qt::Key_R}, [this] {
            m_seed = m_seed % std::numeric_limits<int>::max() + 1;
            forgetDigits();
        });
    m_stop = make(
        "stop", tr("&Stop"), tr("Stop where the map is now"), {Qt::CTRL | Qt::Key_Period},
        [this] { m_enough.request_stop(); });
    m_fit = make("", tr("&Fit"), tr("Show all of the map"), {Qt::CTRL | Qt::Key_0}, [this] {
        m_plot->fit();
    });
    m_zoomIn = make("", tr("Zoom &in"), tr("Zoom in"), {QKeySequence::ZoomIn}, [this] {
        m_plot->zoom(kZoomStep);
    });
    m_zoomOut = make("", tr("Zoom &out"), tr("Zoom out"), {QKeySequence::ZoomOut}, [this] {
        m_plot->zoom(1 / kZoomStep);
    });
    m_fit->setIconText(tr("Fit"));
    m_zoomIn->setIconText(QStringLiteral("+"));
    m_zoomOut->setIconText(QStringLiteral("−"));
}

QHBoxLayout* MapView::makeChoices()
{
    m_layers->setObjectName(QStringLiteral("mapLayer"));
    m_layers->setAccessibleName(tr("Layer of the network"));
    m_layers->setToolTip(tr("Which numbers of a digit count: its pixels, or what a layer of the "
                            "network makes of them"));
    m_methods->setObjectName(QStringLiteral("mapMethod"));
    m_methods->setAccessibleName(tr("How it is laid out"));
    m_methods->setToolTip(tr("t-SNE keeps neighbours together; PCA shows the two directions in "
                             "which the digits differ most"));
    m_methods->addItem(tr("t-SNE"), kTsne);
    m_methods->addItem(tr("PCA"), kPca);
    m_counts->setObjectName(QStringLiteral("mapPoints"));
    m_counts->setAccessibleName(tr("How many digits"));
    m_counts->setToolTip(tr("How many digits, chosen by chance"));
    for (const int count : kCounts) {
        m_counts->addItem(tr("%Ln digits", nullptr, count), count);
    }
    m_counts->setCurrentIndex(kUsualCount);
    fillLayers();
    connect(m_layers, &QComboBox::activated, this, [this](int layer) {
        m_layer = layer;
        m_soon->start();
    });
    connect(m_methods, &QComboBox::activated, m_soon, qOverload<>(&QTimer::start));
    connect(m_counts, &QComboBox::activated, this, &MapView::forgetDigits);

    auto* choices = new QHBoxLayout;
    choices->setSpacing(theme::kGap);
    for (QComboBox* box : {m_layers, m_methods, m_counts}) {
        box->setMinimumHeight(theme::kSmallestTarget);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // the layers are another model's
        choices->addWidget(box);
    }
    choices->addWidget(makeToolButton(m_others));
    choices->addStretch();
    return choices;
}

QVBoxLayout* MapView::makeSide()
{
    m_glyph->setScale(kGlyphPixel, kGlyphPixel * Glyph::kSide);
    m_glyph->setAccessibleName(tr("The digit that is pointed at"));
    m_title->setObjectName(QStringLiteral("mapTitle"));
    m_reads->setObjectName(QStringLiteral("mapReading"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_legend, m_title, m_reads}) {
        widget->setFixedWidth(kSide);
    }
    auto* side = new QVBoxLayout;
    side->setSpacing(theme::kGap);
    side->addWidget(m_legend);
    side->addSpacing(theme::kGroup);
    side->addWidget(m_glyph);
    side->addWidget(m_title);
    side->addWidget(m_reads);
    side->addStretch();
    return side;
}

QHBoxLayout* MapView::makeFoot()
{
    m_status->setObjectName(QStringLiteral("mapStatus"));
    m_status->setWordWrap(false);
    m_progress->setObjectName(QStringLiteral("mapProgress"));
    m_progress->setAccessibleName(tr("How far the map is"));
    m_progress->setMaximumWidth(kSide);
    m_progress->hide();
    m_stopButton = makeToolButton(m_stop);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(theme::kGap);
    foot->addWidget(m_status);
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_stopButton);
    foot->addStretch();
    for (QAction* action : {m_zoomOut, m_zoomIn, m_fit}) {
        foot->addWidget(makeToolButton(action, Qt::ToolButtonTextOnly));
    }
    return foot;
}

void MapView::updateActions()
{
    const bool hasMap = isVisible() && m_stack->currentWidget() == m_plot;
    for (QAction* action : {m_others, m_fit, m_zoomIn, m_zoomOut}) {
        action->setEnabled(hasMap);
    }
    m_stop->setEnabled(isVisible() && m_maker.isBusy());
    m_stopButton->setVisible(m_maker.isBusy());
    m_progress->setVisible(m_maker.isBusy());
}

void MapView::fillLayers()
{
    const QSignalBlocker blocker(m_layers);
    m_layers->clear();
    if (model() == nullptr) {
        m_layers->addItem(tr("Pixels"));
        return;
    }
    const auto& layers = model()->inside->layers();
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        m_layers->addItem(layerTitle(layers, layer));
    }
    m_layers->setCurrentIndex(std::min(m_layer, m_layers->count() - 1));
}

MapOptions::Method MapView::method() const
{
    return m_methods->currentData() == kPca ? MapOptions::Method::Pca : MapOptions::Method::TSne;
}

void MapView::modelChanged()
{
    fillLayers();
    m_map.reset();
    placeDrawing();
    m_soon->start();
}

void MapView::digitsChanged()
{
    forgetDigits();
}

void MapView::forgetDigits()
{
    m_plot->setPoints({});
    m_map.reset();
    m_chosen.reset();
    m_soon->start();
}

void MapView::readingChanged()
{
    placeDrawing();
}

void MapView::showEvent(QShowEvent* event)
{
    InsideView::showEvent(event);
    updateActions();
}

void MapView::hideEvent(QHideEvent* event)
{
    InsideView::hideEvent(event);
    updateActions();
}

void MapView::say(const QString& note)
{
    m_note->setText(note);
    m_stack->setCurrentWidget(m_note);
    m_status->clear();
    updateActions();
}

void MapView::chooseDigits()
{
    const auto count = static_cast<std::size_t>(m_counts->currentData().toInt());
    m_chosen =
        std::make_shared<const ChosenDigits>(digitpad::chooseDigits(digits()->data, count, m_seed));
    m_fingerprint = fingerprint(m_chosen->data);
    std::vector<MapPoint> points;
    for (const std::uint8_t label : m_chosen->data.labels) {
        points.push_back({.digit = label});
    }
    m_plot->setPoints(std::move(points));
}

void MapView::layOut()
{
    m_maker.stop();
    m_map.reset();
    placeDrawing();
    if (model() != nullptr && digits() != nullptr && m_chosen == nullptr) {
        chooseDigits();
    }
    const QString missing = whatIsMissing();
    if (!missing.isEmpty()) {
        say(missing);
    } else {
        const Key key{
            .model = model()->sha256,
            .digits = m_fingerprint,
            .layer = static_cast<std::size_t>(m_layers->currentIndex()),
            .method = method()};
        const auto kept = std::ranges::find(m_kept, key, &Kept::key);
        m_stack->setCurrentWidget(m_plot);
        kept != m_kept.end() ? showMap(kept->map) : begin(key);
    }
    Q_EMIT factsChanged();
}

QString MapView::whatIsMissing() const
{
    if (model() == nullptr) {
        return tr("Getting ready…");
    }
    if (digits() == nullptr) {
        return tr("There are no digits to lay out. Choose others at the top right, or download "
                  "MNIST on the Training page.");
    }
    return m_chosen->data.size() >= kFewest
               ? QString()
               : tr("A map needs at least %Ln digits. Choose others at the top right.", nullptr,
                    static_cast<int>(kFewest));
}

void MapView::begin(const Key& key)
{
    m_enough = {};
    m_plot->setMoving(true);
    m_progress->setValue(0);
    m_status->setText(tr("Laying out %1 digits…").arg(number(m_chosen->data.size())));
    m_maker.restart(
        [this, model = model(), chosen = m_chosen, enough = m_enough,
         options = DigitMapOptions{.layer = key.layer, .method = key.method}](
            const BackgroundTask& task) {
            const std::stop_callback with(
                task.stop(), [enough] { std::stop_source(enough).request_stop(); });
            QElapsedTimer told;
            const auto tell = [&](double part, std::span<const Place> places) {
                if (!told.isValid() || told.elapsed() >= kTellEvery) {
                    told.start();
                    task.post([this, part, at = std::vector(places.begin(), places.end())] {
                        showProgress(part, at);
                    });
                }
            };
            return layOutDigits(*model, chosen->data.glyphs, options, tell, enough.get_token());
        },
        [this, key](Result<DigitMap> made) {
            if (!made) {
                say(describe(made.error()));
                return;
            }
            const auto map = std::make_shared<const DigitMap>(*std::move(made));
            if (map->isWhole) {
                m_kept.push_back({.key = key, .map = map});
                if (m_kept.size() > kMostKept) {
                    m_kept.pop_front();
                }
            }
            showMap(map);
            Q_EMIT factsChanged();
        });
    updateActions();
}

void MapView::showProgress(double part, std::vector<Place> places)
{
    m_progress->setValue(static_cast<int>(part * ProgressLine::kSteps));
    if (!places.empty()) {
        m_plot->setPlaces(std::move(places));
    }
}

void MapView::showMap(const std::shared_ptr<const DigitMap>& map)
{
    updateActions();
    if (map->map.places.empty()) {
        say(tr("Stopped before there was anything to see. Press “Other digits” or choose a layer "
               "to begin again."));
        m_others->setEnabled(isVisible());
        return;
    }
    m_map = map;
    std::size_t misread = 0;
    std::vector<MapPoint> points;
    for (std::size_t i = 0; i < map->readings.size(); ++i) {
        const std::uint8_t label = m_chosen->data.labels[i];
        points.push_back({.digit = label, .isMisread = map->readings[i].digit() != label});
        misread += points.back().isMisread ? 1 : 0;
    }
    const auto current = m_plot->current();
    m_plot->setPoints(std::move(points));
    m_plot->setMoving(false);
    m_plot->setPlaces(map->map.places);
    m_plot->setCurrent(current);
    m_status->setText(tr("%1 digits, %2 of them read wrong: in a ring")
                          .arg(number(map->readings.size()), number(misread)));
    showCurrent();
    placeDrawing();
}

void MapView::placeDrawing()
{
    const auto isOfItsNetwork = [](const LiveReading& reading, const DigitMap& map) {
        const auto& layers = reading.activations.layers;
        return map.layer < layers.size() && layers[map.layer].values.size() == map.map.mean.size();
    };
    if (m_map == nullptr || reading() == nullptr || !isOfItsNetwork(*reading(), *m_map)) {
        m_placer.stop();
        m_plot->setDrawing({}, 0);
        return;
    }
    m_placer.follow(
        [map = m_map, reading = reading()](const BackgroundTask&) {
            return map->map.place(reading->activations.layers[map->layer].values);
        },
        [this, digit = reading()->activations.prediction.digit()](const Place& place) {
            m_plot->setDrawing(place, digit);
        });
}

void MapView::showCurrent()
{
    const auto current = m_plot->current();
    m_glyph->setVisible(current.has_value());
    m_title->setVisible(current.has_value());
    if (!current) {
        m_reads->setForegroundRole(QPalette::PlaceholderText);
        m_reads->setText(tr("Point at a digit, or go from one to the next with the arrow keys. A "
                            "click or Enter puts it on the pad."));
        m_plot->setAccessibleDescription(m_status->text());
        Q_EMIT factsChanged();
        return;
    }
    const QString caption = digitCaption(*digits(), m_chosen->indices[*current]);
    const QString reads = m_map != nullptr ? readingText(m_map->readings[*current]) : QString();
    m_glyph->setGlyphs({m_chosen->data.glyphs[*current]});
    m_title->setText(
        tr("This is a %1").arg(QLocale().toString(uint{m_chosen->data.labels[*current]})));
    m_reads->setForegroundRole(QPalette::WindowText);
    m_reads->setText(reads);
    m_plot->setAccessibleDescription(QStringLiteral("%1. %2").arg(caption, reads));
    Q_EMIT factsChanged();
}

void MapView::single(std::optional<int> digit)
{
    m_plot->setSingled(digit);
    m_legend->setSingled(digit);
    Q_EMIT factsChanged();
}

void MapView::take(std::size_t point)
{
    Q_EMIT toPad(digitContent(*digits(), m_chosen->indices[point]));
}

QJsonObject MapView::state() const
{
    QJsonObject state{
        {QStringLiteral("layer"), m_layers->currentIndex()},
        {QStringLiteral("method"), m_methods->currentData().toString()},
        {QStringLiteral("points"), m_counts->currentData().toInt()},
        {QStringLiteral("seed"), static_cast<int>(m_seed)}};
    if (m_plot->singled()) {
        state[QStringLiteral("singled")] = *m_plot->singled();
    }
    return state;
}

QString MapView::setState(const QJsonObject& state)
{
    const QString slip = checkNames(state, {"layer", "method", "points", "seed", "singled"});
    if (!slip.isEmpty()) {
        return slip;
    }
    const auto has = [&](const char* key) { return state.contains(QLatin1String(key)); };
    const int most = model() != nullptr ? m_layers->count() - 1 : kMostLayers;
    const auto layer = wholeNumber(state[QStringLiteral("layer")], 0, most);
    if (has("layer") && !layer) {
        return tr("The map cannot show such a layer.");
    }
    const int method = m_methods->findData(state[QStringLiteral("method")].toString());
    if (has("method") && method < 0) {
        return tr("A map is laid out by “tsne” or “pca”.");
    }
    const int count = m_counts->findData(state[QStringLiteral("points")].toInt());
    if (has("points") && count < 0) {
        return tr("A map has 1000, 2000 or 4000 points.");
    }
    const auto seed =
        wholeNumber(state[QStringLiteral("seed")], 1, std::numeric_limits<int>::max());
    if (has("seed") && !seed) {
        return tr("The seed of the map is a whole number from 1 on.");
    }
    const auto singled = wholeNumber(state[QStringLiteral("singled")], 0, 9);
    if (has("singled") && !singled) {
        return tr("Only a digit from 0 to 9 can be singled out.");
    }
    m_layer = layer.value_or(m_layer);
    fillLayers();
    m_methods->setCurrentIndex(method >= 0 ? method : m_methods->currentIndex());
    m_counts->setCurrentIndex(count >= 0 ? count : m_counts->currentIndex());
    m_seed = static_cast<std::uint64_t>(seed.value_or(static_cast<int>(m_seed)));
    forgetDigits();
    single(singled);
    return {};
}

QJsonObject MapView::facts() const
{
    QJsonObject facts = state();
    facts[QStringLiteral("isDone")] = m_map != nullptr && m_map->isWhole;
    const auto current = m_plot->current();
    if (current && m_map != nullptr && m_chosen != nullptr) {
        facts[QStringLiteral("label")] = m_chosen->data.labels[*current];
        facts[QStringLiteral("read")] = m_map->readings[*current].digit();
    }
    return facts;
}

} // namespace digitpad
