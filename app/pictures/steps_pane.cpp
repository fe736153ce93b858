// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/steps_pane.h"

#include "app/draw/percent.h"
#include "app/error_text.h"
#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/pictures/step_column.h"
#include "app/pictures/step_glyphs.h"
#include "app/pictures/step_picture.h"
#include "app/shell/theme.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QStackedLayout>
#include <QStringList>

#include <memory>

namespace digitpad {

namespace {

constexpr int kPatience = 200; // milliseconds; what is shown sooner does not flicker

/// A part of a whole in percent, with a decimal where it is small.
QString partText(double part)
{
    const double percent = 100 * part;
    return StepsPane::tr("%1 %").arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0));
}

QRectF rectOf(const Area& area)
{
    return {QPointF(area.left, area.top), QPointF(area.right, area.bottom)};
}

double areaOf(const QSize& size)
{
    return static_cast<double>(size.width()) * size.height();
}

std::vector<DigitBox> boxesOf(const PictureRow& row)
{
    std::vector<DigitBox> boxes;
    if (row.number) {
        for (const auto& line : row.number->lines) {
            for (const auto& [box, glyph, prediction, parts] : line) {
                const QString digit = prediction.accepted() ? QLocale().toString(prediction.digit())
                                                            : QStringLiteral("?");
                boxes.push_back({rectOf(box), digit, prediction.accepted()});
            }
        }
    }
    return boxes;
}

std::vector<LabelledGlyph> glyphsOf(const PictureRow& row)
{
    std::vector<LabelledGlyph> glyphs;
    if (!row.number) { // without a model there are glyphs but no digits
        for (const Glyph& glyph : row.glyphs) {
            glyphs.push_back({glyph, QString(), true});
        }
        return glyphs;
    }
    const QLocale locale;
    for (const auto& line : row.number->lines) {
        for (const auto& [box, glyph, prediction, parts] : line) {
            const QString sure = prediction.accepted()
                                     ? percentText(prediction.confidence(), locale)
                                     : StepsPane::tr("not sure");
            const QString label = StepsPane::tr("%1 · %2", "a digit, how sure it is")
                                      .arg(locale.toString(prediction.digit()), sure);
            glyphs.push_back({glyph, label, prediction.accepted()});
        }
    }
    return glyphs;
}

int rankOf(const PictureRow& row)
{
    return row.number ? row.number->inkRank : 0;
}

} // namespace

StepsPane::StepsPane(PictureTable* table, PictureTableView* view, QWidget* parent)
    : QWidget(parent),
      m_table(table),
      m_view(view),
      m_stack(new QStackedLayout(this)),
      m_words(new QLabel),
      m_picture(new StepPicture),
      m_ink(new StepPicture),
      m_digits(new StepPicture),
      m_glyphs(new StepGlyphs),
      m_paperColumn(new StepColumn(tr("Paper"), m_picture)),
      m_inkColumn(new StepColumn(tr("Ink"), m_ink)),
      m_digitsColumn(new StepColumn(tr("Digits"), m_digits)),
      m_glyphsColumn(new StepColumn(tr("What the network saw"), m_glyphs))
{
    setAccessibleName(tr("How the picture was read, step by step"));
    m_paperColumn->setToolTip(tr("The paper on which digits were looked for; the rest is dimmed"));
    m_inkColumn->setToolTip(
        tr("What was found to be ink, without shadows, stains and printed lines"));
    m_digitsColumn->setToolTip(tr("What is in one box was read as one digit"));
    m_glyphsColumn->setToolTip(
        tr("The 28 × 28 pixels of each digit, what it was read as, and how sure the network is"));
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    auto* steps = new QWidget;
    auto* columns = new QHBoxLayout(steps);
    columns->setContentsMargins(0, theme::kGap, 0, 0);
    columns->setSpacing(theme::kMargin);
    for (StepColumn* column : {m_paperColumn, m_inkColumn, m_digitsColumn, m_glyphsColumn}) {
        columns->addWidget(column, 1);
    }
    m_stack->addWidget(m_words);
    m_stack->addWidget(steps);

    connect(m_glyphs, &StepGlyphs::clicked, this, &StepsPane::choose);
    connect(m_digits, &StepPicture::clicked, this, &StepsPane::choose);
    connect(view, &PictureTableView::currentDigitChanged, this, &StepsPane::showChosen);
    m_looker.setMaxThreadCount(1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { say(tr("Looking at the picture…")); });
    connect(
        view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StepsPane::follow);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &StepsPane::follow);
    connect(table, &PictureTable::rowsInserted, this, &StepsPane::follow);
    connect(table, &PictureTable::rowsRemoved, this, &StepsPane::follow);
    connect(table, &PictureTable::modelReset, this, &StepsPane::follow);
    connect(
        table, &PictureTable::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            const bool isIn = first.row() <= m_shown.row() && m_shown.row() <= last.row();
            if (isIn && rankOf(m_table->row(m_shown.row())) != m_rank) {
                refresh(m_how); // it was read in another of the ways to see it
            } else if (isIn && !m_patience.isActive()) { // else it is another's that is seen
                showReading();
            }
        });
}

StepsPane::~StepsPane()
{
    m_stop.request_stop();
    m_looker.waitForDone();
}

void StepsPane::refresh(Preparation how)
{
    m_how = how;
    m_shown = QModelIndex();
    follow();
}

void StepsPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

/// The current row where it is selected, or the only one there is.
int StepsPane::chosenRow() const
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isRowSelected(current.row())) {
        return current.row();
    }
    return m_table->rowCount() == 1 ? 0 : -1;
}

void StepsPane::follow()
{
    if (!isVisible()) {
        return;
    }
    const int row = chosenRow();
    if (row >= 0 && m_shown == m_table->index(row, 0)) {
        return;
    }
    m_stop.request_stop();
    m_stop = {};
    m_shown = QModelIndex();
    m_patience.stop();
    if (row >= 0) {
        look(row);
    } else {
        say(m_table->rowCount() > 0 ? tr("Select a picture to see how it was read.") : QString());
    }
}

void StepsPane::look(int row)
{
    m_shown = m_table->index(row, 0);
    m_rank = rankOf(m_table->row(row));
    m_patience.start();
    m_looker.start([this, source = m_table->row(row).source, how = m_how, rank = m_rank,
                    stop = m_stop.get_token()] {
        if (stop.stop_requested()) {
            return; // another picture was selected meanwhile
        }
        auto steps = std::make_shared<Result<PictureSteps>>(readSteps(source, how, rank, stop));
        QMetaObject::invokeMethod(this, [this, steps, stop] {
            if (!stop.stop_requested()) {
                accept(*steps);
            }
        });
    });
}

void StepsPane::accept(const Result<PictureSteps>& steps)
{
    m_patience.stop();
    if (!m_shown.isValid()) {
        return; // its row is gone, and follow() is about to know
    }
    if (!steps) {
        say(describe(steps.error(), m_table->row(m_shown.row()).name));
        return;
    }
    showSteps(*steps);
    showReading();
    m_stack->setCurrentIndex(1);
}

void StepsPane::showSteps(const PictureSteps& steps)
{
    m_picture->setPicture(steps.picture, steps.size);
    m_inkColumn->setVisible(steps.ink.has_value());
    m_digitsColumn->setVisible(steps.ink.has_value());
    int number = 0;
    for (StepColumn* column : {m_paperColumn, m_inkColumn, m_digitsColumn, m_glyphsColumn}) {
        if (!column->isHidden()) {
            column->setNumber(++number);
        }
    }
    m_paperColumn->setTitle(steps.ink ? tr("Paper") : tr("Picture"));
    if (!steps.ink) {
        m_paperColumn->setCaption(
            m_how == Preparation::Reference ? tr("Taken as it is: the reference looks for no ink")
                                            : tr("Taken as it is: 28 × 28 pixels, light on black"));
        return;
    }
    const auto& [paper, ink, place, part] = *steps.ink;
    m_picture->outline(paper);
    m_ink->setInk(ink, place, paper, steps.size);
    m_digits->setPicture(steps.picture, steps.size);
    m_paperColumn->setCaption(
        paper.size() == steps.size
            ? tr("All of the picture")
            : tr("%1 of the picture").arg(partText(areaOf(paper.size()) / areaOf(steps.size))));
    m_inked = part;
}

/// What the table knows of it by now.
void StepsPane::showReading()
{
    const PictureRow& row = m_table->row(m_shown.row());
    const std::vector<DigitBox> boxes = boxesOf(row);
    const std::vector<LabelledGlyph> glyphs = glyphsOf(row);
    m_digits->setBoxes(boxes);
    m_glyphs->setGlyphs(glyphs);
    showChosen();
    QString found = tr("%Ln digits", nullptr, static_cast<int>(boxes.size()));
    if (row.state == PictureRow::State::Waiting) {
        found = tr("Reading…");
    } else if (row.state == PictureRow::State::Skipped) {
        found = tr("Not read");
    } else if (row.error) {
        found = tr("No digit found");
    } else if (!row.number) {
        found = tr("Waiting for the engine…");
    }
    m_digitsColumn->setCaption(found);
    const bool isBlank = row.error && row.error->code == ErrorCode::Blank; // noise at most
    m_inkColumn->setCaption(
        isBlank ? tr("Nothing clear enough") : tr("%1 of the paper").arg(partText(m_inked)));
    m_glyphsColumn->setCaption(glyphs.empty() ? found : tr("28 × 28 pixels"));
    QStringList spoken;
    for (const LabelledGlyph& glyph : glyphs) {
        spoken << glyph.label;
    }
    m_glyphs->setAccessibleDescription(spoken.join(QStringLiteral(", ")));
}

void StepsPane::choose(int digit)
{
    m_view->setCurrentIndex(m_shown);
    m_view->setCurrentDigit(digit);
}

/// Marks the digit of a number that was chosen.
void StepsPane::showChosen()
{
    const bool several = m_digits->boxes().size() > 1;
    const auto chosen = several && m_shown.row() == m_view->currentIndex().row()
                            ? m_view->currentDigit()
                            : std::nullopt;
    m_glyphs->setChosen(chosen);
    m_digits->setChosen(chosen);
}

void StepsPane::say(const QString& words)
{
    m_words->setText(words);
    m_stack->setCurrentIndex(0);
}

} // namespace digitpad
