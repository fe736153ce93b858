// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inside/network_words.h"
#include "app/inside/number_picture.h"
#include "core/engine/inside.h"

#include <QPoint>
#include <QWidget>

#include <memory>
#include <optional>

class QHBoxLayout;
class QLabel;

namespace digitpad {

class FigureSheet;
struct LiveReading;
struct OpenModel;

/// What a unit computes: what it looks for, times what it sees, is what it got; and the sum of
/// that, written out.
class NetworkDetail : public QWidget {
    Q_OBJECT

public:
    explicit NetworkDetail(QWidget* parent = nullptr);

    /// It is shown once it is told what runs through it.
    void setUnit(const std::shared_ptr<const OpenModel>& model, UnitPlace place, const Unit& unit);
    /// Null: nothing runs through it. `spot`: where on the unit's map, column and row; nothing:
    /// where it gives the most.
    void
    follow(const std::shared_ptr<const LiveReading>& reading, const std::optional<QPoint>& spot);
    [[nodiscard]] QPoint spot() const;

    [[nodiscard]] const Unit& unit() const { return m_unit; }
    /// Written out for what is read; nothing while nothing is.
    [[nodiscard]] const std::optional<WrittenSum>& sum() const { return m_sum; }

Q_SIGNALS:
    void spotPicked(const QPoint& spot);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Titled {
        QWidget* box;
        NumberPicture* picture;
        QLabel* sign; ///< before it
    };

    Titled addPicture(const char* name, const QString& caption, const QString& sign);
    [[nodiscard]] const Layer& layer() const;
    void arrange();
    void sizePictures();
    void refresh();
    void showPictures();
    void showMap();
    void point(std::optional<std::size_t> number);
    [[nodiscard]] QString textOf(std::size_t number) const;

    QHBoxLayout* m_pictures;
    Titled m_map;
    Titled m_weights;
    Titled m_inputs;
    Titled m_products;
    FigureSheet* m_sumSheet;
    FigureSheet* m_softmax;
    QLabel* m_title;
    QLabel* m_about;
    QLabel* m_readout;

    std::shared_ptr<const OpenModel> m_model;
    std::shared_ptr<const LiveReading> m_reading;
    UnitPlace m_place;
    Unit m_unit;
    std::optional<QPoint> m_spot;
    std::optional<WrittenSum> m_sum;
    std::optional<std::size_t> m_pointed;
};

} // namespace digitpad
