// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background.h"
#include "app/shell/appearance.h"

#include <QJsonObject>
#include <QMainWindow>

#include <array>
#include <memory>

class QMenu;
class QStackedWidget;

namespace digitpad {

class DrawPage;
class FileSaver;
class InsidePage;
class LessonPanel;
class MessageBar;
class Model;
class PageTabs;
class PicturesPage;
class PointingRing;
class PresentPage;
class QuizPage;
class Recognition;
class RunsPage;
class SamplesPage;
class Store;
class TrainingPage;

/// The window: tabs, message bar, the pages, status bar, and the menus that hold everything. Pages
/// other than the paper, and what is in their menus, are built once the first picture is on the
/// screen, or when one of them is needed.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Recognition& recognition, Appearance& appearance);

    /// Where every run is kept; it must outlive the window.
    void setStore(Store& store);

    /// Opens files as the desktop or a drop gives them: models, runs, and all others as pictures.
    void open(const QStringList& files);

    /// What is shown, but for the model, to be handed on: {"page": "inside", "strokes": [...],
    /// "inside": {...}}; see stateToText().
    [[nodiscard]] QJsonObject state();
    /// Sets that up, of which any part may be missing; "model" is one that the program carries
    /// ("convnet", "simple-nn") or another's {"name": "...", "sha256": "..."}. Says what is
    /// refused.
    [[nodiscard]] QString setState(const QJsonObject& state);

    /// What a lesson can ask about: {"page": "draw", "strokes": 2, "network": "convnet", "draw":
    /// {...}, ...}; see facts() of the pages.
    [[nodiscard]] QJsonObject facts();

    /// Opens a lesson; says which line of it is wrong.
    void openLesson(const QString& file);

Q_SIGNALS:
    /// The first picture is on the screen and every page is there.
    void ready();

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum Page { Draw, Pictures, Training, Runs, Samples, Inside, Quiz };
    static constexpr int kPages = 7;

    void buildFrame();

    // In pages.cpp. Each page is built by the first who asks for it.
    DrawPage& draw();
    PicturesPage& pictures();
    TrainingPage& training();
    RunsPage& runs();
    SamplesPage& samples();
    InsidePage& inside();
    QuizPage& quiz();
    PresentPage& presentation();
    QWidget& page(int page);
    template <class SomePage> void adopt(SomePage* page, Page which);
    void connectTraining();
    void buildFrom(int page);

    void buildMenus();
    void buildModelMenu();
    void buildDeviceMenu();
    void buildViewMenu();
    void connectRecognition();
    void showPage(Page page);
    void present(bool on);

    // In main_window_model.cpp.
    void openModelWithDialog();
    void openModel(const QString& file);
    void
    useModel(const std::shared_ptr<const Model>& model, const QString& name, const QString& run);
    void modelChanged();
    void rememberModel();
    void findRunInUse();

    // In main_window_state.cpp.
    void setModel(const QJsonValue& model);
    void findModel(const QString& name, const QString& digest);
    void copyState();
    void openState();

    // In main_window_lessons.cpp.
    LessonPanel& lesson();
    void buildLessonMenu();
    void chooseLesson();
    void saveLesson();
    [[nodiscard]] bool press(const QString& name);
    bool pointAt(const QString& name);
    template <class Control> [[nodiscard]] Control* find(const QString& name) const;

    [[nodiscard]] int askAboutRun();
    [[nodiscard]] bool letGoOfModel();
    void offerRestart();
    void aboutModel();
    void aboutProgram();
    void restoreSettings();
    void saveSettings() const;

    Recognition& m_recognition;
    Appearance& m_appearance;
    PageTabs* m_tabs = nullptr;
    MessageBar* m_messages = nullptr;
    QStackedWidget* m_pages = nullptr;
    DrawPage* m_draw = nullptr;
    PicturesPage* m_pictures = nullptr;
    TrainingPage* m_training = nullptr;
    RunsPage* m_runs = nullptr;
    SamplesPage* m_samples = nullptr;
    InsidePage* m_inside = nullptr;
    QuizPage* m_quiz = nullptr;
    PresentPage* m_present = nullptr;
    std::array<QMenu*, kPages> m_pageMenus{};
    QMenu* m_modelMenu = nullptr;
    QMenu* m_deviceMenu = nullptr;
    bool m_modelKnown = false;
    std::shared_ptr<const Model> m_modelOfRun; ///< the last one of a run that was asked for
    QString m_run;                             ///< that run, where it is kept
    QString m_runToTakeBack;                   ///< whose network was in use when the program ended
    Qt::WindowStates m_stateBefore;            ///< before the presentation
    bool m_lessonBefore = false;               ///< whether one was open then
    bool m_wasShown = false;

    QMenu* m_lessonMenu = nullptr;
    LessonPanel* m_lesson = nullptr;
    PointingRing* m_ring = nullptr;
    FileSaver* m_lessonSaver = nullptr;
    QAction* m_copyLesson = nullptr;
    QByteArray m_lessonBytes; ///< of the lesson that was opened last
    QString m_lessonName;
    Background m_lessonReader;
    Background m_lessonLister;
    Background m_modelFinder;
};

} // namespace digitpad
