// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/draw_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/glyph_view.h"
#include "app/draw/ink_mime.h"
#include "app/draw/probability_bars.h"
#include "app/recognition/recognition.h"
#include "app/samples/digit_menu.h"
#include "app/samples/writer.h"
#include "app/shell/theme.h"
#include "app/store/store.h"
#include "core/ink/render.h"
#include "tests/app/fake_engine.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QSemaphore>
#include <QSettings>
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
    void showsTheBarsWithoutMotion();
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
    void keepsADigitWithAClickOnItsBar();
    void keepsADigitWithItsKey();
    void takesBackWhatWasKept();
    void keepsTheStrokesOfOneOfANumbersDigits();
    void keepsANumberThatIsOneDigit();
    void keepsDotsAsTheyWereDrawn();
    void keepsUnderTheWritersName();
    void saysWhyNothingIsKept();
    void keepsNothingThatIsNotRead();
    void laysOutAt_data();
    void laysOutAt();

private:
    /// Two sevens side by side.
    void drawTwoSevens();
    void openStore();
    /// The sample that was kept last; waits until `count` are.
    Sample kept(int count);
    template <class Part> Part& part() { return *m_page->findChild<Part*>(); }
    void start();
    bool shows(int digit) { return part<AnswerView>().digits() == QString::number(digit); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<QSignalSpy> m_kept;
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
    m_kept.reset();
    m_store.reset();
    m_folder.reset();
    QSettings().clear();
}

void DrawPageTest::openStore()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<Store>(m_folder->filePath(QStringLiteral("store.sqlite")));
    m_kept = std::make_unique<QSignalSpy>(m_store.get(), &Store::sampleKept);
    m_page->setStore(*m_store);
}

Sample DrawPageTest::kept(int count)
{
    if (!QTest::qWaitFor([&] { return m_kept->size() == count; })) {
        return {};
    }
    QSignalSpy read(m_store.get(), &Store::sampleRead);
    m_store->readSample(m_kept->last().at(1).toLongLong());
    return read.wait() ? read.at(0).at(1).value<Sample>() : Sample();
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

void DrawPageTest::showsTheBarsWithoutMotion()
{
    theme::apply(*qApp, false, true);
    start();
    part<Canvas>().insert(kSeven);
    QTRY_COMPARE(part<ProbabilityBars>().length(7), 0.91F);
    part<Canvas>().clear();
    QCOMPARE(part<ProbabilityBars>().length(7), 0.0F);
    part<Canvas>().insert(kSeven);
    QTRY_COMPARE(part<ProbabilityBars>().length(7), 0.91F);
    theme::apply(*qApp, false, false);
}

void DrawPageTest::drawTwoSevens()
{
    Drawing twice;
    for (const qreal left : {0.05, 0.6}) {
        for (PenStroke stroke : kSeven) {
            for (PenPoint& point : stroke) {
                point.position = QPointF(left, 0.2) + point.position * 0.3;
            }
            twice.append(stroke);
        }
    }
    part<Canvas>().insert(twice);
    QTRY_COMPARE(part<AnswerView>().digits(), QStringLiteral("77"));
}

void DrawPageTest::readsANumberWithABoxForEachDigit()
{
    start();
    Canvas& canvas = part<Canvas>();
    canvas.insert(kSeven);
    QTRY_VERIFY(shows(7));
    QVERIFY(canvas.boxes().empty());

    canvas.clear();
    drawTwoSevens();
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

void DrawPageTest::keepsADigitWithAClickOnItsBar()
{
    openStore();
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    QSignalSpy undoable(m_page.get(), &DrawPage::undoable);
    ProbabilityBars& bars = part<ProbabilityBars>();
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.place(4).center().toPoint());
    const Sample sample = kept(1);
    QCOMPARE(sample.tile.label, 4);
    QVERIFY(sample.drawing == kSeven); // with its pressure
    QVERIFY(sample.tile.glyph == part<GlyphView>().glyphs().front());
    QVERIFY(sample.tile.reading.has_value());
    QCOMPARE(sample.tile.reading->digit, 7);
    QVERIFY(std::abs(sample.tile.reading->confidence - 0.91) < 0.001);
    QVERIFY(sample.picture.isEmpty());
    QCOMPARE(undoable.size(), 1);
    QCOMPARE(undoable.at(0).at(0).toString(), QStringLiteral("Kept as a 4"));
    QCOMPARE(bars.kept(), std::optional(4));
    QVERIFY(bars.accessibleDescription().contains(QStringLiteral("kept as 4")));
    part<Canvas>().clear();
    QVERIFY(!bars.kept());
}

void DrawPageTest::keepsADigitWithItsKey()
{
    openStore();
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    QSignalSpy undoable(m_page.get(), &DrawPage::undoable);
    QTest::keyClick(m_page.get(), Qt::Key_7); // it is right
    const Sample right = kept(1);
    QCOMPARE(right.tile.label, 7);
    QTest::keyClick(m_page.get(), Qt::Key_8, Qt::KeypadModifier); // or not
    const Sample wrong = kept(2);
    QCOMPARE(wrong.tile.label, 8);
    QCOMPARE(wrong.tile.id, right.tile.id); // the same ink
    QCOMPARE(undoable.at(1).at(0).toString(), QStringLiteral("Kept as an 8"));
    QCOMPARE(part<ProbabilityBars>().kept(), std::optional(8));
}

void DrawPageTest::takesBackWhatWasKept()
{
    openStore();
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    QSignalSpy undoable(m_page.get(), &DrawPage::undoable);
    QSignalSpy done(m_store.get(), &Store::done);
    QTest::keyClick(m_page.get(), Qt::Key_4);
    QTRY_COMPARE(undoable.size(), 1);
    QTest::keyClick(m_page.get(), Qt::Key_9);
    QTRY_COMPARE(undoable.size(), 2);

    undoable.at(1).at(1).value<std::function<void()>>()(); // a 4 again
    QCOMPARE(part<ProbabilityBars>().kept(), std::optional(4));
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(kept(2).tile.label, 4);

    undoable.at(0).at(1).value<std::function<void()>>()(); // nothing again
    QVERIFY(!part<ProbabilityBars>().kept());
    QTRY_COMPARE(done.size(), 2);
    QSignalSpy page(m_store.get(), &Store::pageRead);
    m_store->readPage({}, 0, 10);
    QVERIFY(page.wait());
    QCOMPARE(page.at(0).at(1).value<SamplePage>().count, 0);
}

void DrawPageTest::keepsTheStrokesOfOneOfANumbersDigits()
{
    openStore();
    start();
    drawTwoSevens();
    GlyphView& glyphs = part<GlyphView>();
    ProbabilityBars& bars = part<ProbabilityBars>();
    const auto* keepAs = m_page->findChild<DigitMenu*>();
    QVERIFY(!keepAs->digit(1)->isEnabled());
    QCOMPARE(keepAs->digit(1)->toolTip(), QStringLiteral("Choose one of the digits first"));

    QTest::mouseClick(&glyphs, Qt::LeftButton, {}, glyphs.place(1).center());
    QCOMPARE(glyphs.chosen(), std::optional(1));
    QCOMPARE(bars.rows(), 10); // of this one
    QTest::keyClick(m_page.get(), Qt::Key_1);
    const Sample second = kept(1);
    QCOMPARE(second.tile.label, 1);
    QCOMPARE(second.drawing.size(), 1);
    QVERIFY(second.drawing[0] == part<Canvas>().drawing()[1]);
    QVERIFY(second.tile.glyph == glyphs.glyphs()[1]);

    QTest::mouseClick(&glyphs, Qt::LeftButton, {}, glyphs.place(1).center()); // no longer
    QVERIFY(!glyphs.chosen());
    QCOMPARE(bars.rows(), 2);
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.place(0).center().toPoint());
    QCOMPARE(glyphs.chosen(), std::optional(0));
    QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.place(2).center().toPoint());
    const Sample first = kept(2);
    QCOMPARE(first.tile.label, 2);
    QVERIFY(first.drawing[0] == part<Canvas>().drawing()[0]);

    glyphs.setFocus();
    QTest::keyClick(&glyphs, Qt::Key_Right);
    QCOMPARE(glyphs.chosen(), std::optional(1));
    QCOMPARE(bars.kept(), std::optional(1)); // as before
    QTest::keyClick(&glyphs, Qt::Key_Escape);
    QVERIFY(!glyphs.chosen());
}

void DrawPageTest::keepsANumberThatIsOneDigit()
{
    openStore();
    start();
    drawTwoSevens();
    QAction* all = m_page->drawActions().allOfIt;
    QVERIFY(all->isEnabled());
    QTest::keyClick(m_page.get(), Qt::Key_Asterisk);
    QVERIFY(all->isChecked());
    QCOMPARE(part<Canvas>().boxes().size(), 1U);
    QTest::keyClick(m_page.get(), Qt::Key_0);
    const Sample sample = kept(1);
    QCOMPARE(sample.tile.label, 0);
    QVERIFY(sample.drawing == part<Canvas>().drawing());
    QVERIFY(sample.tile.glyph == renderInk(part<Canvas>().ink()));
    QVERIFY(!sample.tile.reading);
    all->trigger();
    QCOMPARE(part<Canvas>().boxes().size(), 2U);
}

// core takes short strokes for dots, with fewer points.
void DrawPageTest::keepsDotsAsTheyWereDrawn()
{
    openStore();
    start();
    const PenStroke dot = {{{0.5, 0.5}, 0.25}, {{0.5001, 0.5}, 0.5}, {{0.5002, 0.5}, 0.75}};
    part<Canvas>().insert({dot});
    QTRY_VERIFY(shows(7));
    QTest::keyClick(m_page.get(), Qt::Key_1);
    QVERIFY(kept(1).drawing == Drawing{dot});
    part<Canvas>().insert({kSeven});
    QTRY_VERIFY(!part<ProbabilityBars>().kept());
    part<Canvas>().clear();
    part<Canvas>().insert({dot, dot});
    QTRY_COMPARE(part<GlyphView>().glyphs().front(), renderInk(part<Canvas>().ink()));
    QTRY_VERIFY(m_page->findChild<DigitMenu*>()->digit(1)->isEnabled());
    QTest::keyClick(m_page.get(), Qt::Key_1);
    QVERIFY(kept(2).drawing == (Drawing{dot, dot}));
}

void DrawPageTest::keepsUnderTheWritersName()
{
    setCurrentWriter(QStringLiteral(" Ada 王 "));
    openStore();
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    QTest::keyClick(m_page.get(), Qt::Key_4);
    QCOMPARE(kept(1).tile.writer, QStringLiteral("Ada 王"));
}

void DrawPageTest::saysWhyNothingIsKept()
{
    start();
    part<Canvas>().insert(kSeven);
    QTRY_VERIFY(shows(7));
    const QAction* four = m_page->findChild<DigitMenu*>()->digit(4);
    QVERIFY(!four->isEnabled());
    QCOMPARE(four->toolTip(), QStringLiteral("There is nowhere to keep samples yet"));

    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<Store>(m_folder->path()); // no file
    m_page->setStore(*m_store);
    QTRY_VERIFY(four->toolTip().startsWith(QStringLiteral("Nothing can be kept.")));
    QVERIFY(!four->isEnabled());
    QCOMPARE(part<ProbabilityBars>().toolTip(), four->toolTip());
    QTest::keyClick(m_page.get(), Qt::Key_4); // does nothing
    QVERIFY(!part<ProbabilityBars>().kept());
}

void DrawPageTest::keepsNothingThatIsNotRead()
{
    openStore();
    const QAction* four = m_page->findChild<DigitMenu*>()->digit(4);
    QVERIFY(!four->isEnabled());
    QCOMPARE(four->toolTip(), QStringLiteral("Nothing is read yet"));
    part<Canvas>().insert(kSeven); // there is no engine
    QTRY_COMPARE(part<AnswerView>().caption(), QStringLiteral("Getting ready…"));
    QVERIFY(!four->isEnabled());

    start();
    QTRY_VERIFY(four->isEnabled());
    QTest::mousePress(&part<Canvas>(), Qt::LeftButton, {}, {300, 300});
    QVERIFY(!four->isEnabled()); // what it will be is not known yet
    QTest::mouseRelease(&part<Canvas>(), Qt::LeftButton, {}, {300, 300});
    QTRY_VERIFY(four->isEnabled());
    m_page->hide();
    QVERIFY(!four->isEnabled()); // its key is another page's
    m_page->show();
    part<Canvas>().clear();
    QVERIFY(!four->isEnabled());
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
