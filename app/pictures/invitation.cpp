// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/invitation.h"

#include "app/pictures/find_pictures.h"
#include "app/shell/theme.h"
#include "app/widgets/action_button.h"

#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace digitpad {

namespace {

constexpr int kIcon = 72;

/// The formats people know, of those that Qt reads here.
QString formats()
{
    const QStringList readable = pictureSuffixes();
    QStringList names;
    for (const char* format : {"PNG", "JPEG", "BMP", "WebP", "GIF"}) {
        const QString name = QString::fromLatin1(format);
        if (readable.contains(name.toLower())) {
            names << name;
        }
    }
    return names.join(QStringLiteral(" · "));
}

QLabel* makeLabel(const QString& text, const QFont& font, QPalette::ColorRole role)
{
    auto* label = new QLabel(text);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

} // namespace

Invitation::Invitation(QAction* open, QWidget* parent)
    : QWidget(parent), m_iconPlace(new QWidget(this))
{
    m_iconPlace->setFixedSize(kIcon, kIcon);
    auto* button = new ActionButton(open, this);
    button->setPrimary(true);
    button->setMinimumSize(144, 44);
    setFocusProxy(button);

    const QString paste = QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::kGap);
    words->addWidget(
        makeLabel(tr("Drop pictures of digits here"), theme::titleFont(), QPalette::WindowText));
    words->addWidget(makeLabel(
        tr("Photos, scans or drawings of digits and numbers, or a whole folder of them.\n"
           "%1 pastes one from the clipboard.")
            .arg(paste),
        theme::bodyFont(), QPalette::PlaceholderText));

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::kGroup);
    layout->addStretch(2);
    layout->addWidget(m_iconPlace, 0, Qt::AlignHCenter);
    layout->addLayout(words);
    layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addWidget(
        makeLabel(formats(), theme::captionFont(), QPalette::PlaceholderText), 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void Invitation::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    theme::icon(QStringLiteral("picture"))
        .paint(&painter, m_iconPlace->geometry(), Qt::AlignCenter, QIcon::Disabled);
}

} // namespace digitpad
