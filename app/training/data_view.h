// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/training/data_reader.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;

namespace digitpad {

class BalanceBars;
class GlyphPages;

/// What a run would learn from: how much of what, how the digits are balanced, and the digits
/// themselves, page by page. It reads the data while it is visible, and lets go of it when it is
/// not.
class DataView : public QWidget {
    Q_OBJECT

public:
    /// `close` leaves it.
    explicit DataView(QAction* close, QWidget* parent = nullptr);

    /// What to show; `whyNot` says, for people, why it cannot be read yet, and is empty when it
    /// can.
    void
    setChoice(const DataSources& sources, const TrainingOptions& options, const QString& whyNot);

    [[nodiscard]] const DataReader& reader() const { return m_reader; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeDigits();
    QWidget* makeWords();
    QLayout* makePager();
    void read();
    void cancel();
    void showData(const std::shared_ptr<const TrainingData>& read);
    void showCounts();
    void deal(bool shuffled);
    void showPage();
    void say(const QString& text, const QString& button);

    struct Choice {
        DataSources sources;
        std::string network;
        std::uint64_t seed = 0;
        QString whyNot;

        friend bool operator==(const Choice&, const Choice&) = default;
    };

    DataReader m_reader;
    QTimer m_pause; ///< while somebody turns a number, nothing is read
    Choice m_choice;
    TrainingOptions m_options;
    std::shared_ptr<const TrainingData> m_data; ///< null while it is not read
    std::uint64_t m_deals = 0;                  ///< how often it was shuffled

    QLabel* m_title;
    QLabel* m_parts;
    QStackedLayout* m_stack;
    BalanceBars* m_bars = nullptr;
    GlyphPages* m_pages = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
    QLabel* m_page = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_act = nullptr;
};

} // namespace digitpad
