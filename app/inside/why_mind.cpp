// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_mind.h"

#include "app/error_text.h"
#include "app/inside/network_words.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <utility>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
constexpr int kLargestSide = 9;

/// The strokes as if a mouse had drawn them.
Drawing drawingOf(const Ink& ink)
{
    Drawing drawing;
    for (const Stroke& stroke : ink) {
        PenStroke points;
        for (const Point& point : stroke) {
            points.append({.position = {point.x, point.y}});
        }
        drawing.append(points);
    }
    return drawing;
}

/// Both searches; the drawing's strokes where there are any.
Result<WhyMind::Found> searched(
    const Inside& inside, const LiveReading& reading, const ChangeOptions& options,
    const std::stop_token& stop)
{
    WhyMind::Found found{.touches = {}, .stroke = {}, .options = options};
    if (!reading.ink.empty() && options.mayRubOut) {
        auto stroke = leastLeftOut(inside, reading.ink, reading.options, options.digit, stop);
        if (!stroke) {
            return std::unexpected(stroke.error());
        }
        found.stroke = *std::move(stroke);
    }
    auto touches = changeOfMind(inside, reading.glyph, options, stop);
    if (!touches) {
        return std::unexpected(touches.error());
    }
    found.touches = *std::move(touches);
    return found;
}

} // namespace

WhyMind::WhyMind(QWidget* parent)
    : QWidget(parent),
      m_digit(new QComboBox),
      m_add(new QCheckBox(tr("&Add ink"))),
      m_rubOut(new QCheckBox(tr("Rub &out"))),
      m_side(new QSpinBox),
      m_result(new QLabel),
      m_none(new QRadioButton(tr("As it is"))),
      m_touches(new QRadioButton),
      m_stroke(new QRadioButton)
{
    makeActions();
    m_digit->setMinimumHeight(theme::kSmallestTarget);
    m_side->setMinimumHeight(theme::kSmallestTarget);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    auto* title = new QLabel(tr("What would change its mind?"));
    title->setFont(theme::titleFont());
    title->setWordWrap(true);
    layout->addWidget(title);
    addOptions(layout);
    auto* find = new ActionButton(m_find);
    find->setObjectName(QStringLiteral("whyFind"));
    auto* show = new ActionButton(m_show);
    show->setObjectName(QStringLiteral("whyShow"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    buttons->addWidget(find);
    buttons->addWidget(show);
    buttons->addStretch();
    layout->addLayout(buttons);
    m_result->setObjectName(QStringLiteral("whyResult"));
    m_result->setWordWrap(true);
    m_result->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_result);
    const auto addPreview = [&](QRadioButton* button, const char* name, Preview preview) {
        button->setObjectName(QString::fromLatin1(name));
        layout->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, preview] { setPreview(preview); });
    };
    addPreview(m_none, "whyAsItIs", Preview::Nothing);
    addPreview(m_touches, "whyTouches", Preview::Changed);
    addPreview(m_stroke, "whyStroke", Preview::Without);
    showFound();
}

void WhyMind::addOptions(QVBoxLayout* layout)
{
    m_digit->setObjectName(QStringLiteral("whyBecomes"));
    m_digit->setAccessibleName(tr("What it is to be read as"));
    m_digit->addItem(tr("any other digit"), -1);
    for (int digit = 0; digit < kDigits; ++digit) {
        m_digit->addItem(locale().toString(digit), digit);
    }
    m_side->setObjectName(QStringLiteral("whySide"));
    m_side->setRange(1, kLargestSide);
    m_side->setAccessibleName(tr("Size of a touch in pixels"));
    m_side->setToolTip(tr("Size of a touch in pixels"));
    m_add->setObjectName(QStringLiteral("whyAdd"));
    m_rubOut->setObjectName(QStringLiteral("whyRubOut"));
    m_add->setChecked(true);
    m_rubOut->setChecked(true);

    auto* becomes = new QHBoxLayout;
    becomes->setSpacing(theme::kGap);
    auto* as = new QLabel(tr("Read as:"));
    as->setBuddy(m_digit);
    becomes->addWidget(as);
    becomes->addWidget(m_digit, 1);
    auto* size = new QLabel(tr("Pixels:"));
    size->setBuddy(m_side);
    becomes->addWidget(size);
    becomes->addWidget(m_side);
    layout->addLayout(becomes);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(theme::kMargin);
    ways->addWidget(m_add);
    ways->addWidget(m_rubOut);
    ways->addStretch();
    layout->addLayout(ways);

    const auto changedOptions = [this] {
        forget();
        Q_EMIT changed();
    };
    connect(m_digit, &QComboBox::activated, this, changedOptions);
    connect(m_side, &QSpinBox::valueChanged, this, changedOptions);
    connect(m_add, &QCheckBox::clicked, this, changedOptions);
    connect(m_rubOut, &QCheckBox::clicked, this, changedOptions);
}

void WhyMind::makeActions()
{
    m_find = new QAction(this);
    m_find->setShortcut(Qt::CTRL | Qt::Key_F);
    connect(m_find, &QAction::triggered, this, [this] {
        if (m_search.isBusy()) {
            forget();
            Q_EMIT changed();
        } else {
            search();
        }
    });
    m_show = new QAction(tr("Show it on the pad"), this);
    m_show->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    m_show->setToolTip(tr("Put what is shown on the pad, to see how it is read"));
    connect(m_show, &QAction::triggered, this, [this] { Q_EMIT toPad(content()); });
    addAction(m_find);
    addAction(m_show);
}

void WhyMind::updateActions()
{
    const bool may = m_add->isChecked() || m_rubOut->isChecked();
    m_find->setText(m_search.isBusy() ? tr("Stop loo&king") : tr("Loo&k for it"));
    m_find->setToolTip(
        m_reading == nullptr ? tr("There is nothing on the pad")
        : !may               ? tr("Adding ink or rubbing out must be allowed")
                             : tr("Look for the fewest touches with which it is read otherwise"));
    m_find->setEnabled(isVisible() && m_reading != nullptr && may);
    m_show->setEnabled(isVisible() && m_preview != Preview::Nothing);
}

void WhyMind::setModel(const std::shared_ptr<const OpenModel>& model)
{
    m_model = model;
    m_reading.reset();
    forget();
}

void WhyMind::setReading(const std::shared_ptr<const LiveReading>& reading)
{
    m_reading = reading;
    forget();
}

ChangeOptions WhyMind::options() const
{
    return {
        .digit = m_digit->currentData().toInt(),
        .mayAdd = m_add->isChecked(),
        .mayRubOut = m_rubOut->isChecked(),
        .side = m_side->value()};
}

void WhyMind::setOptions(const ChangeOptions& options)
{
    const QSignalBlocker blocker(m_side);
    m_digit->setCurrentIndex(m_digit->findData(options.digit));
    m_add->setChecked(options.mayAdd);
    m_rubOut->setChecked(options.mayRubOut);
    m_side->setValue(options.side);
    forget();
}

void WhyMind::search()
{
    if (m_model == nullptr || m_reading == nullptr) {
        return;
    }
    m_found.reset();
    setPreview(Preview::Nothing);
    m_search.restart(
        [inside = m_model->inside, reading = m_reading,
         options = options()](const BackgroundTask& task) {
            return searched(*inside, *reading, options, task.stop());
        },
        [this](const Result<Found>& found) { finish(found); });
    showFound();
    Q_EMIT changed();
}

void WhyMind::finish(const Result<Found>& found)
{
    if (!found) {
        Q_EMIT problem(describe(found.error()));
    } else {
        m_found = *found;
    }
    showFound();
    if (m_found) {
        setPreview(
            m_found->touches  ? Preview::Changed
            : m_found->stroke ? Preview::Without
                              : Preview::Nothing);
    }
    Q_EMIT changed();
}

void WhyMind::forget()
{
    m_search.stop();
    m_found.reset();
    setPreview(Preview::Nothing);
    showFound();
}

void WhyMind::showFound()
{
    const bool some = m_found && (m_found->touches || m_found->stroke);
    m_result->setText(
        m_search.isBusy() ? tr("Looking…")
        : !m_found        ? tr("The fewest pixels or strokes to change")
        : some            ? tr("Smallest changes found:")
                          : tr("Nothing this small changes its mind."));
    m_none->setVisible(some);
    m_touches->setVisible(m_found && m_found->touches);
    m_stroke->setVisible(m_found && m_found->stroke);
    m_touches->setText(m_touches->isHidden() ? QString() : touchesText());
    m_stroke->setText(m_stroke->isHidden() ? QString() : strokeText());
    updateActions();
}

QString WhyMind::touchesText() const
{
    const auto& touches = m_found->touches->touches;
    const auto adds = std::ranges::count(touches, true, &Touch::adds);
    const auto rubs = std::ssize(touches) - adds;
    const QString digit = locale().toString(m_found->touches->digit);
    if (rubs == 0) {
        return tr("Add %1: then it is %2", "touches, a digit").arg(locale().toString(adds), digit);
    }
    if (adds == 0) {
        return tr("Rub out %1: then it is %2", "touches, a digit")
            .arg(locale().toString(rubs), digit);
    }
    return tr("Add %1, rub out %2: then it is %3", "touches, touches, a digit")
        .arg(locale().toString(adds), locale().toString(rubs), digit);
}

QString WhyMind::strokeText() const
{
    const LeftOut& left = *m_found->stroke;
    const QString digit = locale().toString(left.digit);
    const QString stroke = locale().toString(static_cast<int>(left.stroke) + 1);
    if (left.isWhole()) {
        return tr("Without stroke %1: then it is %2").arg(stroke, digit);
    }
    const QString part = locale().toString(std::lround((left.to - left.from) * 100));
    return (left.from > 0 ? tr("Without the last %1 % of stroke %2: then it is %3")
                          : tr("Without the first %1 % of stroke %2: then it is %3"))
        .arg(part, stroke, digit);
}

void WhyMind::setPreview(Preview preview)
{
    m_none->setChecked(preview == Preview::Nothing);
    m_touches->setChecked(preview == Preview::Changed);
    m_stroke->setChecked(preview == Preview::Without);
    if (preview != m_preview) {
        m_preview = preview;
        updateActions();
        Q_EMIT previewChanged();
    }
}

/// What is previewed, as it would lie on the pad.
PadContent WhyMind::content() const
{
    if (m_preview == Preview::Changed) {
        return {.drawing = {}, .glyph = m_found->touches->glyph, .caption = touchesText()};
    }
    return {.drawing = drawingOf(m_found->stroke->ink), .glyph = {}, .caption = strokeText()};
}

void WhyMind::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
}

void WhyMind::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace digitpad
