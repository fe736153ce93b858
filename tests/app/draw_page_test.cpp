// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/draw_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/glyph_view.h"
#include "app/draw/ink_mime.h"
#include "app/draw/probability_bars.h"
#include "app/recognition/recognition.h"
#include "app/shell/theme.h"
#include "core/ink/render.h"
#include "tests/app/fake_engine.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace digitpad;

namespace {

const Drawing kSeven = {
    {{{0.3, 0.2}, 0.5}, {{0.7, 0.2}, 0.5}, {{0.6, 0.5}, 0.5}, {{0.5, 0.8}, 0.5}}};

Result<std::shared_ptr<const Engine>> fakeEngine()
{
    return std::make_shared<tests::FakeEngine>();
}

/// A model whose reading waits for a permit.
class GatedModel : public tests::FakeModel {
public:
    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        started.release();
        gate.acquire();
        return FakeModel::read(glyphs);
    }

    mutable QSemaphore started;
    mutable QSemaphore gate;
};

class FailingModel : public tests::FakeModel {
public:
    Result<std::vector<Prediction>> read(std::span<const Glyph> /*glyphs*/) const override
    {
        return std::unexpected(Error{.code = ErrorCode::OutOfMemory, .detail = "none", .file = {}});
    }
};

} // namespace

/// Knows nothing but stems: what is wider is no digit.
class StemModel : public tests::FakeModel {
public:
    using FakeModel::FakeModel;

    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        constexpr int kWidest = 8; // columns
        auto predictions = FakeModel::read(glyphs);
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            int inked = 0;
            for (int x = 0; x < Glyph::kSide; ++x) {
                bool isInked = false;
                for (int y = 0; y < Glyph::kSide; ++y) {
                    isInked = isInked || glyphs[i].at(x, y) > 0;
                }
                inked += isInked ? 1 : 0;
            }
            predictions->at(i).digitScore = inked <= kWidest ? 1.0F : 0.01F;
        }
        return predictions;
    }
};

class DrawPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsWhileThePenMoves();
    void readsTheInkAsItLiesOnThePaper();
    void movesTheBars();
    void readsANumberWithABoxForEachDigit();
    void saysWhenItIsNotSureThatItIsADigit();
    void saysWhenItMayBeALetter();
    void invitesWhenThereIsNoInk();
    void dropsAnswersToDrawingsThatAreGone();
    void getsReadyWhileTheEngineLoads();
    void saysWhyNothingIsRead();
    void saysWhyAReadingFailed();
    void readsAgainWithAnotherModel();
    void namesTheAnswerForScreenReaders();
    void undoesByKeyboard();
    void enablesWhatCanBeDone();
    void leavesShortcutsToThePageOnScreen();
    void copiesInkAndPicture();
    void pastesInk();
    void handsAPictureOn();
    void savesThePicture();
    void saysWhyItCouldNotSave();
    void laysOutAt_data();
    void laysOutAt();

private:
    template <class Part> Part& part() { return *m_page->findChild<Part*>(); }
    void start();
    bool shows(int digit) { return part<AnswerView>().digits() == QString::number(digit); }

    std::unique_ptr<Recognition> m_recognition;
    std::unique_ptr<DrawPage> m_page;
};

void DrawPageTest::init()
{
    m_recognition = std::make_unique<Recognition>(fakeEngine);
    m_page = std::make_unique<DrawPage>(*m_recognition);
    m_page->resize(1000, 640);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    part<Canvas>().setFocus();
    QGuiApplication::clipboard()->clear();
}

void DrawPageTest::cleanup()
{
    m_page.reset();
    m_recognition.reset();
}

void DrawPageTest::start()
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(std::make_shared<tests::FakeModel>(), QStringLiteral("seven"));
    QVERIFY(changed.wait());
}

void DrawPageTest::readsWhileThePenMoves()
{
    start();
    QTest::mousePress(&part<Canvas>(), Qt::LeftButton, {}, {200, 200});
    QTRY_VERIFY(shows(7));
    QVERIFY(part<Canvas>().isDrawing());
    QVERIFY(part<AnswerView>().caption().contains(QStringLiteral("91")));
    QVERIFY(!part<GlyphView>().glyphs().front().isBlank());
    QTest::mouseRelease(&part<Canvas>(), Qt::LeftButton, {}, {200, 200});
}

void DrawPageTest::readsTheInkAsItLiesOnThePaper()
{
    start();
    Canvas& canvas = part<Canvas>();
    const QRectF paper = canvas.paper();
    const auto at = [&paper](qreal x, qreal y) {
        return (paper.topLeft() + QPointF(x, y) * paper.width()).toPoint();
    };
    QTest::mousePress(&canvas, Qt::LeftButton, {}, at(0.2, 0.1));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, at(0.3, 0.9));
    const auto near = [](const Point& point, double x, double y) {
        return std::abs(point.x - x) < 0.002 && std::abs(point.y - y) < 0.002;
    };
    const Ink ink = canvas.ink();
    QCOMPARE(ink.size(), 1U);
    QVERIFY(near(ink[0].front(), 0.2, 0.1));
    QVERIFY(near(ink[0].back(), 0.3, 0.9));
    QTRY_COMPARE(part<GlyphView>().glyphs().front(), renderInk(ink));
}

void DrawPageTest::movesTheBars()
{
    start();
    part<Canvas>().insert(kSeven);
    ProbabilityBars& bars = part<ProbabilityBars>();
    QTRY_VERIFY(!bars.predictions().empty());
    QTRY_COMPARE(bars.length(7), 0.91F);
    QCOMPARE(bars.length(0), 0.01F);
    QVERIFY(bars.accessibleDescription().contains(QStringLiteral("7: 91")));
    part<Canvas>().clear();
    QTRY_COMPARE(bars.length(7), 0.0F);
}

void DrawPageTest::readsANumberWithABoxForEachDigit()
{
    start();
    Canvas& canvas = part<Canvas>();
    canvas.insert(kSeven);
    QTRY_VERIFY(shows(7));
    QVERIFY(canvas.boxes().empty());

    canvas.clear();
    Drawing twice;
    for (const qreal left : {0.05, 0.6}) {
        for (PenStroke stroke : kSeven) {
            for (PenPoint& point : stroke) {
                point.position = QPointF(left, 0.2) + point.position * 0.3;
            }
            twice.append(stroke);
        }
    }
    canvas.insert(twice);
    QTRY_COMPARE(part<AnswerView>().digits(), QStringLiteral("77"));
    QCOMPARE(canvas.boxes().size(), 2U);
    QVERIFY(canvas.boxes()[0].right() < canvas.boxes()[1].left());
    QCOMPARE(part<GlyphView>().glyphs().size(), 2U);
    QCOMPARE(part<ProbabilityBars>().rows(), 2);
    QTRY_COMPARE(part<ProbabilityBars>().length(1), 0.91F);
    // 0.91 × 0.91
    QVERIFY(part<AnswerView>().caption().contains(QStringLiteral("83")));

    canvas.clear();
    QVERIFY(canvas.boxes().empty());
    QCOMPARE(part<ProbabilityBars>().rows(), 10);
}

void DrawPageTest::saysWhenItIsNotSureThatItIsADigit()
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(
        std::make_shared<tests::FakeModel>(3, "cpu", 0.2F), QStringLiteral("doubtful"));
    QVERIFY(changed.wait());
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(3)); // the nearest guess, in grey
    QVERIFY(part<AnswerView>().isGuess());
    QCOMPARE(part<AnswerView>().caption(), QStringLiteral("Not sure this is a digit"));

    m_recognition->useModel(std::make_shared<tests::FakeModel>(3), QStringLiteral("sure"));
    QTRY_VERIFY(!part<AnswerView>().isGuess());
}

void DrawPageTest::saysWhenItMayBeALetter()
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(std::make_shared<StemModel>(1), QStringLiteral("stems"));
    QVERIFY(changed.wait());
    const Drawing letter{// a V
                         {{.position = {0.3, 0.2}}, {.position = {0.4, 0.8}}},
                         {{.position = {0.5, 0.2}}, {.position = {0.4, 0.8}}}};
    part<Canvas>().insert(letter);
    QTRY_COMPARE(part<AnswerView>().digits(), QStringLiteral("11"));
    QVERIFY(part<AnswerView>().isGuess());
    QCOMPARE(part<AnswerView>().caption(), QStringLiteral("This may be a letter"));
}

void DrawPageTest::invitesWhenThereIsNoInk()
{
    start();
    const QString invitation = part<AnswerView>().caption();
    QVERIFY(!invitation.isEmpty());
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    part<Canvas>().clear();
    QVERIFY(part<AnswerView>().digits().isEmpty());
    QCOMPARE(part<AnswerView>().caption(), invitation);
    QVERIFY(part<ProbabilityBars>().predictions().empty());
    QVERIFY(part<GlyphView>().glyphs().front().isBlank());
}

void DrawPageTest::dropsAnswersToDrawingsThatAreGone()
{
    const auto gated = std::make_shared<GatedModel>();
    m_recognition->useModel(gated, QStringLiteral("gated"));
    QSignalSpy readings(m_recognition.get(), &Recognition::reading);
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(gated->started.available() > 0); // it is being read
    part<Canvas>().clear();
    gated->gate.release(100);
    QVERIFY(readings.count() > 0 || readings.wait());
    QVERIFY(part<AnswerView>().digits().isEmpty());
    QVERIFY(part<GlyphView>().glyphs().front().isBlank());

    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7)); // and what is drawn next is read again
}

void DrawPageTest::getsReadyWhileTheEngineLoads()
{
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(!part<GlyphView>().glyphs().front().isBlank());
    QVERIFY(part<AnswerView>().digits().isEmpty());
    QCOMPARE(part<AnswerView>().caption(), QStringLiteral("Getting ready…"));
    start();
    QTRY_VERIFY(shows(7));
}

void DrawPageTest::saysWhyNothingIsRead()
{
    m_recognition->engineFailed(
        {.code = ErrorCode::EngineUnavailable, .detail = "libtorch.so is missing", .file = {}});
    const auto saysIt = [this] {
        return part<AnswerView>().digits().isEmpty() &&
               part<AnswerView>().caption().contains(QStringLiteral("libtorch.so is missing"));
    };
    QVERIFY(saysIt());
    part<Canvas>().insert(kSeven); // drawing works all the same
    QTRY_VERIFY(!part<GlyphView>().glyphs().front().isBlank());
    QVERIFY(saysIt());
}

void DrawPageTest::saysWhyAReadingFailed()
{
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    m_recognition->useModel(std::make_shared<FailingModel>(), QStringLiteral("failing"));
    QTRY_VERIFY(part<AnswerView>().digits().isEmpty());
    QVERIFY(part<AnswerView>().caption().contains(QStringLiteral("memory")));
    QVERIFY(part<ProbabilityBars>().predictions().empty());
}

void DrawPageTest::readsAgainWithAnotherModel()
{
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    m_recognition->useModel(std::make_shared<tests::FakeModel>(3), QStringLiteral("three"));
    QTRY_VERIFY(shows(3));
}

void DrawPageTest::namesTheAnswerForScreenReaders()
{
    start();
    AnswerView& answer = part<AnswerView>();
    QCOMPARE(answer.accessibleName(), answer.caption());
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    QCOMPARE(answer.accessibleName(), QStringLiteral("7, 91 % sure"));
}

void DrawPageTest::undoesByKeyboard()
{
    Canvas& canvas = part<Canvas>();
    canvas.insert(kSeven);
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(canvas.isEmpty());
    QTest::keyClick(m_page.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(canvas.drawing(), kSeven);
    QTest::keyClick(m_page.get(), Qt::Key_Delete);
    QVERIFY(canvas.isEmpty());
}

void DrawPageTest::enablesWhatCanBeDone()
{
    const DrawActions& can = m_page->drawActions();
    for (const QAction* action : {can.undo, can.redo, can.clear, can.copy, can.paste, can.save}) {
        QVERIFY(!action->isEnabled());
        QVERIFY(!action->icon().isNull());
        QVERIFY(!action->text().isEmpty());
        QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
        QVERIFY(m_page->actions().contains(action));
    }
    Canvas& canvas = part<Canvas>();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {200, 200});
    QVERIFY(can.undo->isEnabled() && can.clear->isEnabled() && !can.save->isEnabled());
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {200, 200});
    QVERIFY(can.undo->isEnabled() && can.copy->isEnabled() && can.save->isEnabled());
    QVERIFY(!can.redo->isEnabled());
    can.undo->trigger();
    QVERIFY(can.redo->isEnabled() && !can.undo->isEnabled() && !can.clear->isEnabled());
}

void DrawPageTest::leavesShortcutsToThePageOnScreen()
{
    part<Canvas>().insert(kSeven);
    QVERIFY(m_page->drawActions().copy->isEnabled());
    m_page->hide();
    QVERIFY(!m_page->drawActions().copy->isEnabled());
    QVERIFY(!m_page->drawActions().undo->isEnabled());
    m_page->show();
    QVERIFY(m_page->drawActions().copy->isEnabled());
}

void DrawPageTest::copiesInkAndPicture()
{
    part<Canvas>().insert(kSeven);
    m_page->drawActions().copy->trigger();
    const QMimeData* held = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(inkFromJson(held->data(kInkMimeType)), kSeven);
    const auto picture = held->imageData().value<QImage>();
    QCOMPARE(qGray(picture.pixel(picture.width() / 2, picture.height() / 5)), 0);
}

void DrawPageTest::pastesInk()
{
    Canvas& canvas = part<Canvas>();
    canvas.insert(kSeven);
    m_page->drawActions().copy->trigger();
    canvas.clear();
    QTRY_VERIFY(m_page->drawActions().paste->isEnabled());
    QSignalSpy picture(m_page.get(), &DrawPage::pasteAsPicture);
    m_page->drawActions().paste->trigger();
    QCOMPARE(canvas.drawing(), kSeven);
    QCOMPARE(picture.count(), 0);
    m_page->drawActions().undo->trigger();
    QVERIFY(canvas.isEmpty());
}

void DrawPageTest::handsAPictureOn()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::white);
    QGuiApplication::clipboard()->setImage(image);
    QTRY_VERIFY(m_page->drawActions().paste->isEnabled());
    QSignalSpy picture(m_page.get(), &DrawPage::pasteAsPicture);
    m_page->drawActions().paste->trigger();
    QCOMPARE(picture.count(), 1);
    QVERIFY(part<Canvas>().isEmpty());
}

void DrawPageTest::savesThePicture()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("seven.png"));
    part<Canvas>().insert(kSeven);
    QSignalSpy messages(m_page.get(), &DrawPage::message);
    m_page->savePng(file);
    QVERIFY(messages.wait());
    QVERIFY(messages.at(0).at(0).toString().contains(QStringLiteral("seven.png")));
    const QImage saved(file);
    QCOMPARE(saved.convertToFormat(QImage::Format_Grayscale8), part<Canvas>().picture(1024));
}

void DrawPageTest::saysWhyItCouldNotSave()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("not/there/seven.png"));
    part<Canvas>().insert(kSeven);
    QSignalSpy messages(m_page.get(), &DrawPage::warning);
    m_page->savePng(file);
    QVERIFY(messages.wait());
    QVERIFY(messages.at(0).at(0).toString().contains(QStringLiteral("seven.png")));
    QVERIFY(!QFile::exists(file));
    QCOMPARE(part<Canvas>().drawing(), kSeven);
}

void DrawPageTest::laysOutAt_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("the smallest") << QSize(0, 0);
    QTest::newRow("1024×768") << QSize(1024, 640);
    QTest::newRow("4K") << QSize(3840, 2000);
    QTest::newRow("portrait") << QSize(800, 1200);
}

void DrawPageTest::laysOutAt()
{
    QFETCH(const QSize, size);
    m_page->resize(size.expandedTo(m_page->minimumSizeHint()));
    const QRect all = m_page->rect();
    const auto where = [this](const QWidget& widget) {
        return QRect(widget.mapTo(m_page.get(), QPoint()), widget.size());
    };
    const QList<const QWidget*> parts = {
        &part<Canvas>(), &part<AnswerView>(), &part<ProbabilityBars>(), &part<GlyphView>()};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVERIFY(all.contains(where(*parts[i])));
        QVERIFY(parts[i]->width() >= parts[i]->minimumSizeHint().width());
        QVERIFY(parts[i]->height() >= parts[i]->minimumSizeHint().height());
        for (qsizetype j = 0; j < i; ++j) {
            QVERIFY(!where(*parts[i]).intersects(where(*parts[j])));
        }
    }
    QCOMPARE(part<Canvas>().width(), part<Canvas>().height());
    for (const QToolButton* button : m_page->findChildren<QToolButton*>()) {
        QVERIFY(all.contains(where(*button)));
        QVERIFY(button->width() >= theme::kSmallestTarget);
        QVERIFY(button->width() >= button->sizeHint().width()); // the words are whole
        QVERIFY(button->height() >= theme::kSmallestTarget);
    }
}

QTEST_MAIN(DrawPageTest)
#include "draw_page_test.moc"
