// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"
#include "app/map/chosen_digits.h"
#include "app/map/digit_map.h"

#include <QByteArray>

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTimer;
class QToolButton;
class QVBoxLayout;

namespace digitpad {

class GlyphView;
class MapLegend;
class MapPlot;
class ProgressLine;

/// Digits as points on a plane: what is alike lies together, to the eye or to a layer of the
/// network. The drawing of this moment is one of them.
class MapView : public InsideView {
    Q_OBJECT

public:
    explicit MapView(QWidget* parent = nullptr);

    /// {"layer": 1, "method": "tsne", "points": 2000, "seed": 1, "singled": 4}
    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    /// The same, with "isDone", and of the digit that is pointed at "label" and "read".
    [[nodiscard]] QJsonObject facts() const override;

protected:
    void modelChanged() override;
    void digitsChanged() override;
    void readingChanged() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    /// What a map depends on.
    struct Key {
        QByteArray model;
        std::uint64_t digits = 0;
        std::size_t layer = 0;
        MapOptions::Method method = MapOptions::Method::TSne;

        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Kept {
        Key key;
        std::shared_ptr<const DigitMap> map;
    };

    void makeActions();
    [[nodiscard]] QHBoxLayout* makeChoices();
    [[nodiscard]] QVBoxLayout* makeSide();
    [[nodiscard]] QHBoxLayout* makeFoot();
    void updateActions();
    void fillLayers();
    [[nodiscard]] MapOptions::Method method() const;

    void chooseDigits();
    void forgetDigits();
    void layOut();
    [[nodiscard]] QString whatIsMissing() const; ///< empty: nothing
    void begin(const Key& key);
    void showMap(const std::shared_ptr<const DigitMap>& map);
    void showProgress(double part, std::vector<Place> places);
    void say(const QString& note);
    void placeDrawing();
    void showCurrent();
    void single(std::optional<int> digit);
    void take(std::size_t point);

    QComboBox* m_layers;
    QComboBox* m_methods;
    QComboBox* m_counts;
    QStackedWidget* m_stack;
    QLabel* m_note;
    MapPlot* m_plot;
    MapLegend* m_legend;
    GlyphView* m_glyph;
    QLabel* m_title;
    QLabel* m_reads;
    QLabel* m_status;
    ProgressLine* m_progress;
    QToolButton* m_stopButton = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_others = nullptr;
    QAction* m_fit = nullptr;
    QAction* m_zoomIn = nullptr;
    QAction* m_zoomOut = nullptr;
    QTimer* m_soon; ///< what was changed together is laid out once

    int m_layer = 0; ///< that is wanted; a network may have fewer
    std::uint64_t m_seed = 1;
    std::shared_ptr<const ChosenDigits> m_chosen;
    std::uint64_t m_fingerprint = 0;
    std::shared_ptr<const DigitMap> m_map; ///< that is shown; null while it is being made
    std::deque<Kept> m_kept;
    std::stop_source m_enough;

    Background m_placer;
    Background m_maker;
};

} // namespace digitpad
