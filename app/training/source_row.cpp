// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/source_row.h"

#include "app/error_text.h"
#include "app/shell/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

#include <utility>

namespace digitpad {

namespace {

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// The file or folder that is dragged, where it is one of this machine.
QString pathOf(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

SourceRow::SourceRow(SourceKind kind, Words words, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_words(std::move(words)),
      m_tick(new QCheckBox(m_words.title, this)),
      m_note(new QLabel(this)),
      m_browse(new QToolButton(this)),
      m_trouble(new QLabel(this)),
      m_row(new QHBoxLayout)
{
    setAcceptDrops(true);
    m_scout.setMaxThreadCount(1);
    m_tick->setToolTip(m_words.toolTip);
    m_tick->setMinimumHeight(theme::kSmallestTarget);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText); // it may name a file, and a file any name
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // cut to the room there is
    m_browse->setIcon(theme::icon(QStringLiteral("folder")));
    m_browse->setAccessibleName(m_words.choose);
    m_browse->setToolTip(m_words.choose);
    m_browse->setAutoRaise(true);
    m_browse->setFixedSize(theme::kSmallestTarget, theme::kSmallestTarget);
    m_trouble->setWordWrap(true);
    m_trouble->setFont(theme::captionFont());
    m_trouble->setTextFormat(Qt::PlainText);
    arrange();

    connect(m_browse, &QToolButton::clicked, this, [this] {
        m_chosen.isEmpty() ? choose() : offerChoice();
    });
    connect(m_tick, &QCheckBox::toggled, this, &SourceRow::showState);
    connect(m_tick, &QCheckBox::clicked, this, [this](bool ticked) {
        if (ticked && path().isEmpty()) {
            choose(); // there is nothing yet to be ticked
        }
    });
    showState();
}

SourceRow::~SourceRow()
{
    m_scout.waitForDone();
}

void SourceRow::arrange()
{
    m_row->setSpacing(theme::kGap);
    m_row->addWidget(m_tick);
    m_row->addWidget(m_note, 1);
    m_row->addWidget(m_browse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_row);
    layout->addWidget(m_trouble);
}

void SourceRow::addButton(QWidget* button)
{
    m_row->insertWidget(m_row->count() - 1, button);
}

bool SourceRow::isTicked() const
{
    return m_tick->isChecked();
}

void SourceRow::setTicked(bool ticked)
{
    m_tick->setChecked(ticked);
}

void SourceRow::setChosen(const QString& path)
{
    m_chosen = path;
    look();
}

void SourceRow::setFallback(const QString& path)
{
    m_fallback = path;
    look();
}

bool SourceRow::isMissing() const
{
    return m_chosen.isEmpty() && m_size && !*m_size && m_size->error().code == ErrorCode::NotFound;
}

void SourceRow::look()
{
    m_size.reset();
    const int question = ++m_question;
    if (!path().isEmpty()) {
        m_scout.start([this, question, kind = m_kind, path = path()] {
            const Result<SourceSize> size = sourceSize(kind, path);
            QMetaObject::invokeMethod(this, [this, question, size] {
                if (question == m_question) {
                    m_size = size;
                    showState();
                }
            });
        });
    }
    showState();
}

void SourceRow::offerChoice()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Choose another…"), this, &SourceRow::choose);
    const QString name =
        QFileInfo(m_chosen).fileName().replace(QLatin1Char('&'), QStringLiteral("&&"));
    menu->addAction(tr("&Forget “%1”").arg(name), this, [this] {
        setChosen({});
        setTicked(isTicked() && !path().isEmpty());
    });
    menu->popup(m_browse->mapToGlobal(QPoint(0, m_browse->height())));
}

void SourceRow::choose()
{
    auto* dialog = new QFileDialog(this, m_words.choose, QFileInfo(m_chosen).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_words.filter.isEmpty()) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilter(m_words.filter);
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        setTicked(true);
        setChosen(path);
    });
    connect(dialog, &QFileDialog::rejected, this, [this] {
        if (path().isEmpty()) {
            setTicked(false);
        }
    });
    dialog->open();
}

void SourceRow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!pathOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void SourceRow::dropEvent(QDropEvent* event)
{
    const QString path = pathOf(event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        setTicked(true);
        setChosen(path);
    }
}

void SourceRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showNote();
}

void SourceRow::showState()
{
    const bool isTrouble = isTicked() && m_size && !*m_size && !isMissing();
    m_trouble->setText(isTrouble ? describe(m_size->error()) : QString());
    m_trouble->setVisible(isTrouble);
    m_tick->setAccessibleDescription(noteText());
    showNote();
    Q_EMIT changed();
}

void SourceRow::showNote()
{
    const QString text = noteText();
    m_note->setText(m_note->fontMetrics().elidedText(text, Qt::ElideMiddle, m_note->width()));
    m_note->setToolTip(
        m_size && *m_size && (*m_size)->test > 0
            ? tr("%1: %2 to learn from, %3 to test on")
                  .arg(
                      QDir::toNativeSeparators(path()), number((*m_size)->training),
                      number((*m_size)->test))
            : QDir::toNativeSeparators(path()));
}

/// "60,000", "fashion · 60,000".
QString SourceRow::noteText() const
{
    const QString name = QFileInfo(m_chosen).fileName();
    if (!m_size) {
        return path().isEmpty() ? QString() : tr("Looking…");
    }
    if (!*m_size) {
        return name;
    }
    const QString count = number((*m_size)->training);
    return name.isEmpty() ? count : tr("%1 · %2", "a file, its digits").arg(name, count);
}

} // namespace digitpad
