// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/network_view.h"

#include "app/engine_module.h"
#include "app/inside/figure_sheet.h"
#include "app/inside/network_diagram.h"
#include "app/inside/number_picture.h"
#include "app/model_file.h"
#include "tests/app/inside_desk.h"

#include <QJsonObject>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace digitpad;
using tests::openModel;
using tests::readingOf;
using tests::sevenGlyph;

namespace {

constexpr QSize kSmall(660, 560); // what a window of 1024 × 768 leaves

} // namespace

/// The network on the screen, with the real engine.
class NetworkViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void fitsASmallScreen_data();
    void fitsASmallScreen();

private:
    template <class Widget> Widget* find(const char* name)
    {
        return m_view->findChild<Widget*>(QString::fromLatin1(name));
    }

    std::shared_ptr<const Engine> m_engine;
    std::shared_ptr<const OpenModel> m_simple;
    std::shared_ptr<const OpenModel> m_conv;
    std::unique_ptr<NetworkView> m_view;
};

void NetworkViewTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const auto engine = loadEngine();
    QVERIFY2(engine, engine ? "" : engine.error().detail.c_str());
    m_engine = *engine;
    m_simple = openModel(m_engine, kReferenceModelFile);
    m_conv = openModel(m_engine, kDefaultModelFile);
    QVERIFY(m_simple != nullptr && m_conv != nullptr);
}

void NetworkViewTest::init()
{
    m_view = std::make_unique<NetworkView>();
    m_view->resize(kSmall);
    m_view->show();
}

void NetworkViewTest::fitsASmallScreen_data()
{
    QTest::addColumn<bool>("conv");
    QTest::addColumn<int>("layer");
    QTest::newRow("hidden") << false << 1;
    QTest::newRow("output") << false << 2;
    QTest::newRow("first maps") << true << 1;
    QTest::newRow("last maps") << true << 5;
    QTest::newRow("output of maps") << true << 6;
}

void NetworkViewTest::fitsASmallScreen()
{
    QFETCH(bool, conv);
    QFETCH(int, layer);
    m_view->setModel(conv ? m_conv : m_simple);
    m_view->setReading(readingOf(*(conv ? m_conv : m_simple), sevenGlyph()));
    QCOMPARE(m_view->setState({{QStringLiteral("layer"), layer}}), QString());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QSize least = m_view->minimumSizeHint();
    QCOMPARE(m_view->size(), kSmall);
    QVERIFY2(
        least.width() <= kSmall.width() && least.height() <= kSmall.height(),
        qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
}

QTEST_MAIN(NetworkViewTest)
#include "network_view_test.moc"
