// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runs/runs_placeholder.h"

#include "app/shell/theme.h"
#include "app/widgets/action_button.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace digitpad {

namespace {

constexpr int kIcon = 72;
constexpr int kTextWidth = 480;

} // namespace

RunsPlaceholder::RunsPlaceholder(QAction* import, QAction* again, QWidget* parent)
    : QWidget(parent),
      m_iconPlace(new QWidget(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_import(new ActionButton(import, this)),
      m_again(new ActionButton(again, this))
{
    m_iconPlace->setFixedSize(kIcon, kIcon);
    m_title->setFont(theme::titleFont());
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText); // it may name a file, and a file any name
    m_text->setWordWrap(true);
    m_text->setFixedWidth(kTextWidth);
    m_import->setMinimumSize(144, 44);
    m_again->setMinimumSize(144, 44);
    m_again->setPrimary(true);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::kMargin);
    layout->addStretch(2);
    layout->addWidget(m_iconPlace, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_import, 0, Qt::AlignHCenter);
    layout->addWidget(m_again, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    showLoading();
}

void RunsPlaceholder::display(const QString& icon, const QString& title, const QString& text)
{
    m_icon = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setFixedHeight(m_text->heightForWidth(kTextWidth)); // a layout does not ask for it
    update();
}

void RunsPlaceholder::showLoading()
{
    display({}, {}, tr("Reading the runs…"));
    m_import->hide();
    m_again->hide();
}

void RunsPlaceholder::showEmpty()
{
    display(
        QStringLiteral("chart"), tr("No runs yet"),
        tr("Every training run is kept here with its curves, its options and its network, to be "
           "compared with others. Train a network, or drop a run that somebody gave you."));
    m_import->show();
    m_again->hide();
    setFocusProxy(m_import);
}

void RunsPlaceholder::showFailure(const QString& why)
{
    display(QStringLiteral("warning"), tr("The runs cannot be read"), why);
    m_import->hide();
    m_again->show();
    setFocusProxy(m_again);
}

void RunsPlaceholder::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_icon.isEmpty()) {
        QPainter painter(this);
        theme::icon(m_icon).paint(
            &painter, m_iconPlace->geometry(), Qt::AlignCenter, QIcon::Disabled);
    }
}

} // namespace digitpad
