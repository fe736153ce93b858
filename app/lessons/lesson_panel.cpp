// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lessons/lesson_panel.h"

#include "app/shell/theme.h"
#include "app/widgets/action_button.h"
#include "app/widgets/tool_button.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

constexpr int kLookEvery = 200; // milliseconds; soon enough for who waits for a tick

} // namespace

LessonPanel::LessonPanel(Host host, QWidget* parent)
    : QWidget(parent),
      m_host(std::move(host)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("lesson"));
    setAccessibleName(tr("Lesson"));
    makeActions();
    fill();
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &LessonPanel::look);
    hide();
}

void LessonPanel::makeActions()
{
    const auto make =
        [this](const char* icon, const QString& text, const QKeySequence& key, auto&& run) {
            auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
            action->setShortcut(key);
            action->setToolTip(QStringLiteral("%1 (%2)").arg(
                action->iconText(), key.toString(QKeySequence::NativeText)));
            action->setEnabled(false);
            connect(action, &QAction::triggered, this, run);
            addAction(action);
            return action;
        };
    constexpr auto kKeys = Qt::CTRL | Qt::ALT;
    m_back = make("previous", tr("&Back"), kKeys | Qt::Key_Left, [this] { go(m_step - 1); });
    m_showMe = make("play", tr("&Show me"), kKeys | Qt::Key_Down, [this] { doIt(); });
    m_skip = make("next", tr("S&kip"), kKeys | Qt::Key_Up, [this] { go(m_step + 1); });
    m_next = make("next", tr("&Next"), kKeys | Qt::Key_Right, [this] {
        m_step + 1 < steps() ? go(m_step + 1) : close();
    });
    m_leave = make("close", tr("&Leave the lesson"), kKeys | Qt::Key_End, [this] { close(); });
    m_leave->setIconText(tr("Leave the lesson"));
}

void LessonPanel::fill()
{
    m_title->setFont(theme::captionFont());
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(QStringLiteral("lessonText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QFont font = theme::bodyFont();
    font.setPointSizeF(font.pointSizeF() * 1.15); // it is read from a chair or two away
    m_text->setFont(font);
    m_state->setFont(theme::captionFont());

    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(makeToolButton(m_leave));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    for (QAction* action : {m_back, m_showMe, m_skip}) {
        auto* button = new ActionButton(action);
        button->setFlat(true);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_state);
    m_nextButton = new ActionButton(m_next);
    m_nextButton->setPrimary(true);
    buttons->addWidget(m_nextButton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kGap / 2, theme::kMargin, theme::kGap);
    layout->setSpacing(theme::kGap / 2);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
}

void LessonPanel::open(const Lesson& lesson)
{
    m_lesson = lesson;
    show();
    m_look.start();
    go(0);
}

void LessonPanel::close()
{
    m_look.stop();
    m_toPress.clear();
    for (QAction* action : {m_back, m_showMe, m_skip, m_next, m_leave}) {
        action->setEnabled(false);
    }
    m_host.pointAt({});
    hide();
}

void LessonPanel::go(int step)
{
    m_step = std::clamp(step, 0, steps() - 1);
    const LessonStep& now = m_lesson.steps[static_cast<std::size_t>(m_step)];
    m_toPress.clear();
    m_done = false;
    m_title->setText(
        tr("%1 · step %2 of %3")
            .arg(
                m_lesson.title.local(), locale().toString(m_step + 1), locale().toString(steps())));
    m_text->setText(now.text.local());
    setUp(now.start);
    m_before = m_host.facts();
    const bool isLast = m_step + 1 == steps();
    m_next->setText(isLast ? tr("&Finish") : tr("&Next"));
    m_next->setIconText(isLast ? tr("Finish") : tr("Next"));
    m_back->setEnabled(m_step > 0);
    m_skip->setEnabled(!isLast && !now.until.empty());
    m_showMe->setEnabled(now.canShow());
    m_leave->setEnabled(true);
    if (!m_host.pointAt(now.look)) {
        Q_EMIT warning(tr("The step of line %1 points at “%2”, which is not there.")
                           .arg(locale().toString(now.line), now.look.left(40)));
    }
    look();
    // A screen reader reads the new step.
    m_text->setAccessibleName(m_text->text());
    QAccessibleEvent event(m_text, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void LessonPanel::setUp(const QJsonObject& state)
{
    if (state.isEmpty()) {
        return;
    }
    const QString problem = m_host.apply(state);
    if (!problem.isEmpty()) {
        Q_EMIT warning(
            tr("The step of line %1 cannot be set up: %2")
                .arg(
                    locale().toString(m_lesson.steps[static_cast<std::size_t>(m_step)].line),
                    problem));
    }
}

/// What was done stays done, also where somebody wipes the paper afterwards.
void LessonPanel::look()
{
    const LessonStep& now = m_lesson.steps[static_cast<std::size_t>(m_step)];
    if (!m_toPress.isEmpty() && m_host.press(m_toPress.constFirst())) {
        m_toPress.removeFirst();
    }
    if (!m_done) {
        const QJsonObject facts = m_host.facts();
        m_done = std::ranges::all_of(now.until, [&](const LessonCondition& condition) {
            return condition.holds(facts, m_before);
        });
    }
    m_next->setEnabled(m_done);
    m_next->setToolTip(m_done ? m_next->iconText() : tr("Do first what stands here, or skip it"));
    m_state->setText(
        now.until.empty() ? QString()
        : m_done          ? tr("✓ Done")
                          : tr("Waiting for you…"));
    m_host.pointAt(now.look);
}

void LessonPanel::doIt()
{
    const LessonStep& now = m_lesson.steps[static_cast<std::size_t>(m_step)];
    setUp(now.show);
    m_toPress = now.press;
    look();
}

void LessonPanel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, 0, width(), 2, palette().color(QPalette::Highlight));
}

} // namespace digitpad
