// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/result_card.h"

#include "app/error_text.h"
#include "app/shell/theme.h"
#include "app/training/figures_table.h"
#include "app/training/run_words.h"
#include "app/training/training_run.h"
#include "app/widgets/action_button.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPropertyAnimation>
#include <QVBoxLayout>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kFigureHeight = 56; // pixels; the accuracy, read from the back of the room

QString titleOf(const TrainingRun& run, const TrainingOutcome& outcome)
{
    if (outcome.failure) {
        return ResultCard::tr("The training came to a halt");
    }
    if (!outcome.stopped && run.request.fineTunes) {
        return ResultCard::tr("Fine-tuning finished");
    }
    if (!outcome.stopped) {
        return ResultCard::tr("Training finished");
    }
    // It was stopped in the epoch after the last whole one.
    const int epochs = run.request.options.epochs;
    const int epoch = std::min(static_cast<int>(run.epochs.size()) + 1, epochs);
    const QLocale locale;
    return ResultCard::tr("Stopped in epoch %1 of %2")
        .arg(locale.toString(epoch), locale.toString(epochs));
}

} // namespace

ResultCard::ResultCard(QAction* use, const QList<QAction*>& others, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_figure(new QLabel(this)),
      m_meaning(new QLabel(this)),
      m_details(new QLabel(this)),
      m_network(new QLabel(this)),
      m_figures(new FiguresTable(this)),
      m_use(new ActionButton(use, this)),
      m_slide(new QPropertyAnimation(this, "pos", this))
{
    m_title->setFont(theme::titleFont());
    m_figure->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // see fitFigure()
    m_figure->setForegroundRole(QPalette::Highlight);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_title, m_meaning, m_details, m_network}) {
        label->setWordWrap(true);
    }
    m_use->setPrimary(true);
    m_use->setMinimumHeight(kTallButton);
    setFocusProxy(m_use);
    auto* back = new QPushButton(tr("&Back to the settings"), this);
    back->setIcon(theme::icon(QStringLiteral("undo")));
    back->setMinimumHeight(theme::kSmallestTarget);
    back->setToolTip(tr("Change the settings and train again (Esc)"));
    connect(back, &QPushButton::clicked, this, &ResultCard::slideOut);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_title);
    layout->addSpacing(theme::kMargin);
    layout->addWidget(m_figure);
    layout->addWidget(m_meaning);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_figures);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_details);
    layout->addWidget(m_network);
    layout->addSpacing(theme::kGroup);
    layout->addWidget(m_use);
    for (QAction* action : others) {
        layout->addWidget(new ActionButton(action, this));
    }
    layout->addWidget(back);
    layout->addStretch();

    m_slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_slide, &QPropertyAnimation::finished, this, [this] {
        if (!m_open) {
            hide();
        }
    });
    hide();
    parent->installEventFilter(this);
}

void ResultCard::setResult(const TrainingRun& run, const TrainingOutcome& outcome)
{
    m_title->setText(titleOf(run, outcome));
    if (outcome.testAccuracy || outcome.ownAccuracy) {
        showAccuracy(run, outcome);
    } else {
        showLoss(run);
    }
    m_figures->setFigures(run.counts, outcome);
    const QString time = durationText(outcome.seconds);
    m_details->setText(
        outcome.failure   ? tr("%1 The last good state is kept.").arg(describe(*outcome.failure))
        : outcome.stopped ? tr("Trained for %1. What it had learnt until then is kept.").arg(time)
                          : tr("Learnt from %1 in %2.").arg(learntFromText(run.counts), time));
    fitFigure();
}

void ResultCard::setNetwork(RunRecorder::Network network, const QString& name)
{
    using enum RunRecorder::Network;
    const bool isLost = network == Lost;
    m_network->setText(
        network == Kept ? tr("Kept as “%1” on the Runs page.").arg(name)
        : isLost        ? tr("The network is only in memory: save it, or it is lost.")
                        : QString());
    m_network->setForegroundRole(isLost ? QPalette::WindowText : QPalette::PlaceholderText);
}

/// Of the own samples, where a hand was to be learnt; else of the test digits.
void ResultCard::showAccuracy(const TrainingRun& run, const TrainingOutcome& outcome)
{
    const bool isOwn = outcome.ownAccuracy && (run.request.fineTunes || !outcome.testAccuracy);
    m_figure->setText(percentText(isOwn ? *outcome.ownAccuracy : *outcome.testAccuracy));
    m_meaning->setText(
        isOwn ? ownDigitsText(run.counts)
              : tr("of %Ln test digits read right", nullptr, static_cast<int>(run.counts.test)));
}

void ResultCard::showLoss(const TrainingRun& run)
{
    const bool known = !run.epochs.empty() || !run.losses.empty();
    const double loss = !run.epochs.empty()   ? run.epochs.back().trainingLoss
                        : !run.losses.empty() ? run.losses.back().loss
                                              : 0;
    m_figure->setText(known ? QLocale().toString(loss, 'f', 4) : QStringLiteral("–"));
    m_meaning->setText(
        tr("mean loss. There were no digits to test on, so the accuracy is not known."));
}

void ResultCard::fitFigure()
{
    const int room = width() - 2 * theme::kMargin;
    const int wanted =
        QFontMetrics(theme::answerFont(kFigureHeight)).horizontalAdvance(m_figure->text());
    m_figure->setFont(theme::answerFont(
        wanted > room && room > 0 ? kFigureHeight * room / wanted : kFigureHeight));
}

void ResultCard::slideIn()
{
    m_open = true;
    resize(parentWidget()->size());
    fitFigure();
    slideFromTo(QPoint(0, height()), QPoint(0, 0));
    show();
    raise();
    setFocus();
}

void ResultCard::slideOut()
{
    if (m_open) {
        m_open = false;
        slideFromTo(pos(), QPoint(0, height()));
        Q_EMIT closed();
    }
}

void ResultCard::slideFromTo(const QPoint& from, const QPoint& to)
{
    m_slide->stop();
    m_slide->setDuration(theme::motion(theme::kCardSlides));
    m_slide->setStartValue(from);
    m_slide->setEndValue(to);
    m_slide->start();
}

bool ResultCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        resize(parentWidget()->size());
        fitFigure();
    }
    return QWidget::eventFilter(watched, event);
}

void ResultCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        slideOut();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ResultCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window()); // nothing of the form shows through
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::hairline(palette()));
    painter.setBrush(palette().base());
    constexpr qreal kRadius = 8;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace digitpad
