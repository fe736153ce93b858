// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader meets on every page: no control without a name and a role.
#include "app/engine_module.h"
#include "app/inside/inside_page.h"
#include "app/inside/inside_view.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"
#include "app/shell/main_window.h"
#include "app/shell/page_tabs.h"
#include "app/store/store.h"

#include <QAccessible>
#include <QAction>
#include <QJsonArray>
#include <QJsonObject>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace digitpad;

class AccessibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesEveryControlOfEachPage();
    void namesEveryControlOfEachView();

private:
    std::optional<QTemporaryDir> m_folder;
    std::optional<Appearance> m_appearance;
    std::optional<Store> m_store;
    std::optional<Recognition> m_recognition;
    std::optional<MainWindow> m_window;
};

namespace {

QString pathOf(const QWidget* widget)
{
    QStringList path;
    for (; widget != nullptr; widget = widget->parentWidget()) {
        path.prepend(
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
            widget->objectName());
    }
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(QStringLiteral(" > "));
}

/// What is wrong with what a reader meets from here on, a line each.
QStringList faultsOf(QAccessibleInterface* part)
{
    QStringList faults;
    const auto* widget = qobject_cast<QWidget*>(part->object());
    if (widget != nullptr && !widget->isVisible()) {
        return faults;
    }
    const bool isControl = widget != nullptr && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                           widget->focusProxy() == nullptr &&
                           qobject_cast<const QScrollBar*>(widget) == nullptr;
    if (isControl) {
        if (part->text(QAccessible::Name).isEmpty()) {
            faults << QStringLiteral("no name: ") + pathOf(widget);
        }
        if (part->role() == QAccessible::NoRole || part->role() == QAccessible::Client) {
            faults << QStringLiteral("no role: ") + pathOf(widget);
        }
    }
    for (int i = 0; i < part->childCount(); ++i) {
        if (QAccessibleInterface* child = part->child(i); child != nullptr && child->isValid()) {
            faults += faultsOf(child);
        }
    }
    return faults;
}

QStringList faultsOf(QWidget& window)
{
    QStringList faults = faultsOf(QAccessible::queryAccessibleInterface(&window));
    faults.removeDuplicates();
    return faults;
}

} // namespace

void AccessibilityTest::init()
{
    chooseBlasKernel();
    QSettings().clear();
    m_folder.emplace();
    m_appearance.emplace(*qApp);
    m_recognition.emplace(loadEngine);
    m_window.emplace(*m_recognition, *m_appearance);
    m_window->resize(1280, 800);
    const QSignalSpy ready(&*m_window, &MainWindow::ready);
    m_window->show();
    QTRY_COMPARE(ready.size(), 1);
    m_store.emplace(m_folder->filePath(QStringLiteral("runs.db")));
    m_window->setStore(*m_store);
    m_recognition->start(kDefaultModelFile, QStringLiteral("cpu"));
    QTRY_VERIFY_WITH_TIMEOUT(m_recognition->model() != nullptr, 60'000);
}

void AccessibilityTest::cleanup()
{
    m_window.reset();
    m_recognition.reset();
    m_store.reset();
    m_appearance.reset();
    m_folder.reset();
}

void AccessibilityTest::namesEveryControlOfEachPage()
{
    auto* tabs = m_window->findChild<PageTabs*>();
    QStringList faults;
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QTest::qWait(50);
        for (const QString& fault : faultsOf(*m_window)) {
            faults << tabs->tabText(page) + QStringLiteral(": ") + fault;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
}

void AccessibilityTest::namesEveryControlOfEachView()
{
    const QJsonArray seven{
        QJsonArray{QJsonArray{280, 240}, QJsonArray{700, 230}, QJsonArray{440, 820}}};
    QStringList faults;
    for (const char* model : {"simple-nn", "convnet"}) {
        for (const char* view : {"network", "why", "lab", "map", "damage", "digits"}) {
            const QString problem = m_window->setState(
                {{QStringLiteral("page"), QStringLiteral("inside")},
                 {QStringLiteral("model"), QString::fromLatin1(model)},
                 {QStringLiteral("strokes"), seven},
                 {QStringLiteral("inside"),
                  QJsonObject{
                      {QStringLiteral("view"), QString::fromLatin1(view)},
                      {QStringLiteral("digits"), QStringLiteral("synthetic")}}}});
            QCOMPARE(problem, QString());
            QTRY_COMPARE(
                m_window->facts()[QStringLiteral("inside")][QStringLiteral("digit")].toInt(-1), 7);
            for (const QString& fault : faultsOf(*m_window)) {
                faults << QString::fromLatin1(view) + QStringLiteral(": ") + fault;
            }
        }
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
