// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/training_form.h"

#include "app/error_text.h"
#include "app/shell/theme.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTimer>
#include <QUrl>

#include <limits>

namespace digitpad {

namespace {

constexpr int kLeastWidth = 296;  // pixels
constexpr int kTypingPause = 300; // milliseconds without a key before a folder is looked into

/// Shows 0.001 as 0.001, not as 0.001000.
class RateBox : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        QString text = QDoubleSpinBox::textFromValue(value);
        const QString point = locale().decimalPoint();
        while (text.contains(point) && text.endsWith(locale().zeroDigit())) {
            text.chop(1);
        }
        return text.endsWith(point) ? text.chopped(point.size()) : text;
    }
};

/// A field under its name.
QLayout* named(const QString& name, QWidget* field)
{
    auto* label = new QLabel(name, field->parentWidget());
    label->setBuddy(field);
    field->setAccessibleName(QString(name).remove(QLatin1Char('&')));
    field->setMinimumHeight(theme::kSmallestTarget);
    auto* layout = new QVBoxLayout;
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(label);
    layout->addWidget(field);
    return layout;
}

void indent(QLayout* layout)
{
    layout->setContentsMargins(theme::kGroup, 0, 0, 0);
}

QSpinBox* numberBox(int least, int most, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    return box;
}

bool sameRecipe(const TrainingOptions& a, const TrainingOptions& b)
{
    return a.epochs == b.epochs && a.batchSize == b.batchSize &&
           qFuzzyCompare(a.learningRate, b.learningRate) && a.seed == b.seed;
}

} // namespace

TrainingForm::TrainingForm(QWidget* parent)
    : QWidget(parent),
      m_synthetic(new QRadioButton(tr("S&ynthetic digits"), this)),
      m_count(numberBox(100, 1'000'000, this)),
      m_mnist(new QRadioButton(tr("&MNIST's files in a folder"), this)),
      m_folder(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_found(new QLabel(this)),
      m_epochs(numberBox(1, 10'000, this)),
      m_batchSize(numberBox(1, 65'536, this)),
      m_learningRate(new RateBox(this)),
      m_seed(numberBox(0, std::numeric_limits<int>::max(), this)),
      m_device(new QComboBox(this)),
      m_recipe(new QPushButton(tr("The &article's recipe"), this)),
      m_typed(new QTimer(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGroup);
    layout->addLayout(dataFields());
    layout->addLayout(recipeFields());
    layout->addStretch();
    setMinimumWidth(kLeastWidth);

    m_typed->setSingleShot(true);
    m_typed->setInterval(kTypingPause);
    connect(m_typed, &QTimer::timeout, this, &TrainingForm::folderEdited);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_folderSize.reset();
        m_typed->start();
        showState();
    });
    connect(m_browse, &QPushButton::clicked, this, &TrainingForm::chooseFolder);
    connect(m_recipe, &QPushButton::clicked, this, [this] { showRecipe({}); });
    connect(m_mnist, &QRadioButton::toggled, this, &TrainingForm::showState);
    for (QSpinBox* box : {m_epochs, m_batchSize, m_seed}) {
        connect(box, &QSpinBox::valueChanged, this, &TrainingForm::showState);
    }
    connect(m_learningRate, &QDoubleSpinBox::valueChanged, this, &TrainingForm::showState);
    showRecipe({});
}

QLayout* TrainingForm::dataFields()
{
    m_count->setValue(DataSource{}.count);
    m_count->setSingleStep(5000);
    m_count->setAccessibleName(tr("How many synthetic digits"));
    m_count->setToolTip(tr("Digits to learn from; a tenth as many more are drawn to test on"));
    m_count->setMinimumHeight(theme::kSmallestTarget);
    m_synthetic->setToolTip(tr("Digits drawn by the program itself: nothing to download"));
    m_synthetic->setChecked(true);

    m_folder->setPlaceholderText(tr("Folder"));
    m_folder->setAccessibleName(tr("Folder with MNIST's files"));
    m_folder->setClearButtonEnabled(true);
    m_folder->setMinimumHeight(theme::kSmallestTarget);
    m_browse->setIcon(theme::icon(QStringLiteral("folder")));
    m_browse->setAccessibleName(tr("Choose the folder"));
    m_browse->setToolTip(tr("Choose the folder with MNIST's four files"));
    m_browse->setFixedSize(theme::kSmallestTarget + theme::kGap, theme::kSmallestTarget);
    m_found->setWordWrap(true);
    m_found->setFont(theme::captionFont());
    m_found->setForegroundRole(QPalette::PlaceholderText);

    auto* title = new QLabel(tr("Learn from"), this);
    title->setFont(theme::titleFont());
    auto* count = new QHBoxLayout;
    indent(count);
    count->addWidget(m_count);
    auto* folder = new QGridLayout;
    indent(folder);
    folder->setSpacing(theme::kGap / 2);
    folder->addWidget(m_folder, 0, 0);
    folder->addWidget(m_browse, 0, 1);
    folder->addWidget(m_found, 1, 0, 1, 2);

    auto* layout = new QVBoxLayout;
    layout->setSpacing(theme::kGap);
    layout->addWidget(title);
    layout->addWidget(m_mnist);
    layout->addLayout(folder);
    layout->addWidget(m_synthetic);
    layout->addLayout(count);
    return layout;
}

QLayout* TrainingForm::recipeFields()
{
    m_learningRate->setDecimals(6);
    m_learningRate->setRange(1e-6, 10);
    m_learningRate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_seed->setGroupSeparatorShown(false); // a name more than a number
    m_epochs->setToolTip(tr("How many times the network sees all the digits"));
    m_batchSize->setToolTip(tr("How many digits it sees before it changes a little"));
    m_learningRate->setToolTip(tr("How much it changes each time"));
    m_seed->setToolTip(tr("The same seed gives the same network, number for number"));
    m_device->setToolTip(tr("What computes"));
    m_device->setEnabled(false);
    m_recipe->setFlat(true);
    m_recipe->setIcon(theme::icon(QStringLiteral("reset")));
    m_recipe->setMinimumHeight(theme::kSmallestTarget);
    m_recipe->setToolTip(
        tr("Set epochs, batch size, learning rate and seed as the article has them"));

    auto* title = new QLabel(tr("Recipe"), this);
    title->setFont(theme::titleFont());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(theme::kGap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_recipe, 0, 1, Qt::AlignRight);
    grid->addLayout(named(tr("&Epochs"), m_epochs), 1, 0);
    grid->addLayout(named(tr("&Batch size"), m_batchSize), 1, 1);
    grid->addLayout(named(tr("&Learning rate"), m_learningRate), 2, 0);
    grid->addLayout(named(tr("See&d"), m_seed), 2, 1);
    grid->addLayout(named(tr("De&vice"), m_device), 3, 0, 1, 2);
    return grid;
}

TrainingRequest TrainingForm::request() const
{
    TrainingRequest request;
    request.data = {
        .kind = m_mnist->isChecked() ? DataSource::Kind::Mnist : DataSource::Kind::Synthetic,
        .folder = m_folder->text(),
        .count = m_count->value()};
    request.options.epochs = m_epochs->value();
    request.options.batchSize = m_batchSize->value();
    request.options.learningRate = m_learningRate->value();
    request.options.seed = static_cast<std::uint64_t>(m_seed->value());
    request.options.device = m_device->currentData().toString().toStdString();
    return request;
}

QString TrainingForm::whyNotReady() const
{
    if (m_mnist->isChecked()) {
        if (m_folder->text().isEmpty()) {
            return tr("Choose the folder with MNIST's files first");
        }
        if (!m_folderSize) {
            return tr("Looking into the folder…");
        }
        if (!m_folderSize->has_value()) {
            return tr("There is nothing to learn from in this folder");
        }
    }
    return {};
}

void TrainingForm::setDevices(const std::vector<Device>& devices)
{
    m_device->clear();
    if (devices.size() > 1) {
        m_device->addItem(tr("Automatic (the first GPU)"), QStringLiteral("auto"));
    }
    for (const Device& device : devices) {
        m_device->addItem(QString::fromStdString(device.name), QString::fromStdString(device.id));
    }
    m_device->setCurrentIndex(std::max(0, m_device->findData(m_wantedDevice)));
    m_device->setEnabled(m_device->count() > 1);
    m_device->setToolTip(
        m_device->count() > 1 ? tr("What computes")
                              : tr("The only device there is; a LibTorch with CUDA adds each GPU"));
}

void TrainingForm::showFolder(const QString& folder, const Result<MnistSize>& size)
{
    if (folder == m_folder->text()) { // else it has been changed since
        m_folderSize = size;
        showState();
    }
}

void TrainingForm::restore(const QSettings& settings)
{
    const TrainingOptions recipe;
    const auto value = [&](const char* key, const QVariant& otherwise) {
        return settings.value(QStringLiteral("training/") + QLatin1String(key), otherwise);
    };
    m_folder->setText(value("folder", QString()).toString());
    m_mnist->setChecked(value("data", QString()).toString() == QStringLiteral("mnist"));
    m_count->setValue(value("count", DataSource{}.count).toInt());
    m_epochs->setValue(value("epochs", recipe.epochs).toInt());
    m_batchSize->setValue(value("batchSize", recipe.batchSize).toInt());
    m_learningRate->setValue(value("learningRate", recipe.learningRate).toDouble());
    m_seed->setValue(value("seed", QVariant::fromValue(recipe.seed)).toInt());
    m_wantedDevice = value("device", QString()).toString();
    folderEdited();
}

void TrainingForm::save(QSettings& settings) const
{
    const auto set = [&](const char* key, const QVariant& value) {
        settings.setValue(QStringLiteral("training/") + QLatin1String(key), value);
    };
    set("folder", m_folder->text());
    set("data", m_mnist->isChecked() ? QStringLiteral("mnist") : QStringLiteral("synthetic"));
    set("count", m_count->value());
    set("epochs", m_epochs->value());
    set("batchSize", m_batchSize->value());
    set("learningRate", m_learningRate->value());
    set("seed", m_seed->value());
    set("device", m_device->count() > 0 ? m_device->currentData() : m_wantedDevice);
}

void TrainingForm::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("The folder with MNIST's files"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        m_mnist->setChecked(true);
        folderEdited();
    });
    dialog->open();
}

void TrainingForm::folderEdited()
{
    m_typed->stop();
    const QUrl dropped(m_folder->text());
    if (dropped.isLocalFile()) {
        m_folder->setText(QDir::toNativeSeparators(dropped.toLocalFile()));
        m_mnist->setChecked(true);
    }
    if (!m_folder->text().isEmpty()) {
        Q_EMIT folderChosen(m_folder->text());
    }
    showState();
}

void TrainingForm::showRecipe(const TrainingOptions& options)
{
    m_epochs->setValue(options.epochs);
    m_batchSize->setValue(options.batchSize);
    m_learningRate->setValue(options.learningRate);
    m_seed->setValue(static_cast<int>(options.seed));
    showState();
}

void TrainingForm::showState()
{
    const bool mnist = m_mnist->isChecked();
    m_folder->setEnabled(mnist);
    m_count->setEnabled(!mnist);
    m_recipe->setEnabled(!sameRecipe(request().options, {}));

    QString found;
    const QLocale locale;
    if (m_folder->text().isEmpty()) {
        found = tr("Four files, as they are published or unpacked");
    } else if (m_folderSize && !*m_folderSize) {
        found = describe(m_folderSize->error());
    } else if (m_folderSize && (*m_folderSize)->test > 0) {
        found = tr("%1 to learn from, %2 to test on")
                    .arg(
                        locale.toString(static_cast<qint64>((*m_folderSize)->training)),
                        locale.toString(static_cast<qint64>((*m_folderSize)->test)));
    } else if (m_folderSize) {
        found = tr("%1 to learn from, none to test on")
                    .arg(locale.toString(static_cast<qint64>((*m_folderSize)->training)));
    } else {
        found = tr("Looking into the folder…");
    }
    m_found->setText(found);
    Q_EMIT changed();
}

} // namespace digitpad
