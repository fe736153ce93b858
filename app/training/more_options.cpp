// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/more_options.h"

#include "app/shell/theme.h"
#include "app/training/named_field.h"
#include "app/training/rate_box.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSettings>
#include <QToolButton>

namespace digitpad {

namespace {

const QString kOpenSetting = QStringLiteral("training/moreOptions");
const QString kAugmentationSetting = QStringLiteral("training/augmentation");
const QString kScheduleSetting = QStringLiteral("training/schedule");
const QString kWeightDecaySetting = QStringLiteral("training/weightDecay");
const QString kLabelSmoothingSetting = QStringLiteral("training/labelSmoothing");
const QString kAveragingSetting = QStringLiteral("training/averaging");

bool isSame(double a, double b) // qFuzzyCompare takes nothing for like zero
{
    return qFuzzyCompare(1 + a, 1 + b);
}

} // namespace

MoreOptions::MoreOptions(QWidget* parent)
    : QWidget(parent),
      m_open(new QToolButton(this)),
      m_fields(new QWidget(this)),
      m_augmentation(new QCheckBox(tr("Vary the di&gits"), m_fields)),
      m_schedule(new QCheckBox(tr("Le&arning rate rises, then falls"), m_fields)),
      m_weightDecay(new RateBox(m_fields)),
      m_labelSmoothing(new RateBox(m_fields)),
      m_averaging(new RateBox(m_fields))
{
    setUpFields();
    m_open->setText(tr("M&ore options"));
    m_open->setAutoRaise(true);
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setMinimumHeight(theme::kSmallestTarget);
    m_open->setToolTip(tr("Augmentation, schedule, weight decay, label smoothing, averaging"));
    connect(m_open, &QToolButton::clicked, this, [this] {
        setOpen(!isOpen());
        if (isOpen()) {
            Q_EMIT unfolded();
        }
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    layout->addWidget(arrangeFields());
    setOpen(false);
    for (QCheckBox* box : {m_augmentation, m_schedule}) {
        connect(box, &QCheckBox::toggled, this, &MoreOptions::changed);
    }
    for (QDoubleSpinBox* box : {m_weightDecay, m_labelSmoothing, m_averaging}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &MoreOptions::changed);
    }
}

void MoreOptions::setUpFields()
{
    m_augmentation->setToolTip(tr(
        "Augmentation: turned, bent, shifted, stained, blurred and broken anew each time, so that "
        "the network learns digits and not pictures by heart"));
    m_schedule->setToolTip(
        tr("Schedule: rises over the first twentieth of the run, then falls to nothing along a "
           "cosine; otherwise it stays the same"));
    m_weightDecay->setRange(0, 10);
    m_weightDecay->setSingleStep(0.01);
    m_weightDecay->setToolTip(tr("How fast weights that nothing holds fade (AdamW); 0 to 10"));
    m_labelSmoothing->setRange(0, 0.9);
    m_labelSmoothing->setSingleStep(0.01);
    m_labelSmoothing->setToolTip(
        tr("Part of the target that is spread over all digits, against too much confidence; 0 to "
           "0.9"));
    m_averaging->setRange(0, 0.999999);
    m_averaging->setSingleStep(0.001);
    m_averaging->setToolTip(
        tr("The network kept is a running mean over the steps with this decay, such as 0.999; 0 "
           "keeps that of the last step"));
    for (QCheckBox* box : {m_augmentation, m_schedule}) {
        box->setMinimumHeight(theme::kSmallestTarget);
    }
    for (QDoubleSpinBox* box : {m_weightDecay, m_labelSmoothing, m_averaging}) {
        box->setSpecialValueText(tr("off"));
    }
}

QWidget* MoreOptions::arrangeFields()
{
    auto* grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(theme::kGap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_augmentation, 0, 0, 1, 2);
    grid->addWidget(m_schedule, 1, 0, 1, 2);
    grid->addLayout(namedField(tr("Weight de&cay"), m_weightDecay), 2, 0);
    grid->addLayout(namedField(tr("Label smooth&ing"), m_labelSmoothing), 2, 1);
    grid->addLayout(namedField(tr("Averagi&ng"), m_averaging), 3, 0);
    return m_fields;
}

bool MoreOptions::isOpen() const
{
    return !m_fields->isHidden();
}

void MoreOptions::setOpen(bool open)
{
    m_open->setAccessibleDescription(open ? tr("Shown below") : tr("Folded away"));
    m_open->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_fields->setVisible(open);
}

void MoreOptions::setOptions(const TrainingOptions& options)
{
    m_augmentation->setChecked(options.augmentation.any());
    m_schedule->setChecked(options.schedule);
    m_weightDecay->setValue(options.weightDecay);
    m_labelSmoothing->setValue(options.labelSmoothing);
    m_averaging->setValue(options.averaging);
}

void MoreOptions::applyTo(TrainingOptions& options) const
{
    options.augmentation = m_augmentation->isChecked() ? strongAugmentation() : Augmentation{};
    options.schedule = m_schedule->isChecked();
    options.weightDecay = m_weightDecay->value();
    options.labelSmoothing = m_labelSmoothing->value();
    options.averaging = m_averaging->value();
}

void MoreOptions::restore(const QSettings& settings, TrainingOptions& options)
{
    setOpen(settings.value(kOpenSetting).toBool());
    if (settings.contains(kAugmentationSetting)) {
        options.augmentation =
            settings.value(kAugmentationSetting).toBool() ? strongAugmentation() : Augmentation{};
    }
    options.schedule = settings.value(kScheduleSetting, options.schedule).toBool();
    options.weightDecay = settings.value(kWeightDecaySetting, options.weightDecay).toDouble();
    options.labelSmoothing =
        settings.value(kLabelSmoothingSetting, options.labelSmoothing).toDouble();
    options.averaging = settings.value(kAveragingSetting, options.averaging).toDouble();
}

void MoreOptions::save(QSettings& settings) const
{
    settings.setValue(kOpenSetting, isOpen());
    settings.setValue(kAugmentationSetting, m_augmentation->isChecked());
    settings.setValue(kScheduleSetting, m_schedule->isChecked());
    settings.setValue(kWeightDecaySetting, m_weightDecay->value());
    settings.setValue(kLabelSmoothingSetting, m_labelSmoothing->value());
    settings.setValue(kAveragingSetting, m_averaging->value());
}

bool sameMoreOptions(const TrainingOptions& a, const TrainingOptions& b)
{
    return a.augmentation.any() == b.augmentation.any() && a.schedule == b.schedule &&
           isSame(a.weightDecay, b.weightDecay) && isSame(a.labelSmoothing, b.labelSmoothing) &&
           isSame(a.averaging, b.averaging);
}

} // namespace digitpad
