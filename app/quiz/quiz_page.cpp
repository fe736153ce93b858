// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/quiz_page.h"

#include "app/error_text.h"
#include "app/quiz/fool_pane.h"
#include "app/quiz/guess_pane.h"
#include "app/quiz/result_pane.h"
#include "app/quiz/start_pane.h"
#include "app/recognition/recognition.h"
#include "app/shell/theme.h"
#include "app/store/store.h"
#include "core/data/mnist.h"

#include <QAction>
#include <QFile>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace digitpad {

/// The digits of a quiz.
struct QuizPage::Found {
    std::vector<QuizDigit> digits;
    std::vector<Drawing> drawings; ///< of own samples: theirs; else none
    DigitSource source = DigitSource::Synthetic;
};

QuizPage::QuizPage(Recognition& recognition, QWidget* parent)
    : QWidget(parent),
      m_recognition(recognition),
      m_start(new StartPane),
      m_guess(new GuessPane),
      m_fool(new FoolPane),
      m_result(new ResultPane),
      m_panes(new QStackedWidget),
      m_end(new QAction(theme::icon(QStringLiteral("stop")), tr("&End the quiz"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSizeConstraint(QLayout::SetNoConstraint); // the type follows the size
    layout->addWidget(m_panes);
    m_end->setObjectName(QStringLiteral("quizEnd"));
    m_end->setShortcut(Qt::CTRL | Qt::Key_E);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_start, m_guess, m_fool, m_result}) {
        m_panes->addWidget(pane);
        addActions(pane->actions()); // for the menu
    }
    addAction(m_end);
    const bool mnist = hasMnistTest(QFile::encodeName(chosenMnistFolder()).toStdString());
    m_start->setOptions({.digits = mnist ? DigitSource::MnistTest : DigitSource::Synthetic});

    connect(m_start, &StartPane::start, this, &QuizPage::start);
    connect(m_start, &StartPane::changed, this, &QuizPage::factsChanged);
    connect(m_guess, &GuessPane::changed, this, &QuizPage::factsChanged);
    connect(m_guess, &GuessPane::finished, this, &QuizPage::finish);
    connect(m_fool, &FoolPane::changed, this, &QuizPage::factsChanged);
    connect(m_fool, &FoolPane::finished, this, &QuizPage::finish);
    connect(m_fool, &FoolPane::warning, this, &QuizPage::warning);
    connect(m_result, &ResultPane::again, this, &QuizPage::again);
    connect(m_result, &ResultPane::look, this, &QuizPage::look);
    connect(m_end, &QAction::triggered, this, &QuizPage::end);
    connect(&m_recognition, &Recognition::modelChanged, this, &QuizPage::updateReadiness);
    const auto fail = [this](const Error& error) {
        m_problem = describe(error);
        updateReadiness();
    };
    connect(&m_recognition, &Recognition::engineFailed, this, fail);
    connect(&m_recognition, &Recognition::modelFailed, this, fail);
    updateReadiness();
    showPane(m_start);
}

QuizPage::~QuizPage() = default;

void QuizPage::setStore(Store& store)
{
    m_database = store.file();
}

void QuizPage::updateReadiness()
{
    if (m_recognition.model() != nullptr) {
        m_problem.clear();
        m_start->setWhyNot({});
        if (std::exchange(m_startsSoon, false) || isUntouched()) {
            start(); // with this one
        }
    } else {
        m_start->setWhyNot(m_problem.isEmpty() ? tr("Getting ready…") : m_problem);
    }
}

/// It was started, but nobody has done anything.
bool QuizPage::isUntouched() const
{
    const QWidget* pane = m_panes->currentWidget();
    return (pane == m_start && m_finder.isBusy()) || (pane == m_guess && m_guess->isUntouched()) ||
           (pane == m_fool && m_fool->isUntouched());
}

void QuizPage::start()
{
    m_startsSoon = m_recognition.model() == nullptr;
    if (m_startsSoon) {
        return;
    }
    m_options = m_start->options();
    m_start->setProblem({});
    if (m_options.mode == QuizMode::Guess) {
        findDigits();
        return;
    }
    m_fool->begin(
        foolTasks(static_cast<std::size_t>(m_options.rounds), static_cast<quint64>(m_options.seed)),
        m_recognition.model());
    showPane(m_fool);
}

void QuizPage::findDigits()
{
    showPane(m_start);
    m_start->setBusy(true);
    const DigitPlaces places{.mnist = chosenMnistFolder(), .database = m_database};
    const auto find = [this, options = m_options, places,
                       model = m_recognition.model()](const BackgroundTask& task) -> Result<Found> {
        auto digits = readTestDigits(options.digits, places, task.stop());
        if (!digits && options.digits == DigitSource::MnistTest &&
            digits.error().code == ErrorCode::NotFound) {
            digits = readTestDigits(DigitSource::Synthetic, places, task.stop());
        }
        if (!digits) {
            return std::unexpected(digits.error());
        }
        auto hard = hardDigits(
            *model, digits->data, static_cast<std::size_t>(options.rounds),
            static_cast<std::uint64_t>(options.seed),
            [&](double part) { task.post([this, part] { m_start->setProgress(part); }); },
            task.stop());
        if (!hard) {
            return std::unexpected(hard.error());
        }
        Found found{.digits = *std::move(hard), .drawings = {}, .source = digits->source};
        for (const QuizDigit& digit : found.digits) {
            if (!digits->drawings.empty()) {
                found.drawings.push_back(digits->drawings[digit.index]);
            }
        }
        return found;
    };
    m_finder.restart(find, [this](Result<Found> found) {
        m_start->setBusy(false);
        if (found) {
            beginGuess(*std::move(found));
        } else {
            m_start->setProblem(
                found.error().code == ErrorCode::NoSamples
                    ? tr("There are no own samples yet. Correct a reading on the Draw page to keep "
                         "one, or choose other digits.")
                    : describe(found.error()));
        }
    });
}

void QuizPage::beginGuess(Found found)
{
    m_used = found.source;
    m_drawings = std::move(found.drawings);
    m_guess->begin(found.digits);
    showPane(m_guess);
    if (m_used != m_options.digits) {
        Q_EMIT message(tr("MNIST is not here, so these digits are made up. The Training page "
                          "downloads MNIST."));
    } else if (static_cast<int>(found.digits.size()) < m_options.rounds) {
        Q_EMIT message(
            tr("There are only %n digit(s).", nullptr, static_cast<int>(found.digits.size())));
    }
}

/// The quiz is over before its end.
void QuizPage::end()
{
    m_finder.stop();
    m_startsSoon = false;
    m_start->setBusy(false);
    showPane(m_start);
}

void QuizPage::finish()
{
    if (m_options.mode == QuizMode::Guess) {
        const auto memories = guessed();
        m_result->setResult(
            m_guess->classScore(), m_guess->networkScore(),
            memories.empty() ? tr("Everybody was right each time.")
                             : tr("Somebody was wrong here. Click one to look inside."),
            memories);
    } else {
        const auto memories = drawn();
        m_result->setResult(
            m_fool->classScore(), static_cast<int>(m_fool->rounds().size()) - m_fool->classScore(),
            memories.empty() ? tr("The network was not fooled.")
                             : tr("These fooled it. Click one to look inside."),
            memories);
    }
    showPane(m_result);
}

/// The rounds in which the class or the network was wrong.
std::vector<QuizMemory> QuizPage::guessed() const
{
    const auto number = [this](int value) { return locale().toString(value); };
    std::vector<QuizMemory> memories;
    for (std::size_t i = 0; i < m_guess->rounds().size(); ++i) {
        const GuessRound& round = m_guess->rounds()[i];
        const QuizDigit& digit = round.digit;
        if (round.isClassRight() && digit.isReadRight()) {
            continue;
        }
        const auto answer = round.votes.answer();
        memories.push_back(
            {.content =
                 {.drawing = m_drawings.empty() ? Drawing() : m_drawings[i],
                  .glyph = digit.glyph,
                  .caption = tr("%1, number %2: %3")
                                 .arg(
                                     digitSourceTitle(m_used),
                                     locale().toString(static_cast<qulonglong>(digit.index)),
                                     number(digit.label))},
             .caption = tr("%1\nclass %2 · network %3")
                            .arg(
                                number(digit.label), answer ? number(*answer) : QStringLiteral("–"),
                                number(digit.prediction.digit()))});
    }
    return memories;
}

/// What fooled the network.
std::vector<QuizMemory> QuizPage::drawn() const
{
    std::vector<QuizMemory> memories;
    for (const FoolRound& round : m_fool->rounds()) {
        if (round.isDone()) {
            const QString caption =
                tr("%1, read as %2")
                    .arg(locale().toString(round.task.drawn), locale().toString(round.task.readAs));
            memories.push_back(
                {.content = {.drawing = round.drawing, .glyph = round.glyph, .caption = caption},
                 .caption = caption});
        }
    }
    return memories;
}

/// Back to the choices, with other digits ahead.
void QuizPage::again()
{
    QuizOptions next = m_options;
    next.seed = next.seed == QuizOptions::kMostSeed ? 0 : next.seed + 1;
    m_start->setOptions(next);
    showPane(m_start);
}

void QuizPage::showPane(QWidget* pane)
{
    m_panes->setCurrentWidget(pane);
    m_end->setEnabled(isVisible() && (pane == m_guess || pane == m_fool));
    setFocusProxy(pane);
    if (isVisible()) {
        pane->setFocus();
    }
    Q_EMIT factsChanged();
}

/// With the smallest type; what is larger has it larger.
QSize QuizPage::minimumSizeHint() const
{
    return {720, 430};
}

/// Large type: it is for a class.
void QuizPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QFont type = theme::bodyFont();
    type.setPixelSize(
        std::clamp(std::min(width() / 48, height() / 28), QFontInfo(type).pixelSize(), 48));
    m_panes->setFont(type);
}

void QuizPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showPane(m_panes->currentWidget());
}

void QuizPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_end->setEnabled(false);
}

} // namespace digitpad
