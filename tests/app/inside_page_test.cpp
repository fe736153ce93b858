// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/inside_page.h"

#include "app/digits/digits_view.h"
#include "app/draw/sketch.h"
#include "app/engine_module.h"
#include "app/map/map_view.h"
#include "app/model_file.h"
#include "app/recognition/recognition.h"

#include <QAction>
#include <QSettings>
#include <QTest>

#include <algorithm>
#include <memory>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

constexpr int kPatience = 60'000; // milliseconds, on the slowest machine

} // namespace

/// How the views of the page work together.
class InsidePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void leadsADigitFromViewToView();
    void goesNowhereForAViewThatIsNone();

private:
    [[nodiscard]] QString view() const { return m_page->facts()[u"view"].toString(); }

    std::unique_ptr<Recognition> m_recognition;
    std::unique_ptr<InsidePage> m_page;
};

void InsidePageTest::init()
{
    QSettings().clear();
    m_recognition = std::make_unique<Recognition>(loadEngine);
    m_page = std::make_unique<InsidePage>(*m_recognition, std::make_shared<Sketch>());
    QCOMPARE(
        m_page->setState({{u"view"_s, u"digits"_s}, {u"digits"_s, u"synthetic"_s}}), QString());
    m_page->resize(1000, 640);
    m_page->setVisible(true);
    m_recognition->start(kReferenceModelFile, u"cpu"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->facts()[u"isDone"].toBool(), kPatience);
}

void InsidePageTest::cleanup()
{
    m_page.reset();
    m_recognition.reset();
}

/// Looked at among the digits, it lies on the pad and runs through the network; and the map has it
/// as the drawing of this moment.
void InsidePageTest::leadsADigitFromViewToView()
{
    QCOMPARE(view(), u"digits"_s);
    const int label = m_page->facts()[u"label"].toInt(-1);
    const auto actions = m_page->findChild<DigitsView*>()->actions();
    (*std::ranges::find(actions, u"Show in the network"_s, &QAction::iconText))->trigger();
    QCOMPARE(view(), u"network"_s);
    QTRY_COMPARE(m_page->facts()[u"digit"].toInt(-1), label);
    QCOMPARE(
        m_page->setState(
            {{u"view"_s, u"map"_s}, {u"options"_s, QJsonObject{{u"method"_s, u"pca"_s}}}}),
        QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->facts()[u"isDone"].toBool(), kPatience);
    QCOMPARE(m_page->facts()[u"points"].toInt(), 2000);
    QCOMPARE(m_page->facts()[u"digit"].toInt(-1), label);
}

void InsidePageTest::goesNowhereForAViewThatIsNone()
{
    Q_EMIT m_page->findChild<DigitsView*>()->viewWanted(u"nowhere"_s);
    QCOMPARE(view(), u"digits"_s);
    QVERIFY(!m_page->setState({{u"view"_s, u"nowhere"_s}}).isEmpty());
    QCOMPARE(view(), u"digits"_s);
}

} // namespace digitpad::tests

QTEST_MAIN(digitpad::tests::InsidePageTest)
#include "inside_page_test.moc"
