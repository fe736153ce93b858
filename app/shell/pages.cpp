// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the main window. Only the paper is there from the start: the others cost twice the
// time of the first picture, and nobody sees them in it.
#include "app/draw/draw_page.h"
#include "app/inside/inside_page.h"
#include "app/lessons/lesson_panel.h"
#include "app/pictures/pictures_page.h"
#include "app/present/present_page.h"
#include "app/quiz/quiz_page.h"
#include "app/recognition/recognition.h"
#include "app/runs/runs_page.h"
#include "app/samples/samples_page.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/shell/page_tabs.h"
#include "app/shell/status_bar.h"
#include "app/training/training_actions.h"
#include "app/training/training_page.h"

#include <QAction>
#include <QGridLayout>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

namespace digitpad {

/// Gives a page that was just built its place, its menu, and a voice.
template <class SomePage> void MainWindow::adopt(SomePage* page, Page which)
{
    m_pages->addWidget(page);
    m_pageMenus[which]->addActions(page->actions());
    connect(page, &SomePage::message, m_messages, &MessageBar::note);
    connect(page, &SomePage::warning, m_messages, &MessageBar::warn);
    if constexpr (requires { &SomePage::undoable; }) {
        connect(page, &SomePage::undoable, m_messages, &MessageBar::offerUndo);
    }
    // The Tab key goes on to the status bar from every page, whichever was built first.
    QWidget* last = previousInFocusChain();
    while ((last->focusPolicy() & Qt::TabFocus) == 0) {
        last = last->previousInFocusChain(); // Qt orders nothing behind what takes no focus
    }
    for (auto* button : statusBar()->findChildren<QToolButton*>()) {
        setTabOrder(last, button);
        last = button;
    }
}

DrawPage& MainWindow::draw()
{
    if (m_draw == nullptr) {
        m_draw = new DrawPage(m_recognition, this);
        adopt(m_draw, Draw);
        connect(m_draw, &DrawPage::pasteAsPicture, this, [this] {
            showPage(Pictures);
            pictures().paste();
        });
    }
    return *m_draw;
}

PicturesPage& MainWindow::pictures()
{
    if (m_pictures == nullptr) {
        m_pictures = new PicturesPage(m_recognition, this);
        adopt(m_pictures, Pictures);
    }
    return *m_pictures;
}

TrainingPage& MainWindow::training()
{
    if (m_training == nullptr) {
        m_training = new TrainingPage(mnistDownload(mnistFolder()), this);
        adopt(m_training, Training);
        connectTraining();
    }
    return *m_training;
}

void MainWindow::connectTraining()
{
    connect(m_training, &TrainingPage::useModel, this, &MainWindow::useModel);
    connect(m_training, &TrainingPage::interruptedRunFound, this, [this](const QString& text) {
        m_messages->offer(text, tr("Go on with it"), [this] {
            showPage(Training);
            m_training->trainingActions().goOn->trigger();
        });
        // By then that button would mean another run.
        connect(
            m_training, &TrainingPage::trainingChanged, m_messages,
            [this, text] { m_messages->withdraw(text); }, Qt::SingleShotConnection);
    });
    // What is drawn with is known by its file from then on, and comes back at the next start.
    connect(
        m_training, &TrainingPage::modelSaved, this,
        [this](const std::shared_ptr<const Model>& model, const QString& path) {
            if (m_recognition.model() == model) {
                m_recognition.useModel(model, path);
            }
        });
}

RunsPage& MainWindow::runs()
{
    if (m_runs == nullptr) {
        m_runs = new RunsPage(this);
        adopt(m_runs, Runs);
        connect(m_runs, &RunsPage::useModel, this, &MainWindow::useModel);
    }
    return *m_runs;
}

SamplesPage& MainWindow::samples()
{
    if (m_samples == nullptr) {
        m_samples = new SamplesPage(this);
        adopt(m_samples, Samples);
        connect(m_samples, &SamplesPage::fineTuneWanted, this, [this](const SampleFilter& filter) {
            showPage(Training);
            training().fineTune(
                m_recognition.model(), modelTitle(m_recognition.modelName()), filter);
        });
    }
    return *m_samples;
}

InsidePage& MainWindow::inside()
{
    if (m_inside == nullptr) {
        m_inside = new InsidePage(m_recognition, draw().sketch(), this);
        adopt(m_inside, Inside);
    }
    return *m_inside;
}

QuizPage& MainWindow::quiz()
{
    if (m_quiz == nullptr) {
        m_quiz = new QuizPage(m_recognition, this);
        adopt(m_quiz, Quiz);
        connect(m_quiz, &QuizPage::look, this, [this](const PadContent& content) {
            showPage(Inside);
            inside().show(content);
        });
    }
    return *m_quiz;
}

PresentPage& MainWindow::presentation()
{
    if (m_present == nullptr) {
        m_present = new PresentPage(m_recognition, draw().sketch(), this);
        m_present->hide();
        // In the pages' place but none of them: they need more room than a small projector has.
        static_cast<QGridLayout*>(centralWidget()->layout())->addWidget(m_present, 0, 0, 2, 2);
        m_messages->raise();
        connect(m_present, &PresentPage::left, this, [this] { present(false); });
        connect(m_present, &PresentPage::warning, m_messages, &MessageBar::warn);
    }
    return *m_present;
}

/// The whole screen for the class; the window's own parts are off meanwhile, with their keys.
void MainWindow::present(bool on)
{
    for (QWidget* part : std::initializer_list<QWidget*>{menuBar(), m_tabs, m_pages, statusBar()}) {
        part->setVisible(!on);
        part->setEnabled(!on);
    }
    if (m_lesson != nullptr) {
        m_lessonBefore = on ? m_lesson->isVisible() : m_lessonBefore;
        m_lesson->setVisible(!on && m_lessonBefore);
    }
    presentation().setVisible(on);
    (on ? presentation() : page(m_tabs->currentIndex())).setFocus();
    centralWidget()->layout()->activate();
    layout()->activate(); // the hidden parts no longer say how small the window can be
    if (on) {
        m_stateBefore = windowState();
        showFullScreen();
    } else {
        setWindowState(m_stateBefore);
    }
}

QWidget& MainWindow::page(int page)
{
    switch (page) {
    case Pictures:
        return pictures();
    case Training:
        return training();
    case Runs:
        return runs();
    case Samples:
        return samples();
    case Inside:
        return inside();
    case Quiz:
        return quiz();
    default:
        return draw();
    }
}

/// One page in each turn of the event loop: a pen that is already down does not wait for all.
void MainWindow::buildFrom(int page)
{
    if (page == kPages) {
        buildLessonMenu();
        Q_EMIT ready();
        return;
    }
    this->page(page);
    QTimer::singleShot(0, this, [this, page] { buildFrom(page + 1); });
}

} // namespace digitpad
