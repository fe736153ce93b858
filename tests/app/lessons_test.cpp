// SPDX-License-Identifier: GPL-3.0-or-later
// Every lesson that the program carries is gone through from its first step to its last, in both
// languages: what "Show me" does must make true what the step asks for.
#include "app/engine_module.h"
#include "app/lessons/lesson.h"
#include "app/lessons/lesson_panel.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/main_window.h"
#include "app/shell/message_bar.h"
#include "app/store/store.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace digitpad;

class LessonsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isGoneThrough_data();
    void isGoneThrough();
    void carriesEnough();

private:
    QTemporaryDir m_folder;
};

void LessonsTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    chooseBlasKernel();
}

void LessonsTest::carriesEnough()
{
    const QStringList files =
        QDir(QStringLiteral(":/lessons")).entryList({QStringLiteral("*.yaml")});
    QVERIFY(files.size() >= 8);
    for (const QString& file : files) {
        const auto bytes = readFileBytes(QStringLiteral(":/lessons/") + file, 1024 * 1024);
        QVERIFY(bytes);
        const auto lesson = readLesson(*bytes);
        QVERIFY2(
            lesson,
            qPrintable(file + QStringLiteral(": ") + (lesson ? QString() : lesson.error().what)));
        QVERIFY2(lesson->steps.size() >= 5 && lesson->steps.size() <= 10, qPrintable(file));
        for (const LessonStep& step : lesson->steps) {
            QVERIFY(step.text.english != step.text.chinese);
            QVERIFY2(step.until.empty() || step.canShow(), qPrintable(file));
        }
    }
}

void LessonsTest::isGoneThrough_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QLocale>("locale");
    for (const QString& file :
         QDir(QStringLiteral(":/lessons")).entryList({QStringLiteral("*.yaml")})) {
        for (const QLocale& locale :
             {QLocale(QLocale::English, QLocale::UnitedStates),
              QLocale(QLocale::Chinese, QLocale::China)}) {
            QTest::newRow(qPrintable(file + QLatin1Char(' ') + locale.name()))
                << QStringLiteral(":/lessons/") + file << locale;
        }
    }
}

void LessonsTest::isGoneThrough()
{
    QFETCH(const QString, file);
    QFETCH(const QLocale, locale);
    QLocale::setDefault(locale);
    QSettings().clear();
    QTemporaryDir folder;
    std::optional<Store> store;
    Recognition recognition(loadEngine);
    Appearance appearance(*qApp);
    MainWindow window(recognition, appearance);
    window.resize(1280, 800);
    const QSignalSpy ready(&window, &MainWindow::ready);
    window.show();
    QTRY_COMPARE(ready.size(), 1);
    window.setStore(store.emplace(folder.filePath(QStringLiteral("runs.db"))));
    recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    QTRY_VERIFY_WITH_TIMEOUT(recognition.model() != nullptr, 60'000);

    window.openLesson(file);
    QTRY_VERIFY(window.findChild<LessonPanel*>() != nullptr);
    const auto* panel = window.findChild<LessonPanel*>();
    QTRY_VERIFY(panel->isVisible());
    QSignalSpy warnings(panel, &LessonPanel::warning);
    const QList<QAction*> actions = panel->actions();
    QAction* showMe = actions[1];
    QAction* next = actions[3];
    const int steps = panel->steps();
    for (int step = 0; step < steps; ++step) {
        QCOMPARE(panel->step(), step);
        const auto* text = panel->findChild<QLabel*>(QStringLiteral("lessonText"));
        QVERIFY(!text->text().isEmpty());
        QCOMPARE(
            text->text().contains(QRegularExpression(QStringLiteral("\\p{Han}"))),
            locale.language() == QLocale::Chinese);
        if (!panel->isDone()) {
            QVERIFY2(showMe->isEnabled(), qPrintable(text->text()));
            showMe->trigger();
        }
        const bool done = QTest::qWaitFor([panel] { return panel->isDone(); }, 60'000);
        QVERIFY2(done, qPrintable(QStringLiteral("step %1: %2").arg(step + 1).arg(text->text())));
        QVERIFY2(
            warnings.isEmpty(),
            qPrintable(warnings.isEmpty() ? QString() : warnings.front().front().toString()));
        QTRY_VERIFY(next->isEnabled());
        next->trigger();
    }
    QVERIFY(!panel->isVisible());
}

QTEST_MAIN(LessonsTest)
#include "lessons_test.moc"
