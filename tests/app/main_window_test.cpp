// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include "app/draw/canvas.h"
#include "app/draw/draw_page.h"
#include "app/model_file.h"
#include "app/pictures/pictures_page.h"
#include "app/present/present_page.h"
#include "app/recognition/recognition.h"
#include "app/runs/runs_page.h"
#include "app/shell/message_bar.h"
#include "app/shell/page_tabs.h"
#include "app/shell/status_bar.h"
#include "app/store/database.h"
#include "app/store/runs.h"
#include "app/store/store.h"
#include "app/training/training_actions.h"
#include "app/training/training_page.h"
#include "tests/app/fake_engine.h"
#include "tests/app/gated_engine.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

using namespace digitpad;

namespace {

Result<std::shared_ptr<const Engine>> fakeEngine()
{
    return std::make_shared<tests::FakeEngine>();
}

/// The Draw page's.
Canvas* paperOf(const MainWindow& window)
{
    return window.findChild<DrawPage*>()->findChild<Canvas*>();
}

/// Every action of the menus, submenus included.
QList<QAction*> allActions(const QList<QAction*>& actions)
{
    QList<QAction*> all;
    for (QAction* action : actions) {
        if (action->menu() != nullptr) {
            all += allActions(action->menu()->actions());
        } else if (!action->isSeparator()) {
            all += action;
        }
    }
    return all;
}

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void showsBeforeTheEngineIsThere();
    void buildsItsOtherPagesAfterTheFirstPicture();
    void buildsThePageThatIsShownFirst();
    void leadsTheTabKeyFromEachPageToTheStatusBar();
    void saysThatThereIsNoEngineAndGoesOn();
    void opensModelsAndPictures();
    void knowsATrainedModelByItsFileOnceItIsSaved();
    void keepsTheModelWhenAFileIsNone();
    void saysThatTheDatabaseIsSetAside();
    void goesBackToTheBuiltInModel();
    void choosesTheDevice();
    void givesEveryActionAWordAndNoKeyTwice();
    void remembersThePageAndTheModel();
    void asksOnceForAModelThatIsNotSaved();
    void closesWithoutAQuestionWhereTheRunIsKept();
    void keepsTrainingForLaterWhenItCloses();
    void takesTheNetworkOfARunBack();
    void forgetsTheReadingWithTheDrawing();
    void presentsOnTheWholeScreenAndComesBack();
    void movesNothingForAMessage();
    void canBeReadAfterTheAppearanceChanged();
    void offersARestartForAnotherLanguageOnly();
    void keepsTheDrawingForARestart();

private:
    /// Clicks this in the message box that is about to come.
    static void answer(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, [button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box != nullptr);
            box->button(button)->click();
        });
    }

    /// The same for a button that is known by its words.
    static void answer(const QString& words)
    {
        QTimer::singleShot(0, [words] {
            for (auto* button : QApplication::activeModalWidget()->findChildren<QPushButton*>()) {
                if (button->text() == words) {
                    button->click();
                    return;
                }
            }
            QFAIL("there is no such button");
        });
    }

    [[nodiscard]] static QString messageOf(MainWindow& window)
    {
        auto* bar = window.findChild<MessageBar*>();
        return bar->isVisibleTo(&window) ? bar->accessibleName() : QString();
    }

    std::unique_ptr<Appearance> m_appearance;
    QTemporaryDir m_folder;
};

void MainWindowTest::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("digitpad-test"));
    QCoreApplication::setApplicationName(QStringLiteral("main-window"));
    m_appearance = std::make_unique<Appearance>(*qApp);
}

void MainWindowTest::init()
{
    QSettings().clear();
}

void MainWindowTest::showsBeforeTheEngineIsThere()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(window.findChild<DrawPage*>()->isVisible());
    QVERIFY(recognition.engine() == nullptr);

    QSignalSpy changed(&recognition, &Recognition::modelChanged);
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QVERIFY(changed.wait());
    QCOMPARE(messageOf(window), QString()); // that all is well needs no announcement
    bool named = false;
    for (const auto* button : window.findChild<StatusBar*>()->findChildren<QToolButton*>()) {
        named = named || button->text().contains(QStringLiteral("simple-nn"));
    }
    QVERIFY(named);
}

void MainWindowTest::buildsItsOtherPagesAfterTheFirstPicture()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    const QSignalSpy ready(&window, &MainWindow::ready);
    window.show();
    QVERIFY(window.findChild<DrawPage*>() != nullptr);
    QVERIFY(window.findChild<TrainingPage*>() == nullptr);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(window.findChild<TrainingPage*>() != nullptr);
    for (const QAction* menu : window.menuBar()->actions()) {
        QVERIFY2(!menu->menu()->isEmpty(), qPrintable(menu->text()));
    }
    QVERIFY(window.findChild<DrawPage*>()->isVisible());
    QCOMPARE(QGuiApplication::allWindows().size(), 1); // none of them was a window for a moment
    window.hide();
    window.show();
    QCoreApplication::processEvents();
    QCOMPARE(ready.size(), 1);
}

void MainWindowTest::buildsThePageThatIsShownFirst()
{
    QSettings().setValue(QStringLiteral("window/page"), 3);
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    QVERIFY(window.findChild<RunsPage*>()->isVisible());
    QVERIFY(window.findChild<TrainingPage*>() == nullptr);
}

void MainWindowTest::leadsTheTabKeyFromEachPageToTheStatusBar()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    const QSignalSpy ready(&window, &MainWindow::ready);
    window.show();
    QTRY_COMPARE(ready.size(), 1);
    const auto* status = window.findChild<StatusBar*>();
    // From the tabs on, the key comes by what is on the pages, then by the status bar.
    const auto* tabs = window.findChild<PageTabs*>();
    bool isThere = false;
    for (const QWidget* part = tabs->nextInFocusChain(); part != tabs;
         part = part->nextInFocusChain()) {
        if ((part->focusPolicy() & Qt::TabFocus) != 0) {
            isThere = isThere || status->isAncestorOf(part);
            const bool onPage = window.findChild<QStackedWidget*>()->isAncestorOf(part);
            QVERIFY2(!isThere || !onPage, part->metaObject()->className());
        }
    }
    QVERIFY(isThere);
}

void MainWindowTest::saysThatThereIsNoEngineAndGoesOn()
{
    Recognition recognition([]() -> Result<std::shared_ptr<const Engine>> {
        return std::unexpected(Error{
            .code = ErrorCode::EngineUnavailable, .detail = "libtorch.so is missing", .file = {}});
    });
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(messageOf(window).contains(QStringLiteral("libtorch.so is missing")));
    QVERIFY(window.findChild<DrawPage*>()->isEnabled());
    QVERIFY(!window.findChild<TrainingPage*>()->isTraining());
}

void MainWindowTest::opensModelsAndPictures()
{
    const QString model = m_folder.filePath(QStringLiteral("three.pth"));
    QVERIFY(saveModelFile(tests::FakeModel(3), model));
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    window.open({model});
    QTRY_COMPARE(recognition.modelName(), model);
    QVERIFY(messageOf(window).contains(QStringLiteral("three.pth")));
    window.open({QStringLiteral("/no/such/picture.png")});
    QVERIFY(window.findChild<PicturesPage*>()->isVisible());
}

void MainWindowTest::knowsATrainedModelByItsFileOnceItIsSaved()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    auto* page = window.findChild<TrainingPage*>();
    const auto trained = std::make_shared<tests::FakeModel>(6);
    const QString file = m_folder.filePath(QStringLiteral("six.pth"));

    Q_EMIT page->modelSaved(trained, file); // not in use: nothing changes
    Q_EMIT page->useModel(trained, QStringLiteral("own model"), {});
    QTRY_COMPARE(recognition.modelName(), QStringLiteral("own model"));
    QCOMPARE(QSettings().value(QStringLiteral("model/file")).toString(), kDefaultModelFile);
    Q_EMIT page->modelSaved(trained, file);
    QTRY_COMPARE(recognition.modelName(), file);
    QCOMPARE(QSettings().value(QStringLiteral("model/file")).toString(), file);
}

void MainWindowTest::keepsTheModelWhenAFileIsNone()
{
    const QString bad = m_folder.filePath(QStringLiteral("bad.pth"));
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    window.open({bad});
    QTRY_VERIFY(messageOf(window).contains(QStringLiteral("bad.pth")));
    QCOMPARE(recognition.modelName(), kDefaultModelFile);
}

void MainWindowTest::saysThatTheDatabaseIsSetAside()
{
    const QString database = m_folder.filePath(QStringLiteral("broken.sqlite"));
    QFile file(database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    Store store(database);
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.setStore(store);
    window.show();
    QTRY_VERIFY(messageOf(window).contains(QStringLiteral("runs and samples was damaged")));
}

void MainWindowTest::goesBackToTheBuiltInModel()
{
    const QString model = m_folder.filePath(QStringLiteral("four.pth"));
    QVERIFY(saveModelFile(tests::FakeModel(4), model));
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(model, QStringLiteral("auto"));
    QTRY_COMPARE(recognition.modelName(), model);
    for (QAction* action : allActions(window.menuBar()->actions())) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)) {
            action->trigger();
        }
    }
    QTRY_COMPARE(recognition.modelName(), kDefaultModelFile);
}

void MainWindowTest::choosesTheDevice()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    QAction* card = nullptr;
    for (QAction* action : allActions(window.menuBar()->actions())) {
        if (action->text().contains(QStringLiteral("cuda:0"))) {
            card = action;
        } else if (action->text() == QStringLiteral("CPU")) {
            QVERIFY(action->isChecked());
        }
    }
    QVERIFY(card != nullptr);
    card->trigger();
    QTRY_COMPARE(recognition.model()->info().device, "cuda:0");
}

void MainWindowTest::givesEveryActionAWordAndNoKeyTwice()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    auto* tabs = window.findChild<PageTabs*>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QSet<QString> keys;
        QSet<QAction*> seen;
        for (QAction* action : allActions(window.menuBar()->actions())) {
            QVERIFY(!action->text().isEmpty());
            if (!action->isEnabled() || seen.contains(action)) {
                continue;
            }
            seen.insert(action);
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(
                    !keys.contains(key.toString()),
                    qPrintable(key.toString() + QStringLiteral(" ") + action->text()));
                keys.insert(key.toString());
            }
        }
    }
}

void MainWindowTest::remembersThePageAndTheModel()
{
    const QString model = m_folder.filePath(QStringLiteral("five.pth"));
    QVERIFY(saveModelFile(tests::FakeModel(5), model));
    {
        Recognition recognition(fakeEngine);
        MainWindow window(recognition, *m_appearance);
        window.show();
        recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
        QTRY_VERIFY(recognition.model() != nullptr);
        window.open({model});
        QTRY_COMPARE(recognition.modelName(), model);
        window.findChild<PageTabs*>()->setCurrentIndex(2);
        window.close();
    }
    QCOMPARE(QSettings().value(QStringLiteral("model/file")).toString(), model);
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    QVERIFY(window.findChild<TrainingPage*>()->isVisible());
}

void MainWindowTest::asksOnceForAModelThatIsNotSaved()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    auto* page = window.findChild<TrainingPage*>();
    const TrainingActions& actions = page->trainingActions();
    QTRY_VERIFY(actions.start->isEnabled());
    actions.start->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(page->hasUnsavedModel(), 60'000); // 20,000 digits are drawn

    answer(QMessageBox::Cancel);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());

    answer(QMessageBox::Save);
    QVERIFY(!window.close()); // but once it is saved
    auto* dialog = page->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    const QString file = m_folder.filePath(QStringLiteral("kept.pth"));
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(!window.isVisible());
    QVERIFY(QFile::exists(file));
    QVERIFY(window.close()); // without a question now
}

void MainWindowTest::closesWithoutAQuestionWhereTheRunIsKept()
{
    Store store(m_folder.filePath(QStringLiteral("kept.sqlite")));
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.setStore(store);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    auto* page = window.findChild<TrainingPage*>();
    const TrainingActions& actions = page->trainingActions();
    QTRY_VERIFY(actions.start->isEnabled());
    actions.start->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(actions.throwAway->isEnabled(), 60'000);
    QTRY_VERIFY(!page->hasUnsavedModel());
    QVERIFY(window.close());
}

void MainWindowTest::keepsTrainingForLaterWhenItCloses()
{
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    for (const char* end : {"&Keep for later", "&Throw it away"}) {
        {
            const auto engine = std::make_shared<tests::GatedEngine>();
            Recognition recognition([engine] { return engine; });
            MainWindow window(recognition, *m_appearance);
            window.show();
            recognition.start(kDefaultModelFile, QStringLiteral("auto"));
            TrainingPage* page = nullptr;
            QTRY_VERIFY((page = window.findChild<TrainingPage*>()) != nullptr);
            const TrainingActions& actions = page->trainingActions();
            QTRY_VERIFY(actions.start->isEnabled());
            actions.start->trigger();
            QVERIFY(engine->epochDone.tryAcquire(1, 60'000)); // 20,000 digits are drawn
            answer(QMessageBox::Cancel);
            QVERIFY(!window.close());
            QVERIFY(page->isTraining());
            answer(QString::fromUtf8(end));
            QVERIFY(window.close());
        }
        const auto engine = std::make_shared<tests::GatedEngine>();
        Recognition recognition([engine] { return engine; });
        MainWindow window(recognition, *m_appearance);
        window.show();
        recognition.start(kDefaultModelFile, QStringLiteral("auto"));
        QTRY_VERIFY(recognition.model() != nullptr);
        auto* page = window.findChild<TrainingPage*>();
        QTRY_VERIFY(page->trainingActions().start->isEnabled());
        if (QString::fromUtf8(end).contains(QStringLiteral("Keep"))) {
            QTRY_VERIFY(messageOf(window).contains(QStringLiteral("epoch 2 of 5")));
            for (auto* button : window.findChild<MessageBar*>()->findChildren<QPushButton*>()) {
                if (button->text() == QStringLiteral("Go on with it")) {
                    button->click();
                }
            }
            QVERIFY(page->isTraining() && page->isVisible());
            QVERIFY(engine->epochDone.tryAcquire(1, 60'000));
            page->stopAndWait();
            page->forgetRun();
        } else {
            QVERIFY(!page->trainingActions().goOn->isEnabled());
        }
    }
}

/// What was taught a hand and is in use is in use after a start, too.
void MainWindowTest::takesTheNetworkOfARunBack()
{
    const QString database = m_folder.filePath(QStringLiteral("used.sqlite"));
    StoredRun run;
    run.summary.name = QStringLiteral("my hand");
    const auto opened = Database::open(database);
    QVERIFY(opened);
    const auto id = Runs(**opened).add(run, "5");
    QVERIFY(id);
    const QString file = m_folder.filePath(QStringLiteral("four.pth"));
    QVERIFY(saveModelFile(tests::FakeModel(4), file));
    // Starts; opens a file or uses the run; waits for the model and for what is said; and ends.
    const auto start = [&](const QString& name, const QString& opens, bool uses,
                           const QString& said = {}) {
        Store store(database);
        Recognition recognition(fakeEngine);
        MainWindow window(recognition, *m_appearance);
        window.setStore(store);
        window.show();
        recognition.start(kDefaultModelFile, QStringLiteral("auto"));
        if (!opens.isEmpty()) {
            window.open({opens});
        }
        if (uses) {
            QTRY_VERIFY(recognition.model() != nullptr);
            window.findChild<RunsPage*>()->use(*id, run.summary.name);
        }
        QTRY_COMPARE(recognition.modelName(), name);
        QTRY_COMPARE(messageOf(window).isEmpty(), said.isEmpty());
        QVERIFY2(messageOf(window).contains(said), qPrintable(messageOf(window)));
    };
    const QString key = QStringLiteral("model/run");
    start(run.summary.name, {}, true, QStringLiteral("in use now"));
    QCOMPARE(QSettings().value(key).toString(), *id);
    start(run.summary.name, {}, false);
    start(file, file, false, QStringLiteral("in use now")); // as an argument of the program
    QVERIFY(!QSettings().contains(key));

    QSettings().setValue(key, QStringLiteral("one that is deleted"));
    start(kDefaultModelFile, {}, false, QStringLiteral("my hand"));
    QVERIFY(!QSettings().contains(key));
}

void MainWindowTest::forgetsTheReadingWithTheDrawing()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    recognition.start(kDefaultModelFile, QStringLiteral("auto"));
    QTRY_VERIFY(recognition.model() != nullptr);
    const auto readings = [&window] {
        const auto buttons = window.findChild<StatusBar*>()->findChildren<QToolButton*>();
        return std::ranges::count_if(buttons, [](const QToolButton* button) {
            return button->isVisible() && button->text().startsWith(QStringLiteral("Read in"));
        });
    };
    auto* canvas = paperOf(window);
    canvas->insert({{{.position = {0.4, 0.3}}, {.position = {0.5, 0.7}}}});
    QTRY_COMPARE(readings(), 1);
    canvas->undo();
    QCOMPARE(readings(), 0);
}

void MainWindowTest::presentsOnTheWholeScreenAndComesBack()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    const QSignalSpy ready(&window, &MainWindow::ready);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_COMPARE(ready.size(), 1);
    window.findChild<PageTabs*>()->setCurrentIndex(1);
    paperOf(window)->insert({{{.position = {0.4, 0.3}}, {.position = {0.5, 0.7}}}});
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_F5}) {
        QTest::keyClick(&window, Qt::Key_F5);
        const auto* page = window.findChild<PresentPage*>();
        QVERIFY(page != nullptr && page->isVisible());
        QVERIFY(window.isFullScreen());
        const auto* paper = page->findChild<Canvas*>(QStringLiteral("presentPaper"));
        QVERIFY(!paper->isEmpty()); // the drawing is the same
        QVERIFY(!window.menuBar()->isVisible());
        QVERIFY(!window.findChild<PageTabs*>()->isVisible());
        QVERIFY(!window.statusBar()->isVisible());
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier); // a key of what is hidden
        QVERIFY(page->isVisible());

        QTest::keyClick(&window, key);
        QVERIFY(!page->isVisible());
        QVERIFY(!window.isFullScreen());
        QVERIFY(window.menuBar()->isVisible());
        QVERIFY(window.statusBar()->isEnabled());
        QVERIFY(window.findChild<PicturesPage*>()->isVisible());
    }
}

void MainWindowTest::movesNothingForAMessage()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    const QSignalSpy ready(&window, &MainWindow::ready);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_COMPARE(ready.size(), 1); // the pages have their say in how small it can be
    window.resize(window.minimumSizeHint());
    const auto* canvas = paperOf(window);
    auto* bar = window.findChild<MessageBar*>();
    const auto where = [&window](const QWidget* part) {
        return QRect(part->mapTo(&window, QPoint()), part->size());
    };
    const QRect paper = where(canvas);
    const QSize size = window.size();
    for (const QString& text :
         {QStringLiteral("Short"), QStringLiteral("Some more words. ").repeated(12),
          QStringLiteral("unbreakable").repeated(20)}) {
        bar->warn(text);
        QCoreApplication::processEvents(); // layouts wait for it
        QVERIFY(bar->isVisible());
        QCOMPARE(where(canvas), paper);
        QCOMPARE(window.size(), size);
        QVERIFY(window.rect().contains(where(bar)));
        QVERIFY(!where(bar).intersects(where(window.findChild<PageTabs*>())));
        QVERIFY(bar->height() >= bar->heightForWidth(bar->width()));
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QCoreApplication::processEvents();
        QCOMPARE(where(canvas), paper);
    }
}

void MainWindowTest::canBeReadAfterTheAppearanceChanged()
{
    m_appearance->choose(Appearance::Choice::Light);
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    m_appearance->choose(Appearance::Choice::Dark);
    auto* button = window.findChild<StatusBar*>()->findChildren<QToolButton*>().constFirst();
    const QImage image = button->grab().toImage();
    int brightest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = image.width() / 2; x < image.width(); ++x) { // the words, not the icon
            brightest = std::max(brightest, image.pixelColor(x, y).lightness());
        }
    }
    QVERIFY2(brightest > 180, qPrintable(QString::number(brightest)));
    m_appearance->choose(Appearance::Choice::System);
}

void MainWindowTest::offersARestartForAnotherLanguageOnly()
{
    Recognition recognition(fakeEngine);
    MainWindow window(recognition, *m_appearance);
    window.show();
    const auto choose = [&window](const QString& language) {
        for (QAction* action : allActions(window.menuBar()->actions())) {
            if (action->text() == language) {
                action->trigger();
            }
        }
    };
    choose(QStringLiteral("English")); // the tests run in it
    QCOMPARE(messageOf(window), QString());
    choose(QStringLiteral("简体中文"));
    QVERIFY(messageOf(window).contains(QStringLiteral("starts again")));
    choose(QStringLiteral("English"));
    QCOMPARE(messageOf(window), QString());
}

void MainWindowTest::keepsTheDrawingForARestart()
{
    const Drawing drawing = {{{.position = {0.4, 0.3}}, {.position = {0.5, 0.7}}}};
    Recognition recognition(fakeEngine);
    {
        MainWindow window(recognition, *m_appearance);
        paperOf(window)->insert(drawing);
        window.findChild<DrawPage*>()->keepDrawing();
    }
    const MainWindow window(recognition, *m_appearance);
    QCOMPARE(paperOf(window)->drawing(), drawing);
    const MainWindow later(recognition, *m_appearance);
    QVERIFY(paperOf(later)->isEmpty());
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
