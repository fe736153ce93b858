// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/damage/curve_models.h"

#include "app/model_file.h"
#include "app/shell/status_bar.h"
#include "app/shell/theme.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kWidestName = 160; // pixels
const QString kInUse = QStringLiteral("in-use");
const QString kConvNetId = QStringLiteral("convnet");
const QString kSimpleNnId = QStringLiteral("simple-nn");

} // namespace

CurveModels::CurveModels(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(theme::kMargin);
    const auto carried = [](const QString& id, const QString& file, int number) {
        return CurveModel{
            .id = id, .name = modelTitle(file), .file = file, .model = {}, .number = number};
    };
    addChoice({.id = kInUse, .name = tr("Network in use"), .file = {}, .model = {}, .number = 0});
    addChoice(carried(kConvNetId, kDefaultModelFile, 1));
    addChoice(carried(kSimpleNnId, kReferenceModelFile, 2));
}

void CurveModels::addChoice(const CurveModel& model)
{
    auto* box = new QCheckBox;
    box->setObjectName(QStringLiteral("damageModel_") + model.id);
    const QString shown = box->fontMetrics().elidedText(model.name, Qt::ElideMiddle, kWidestName);
    box->setText(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&")));
    box->setAccessibleName(model.name);
    box->setToolTip(model.file.startsWith(QLatin1Char(':')) ? QString() : model.file);
    box->setMinimumHeight(theme::kSmallestTarget);
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, &CurveModels::changed);
    m_row->addWidget(box);
    m_choices.append({.model = model, .box = box});
}

void CurveModels::setModel(const std::shared_ptr<const OpenModel>& model)
{
    m_inUse = model;
    for (const Choice& choice : std::as_const(m_choices)) {
        choice.box->setVisible(model == nullptr || choice.model.file != model->file);
    }
    Q_EMIT changed();
}

void CurveModels::add(const QString& file)
{
    const auto isTaken = [this](int number) {
        return std::ranges::any_of(
            m_choices, [&](const Choice& choice) { return choice.model.number == number; });
    };
    const bool isThere = std::ranges::any_of(
        m_choices, [&](const Choice& choice) { return choice.model.file == file; });
    if (isThere || isFull()) {
        return;
    }
    int number = 3;
    while (isTaken(number)) {
        ++number;
    }
    addChoice(
        {.id = file,
         .name = QFileInfo(file).fileName(),
         .file = file,
         .model = {},
         .number = number});
    Q_EMIT changed();
}

void CurveModels::remove(const QString& id)
{
    const auto choice =
        std::ranges::find_if(m_choices, [&](const Choice& known) { return known.model.id == id; });
    if (choice != m_choices.end()) {
        choice->box->deleteLater();
        m_choices.erase(choice);
        Q_EMIT changed();
    }
}

std::vector<CurveModel> CurveModels::models() const
{
    std::vector<CurveModel> models;
    for (const auto& [known, box] : m_choices) {
        CurveModel model = known;
        const bool isInUse = model.id == kInUse;
        if (!box->isChecked() || (isInUse && m_inUse == nullptr)) {
            continue;
        }
        if (isInUse) {
            model.id += QString::fromLatin1(m_inUse->sha256); // its curves are of this very one
            model.name = m_inUse->name;
            model.model = m_inUse->model;
        } else if (m_inUse != nullptr && model.file == m_inUse->file) {
            continue;
        }
        models.push_back(std::move(model));
    }
    return models;
}

const QStringList& CurveModels::knownIds()
{
    static const QStringList kIds{kInUse, kConvNetId, kSimpleNnId};
    return kIds;
}

QStringList CurveModels::ids() const
{
    QStringList ids;
    for (const auto& [model, box] : m_choices) {
        if (knownIds().contains(model.id) && box->isChecked()) {
            ids << model.id;
        }
    }
    return ids;
}

void CurveModels::setIds(const QStringList& ids)
{
    for (const auto& [model, box] : std::as_const(m_choices)) {
        const QSignalBlocker blocker(box);
        box->setChecked(ids.contains(model.id));
    }
    Q_EMIT changed();
}

} // namespace digitpad
