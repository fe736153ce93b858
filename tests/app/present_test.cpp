// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/present_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/probability_bars.h"
#include "app/engine_module.h"
#include "app/inside/network_view.h"
#include "app/model_file.h"
#include "app/present/key_line.h"
#include "app/present/spotlight.h"
#include "app/recognition/recognition.h"
#include "tests/app/fake_engine.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace digitpad;

namespace {

PenStroke sevenAt(qreal left, qreal size)
{
    PenStroke stroke;
    for (const QPointF& point : {QPointF(0, 0), {0.5, 0}, {0.4, 0.4}, {0.25, 0.8}}) {
        stroke.append({.position = QPointF(left, 0.1) + point * size});
    }
    return stroke;
}

Result<std::shared_ptr<const Engine>> fakeEngine()
{
    return std::make_shared<tests::FakeEngine>();
}

} // namespace

class PresentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsTheSharedDrawing();
    void saysWhatIsMissing();
    void readsNumbers();
    void holdsWhatIsShown();
    void stepsBackThroughTheLastReadings();
    void keepsTwentyReadings();
    void keepsADrawingThatComesBackOnce();
    void goesBackToThePaperToDraw();
    void beginsAnewTheNextTime();
    void showsTheNetworkBeside();
    void saysThatThereIsNothingInside();
    void lightsThePointer();
    void offersItsKeys();
    void fitsOn_data();
    void fitsOn();

private:
    template <class Part> Part& part() { return *m_page->findChild<Part*>(); }
    Canvas& paper() { return *m_page->findChild<Canvas*>(QStringLiteral("presentPaper")); }
    QLabel& mark() { return *m_page->findChild<QLabel*>(QStringLiteral("presentMark")); }
    QString shown() { return part<AnswerView>().digits(); }
    void press(int key) { QTest::keyClick(&paper(), static_cast<Qt::Key>(key)); }
    /// A network that reads every digit as this one.
    void use(int digit);
    /// Draws what is told from the others by its place, has it read as this, and clears.
    void drawAndClear(int digit, qreal left = 0.2);

    std::shared_ptr<Sketch> m_sketch;
    std::unique_ptr<Recognition> m_recognition;
    std::unique_ptr<PresentPage> m_page;
};

void PresentTest::init()
{
    m_sketch = std::make_shared<Sketch>();
    m_recognition = std::make_unique<Recognition>(fakeEngine);
    m_page = std::make_unique<PresentPage>(*m_recognition, m_sketch);
    m_page->resize(1024, 768);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    paper().setFocus();
}

void PresentTest::cleanup()
{
    m_page.reset();
    m_recognition.reset();
    m_sketch.reset();
}

void PresentTest::use(int digit)
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(std::make_shared<tests::FakeModel>(digit), QStringLiteral("fake"));
    QVERIFY(changed.wait());
}

void PresentTest::drawAndClear(int digit, qreal left)
{
    use(digit);
    m_sketch->add({sevenAt(left, 0.6)});
    QTRY_COMPARE(shown(), QString::number(digit));
    press(Qt::Key_Delete);
    QVERIFY(shown().isEmpty());
}

void PresentTest::readsTheSharedDrawing()
{
    use(7);
    m_sketch->add({sevenAt(0.2, 0.6)}); // on another paper
    QTRY_COMPARE(shown(), QStringLiteral("7"));
    QVERIFY(part<AnswerView>().accessibleName().startsWith(QStringLiteral("7, ")));
    QTRY_COMPARE(part<ProbabilityBars>().length(7), 0.91F);
    press(Qt::Key_Delete);
    QVERIFY(m_sketch->strokes().isEmpty());
    QVERIFY(shown().isEmpty());
    QTest::keyClick(&paper(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shown(), QStringLiteral("7"));
}

void PresentTest::saysWhatIsMissing()
{
    m_sketch->add({sevenAt(0.2, 0.6)});
    QTRY_COMPARE(part<AnswerView>().caption(), QStringLiteral("Getting ready…"));
    use(2);
    QTRY_COMPARE(shown(), QStringLiteral("2"));
}

void PresentTest::readsNumbers()
{
    use(7);
    m_sketch->add({sevenAt(0.05, 0.3), sevenAt(0.6, 0.3)});
    QTRY_COMPARE(shown(), QStringLiteral("77"));
    QCOMPARE(part<ProbabilityBars>().rows(), 2);
    QCOMPARE(paper().boxes().size(), 2U);
    press(Qt::Key_Down); // the first one's ten bars
    QCOMPARE(part<ProbabilityBars>().rows(), 10);
    press(Qt::Key_Down);
    press(Qt::Key_Down); // past the last: all of them
    QCOMPARE(part<ProbabilityBars>().rows(), 2);
    const QPoint row = part<ProbabilityBars>().place(1).center().toPoint();
    QTest::mouseClick(&part<ProbabilityBars>(), Qt::LeftButton, {}, row);
    QCOMPARE(part<ProbabilityBars>().rows(), 10);
}

void PresentTest::holdsWhatIsShown()
{
    use(3);
    auto* hold = m_page->findChild<QAction*>(QStringLiteral("presentFreeze"));
    QVERIFY(!hold->isEnabled()); // there is nothing to hold
    m_sketch->add({sevenAt(0.2, 0.6)});
    QTRY_COMPARE(shown(), QStringLiteral("3"));
    press(Qt::Key_F);
    QVERIFY(m_page->isFrozen() && hold->isChecked());
    QVERIFY(mark().isVisible());
    QVERIFY(mark().accessibleName().contains(QStringLiteral("Held: 3, ")));

    use(5); // which reads again
    press(Qt::Key_Delete);
    m_sketch->add({sevenAt(0.3, 0.5)});
    QTest::qWait(50);
    QCOMPARE(shown(), QStringLiteral("3"));
    press(Qt::Key_F);
    QTRY_COMPARE(shown(), QStringLiteral("5"));
    QVERIFY(!mark().isVisible());
}

void PresentTest::stepsBackThroughTheLastReadings()
{
    press(Qt::Key_Left); // there are none
    QVERIFY(!m_page->shownReading());
    drawAndClear(1, 0.1);
    drawAndClear(2, 0.2);
    use(3);
    m_sketch->add({sevenAt(0.3, 0.6)});
    QTRY_COMPARE(shown(), QStringLiteral("3"));
    QCOMPARE(m_page->readings(), 3);

    press(Qt::Key_Left);
    QCOMPARE(shown(), QStringLiteral("2"));
    press(Qt::Key_PageUp);
    QCOMPARE(shown(), QStringLiteral("1"));
    QVERIFY(mark().isVisible());
    QCOMPARE(mark().text(), QStringLiteral("Earlier: 1 of 3"));
    press(Qt::Key_Left); // the first
    QCOMPARE(m_page->shownReading(), 1);
    QVERIFY(!m_page->findChild<QAction*>(QStringLiteral("presentClear"))->isEnabled());
    QCOMPARE(m_sketch->strokes(), Drawing{sevenAt(0.3, 0.6)}); // lies untouched

    press(Qt::Key_Right);
    press(Qt::Key_PageDown);
    QCOMPARE(shown(), QStringLiteral("3"));
    QVERIFY(!m_page->shownReading() && !mark().isVisible());
}

void PresentTest::keepsTwentyReadings()
{
    for (int i = 0; i < PresentPage::kReadings + 3; ++i) {
        drawAndClear(i % 10, 0.01 * i);
    }
    QCOMPARE(m_page->readings(), PresentPage::kReadings);
    press(Qt::Key_Left);
    QCOMPARE(shown(), QString::number((PresentPage::kReadings + 2) % 10));
}

void PresentTest::keepsADrawingThatComesBackOnce()
{
    drawAndClear(4);
    QTest::keyClick(&paper(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shown(), QStringLiteral("4"));
    press(Qt::Key_Delete);
    QCOMPARE(m_page->readings(), 1);
}

void PresentTest::goesBackToThePaperToDraw()
{
    drawAndClear(6);
    press(Qt::Key_Left);
    QCOMPARE(shown(), QStringLiteral("6"));
    QTest::mouseClick(m_page.get(), Qt::LeftButton, {}, paper().geometry().center());
    QVERIFY(!m_page->shownReading());
    QVERIFY(shown().isEmpty());
}

void PresentTest::beginsAnewTheNextTime()
{
    drawAndClear(6);
    press(Qt::Key_Left);
    press(Qt::Key_L);
    QVERIFY(part<Spotlight>().isVisible());
    const QSignalSpy left(m_page.get(), &PresentPage::left);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    m_page->hide();
    m_page->show();
    QVERIFY(!m_page->shownReading());
    QVERIFY(!part<Spotlight>().isVisible());
    QCOMPARE(m_page->readings(), 1); // but they are still there
}

void PresentTest::showsTheNetworkBeside()
{
    chooseBlasKernel();
    m_page.reset();
    Recognition recognition(loadEngine);
    m_page = std::make_unique<PresentPage>(recognition, m_sketch);
    m_page->resize(1024, 768);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    recognition.start(kDefaultModelFile, QStringLiteral("cpu"));
    QTRY_VERIFY_WITH_TIMEOUT(recognition.model() != nullptr, 60'000);
    m_sketch->add({sevenAt(0.2, 0.9)});
    QTRY_COMPARE(shown(), QStringLiteral("7"));

    press(Qt::Key_I);
    auto& network = part<NetworkView>();
    QVERIFY(network.isVisible());
    QTRY_VERIFY(network.reading() != nullptr);
    QCOMPARE(network.reading()->activations.prediction.digit(), 7);
    press(Qt::Key_F);
    press(Qt::Key_Delete);
    QVERIFY(network.reading() != nullptr); // it is held, too
    press(Qt::Key_F);
    QVERIFY(network.reading() == nullptr);
    press(Qt::Key_Left);
    QTRY_VERIFY(network.reading() != nullptr); // is seen again, too

    // Another network, while this one is not on the screen.
    const std::size_t layers = network.reading()->activations.layers.size();
    m_page->hide();
    recognition.openModel(kReferenceModelFile);
    QTRY_COMPARE(recognition.modelName(), kReferenceModelFile);
    m_page->show();
    QTRY_COMPARE(m_page->readings(), 1);
    press(Qt::Key_Left);
    QTRY_VERIFY(
        network.reading() != nullptr && network.reading()->activations.layers.size() < layers);
    press(Qt::Key_I);
    QVERIFY(!network.isVisible());
    m_page.reset();
}

void PresentTest::saysThatThereIsNothingInside()
{
    QSignalSpy warned(m_page.get(), &PresentPage::warning);
    m_recognition->start(kDefaultModelFile, QStringLiteral("cpu")); // of the fake engine
    QTRY_VERIFY(m_recognition->model() != nullptr);
    press(Qt::Key_I);
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(!warned[0][0].toString().isEmpty());
}

void PresentTest::lightsThePointer()
{
    press(Qt::Key_S);
    QVERIFY(part<Spotlight>().isVisible());
    QCOMPARE(part<Spotlight>().size(), m_page->size());
    const QPoint from = paper().geometry().center();
    const QPoint to = from + QPoint(60, 90);
    // To the window, as the system does it: the spotlight lies on top and lets it through.
    QTest::mousePress(m_page->windowHandle(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_page->windowHandle(), to);
    QCOMPARE(part<Spotlight>().centre(), QPointF(to));
    QTest::mouseRelease(m_page->windowHandle(), Qt::LeftButton, {}, to);
    QCOMPARE(m_sketch->strokes().size(), 1);

    const QImage image = m_page->grab().toImage();
    const QPoint corner(5, 5);
    QVERIFY(image.pixelColor(corner).lightness() < m_page->palette().window().color().lightness());
    press(Qt::Key_L);
    QVERIFY(!part<Spotlight>().isVisible());
    QCOMPARE(m_page->grab().toImage().pixelColor(corner), m_page->palette().window().color());
}

void PresentTest::offersItsKeys()
{
    QVERIFY(part<KeyLine>().isVisible());
    part<KeyLine>().hide(); // as it is once it has faded
    QTest::mouseMove(
        m_page->windowHandle(), QPoint(m_page->width() / 2, paper().geometry().bottom() + 10));
    QVERIFY(part<KeyLine>().isVisible());
    part<KeyLine>().hide();
    press(Qt::Key_X);
    QVERIFY(part<KeyLine>().isVisible());
    for (const QAction* action : m_page->actions()) {
        QVERIFY(!action->text().isEmpty() && !action->objectName().isEmpty());
    }
}

void PresentTest::fitsOn_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("inside");
    for (const bool inside : {false, true}) {
        const char* const beside = inside ? "the network" : "nothing";
        QTest::addRow("a small projector, %s beside", beside) << QSize(1024, 768) << inside;
        QTest::addRow("a large one, %s beside", beside) << QSize(1920, 1080) << inside;
        QTest::addRow("a large one at 200 %%, %s beside", beside) << QSize(960, 540) << inside;
    }
    QTest::newRow("portrait") << QSize(800, 1200) << false;
}

void PresentTest::fitsOn()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, inside);
    use(7);
    m_sketch->add({sevenAt(0.2, 0.6)});
    QTRY_COMPARE(shown(), QStringLiteral("7"));
    m_page->resize(size);
    press(Qt::Key_F);
    QList<QWidget*> parts = {
        &paper(), &part<AnswerView>(), &part<ProbabilityBars>(), &mark(), &part<KeyLine>()};
    if (inside) {
        press(Qt::Key_I);
        parts << &part<NetworkView>();
        parts.removeIf([](const QWidget* part) { return part->isHidden(); }); // the bars may be
        QVERIFY(parts.size() >= 5);
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVERIFY(m_page->rect().contains(parts[i]->geometry()));
        QVERIFY(parts[i]->width() >= parts[i]->minimumSizeHint().width());
        QVERIFY(parts[i]->height() >= parts[i]->minimumSizeHint().height());
        for (qsizetype j = 0; j < i; ++j) {
            QVERIFY(!parts[i]->geometry().intersects(parts[j]->geometry()));
        }
    }
    // Seen from the last row; beside the network somewhat less far.
    QVERIFY(part<ProbabilityBars>().font().pixelSize() * (inside ? 50 : 31) >= size.height());
}

QTEST_MAIN(PresentTest)
#include "present_test.moc"
