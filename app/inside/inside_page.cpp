// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/inside_page.h"

#include "app/damage/damage_view.h"
#include "app/digits/digits_view.h"
#include "app/draw/canvas.h"
#include "app/error_text.h"
#include "app/inside/network_view.h"
#include "app/inside/pad.h"
#include "app/inside/why_view.h"
#include "app/lab/lab_view.h"
#include "app/map/map_view.h"
#include "app/recognition/recognition.h"
#include "app/shell/theme.h"
#include "app/state/state_text.h"
#include "app/state/state_types.h"
#include "app/store/store.h"
#include "core/data/mnist.h"
#include "core/ink/render.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <filesystem>

namespace digitpad {

namespace {

const QString kGlyph = QStringLiteral("glyph"); // in a state
// The side of the paper, in device-independent pixels.
constexpr int kNarrowest = 240;
constexpr int kWidest = 420;

const QString kViewSetting = QStringLiteral("inside/view");
const QString kSourceSetting = QStringLiteral("inside/digits");

constexpr std::array kSources = {
    DigitSource::MnistTest, DigitSource::MnistTraining, DigitSource::OwnSamples,
    DigitSource::Synthetic};

} // namespace

InsidePage::InsidePage(
    Recognition& recognition, const std::shared_ptr<Sketch>& sketch, QWidget* parent)
    : QWidget(parent),
      m_recognition(recognition),
      m_pad(new Pad(sketch, this)),
      m_tabs(new QHBoxLayout),
      m_right(new QVBoxLayout),
      m_group(new QActionGroup(this)),
      m_stack(new QStackedWidget),
      m_source(new QComboBox),
      m_readSoon(new QTimer(this))
{
    m_tabs->setSpacing(theme::kGap / 2);
    addViews();
    fillSources();
    m_tabs->addStretch();
    auto* about = new QLabel(tr("From:"));
    about->setBuddy(m_source);
    m_tabs->addWidget(about);
    m_tabs->addSpacing(theme::kGap / 2);
    m_tabs->addWidget(m_source);

    m_right->setSpacing(theme::kMargin);
    m_right->addLayout(m_tabs);
    m_right->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    layout->setSpacing(theme::kGroup);
    layout->addWidget(m_pad);
    layout->addLayout(m_right, 1);
    setFocusProxy(&m_pad->canvas());
    for (QAction* action : m_pad->actions()) {
        addAction(action);
    }

    // A tablet may send many points at once: they are read together.
    m_readSoon->setSingleShot(true);
    m_readSoon->setInterval(0);
    connect(m_readSoon, &QTimer::timeout, this, &InsidePage::readPad);
    connect(m_pad, &Pad::changed, m_readSoon, qOverload<>(&QTimer::start));
    connect(m_source, &QComboBox::activated, this, [this] {
        QSettings().setValue(kSourceSetting, m_source->currentData());
        readDigits();
    });
    connect(&m_recognition, &Recognition::modelChanged, this, &InsidePage::openModel);
    showView(std::max(0, viewOf(QSettings().value(kViewSetting).toString())));
}

void InsidePage::addViews()
{
    addView(
        QStringLiteral("network"), tr("Network"), tr("The network while it reads"),
        new NetworkView);
    addView(QStringLiteral("why"), tr("Why"), tr("Which pixels make it this digit"), new WhyView);
    addView(QStringLiteral("lab"), tr("Lab"), tr("Change a copy of the network"), new LabView);
    addView(
        QStringLiteral("map"), tr("Map"), tr("Digits that are alike lie together"), new MapView);
    addView(QStringLiteral("damage"), tr("Damage"), tr("Noise, stains and slant"), new DamageView);
    addView(QStringLiteral("digits"), tr("Digits"), tr("The digits themselves"), new DigitsView);
}

void InsidePage::addView(
    const QString& id, const QString& text, const QString& tip, InsideView* view)
{
    const int index = static_cast<int>(m_views.size());
    auto* action = new QAction(text, this);
    action->setCheckable(true);
    action->setToolTip(tip);
    action->setShortcut(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index));
    m_group->addAction(action);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, index] { showView(index); });
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setMinimumHeight(theme::kSmallestTarget);
    button->setObjectName(QStringLiteral("insideTab_") + id);
    m_tabs->addWidget(button);
    m_stack->addWidget(view);
    connect(view, &InsideView::message, this, &InsidePage::message);
    connect(view, &InsideView::warning, this, &InsidePage::warning);
    connect(view, &InsideView::toPad, this, &InsidePage::show);
    connect(view, &InsideView::viewWanted, this, [this](const QString& wanted) {
        showView(viewOf(wanted));
    });
    connect(view, &InsideView::factsChanged, this, &InsidePage::factsChanged);
    for (QAction* own : view->actions()) {
        addAction(own);
    }
    m_views.append({.id = id, .view = view, .action = action});
}

void InsidePage::fillSources()
{
    for (const DigitSource source : kSources) {
        m_source->addItem(digitSourceTitle(source), digitSourceId(source));
    }
    m_source->setMinimumHeight(theme::kSmallestTarget);
    m_source->setObjectName(QStringLiteral("insideDigits"));
    m_source->setAccessibleName(tr("Digits to look at"));
    m_source->setToolTip(tr("The labelled digits that the lab, the map and the others look at"));
    const QString chosen = QSettings().value(kSourceSetting).toString();
    const bool mnist = hasMnistTest(QFile::encodeName(chosenMnistFolder()).toStdString());
    const int index = m_source->findData(
        !chosen.isEmpty() ? chosen
                          : digitSourceId(mnist ? DigitSource::MnistTest : DigitSource::Synthetic));
    m_source->setCurrentIndex(std::max(0, index));
}

void InsidePage::setStore(Store& store)
{
    m_database = store.file();
    if (isVisible() && m_source->currentData() == digitSourceId(DigitSource::OwnSamples)) {
        readDigits();
    }
}

InsideView& InsidePage::current() const
{
    return *m_views[m_stack->currentIndex()].view;
}

int InsidePage::viewOf(const QString& id) const
{
    const auto found = std::ranges::find(m_views, id, &Choice::id);
    return found == m_views.end() ? -1 : static_cast<int>(found - m_views.begin());
}

void InsidePage::showView(int view)
{
    if (view < 0 || view >= m_views.size()) {
        return;
    }
    m_stack->setCurrentIndex(view);
    m_views[view].action->setChecked(true);
    QSettings().setValue(kViewSetting, m_views[view].id);
    tell();
    Q_EMIT factsChanged();
}

void InsidePage::show(const PadContent& content)
{
    m_pad->show(content);
}

/// Once it is needed: the views that are not on the screen need nothing.
void InsidePage::tell()
{
    if (isVisible() && !m_views.isEmpty()) {
        current().setModel(m_model);
        current().setDigits(m_digits);
        current().setReading(m_reading);
    }
}

void InsidePage::openModel()
{
    const auto engine = m_recognition.engine();
    const auto model = m_recognition.model();
    if (!isVisible() || engine == nullptr || model == nullptr || model == m_wanted) {
        return;
    }
    m_wanted = model;
    m_opening.restart(
        [engine, model, file = m_recognition.modelName()](const BackgroundTask&) {
            return layOpen(engine, model, file);
        },
        [this](const Result<std::shared_ptr<const OpenModel>>& opened) {
            if (!opened) {
                Q_EMIT warning(describe(opened.error()));
                return;
            }
            m_model = *opened;
            m_reader.stop(); // what the other one reads must not arrive any more
            m_reading.reset();
            tell();
            readPad();
            Q_EMIT factsChanged();
        });
}

void InsidePage::readDigits()
{
    const DigitSource source = kSources[static_cast<std::size_t>(m_source->currentIndex())];
    const DigitPlaces places{.mnist = chosenMnistFolder(), .database = m_database};
    m_digitReader.restart(
        [source, places](const BackgroundTask& task) {
            return readTestDigits(source, places, task.stop());
        },
        [this](Result<TestDigits> digits) {
            if (!digits) {
                Q_EMIT warning(describe(digits.error()));
                m_digits.reset();
            } else {
                m_digits = std::make_shared<const TestDigits>(*std::move(digits));
            }
            tell();
            Q_EMIT factsChanged();
        });
}

void InsidePage::readPad()
{
    const Ink ink = m_pad->ink();
    const auto digit = m_pad->digit();
    if (m_model == nullptr || !isVisible() || (!digit && ink.empty())) {
        m_reader.stop();
        m_reading.reset();
        m_pad->setReading(nullptr);
        m_pad->setNote(m_model == nullptr ? tr("Getting ready…") : tr("Draw a digit"));
        tell();
        Q_EMIT factsChanged();
        return;
    }
    m_reader.follow(
        [inside = m_model->inside, ink, digit,
         options = InkOptions{.isPrepared = m_pad->isPrepared()}](const BackgroundTask&) {
            return readInside(*inside, ink, digit, options);
        },
        [this](const Result<std::shared_ptr<const LiveReading>>& reading) {
            if (!reading) {
                Q_EMIT warning(describe(reading.error()));
                return;
            }
            m_reading = *reading;
            m_pad->setReading(m_reading.get());
            tell();
            Q_EMIT factsChanged();
        });
}

QJsonObject InsidePage::state() const
{
    const QJsonObject options = current().state();
    QJsonObject state{
        {QStringLiteral("view"), m_views[m_stack->currentIndex()].id},
        {QStringLiteral("prepared"), m_pad->isPrepared()},
        {QStringLiteral("digits"), m_source->currentData().toString()}};
    if (!options.isEmpty()) {
        state[QStringLiteral("options")] = options;
    }
    if (m_pad->digit()) {
        state[kGlyph] = glyphToText(*m_pad->digit());
    }
    return state;
}

QString InsidePage::setState(const QJsonObject& state)
{
    const QString fault = checkParts(
        state, {{"view", QJsonValue::String},
                {"prepared", QJsonValue::Bool},
                {"digits", QJsonValue::String},
                {"options", QJsonValue::Object},
                {"glyph", QJsonValue::String}});
    if (!fault.isEmpty()) {
        return fault;
    }
    const std::optional<Glyph> glyph = glyphFromText(state[kGlyph].toString());
    if (state.contains(kGlyph) && !glyph) {
        return tr("The glyph is damaged.");
    }
    const QString id = state[QStringLiteral("view")].toString(m_views[m_stack->currentIndex()].id);
    const int view = viewOf(id);
    if (view < 0) {
        return tr("There is no view “%1” here.").arg(id.left(40));
    }
    const QString source =
        state[QStringLiteral("digits")].toString(m_source->currentData().toString());
    const int digits = m_source->findData(source);
    if (digits < 0) {
        return tr("There are no digits “%1”.").arg(source.left(40));
    }
    const QJsonValue options = state[QStringLiteral("options")];
    if (!options.isUndefined()) {
        const QString problem = m_views[view].view->setState(options.toObject());
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    m_pad->setPrepared(state[QStringLiteral("prepared")].toBool(m_pad->isPrepared()));
    if (digits != m_source->currentIndex()) {
        m_source->setCurrentIndex(digits);
        readDigits();
    }
    showView(view);
    if (glyph) {
        m_pad->show({.drawing = {}, .glyph = *glyph, .caption = tr("A digit of the data")});
    }
    return {};
}

QJsonObject InsidePage::facts() const
{
    QJsonObject facts = current().facts();
    facts[QStringLiteral("view")] = m_views[m_stack->currentIndex()].id;
    facts[QStringLiteral("prepared")] = m_pad->isPrepared();
    facts[QStringLiteral("digits")] =
        m_digits != nullptr ? digitSourceId(m_digits->source) : QString();
    if (m_reading != nullptr) {
        const Prediction& prediction = m_reading->activations.prediction;
        facts[QStringLiteral("digit")] = prediction.digit();
        facts[QStringLiteral("confidence")] = prediction.confidence();
        facts[QStringLiteral("accepted")] = prediction.accepted();
    }
    return facts;
}

QSize InsidePage::minimumSizeHint() const
{
    const int more = m_pad->minimumWidth() - kNarrowest;
    const QSize pad = m_pad->minimumSizeHint();
    const QSize all = QWidget::minimumSizeHint();
    const int margins = all.height() - std::max(pad.height(), m_right->minimumSize().height());
    return {
        all.width() - more,
        std::max(pad.height() - more, m_right->minimumSize().height()) + margins};
}

void InsidePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_pad->setSide(std::clamp(std::min(width() * 3 / 10, height() / 2), kNarrowest, kWidest));
}

void InsidePage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    openModel();
    if (m_digits == nullptr && !m_digitReader.isBusy()) {
        readDigits();
    }
    readPad();
    tell();
}

void InsidePage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_readSoon->stop();
}

} // namespace digitpad
