// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/data_fields.h"

#include "app/error_text.h"
#include "app/shell/theme.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kSyntheticCount = 20'000;
constexpr int kTypingPause = 300; // milliseconds without a key before a folder is looked into

const QString kDataSetting = QStringLiteral("training/data");
const QString kFolderSetting = QStringLiteral("training/folder");
const QString kCountSetting = QStringLiteral("training/count");
const QString kMnistValue = QStringLiteral("mnist");
const QString kSyntheticValue = QStringLiteral("synthetic");

void indent(QLayout* layout)
{
    layout->setContentsMargins(theme::kGroup, 0, 0, 0);
}

} // namespace

DataFields::DataFields(QWidget* parent)
    : QWidget(parent),
      m_mnist(new QRadioButton(tr("&MNIST's files in a folder"), this)),
      m_folder(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_found(new QLabel(this)),
      m_synthetic(new QRadioButton(tr("S&ynthetic digits"), this)),
      m_count(new QSpinBox(this)),
      m_typed(new QTimer(this))
{
    setUpFields();
    setLayout(arrange());

    connect(m_typed, &QTimer::timeout, this, &DataFields::folderEdited);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_size.reset();
        m_typed->start();
        showState();
    });
    connect(m_browse, &QPushButton::clicked, this, &DataFields::chooseFolder);
    connect(m_mnist, &QRadioButton::toggled, this, &DataFields::showState);
    connect(m_count, &QSpinBox::valueChanged, this, &DataFields::changed);
    showState();
}

void DataFields::setUpFields()
{
    m_mnist->setToolTip(tr("The four files that MNIST is published as, gzipped or not"));
    m_folder->setPlaceholderText(tr("Folder"));
    m_folder->setAccessibleName(tr("Folder with MNIST's files"));
    m_folder->setClearButtonEnabled(true);
    m_folder->setMinimumHeight(theme::kSmallestTarget);
    m_browse->setIcon(theme::icon(QStringLiteral("folder")));
    m_browse->setAccessibleName(tr("Choose the folder"));
    m_browse->setToolTip(tr("Choose the folder with MNIST's files"));
    m_browse->setFixedSize(theme::kSmallestTarget + theme::kGap, theme::kSmallestTarget);
    m_found->setWordWrap(true);
    m_found->setFont(theme::captionFont());
    m_found->setForegroundRole(QPalette::PlaceholderText);

    m_synthetic->setChecked(true);
    m_synthetic->setToolTip(tr("Digits that the program draws itself: nothing to download"));
    m_count->setRange(100, 1'000'000);
    m_count->setSingleStep(5000);
    m_count->setGroupSeparatorShown(true);
    m_count->setValue(kSyntheticCount);
    m_count->setAccessibleName(tr("How many synthetic digits"));
    m_count->setToolTip(tr("Digits to learn from; a tenth as many more are drawn to test on"));
    m_count->setMinimumHeight(theme::kSmallestTarget);

    m_typed->setSingleShot(true);
    m_typed->setInterval(kTypingPause);
}

QLayout* DataFields::arrange()
{
    auto* title = new QLabel(tr("Learn from"), this);
    title->setFont(theme::titleFont());
    auto* folder = new QGridLayout;
    indent(folder);
    folder->setSpacing(theme::kGap / 2);
    folder->addWidget(m_folder, 0, 0);
    folder->addWidget(m_browse, 0, 1);
    folder->addWidget(m_found, 1, 0, 1, 2);
    auto* count = new QHBoxLayout;
    indent(count);
    count->addWidget(m_count);

    auto* layout = new QVBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(title);
    layout->addWidget(m_mnist);
    layout->addLayout(folder);
    layout->addWidget(m_synthetic);
    layout->addLayout(count);
    return layout;
}

DataSources DataFields::sources() const
{
    DataSources sources;
    if (m_mnist->isChecked()) {
        sources.mnist = QFile::encodeName(m_folder->text()).toStdString();
    } else {
        sources.synthetic = static_cast<std::size_t>(m_count->value());
        sources.syntheticTest = std::max<std::size_t>(sources.synthetic / 10, 1);
    }
    return sources;
}

QString DataFields::whyNotReady() const
{
    if (!m_mnist->isChecked()) {
        return {};
    }
    if (m_folder->text().isEmpty()) {
        return tr("Choose the folder with MNIST's files first");
    }
    if (!m_size) {
        return tr("Looking into the folder…");
    }
    return *m_size ? QString() : tr("There is nothing to learn from in this folder");
}

void DataFields::showFolder(const QString& folder, const Result<MnistSize>& size)
{
    if (folder == m_folder->text()) { // else it has been changed since
        m_size = size;
        showState();
    }
}

void DataFields::restore(const QSettings& settings)
{
    m_folder->setText(settings.value(kFolderSetting).toString());
    m_mnist->setChecked(settings.value(kDataSetting).toString() == kMnistValue);
    m_count->setValue(settings.value(kCountSetting, kSyntheticCount).toInt());
    folderEdited();
}

void DataFields::save(QSettings& settings) const
{
    settings.setValue(kFolderSetting, m_folder->text());
    settings.setValue(kDataSetting, m_mnist->isChecked() ? kMnistValue : kSyntheticValue);
    settings.setValue(kCountSetting, m_count->value());
}

void DataFields::chooseFolder()
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

void DataFields::folderEdited()
{
    const QUrl dropped(m_folder->text()); // a folder dropped on the field arrives as file:///…
    if (dropped.isLocalFile()) {
        m_folder->setText(QDir::toNativeSeparators(dropped.toLocalFile()));
    }
    m_typed->stop();
    if (!m_folder->text().isEmpty()) {
        Q_EMIT folderChosen(m_folder->text());
    }
    showState();
}

void DataFields::showState()
{
    // The button stays: choosing a folder chooses MNIST as well.
    m_folder->setEnabled(m_mnist->isChecked());
    m_count->setEnabled(m_synthetic->isChecked());
    m_found->setText(whatIsFound());
    Q_EMIT changed();
}

QString DataFields::whatIsFound() const
{
    const auto number = [](std::size_t count) {
        return QLocale().toString(static_cast<qint64>(count));
    };
    if (m_folder->text().isEmpty()) {
        return tr("Four files, as they are published or unpacked");
    }
    if (!m_size) {
        return tr("Looking into the folder…");
    }
    if (!*m_size) {
        return describe(m_size->error());
    }
    const MnistSize& size = **m_size;
    return size.test > 0
               ? tr("%1 to learn from, %2 to test on").arg(number(size.training), number(size.test))
               : tr("%1 to learn from, none to test on").arg(number(size.training));
}

} // namespace digitpad
