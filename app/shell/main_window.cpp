// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/draw/draw_page.h"
#include "app/error_text.h"
#include "app/inside/inside_page.h"
#include "app/pictures/pictures_page.h"
#include "app/present/present_page.h"
#include "app/quiz/quiz_page.h"
#include "app/recognition/recognition.h"
#include "app/runs/runs_page.h"
#include "app/samples/samples_page.h"
#include "app/shell/first_picture.h"
#include "app/shell/message_bar.h"
#include "app/shell/page_room.h"
#include "app/shell/page_tabs.h"
#include "app/shell/status_bar.h"
#include "app/store/run_file.h"
#include "app/store/store.h"
#include "app/training/training_actions.h"
#include "app/training/training_page.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>

#include <utility>

namespace digitpad {

namespace {

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kPageKey = QStringLiteral("window/page");

bool isModelFile(const QString& file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return suffix == QStringLiteral("pth") || suffix == QStringLiteral("pt");
}

} // namespace

MainWindow::MainWindow(Recognition& recognition, Appearance& appearance)
    : m_recognition(recognition), m_appearance(appearance)
{
    setWindowTitle(QStringLiteral("Digitpad"));
    setAcceptDrops(true);
    buildFrame();
    buildMenus();
    auto* status = new StatusBar(recognition, m_modelMenu, m_deviceMenu, this);
    connect(status, &StatusBar::readingClicked, this, [this] { showPage(Draw); });
    setStatusBar(status);
    connect(&draw(), &DrawPage::readingShown, status, &StatusBar::showReadingTime);
    connectRecognition();
    restoreSettings();
}

void MainWindow::buildFrame()
{
    m_messages = new MessageBar(this);
    m_pages = new QStackedWidget(this);
    m_tabs = new PageTabs(this);
    for (const QString& title :
         {tr("Draw"), tr("Pictures"), tr("Training"), tr("Runs"), tr("Samples"), tr("Inside"),
          tr("Quiz")}) {
        m_tabs->addTab(title);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int shown) {
        m_pages->setCurrentWidget(&page(shown));
        page(shown).setFocus();
    });

    auto* centre = new QWidget(this);
    auto* grid = new QGridLayout(centre);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_tabs, 0, 0);
    grid->addWidget(new PageRoom(m_pages, centre), 1, 0, 1, 2);
    // Beside the tabs, and over the page where the text is long: nothing moves for a message.
    grid->addWidget(m_messages, 0, 1, 2, 1, Qt::AlignTop);
    setCentralWidget(centre);
}

void MainWindow::connectRecognition()
{
    connect(&m_recognition, &Recognition::engineReady, this, [this] {
        training().setEngine(m_recognition.engine());
        runs().setEngine(m_recognition.engine());
        buildDeviceMenu();
    });
    connect(&m_recognition, &Recognition::engineFailed, this, [this](const Error& error) {
        training().setEngineFailed(error);
        m_messages->warn(describe(error));
    });
    connect(&m_recognition, &Recognition::modelChanged, this, &MainWindow::modelChanged);
    connect(&m_recognition, &Recognition::modelFailed, this, [this](const Error& error) {
        m_messages->warn(describe(error));
        buildDeviceMenu(); // the tick goes back to the device in use
    });
    connect(
        &m_recognition, &Recognition::readingFailed, this,
        [this](quint64 /*id*/, const Error& error) { m_messages->warn(describe(error)); });
}

void MainWindow::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

void MainWindow::open(const QStringList& files)
{
    QStringList pictureFiles;
    QStringList runFiles;
    for (const QString& file : files) {
        if (isModelFile(file)) {
            openModel(file);
        } else if (QFileInfo(file).suffix() == kRunFileSuffix) {
            runFiles += file;
        } else {
            pictureFiles += file;
        }
    }
    if (!runFiles.isEmpty()) {
        showPage(Runs);
        runs().importRuns(runFiles);
    }
    if (!pictureFiles.isEmpty()) {
        showPage(Pictures);
        pictures().open(pictureFiles);
    }
}

void MainWindow::setStore(Store& store)
{
    draw().setStore(store);
    pictures().setStore(store);
    samples().setStore(store);
    training().setStore(store);
    runs().setStore(store);
    inside().setStore(store);
    quiz().setStore(store);
    findRunInUse();
    connect(&store, &Store::opened, this, [this](const StoreState& state) {
        if (!state.setAside.isEmpty()) {
            m_messages->warn(
                tr("The file with your runs and samples was damaged. It is set aside as %1, and a "
                   "new one has taken its place.")
                    .arg(QDir::toNativeSeparators(state.setAside)));
        }
    });
    const auto warn = [this](const Error& error) {
        m_messages->warn(tr("Runs are not kept: %1").arg(describe(error)));
    };
    connect(&store, &Store::openFailed, this, warn);
    connect(
        &store, &Store::recordingFailed, this,
        [warn](const QString& /*run*/, const Error& error) { warn(error); });
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_wasShown, true)) {
        afterFirstPicture(*this, [this] { buildFrom(Pictures); });
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    bool forget = false;
    if (training().isTraining()) {
        const int answer = askAboutRun();
        if (answer == QMessageBox::Cancel) {
            event->ignore();
            return;
        }
        forget = answer == QMessageBox::Discard;
    } else if (training().hasUnsavedModel()) {
        if (!letGoOfModel()) {
            event->ignore();
            return;
        }
        forget = true;
    }
    training().stopAndWait();
    if (forget) {
        training().forgetRun();
    }
    if (m_present != nullptr && m_present->isVisible()) {
        present(false); // the next start does not begin full of a page that is not there
    }
    saveSettings();
    event->accept();
}

/// Save: to be gone on with next time. Discard, or Cancel for not closing.
int MainWindow::askAboutRun()
{
    QMessageBox question(
        QMessageBox::Question, tr("Training is still running"), {}, QMessageBox::Cancel, this);
    const QPushButton* keep = nullptr;
    if (training().isKept()) {
        question.setText(
            tr("Keep the training for later? Digitpad goes on with it where it was, next time."));
        keep = question.addButton(tr("&Keep for later"), QMessageBox::AcceptRole);
    } else {
        question.setText(
            tr("If you close Digitpad now, what the network has learnt is lost. Stop the training "
               "instead to save it."));
    }
    question.setDefaultButton(QMessageBox::Cancel);
    const QPushButton* lose = question.addButton(
        keep != nullptr ? tr("&Throw it away") : tr("&Close all the same"),
        QMessageBox::DestructiveRole);
    question.exec();
    if (keep != nullptr && question.clickedButton() == keep) {
        return QMessageBox::Save;
    }
    return question.clickedButton() == lose ? QMessageBox::Discard : QMessageBox::Cancel;
}

/// Asks what becomes of a trained network that is not saved; false when the window has to stay,
/// for now or for good.
bool MainWindow::letGoOfModel()
{
    QMessageBox question(
        QMessageBox::Question, tr("The trained model is not saved"),
        tr("Save the model that was trained last? Otherwise it is lost when Digitpad closes."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question.setDefaultButton(QMessageBox::Save);
    const int answer = question.exec();
    if (answer == QMessageBox::Save) {
        training().saveModel([this] { close(); });
    }
    return answer == QMessageBox::Discard;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files += url.toLocalFile();
        }
    }
    open(files);
    event->acceptProposedAction();
}

void MainWindow::restoreSettings()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(kGeometryKey).toByteArray())) {
        resize(QSize(1120, 760).boundedTo(screen()->availableSize() * 0.95));
    }
    draw().takeBackDrawing();
    m_tabs->setCurrentIndex(qBound(0, settings.value(kPageKey).toInt(), m_tabs->count() - 1));
    m_pages->currentWidget()->setFocus();
}

void MainWindow::saveSettings() const
{
    QSettings settings;
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kPageKey, m_tabs->currentIndex());
}

} // namespace digitpad
