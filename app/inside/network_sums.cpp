// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_sums.h"

#include "app/inside/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NetworkSums)
};

constexpr std::size_t kListed = 5;
constexpr int kDecimals = 3;
constexpr int kDigits = 10;

/// The products that are not nothing, the largest first.
std::vector<std::size_t> largestFirst(const std::vector<float>& products)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < products.size(); ++i) {
        if (products[i] != 0) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(
        order, std::ranges::greater(), [&](std::size_t i) { return std::abs(products[i]); });
    return order;
}

} // namespace

QList<FigureSheet::Row> sumRows(
    std::span<const Layer> layers, UnitPlace place, const Unit& unit, const WrittenSum& written,
    const QLocale& locale)
{
    QList<FigureSheet::Row> rows;
    std::vector<double> numbers;
    const auto add = [&](const QString& what, const QString& how, double number) {
        rows.append({.cells = {what, how, {}}});
        numbers.push_back(number);
    };
    const auto order = largestFirst(written.products);
    const std::size_t listed = std::min(order.size(), kListed);
    for (const std::size_t i : std::span(order).first(listed)) {
        add(inputTitle(layers, place.layer, i, locale),
            Words::tr("%1 × %2", "weight, input")
                .arg(
                    locale.toString(unit.weights[i], 'f', kDecimals),
                    figureText(written.inputs[i], locale)),
            written.products[i]);
    }
    if (order.size() > listed) {
        const auto others = std::span(order).subspan(listed);
        add(Words::tr("Others: %1").arg(locale.toString(static_cast<int>(others.size()))), {},
            std::accumulate(others.begin(), others.end(), 0.0, [&](double sum, std::size_t i) {
                return sum + written.products[i];
            }));
    }
    add(Words::tr("Bias"), {}, unit.bias);
    if (unit.zero != 0) {
        add(Words::tr("Mean ink, taken off"), {}, written.constant - unit.bias);
    }
    const auto rounded = roundedToAddUp(numbers, written.sum, kDecimals);
    for (std::size_t i = 0; i < rounded.size(); ++i) {
        FigureSheet::Row& row = rows[static_cast<qsizetype>(i)];
        row.cells.back() = signedText(rounded[i], kDecimals, locale);
        row.isQuiet = i >= listed;
    }
    const auto total = [&](const QString& what, double number, bool isFirst) {
        rows.append(
            {.cells = {what, {}, locale.toString(number, 'f', kDecimals)},
             .isTotal = isFirst,
             .isMarked = !isFirst});
    };
    const bool isLogit = isOutput(layers, place);
    total(isLogit ? Words::tr("Logit") : Words::tr("Sum"), written.sum, true);
    if (layers[static_cast<std::size_t>(place.layer)].isRectified) {
        total(
            written.sum > 0 ? Words::tr("ReLU keeps it") : Words::tr("ReLU: not below 0"),
            written.value, false);
    }
    return rows;
}

QStringList softmaxHeader()
{
    return {Words::tr("Digit"), Words::tr("Logit z"), QStringLiteral("eᶻ"), Words::tr("eᶻ ÷ sum")};
}

QList<FigureSheet::Row>
softmaxRows(const Activations& activations, int marked, const QLocale& locale)
{
    constexpr int kShareDecimals = 4;
    const auto logits = activations.logits();
    std::vector<double> powers;
    std::vector<double> shares;
    for (const float logit : logits) {
        powers.push_back(std::exp(double{logit}));
    }
    const double sum = std::accumulate(powers.begin(), powers.begin() + kDigits, 0.0);
    for (std::size_t i = 0; i < powers.size(); ++i) {
        shares.push_back(powers[i] / (i < kDigits ? sum : sum + powers[i]));
    }
    const auto rounded = roundedToAddUp(std::span(shares).first(kDigits), 1, kShareDecimals);
    const auto rowOf = [&](int unit, const QString& share) {
        const auto i = static_cast<std::size_t>(unit);
        return FigureSheet::Row{
            .cells =
                {outputTitle(unit, locale), locale.toString(logits[i], 'f', 2),
                 figureText(powers[i], locale), share},
            .isMarked = unit == marked};
    };
    const auto shareText = [&](double share) {
        return locale.toString(share, 'f', kShareDecimals);
    };
    QList<FigureSheet::Row> rows;
    for (int unit = 0; unit < kDigits; ++unit) {
        rows += rowOf(
            unit, shareText(
                      static_cast<double>(rounded[static_cast<std::size_t>(unit)]) /
                      std::pow(10, kShareDecimals)));
    }
    rows.append(
        {.cells = {Words::tr("Sum"), {}, figureText(sum, locale), shareText(1)}, .isTotal = true});
    if (shares.size() > kDigits) {
        rows += rowOf(kDigits, shareText(shares[kDigits]));
    }
    return rows;
}

QRectF fieldOf(std::span<const Layer> layers, int layer, int row, int column)
{
    double top = row;
    double left = column;
    double bottom = row + 1;
    double right = column + 1;
    for (int i = layer; i > 0; --i) {
        const Layer& of = layers[static_cast<std::size_t>(i)];
        top = top * of.stride - of.padding;
        left = left * of.stride - of.padding;
        bottom = (bottom - 1) * of.stride - of.padding + of.kernel;
        right = (right - 1) * of.stride - of.padding + of.kernel;
    }
    const QRectF all(0, 0, layers[0].columns, layers[0].rows);
    return QRectF(left, top, right - left, bottom - top).intersected(all);
}

} // namespace digitpad
