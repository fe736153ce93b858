// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/inside/inside_view.h"
#include "app/inside/why_answer.h"
#include "core/engine/inside.h"

#include <memory>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace digitpad {

class FigureSheet;
class WhyMap;
class WhyMind;

/// Why the network reads what it reads: each pixel's share in an output, or in the difference of
/// two; and what would change its mind.
class WhyView : public InsideView {
    Q_OBJECT

public:
    explicit WhyView(QWidget* parent = nullptr);

    /// {"digit": 7, "against": 1, "method": "exact", "becomes": 1, "adds": true, "rubsOut": true,
    /// "side": 1}; -1 is the digit that wins, against none, and any other digit.
    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    /// What is shown: "digit", "against", "method", "constant", "output"; "isBusy"; of a change of
    /// mind "touches", how many, and "becomes".
    [[nodiscard]] QJsonObject facts() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void modelChanged() override;
    void readingChanged() override;

private:
    QComboBox* addChoice(QGridLayout* grid, const char* name, const QString& text);
    void fillDigits();
    [[nodiscard]] Question question() const;
    [[nodiscard]] WhyMethod method() const;
    void ask();
    void showAnswer(const WhyAnswer& answer);
    void showMap();
    void showTitle();
    void showSum();
    void showReadout();
    [[nodiscard]] QString titleOf(const Question& question) const;

    WhyMap* m_map;
    WhyMind* m_mind;
    FigureSheet* m_sum;
    QLabel* m_title;
    QLabel* m_readout;
    QComboBox* m_digit = nullptr;
    QComboBox* m_against = nullptr;
    QComboBox* m_method = nullptr;

    Background m_asking;
    std::optional<WhyAnswer> m_answer;
};

} // namespace digitpad
