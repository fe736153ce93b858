// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/data_fields.h"

#include "app/shell/theme.h"
#include "app/training/download_field.h"
#include "app/training/samples_row.h"
#include "app/training/source_row.h"
#include "app/widgets/action_button.h"
#include "core/data/mnist.h"

#include <QCheckBox>
#include <QFile>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace digitpad {

namespace {

constexpr int kSyntheticCount = 20'000;
constexpr std::size_t kFewestSyntheticTest = 1'000; // fewer tell too little

const QString kSourcesSetting = QStringLiteral("training/sources");
const QString kDataSetting = QStringLiteral("training/data"); // of 0.1: the only source
const QString kMnistSetting = QStringLiteral("training/folder");
const QString kInkSetting = QStringLiteral("training/ink");
const QString kPicturesSetting = QStringLiteral("training/pictures");
const QString kWriterSetting = QStringLiteral("training/writer");
const QString kCountSetting = QStringLiteral("training/count");
const QString kMnistValue = QStringLiteral("mnist");
const QString kInkValue = QStringLiteral("ink");
const QString kPicturesValue = QStringLiteral("pictures");
const QString kSamplesValue = QStringLiteral("samples");
const QString kSyntheticValue = QStringLiteral("synthetic");

std::optional<std::string> nativePath(const SourceRow* row)
{
    return row->isTicked() ? std::optional(QFile::encodeName(row->path()).toStdString())
                           : std::nullopt;
}

} // namespace

DataFields::DataFields(const DownloadPlan& mnist, QAction* look, QWidget* parent)
    : QWidget(parent),
      m_mnist(new SourceRow(
          SourceKind::Mnist,
          {.title = tr("MNI&ST"),
           .toolTip =
               tr("60,000 written digits to learn from and 10,000 to test on; or a folder of "
                  "yours with files of the same names and format, such as Fashion-MNIST"),
           .choose = tr("Choose a folder with MNIST's files"),
           .filter = {}},
          this)),
      m_download(new DownloadField(mnist, this)),
      m_ink(new SourceRow(
          SourceKind::Strokes,
          {.title = tr("Pen stro&kes"),
           .toolTip = tr("Drawn digits, one a line: {\"label\": 7, \"strokes\": [[[x, y], …], …]}"),
           .choose = tr("Choose a file of pen strokes"),
           .filter = tr("Pen strokes (*.jsonl *.jsonl.gz);;All files (*)")},
          this)),
      m_pictures(new SourceRow(
          SourceKind::Pictures,
          {.title = tr("Pict&ures"),
           .toolTip = tr("A folder with a subfolder of pictures for each digit, named 0 to 9"),
           .choose = tr("Choose a folder of pictures"),
           .filter = {}},
          this)),
      m_samples(new SamplesRow(this)),
      m_synthetic(new QCheckBox(tr("S&ynthetic digits"), this)),
      m_count(new QSpinBox(this))
{
    m_mnist->setFallback(m_download->folder());
    m_mnist->addButton(m_download->button());
    setUpSynthetic();
    arrange(look);
    connectRows();
    showState();
}

void DataFields::setUpSynthetic()
{
    m_synthetic->setChecked(true);
    m_synthetic->setMinimumHeight(theme::kSmallestTarget);
    m_synthetic->setToolTip(tr("Digits that the program draws itself: nothing to download"));
    m_count->setRange(100, 1'000'000);
    m_count->setSingleStep(5000);
    m_count->setGroupSeparatorShown(true);
    m_count->setValue(kSyntheticCount);
    m_count->setAccessibleName(tr("How many synthetic digits"));
    m_count->setToolTip(
        tr("Digits to learn from; without MNIST a tenth as many more are drawn to test on, but at "
           "least 1,000"));
    m_count->setMinimumHeight(theme::kSmallestTarget);
}

void DataFields::arrange(QAction* look)
{
    auto* title = new QLabel(tr("Learn from"), this);
    title->setFont(theme::titleFont());
    auto* lookButton = new ActionButton(look, this);
    lookButton->setFlat(true);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch();
    head->addWidget(lookButton);
    auto* synthetic = new QHBoxLayout;
    synthetic->setSpacing(theme::kGap);
    synthetic->addWidget(m_synthetic, 1);
    synthetic->addWidget(m_count);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap / 2);
    layout->addLayout(head);
    layout->addWidget(m_mnist);
    layout->addWidget(m_download);
    layout->addWidget(m_ink);
    layout->addWidget(m_pictures);
    layout->addWidget(m_samples);
    layout->addLayout(synthetic);
}

void DataFields::connectRows()
{
    for (const SourceRow* row : rows()) {
        connect(row, &SourceRow::changed, this, &DataFields::showState);
    }
    connect(m_samples, &SamplesRow::changed, this, &DataFields::showState);
    connect(m_synthetic, &QCheckBox::toggled, this, &DataFields::showState);
    connect(m_count, &QSpinBox::valueChanged, this, &DataFields::changed);
    connect(m_download, &DownloadField::started, this, [this] { m_mnist->setTicked(true); });
    connect(m_download, &DownloadField::changed, this, &DataFields::showState);
    connect(m_download, &DownloadField::finished, this, &DataFields::takeDownloaded);
    connect(m_download, &DownloadField::folderWanted, m_mnist, &SourceRow::choose);
    connect(m_download, &DownloadField::syntheticWanted, this, [this] {
        m_synthetic->setChecked(true);
        m_mnist->setTicked(false);
        m_download->clear();
    });
}

DataSources DataFields::sources() const
{
    DataSources sources{
        .mnist = nativePath(m_mnist),
        .ink = nativePath(m_ink),
        .photographed = 0,
        .pictures = nativePath(m_pictures),
        .synthetic = 0,
        .syntheticTest = 0,
        .noDigits = {}};
    if (m_synthetic->isChecked()) {
        sources.synthetic = static_cast<std::size_t>(m_count->value());
        sources.syntheticTest = std::max(sources.synthetic / 10, kFewestSyntheticTest);
    }
    if (m_samples->isTicked()) {
        sources.samples = m_samples->samples();
    }
    return sources;
}

void DataFields::setStore(Store& store)
{
    m_samples->setStore(store);
}

std::vector<std::string> DataFields::mnistFolders() const
{
    std::vector<std::string> folders;
    for (const QString& path : {m_mnist->chosen(), m_download->folder()}) {
        std::string folder = QFile::encodeName(path).toStdString();
        if (!folder.empty() && hasMnistTest(folder)) {
            folders.push_back(std::move(folder));
        }
    }
    return folders;
}

QString DataFields::whyNotReady() const
{
    bool isAnyTicked = m_synthetic->isChecked() || m_samples->isTicked();
    if (m_samples->isTicked() && m_samples->count() == 0) {
        return tr("There are no own samples yet");
    }
    if (m_samples->isTicked() && !m_samples->count()) {
        return tr("Looking at what was chosen…");
    }
    for (const SourceRow* row : rows()) {
        if (!row->isTicked()) {
            continue;
        }
        isAnyTicked = true;
        if (row == m_mnist && m_download->isRunning() && row->isMissing()) {
            return tr("MNIST is still being downloaded");
        }
        if (row->path().isEmpty() || row->isMissing()) {
            return row == m_mnist ? tr("Download MNIST first, or choose a folder with its files")
                                  : tr("Choose what is ticked first, or untick it");
        }
        if (!row->size()) {
            return tr("Looking at what was chosen…");
        }
        if (!*row->size()) {
            return tr("There is nothing to learn from in %1").arg(row->path());
        }
    }
    return isAnyTicked ? QString() : tr("Tick something to learn from");
}

/// Whoever fetched MNIST means to learn from it; the synthetic digits were there in its place.
void DataFields::takeDownloaded()
{
    m_mnist->setChosen({});
    if (m_mnist->isTicked() && !m_ink->isTicked() && !m_pictures->isTicked() &&
        !m_samples->isTicked()) {
        m_synthetic->setChecked(false);
    }
}

void DataFields::showState()
{
    m_count->setEnabled(m_synthetic->isChecked());
    m_download->button()->setVisible(m_mnist->isMissing() || m_download->isRunning());
    if (!m_mnist->isMissing() && !m_download->isRunning()) {
        m_download->clear();
    }
    Q_EMIT changed();
}

void DataFields::restore(const QSettings& settings)
{
    const QStringList sources =
        settings.value(kSourcesSetting, settings.value(kDataSetting, kSyntheticValue))
            .toStringList();
    m_mnist->setChosen(settings.value(kMnistSetting).toString());
    m_ink->setChosen(settings.value(kInkSetting).toString());
    m_pictures->setChosen(settings.value(kPicturesSetting).toString());
    tick(sources);
    m_samples->setWriter(settings.value(kWriterSetting).toString());
    m_count->setValue(settings.value(kCountSetting, kSyntheticCount).toInt());
}

QStringList DataFields::ticked() const
{
    QStringList sources;
    for (const auto& [isTicked, value] :
         {std::pair{m_mnist->isTicked(), kMnistValue},
          {m_ink->isTicked(), kInkValue},
          {m_pictures->isTicked(), kPicturesValue},
          {m_samples->isTicked(), kSamplesValue},
          {m_synthetic->isChecked(), kSyntheticValue}}) {
        if (isTicked) {
            sources << value;
        }
    }
    return sources;
}

void DataFields::tick(const QStringList& sources)
{
    m_mnist->setTicked(sources.contains(kMnistValue));
    m_ink->setTicked(sources.contains(kInkValue));
    m_pictures->setTicked(sources.contains(kPicturesValue));
    m_samples->setTicked(sources.contains(kSamplesValue));
    m_synthetic->setChecked(sources.contains(kSyntheticValue));
}

QJsonObject DataFields::state() const
{
    QJsonObject state{{QStringLiteral("sources"), QJsonArray::fromStringList(ticked())}};
    if (m_synthetic->isChecked()) {
        state[kSyntheticValue] = m_count->value();
    }
    return state;
}

QString DataFields::setState(const QJsonObject& state)
{
    const QStringList known = {
        kMnistValue, kInkValue, kPicturesValue, kSamplesValue, kSyntheticValue};
    QStringList sources = ticked();
    if (const QJsonValue wanted = state[QStringLiteral("sources")]; !wanted.isUndefined()) {
        sources.clear();
        for (const auto& source : wanted.toArray()) {
            if (!known.contains(source.toString())) {
                return tr("There is nothing “%1” to learn from. There are: %2")
                    .arg(source.toString().left(40), known.join(QStringLiteral(", ")));
            }
            sources << source.toString();
        }
    }
    const QJsonValue count = state[kSyntheticValue];
    const int wanted = count.toInt(count.isUndefined() ? m_count->value() : -1);
    if (wanted < m_count->minimum() || wanted > m_count->maximum()) {
        return tr("The number of synthetic digits is out of its range, %1 to %2.")
            .arg(locale().toString(m_count->minimum()), locale().toString(m_count->maximum()));
    }
    tick(sources);
    m_count->setValue(wanted);
    return {};
}

void DataFields::save(QSettings& settings) const
{
    settings.setValue(kSourcesSetting, ticked());
    settings.setValue(kMnistSetting, m_mnist->chosen());
    settings.setValue(kInkSetting, m_ink->chosen());
    settings.setValue(kPicturesSetting, m_pictures->chosen());
    settings.setValue(kWriterSetting, m_samples->writer());
    settings.setValue(kCountSetting, m_count->value());
}

} // namespace digitpad
