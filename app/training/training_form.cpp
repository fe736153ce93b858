// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_form.h"

#include "app/device_title.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"
#include "app/training/data_fields.h"
#include "app/training/more_options.h"
#include "app/training/named_field.h"
#include "app/training/rate_box.h"
#include "app/training_presets.h"
#include "core/engine/options_json.h"

#include <QComboBox>
#include <QGridLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>
#include <optional>

namespace digitpad {

namespace {

constexpr int kLeastWidth = 296; // pixels
constexpr int kMostSeed = std::numeric_limits<int>::max();
constexpr double kLeastRate = 1e-6;

const QString kNetworkSetting = QStringLiteral("training/network");
const QString kEpochsSetting = QStringLiteral("training/epochs");
const QString kBatchSizeSetting = QStringLiteral("training/batchSize");
const QString kLearningRateSetting = QStringLiteral("training/learningRate");
const QString kSeedSetting = QStringLiteral("training/seed");
const QString kRecipe = QStringLiteral("recipe"); // in a state
const QString kDeviceSetting = QStringLiteral("training/device");

bool sameRecipe(const TrainingOptions& a, const TrainingOptions& b)
{
    return a.network == b.network && a.epochs == b.epochs && a.batchSize == b.batchSize &&
           qFuzzyCompare(a.learningRate, b.learningRate) && a.seed == b.seed &&
           sameMoreOptions(a, b);
}

/// Those that differ: the simple-nn that Digitpad carries is the article's.
std::vector<TrainingPreset> shownPresets()
{
    std::vector<TrainingPreset> shown;
    for (const TrainingPreset& preset : trainingPresets()) {
        if (std::ranges::none_of(shown, [&](const TrainingPreset& before) {
                return sameRecipe(before.options, preset.options);
            })) {
            shown.push_back(preset);
        }
    }
    return shown;
}

QString titleOf(const TrainingPreset& preset)
{
    return preset.name == "article" ? TrainingForm::tr("The article")
                                    : TrainingForm::tr("The carried %1", "a network")
                                          .arg(QString::fromUtf8(preset.name));
}

QString aboutOf(const TrainingPreset& preset)
{
    const QLocale locale;
    if (preset.name == "article") {
        return TrainingForm::tr(
            "5 epochs, batch size 64, learning rate 0.001, seed 42: the recipe of the reference "
            "program in Python, which reaches about 97.5 % on MNIST's test set. The simple-nn that "
            "Digitpad carries was made by it");
    }
    return TrainingForm::tr(
               "The recipe of the %1 that Digitpad carries, which learnt from MNIST, pen strokes, "
               "%2 synthetic digits and %3 pictures of no digit")
        .arg(
            QString::fromUtf8(preset.name), locale.toString(qulonglong{preset.synthetic}),
            locale.toString(qulonglong{preset.noDigits.value_or(0)}));
}

/// Without what is each machine's own.
QJsonObject toJson(TrainingOptions options)
{
    options.device = TrainingOptions{}.device;
    options.threads = TrainingOptions{}.threads;
    return QJsonDocument::fromJson(QByteArray::fromStdString(optionsToJson(options))).object();
}

/// The usual options with those of a recipe in their places; nothing where one is wrong, or is
/// none that the form has a field for.
std::optional<TrainingOptions> optionsOf(const QJsonObject& recipe, const TrainingOptions& usual)
{
    QJsonObject whole = toJson(usual);
    for (auto option = recipe.begin(); option != recipe.end(); ++option) {
        if (!whole.contains(option.key())) {
            return std::nullopt;
        }
        whole[option.key()] = option.value();
    }
    const auto options =
        optionsFromJson(QJsonDocument(whole).toJson(QJsonDocument::Compact).toStdString());
    if (!options) {
        return std::nullopt;
    }
    TrainingOptions shown = usual;
    shown.epochs = options->epochs;
    shown.batchSize = options->batchSize;
    shown.learningRate = options->learningRate;
    shown.seed = options->seed;
    shown.augmentation = options->augmentation.any() ? strongAugmentation() : Augmentation{};
    shown.schedule = options->schedule;
    shown.weightDecay = options->weightDecay;
    shown.labelSmoothing = options->labelSmoothing;
    shown.averaging = options->averaging;
    return toJson(shown) == toJson(*options) ? std::optional(shown) : std::nullopt;
}

} // namespace

TrainingForm::TrainingForm(const DownloadPlan& mnist, QAction* look, QWidget* parent)
    : QWidget(parent),
      m_data(new DataFields(mnist, look, this)),
      m_network(new QComboBox(this)),
      m_epochs(new QSpinBox(this)),
      m_batchSize(new QSpinBox(this)),
      m_learningRate(new RateBox(this)),
      m_seed(new QSpinBox(this)),
      m_device(new QComboBox(this)),
      m_more(new MoreOptions(this)),
      m_recipe(new QComboBox(this))
{
    setUpFields();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGroup);
    layout->addWidget(m_data);
    auto* recipe = new QVBoxLayout;
    recipe->setSpacing(theme::kGap);
    recipe->addLayout(recipeLayout());
    recipe->addWidget(m_more);
    layout->addLayout(recipe);
    layout->addStretch();
    setMinimumWidth(kLeastWidth);

    connect(m_data, &DataFields::changed, this, &TrainingForm::changed);
    connect(m_recipe, &QComboBox::activated, this, &TrainingForm::takePreset);
    for (QSpinBox* box : {m_epochs, m_batchSize, m_seed}) {
        connect(box, &QSpinBox::valueChanged, this, &TrainingForm::recipeChanged);
    }
    connect(m_learningRate, &QDoubleSpinBox::valueChanged, this, &TrainingForm::recipeChanged);
    connect(m_more, &MoreOptions::changed, this, &TrainingForm::recipeChanged);
    connect(m_more, &MoreOptions::unfolded, this, [this] { Q_EMIT unfolded(m_more); });
    showRecipe(defaults());
    connect(m_network, &QComboBox::currentIndexChanged, this, [this] { showRecipe(defaults()); });
}

void TrainingForm::setUpFields()
{
    m_network->addItem(
        tr("simple-nn: one hidden layer, to learn from"), QStringLiteral("simple-nn"));
    m_network->addItem(tr("convnet: convolutions, to read with"), QStringLiteral("convnet"));
    m_network->setToolTip(
        tr("simple-nn has 784 inputs, 128 hidden units and 10 outputs and takes seconds. convnet "
           "is trained on varied digits and on what is no digit, and takes half an hour"));
    m_epochs->setRange(1, 10'000);
    m_epochs->setGroupSeparatorShown(true);
    m_epochs->setToolTip(tr("How many times the network sees all the digits"));
    m_batchSize->setRange(1, 65'536);
    m_batchSize->setGroupSeparatorShown(true);
    m_batchSize->setToolTip(tr("How many digits it sees before it changes a little"));
    m_learningRate->setObjectName(QStringLiteral("trainingRate"));
    m_learningRate->setRange(kLeastRate, 10);
    m_learningRate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_learningRate->setToolTip(tr("How much it changes each time"));
    m_seed->setRange(0, kMostSeed); // no group separators: a name more than a number
    m_seed->setToolTip(tr("The same seed gives the same network, number for number"));
    m_device->setEnabled(false);
    m_device->setToolTip(tr("The devices are known once the recognition engine is loaded"));
    for (const TrainingPreset& preset : shownPresets()) {
        m_recipe->addItem(titleOf(preset));
        m_recipe->setItemData(m_recipe->count() - 1, aboutOf(preset), Qt::ToolTipRole);
    }
    m_recipe->addItem(tr("Own recipe"));
    m_recipe->setAccessibleName(tr("Preset"));
    m_recipe->setMinimumHeight(theme::kSmallestTarget);
}

QLayout* TrainingForm::recipeLayout()
{
    auto* title = new QLabel(tr("Recipe"), this);
    title->setFont(theme::titleFont());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(theme::kGap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(m_recipe);
    grid->addLayout(head, 0, 0, 1, 2);
    grid->addLayout(namedField(tr("Net&work"), m_network), 1, 0, 1, 2);
    grid->addLayout(namedField(tr("&Epochs"), m_epochs), 2, 0);
    grid->addLayout(namedField(tr("&Batch size"), m_batchSize), 2, 1);
    grid->addLayout(namedField(tr("&Learning rate"), m_learningRate), 3, 0);
    grid->addLayout(namedField(tr("See&d"), m_seed), 3, 1);
    grid->addLayout(namedField(tr("De&vice"), m_device), 4, 0, 1, 2);
    return grid;
}

TrainingRequest TrainingForm::request() const
{
    TrainingRequest request;
    request.data = m_data->sources();
    request.options = defaults();
    request.options.epochs = m_epochs->value();
    request.options.batchSize = m_batchSize->value();
    request.options.learningRate = m_learningRate->value();
    request.options.seed = static_cast<std::uint64_t>(m_seed->value());
    m_more->applyTo(request.options);
    request.options.device = m_device->currentData().toString().toStdString();
    return request;
}

void TrainingForm::setDevices(const std::vector<Device>& devices)
{
    m_device->clear();
    const bool choice = devices.size() > 1;
    if (choice) {
        m_device->addItem(tr("Automatic (the first GPU)"), QStringLiteral("auto"));
    }
    for (const Device& device : devices) {
        m_device->addItem(deviceTitle(device), QString::fromStdString(device.id));
        m_device->setItemData(
            m_device->count() - 1, QString::fromStdString(device.name), Qt::ToolTipRole);
    }
    m_device->setCurrentIndex(std::max(0, m_device->findData(m_wantedDevice)));
    m_device->setEnabled(choice);
    m_device->setToolTip(
        choice ? tr("What computes")
               : tr("The only device there is; a LibTorch with CUDA adds each GPU"));
}

void TrainingForm::restore(const QSettings& settings)
{
    m_data->restore(settings);
    const int network = m_network->findData(settings.value(kNetworkSetting));
    m_network->setCurrentIndex(std::max(0, network));
    TrainingOptions recipe = defaults();
    recipe.epochs = settings.value(kEpochsSetting, recipe.epochs).toInt();
    recipe.batchSize = settings.value(kBatchSizeSetting, recipe.batchSize).toInt();
    recipe.learningRate = settings.value(kLearningRateSetting, recipe.learningRate).toDouble();
    recipe.seed = settings.value(kSeedSetting, QVariant::fromValue(recipe.seed)).toULongLong();
    m_more->restore(settings, recipe);
    showRecipe(recipe);
    m_wantedDevice = settings.value(kDeviceSetting).toString();
}

void TrainingForm::save(QSettings& settings) const
{
    m_data->save(settings);
    settings.setValue(kNetworkSetting, m_network->currentData());
    settings.setValue(kEpochsSetting, m_epochs->value());
    settings.setValue(kBatchSizeSetting, m_batchSize->value());
    settings.setValue(kLearningRateSetting, m_learningRate->value());
    settings.setValue(kSeedSetting, m_seed->value());
    m_more->save(settings);
    settings.setValue(
        kDeviceSetting,
        m_device->count() > 0 ? m_device->currentData().toString() : m_wantedDevice);
}

QJsonObject TrainingForm::state() const
{
    QJsonObject state = m_data->state();
    state[kRecipe] = toJson(request().options);
    return state;
}

QString TrainingForm::setState(const QJsonObject& state)
{
    const QString fault = checkParts(
        state, {{"sources", QJsonValue::Array},
                {"synthetic", QJsonValue::Double},
                {"recipe", QJsonValue::Object}});
    if (!fault.isEmpty()) {
        return fault;
    }
    std::optional<TrainingOptions> options;
    if (const QJsonValue recipe = state[kRecipe]; !recipe.isUndefined()) {
        const QString network = recipe[u"network"].toString(m_network->currentData().toString());
        const int index = m_network->findData(network);
        if (index < 0) {
            return tr("There is no network “%1”.").arg(network.left(40));
        }
        options = optionsOf(recipe.toObject(), defaultOptions(network.toStdString()));
        if (!options || options->seed > kMostSeed || options->learningRate < kLeastRate) {
            return tr("These training options cannot be set: %1")
                .arg(QString::fromUtf8(
                         QJsonDocument(recipe.toObject()).toJson(QJsonDocument::Compact))
                         .left(200));
        }
    }
    const QString problem = m_data->setState(state);
    if (problem.isEmpty() && options) {
        m_network->setCurrentIndex(m_network->findData(QString::fromStdString(options->network)));
        showRecipe(*options);
    }
    return problem;
}

void TrainingForm::takePreset(int index)
{
    const std::vector<TrainingPreset> presets = shownPresets();
    if (index >= static_cast<int>(presets.size())) { // an own one is made by changing a field
        showPreset();
        return;
    }
    const TrainingOptions& options = presets[static_cast<std::size_t>(index)].options;
    {
        const QSignalBlocker blocker(m_network);
        m_network->setCurrentIndex(m_network->findData(QString::fromStdString(options.network)));
    }
    showRecipe(options);
}

void TrainingForm::showPreset()
{
    const TrainingOptions options = request().options;
    const std::vector<TrainingPreset> presets = shownPresets();
    const auto shown = std::ranges::find_if(
        presets, [&](const TrainingPreset& preset) { return sameRecipe(preset.options, options); });
    m_recipe->setCurrentIndex(static_cast<int>(shown - presets.begin()));
    m_recipe->setToolTip(m_recipe->currentData(Qt::ToolTipRole).toString());
}

/// The recipe of the network that is chosen.
TrainingOptions TrainingForm::defaults() const
{
    return defaultOptions(m_network->currentData().toString().toStdString());
}

void TrainingForm::showRecipe(const TrainingOptions& options)
{
    m_epochs->setValue(options.epochs);
    m_batchSize->setValue(options.batchSize);
    m_learningRate->setValue(options.learningRate);
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(options.seed, kMostSeed)));
    m_more->setOptions(options);
    recipeChanged();
}

void TrainingForm::recipeChanged()
{
    showPreset();
    Q_EMIT changed();
}

} // namespace digitpad
