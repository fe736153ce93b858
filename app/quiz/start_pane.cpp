// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/start_pane.h"

#include "app/shell/theme.h"
#include "app/widgets/action_button.h"
#include "app/widgets/progress_line.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace digitpad {

StartPane::StartPane(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(tr("Who reads better, the class or the network?"))),
      m_guess(new QRadioButton(tr("Guess hard digits"))),
      m_fool(new QRadioButton(tr("Fool the network"))),
      m_digits(new QComboBox),
      m_rounds(new QComboBox),
      m_seed(new QSpinBox),
      m_note(new QLabel),
      m_progress(new ProgressLine),
      m_start(new QAction(tr("Begin"), this))
{
    makeFields();
    layOut();
    m_start->setObjectName(QStringLiteral("quizStart"));
    m_start->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_start, &QAction::triggered, this, &StartPane::start);
    addAction(m_start);
    follow();
}

void StartPane::makeFields()
{
    m_guess->setObjectName(QStringLiteral("quizGuess"));
    m_fool->setObjectName(QStringLiteral("quizFool"));
    m_digits->setObjectName(QStringLiteral("quizDigits"));
    m_rounds->setObjectName(QStringLiteral("quizRounds"));
    m_seed->setObjectName(QStringLiteral("quizSeed"));
    m_note->setObjectName(QStringLiteral("quizNote"));
    m_progress->setAccessibleName(tr("How far the digits are found"));
    m_guess->setChecked(true);
    for (const DigitSource source : QuizOptions::kSources) {
        m_digits->addItem(digitSourceTitle(source), digitSourceId(source));
    }
    for (const int rounds : QuizOptions::kRounds) {
        m_rounds->addItem(locale().toString(rounds), rounds);
    }
    m_seed->setRange(0, QuizOptions::kMostSeed);
    m_seed->setToolTip(tr("The same seed gives the same quiz, on every machine"));
    setOptions({});
    connect(m_guess, &QRadioButton::toggled, this, &StartPane::follow);
    for (QComboBox* box : {m_digits, m_rounds}) {
        connect(box, &QComboBox::currentIndexChanged, this, &StartPane::follow);
    }
    connect(m_seed, &QSpinBox::valueChanged, this, &StartPane::follow);
}

void StartPane::layOut()
{
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText); // it may name a file, and a file any name
    const auto explain = [](const QString& text) {
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setContentsMargins(theme::kGroup, 0, 0, 0);
        return label;
    };
    auto* fields = new QGridLayout; // each under its name
    fields->setHorizontalSpacing(theme::kGroup);
    fields->setVerticalSpacing(theme::kGap / 2);
    const auto addField = [fields](const QString& name, QWidget* field) {
        auto* label = new QLabel(name);
        label->setBuddy(field);
        field->setMinimumHeight(40);
        const int column = fields->columnCount();
        fields->addWidget(label, 0, column);
        fields->addWidget(field, 1, column);
    };
    addField(tr("Digits"), m_digits);
    addField(tr("Rounds"), m_rounds);
    addField(tr("Seed"), m_seed);
    fields->setColumnStretch(fields->columnCount(), 1);
    auto* start = new ActionButton(m_start);
    start->setPrimary(true);
    start->setMinimumSize(200, 48);

    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kGap);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addSpacing(theme::kMargin);
    column->addWidget(m_guess);
    column->addWidget(explain(tr("The class votes for what it sees. Then the network answers, and "
                                 "the truth is told.")));
    column->addSpacing(theme::kGap);
    column->addWidget(m_fool);
    column->addWidget(
        explain(tr("Draw a 4 that it reads as a 9, and that is still a 4 for everybody.")));
    column->addSpacing(theme::kMargin);
    column->addLayout(fields);
    column->addSpacing(theme::kMargin);
    column->addWidget(start, 0, Qt::AlignLeft);
    column->addWidget(m_progress);
    column->addWidget(m_note);
    column->addStretch(3);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kGroup, theme::kMargin, theme::kGroup, theme::kMargin);
    layout->addStretch(1);
    layout->addLayout(column, 6);
    layout->addStretch(1);
}

QuizOptions StartPane::options() const
{
    return {
        .mode = m_guess->isChecked() ? QuizMode::Guess : QuizMode::Fool,
        .digits = QuizOptions::kSources.at(static_cast<std::size_t>(m_digits->currentIndex())),
        .rounds = m_rounds->currentData().toInt(),
        .seed = m_seed->value()};
}

void StartPane::setOptions(const QuizOptions& options)
{
    (options.mode == QuizMode::Guess ? m_guess : m_fool)->setChecked(true);
    m_digits->setCurrentIndex(m_digits->findData(digitSourceId(options.digits)));
    m_rounds->setCurrentIndex(m_rounds->findData(options.rounds));
    m_seed->setValue(options.seed);
}

void StartPane::setWhyNot(const QString& why)
{
    m_whyNot = why;
    follow();
}

void StartPane::setProgress(double part)
{
    m_progress->setValue(static_cast<int>(part * ProgressLine::kSteps));
}

void StartPane::setBusy(bool busy)
{
    m_isBusy = busy;
    m_progress->setValue(0);
    follow();
}

void StartPane::setProblem(const QString& problem)
{
    m_problem = problem;
    follow();
    if (!problem.isEmpty()) {
        QAccessibleEvent alert(m_note, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void StartPane::follow()
{
    for (auto* field : std::initializer_list<QWidget*>{m_guess, m_fool, m_rounds, m_seed}) {
        field->setEnabled(!m_isBusy);
    }
    m_digits->setEnabled(!m_isBusy && m_guess->isChecked());
    m_digits->setToolTip(
        m_guess->isChecked() ? tr("Where the digits to guess come from")
                             : tr("The class draws them itself"));
    m_start->setEnabled(isVisible() && !m_isBusy && m_whyNot.isEmpty());
    m_start->setToolTip(m_whyNot.isEmpty() ? tr("Begin the quiz (Enter)") : m_whyNot);
    m_progress->setVisible(m_isBusy);
    m_note->setText(
        m_isBusy               ? tr("Looking for hard digits…")
        : !m_problem.isEmpty() ? m_problem
                               : m_whyNot);
    Q_EMIT changed();
}

void StartPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_title->setFont(theme::titleFont(theme::titleFont(font())));
        QFont choice = font();
        choice.setWeight(QFont::DemiBold);
        m_guess->setFont(choice);
        m_fool->setFont(choice);
    }
}

void StartPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void StartPane::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    follow();
}

} // namespace digitpad
