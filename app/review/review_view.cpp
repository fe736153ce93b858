// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review/review_view.h"

#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/draw/probability_bars.h"
#include "app/review/confusion_matrix.h"
#include "app/review/mistake_list.h"
#include "app/shell/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <utility>

namespace digitpad {

namespace {

constexpr int kScale = 6; // pixels for one of the chosen glyph's

} // namespace

ReviewView::ReviewView(QAction* close, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_all(new QWidget(this)),
      m_matrix(new ConfusionMatrix(m_all)),
      m_shown(new QLabel(m_all)),
      m_list(new MistakeList(m_all)),
      m_one(new QWidget(m_all)),
      m_glyph(new GlyphView(m_one)),
      m_verdict(new QLabel(m_one)),
      m_bars(new ProbabilityBars(m_one))
{
    m_title->setFont(theme::titleFont());
    m_shown->setForegroundRole(QPalette::PlaceholderText);
    m_verdict->setWordWrap(true);
    m_glyph->setScale(kScale, kScale * Glyph::kSide);
    m_bars->setFixedHeight(kScale * Glyph::kSide + 1);
    setLayout(arrange(close));
    connect(m_matrix, &ConfusionMatrix::chosenChanged, this, &ReviewView::filter);
    connect(m_list, &MistakeList::chosen, this, &ReviewView::showMistake);
}

QLayout* ReviewView::arrange(QAction* close)
{
    auto* one = new QGridLayout(m_one);
    one->setContentsMargins(0, 0, 0, 0);
    one->setSpacing(theme::kGap);
    one->setHorizontalSpacing(theme::kMargin);
    one->addWidget(m_verdict, 0, 0, 1, 2);
    one->addWidget(m_glyph, 1, 0);
    one->addWidget(m_bars, 1, 1);

    auto* legend = new QLabel(
        tr("A row for each digit, a column for what it was read as. Choose a cell to see its "
           "pictures."),
        this);
    legend->setWordWrap(true);
    legend->setFont(theme::captionFont());
    legend->setForegroundRole(QPalette::PlaceholderText);
    legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);

    auto* all = new QGridLayout(m_all);
    all->setContentsMargins(0, 0, 0, 0);
    all->setHorizontalSpacing(theme::kGroup);
    all->setVerticalSpacing(theme::kGap);
    all->addWidget(legend, 0, 0);
    all->addWidget(m_shown, 0, 1, Qt::AlignBottom);
    all->addWidget(m_matrix, 1, 0);
    all->addWidget(m_list, 1, 1, 2, 1);
    all->addWidget(m_one, 2, 0);
    all->setColumnStretch(1, 1);
    all->setRowStretch(1, 1);

    auto* leave = new QToolButton(this);
    leave->setIcon(theme::icon(QStringLiteral("close")));
    leave->setToolTip(tr("Back to the chart"));
    leave->setAccessibleName(leave->toolTip());
    leave->setAutoRaise(true);
    leave->setMinimumSize(theme::kSmallestTarget, theme::kSmallestTarget);
    connect(leave, &QToolButton::clicked, close, [close] { close->setChecked(false); });

    auto* layout = new QGridLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(leave, 0, 1);
    layout->addWidget(m_all, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    layout->setRowStretch(1, 1);
    return layout;
}

void ReviewView::setWaiting()
{
    m_title->setText(tr("Reading the test digits…"));
    m_all->hide();
}

void ReviewView::setReview(Review review)
{
    m_all->show();
    m_list->setReview(nullptr);
    m_review = std::move(review);
    const QLocale locale;
    const Evaluation& evaluation = m_review.evaluation;
    m_title->setText(
        evaluation.mistakes.empty()
            ? tr("All %Ln test digits were read right", nullptr, static_cast<int>(evaluation.count))
            : tr("%1 of %2 test digits were read wrong")
                  .arg(
                      locale.toString(qulonglong{evaluation.mistakes.size()}),
                      locale.toString(qlonglong{evaluation.count})));
    m_matrix->setCounts(evaluation.confusion);
    m_list->setReview(&m_review);
    filter({});
}

void ReviewView::filter(const MistakeFilter& filter)
{
    m_list->setFilter(filter);
    const QLocale locale;
    const int count = m_list->count();
    const bool isAll = filter == MistakeFilter{};
    m_shown->setText(
        count == 0 ? (isAll ? QString() : tr("No mistake of this kind"))
        : isAll    ? tr("All mistakes, those first of which the network was surest")
                   : tr("%Ln mistakes of this kind, those first of which the network was surest",
                        nullptr, count));
    m_shown->setWordWrap(true);
}

void ReviewView::showMistake(int mistake)
{
    m_one->setVisible(mistake >= 0);
    if (mistake < 0) {
        return;
    }
    const auto which = static_cast<std::size_t>(mistake);
    const Mistake& wrong = m_review.evaluation.mistakes[which];
    const QLocale locale;
    m_glyph->setGlyphs({m_review.glyphs[which]});
    m_bars->setPredictions({wrong.prediction});
    m_verdict->setText(tr("A %1, read as %2: %3 sure")
                           .arg(
                               locale.toString(wrong.label),
                               locale.toString(wrong.prediction.digit()),
                               percentText(wrong.prediction.confidence(), locale)));
}

} // namespace digitpad
