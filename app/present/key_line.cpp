// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/key_line.h"

#include "app/shell/theme.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QApplication>
#include <QGraphicsOpacityEffect>
#include <QHBoxLayout>
#include <QToolButton>

namespace digitpad {

namespace {

constexpr int kAwake = 6000; // milliseconds
constexpr int kFades = 800;  // milliseconds

} // namespace

KeyLine::KeyLine(const QList<QAction*>& actions, QWidget* parent)
    : QWidget(parent), m_opacity(new QGraphicsOpacityEffect(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addStretch();
    for (QAction* action : actions) {
        layout->addWidget(makeToolButton(action, Qt::ToolButtonTextOnly));
    }
    layout->addStretch();
    setGraphicsEffect(m_opacity);
    m_opacity->setEnabled(false); // it costs a picture of its own

    m_motion.setStartValue(1.0);
    m_motion.setEndValue(0.0);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_opacity->setOpacity(value.toReal());
    });
    connect(&m_motion, &QVariantAnimation::finished, this, &QWidget::hide);
    m_awake.setSingleShot(true);
    m_awake.setInterval(kAwake);
    connect(&m_awake, &QTimer::timeout, this, &KeyLine::fade);
}

void KeyLine::wake()
{
    m_motion.stop();
    m_opacity->setEnabled(false);
    show();
    m_awake.start();
}

void KeyLine::fade()
{
    if (underMouse() || isAncestorOf(QApplication::focusWidget())) {
        m_awake.start(); // somebody is at it
        return;
    }
    const int duration = theme::motion(kFades);
    if (duration == 0) {
        hide();
        return;
    }
    m_opacity->setEnabled(true);
    m_motion.setDuration(duration);
    m_motion.start();
}

} // namespace digitpad
