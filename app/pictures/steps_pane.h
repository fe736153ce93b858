// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/picture_steps.h"

#include <QPersistentModelIndex>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <stop_token>

class QLabel;
class QStackedLayout;

namespace digitpad {

class PictureTable;
class PictureTableView;
class StepColumn;
class StepGlyphs;
class StepPicture;
struct PictureRow;

/// Shows how the selected picture was read, step by step: the paper found on it, the ink, the boxes
/// of the digits, their glyphs. Follows the table by itself; while it is hidden it does nothing.
class StepsPane : public QWidget {
    Q_OBJECT

public:
    StepsPane(PictureTable* table, PictureTableView* view, QWidget* parent = nullptr);
    /// Waits for the picture in hand.
    ~StepsPane() override;

    /// Looks at the picture anew, prepared like that.
    void refresh(Preparation how);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] int chosenRow() const;
    void follow();
    void look(int row);
    void accept(const Result<PictureSteps>& steps);
    void showSteps(const PictureSteps& steps);
    void showReading();
    void choose(int digit);
    void showChosen();
    void say(const QString& words);

    PictureTable* m_table;
    PictureTableView* m_view;
    Preparation m_how = Preparation::Auto;
    QPersistentModelIndex m_shown; // what was looked at, or is
    int m_rank = 0;                // in which of the ways to see its ink
    std::stop_source m_stop;
    QThreadPool m_looker;
    QTimer m_patience; // until it is said that it takes long

    QStackedLayout* m_stack;
    QLabel* m_words;
    StepPicture* m_picture;
    StepPicture* m_ink;
    StepPicture* m_digits;
    StepGlyphs* m_glyphs;
    double m_inked = 0; // part of the paper
    StepColumn* m_paperColumn;
    StepColumn* m_inkColumn;
    StepColumn* m_digitsColumn;
    StepColumn* m_glyphsColumn;
};

} // namespace digitpad
