// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/digits_view.h"

#include "app/digits/digit_grid.h"
#include "app/digits/mean_digits.h"
#include "app/draw/glyph_view.h"
#include "app/error_text.h"
#include "app/inside/digit_content.h"
#include "app/inside/view_action.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"
#include "app/widgets/action_button.h"
#include "app/widgets/balance_bars.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

constexpr int kGlyphPixel = 5;
constexpr int kSide = kGlyphPixel * Glyph::kSide + 36;
constexpr qint64 kTellEvery = 50; // milliseconds: what an eye can follow

const QString kNetwork = QStringLiteral("network"); // as InsidePage calls them
const QString kWhy = QStringLiteral("why");

/// Tells a progress line how much is done, as often as an eye can follow.
std::function<void(double)> teller(const BackgroundTask& task, ProgressLine* line)
{
    return [task, line, told = QElapsedTimer()](double part) mutable {
        if (!told.isValid() || told.elapsed() >= kTellEvery) {
            told.start();
            task.post(
                [line, part] { line->setValue(static_cast<int>(part * ProgressLine::kSteps)); });
        }
    };
}

} // namespace

DigitsView::DigitsView(QWidget* parent)
    : InsideView(parent),
      m_orders(new QComboBox),
      m_status(new QLabel),
      m_balance(new BalanceBars),
      m_means(new MeanDigits),
      m_stack(new QStackedWidget),
      m_note(new QLabel),
      m_model(new DigitModel(this)),
      m_grid(new DigitGrid(m_model)),
      m_glyph(new GlyphView),
      m_title(new QLabel),
      m_facts(new QLabel),
      m_progress(new ProgressLine)
{
    makeActions();
    m_note->setObjectName(QStringLiteral("digitsNote"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setObjectName(QStringLiteral("digitsGrid"));
    m_balance->setObjectName(QStringLiteral("digitsBalance"));
    m_means->setObjectName(QStringLiteral("digitsMeans"));
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_grid);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme::kMargin);
    middle->addWidget(m_stack, 1);
    middle->addWidget(makeSide());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addLayout(makeHead());
    layout->addWidget(m_balance);
    layout->addWidget(m_means);
    layout->addSpacing(theme::kGap);
    layout->addLayout(middle, 1);

    connect(m_balance, &BalanceBars::chosenChanged, this, &DigitsView::refresh);
    const auto choose = [this](int digit) {
        m_balance->choose(m_balance->chosen() == digit ? std::nullopt : std::optional(digit));
    };
    connect(m_means, &MeanDigits::clicked, this, choose);
    connect(m_grid, &DigitGrid::digitPressed, this, choose);
    connect(m_grid, &DigitGrid::currentRowChanged, this, &DigitsView::showRow);
    connect(m_grid, &QAbstractItemView::activated, this, [this] { take({}); });
    connect(m_glyph, &GlyphView::picked, this, [this](std::optional<int> glyph) {
        const DigitRow& row = m_model->row(m_grid->currentIndex().row());
        m_subject = glyph == 1 && row.twin ? *row.twin : row.index;
        showSubject();
    });
    refresh();
}

void DigitsView::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QString& tip,
                          const QKeySequence& keys, auto&& run) {
        QAction* action = addViewAction(this, icon, text, tip, keys);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    m_toPad = make(
        "draw", tr("Put on the &pad"), tr("Put this digit on the pad"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_D}, [this] { take({}); });
    m_toNetwork = make(
        "inside", tr("Show in the &network"), tr("See how it runs through the network"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, [this] { take(kNetwork); });
    m_toWhy = make(
        "help", tr("Wh&y?"), tr("See which pixels make it this digit"),
        {Qt::CTRL | Qt::SHIFT | Qt::Key_W}, [this] { take(kWhy); });
    m_stop = make(
        "stop", tr("&Stop"), tr("Stop reading and comparing the digits"),
        {Qt::CTRL | Qt::Key_Period}, [this] { stop(); });
    m_toPad->setIconText(tr("Put on the pad"));
    m_toNetwork->setIconText(tr("Show in the network"));
    m_toWhy->setIconText(tr("Why?"));
    m_grid->addActions({m_toPad, m_toNetwork, m_toWhy});
}

QBoxLayout* DigitsView::makeHead()
{
    m_orders->setObjectName(QStringLiteral("digitsOrder"));
    m_orders->setAccessibleName(tr("Which digits, in which order"));
    m_orders->setToolTip(tr("Strangest first: those in which the network is furthest from the "
                            "label. Nearly the same: pairs, those with different labels first."));
    m_orders->setMinimumHeight(theme::kSmallestTarget);
    m_orders->addItem(tr("All, as they come"), QStringLiteral("all"));
    m_orders->addItem(tr("Strangest first"), QStringLiteral("strangest"));
    m_orders->addItem(tr("Read wrong"), QStringLiteral("misread"));
    m_orders->addItem(tr("Nearly the same"), QStringLiteral("duplicates"));
    connect(m_orders, &QComboBox::activated, this, [this] {
        m_isStopped = false;
        refresh();
    });
    m_status->setObjectName(QStringLiteral("digitsStatus"));
    m_status->setFont(theme::captionFont());
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setObjectName(QStringLiteral("digitsProgress"));
    m_progress->setAccessibleName(tr("How many digits are looked at"));
    m_progress->setMaximumWidth(kSide);
    m_stopButton = makeToolButton(m_stop);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kMargin);
    head->addWidget(m_orders);
    head->addWidget(m_status);
    head->addStretch();
    head->addWidget(m_progress, 1);
    head->addWidget(m_stopButton);
    // No jump when the work is done.
    QSizePolicy policy = m_stopButton->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_stopButton->setSizePolicy(policy);
    return head;
}

/// It scrolls where a window is low.
QWidget* DigitsView::makeSide()
{
    m_glyph->setScale(kGlyphPixel, kSide);
    m_glyph->setAccessibleName(tr("The chosen digit"));
    m_title->setObjectName(QStringLiteral("digitsTitle"));
    m_title->setFont(theme::titleFont());
    m_title->setWordWrap(true);
    m_title->setFixedWidth(kSide);
    m_facts->setObjectName(QStringLiteral("digitsFacts"));
    m_facts->setWordWrap(true);
    m_facts->setFixedWidth(kSide);
    auto* sheet = new QWidget;
    auto* side = new QVBoxLayout(sheet);
    side->setContentsMargins({});
    side->setSpacing(theme::kGap);
    side->addWidget(m_glyph);
    side->addWidget(m_title);
    side->addWidget(m_facts);
    side->addSpacing(theme::kGap);
    for (QAction* action : {m_toPad, m_toNetwork, m_toWhy}) {
        auto* button = new ActionButton(action);
        button->setFixedWidth(kSide);
        side->addWidget(button);
    }
    side->addStretch();
    auto* area = new QScrollArea;
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(sheet);
    area->setFixedWidth(kSide + area->verticalScrollBar()->sizeHint().width());
    return area;
}

void DigitsView::updateActions()
{
    for (QAction* action : {m_toPad, m_toNetwork, m_toWhy}) {
        action->setEnabled(isVisible() && m_subject);
    }
    m_stop->setEnabled(isVisible() && isBusy());
    m_stopButton->setVisible(isBusy());
    m_progress->setVisible(isBusy());
}

DigitsView::Order DigitsView::order() const
{
    return static_cast<Order>(m_orders->currentIndex());
}

void DigitsView::modelChanged()
{
    m_readings.reset();
    m_model->setReadings(nullptr);
    m_isStopped = false;
    m_failure.clear();
    m_reader.stop();
    refresh();
}

void DigitsView::digitsChanged()
{
    m_reader.stop();
    m_comparer.stop();
    m_failure.clear();
    m_readings.reset();
    m_lookalikes.reset();
    m_model->setReadings(nullptr);
    m_isStopped = false;
    m_balance->setCounts({});
    m_means->setMeans({});
    if (digits() == nullptr) {
        m_surveyor.stop();
    } else {
        m_surveyor.restart(
            [digits = digits()](const BackgroundTask&) { return survey(digits->data); },
            [this](const DigitSurvey& found) {
                m_balance->setCounts(found.counts);
                m_means->setMeans(found.means);
            });
    }
    refresh();
}

void DigitsView::beginReading()
{
    m_progress->setValue(0);
    m_reader.restart(
        [model = model()->model, digits = digits(), line = m_progress](const BackgroundTask& task) {
            return readDigits(*model, digits->data, teller(task, line), task.stop());
        },
        [this](Result<DigitReadings> read) {
            if (read) {
                m_readings = std::make_shared<const DigitReadings>(*std::move(read));
                m_model->setReadings(m_readings);
            } else {
                m_failure = describe(read.error());
            }
            refresh();
        });
}

void DigitsView::beginComparing()
{
    m_progress->setValue(0);
    m_comparer.restart(
        [digits = digits(), line = m_progress](const BackgroundTask& task) {
            return findLookalikes(digits->data, kLookalike, teller(task, line), task.stop());
        },
        [this](std::vector<Lookalikes> found) {
            m_lookalikes = std::make_shared<const std::vector<Lookalikes>>(std::move(found));
            refresh();
        });
}

void DigitsView::stop()
{
    m_reader.stop();
    m_comparer.stop();
    m_isStopped = true;
    refresh();
}

/// Begins what the order needs and is not there, and shows what is there.
void DigitsView::refresh()
{
    if (digits() != nullptr && !m_isStopped) {
        const bool needsReadings = model() != nullptr && m_readings == nullptr;
        if (needsReadings && m_failure.isEmpty()) {
            m_reader.isBusy() ? void() : beginReading();
        } else if (order() == Order::Lookalikes && m_lookalikes == nullptr) {
            m_comparer.isBusy() ? void() : beginComparing();
        }
    }
    m_balance->setVisible(digits() != nullptr);
    m_means->setVisible(digits() != nullptr);
    const QString missing = whatIsMissing();
    if (!missing.isEmpty()) {
        say(missing);
    } else {
        std::vector<DigitRow> shown = rows();
        const bool isEmpty = shown.empty();
        sayHowMany(shown.size());
        list(std::move(shown));
        if (isEmpty) {
            say(order() == Order::Lookalikes ? tr("No two of these digits are nearly the same.")
                : order() == Order::Misread  ? tr("None of these digits is read wrong.")
                                             : tr("There are no such digits."));
        } else {
            m_stack->setCurrentWidget(m_grid);
        }
    }
    showRow();
}

/// Another list is looked at from its beginning; the same one is left where it is.
void DigitsView::list(std::vector<DigitRow> shown)
{
    const bool isOther = std::exchange(m_listed, state()) != state();
    if (!isOther && m_model->isOf(digits(), shown)) {
        return;
    }
    const auto kept = isOther ? shown.end() : std::ranges::find(shown, m_subject, &DigitRow::index);
    const auto row = kept == shown.end() ? 0 : static_cast<int>(kept - shown.begin());
    m_model->setRows(digits(), std::move(shown));
    m_grid->scrollToTop();
    m_grid->setCurrentIndex(m_model->index(row));
}

QString DigitsView::whatIsMissing() const
{
    const bool needsReadings = order() == Order::Strangest || order() == Order::Misread;
    if (digits() == nullptr) {
        return model() == nullptr
                   ? tr("Getting ready…")
                   : tr("There are no digits to look at. Choose others at the top right, or "
                        "download MNIST on the Training page.");
    }
    const bool isMissing = (needsReadings && m_readings == nullptr) ||
                           (order() == Order::Lookalikes && m_lookalikes == nullptr);
    if (!isMissing) {
        return {};
    }
    if (m_isStopped) {
        return tr("Stopped. Choose the order again to go on.");
    }
    if (needsReadings && !m_failure.isEmpty()) {
        return m_failure;
    }
    return needsReadings ? tr("The network reads all digits…")
                         : tr("Every digit is compared with every other…");
}

std::vector<DigitRow> DigitsView::rows() const
{
    const auto& labels = digits()->data.labels;
    const auto digit = m_balance->chosen();
    const auto isShown = [&](std::size_t index) {
        return labels[index] < kNoDigit && (!digit || labels[index] == *digit);
    };
    std::vector<DigitRow> rows;
    switch (order()) {
    case Order::All:
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (isShown(i)) {
                rows.push_back({.index = i});
            }
        }
        break;
    case Order::Lookalikes:
        for (const Lookalikes& pair : *m_lookalikes) {
            if (isShown(pair.first) || isShown(pair.second)) {
                rows.push_back(
                    {.index = pair.first, .twin = pair.second, .similarity = pair.similarity});
            }
        }
        break;
    case Order::Strangest:
    case Order::Misread:
        for (const std::size_t i : m_readings->strangest) {
            const bool isWrong = m_readings->predictions[i].digit() != labels[i];
            if (isShown(i) && (order() == Order::Strangest || isWrong)) {
                rows.push_back({.index = i});
            }
        }
        break;
    }
    return rows;
}

void DigitsView::say(const QString& note)
{
    m_model->setRows(digits(), {});
    m_note->setText(note);
    m_status->clear();
    m_stack->setCurrentWidget(m_note);
}

void DigitsView::sayHowMany(std::size_t shown)
{
    const int count = static_cast<int>(shown);
    m_status->setText(
        order() == Order::Lookalikes ? tr("%Ln pairs", nullptr, count)
                                     : tr("%Ln digits", nullptr, count));
}

void DigitsView::showRow()
{
    const QModelIndex current = m_grid->currentIndex();
    m_subject = current.isValid() ? std::optional(m_model->row(current.row()).index) : std::nullopt;
    if (m_subject) {
        const DigitRow& row = m_model->row(current.row());
        const auto& glyphs = digits()->data.glyphs;
        m_glyph->setGlyphs(
            row.twin ? std::vector{glyphs[row.index], glyphs[*row.twin]}
                     : std::vector{glyphs[row.index]});
        if (row.twin) {
            m_glyph->setChosen(0);
        }
    }
    showSubject();
}

void DigitsView::showSubject()
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_glyph, m_title, m_facts}) {
        widget->setVisible(m_subject.has_value());
    }
    if (m_subject) {
        const DigitRow& row = m_model->row(m_grid->currentIndex().row());
        if (row.twin) {
            m_glyph->setChosen(m_subject == row.twin ? 1 : 0);
        }
        const QString label = QLocale().toString(uint{digits()->data.labels[*m_subject]});
        m_title->setText(tr("This is a %1").arg(label));
        QStringList facts{digitCaption(*digits(), *m_subject), m_model->readingText(*m_subject)};
        if (row.twin) {
            facts << tr("%1 % alike").arg(QLocale().toString(100 * row.similarity, 'f', 1));
        }
        facts.removeAll({});
        m_facts->setText(facts.join(QLatin1Char('\n')));
    }
    updateActions();
    Q_EMIT factsChanged();
}

void DigitsView::take(const QString& view)
{
    if (m_subject) {
        Q_EMIT toPad(digitContent(*digits(), *m_subject));
        if (!view.isEmpty()) {
            Q_EMIT viewWanted(view);
        }
    }
}

void DigitsView::showEvent(QShowEvent* event)
{
    InsideView::showEvent(event);
    updateActions();
}

void DigitsView::hideEvent(QHideEvent* event)
{
    InsideView::hideEvent(event);
    updateActions();
}

QJsonObject DigitsView::state() const
{
    QJsonObject state{{QStringLiteral("order"), m_orders->currentData().toString()}};
    if (m_balance->chosen()) {
        state[QStringLiteral("digit")] = *m_balance->chosen();
    }
    return state;
}

QString DigitsView::setState(const QJsonObject& state)
{
    const QString slip = checkNames(state, {"order", "digit"});
    if (!slip.isEmpty()) {
        return slip;
    }
    const QJsonValue wanted = state[QStringLiteral("order")];
    const int order = m_orders->findData(wanted.toString());
    if (!wanted.isUndefined() && order < 0) {
        return tr("Digits are listed by “all”, “strangest”, “misread” or “duplicates”.");
    }
    const QJsonValue digit = state[QStringLiteral("digit")];
    const int chosen = digit.toInt(-1); // no whole number: -1
    if (!digit.isUndefined() && (chosen < 0 || chosen > 9)) {
        return tr("Only the digits from 0 to 9 can be listed.");
    }
    m_isStopped = false;
    m_orders->setCurrentIndex(order >= 0 ? order : m_orders->currentIndex());
    const QSignalBlocker blocker(m_balance);
    m_balance->choose(digit.isUndefined() ? std::nullopt : std::optional(chosen));
    refresh();
    return {};
}

QJsonObject DigitsView::facts() const
{
    QJsonObject facts = state();
    const bool isShown = m_stack->currentWidget() == m_grid;
    facts[QStringLiteral("shown")] = isShown ? m_model->rowCount() : 0;
    facts[QStringLiteral("isDone")] =
        isShown && (order() == Order::Lookalikes || m_readings != nullptr);
    if (m_subject) {
        const std::size_t i = *m_subject;
        facts[QStringLiteral("index")] = static_cast<qint64>(i);
        facts[QStringLiteral("label")] = digits()->data.labels[i];
        if (m_readings != nullptr) {
            facts[QStringLiteral("read")] = m_readings->predictions[i].digit();
            facts[QStringLiteral("loss")] = double{m_readings->losses[i]};
        }
    }
    return facts;
}

} // namespace digitpad
