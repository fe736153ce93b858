// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/fool_pane.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/percent.h"
#include "app/draw/probability_bars.h"
#include "app/error_text.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"
#include "app/widgets/tool_button.h"
#include "core/ink/render.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

constexpr float kFooled = 0.5F; // above it the network sees what it is to see

struct GlyphReading {
    Glyph glyph;
    Prediction prediction;
};

QString withArticle(int digit, const QLocale& locale)
{
    return (digit == 8 ? FoolPane::tr("an %1", "the digit 8") : FoolPane::tr("a %1", "a digit"))
        .arg(locale.toString(digit));
}

/// All of the ink is one digit here.
Result<GlyphReading> readOne(const Model& model, const Ink& ink)
{
    const Glyph glyph = renderInk(ink);
    const auto read = model.read({&glyph, 1});
    if (!read) {
        return std::unexpected(read.error());
    }
    return GlyphReading{.glyph = glyph, .prediction = read->front()};
}

} // namespace

FoolPane::FoolPane(QWidget* parent)
    : QWidget(parent),
      m_canvas(new Canvas),
      m_where(new QLabel),
      m_score(new QLabel),
      m_goal(new QLabel),
      m_answer(new AnswerView),
      m_bars(new ProbabilityBars),
      m_status(new QLabel),
      m_decision(new QWidget),
      m_readSoon(new QTimer(this))
{
    m_canvas->setObjectName(QStringLiteral("quizPaper"));
    m_goal->setObjectName(QStringLiteral("quizGoal"));
    m_answer->setObjectName(QStringLiteral("quizFoolAnswer"));
    m_bars->setObjectName(QStringLiteral("quizFoolBars"));
    m_status->setObjectName(QStringLiteral("quizFoolStatus"));
    m_score->setObjectName(QStringLiteral("quizFoolScore"));
    m_goal->setWordWrap(true);
    m_status->setWordWrap(true);
    setFocusProxy(m_canvas);
    makeActions();
    layOut();

    // A tablet may send many points at once: they are read together.
    m_readSoon->setSingleShot(true);
    m_readSoon->setInterval(0);
    connect(m_readSoon, &QTimer::timeout, this, &FoolPane::read);
    connect(m_canvas, &Canvas::inkChanged, m_readSoon, qOverload<>(&QTimer::start));
    connect(m_canvas, &Canvas::inkChanged, this, [this] { m_isRefused = false; });
    connect(m_canvas, &Canvas::strokeEnded, m_readSoon, qOverload<>(&QTimer::start));
    connect(&m_canvas->undoStack(), &QUndoStack::indexChanged, this, &FoolPane::updateActions);
    updateActions();
}

/// The drawing goes last, and says that there is nothing to undo in it.
FoolPane::~FoolPane()
{
    m_canvas->undoStack().disconnect(this);
}

void FoolPane::makeActions()
{
    const auto make = [this](
                          const char* name, const char* icon, const QString& text,
                          const QList<QKeySequence>& keys, auto&& run) {
        auto* action = new QAction(text, this);
        if (*icon != '\0') {
            action->setIcon(theme::icon(QString::fromLatin1(icon)));
        }
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_undo =
        make("quizUndo", "undo", tr("Undo"), {Qt::CTRL | Qt::Key_Z}, [this] { m_canvas->undo(); });
    m_redo = make(
        "quizRedo", "redo", tr("Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
        [this] { m_canvas->redo(); });
    m_clear =
        make("quizClear", "clear", tr("Clear"), {Qt::Key_Delete}, [this] { m_canvas->clear(); });
    m_yes = make("quizYes", "check", tr("Yes"), {Qt::Key_Y}, [this] { decide(true); });
    m_no = make("quizNo", "cancel", tr("No"), {Qt::Key_N}, [this] { decide(false); });
    m_yes->setToolTip(tr("The class says yes (Y)"));
    m_no->setToolTip(tr("The class says no (N)"));
    m_goOn = make(
        "quizNextTask", "", tr("Give up"), {Qt::Key_Return, Qt::Key_Enter}, [this] { goOn(); });
}

void FoolPane::layOut()
{
    auto* header = new QHBoxLayout;
    header->addWidget(m_where);
    header->addStretch();
    header->addWidget(m_score);

    auto* yesOrNo = new QHBoxLayout(m_decision);
    yesOrNo->setContentsMargins({});
    yesOrNo->setSpacing(theme::kGap);
    auto* goOn = new ActionButton(m_goOn);
    auto* yes = new ActionButton(m_yes);
    auto* no = new ActionButton(m_no);
    for (ActionButton* button : {yes, no, goOn}) {
        button->setMinimumHeight(44);
    }
    yesOrNo->addWidget(yes, 1);
    yesOrNo->addWidget(no, 1);
    QSizePolicy stays = m_decision->sizePolicy();
    stays.setRetainSizeWhenHidden(true); // nothing jumps when it is asked
    m_decision->setSizePolicy(stays);
    auto* decide = new QHBoxLayout;
    decide->setSpacing(theme::kGroup);
    decide->addWidget(m_decision, 1);
    decide->addWidget(goOn);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme::kGap / 2);
    tools->addWidget(makeToolButton(m_undo));
    tools->addWidget(makeToolButton(m_redo));
    tools->addWidget(makeToolButton(m_clear, Qt::ToolButtonTextBesideIcon));
    tools->addStretch();
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kGap);
    left->addStretch(1);
    left->addWidget(m_canvas);
    left->addLayout(tools);
    left->addStretch(1);

    auto* reading = new QHBoxLayout;
    reading->setSpacing(theme::kMargin);
    reading->addWidget(m_answer, 2);
    reading->addWidget(m_bars, 3);
    auto* right = new QVBoxLayout;
    right->setSpacing(theme::kGap);
    right->addWidget(m_goal);
    right->addLayout(reading, 1);
    right->addWidget(m_status);
    right->addLayout(decide);
    auto* body = new QHBoxLayout;
    body->setSpacing(theme::kGroup);
    body->addLayout(left);
    body->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroup, theme::kMargin, theme::kGroup, theme::kGroup);
    layout->setSpacing(theme::kMargin);
    layout->addLayout(header);
    layout->addLayout(body, 1);
}

void FoolPane::begin(const std::vector<FoolTask>& tasks, const std::shared_ptr<const Model>& model)
{
    m_model = model;
    m_rounds.clear();
    for (const FoolTask& task : tasks) {
        m_rounds.push_back({.task = task, .drawing = {}, .glyph = {}});
    }
    m_round = 0;
    beginTask();
}

void FoolPane::beginTask()
{
    m_canvas->clear();
    m_canvas->undoStack().clear(); // the last task's drawing does not come back
    m_isRefused = false;
    m_said.clear();
    read();
}

float FoolPane::confidence() const
{
    return m_prediction ? m_prediction->probabilities.at(static_cast<std::size_t>(task().readAs))
                        : 0;
}

bool FoolPane::isFooled() const
{
    return m_prediction && m_prediction->accepted() && confidence() > kFooled;
}

bool FoolPane::isUntouched() const
{
    return m_round == 0 && m_canvas->isEmpty();
}

int FoolPane::classScore() const
{
    return static_cast<int>(std::ranges::count_if(m_rounds, &FoolRound::isDone));
}

int FoolPane::networkScore() const
{
    const auto end = m_rounds.begin() + static_cast<std::ptrdiff_t>(m_round);
    return static_cast<int>(
        std::count_if(m_rounds.begin(), end, [](const FoolRound& r) { return !r.isDone(); }));
}

void FoolPane::read()
{
    if (m_rounds.empty()) {
        return; // nothing is asked yet
    }
    if (m_canvas->isEmpty()) {
        m_reader.stop();
        m_prediction.reset();
        display();
        return;
    }
    m_reader.follow(
        [model = m_model, ink = m_canvas->ink()](const BackgroundTask&) {
            return readOne(*model, ink);
        },
        [this](const Result<GlyphReading>& reading) {
            if (!reading) {
                m_prediction.reset();
                Q_EMIT warning(describe(reading.error()));
            } else {
                m_prediction = reading->prediction;
                m_glyph = reading->glyph;
            }
            display();
        });
}

void FoolPane::decide(bool still)
{
    if (still) {
        m_rounds[m_round].drawing = m_canvas->drawing();
        m_rounds[m_round].glyph = m_glyph;
    } else {
        m_isRefused = true;
    }
    display();
}

void FoolPane::goOn()
{
    ++m_round;
    if (m_round == m_rounds.size()) {
        Q_EMIT finished();
        --m_round; // what is shown stays one of them
        return;
    }
    beginTask();
}

void FoolPane::display()
{
    const auto digit = [this](int value) { return locale().toString(value); };
    m_where->setText(
        tr("Task %1 of %2")
            .arg(digit(static_cast<int>(m_round) + 1), digit(static_cast<int>(m_rounds.size()))));
    m_score->setText(tr("Class %1 · Network %2").arg(digit(classScore()), digit(networkScore())));
    m_goal->setText(tr("Draw %1 that it reads as %2")
                        .arg(withArticle(task().drawn, locale()), digit(task().readAs)));
    if (m_prediction) {
        const bool sees = m_prediction->accepted();
        m_bars->setPredictions({*m_prediction});
        m_answer->setAnswer(
            digit(m_prediction->digit()),
            sees ? tr("%1 sure").arg(percentText(m_prediction->confidence(), locale()))
                 : tr("Not sure this is a digit"),
            !sees);
    } else {
        m_bars->setPredictions({});
        m_answer->setAnswer({}, tr("It is read while you draw."));
    }
    ask();
    updateActions();
    Q_EMIT changed();
}

/// How far it is, and once it is there the question, aloud when the pen rests.
void FoolPane::ask()
{
    const auto digit = [this](int value) { return locale().toString(value); };
    const bool isDone = m_rounds[m_round].isDone();
    const bool asks = isFooled() && !m_isRefused && !isDone && !m_canvas->isDrawing();
    m_decision->setVisible(asks);
    QString text;
    if (isDone) {
        text = tr("Fooled! A point for the class.");
    } else if (asks) {
        text = tr("It reads %1. Is it still %2?")
                   .arg(digit(task().readAs), withArticle(task().drawn, locale()));
    } else if (m_isRefused) {
        text = tr("Then make it more of %1.").arg(withArticle(task().drawn, locale()));
    } else {
        text = tr("It sees the %1 with %2. More than %3 are wanted.")
                   .arg(
                       digit(task().readAs), percentText(confidence(), locale()),
                       percentText(kFooled, locale()));
    }
    m_status->setText(text);
    if ((asks || isDone || m_isRefused) && text != m_said) {
        QAccessibleEvent alert(m_status, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    m_said = text;
}

void FoolPane::updateActions()
{
    const bool isTask = isVisible() && !m_rounds.empty();
    const bool isDone = isTask && m_rounds[m_round].isDone();
    const QUndoStack& stack = m_canvas->undoStack();
    m_undo->setEnabled(isTask && !isDone && (stack.canUndo() || m_canvas->isDrawing()));
    m_redo->setEnabled(isTask && !isDone && stack.canRedo());
    m_clear->setEnabled(isTask && !isDone && !m_canvas->isEmpty());
    m_canvas->setEnabled(!isDone);
    const bool asks = isTask && !m_decision->isHidden();
    m_yes->setEnabled(asks);
    m_no->setEnabled(asks);
    m_goOn->setEnabled(isTask);
    const bool isLast = m_round + 1 == m_rounds.size();
    m_goOn->setText(!isDone ? tr("Give up") : isLast ? tr("See the score") : tr("Next task"));
    m_goOn->setToolTip(tr("%1 (Enter)").arg(m_goOn->text()));
}

void FoolPane::fit()
{
    const QFont title = theme::titleFont(font());
    m_goal->setFont(title);
    QFont status = font();
    status.setWeight(QFont::DemiBold);
    m_status->setFont(status);
    m_status->setFixedHeight(2 * QFontMetrics(status).lineSpacing()); // nothing jumps
    constexpr int kTools = 48;                                        // below the paper
    const int side = std::min(
        width() / 2, height() - kTools - 3 * theme::kMargin - 2 * QFontMetrics(title).height());
    m_canvas->setFixedSize(QSize(side, side).expandedTo(m_canvas->minimumSizeHint()));
}

void FoolPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

void FoolPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FoolPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
}

void FoolPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace digitpad
