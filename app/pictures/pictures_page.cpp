// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/pictures_page.h"

#include "app/error_text.h"
#include "app/pictures/invitation.h"
#include "app/pictures/picture_reader.h"
#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/pictures/steps_pane.h"
#include "app/recognition/recognition.h"
#include "app/samples/corrections.h"
#include "app/samples/digit_menu.h"
#include "app/shell/theme.h"
#include "app/widgets/progress_line.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSettings>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace digitpad {

namespace {

const QString kPreparationKey = QStringLiteral("pictures/preparation");
const QString kSplitterKey = QStringLiteral("pictures/splitter");
// What each takes of the height until somebody divides it otherwise.
constexpr int kTableHeight = 260;
constexpr int kStepsHeight = 300;

const QString kReference = QStringLiteral("reference");

} // namespace

PicturesPage::PicturesPage(Recognition& recognition, QWidget* parent)
    : QWidget(parent),
      m_recognition(recognition),
      m_table(new PictureTable(this)),
      m_reader(new PictureReader(this)),
      m_view(new PictureTableView(m_table)),
      m_steps(new StepsPane(m_table, m_view)),
      m_splitter(new QSplitter(Qt::Vertical)),
      m_invitation(nullptr),
      m_stack(new QStackedLayout(this)),
      m_preparation(new QComboBox),
      m_progress(new ProgressLine),
      m_summary(new QLabel),
      m_cancelButton(nullptr),
      m_corrections(new Corrections(this))
{
    setAcceptDrops(true);
    makeSplitter();
    makeActions();
    makePreparationChoice();
    m_invitation = new Invitation(m_open);
    m_stack->addWidget(m_invitation);
    m_stack->addWidget(makeResults());

    connect(m_reader, &PictureReader::found, this, &PicturesPage::addFound);
    connect(m_reader, &PictureReader::answered, this, &PicturesPage::accept);
    connect(
        m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &PicturesPage::updateActions);
    connect(&m_recognition, &Recognition::modelChanged, this, &PicturesPage::modelChanged);
    connect(&m_recognition, &Recognition::modelFailed, this, &PicturesPage::noModel);
    connect(&m_recognition, &Recognition::engineFailed, this, &PicturesPage::noModel);
    updateState();
}

PicturesPage::~PicturesPage()
{
    m_stopCutting.request_stop();
}

void PicturesPage::makePreparationChoice()
{
    m_preparation->addItem(tr("Find the digits"), static_cast<int>(Preparation::Auto));
    m_preparation->setItemData(
        0, tr("Finds the ink on its paper, crops it and centres it, as MNIST's digits are."),
        Qt::ToolTipRole);
    m_preparation->addItem(tr("Reference"), static_cast<int>(Preparation::Reference));
    m_preparation->setItemData(
        1,
        tr("Shrinks the whole picture to 28 × 28 pixels and does nothing else, as the reference "
           "program in Python does."),
        Qt::ToolTipRole);
    m_preparation->setMinimumHeight(theme::kSmallestTarget);
    m_preparation->setAccessibleName(tr("Preparation of the pictures"));
    m_preparation->setToolTip(tr("How a picture becomes the 28 × 28 pixels the network reads"));
    const bool reference = QSettings().value(kPreparationKey).toString() == kReference;
    m_preparation->setCurrentIndex(reference ? 1 : 0);
    connect(m_preparation, &QComboBox::currentIndexChanged, this, [this] {
        const bool isReference = preparation() == Preparation::Reference;
        QSettings().setValue(kPreparationKey, isReference ? kReference : QStringLiteral("auto"));
        readAgain();
    });
    m_steps->refresh(preparation());
}

void PicturesPage::makeSplitter()
{
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_steps);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    if (!m_splitter->restoreState(QSettings().value(kSplitterKey).toByteArray())) {
        m_splitter->setSizes({kTableHeight, kStepsHeight});
    }
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        QSettings().setValue(kSplitterKey, m_splitter->saveState());
    });
}

QWidget* PicturesPage::makeResults()
{
    auto* results = new QWidget;
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    layout->setSpacing(theme::kGap);
    layout->addLayout(makeActionBar());
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_progress);
    layout->addLayout(makeFooter());
    return results;
}

QLayout* PicturesPage::makeActionBar()
{
    auto* words = new QLabel(tr("P&reparation:"));
    words->setBuddy(m_preparation);
    words->setForegroundRole(QPalette::PlaceholderText);

    auto* bar = new QHBoxLayout;
    bar->setSpacing(theme::kGap / 2);
    bar->addWidget(makeToolButton(m_open, Qt::ToolButtonTextBesideIcon));
    bar->addWidget(makeToolButton(m_paste));
    bar->addWidget(makeToolButton(m_remove));
    bar->addWidget(makeToolButton(m_clear, Qt::ToolButtonTextBesideIcon));
    bar->addStretch();
    bar->addWidget(words);
    bar->addSpacing(theme::kGap / 2);
    bar->addWidget(m_preparation);
    bar->addSpacing(theme::kGap);
    bar->addWidget(makeToolButton(m_showSteps, Qt::ToolButtonTextBesideIcon));
    bar->addWidget(makeMenuButton(m_keepAs));
    bar->addWidget(makeToolButton(m_readAgain));
    bar->addWidget(makeToolButton(m_copy));
    bar->addWidget(makeToolButton(m_save));
    return bar;
}

QLayout* PicturesPage::makeFooter()
{
    m_progress->setAccessibleName(tr("Pictures read"));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_cancelButton = makeToolButton(m_cancel, Qt::ToolButtonTextBesideIcon);
    m_cancelButton->setMinimumHeight(theme::kSmallestTarget);
    QSizePolicy policy = m_cancelButton->sizePolicy(); // the table does not jump when it comes
    policy.setRetainSizeWhenHidden(true);
    m_cancelButton->setSizePolicy(policy);

    auto* footer = new QHBoxLayout;
    footer->addWidget(m_summary, 1);
    footer->addWidget(m_cancelButton);
    return footer;
}

Preparation PicturesPage::preparation() const
{
    return static_cast<Preparation>(m_preparation->currentData().toInt());
}

void PicturesPage::open(const QStringList& paths)
{
    if (!paths.isEmpty()) {
        m_reader->find(paths);
        updateState();
    }
}

void PicturesPage::addFound(const FoundPictures& found)
{
    const int first = m_table->rowCount();
    m_table->addFiles(found.files);
    m_view->showFrom(first);
    readWaiting();
    if (!found.emptyFolders.isEmpty()) {
        Q_EMIT message(tr("There is no picture in %1. Choose another folder.")
                           .arg(found.emptyFolders.join(QStringLiteral(", "))));
    }
}

// The one way to the reader: whatever changed, all that waits is asked for anew. So an answer's row
// is good as long as it is heard at all.
void PicturesPage::readWaiting()
{
    m_reader->read(m_table->waiting(), preparation(), m_recognition.model());
    updateState();
}

void PicturesPage::accept(const std::vector<PictureAnswer>& answers)
{
    m_table->accept(answers);
    m_readSoFar += static_cast<int>(answers.size());
    updateState();
}

void PicturesPage::readAgain()
{
    m_table->startOver();
    m_steps->refresh(preparation());
    readWaiting();
}

void PicturesPage::cancel()
{
    m_reader->stop();
    m_table->skipWaiting();
    updateState();
}

void PicturesPage::modelChanged()
{
    m_table->setNoModel({});
    m_table->startOver();
    readWaiting();
}

// A model that cannot be loaded is news here only where there is none in use.
void PicturesPage::noModel(const Error& error)
{
    if (m_recognition.model() == nullptr) {
        m_table->setNoModel(describe(error));
    }
}

bool PicturesPage::isBusy() const
{
    return m_reader->isFinding() || m_table->count(PictureRow::State::Waiting) > 0;
}

void PicturesPage::updateState()
{
    const int waiting = m_table->count(PictureRow::State::Waiting);
    const bool busy = m_reader->isFinding() || waiting > 0;
    const bool empty = m_table->rowCount() == 0 && !busy;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(empty ? 0 : 1);
    setFocusProxy(empty ? static_cast<QWidget*>(m_invitation) : m_view);
    if (hadFocus && !isAncestorOf(QApplication::focusWidget())) {
        setFocus(); // what had it is gone
    }
    m_progress->setVisible(busy);
    m_cancelButton->setVisible(busy);
    showProgress(waiting);
    if (!busy) {
        m_readSoFar = 0;
    }
    updateActions();
    update();
}

void PicturesPage::showProgress(int waiting)
{
    const QLocale locale;
    const int all = m_readSoFar + waiting;
    m_progress->setValue(all > 0 ? ProgressLine::kSteps * m_readSoFar / all : 0);
    if (waiting > 0) {
        m_summary->setText(
            tr("Reading %1 of %2…").arg(locale.toString(m_readSoFar), locale.toString(all)));
        return;
    }
    if (m_reader->isFinding()) {
        m_summary->setText(tr("Looking for pictures…"));
        return;
    }
    const int read = m_table->readCount();
    const int others = m_table->rowCount() - read;
    QString words = tr("%1 read").arg(locale.toString(read));
    if (others > 0) {
        words = tr("%1 · %2 not read").arg(words, locale.toString(others));
    }
    if (const QString how = hint(); !how.isEmpty()) {
        words = QStringLiteral("%1 · %2").arg(words, how);
    }
    m_summary->setText(words);
}

void PicturesPage::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void PicturesPage::paintEvent(QPaintEvent* /*event*/)
{
    const bool empty = m_stack->currentIndex() == 0;
    if (!empty && !m_dropping) {
        return;
    }
    const QColor color =
        m_dropping ? palette().color(QPalette::Highlight)
                   : theme::hairline(palette()).darker(theme::isDark(palette()) ? 80 : 115);
    const qreal inset = empty ? theme::kMargin + 0.5 : 4;
    QPen pen(color, m_dropping ? 2 : 1.5);
    pen.setDashPattern({6, 5});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 12, 12);
}

void PicturesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
    updatePaste();
}

void PicturesPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
    updatePaste();
}

} // namespace digitpad
