// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/mosaic.h"
#include "app/inside/network_words.h"
#include "core/engine/inside.h"

#include <QImage>
#include <QRectF>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace digitpad {

struct LiveReading;

/// A way from a unit to one of the next layer.
struct NetworkLink {
    UnitPlace from;
    int to = 0;
    double strength = 0; ///< -1 to 1

    friend bool operator==(const NetworkLink&, const NetworkLink&) = default;
};

/// A network from left to right: the glyph, a tile for each unit of the layers between, the
/// outputs. How much a unit gives is how strong its colour is. One unit is chosen, with a click, or
/// with the arrow keys and Enter.
class NetworkDiagram : public QWidget {
    Q_OBJECT

public:
    explicit NetworkDiagram(QWidget* parent = nullptr);

    /// From the pixels to the outputs; at least three.
    void setLayers(const std::vector<Layer>& layers);
    /// What runs through it; null: nothing does.
    void setReading(const std::shared_ptr<const LiveReading>& reading);
    /// Its layer, where there are several, is shown larger.
    void setChosen(std::optional<UnitPlace> place);
    void setLinks(const std::vector<NetworkLink>& links);
    /// What the chosen unit looks at, in columns and rows of the glyph; nothing where that is null.
    void setField(const QRectF& pixels);

    /// Where a unit is shown; null where it is scrolled out of sight.
    [[nodiscard]] QRectF place(UnitPlace place) const;
    [[nodiscard]] std::optional<UnitPlace> unitAt(const QPointF& point) const;
    /// Where the arrow keys have gone.
    [[nodiscard]] UnitPlace cursor() const { return m_cursor; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void picked(digitpad::UnitPlace place);
    /// Escape.
    void dismissed();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A layer on the screen.
    struct Column {
        QRectF area;    ///< what it may take, below its caption
        Mosaic mosaic;  ///< of the units that are shown; of the outputs a tile for each
        QPointF corner; ///< of the mosaic
        int first = 0;  ///< the first unit that is shown
        QImage image;   ///< a pixel for each number, the maps below each other
    };

    [[nodiscard]] int openLayer() const;
    [[nodiscard]] int lastLayer() const { return static_cast<int>(m_layers.size()) - 1; }
    [[nodiscard]] static double captionLine();
    [[nodiscard]] static double captionHeight();
    [[nodiscard]] double outputsWidth() const;
    void layOut();
    void layOutColumn(int layer, const QRectF& area);
    void layOutOutputs(const QRectF& area);
    /// Scrolls to a unit.
    void reveal(UnitPlace place);

    void paintNumbers();
    void paintNumbers(int layer);
    void paintCaptions(QPainter& painter) const;
    void paintTiles(QPainter& painter, int layer) const;
    void paintOutputs(QPainter& painter) const;
    void paintLinks(QPainter& painter) const;
    void paintField(QPainter& painter) const;
    void paintFrames(QPainter& painter) const;

    void moveCursor(UnitPlace place);
    void moveBy(int right, int below);
    [[nodiscard]] QString textOf(UnitPlace place) const;
    void describe();

    std::vector<Layer> m_layers;
    std::vector<Column> m_columns;
    std::shared_ptr<const LiveReading> m_reading;
    std::optional<UnitPlace> m_chosen;
    std::vector<NetworkLink> m_links;
    QRectF m_field;
    UnitPlace m_cursor{.layer = 1};
};

} // namespace digitpad
