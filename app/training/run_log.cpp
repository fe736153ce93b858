// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/run_log.h"

#include "app/shell/theme.h"

#include <QAction>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

namespace digitpad {

namespace {

constexpr int kMostLines = 100'000; // some MB; the CSV holds every point

} // namespace

RunLog::RunLog(QAction* open, QWidget* parent)
    : QWidget(parent), m_lastLine(new QLabel(this)), m_text(new QPlainTextEdit(this))
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(open);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setMinimumHeight(theme::kSmallestTarget);

    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(theme::captionFont().pointSizeF());
    m_lastLine->setFont(font);
    m_lastLine->setForegroundRole(QPalette::PlaceholderText);
    // The line is cut to the width there is, so it must not ask for its own.
    m_lastLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setFont(font);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMaximumBlockCount(kMostLines);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Training log"));
    m_text->setMinimumHeight(8 * QFontMetrics(font).lineSpacing());
    m_text->hide();

    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap);
    row->addWidget(button);
    row->addWidget(m_lastLine, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(row);
    layout->addWidget(m_text);

    connect(open, &QAction::toggled, this, [this](bool opened) {
        m_text->setVisible(opened);
        showLast();
    });
}

void RunLog::append(const QStringList& lines)
{
    if (lines.isEmpty()) {
        return;
    }
    m_text->appendPlainText(lines.join(QLatin1Char('\n')));
    m_last = lines.last();
    showLast();
}

void RunLog::clear()
{
    m_text->clear();
    m_last.clear();
    showLast();
}

void RunLog::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showLast();
}

void RunLog::showLast()
{
    const QString line = m_text->isHidden() ? m_last : QString();
    m_lastLine->setText(
        m_lastLine->fontMetrics().elidedText(line, Qt::ElideRight, m_lastLine->width()));
}

} // namespace digitpad
