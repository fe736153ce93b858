// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/step_column.h"

#include "app/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace digitpad {

StepColumn::StepColumn(const QString& title, QWidget* content, QWidget* parent)
    : QWidget(parent),
      m_number(new QLabel),
      m_title(new QLabel),
      m_caption(new QLabel),
      m_content(content)
{
    QFont bold = theme::bodyFont();
    bold.setWeight(QFont::DemiBold);
    m_number->setFont(bold);
    m_number->setForegroundRole(QPalette::Highlight);
    m_title->setFont(bold);
    m_caption->setFont(theme::captionFont());
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    setTitle(title);

    auto* heading = new QHBoxLayout;
    heading->setSpacing(theme::kGap);
    heading->addWidget(m_number);
    heading->addWidget(m_title, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap / 2);
    layout->addLayout(heading);
    layout->addWidget(m_caption);
    layout->addSpacing(theme::kGap / 2);
    layout->addWidget(m_content, 1);
}

void StepColumn::setNumber(int number)
{
    m_number->setText(QLocale().toString(number));
}

void StepColumn::setTitle(const QString& title)
{
    m_title->setText(title);
    m_content->setAccessibleName(title);
}

void StepColumn::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_content->setAccessibleDescription(caption);
}

} // namespace digitpad
