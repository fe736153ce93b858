// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/digits/digit_readings.h"
#include "app/digits/digit_survey.h"
#include "app/inside/inside_view.h"
#include "core/data/lookalikes.h"

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace digitpad {

class BalanceBars;
class DigitGrid;
class DigitModel;
class GlyphView;
class MeanDigits;
class ProgressLine;
struct DigitRow;

/// The labelled digits, looked at: how many, their mean, the strangest, the doubtful.
class DigitsView : public InsideView {
    Q_OBJECT

public:
    explicit DigitsView(QWidget* parent = nullptr);

    /// {"order": "strangest", "digit": 4}; without "digit": all of them.
    [[nodiscard]] QJsonObject state() const override;
    [[nodiscard]] QString setState(const QJsonObject& state) override;
    /// The same, with how many are "shown", "isDone", and of the chosen one "index" (from 0),
    /// "label", "read" and "loss".
    [[nodiscard]] QJsonObject facts() const override;

protected:
    void modelChanged() override;
    void digitsChanged() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Order { All, Strangest, Misread, Lookalikes };

    void makeActions();
    [[nodiscard]] QBoxLayout* makeHead();
    [[nodiscard]] QWidget* makeSide();
    void updateActions();
    [[nodiscard]] Order order() const;

    void beginReading();
    void beginComparing();
    void refresh();
    void list(std::vector<DigitRow> shown);
    [[nodiscard]] QString whatIsMissing() const;
    [[nodiscard]] std::vector<DigitRow> rows() const;
    void say(const QString& note);
    void sayHowMany(std::size_t shown);
    void stop();
    [[nodiscard]] bool isBusy() const { return m_reader.isBusy() || m_comparer.isBusy(); }

    void showRow();
    void showSubject();
    void take(const QString& view);

    QComboBox* m_orders;
    QLabel* m_status;
    BalanceBars* m_balance;
    MeanDigits* m_means;
    QStackedWidget* m_stack;
    QLabel* m_note;
    DigitModel* m_model;
    DigitGrid* m_grid;
    GlyphView* m_glyph;
    QLabel* m_title;
    QLabel* m_facts;
    ProgressLine* m_progress;
    QToolButton* m_stopButton = nullptr;
    QAction* m_toPad = nullptr;
    QAction* m_toNetwork = nullptr;
    QAction* m_toWhy = nullptr;
    QAction* m_stop = nullptr;

    std::optional<std::size_t> m_subject; ///< the chosen digit of the data
    std::shared_ptr<const DigitReadings> m_readings;
    std::shared_ptr<const std::vector<Lookalikes>> m_lookalikes;
    QJsonObject m_listed; ///< the state of the list
    QString m_failure;    ///< why nothing could be read
    bool m_isStopped = false;

    Background m_surveyor;
    Background m_reader;
    Background m_comparer;
};

} // namespace digitpad
