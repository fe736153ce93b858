// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/damage_view.h"

#include "app/damage/damage_chart.h"
#include "app/damage/damage_words.h"
#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/error_text.h"
#include "app/model_file.h"
#include "app/shell/status_bar.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/tool_button.h"
#include "app/widgets/value_slider.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kMostSeed = 999'999;
constexpr int kMostModels = 5; // as many as there are colours
const QString kInUse = QStringLiteral("in-use");
const QString kConvNetId = QStringLiteral("convnet");
const QString kSimpleNnId = QStringLiteral("simple-nn");

QString camelCased(std::string_view name)
{
    QString result;
    bool isNew = true;
    for (const char letter : name) {
        if (letter == '-') {
            isNew = true;
        } else {
            const QChar next = QLatin1Char(letter);
            result += std::exchange(isNew, false) ? next.toUpper() : next;
        }
    }
    return result;
}

QString jsonName(Damage damage)
{
    const std::string_view name = nameOf(damage);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

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
      m_seed(new QSpinBox),
      m_before(new GlyphView),
      m_after(new GlyphView),
      m_beforeText(new QLabel),
      m_afterText(new QLabel),
      m_models(new QHBoxLayout),
      m_chart(new DamageChart),
      m_progress(new ProgressLine),
      m_note(new QLabel)
{
    makeActions();
    auto* dials = new QGridLayout;
    dials->setHorizontalSpacing(theme::kGap);
    dials->setVerticalSpacing(0);
    dials->setColumnStretch(1, 1);
    addDials(dials);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::kGroup);
    top->addLayout(dials, 1);
    addPreview(top);
    addModels(m_models);
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
    layout->addLayout(m_models);
    layout->addWidget(m_progress);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_note);

    connect(&m_curves, &DamageCurves::changed, this, &DamageView::showProgress);
    connect(&m_curves, &DamageCurves::failed, this, &DamageView::forget);
    choose(Damage::Rotation);
    showPreview();
    showProgress();
}

void DamageView::addDials(QGridLayout* rows)
{
    auto* group = new QButtonGroup(this);
    for (const Damage damage : kDamages) {
        const auto [least, most] = rangeOf(damage);
        const Dial dial{
            .button = new QRadioButton(damageTitle(damage)),
            .slider = new ValueSlider(
                {.least = least, .most = most, .step = damageStep(damage)},
                [damage](double amount) { return damageText(damage, amount); })};
        dial.slider->setAmount(0);
        const QString name = camelCased(nameOf(damage));
        dial.button->setObjectName(QStringLiteral("damageChoose") + name);
        dial.slider->setObjectName(QStringLiteral("damage") + name);
        dial.slider->setAccessibleName(damageTitle(damage));
        dial.button->setToolTip(tr("Show below how many digits are read right with more of it"));
        group->addButton(dial.button);
        const int row = rows->rowCount();
        rows->addWidget(dial.button, row, 0);
        rows->addWidget(dial.slider, row, 1);
        rows->addWidget(dial.slider->makeLabel(), row, 2);
        connect(dial.button, &QRadioButton::toggled, this, [this, damage](bool isOn) {
            if (isOn) {
                choose(damage);
            }
        });
        connect(dial.slider, &ValueSlider::amountChanged, this, [this, damage] {
            if (!m_isShowing) {
                choose(damage);
                damageDrawing();
            }
        });
        m_dials.append(dial);
    }
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
    m_seed->setRange(1, kMostSeed);
    m_seed->setMinimumHeight(theme::kSmallestTarget);
    m_seed->setToolTip(
        tr("Where gaps, stains, shadow and noise fall: the same seed, the same places"));
    connect(m_seed, &QSpinBox::valueChanged, this, &DamageView::damageDrawing);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(theme::kGap / 2);
    actions->addWidget(m_seed);
    for (QAction* action : {m_elsewhere, m_reset, m_toPad}) {
        actions->addWidget(makeToolButton(action));
    }
    actions->addStretch();
    grid->addLayout(actions, 3, 0, 1, 2);
    grid->setRowStretch(4, 1);
    row->addLayout(grid);
}

void DamageView::addModels(QHBoxLayout* row)
{
    row->setSpacing(theme::kMargin);
    addChoice({.id = kInUse, .name = tr("Network in use"), .file = {}, .model = {}, .number = 0});
    addChoice(
        {.id = kConvNetId,
         .name = modelTitle(kDefaultModelFile),
         .file = kDefaultModelFile,
         .model = {},
         .number = 1});
    addChoice(
        {.id = kSimpleNnId,
         .name = modelTitle(kReferenceModelFile),
         .file = kReferenceModelFile,
         .model = {},
         .number = 2});
    row->addStretch();
    row->addWidget(makeToolButton(m_add, Qt::ToolButtonTextBesideIcon));
}

CurveModel& DamageView::addChoice(const CurveModel& model)
{
    auto* box = new QCheckBox;
    box->setObjectName(QStringLiteral("damageModel_") + model.id);
    box->setText(QString(model.name).replace(QLatin1Char('&'), QLatin1String("&&")));
    box->setMinimumHeight(theme::kSmallestTarget);
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, &DamageView::showCurves);
    m_models->insertWidget(static_cast<int>(m_choices.size()), box);
    m_choices.append({.model = model, .box = box});
    return m_choices.last().model;
}

void DamageView::makeActions()
{
    const auto make = [this](
                          const char* icon, const QString& text, const QString& tip,
                          const QKeySequence& keys, auto&& run) {
        auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
        action->setShortcut(keys);
        action->setToolTip(
            tip + QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        return action;
    };
    m_elsewhere = make(
        "shuffle", tr("Other places"), tr("Let the damage fall elsewhere"), Qt::CTRL | Qt::Key_N,
        [this] { m_seed->setValue(QRandomGenerator::global()->bounded(1, kMostSeed + 1)); });
    m_reset = make(
        "reset", tr("Reset"), tr("Take all damage away"), Qt::CTRL | Qt::Key_Backspace,
        [this] { setDamages({}); });
    m_toPad = make(
        "draw", tr("Put it on the pad"), tr("Put the damaged digit on the pad"),
        Qt::CTRL | Qt::Key_P, [this] {
            const PadContent content{
                .drawing = {}, .glyph = m_damaged->glyph, .caption = tr("Damaged digit")};
            setDamages({}); // it would be damaged twice
            Q_EMIT toPad(content);
        });
    m_add = make(
        "open", tr("Add a network…"), tr("Add a network from a file to the curves"),
        Qt::CTRL | Qt::Key_O, [this] { openModelDialog(); });
}

void DamageView::updateActions()
{
    const bool isDamaged = damages() != Damages{};
    m_elsewhere->setEnabled(isVisible() && isDamaged);
    m_reset->setEnabled(isVisible() && isDamaged);
    m_toPad->setEnabled(isVisible() && isDamaged && m_damaged.has_value());
    m_add->setEnabled(isVisible() && m_choices.size() < kMostModels);
}

Damages DamageView::damages() const
{
    Damages damages;
    for (const Damage damage : kDamages) {
        damages[damage] = dial(damage).slider->amount();
    }
    return damages;
}

void DamageView::setDamages(const Damages& damages)
{
    m_isShowing = true;
    for (const Damage damage : kDamages) {
        dial(damage).slider->setAmount(damages[damage]);
    }
    m_isShowing = false;
    damageDrawing();
}

void DamageView::choose(Damage damage)
{
    m_damage = damage;
    dial(damage).button->setChecked(true);
    m_chart->setAmount(dial(damage).slider->amount());
    showCurves();
}

void DamageView::damageDrawing()
{
    m_chart->setAmount(dial(m_damage).slider->amount());
    if (model() == nullptr || reading() == nullptr) {
        m_damager.stop();
        m_damaged.reset();
        showPreview();
        return;
    }
    m_damager.follow(
        [model = model()->model, glyph = reading()->glyph, damages = damages(),
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

/// Of the models that are ticked; the one in use is not drawn twice.
void DamageView::showCurves()
{
    std::vector<CurveModel> models;
    for (Choice& choice : m_choices) {
        const bool isInUse = choice.model.id == kInUse;
        if (isInUse && model() != nullptr) {
            choice.model.name = model()->name;
            choice.model.model = model()->model;
        }
        const bool isTwice = !isInUse && model() != nullptr && choice.model.file == model()->file;
        choice.box->setVisible(!isTwice);
        const bool isThere = !isInUse || model() != nullptr;
        if (choice.box->isChecked() && !isTwice && isThere) {
            models.push_back(choice.model);
            if (isInUse) { // its curves are those of this very model
                models.back().id += QString::fromLatin1(model()->sha256);
            }
        }
    }
    m_curves.show(model() != nullptr ? model()->engine : nullptr, std::move(models), m_damage);
}

void DamageView::showProgress()
{
    m_chart->setCurves(m_damage, m_curves.curves());
    const double progress = m_curves.progress();
    const bool isThere = digits() != nullptr && model() != nullptr;
    m_progress->setVisible(isThere && progress < 1);
    m_progress->setValue(static_cast<int>(std::lround(ProgressLine::kSteps * progress)));
    m_note->setText(
        digits() == nullptr
            ? tr("There are no digits to read yet. Choose others beside “From”, or get MNIST on "
                 "the Training page.")
            : tr("Each point is how many of %Ln digits are read right, with nothing but this "
                 "damage. They are a sample of “%1”, always the same one.",
                 nullptr, static_cast<int>(m_curves.digitCount()))
                  .arg(digitSourceTitle(digits()->source)));
    Q_EMIT factsChanged();
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
    const bool isThere = std::ranges::any_of(
        m_choices, [&](const Choice& choice) { return choice.model.file == file; });
    if (isThere || m_choices.size() >= kMostModels) {
        return;
    }
    int number = 3;
    while (std::ranges::any_of(
        m_choices, [&](const Choice& choice) { return choice.model.number == number; })) {
        ++number;
    }
    addChoice(
        {.id = file,
         .name = QFileInfo(file).fileName(),
         .file = file,
         .model = {},
         .number = number});
    updateActions();
    showCurves();
}

/// What cannot be read with is not offered any longer.
void DamageView::forget(const QString& id, const Error& error)
{
    Q_EMIT warning(describe(error));
    const auto choice =
        std::ranges::find_if(m_choices, [&](const Choice& known) { return known.model.id == id; });
    if (choice != m_choices.end()) {
        choice->box->deleteLater();
        m_choices.erase(choice);
        updateActions();
        showCurves();
    }
}

void DamageView::modelChanged()
{
    m_damager.stop();
    damageDrawing();
    showCurves();
}

void DamageView::digitsChanged()
{
    m_curves.setDigits(digits());
}

void DamageView::readingChanged()
{
    showPreview();
    damageDrawing();
}

QJsonObject DamageView::state() const
{
    QJsonObject strengths;
    for (const Damage damage : kDamages) {
        const double amount = dial(damage).slider->amount();
        if (amount != 0) {
            strengths[jsonName(damage)] = amount;
        }
    }
    QJsonArray models;
    for (const QString& id : {kInUse, kConvNetId, kSimpleNnId}) {
        const auto choice = std::ranges::find_if(
            m_choices, [&](const Choice& known) { return known.model.id == id; });
        if (choice != m_choices.end() && choice->box->isChecked()) {
            models.append(id);
        }
    }
    return {
        {QStringLiteral("damage"), jsonName(m_damage)},
        {QStringLiteral("strengths"), strengths},
        {QStringLiteral("seed"), m_seed->value()},
        {QStringLiteral("models"), models}};
}

QString DamageView::setState(const QJsonObject& state)
{
    const QString name = state[QStringLiteral("damage")].toString(jsonName(m_damage));
    const auto chosen = damageOf(name);
    if (!chosen || !(state[QStringLiteral("damage")].isUndefined() ||
                     state[QStringLiteral("damage")].isString())) {
        return tr("There is no damage “%1”.").arg(name.left(40));
    }
    const QJsonValue strengths = state[QStringLiteral("strengths")];
    if (!strengths.isUndefined() && !strengths.isObject()) {
        return tr("“strengths” must name each damage and how much of it there is.");
    }
    Damages damages;
    const QJsonObject amounts = strengths.toObject();
    for (auto amount = amounts.begin(); amount != amounts.end(); ++amount) {
        const auto damage = damageOf(amount.key());
        if (!damage) {
            return tr("There is no damage “%1”.").arg(amount.key().left(40));
        }
        const auto [least, most] = rangeOf(*damage);
        const double value = amount.value().toDouble(std::nan(""));
        if (!(value >= least && value <= most)) {
            return tr("“%1” must be a number from %2 to %3.")
                .arg(amount.key(), QLocale().toString(least), QLocale().toString(most));
        }
        damages[*damage] = value;
    }
    const double seed = state[QStringLiteral("seed")].toDouble(
        state[QStringLiteral("seed")].isUndefined() ? m_seed->value() : std::nan(""));
    if (!(seed >= 1 && seed <= kMostSeed && std::trunc(seed) == seed)) {
        return tr("“%1” must be a number from %2 to %3.")
            .arg(QStringLiteral("seed"), QLocale().toString(1), QLocale().toString(kMostSeed));
    }
    const QJsonValue models = state[QStringLiteral("models")];
    const QJsonArray ids = models.toArray();
    const bool areKnown = std::ranges::all_of(ids, [](const QJsonValue& id) {
        return id == kInUse || id == kConvNetId || id == kSimpleNnId;
    });
    if (!models.isUndefined() && (!models.isArray() || !areKnown)) {
        return tr("“models” may list “in-use”, “convnet” and “simple-nn”.");
    }

    for (const Choice& choice : std::as_const(m_choices)) {
        if (models.isArray()) {
            const QSignalBlocker blocker(choice.box);
            choice.box->setChecked(ids.contains(choice.model.id));
        }
    }
    {
        const QSignalBlocker blocker(m_seed);
        m_seed->setValue(static_cast<int>(seed));
    }
    if (!strengths.isUndefined()) {
        setDamages(damages);
    } else {
        damageDrawing();
    }
    choose(*chosen);
    return {};
}

QJsonObject DamageView::facts() const
{
    QJsonObject facts{
        {QStringLiteral("damage"), jsonName(m_damage)},
        {QStringLiteral("strength"), dial(m_damage).slider->amount()}};
    if (m_damaged) {
        facts[QStringLiteral("digitDamaged")] = m_damaged->prediction.digit();
        facts[QStringLiteral("confidenceDamaged")] = m_damaged->prediction.confidence();
        facts[QStringLiteral("acceptedDamaged")] = m_damaged->prediction.accepted();
    }
    facts[QStringLiteral("curvesAreWhole")] = m_curves.progress() >= 1;
    const auto curves = m_curves.curves();
    if (!curves.empty()) {
        if (const auto share =
                DamageChart::shareAt(curves.front(), dial(m_damage).slider->amount())) {
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
