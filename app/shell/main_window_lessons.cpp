// SPDX-License-Identifier: GPL-3.0-or-later

// Lessons: those that the program carries, those that teachers write, and the one that is open.

#include "app/error_text.h"
#include "app/lessons/lesson_panel.h"
#include "app/lessons/pointing_ring.h"
#include "app/model_file.h"
#include "app/save_file.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/shell/theme.h"
#include "app/training/file_saver.h"

#include <QAbstractButton>
#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>
#include <type_traits>
#include <vector>

namespace digitpad {

namespace {

const QString kCarried = QStringLiteral(":/lessons");
constexpr qint64 kLargest = 1024 * 1024;

struct CarriedLesson {
    QString file;
    QString title;
    QString about;
};

std::vector<CarriedLesson> carriedLessons()
{
    std::vector<CarriedLesson> lessons;
    for (const QString& name : QDir(kCarried).entryList({QStringLiteral("*.yaml")}, QDir::Files)) {
        const QString file = kCarried + QLatin1Char('/') + name;
        const auto bytes = readFileBytes(file, kLargest);
        if (const auto lesson = bytes ? readLesson(*bytes) : std::unexpected(LessonError{})) {
            QString title = lesson->title.local();
            title.replace(QLatin1Char('&'), QStringLiteral("&&"));
            lessons.push_back({.file = file, .title = title, .about = lesson->about.local()});
        }
    }
    return lessons;
}

} // namespace

LessonPanel& MainWindow::lesson()
{
    if (m_lesson == nullptr) {
        m_lesson = new LessonPanel(
            {.facts = [this] { return facts(); },
             .apply = [this](const QJsonObject& state) { return setState(state); },
             .press = [this](const QString& name) { return press(name); },
             .pointAt = [this](const QString& name) { return pointAt(name); }},
            this);
        m_lessonSaver = new FileSaver(m_lesson);
        connect(m_lesson, &LessonPanel::warning, m_messages, &MessageBar::warn);
        connect(m_lessonSaver, &FileSaver::message, m_messages, &MessageBar::note);
        connect(m_lessonSaver, &FileSaver::warning, m_messages, &MessageBar::warn);
        static_cast<QGridLayout*>(centralWidget()->layout())->addWidget(m_lesson, 2, 0, 1, 2);
    }
    return *m_lesson;
}

void MainWindow::openLesson(const QString& file)
{
    m_lessonReader.restart(
        [file](const BackgroundTask&) { return readFileBytes(file, kLargest); },
        [this, file](const Result<QByteArray>& bytes) {
            const auto lesson = bytes ? readLesson(*bytes) : std::unexpected(LessonError{});
            if (lesson) {
                m_lessonBytes = *bytes;
                m_lessonName = QFileInfo(file).fileName();
                m_copyLesson->setEnabled(true);
                this->lesson().open(*lesson);
            } else {
                m_messages->warn(
                    bytes ? tr("The lesson %1 cannot be used. Line %2: %3")
                                .arg(
                                    QFileInfo(file).fileName(),
                                    locale().toString(lesson.error().line), lesson.error().what)
                          : describe(bytes.error()));
            }
        });
}

/// A control of the page that is shown, one that is on the screen where there are several; else of
/// the window.
template <class Control> Control* MainWindow::find(const QString& name) const
{
    for (const QWidget* place :
         {m_pages->currentWidget(), static_cast<QWidget*>(m_pages->window())}) {
        const auto found = place->findChildren<Control*>(name);
        const auto shown = std::ranges::find_if(found, [](const Control* control) {
            if constexpr (std::is_base_of_v<QWidget, Control>) {
                return control->isVisible();
            } else {
                return true;
            }
        });
        if (shown != found.end()) {
            return *shown;
        }
    }
    return nullptr;
}

bool MainWindow::press(const QString& name)
{
    if (auto* action = find<QAction>(name)) {
        const bool can = action->isEnabled();
        action->trigger();
        return can;
    }
    auto* button = find<QAbstractButton>(name);
    const bool can = button != nullptr && button->isEnabled();
    if (can) {
        button->click();
    }
    return can;
}

bool MainWindow::pointAt(const QString& name)
{
    if (m_ring == nullptr) {
        m_ring = new PointingRing(this);
    }
    const QString button = name + QStringLiteral("Button"); // of an action of that name
    QWidget* target = name.isEmpty() ? nullptr : find<QWidget>(name);
    m_ring->pointAt(target != nullptr || name.isEmpty() ? target : find<QWidget>(button));
    return name.isEmpty() || findChild<QWidget*>(name) != nullptr ||
           findChild<QWidget*>(button) != nullptr;
}

/// What is carried stands first, as soon as it is read.
void MainWindow::buildLessonMenu()
{
    m_lessonMenu->setToolTipsVisible(true);
    QAction* line = m_lessonMenu->addSeparator();
    const auto add = [this](const char* icon, const QString& text, int key, auto run) {
        auto* action = m_lessonMenu->addAction(theme::icon(QString::fromLatin1(icon)), text);
        action->setShortcut(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(key));
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    add("open", tr("&Open a lesson…"), Qt::Key_O, [this] { chooseLesson(); });
    m_copyLesson =
        add("save", tr("Save a &copy of this lesson…"), Qt::Key_S, [this] { saveLesson(); });
    m_copyLesson->setEnabled(false);
    m_lessonMenu->addSeparator();
    m_lessonMenu->addActions(lesson().actions());
    m_lessonLister.restart(
        [](const BackgroundTask&) { return carriedLessons(); },
        [this, line](const std::vector<CarriedLesson>& lessons) {
            for (const auto& [file, title, about] : lessons) {
                auto* action = new QAction(title, m_lessonMenu);
                action->setToolTip(about);
                connect(action, &QAction::triggered, this, [this, file] { openLesson(file); });
                m_lessonMenu->insertAction(line, action);
            }
        });
}

void MainWindow::chooseLesson()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a lesson"), QDir::homePath(), tr("Lessons (*.yaml *.yml);;All files (*)"));
    if (!file.isEmpty()) {
        openLesson(file);
    }
}

void MainWindow::saveLesson()
{
    m_lessonSaver->save(
        tr("Save a copy of the lesson"), m_lessonName, tr("Lessons (*.yaml)"),
        [bytes = m_lessonBytes](const QString& path) { return saveFile(path, bytes); });
}

} // namespace digitpad
