// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/canvas.h"

#include <QFocusEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QTouchEvent>

#include <cmath>
#include <functional>
#include <memory>

using namespace digitpad;

namespace {

using Kind = QPointingDevice::PointerType;

/// Drives a canvas as the window system would. Places are in paper coordinates, 0 to 1; every event
/// comes 10 ms after the one before.
class Hand {
public:
    explicit Hand(Canvas& canvas) : m_canvas(canvas) {}

    void mouse(
        QEvent::Type type, QPointF place, Qt::MouseButton button = Qt::LeftButton,
        Qt::MouseButtons held = Qt::LeftButton,
        const QPointingDevice* device = QPointingDevice::primaryPointingDevice(),
        Qt::MouseEventSource source = Qt::MouseEventNotSynthesized)
    {
        const QPointF at = widget(place);
        QMouseEvent event(
            type, at, at, m_canvas.mapToGlobal(at), button, held, Qt::NoModifier, source, device);
        send(event);
    }

    void mouseStroke(const QList<QPointF>& places)
    {
        mouse(QEvent::MouseButtonPress, places.first());
        for (qsizetype i = 1; i < places.size(); ++i) {
            mouse(QEvent::MouseMove, places[i], Qt::NoButton);
        }
        mouse(QEvent::MouseButtonRelease, places.last(), Qt::LeftButton, Qt::NoButton);
    }

    void pen(QEvent::Type type, QPointF place, qreal pressure, Kind kind = Kind::Pen)
    {
        const QPointF at = widget(place);
        const bool moves = type == QEvent::TabletMove;
        const bool leaves = type == QEvent::TabletRelease;
        QTabletEvent event(
            type, kind == Kind::Pen ? &m_pen : &m_eraser, at, m_canvas.mapToGlobal(at), pressure, 0,
            0, 0, 0, 0, Qt::NoModifier, moves ? Qt::NoButton : Qt::LeftButton,
            leaves ? Qt::NoButton : Qt::LeftButton);
        send(event);
        QVERIFY(event.isAccepted()); // or Qt would make mouse events of it
    }

    void penStroke(const QList<QPointF>& places, qreal pressure, Kind kind = Kind::Pen)
    {
        pen(QEvent::TabletPress, places.first(), pressure, kind);
        for (qsizetype i = 1; i < places.size(); ++i) {
            pen(QEvent::TabletMove, places[i], pressure, kind);
        }
        pen(QEvent::TabletRelease, places.last(), 0, kind);
    }

    QPoint pixel(QPointF place) const { return widget(place).toPoint(); }

    QPointF widget(QPointF place) const
    {
        const QRectF paper = m_canvas.paper();
        return paper.topLeft() + place * paper.width();
    }

    const QPointingDevice* penDevice() const { return &m_pen; }

private:
    void send(QInputEvent& event)
    {
        m_time += 10;
        event.setTimestamp(m_time);
        QCoreApplication::sendEvent(&m_canvas, &event);
    }

    Canvas& m_canvas;
    QPointingDevice m_pen{
        QStringLiteral("pen"),
        7,
        QInputDevice::DeviceType::Stylus,
        Kind::Pen,
        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure,
        1,
        2};
    QPointingDevice m_eraser{
        QStringLiteral("eraser"),
        8,
        QInputDevice::DeviceType::Stylus,
        Kind::Eraser,
        QInputDevice::Capability::Position | QInputDevice::Capability::Pressure,
        1,
        2};
    quint64 m_time = 1000;
};

/// Adds up the area that a widget is asked to paint.
class PaintMeter : public QObject {
public:
    int pixels = 0;

protected:
    bool eventFilter(QObject* /*watched*/, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            for (const QRect& rect : static_cast<QPaintEvent*>(event)->region()) {
                pixels += rect.width() * rect.height();
            }
        }
        return false;
    }
};

const QList<QPointF> kSeven = {{0.3, 0.2}, {0.5, 0.2}, {0.7, 0.2}, {0.6, 0.5}, {0.5, 0.8}};

QList<QPointF> places(const PenStroke& stroke)
{
    QList<QPointF> result;
    for (const PenPoint& point : stroke) {
        result.append(point.position);
    }
    return result;
}

void compare(const QList<QPointF>& found, const QList<QPointF>& expected)
{
    QCOMPARE(found.size(), expected.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        QVERIFY(QLineF(found[i], expected[i]).length() < 1e-9);
    }
}

qreal inkShare(const QImage& picture)
{
    qreal ink = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            ink += 255 - qGray(picture.pixel(x, y));
        }
    }
    return ink / 255 / picture.width() / picture.height();
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void drawsWithTheMouse();
    void drawsWithThePen();
    void pressesHarder();
    void thinsWithSpeed();
    void keepsEveryPointOfATablet();
    void drawsWithAFinger();
    void ignoresASecondFinger();
    void takesBackACancelledTouch();
    void ignoresMouseEventsMadeUpFromThePens();
    void ignoresOtherButtons();
    void startsAnewWhenAReleaseGotLost();
    void endsTheStrokeWhen_data();
    void endsTheStrokeWhen();
    void aTapIsADot();
    void anUnsteadyTapIsADot();
    void staysOnThePaper();
    void startsOnThePaperOnly();
    void undoesAndRedoes();
    void undoesInTheMiddleOfAStroke();
    void clearsInOneStep();
    void insertsInOneStep();
    void erasesWithThePensOtherEnd();
    void keepsItsShapeWhenResized();
    void paintsPieceByPieceAsAtOnce();
    void paintsAroundThePenOnly();
    void edgesStaySoftHoweverDenseThePoints();
    void undoLeavesNoTrace();
    void followsThePalette();
    void invitesUntilTheFirstTouch();
    void savesBlackOnWhite();
    void takesAHundredThousandPoints();

private:
    std::unique_ptr<Canvas> m_canvas;
    std::unique_ptr<Hand> m_hand;
};

void CanvasTest::init()
{
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(406, 406); // 400 of paper
    m_canvas->show();
    m_hand = std::make_unique<Hand>(*m_canvas);
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void CanvasTest::cleanup()
{
    m_hand.reset();
    m_canvas.reset();
}

void CanvasTest::drawsWithTheMouse()
{
    QSignalSpy changes(m_canvas.get(), &Canvas::inkChanged);
    QSignalSpy ends(m_canvas.get(), &Canvas::strokeEnded);
    m_hand->mouse(QEvent::MouseButtonPress, {0.25, 0.5});
    QVERIFY(m_canvas->isDrawing());
    QCOMPARE(changes.count(), 1);
    m_hand->mouse(QEvent::MouseMove, {0.5, 0.25}, Qt::NoButton);
    QCOMPARE(changes.count(), 2);
    QCOMPARE(m_canvas->ink(), (Ink{{{0.25, 0.5}, {0.5, 0.25}}})); // read before the pen is up
    QVERIFY(m_canvas->drawing().isEmpty());

    m_hand->mouse(QEvent::MouseButtonRelease, {0.75, 0.75}, Qt::LeftButton, Qt::NoButton);
    QVERIFY(!m_canvas->isDrawing());
    QCOMPARE(ends.count(), 1);
    QCOMPARE(m_canvas->drawing().size(), 1);
    compare(places(m_canvas->drawing().first()), {{0.25, 0.5}, {0.5, 0.25}, {0.75, 0.75}});
}

void CanvasTest::drawsWithThePen()
{
    m_hand->pen(QEvent::TabletPress, {0.2, 0.2}, 0.1);
    m_hand->pen(QEvent::TabletMove, {0.4, 0.4}, 0.9);
    m_hand->pen(QEvent::TabletRelease, {0.4, 0.4}, 0);
    const PenStroke stroke = m_canvas->drawing().value(0);
    compare(places(stroke), {{0.2, 0.2}, {0.4, 0.4}});
    QCOMPARE(stroke.first().pressure, 0.1);
    QCOMPARE(stroke.last().pressure, 0.9);
}

void CanvasTest::pressesHarder()
{
    m_hand->penStroke(kSeven, 0.2);
    const qreal light = inkShare(m_canvas->picture(200));
    m_canvas->clear();
    m_hand->penStroke(kSeven, 0.9);
    QVERIFY(inkShare(m_canvas->picture(200)) > 1.5 * light);
}

void CanvasTest::thinsWithSpeed()
{
    QList<QPointF> slow;
    for (int i = 0; i <= 30; ++i) {
        slow.append({0.2 + 0.002 * i, 0.3});
    }
    m_hand->mouseStroke(slow);
    m_hand->mouseStroke({{0.1, 0.6}, {0.3, 0.6}, {0.5, 0.6}, {0.7, 0.6}, {0.9, 0.6}});
    const Drawing& drawing = m_canvas->drawing();
    QVERIFY(drawing[0].last().pressure > drawing[0].first().pressure);
    QVERIFY(drawing[1].last().pressure < drawing[1].first().pressure);
}

void CanvasTest::keepsEveryPointOfATablet()
{
    QList<QPointF> spiral;
    for (int i = 0; i < 1000; ++i) {
        const qreal turn = i * 0.02;
        spiral.append(QPointF(0.5, 0.5) + i * 0.0004 * QPointF(std::cos(turn), std::sin(turn)));
    }
    m_hand->penStroke(spiral, 0.5);
    compare(places(m_canvas->drawing().value(0)), spiral);
}

void CanvasTest::drawsWithAFinger()
{
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const auto at = [this](QPointF place) { return m_hand->pixel(place); };
    QTest::touchEvent(m_canvas.get(), screen.get()).press(0, at({0.25, 0.25}));
    QTest::touchEvent(m_canvas.get(), screen.get()).move(0, at({0.5, 0.5}));
    QTest::touchEvent(m_canvas.get(), screen.get()).release(0, at({0.5, 0.5}));
    QCOMPARE(m_canvas->drawing().size(), 1);
    compare(places(m_canvas->drawing().first()), {{0.25, 0.25}, {0.5, 0.5}});
}

void CanvasTest::ignoresASecondFinger()
{
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const auto at = [this](QPointF place) { return m_hand->pixel(place); };
    const auto touch = [&] { return QTest::touchEvent(m_canvas.get(), screen.get()); };
    touch().press(0, at({0.25, 0.25}));
    touch().stationary(0).press(1, at({0.75, 0.75}));
    touch().move(0, at({0.5, 0.25})).move(1, at({0.75, 0.5}));
    touch().release(0, at({0.5, 0.25})).stationary(1);
    touch().move(1, at({0.8, 0.8}));
    touch().release(1, at({0.8, 0.8}));
    QCOMPARE(m_canvas->drawing().size(), 1);
    compare(places(m_canvas->drawing().first()), {{0.25, 0.25}, {0.5, 0.25}});
}

void CanvasTest::takesBackACancelledTouch()
{
    m_hand->mouseStroke(kSeven);
    const QImage before = m_canvas->grab().toImage();
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), screen.get()).press(0, m_hand->pixel({0.1, 0.1}));
    QTest::touchEvent(m_canvas.get(), screen.get()).move(0, m_hand->pixel({0.5, 0.5}));
    QVERIFY(m_canvas->isDrawing());
    QTouchEvent cancel(QEvent::TouchCancel, screen.get());
    QCoreApplication::sendEvent(m_canvas.get(), &cancel);
    QVERIFY(!m_canvas->isDrawing());
    QCOMPARE(m_canvas->ink().size(), 1U);
    QCOMPARE(m_canvas->grab().toImage(), before);
}

void CanvasTest::ignoresMouseEventsMadeUpFromThePens()
{
    const auto madeUp = [this](QEvent::Type type, QPointF place, Qt::MouseButtons held) {
        m_hand->mouse(
            type, place, type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held,
            m_hand->penDevice(), Qt::MouseEventSynthesizedBySystem);
    };
    m_hand->pen(QEvent::TabletPress, {0.2, 0.2}, 0.5);
    madeUp(QEvent::MouseButtonPress, {0.2, 0.2}, Qt::LeftButton);
    m_hand->pen(QEvent::TabletMove, {0.4, 0.2}, 0.5);
    madeUp(QEvent::MouseMove, {0.4, 0.2}, Qt::LeftButton);
    m_hand->pen(QEvent::TabletRelease, {0.4, 0.2}, 0);
    madeUp(QEvent::MouseButtonRelease, {0.4, 0.2}, Qt::NoButton);
    madeUp(QEvent::MouseButtonPress, {0.4, 0.2}, Qt::LeftButton); // some come late
    madeUp(QEvent::MouseButtonRelease, {0.4, 0.2}, Qt::NoButton);
    QCOMPARE(m_canvas->drawing().size(), 1);
    compare(places(m_canvas->drawing().first()), {{0.2, 0.2}, {0.4, 0.2}});

    m_hand->mouseStroke(kSeven); // the real mouse still draws
    QCOMPARE(m_canvas->drawing().size(), 2);
}

void CanvasTest::ignoresOtherButtons()
{
    m_hand->mouse(QEvent::MouseButtonPress, {0.1, 0.1}, Qt::RightButton, Qt::RightButton);
    QVERIFY(!m_canvas->isDrawing());
    const Qt::MouseButtons both = Qt::LeftButton | Qt::RightButton;
    m_hand->mouse(QEvent::MouseButtonPress, {0.2, 0.2});
    m_hand->mouse(QEvent::MouseButtonPress, {0.3, 0.2}, Qt::RightButton, both);
    m_hand->mouse(QEvent::MouseButtonRelease, {0.3, 0.2}, Qt::RightButton, Qt::LeftButton);
    QVERIFY(m_canvas->isDrawing());
    m_hand->mouse(QEvent::MouseButtonRelease, {0.4, 0.2}, Qt::LeftButton, Qt::NoButton);
    QCOMPARE(m_canvas->drawing().size(), 1);
}

void CanvasTest::endsTheStrokeWhen_data()
{
    using Interrupt = std::function<void(Canvas&, Hand&)>;
    QTest::addColumn<Interrupt>("interrupt");
    QTest::newRow("the focus goes") << Interrupt([](Canvas& canvas, Hand&) {
        QFocusEvent out(QEvent::FocusOut);
        QCoreApplication::sendEvent(&canvas, &out);
    });
    QTest::newRow("another window comes to the front") << Interrupt([](Canvas& canvas, Hand&) {
        QEvent deactivate(QEvent::WindowDeactivate);
        QCoreApplication::sendEvent(&canvas, &deactivate);
    });
    QTest::newRow("it is hidden") << Interrupt([](Canvas& canvas, Hand&) { canvas.hide(); });
    QTest::newRow("the release got lost") << Interrupt([](Canvas&, Hand& hand) {
        hand.mouse(QEvent::MouseMove, {0.9, 0.9}, Qt::NoButton, Qt::NoButton);
    });
}

void CanvasTest::endsTheStrokeWhen()
{
    QFETCH(const std::function<void(Canvas&, Hand&)>, interrupt);
    m_hand->mouse(QEvent::MouseButtonPress, {0.2, 0.2});
    m_hand->mouse(QEvent::MouseMove, {0.4, 0.4}, Qt::NoButton);
    interrupt(*m_canvas, *m_hand);
    QVERIFY(!m_canvas->isDrawing());
    QCOMPARE(m_canvas->drawing().size(), 1);
    compare(places(m_canvas->drawing().first()), {{0.2, 0.2}, {0.4, 0.4}});

    // What is left of the gesture draws nothing.
    m_hand->mouse(QEvent::MouseMove, {0.6, 0.6}, Qt::NoButton);
    m_hand->mouse(QEvent::MouseButtonRelease, {0.6, 0.6}, Qt::LeftButton, Qt::NoButton);
    QCOMPARE(m_canvas->ink(), (Ink{{{0.2, 0.2}, {0.4, 0.4}}}));
}

void CanvasTest::startsAnewWhenAReleaseGotLost()
{
    m_hand->mouse(QEvent::MouseButtonPress, {0.2, 0.2});
    m_hand->mouse(QEvent::MouseButtonDblClick, {0.6, 0.6}); // a quick second dot is one too
    m_hand->mouse(QEvent::MouseButtonRelease, {0.6, 0.6}, Qt::LeftButton, Qt::NoButton);
    m_hand->pen(QEvent::TabletPress, {0.3, 0.3}, 0.5);
    m_hand->penStroke({{0.4, 0.4}}, 0.5);
    QCOMPARE(m_canvas->ink(), (Ink{{{0.2, 0.2}}, {{0.6, 0.6}}, {{0.3, 0.3}}, {{0.4, 0.4}}}));
}

void CanvasTest::aTapIsADot()
{
    m_hand->mouseStroke({{0.5, 0.5}});
    QCOMPARE(m_canvas->ink(), (Ink{{{0.5, 0.5}}}));
    const QImage picture = m_canvas->picture(400);
    QCOMPARE(qGray(picture.pixel(200, 200)), 0);
    QCOMPARE(qGray(picture.pixel(220, 200)), 255);
}

void CanvasTest::anUnsteadyTapIsADot()
{
    m_hand->mouseStroke({{0.5, 0.5}, {0.5, 0.504}});
    QCOMPARE(m_canvas->ink(), (Ink{{{0.5, 0.502}}}));
    m_hand->mouseStroke({{0.504, 0.5}}); // tapped twice
    QCOMPARE(m_canvas->ink(), (Ink{{{0.502, 0.501}}}));
    QCOMPARE(m_canvas->drawing().size(), 2); // each can be undone
    m_hand->mouseStroke({{0.2, 0.2}, {0.2, 0.22}});
    QCOMPARE(m_canvas->ink().size(), 3U);
    QCOMPARE(m_canvas->ink().back().size(), 2U); // a small line is none
}

void CanvasTest::staysOnThePaper()
{
    m_hand->mouseStroke({{0.5, 0.5}, {0.5, 1.7}, {-2.0, 0.5}});
    compare(places(m_canvas->drawing().value(0)), {{0.5, 0.5}, {0.5, 1.0}, {0.0, 0.5}});
}

void CanvasTest::startsOnThePaperOnly()
{
    m_canvas->resize(700, 406);
    m_hand->mouseStroke({{-0.2, 0.5}, {0.5, 0.5}});
    QVERIFY(m_canvas->isEmpty());
}

void CanvasTest::undoesAndRedoes()
{
    m_hand->mouseStroke(kSeven);
    m_hand->mouseStroke({{0.5, 0.5}});
    const Drawing both = m_canvas->drawing();
    QSignalSpy changes(m_canvas.get(), &Canvas::inkChanged);
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), both.first(1));
    m_canvas->undo();
    QVERIFY(m_canvas->isEmpty());
    m_canvas->undo(); // nothing left to undo
    m_canvas->redo();
    m_canvas->redo();
    QCOMPARE(m_canvas->drawing(), both);
    QCOMPARE(changes.count(), 4);
}

void CanvasTest::undoesInTheMiddleOfAStroke()
{
    m_hand->mouseStroke(kSeven);
    m_hand->mouse(QEvent::MouseButtonPress, {0.2, 0.2});
    m_canvas->undo();
    QVERIFY(!m_canvas->isDrawing());
    QCOMPARE(m_canvas->ink().size(), 1U);
    m_canvas->redo();
    QCOMPARE(m_canvas->ink().size(), 2U);
}

void CanvasTest::clearsInOneStep()
{
    m_hand->mouseStroke(kSeven);
    m_hand->mouseStroke({{0.5, 0.5}});
    const Drawing both = m_canvas->drawing();
    m_canvas->clear();
    QVERIFY(m_canvas->isEmpty());
    const int steps = m_canvas->undoStack().count();
    m_canvas->clear(); // an empty paper is no step
    QCOMPARE(m_canvas->undoStack().count(), steps);
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), both);
}

void CanvasTest::insertsInOneStep()
{
    m_hand->mouseStroke(kSeven);
    const Drawing pasted = {{{{0.1, 0.1}, 0.5}}, {{{0.9, 0.9}, 0.5}}};
    m_canvas->insert(pasted);
    QCOMPARE(m_canvas->drawing().last(2), pasted);
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing().size(), 1);
}

void CanvasTest::erasesWithThePensOtherEnd()
{
    m_hand->penStroke({{0.2, 0.1}, {0.2, 0.9}}, 0.5);
    m_hand->penStroke({{0.5, 0.1}, {0.5, 0.9}}, 0.5);
    m_hand->penStroke({{0.8, 0.1}, {0.8, 0.9}}, 0.5);
    const Drawing three = m_canvas->drawing();

    m_hand->penStroke({{0.9, 0.95}, {0.1, 0.95}}, 0.5, Kind::Eraser); // below them all
    QCOMPARE(m_canvas->drawing(), three);
    m_hand->penStroke({{0.9, 0.5}, {0.6, 0.5}, {0.4, 0.5}}, 0.5, Kind::Eraser); // in great leaps
    QCOMPARE(m_canvas->drawing(), three.first(1));
    m_canvas->undo(); // one pass, one step
    QCOMPARE(m_canvas->drawing(), three);
}

void CanvasTest::keepsItsShapeWhenResized()
{
    m_hand->mouseStroke(kSeven);
    const Ink ink = m_canvas->ink();
    const QImage picture = m_canvas->picture(100);
    m_canvas->resize(806, 606);
    QCOMPARE(m_canvas->ink(), ink);
    QCOMPARE(m_canvas->picture(100), picture);
    QCOMPARE(m_canvas->paper().size(), QSizeF(600, 600));
    const QImage shown = m_canvas->grab().toImage();
    for (const QPointF& place : kSeven.first(2)) {
        QCOMPARE(shown.pixelColor(m_hand->pixel(place)), m_canvas->palette().color(QPalette::Text));
    }
}

void CanvasTest::paintsPieceByPieceAsAtOnce()
{
    m_hand->penStroke(kSeven, 0.7);
    m_hand->mouseStroke({{0.2, 0.6}, {0.5, 0.4}, {0.8, 0.6}});
    const QImage drawn = m_canvas->grab().toImage();
    m_canvas->resize(300, 300);
    m_canvas->grab();
    m_canvas->resize(406, 406); // all anew
    QCOMPARE(m_canvas->grab().toImage(), drawn);
}

void CanvasTest::paintsAroundThePenOnly()
{
    m_hand->mouse(QEvent::MouseButtonPress, {0.2, 0.2});
    m_hand->mouse(QEvent::MouseMove, {0.25, 0.2}, Qt::NoButton);
    m_canvas->repaint();
    PaintMeter meter;
    m_canvas->installEventFilter(&meter);
    m_hand->mouse(QEvent::MouseMove, {0.3, 0.2}, Qt::NoButton);
    QTRY_VERIFY(meter.pixels > 0);
    QVERIFY(meter.pixels < 80 * 40);
}

void CanvasTest::edgesStaySoftHoweverDenseThePoints()
{
    m_hand->penStroke({{0.2, 0.3}, {0.8, 0.5}}, 0.5);
    const QImage sparse = m_canvas->picture(400);
    m_canvas->clear();
    QList<QPointF> dense;
    for (int i = 0; i <= 1000; ++i) {
        dense.append({0.2 + 0.0006 * i, 0.3 + 0.0002 * i});
    }
    m_hand->penStroke(dense, 0.5);
    const QImage picture = m_canvas->picture(400);
    for (int y = 0; y < 400; ++y) {
        for (int x = 0; x < 400; ++x) {
            QVERIFY(std::abs(qGray(picture.pixel(x, y)) - qGray(sparse.pixel(x, y))) <= 2);
        }
    }
}

void CanvasTest::undoLeavesNoTrace()
{
    m_hand->penStroke(kSeven, 0.7);
    const QImage before = m_canvas->grab().toImage();
    m_hand->mouseStroke({{0.1, 0.1}, {0.9, 0.5}, {0.1, 0.9}});
    QVERIFY(m_canvas->grab().toImage() != before);
    m_canvas->undo();
    QCOMPARE(m_canvas->grab().toImage(), before);
}

void CanvasTest::followsThePalette()
{
    m_hand->mouseStroke(kSeven);
    m_canvas->grab();
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(0x202020));
    dark.setColor(QPalette::Text, QColor(0xf0f0f0));
    m_canvas->setPalette(dark);
    const QImage shown = m_canvas->grab().toImage();
    QCOMPARE(shown.pixelColor(m_hand->pixel({0.5, 0.2})), QColor(0xf0f0f0));
    QCOMPARE(shown.pixelColor(m_hand->pixel({0.1, 0.9})), QColor(0x202020));
}

void CanvasTest::invitesUntilTheFirstTouch()
{
    const auto isBare = [this] {
        const QRect inside = m_canvas->paper().toRect().adjusted(2, 2, -2, -2);
        const QImage shown = m_canvas->grab(inside).toImage();
        QImage bare(shown.size(), shown.format());
        bare.fill(m_canvas->palette().color(QPalette::Base));
        return shown == bare;
    };
    QVERIFY(!isBare()); // the guide
    m_hand->pen(QEvent::TabletPress, {0.5, 0.5}, 0.5, Kind::Eraser);
    QVERIFY(isBare());
    m_hand->pen(QEvent::TabletRelease, {0.5, 0.5}, 0, Kind::Eraser);
    QVERIFY(!isBare());
}

void CanvasTest::savesBlackOnWhite()
{
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    m_canvas->setPalette(dark);
    m_hand->mouseStroke(kSeven);
    const QImage picture = m_canvas->picture(500);
    QCOMPARE(picture.size(), QSize(500, 500));
    QCOMPARE(qGray(picture.pixel(250, 100)), 0);
    QCOMPARE(qGray(picture.pixel(20, 480)), 255);
}

void CanvasTest::takesAHundredThousandPoints()
{
    constexpr int kPoints = 100'000;
    m_hand->pen(QEvent::TabletPress, {0.5, 0.5}, 0.5);
    for (int i = 1; i < kPoints; ++i) {
        const QPointF place(0.5 + 0.4 * std::cos(i * 0.011), 0.5 + 0.4 * std::sin(i * 0.0071));
        m_hand->pen(QEvent::TabletMove, place, 0.5);
    }
    m_hand->pen(QEvent::TabletRelease, {0.5, 0.5}, 0);
    QCOMPARE(m_canvas->ink().at(0).size(), std::size_t{kPoints});
    m_canvas->undo();
    QVERIFY(m_canvas->isEmpty());
    m_canvas->redo();
    QCOMPARE(m_canvas->drawing().size(), 1);
}

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
