// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_view.h"

#include "app/damage/curve_models.h"
#include "app/damage/damage_chart.h"
#include "app/damage/damage_dials.h"
#include "app/damage/damage_state.h"
#include "app/damage/damage_words.h"
#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/error_text.h"
#include "app/inside/view_action.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"
#include "app/widgets/action_button.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

QString readingText(const Prediction& prediction)
{
    const QLocale locale;
    return prediction.accepted() ? DamageView::tr("%1 · %2", "digit, how sure")
                                       .arg(
                                           locale.toString(prediction.digit()),
                                           percentText(prediction.confidence(), locale))
                                 : DamageView::tr("No digit?");
}

} // namespace

DamageView::DamageView(QWidget* parent)
    : InsideView(parent),
      m_dials(new DamageDials),
      m_seed(new QSpinBox),
      m_before(new GlyphView),
      m_after(new GlyphView),
      m_beforeText(new QLabel),
      m_afterText(new QLabel),
      m_models(new CurveModels),
      m_chart(new DamageChart),
      m_progress(new ProgressLine),
      m_note(new QLabel)
{
    makeActions();
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::kGroup);
    top->addWidget(m_dials, 1);
    addPreview(top);
    auto* models = new QHBoxLayout;
    models->setSpacing(theme::kMargin);
    models->addWidget(m_models);
    models->addStretch();
    models->addWidget(makeToolButton(m_add, Qt::ToolButtonTextBesideIcon));
    m_chart->setObjectName(QStringLiteral("damageChart"));
    m_progress->setObjectName(QStringLiteral("damageProgress"));
    m_progress->setAccessibleName(tr("Curves computed so far"));
    m_note->setObjectName(QStringLiteral("damageNote"));
    m_note->setFont(theme::captionFont());
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addLayout(top);
    layout->addLayout(models);
    layout->addWidget(m_progress);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_note);

    connect(m_dials, &DamageDials::changed, this, &DamageView::damageDrawing);
    connect(m_dials, &DamageDials::chosenChanged, this, &DamageView::showCurves);
    connect(m_models, &CurveModels::changed, this, &DamageView::showCurves);
    connect(&m_curves, &DamageCurves::changed, this, &DamageView::showProgress);
    connect(&m_curves, &DamageCurves::failed, this, [this](const QString& id, const Error& error) {
        Q_EMIT warning(describe(error));
        m_models->remove(id);
    });
    showPreview();
    showProgress();
}

void DamageView::addPreview(QHBoxLayout* row)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kGroup);
    grid->setVerticalSpacing(theme::kGap / 2);
    const auto add = [&](int column, const QString& title, GlyphView* view, QLabel* text) {
        auto* head = new QLabel(title);
        head->setFont(theme::captionFont());
        head->setForegroundRole(QPalette::PlaceholderText);
        view->setAccessibleName(title);
        text->setFont(theme::titleFont());
        grid->addWidget(head, 0, column);
        grid->addWidget(view, 1, column);
        grid->addWidget(text, 2, column);
    };
    add(0, tr("As it is"), m_before, m_beforeText);
    add(1, tr("Damaged"), m_after, m_afterText);
    m_beforeText->setObjectName(QStringLiteral("damageBefore"));
    m_afterText->setObjectName(QStringLiteral("damageAfter"));

    m_seed->setObjectName(QStringLiteral("damageSeed"));
    m_seed->setAccessibleName(tr("Seed of the damage"));
    m_seed->setRange(1, DamageState::kMostSeed);
    m_seed->setMinimumHeight(theme::kSmallestTarget);
    m_seed->setToolTip(
        tr("Where gaps, stains, shadow and noise fall: the same seed, the same places"));
    connect(m_seed, &QSpinBox::valueChanged, this, &DamageView::damageDrawing);
    auto* label = new QLabel(tr("Seed"));
    label->setBuddy(m_seed);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme::kGap / 2);
    tools->addWidget(label);
    tools->addSpacing(theme::kGap / 2);
    tools->addWidget(m_seed);
    tools->addWidget(makeToolButton(m_elsewhere));
    tools->addStretch();
    for (QAction* action : {m_toPad, m_reset}) {
        auto* button = makeToolButton(action);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        tools->addWidget(button);
    }
    grid->addLayout(tools, 3, 0, 1, 2);
    grid->setRowStretch(4, 1);
    row->addLayout(grid);
}

void DamageView::makeActions()
{
    const auto make = [this](
                          const char* icon, const char* name, const QString& text,
                          const QString& tip, const QKeySequence& keys) {
        QAction* action = addViewAction(this, icon, text, tip, keys);
        action->setObjectName(QString::fromLatin1(name));
        return action;
    };
    m_elsewhere = make(
        "shuffle", "damageElsewhere", tr("Other places"), tr("Let the damage fall elsewhere"),
        Qt::CTRL | Qt::Key_N);
    m_reset = make(
        "reset", "damageReset", tr("Reset"), tr("Take all damage away"),
        Qt::CTRL | Qt::Key_Backspace);
    m_toPad = make(
        "draw", "damageToPad", tr("Put it on the pad"), tr("Put the damaged digit on the pad"),
        Qt::CTRL | Qt::Key_P);
    m_add = make(
        "open", "damageAdd", tr("Add a network…"), tr("Add a network from a file to the curves"),
        Qt::CTRL | Qt::Key_O);
    connect(m_elsewhere, &QAction::triggered, this, [this] {
        m_seed->setValue(QRandomGenerator::global()->bounded(1, DamageState::kMostSeed + 1));
    });
    connect(m_reset, &QAction::triggered, this, [this] { m_dials->setDamages({}); });
    connect(m_toPad, &QAction::triggered, this, &DamageView::putOnPad);
    connect(m_add, &QAction::triggered, this, &DamageView::openModelDialog);
}

void DamageView::updateActions()
{
    const bool isDamaged = isVisible() && m_dials->damages() != Damages{};
    m_elsewhere->setEnabled(isDamaged);
    m_reset->setEnabled(isDamaged);
    m_toPad->setEnabled(isDamaged && m_damaged.has_value());
    m_add->setEnabled(isVisible() && !m_models->isFull());
}

void DamageView::damageDrawing()
{
    m_chart->setAmount(m_dials->amount());
    if (model() == nullptr || reading() == nullptr) {
        m_damager.stop();
        m_damaged.reset();
        showPreview();
        return;
    }
    m_damager.follow(
        [model = model()->model, glyph = reading()->glyph, damages = m_dials->damages(),
         seed = static_cast<std::uint64_t>(m_seed->value())](
            const BackgroundTask&) -> Result<Damaged> {
            const Glyph result = damaged(glyph, damages, seed);
            const auto predictions = model->read(std::span(&result, 1));
            if (!predictions) {
                return std::unexpected(predictions.error());
            }
            return Damaged{.glyph = result, .prediction = predictions->front()};
        },
        [this](const Result<Damaged>& result) {
            if (!result) {
                Q_EMIT warning(describe(result.error()));
            } else if (reading() != nullptr) {
                m_damaged = *result;
                showPreview();
            }
        });
}

void DamageView::showPreview()
{
    if (reading() == nullptr) {
        m_before->setGlyphs({Glyph{}});
        m_after->setGlyphs({Glyph{}});
        m_beforeText->setText(tr("Draw a digit"));
        m_afterText->clear();
    } else {
        m_before->setGlyphs({reading()->glyph});
        m_beforeText->setText(readingText(reading()->activations.prediction));
        if (m_damaged) {
            m_after->setGlyphs({m_damaged->glyph});
            m_afterText->setText(readingText(m_damaged->prediction));
        }
    }
    updateActions();
    Q_EMIT factsChanged();
}

void DamageView::showCurves()
{
    m_chart->setAmount(m_dials->amount());
    m_curves.show(
        model() != nullptr ? model()->engine : nullptr, m_models->models(), m_dials->chosen());
    updateActions();
}

void DamageView::showProgress()
{
    m_chart->setCurves(m_curves.damage(), m_curves.curves());
    const double progress = m_curves.progress();
    const bool isThere = digits() != nullptr && model() != nullptr;
    m_progress->setVisible(isThere && progress < 1);
    m_progress->setValue(static_cast<int>(std::lround(ProgressLine::kSteps * progress)));
    m_chart->setNote(
        digits() == nullptr
            ? tr("There are no digits to read yet. Choose others beside “From”, or get MNIST on "
                 "the Training page.")
        : m_curves.curves().empty() ? tr("Tick a network above to see how it does.")
                                    : QString());
    m_note->setText(
        m_chart->note().isEmpty()
            ? tr("Each point is how many of %Ln digits are read right, with nothing but this "
                 "damage. They are a sample of “%1”, always the same one.",
                 nullptr, static_cast<int>(m_curves.digitCount()))
                  .arg(digitSourceTitle(digits()->source))
            : QString());
    Q_EMIT factsChanged();
}

/// Without the damage there, which would damage it twice.
void DamageView::putOnPad()
{
    const PadContent content{
        .drawing = {}, .glyph = m_damaged->glyph, .caption = tr("Damaged digit")};
    m_dials->setDamages({});
    Q_EMIT toPad(content);
}

void DamageView::openModelDialog()
{
    auto* dialog = new QFileDialog(
        this, tr("Add a network"), QString(), tr("PyTorch models (*.pth *.pt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DamageView::addModel);
    dialog->open();
}

void DamageView::addModel(const QString& file)
{
    m_models->add(file);
}

void DamageView::modelChanged()
{
    m_damager.stop();
    m_models->setModel(model());
    damageDrawing();
}

void DamageView::digitsChanged()
{
    m_curves.setDigits(digits());
}

void DamageView::readingChanged()
{
    if (reading() != nullptr) {
        showPreview(); // at once, and the damaged one as soon as it is read
    }
    damageDrawing();
}

DamageState DamageView::chosen() const
{
    return {
        .chosen = m_dials->chosen(),
        .damages = m_dials->damages(),
        .seed = m_seed->value(),
        .models = m_models->ids()};
}

QJsonObject DamageView::state() const
{
    return toJson(chosen());
}

QString DamageView::setState(const QJsonObject& json)
{
    const QString slip = checkNames(json, {"damage", "strengths", "seed", "models"});
    if (!slip.isEmpty()) {
        return slip;
    }
    const auto state = damageStateFrom(json, chosen());
    if (!state) {
        return state.error();
    }
    if (state->models != m_models->ids()) {
        m_models->setIds(state->models);
    }
    {
        const QSignalBlocker blocker(m_seed);
        m_seed->setValue(state->seed);
    }
    m_dials->choose(state->chosen);
    m_dials->setDamages(state->damages);
    return {};
}

QJsonObject DamageView::facts() const
{
    QJsonObject facts{
        {QStringLiteral("damage"), damageId(m_dials->chosen())},
        {QStringLiteral("strength"), m_dials->amount()}};
    if (m_damaged) {
        facts[QStringLiteral("digitDamaged")] = m_damaged->prediction.digit();
        facts[QStringLiteral("confidenceDamaged")] = m_damaged->prediction.confidence();
        facts[QStringLiteral("acceptedDamaged")] = m_damaged->prediction.accepted();
    }
    const auto curves = m_curves.curves();
    facts[QStringLiteral("curvesAreWhole")] = !curves.empty() && m_curves.progress() >= 1;
    if (!curves.empty()) {
        if (const auto share = DamageChart::shareAt(curves.front(), m_dials->amount())) {
            facts[QStringLiteral("accuracy")] = *share;
        }
    }
    return facts;
}

void DamageView::resizeEvent(QResizeEvent* event)
{
    InsideView::resizeEvent(event);
    const int wide = (width() * 48 / 100 - theme::kGroup) / 2;
    const int scale = std::clamp(std::min(wide, height() * 3 / 10) / Glyph::kSide, 4, 10);
    for (GlyphView* view : {m_before, m_after}) {
        view->setScale(scale, scale * Glyph::kSide);
    }
}

void DamageView::showEvent(QShowEvent* event)
{
    InsideView::showEvent(event);
    updateActions();
    showCurves();
}

void DamageView::hideEvent(QHideEvent* event)
{
    InsideView::hideEvent(event);
    updateActions();
    m_curves.stop(); // nobody is looking
}

} // namespace digitpad
