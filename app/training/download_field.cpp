// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/download_field.h"

#include "app/shell/theme.h"
#include "app/widgets/progress_line.h"

#include <QAccessible>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace digitpad {

DownloadField::DownloadField(DownloadPlan plan, QWidget* parent)
    : QWidget(parent),
      m_download(std::move(plan)),
      m_button(new QPushButton(tr("Downloa&d"), this)),
      m_line(new ProgressLine(this)),
      m_text(new QLabel(this)),
      m_otherwise(new QLabel(this))
{
    const QString size =
        QLocale().formattedDataSize(m_download.plan().packed(), 0, QLocale::DataSizeSIFormat);
    m_button->setMinimumHeight(theme::kSmallestTarget);
    m_button->setIcon(theme::icon(QStringLiteral("download")));
    m_button->setToolTip(
        tr("Fetches the 70,000 digits of MNIST, %1, into your data folder").arg(size));
    m_line->setAccessibleName(tr("Download progress"));
    m_text->setFont(theme::captionFont());
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_otherwise->setFont(theme::captionFont());
    m_otherwise->setTextInteractionFlags(
        Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_otherwise->setText(QStringLiteral("<a href=\"synthetic\">%1</a> · <a href=\"folder\">%2</a>")
                             .arg(tr("Use synthetic digits"), tr("Choose a folder…")));
    m_otherwise->setAccessibleName(tr("What to do without it"));
    connect(m_otherwise, &QLabel::linkActivated, this, [this](const QString& link) {
        link == QStringLiteral("folder") ? Q_EMIT folderWanted() : Q_EMIT syntheticWanted();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGroup, 0, 0, theme::kGap);
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(m_line);
    layout->addWidget(m_text);
    layout->addWidget(m_otherwise);
    hide();

    connect(m_button, &QPushButton::clicked, this, &DownloadField::toggle);
    connect(&m_download, &Download::progressed, this, &DownloadField::showProgress);
    connect(&m_download, &Download::finished, this, [this] {
        clear();
        Q_EMIT changed();
        Q_EMIT finished();
    });
    connect(&m_download, &Download::failed, this, [this](const DownloadError& error) {
        showEnd(describe(error), tr("Try again"), true);
    });
    connect(&m_download, &Download::cancelled, this, [this] {
        showEnd(tr("What has arrived is kept."), tr("Go on"), false);
    });
}

void DownloadField::clear()
{
    m_button->setEnabled(true);
    m_button->setText(tr("Downloa&d"));
    m_button->setIcon(theme::icon(QStringLiteral("download")));
    hide();
}

void DownloadField::toggle()
{
    if (m_download.isRunning()) {
        m_button->setEnabled(false); // until it has ended
        m_download.cancel();
        return;
    }
    m_button->setText(tr("Cancel"));
    m_button->setIcon(theme::icon(QStringLiteral("close")));
    m_line->setValue(0);
    m_line->show();
    m_otherwise->hide();
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setText(tr("Connecting…"));
    show();
    m_download.start();
    Q_EMIT started();
    Q_EMIT changed();
}

void DownloadField::showProgress(const DownloadProgress& progress)
{
    m_line->setValue(static_cast<int>(ProgressLine::kSteps * partDone(progress)));
    m_text->setText(progressText(progress));
}

void DownloadField::showEnd(const QString& text, const QString& button, bool isFailure)
{
    m_button->setEnabled(true);
    m_button->setText(button);
    m_button->setIcon(theme::icon(QStringLiteral("download")));
    m_line->hide();
    m_text->setForegroundRole(QPalette::WindowText);
    m_text->setText(text);
    m_otherwise->setVisible(isFailure);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    Q_EMIT changed();
}

} // namespace digitpad
