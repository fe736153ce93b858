// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/steps_pane.h"

#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/pictures/pictures_page.h"
#include "app/pictures/step_glyphs.h"
#include "app/pictures/step_picture.h"
#include "app/recognition/recognition.h"
#include "tests/app/fake_engine.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace digitpad;

namespace {

/// So many strokes side by side.
QImage strokes(int count)
{
    QImage image(40 + 60 * count, 120, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int i = 0; i < count; ++i) {
        painter.fillRect(45 + 60 * i, 20, 10, 80, Qt::black);
    }
    return image;
}

} // namespace

class StepsPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void isClosedUntilAskedForAndRemembered();
    void showsTheOnlyPicture();
    void asksForOneOfSeveral();
    void followsTheSelection();
    void showsNoInkForTheReference();
    void saysWhenADigitIsDoubted();
    void readsTheDigitsOfAnotherModel();
    void saysThatNothingWasFound();
    void saysWhyThereIsNoPicture();
    void looksAgainAtAChangedFile();
    void forgetsWhatIsRemoved();
    void endsWhileLooking();
    void scrollsManyDigits();
    void paintsEveryState();
    void tellsAScreenReaderEachStep();

private:
    QString save(const QString& name, const QImage& image);
    void use(std::shared_ptr<const Model> model);
    void openSteps(const QStringList& files);
    QAction* stepsAction();
    /// The picture in a step by its name; null where it is not shown.
    StepPicture* step(const char* name);
    [[nodiscard]] QString caption(const char* name);
    [[nodiscard]] std::size_t digitsShown();
    [[nodiscard]] bool says(const QString& words) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Recognition> m_recognition;
    std::unique_ptr<PicturesPage> m_page;
    PictureTable* m_table = nullptr;
    PictureTableView* m_view = nullptr;
    StepsPane* m_pane = nullptr;
    StepGlyphs* m_glyphs = nullptr;
};

void StepsPaneTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void StepsPaneTest::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_recognition = std::make_unique<Recognition>([]() -> Result<std::shared_ptr<const Engine>> {
        return std::unexpected(
            Error{.code = ErrorCode::EngineUnavailable, .detail = "gone", .file = {}});
    });
    m_page = std::make_unique<PicturesPage>(*m_recognition);
    m_table = m_page->findChild<PictureTable*>();
    m_view = m_page->findChild<PictureTableView*>();
    m_pane = m_page->findChild<StepsPane*>();
    m_glyphs = m_page->findChild<StepGlyphs*>();
    m_page->resize(1000, 700);
    m_page->show();
    use(std::make_shared<tests::FakeModel>(7));
}

void StepsPaneTest::cleanup()
{
    m_page.reset();
    m_recognition.reset();
    m_folder.reset();
}

QString StepsPaneTest::save(const QString& name, const QImage& image)
{
    const QString path = m_folder->filePath(name);
    return image.save(path, "PNG") ? path : QString();
}

void StepsPaneTest::use(std::shared_ptr<const Model> model)
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(std::move(model), QStringLiteral("fake"));
    QVERIFY(changed.wait());
}

void StepsPaneTest::openSteps(const QStringList& files)
{
    m_page->open(files);
    QTRY_COMPARE(m_table->count(PictureRow::State::Done), static_cast<int>(files.size()));
    stepsAction()->trigger();
}

QAction* StepsPaneTest::stepsAction()
{
    for (QAction* action : m_page->actions()) {
        if (action->shortcut() == QKeySequence(Qt::Key_F9)) {
            return action;
        }
    }
    return nullptr;
}

StepPicture* StepsPaneTest::step(const char* name)
{
    for (StepPicture* step : m_pane->findChildren<StepPicture*>()) {
        if (step->accessibleName() == QLatin1String(name) && step->isVisible()) {
            return step;
        }
    }
    return nullptr;
}

QString StepsPaneTest::caption(const char* name)
{
    const StepPicture* found = step(name);
    return found != nullptr ? found->accessibleDescription() : QString();
}

std::size_t StepsPaneTest::digitsShown()
{
    return m_glyphs->isVisible() ? m_glyphs->glyphs().size() : 0;
}

bool StepsPaneTest::says(const QString& words) const
{
    for (const QLabel* label : m_pane->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words)) {
            return true;
        }
    }
    return false;
}

void StepsPaneTest::isClosedUntilAskedForAndRemembered()
{
    QVERIFY(!stepsAction()->isEnabled()); // without a picture there are no steps
    m_page->open({save(QStringLiteral("a.png"), strokes(1))});
    QTRY_COMPARE(m_table->count(PictureRow::State::Done), 1);
    QVERIFY(!m_pane->isVisible());
    stepsAction()->trigger();
    QVERIFY(m_pane->isVisible());
    QTRY_VERIFY(step("Paper") != nullptr);

    const PicturesPage next(*m_recognition);
    QVERIFY(!next.findChild<StepsPane*>()->isHidden());
    stepsAction()->trigger();
    QVERIFY(!m_pane->isVisible());
    const PicturesPage last(*m_recognition);
    QVERIFY(last.findChild<StepsPane*>()->isHidden());
}

void StepsPaneTest::showsTheOnlyPicture()
{
    openSteps({save(QStringLiteral("a.png"), strokes(2))});
    QTRY_COMPARE(digitsShown(), std::size_t{2});
    QCOMPARE(caption("Paper"), QStringLiteral("All of the picture"));
    QVERIFY(caption("Ink").endsWith(QStringLiteral("of the paper")));
    QVERIFY(caption("Digits").startsWith(QLatin1Char('2')));
    const auto& boxes = step("Digits")->boxes();
    QCOMPARE(boxes.size(), std::size_t{2});
    QVERIFY(boxes[0].place.contains(QPointF(50, 60))); // in the pixels of the picture
    QVERIFY(boxes[1].place.contains(QPointF(110, 60)));
    QCOMPARE(boxes[0].label, QStringLiteral("7"));
    QVERIFY(m_glyphs->glyphs()[0].glyph == m_table->row(0).glyphs[0]);
    QVERIFY(m_glyphs->glyphs()[0].label.contains(QStringLiteral("91")));
}

void StepsPaneTest::asksForOneOfSeveral()
{
    openSteps(
        {save(QStringLiteral("a.png"), strokes(1)), save(QStringLiteral("b.png"), strokes(2))});
    QTRY_VERIFY(says(QStringLiteral("Select a picture")));
    QVERIFY(step("Paper") == nullptr);
}

void StepsPaneTest::followsTheSelection()
{
    openSteps(
        {save(QStringLiteral("a.png"), strokes(1)), save(QStringLiteral("b.png"), strokes(3))});
    m_view->selectRow(1);
    QTRY_COMPARE(digitsShown(), std::size_t{3});
    m_view->selectRow(0); // without waiting: only the last one counts
    m_view->selectRow(1);
    m_view->selectRow(0);
    QTRY_COMPARE(digitsShown(), std::size_t{1});
    QTRY_COMPARE(step("Digits")->boxes().size(), std::size_t{1});

    stepsAction()->trigger(); // closed, it follows nothing
    m_view->selectRow(1);
    QCOMPARE(m_glyphs->glyphs().size(), std::size_t{1});
    stepsAction()->trigger();
    QTRY_COMPARE(digitsShown(), std::size_t{3});
}

void StepsPaneTest::showsNoInkForTheReference()
{
    openSteps({save(QStringLiteral("a.png"), strokes(2))});
    QTRY_COMPARE(digitsShown(), std::size_t{2});
    m_page->findChild<QComboBox*>()->setCurrentIndex(1);
    QTRY_VERIFY(step("Picture") != nullptr);
    QTRY_COMPARE(digitsShown(), std::size_t{1});
    QVERIFY(step("Ink") == nullptr);
    QVERIFY(step("Digits") == nullptr);
    QVERIFY(caption("Picture").contains(QStringLiteral("reference")));
    m_page->findChild<QComboBox*>()->setCurrentIndex(0);
    QTRY_VERIFY(step("Ink") != nullptr);
}

void StepsPaneTest::saysWhenADigitIsDoubted()
{
    use(std::make_shared<tests::FakeModel>(4, "cpu", 0.2F));
    openSteps({save(QStringLiteral("a.png"), strokes(1))});
    QTRY_COMPARE(digitsShown(), std::size_t{1});
    QTRY_VERIFY(m_glyphs->glyphs()[0].label.contains(QStringLiteral("not sure")));
    QVERIFY(!m_glyphs->glyphs()[0].isSure);
    QCOMPARE(step("Digits")->boxes()[0].label, QStringLiteral("?"));
}

void StepsPaneTest::readsTheDigitsOfAnotherModel()
{
    openSteps({save(QStringLiteral("a.png"), strokes(1))});
    QTRY_COMPARE(digitsShown(), std::size_t{1});
    use(std::make_shared<tests::FakeModel>(3));
    QTRY_VERIFY(digitsShown() == 1 && m_glyphs->glyphs()[0].label.startsWith(QLatin1Char('3')));
    QCOMPARE(step("Digits")->boxes()[0].label, QStringLiteral("3"));
}

void StepsPaneTest::saysThatNothingWasFound()
{
    openSteps({save(QStringLiteral("blank.png"), strokes(0))});
    QTRY_COMPARE(caption("Digits"), QStringLiteral("No digit found"));
    QCOMPARE(caption("Ink"), QStringLiteral("Nothing clear enough"));
    QVERIFY(step("Paper") != nullptr);
    QVERIFY(step("Digits")->boxes().empty());
    QVERIFY(m_glyphs->glyphs().empty());
}

void StepsPaneTest::saysWhyThereIsNoPicture()
{
    const QString path = m_folder->filePath(QStringLiteral("bad.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello") == 5);
    file.close();
    openSteps({path});
    QTRY_VERIFY(says(QStringLiteral("bad.png")));
    QVERIFY(step("Paper") == nullptr);
}

void StepsPaneTest::looksAgainAtAChangedFile()
{
    openSteps({save(QStringLiteral("a.png"), strokes(1))});
    QTRY_COMPARE(digitsShown(), std::size_t{1});
    save(QStringLiteral("a.png"), strokes(3));
    for (QAction* action : m_page->actions()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_R)) {
            action->trigger();
        }
    }
    QTRY_COMPARE(digitsShown(), std::size_t{3});
    QTRY_VERIFY(step("Digits") != nullptr && step("Digits")->boxes().size() == 3);
}

void StepsPaneTest::forgetsWhatIsRemoved()
{
    openSteps(
        {save(QStringLiteral("a.png"), strokes(1)), save(QStringLiteral("b.png"), strokes(2)),
         save(QStringLiteral("c.png"), strokes(3))});
    m_view->selectRow(1);
    QTRY_COMPARE(digitsShown(), std::size_t{2});
    m_table->removeRows(0, 1); // above it: what is shown stays
    QCOMPARE(digitsShown(), std::size_t{2});
    QTRY_COMPARE(step("Digits")->boxes().size(), std::size_t{2});
    m_table->removeRows(0, 1); // itself; one is left
    QTRY_COMPARE(digitsShown(), std::size_t{3});
    m_table->clear();
    QVERIFY(step("Paper") == nullptr);
}

void StepsPaneTest::endsWhileLooking()
{
    openSteps({save(QStringLiteral("a.png"), strokes(5))});
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // such as of a thread left
    m_page.reset(); // waits for it, and nothing comes after
    QCoreApplication::processEvents();
}

void StepsPaneTest::scrollsManyDigits()
{
    m_glyphs->resize(200, 200);
    std::vector<LabelledGlyph> glyphs(2, LabelledGlyph{.glyph = {}, .label = QStringLiteral("7")});
    m_glyphs->setGlyphs(glyphs);
    QCOMPARE(m_glyphs->verticalScrollBar()->maximum(), 0);
    QCOMPARE(m_glyphs->focusPolicy(), Qt::NoFocus);
    glyphs.resize(60, glyphs.front());
    m_glyphs->setGlyphs(glyphs);
    QVERIFY(m_glyphs->verticalScrollBar()->maximum() > 0);
    QCOMPARE(m_glyphs->focusPolicy(), Qt::StrongFocus); // so that the arrow keys scroll
}

/// A picture is painted with its outline and its boxes, and in the colours of the palette.
void StepsPaneTest::paintsEveryState()
{
    openSteps({save(QStringLiteral("a.png"), strokes(2))});
    QTRY_COMPARE(digitsShown(), std::size_t{2});
    const auto count = [](QWidget* widget, const QColor& color) {
        const QImage seen = widget->grab().toImage();
        int pixels = 0;
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                pixels += seen.pixelColor(x, y) == color ? 1 : 0;
            }
        }
        return pixels;
    };
    const QColor accent = m_pane->palette().color(QPalette::Highlight);
    QVERIFY(count(step("Paper"), accent) > 100);
    QVERIFY(count(step("Digits"), accent) > 100);
    QCOMPARE(count(step("Ink"), accent), 0);
    QVERIFY(count(step("Ink"), m_pane->palette().color(QPalette::Text)) > 100);

    QPalette other = m_pane->palette();
    other.setColor(QPalette::Text, QColor(1, 200, 3));
    m_pane->setPalette(other);
    QVERIFY(count(step("Ink"), QColor(1, 200, 3)) > 100);
    QVERIFY(count(m_glyphs, QColor(1, 200, 3)) > 10);
}

void StepsPaneTest::tellsAScreenReaderEachStep()
{
    openSteps({save(QStringLiteral("a.png"), strokes(2))});
    QTRY_COMPARE(digitsShown(), std::size_t{2});
    QVERIFY(!m_pane->accessibleName().isEmpty());
    for (const char* name : {"Paper", "Ink", "Digits"}) {
        QVERIFY(step(name) != nullptr);
        QVERIFY(!caption(name).isEmpty());
        QVERIFY(!step(name)->parentWidget()->toolTip().isEmpty());
    }
    QVERIFY(!m_glyphs->accessibleName().isEmpty());
    QCOMPARE(m_glyphs->accessibleDescription().count(QStringLiteral("91")), 2);
}

QTEST_MAIN(StepsPaneTest)
#include "steps_pane_test.moc"
