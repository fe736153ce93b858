// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/pictures_page.h"

#include "app/pictures/picture_delegate.h"
#include "app/pictures/picture_file.h"
#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/recognition/recognition.h"
#include "app/samples/digit_menu.h"
#include "app/store/store.h"
#include "tests/app/fake_engine.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <atomic>

using namespace digitpad;

namespace {

/// A model that counts its readings and, while it is shut, holds each of them back.
class WatchedModel : public tests::FakeModel {
public:
    using FakeModel::FakeModel;

    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        if (shut) {
            waiting.release();
            gate.acquire();
        }
        ++readings;
        return FakeModel::read(glyphs);
    }

    void letGo()
    {
        shut = false;
        gate.release(10); // more than there are threads
    }

    std::atomic<bool> shut = false;
    mutable std::atomic<int> readings = 0;
    mutable QSemaphore waiting;
    mutable QSemaphore gate;
};

QImage picture(Qt::GlobalColor paper = Qt::white, Qt::GlobalColor ink = Qt::black)
{
    QImage image(60, 80, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setPen(QPen(ink, 8));
    painter.drawLine(30, 15, 30, 65);
    return image;
}

/// Two strokes that stand apart.
QImage number()
{
    QImage image(160, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 8));
    painter.drawLine(40, 15, 40, 65);
    painter.drawLine(110, 15, 120, 65);
    return image;
}

} // namespace

class PicturesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void readsFilesInTheOrderGiven();
    void readsThePicturesOfAFolder();
    void saysThatAFolderIsEmpty();
    void saysWhyAFileIsNoPicture_data();
    void saysWhyAFileIsNoPicture();
    void takesADropOfFiles();
    void takesADropOfPixels();
    void leavesModelsToTheWindow();
    void pastesFilesAndPixels();
    void saysThatThereIsNothingToPaste();
    void showsGlyphsBeforeThereIsAModel();
    void saysWhyThereIsNoEngine();
    void readsAgainWithAnotherModel();
    void preparesAgainWhenAskedTo();
    void removesWhileReading();
    void removesNothingOutOfSight();
    void showsWhatIsNew();
    void clearsWhileReading();
    void cancelsAndReadsAgain();
    void readsAThousand();
    void endsWhileReading();
    void copiesResults();
    void savesCsv();
    void saysThatCsvCannotBeWritten();
    void freesItsShortcutsWhileHidden();
    void tellsAScreenReaderEachCell();
    void keepsAPictureWithItsKey();
    void keepsOneOfANumbersDigits();
    void choosesADigitWithAClick();
    void keepsSeveralAtOnce();
    void keepsWhatCannotBeReadAnyMore();
    void saysWhyNothingIsKept();

private:
    QString save(const QString& name, const QImage& image = picture());
    QString save(const QString& name, const QByteArray& bytes);
    void use(std::shared_ptr<const Model> model);
    [[nodiscard]] bool allRead() const;
    [[nodiscard]] const PictureRow& row(int number) const { return m_table->row(number); }
    /// What was read in a row; empty where nothing was.
    [[nodiscard]] QString textOf(int number) const
    {
        const auto& read = row(number).number;
        return read ? QString::fromStdString(read->text()) : QString();
    }
    void openStore();
    void openAll(const QStringList& files);
    /// The sample of a sampleKept signal.
    Sample kept(int which);
    QString number(int row) { return m_table->index(row, PictureTable::Digit).data().toString(); }
    QAction* action(const QString& iconText);
    bool drop(const QMimeData& held);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<QSignalSpy> m_kept;
    std::unique_ptr<Recognition> m_recognition;
    std::shared_ptr<WatchedModel> m_model;
    std::unique_ptr<PicturesPage> m_page;
    PictureTable* m_table = nullptr;
    PictureTableView* m_view = nullptr;
};

void PicturesPageTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English)); // the C locale knows no order of numbers
}

void PicturesPageTest::init()
{
    QSettings().clear();
    QApplication::clipboard()->clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_recognition = std::make_unique<Recognition>([]() -> Result<std::shared_ptr<const Engine>> {
        return std::unexpected(
            Error{.code = ErrorCode::EngineUnavailable, .detail = "gone", .file = {}});
    });
    m_page = std::make_unique<PicturesPage>(*m_recognition);
    m_table = m_page->findChild<PictureTable*>();
    m_view = m_page->findChild<PictureTableView*>();
    m_page->show();
    m_model = std::make_shared<WatchedModel>(7);
    use(m_model);
}

void PicturesPageTest::cleanup()
{
    m_model->letGo();
    m_page.reset();
    m_kept.reset();
    m_store.reset();
    m_recognition.reset();
    m_model.reset();
    m_folder.reset();
}

void PicturesPageTest::openStore()
{
    m_store = std::make_unique<Store>(m_folder->filePath(QStringLiteral("store.sqlite")));
    m_kept = std::make_unique<QSignalSpy>(m_store.get(), &Store::sampleKept);
    m_page->setStore(*m_store);
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void PicturesPageTest::openAll(const QStringList& files)
{
    m_page->open(files);
    QTRY_COMPARE(m_table->rowCount(), static_cast<int>(files.size()));
    QTRY_VERIFY(allRead());
    m_view->setFocus();
    m_view->selectRow(0);
}

Sample PicturesPageTest::kept(int which)
{
    if (!QTest::qWaitFor([&] { return m_kept->size() > which; })) {
        return {};
    }
    QSignalSpy read(m_store.get(), &Store::sampleRead);
    m_store->readSample(m_kept->at(which).at(1).toLongLong());
    return read.wait() ? read.at(0).at(1).value<Sample>() : Sample();
}

QString PicturesPageTest::save(const QString& name, const QImage& image)
{
    const QString path = m_folder->filePath(name);
    return image.save(path, "PNG") ? path : QString();
}

QString PicturesPageTest::save(const QString& name, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void PicturesPageTest::use(std::shared_ptr<const Model> model)
{
    QSignalSpy changed(m_recognition.get(), &Recognition::modelChanged);
    m_recognition->useModel(std::move(model), QStringLiteral("fake"));
    QVERIFY(changed.wait());
}

bool PicturesPageTest::allRead() const
{
    return m_table->rowCount() > 0 && m_table->readCount() == m_table->rowCount();
}

QAction* PicturesPageTest::action(const QString& iconText)
{
    for (QAction* action : m_page->actions()) {
        if (action->iconText() == iconText) {
            return action;
        }
    }
    return nullptr;
}

/// As the window system does it: enter, and if that is accepted, drop.
bool PicturesPageTest::drop(const QMimeData& held)
{
    const QPoint middle = m_page->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_page.get(), &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDropEvent event(middle, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &event);
    return true;
}

void PicturesPageTest::readsFilesInTheOrderGiven()
{
    const QString second = save(QStringLiteral("数字 seven.png"));
    const QString first = save(QStringLiteral("b.png"));
    m_page->open({second, first});
    QTRY_VERIFY(allRead());
    QCOMPARE(m_table->rowCount(), 2);
    QCOMPARE(row(0).name, QStringLiteral("数字 seven.png"));
    QCOMPARE(row(1).name, QStringLiteral("b.png"));
    QCOMPARE(textOf(0), QStringLiteral("7"));
    QVERIFY(!row(0).thumbnail.isEmpty());
    QCOMPARE(m_table->index(0, PictureTable::Digit).data().toString(), QStringLiteral("7"));
    QVERIFY(m_table->index(0, PictureTable::Confidence)
                .data()
                .toString()
                .contains(QStringLiteral("91")));
    QVERIFY(row(0).glyphs.front() == *glyphFromFile(second, Preparation::Auto));
}

void PicturesPageTest::readsThePicturesOfAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("in/deeper")));
    save(QStringLiteral("in/10.png"));
    save(QStringLiteral("in/2.PNG"));
    save(QStringLiteral("in/notes.txt"), QByteArrayLiteral("not a picture"));
    save(QStringLiteral("in/deeper/1.png"));
    m_page->open({m_folder->filePath(QStringLiteral("in"))});
    QTRY_VERIFY(allRead());
    QCOMPARE(m_table->rowCount(), 3);
    QStringList names{row(0).name, row(1).name, row(2).name};
    QVERIFY(names.indexOf(QStringLiteral("2.PNG")) < names.indexOf(QStringLiteral("10.png")));
    QVERIFY(names.contains(QStringLiteral("1.png")));
}

void PicturesPageTest::saysThatAFolderIsEmpty()
{
    QSignalSpy messages(m_page.get(), &PicturesPage::message);
    m_page->open({m_folder->path()});
    QVERIFY(messages.wait());
    QVERIFY(messages.at(0).at(0).toString().contains(m_folder->path()));
    QCOMPARE(m_table->rowCount(), 0);
}

void PicturesPageTest::saysWhyAFileIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("there");
    QTest::newRow("text named .png") << QByteArrayLiteral("hello, I am text\n") << true;
    QTest::newRow("no bytes") << QByteArray() << true;
    QTest::newRow("truncated") << QByteArray() << true;
    QTest::newRow("missing") << QByteArray() << false;
}

void PicturesPageTest::saysWhyAFileIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, there);
    QString path = m_folder->filePath(QStringLiteral("bad.png"));
    if (QByteArray(QTest::currentDataTag()) == "truncated") {
        QFile whole(save(QStringLiteral("whole.png")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        bytes = whole.read(whole.size() / 2);
    }
    if (there) {
        path = save(QStringLiteral("bad.png"), bytes);
    }
    const QString good = save(QStringLiteral("good.png"));
    m_page->open({path, good});
    QTRY_COMPARE(m_table->count(PictureRow::State::Done), 2);
    QVERIFY(row(0).error);
    QVERIFY(!row(0).number);
    QVERIFY(m_table->problem(0).contains(QStringLiteral("bad.png")));
    QVERIFY(m_table->index(0, PictureTable::Name)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(m_table->problem(0).toHtmlEscaped()));
    QVERIFY(row(1).number); // the others are still read
    QVERIFY(m_table->problem(1).isEmpty());

    const int readings = m_model->readings;
    use(std::make_shared<WatchedModel>(3)); // a model makes no picture of it
    QTRY_COMPARE(textOf(1), QStringLiteral("3"));
    QVERIFY(row(0).error);
    QCOMPARE(m_model->readings, readings);
}

void PicturesPageTest::takesADropOfFiles()
{
    QMimeData held;
    held.setUrls(
        {QUrl::fromLocalFile(save(QStringLiteral("a.png"))),
         QUrl(QStringLiteral("https://example.org/x.png")),
         QUrl::fromLocalFile(save(QStringLiteral("b.png")))});
    QVERIFY(drop(held));
    QTRY_VERIFY(allRead());
    QCOMPARE(m_table->rowCount(), 2);
}

void PicturesPageTest::takesADropOfPixels()
{
    QMimeData held;
    held.setImageData(picture());
    QVERIFY(drop(held));
    QTRY_VERIFY(allRead());
    QVERIFY(row(0).glyphs.front() == *glyphOf(picture(), Preparation::Auto));
    QVERIFY(row(0).source.image.isNull()); // kept packed
    QVERIFY(!row(0).source.png.isEmpty());
}

void PicturesPageTest::leavesModelsToTheWindow()
{
    QMimeData held;
    held.setUrls({QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("mine.pth")))});
    QVERIFY(!drop(held));
    QMimeData text;
    text.setText(QStringLiteral("seven"));
    QVERIFY(!drop(text));
}

void PicturesPageTest::pastesFilesAndPixels()
{
    auto* files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(save(QStringLiteral("a.png")))});
    files->setImageData(picture()); // a file manager's preview of it
    QApplication::clipboard()->setMimeData(files);
    QTRY_VERIFY(action(QStringLiteral("Paste"))->isEnabled());
    action(QStringLiteral("Paste"))->trigger();
    QTRY_VERIFY(allRead());
    QCOMPARE(m_table->rowCount(), 1);

    QApplication::clipboard()->setImage(picture());
    m_page->paste();
    m_page->paste();
    QTRY_VERIFY(allRead());
    QCOMPARE(m_table->rowCount(), 3);
    QVERIFY(row(1).name != row(2).name);
}

void PicturesPageTest::saysThatThereIsNothingToPaste()
{
    QSignalSpy messages(m_page.get(), &PicturesPage::message);
    QApplication::clipboard()->setText(QStringLiteral("seven"));
    QVERIFY(!action(QStringLiteral("Paste"))->isEnabled());
    m_page->paste();
    QCOMPARE(messages.size(), 1);

    auto* far = new QMimeData;
    far->setUrls({QUrl(QStringLiteral("https://example.org/x.png"))});
    QApplication::clipboard()->setMimeData(far);
    m_page->paste();
    QCOMPARE(messages.size(), 2);
    QVERIFY(messages.at(0).at(0) != messages.at(1).at(0));
    QCOMPARE(m_table->rowCount(), 0);
}

void PicturesPageTest::showsGlyphsBeforeThereIsAModel()
{
    Recognition recognition({});
    PicturesPage page(recognition);
    auto* table = page.findChild<PictureTable*>();
    page.open({save(QStringLiteral("a.png"))});
    QTRY_COMPARE(table->count(PictureRow::State::Done), 1);
    QVERIFY(!table->row(0).glyphs.empty());
    QVERIFY(!table->row(0).number);
    QVERIFY(table->problem(0).contains(QStringLiteral("engine")));

    recognition.useModel(m_model, QStringLiteral("fake"));
    QTRY_COMPARE(table->readCount(), 1);
    QVERIFY(table->problem(0).isEmpty());
}

void PicturesPageTest::saysWhyThereIsNoEngine()
{
    Recognition recognition([]() -> Result<std::shared_ptr<const Engine>> {
        return std::unexpected(
            Error{.code = ErrorCode::EngineUnavailable, .detail = "no such module", .file = {}});
    });
    PicturesPage page(recognition);
    auto* table = page.findChild<PictureTable*>();
    page.open({save(QStringLiteral("a.png"))});
    QSignalSpy failed(&recognition, &Recognition::engineFailed);
    recognition.start(QString(), QStringLiteral("cpu"));
    QVERIFY(failed.wait());
    QTRY_COMPARE(table->count(PictureRow::State::Done), 1);
    QVERIFY(table->problem(0).contains(QStringLiteral("no such module")));
}

void PicturesPageTest::readsAgainWithAnotherModel()
{
    m_page->open({save(QStringLiteral("a.png")), save(QStringLiteral("b.png"))});
    QTRY_VERIFY(allRead());
    const QByteArray thumbnail = row(0).thumbnail;
    use(std::make_shared<WatchedModel>(4));
    QTRY_VERIFY(allRead());
    QCOMPARE(textOf(0), QStringLiteral("4"));
    QCOMPARE(textOf(1), QStringLiteral("4"));
    QCOMPARE(row(0).thumbnail, thumbnail);
}

void PicturesPageTest::preparesAgainWhenAskedTo()
{
    const QString file = save(QStringLiteral("a.png"));
    m_page->open({file});
    QTRY_VERIFY(allRead());
    QApplication::clipboard()->setImage(picture());
    m_page->paste();
    QTRY_VERIFY(allRead());
    const Glyph found = row(0).glyphs.front();

    auto* choice = m_page->findChild<QComboBox*>();
    choice->setCurrentIndex(1);
    QCOMPARE(m_page->preparation(), Preparation::Reference);
    QTRY_VERIFY(allRead());
    QVERIFY(row(0).glyphs.front() != found);
    QVERIFY(row(0).glyphs.front() == *glyphFromFile(file, Preparation::Reference));
    QVERIFY(row(1).glyphs == row(0).glyphs); // from the pixels that were pasted
    QCOMPARE(PicturesPage(*m_recognition).preparation(), Preparation::Reference); // remembered
}

void PicturesPageTest::removesWhileReading()
{
    m_model->shut = true;
    QStringList files;
    for (int i = 0; i < 5; ++i) {
        files << save(QStringLiteral("%1.png").arg(i));
    }
    m_page->open(files);
    QTRY_VERIFY(m_model->waiting.available() > 0);
    m_view->selectRow(0);
    m_view->selectionModel()->select(
        m_table->index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    action(QStringLiteral("Remove"))->trigger();
    QCOMPARE(m_table->rowCount(), 3);
    QCOMPARE(m_view->selectedRowNumbers(), QList<int>{0}); // the next is ready
    m_model->letGo();
    QTRY_VERIFY(allRead());
    QCOMPARE(row(0).name, QStringLiteral("1.png"));
    QCOMPARE(row(1).name, QStringLiteral("2.png"));
    QCOMPARE(row(2).name, QStringLiteral("4.png"));
}

void PicturesPageTest::removesNothingOutOfSight()
{
    m_page->open(QStringList(30, save(QStringLiteral("a.png"))));
    QTRY_VERIFY(allRead());
    m_view->selectRow(0);
    m_view->setFocus();
    for (const auto modifier : {Qt::NoModifier, Qt::ControlModifier}) {
        QTest::keyClick(m_view, Qt::Key_End, modifier);
        QCOMPARE(m_view->selectedRowNumbers(), QList<int>{29});
        QVERIFY(m_view->isOnScreen(29));
        QTest::keyClick(m_view, Qt::Key_Home, modifier);
        QCOMPARE(m_view->selectedRowNumbers(), QList<int>{0});
        QVERIFY(m_view->isOnScreen(0));
    }
    m_view->scrollToBottom();
    QVERIFY(!m_view->isOnScreen(0));
    action(QStringLiteral("Remove"))->trigger();
    QCOMPARE(m_table->rowCount(), 30); // but now it is seen
    QVERIFY(m_view->isOnScreen(0));
    action(QStringLiteral("Remove"))->trigger();
    QCOMPARE(m_table->rowCount(), 29);
}

void PicturesPageTest::showsWhatIsNew()
{
    const QString file = save(QStringLiteral("a.png"));
    m_page->open(QStringList(30, file));
    QTRY_VERIFY(allRead());
    QVERIFY(m_view->isOnScreen(0));
    QApplication::clipboard()->setImage(picture());
    m_page->paste();
    QVERIFY(m_view->isOnScreen(30));
    m_page->open(QStringList(30, file));
    QTRY_COMPARE(m_table->rowCount(), 61);
    QVERIFY(m_view->isOnScreen(31)); // the first of many
    QVERIFY(!m_view->isOnScreen(60));
    QTRY_VERIFY(allRead());
}

void PicturesPageTest::clearsWhileReading()
{
    m_model->shut = true;
    m_page->open({save(QStringLiteral("a.png")), save(QStringLiteral("b.png"))});
    QTRY_VERIFY(m_model->waiting.available() > 0);
    action(QStringLiteral("Clear all"))->trigger();
    QCOMPARE(m_table->rowCount(), 0);
    QVERIFY(!action(QStringLiteral("Cancel"))->isEnabled());
    m_model->letGo();
    m_page->open({save(QStringLiteral("c.png"))});
    QTRY_VERIFY(allRead());
    QCOMPARE(m_table->rowCount(), 1);
    QCOMPARE(row(0).name, QStringLiteral("c.png"));
}

void PicturesPageTest::cancelsAndReadsAgain()
{
    m_model->shut = true;
    QStringList files;
    for (int i = 0; i < 20; ++i) {
        files << save(QStringLiteral("%1.png").arg(i));
    }
    m_page->open(files);
    QTRY_VERIFY(m_model->waiting.available() > 0);
    QVERIFY(action(QStringLiteral("Cancel"))->isEnabled());
    QVERIFY(!action(QStringLiteral("Read again"))->isEnabled());
    action(QStringLiteral("Cancel"))->trigger();
    QCOMPARE(m_table->count(PictureRow::State::Skipped), 20);
    QVERIFY(!m_table->problem(19).isEmpty());
    QVERIFY(!action(QStringLiteral("Cancel"))->isEnabled());
    m_model->letGo();
    action(QStringLiteral("Read again"))->trigger();
    QTRY_VERIFY(allRead());
    QVERIFY(m_table->problem(19).isEmpty());
}

void PicturesPageTest::readsAThousand()
{
    const QString file = save(QStringLiteral("a.png"));
    QSignalSpy changes(m_table, &QAbstractItemModel::dataChanged);
    m_page->open(QStringList(1000, file));
    QTRY_VERIFY_WITH_TIMEOUT(allRead(), 60'000);
    QCOMPARE(m_table->rowCount(), 1000);
    QVERIFY(changes.size() < 500); // they come in batches
}

void PicturesPageTest::endsWhileReading()
{
    m_model->shut = true;
    m_page->open(QStringList(100, save(QStringLiteral("a.png"))));
    QTRY_VERIFY(m_model->waiting.available() > 0);
    m_model->letGo();
    m_page.reset();
    m_recognition.reset();
    QCOMPARE(m_model.use_count(), 1); // no thread is left at work with it
}

void PicturesPageTest::copiesResults()
{
    m_page->open(
        {save(QStringLiteral("a.png")), save(QStringLiteral("b.png"), QByteArrayLiteral("no"))});
    QTRY_COMPARE(m_table->count(PictureRow::State::Done), 2);
    action(QStringLiteral("Copy results"))->trigger();
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4); // the last ends with a line break
    QCOMPARE(lines[0], QStringLiteral("file\tnumber\tconfidence\tproblem"));
    const QString path = QDir::toNativeSeparators(m_folder->filePath(QStringLiteral("a.png")));
    QCOMPARE(lines[1], path + QStringLiteral("\t7\t0.9100\t"));
    QVERIFY(lines[2].contains(QStringLiteral("\t\t\t")));
    QVERIFY(lines[2].contains(m_table->problem(1)));

    m_view->selectRow(0);
    action(QStringLiteral("Copy results"))->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
}

void PicturesPageTest::savesCsv()
{
    const QString plain = save(QStringLiteral("零.png"));
    const QString odd = save(QStringLiteral("a, \"b\"\nc.png"));
    m_page->open({plain, odd});
    QTRY_VERIFY(allRead());
    QSignalSpy messages(m_page.get(), &PicturesPage::message);
    const QString csv = m_folder->filePath(QStringLiteral("results.csv"));
    m_page->saveCsv(csv);
    QVERIFY(messages.wait());
    QVERIFY(messages.at(0).at(0).toString().contains(QStringLiteral("results.csv")));

    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QString quoted = odd;
    quoted.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    const QByteArray expected = "\xEF\xBB\xBF"
                                "file,number,confidence,problem\r\n" +
                                plain.toUtf8() + ",7,0.9100,\r\n\"" + quoted.toUtf8() +
                                "\",7,0.9100,\r\n";
    QCOMPARE(file.readAll(), expected);
}

void PicturesPageTest::saysThatCsvCannotBeWritten()
{
    m_page->open({save(QStringLiteral("a.png"))});
    QTRY_VERIFY(allRead());
    QSignalSpy messages(m_page.get(), &PicturesPage::warning);
    m_page->saveCsv(m_folder->filePath(QStringLiteral("no such folder/results.csv")));
    QVERIFY(messages.wait());
    const QString message = messages.at(0).at(0).toString();
    QVERIFY2(message.startsWith(QStringLiteral("Could not save")), qPrintable(message));
    QVERIFY(message.contains(QStringLiteral("results.csv")));
}

void PicturesPageTest::freesItsShortcutsWhileHidden()
{
    m_page->open({save(QStringLiteral("a.png"))});
    QTRY_VERIFY(allRead());
    m_view->selectRow(0);
    QApplication::clipboard()->setImage(picture());
    QTRY_VERIFY(action(QStringLiteral("Paste"))->isEnabled());
    QVERIFY(action(QStringLiteral("Remove"))->isEnabled());
    QVERIFY(action(QStringLiteral("Copy results"))->isEnabled());
    m_page->hide();
    for (const QAction* action : m_page->actions()) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY(action->shortcut() != QKeySequence(QKeySequence::Open)); // the window's own
        QVERIFY(action->menu() != nullptr || !action->shortcut().isEmpty());
    }
    m_page->show();
    QVERIFY(action(QStringLiteral("Remove"))->isEnabled());
}

void PicturesPageTest::tellsAScreenReaderEachCell()
{
    m_page->open(
        {save(QStringLiteral("a.png")), save(QStringLiteral("b.png"), QByteArrayLiteral("no"))});
    QTRY_COMPARE(m_table->count(PictureRow::State::Done), 2);
    const auto spoken = [this](int row, int column) {
        return m_table->index(row, column).data(Qt::AccessibleTextRole).toString();
    };
    QVERIFY(spoken(0, PictureTable::Name).contains(QStringLiteral("a.png")));
    QVERIFY(spoken(0, PictureTable::Digit).contains(QLatin1Char('7')));
    QVERIFY(spoken(0, PictureTable::Confidence).contains(QStringLiteral("91")));
    QVERIFY(spoken(1, PictureTable::Name).contains(m_table->problem(1)));
    for (int column = 0; column < PictureTable::Confidence; ++column) {
        QVERIFY(!spoken(0, column).isEmpty());
        QVERIFY(!spoken(1, column).isEmpty());
    }
}

void PicturesPageTest::keepsAPictureWithItsKey()
{
    openStore();
    openAll({save(QStringLiteral("a.png"))});
    QSignalSpy undoable(m_page.get(), &PicturesPage::undoable);
    QTest::keyClick(m_view, Qt::Key_4);
    const Sample sample = kept(0);
    QCOMPARE(sample.tile.label, 4);
    QVERIFY(sample.tile.glyph == row(0).glyphs.front());
    QVERIFY(sample.tile.reading.has_value());
    QCOMPARE(sample.tile.reading->digit, 7);
    QVERIFY(sample.drawing.isEmpty());
    const QImage cut = QImage::fromData(sample.picture, "PNG");
    QVERIFY(!cut.isNull());
    QVERIFY(cut.height() < 80); // without the paper above and below
    QVERIFY(qGray(cut.pixel(cut.rect().center())) < 50);
    QTRY_COMPARE(undoable.size(), 1);
    QCOMPARE(undoable.at(0).at(0).toString(), QStringLiteral("Kept as a 4"));

    const QModelIndex cell = m_table->index(0, PictureTable::Digit);
    QCOMPARE(number(0), QStringLiteral("4"));
    QCOMPARE(
        cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Number 4, kept; read as 7"));
    QCOMPARE(textOf(0), QStringLiteral("7")); // what is read stays
    QTest::keyClick(m_view, Qt::Key_7);       // no, it was right
    QCOMPARE(kept(1).tile.id, sample.tile.id);
    QTRY_COMPARE(undoable.size(), 2);
    QCOMPARE(number(0), QStringLiteral("7"));

    undoable.at(1).at(1).value<std::function<void()>>()();
    QCOMPARE(number(0), QStringLiteral("4"));
    undoable.at(0).at(1).value<std::function<void()>>()();
    QCOMPARE(number(0), QStringLiteral("7"));
    QVERIFY(row(0).kept.empty());
    QSignalSpy page(m_store.get(), &Store::pageRead);
    m_store->readPage({}, 0, 10);
    QVERIFY(page.wait());
    QCOMPARE(page.at(0).at(1).value<SamplePage>().count, 0);
}

void PicturesPageTest::keepsOneOfANumbersDigits()
{
    openStore();
    openAll({save(QStringLiteral("a.png"), ::number()), save(QStringLiteral("b.png"))});
    QCOMPARE(textOf(0), QStringLiteral("77"));
    QSignalSpy message(m_page.get(), &PicturesPage::message);
    QTest::keyClick(m_view, Qt::Key_1);
    QCOMPARE(message.size(), 1); // which of them?
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_view->currentDigit(), std::optional(1)); // from the end
    QTest::keyClick(m_view, Qt::Key_1);
    const Sample sample = kept(0);
    QVERIFY(sample.tile.glyph == row(0).glyphs[1]);
    QVERIFY(QImage::fromData(sample.picture, "PNG").width() < 80);
    QTRY_COMPARE(number(0), QStringLiteral("71"));
    QTest::keyClick(m_view, Qt::Key_Left);
    QTest::keyClick(m_view, Qt::Key_2);
    QVERIFY(kept(1).tile.glyph == row(0).glyphs[0]);
    QTRY_COMPARE(number(0), QStringLiteral("21"));
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(m_view->currentDigit(), std::optional(0)); // the only one
    QTest::keyClick(m_view, Qt::Key_Up);
    QVERIFY(!m_view->currentDigit());
    action(QStringLiteral("Read again"))->trigger();
    QTRY_VERIFY(allRead());
    QCOMPARE(number(0), QStringLiteral("77"));
}

void PicturesPageTest::choosesADigitWithAClick()
{
    openStore();
    openAll({save(QStringLiteral("a.png"), ::number())});
    const auto places = PictureDelegate::glyphPlaces(
        m_view->visualRect(m_table->index(0, PictureTable::Seen)), m_view->layoutDirection(), 2,
        m_view->devicePixelRatioF());
    QCOMPARE(places.size(), std::size_t{2});
    for (const int digit : {1, 0}) {
        QTest::mouseClick(
            m_view->viewport(), Qt::LeftButton, {},
            places[static_cast<std::size_t>(digit)].center().toPoint());
        QCOMPARE(m_view->currentDigit(), std::optional(digit));
    }
    QTest::keyClick(m_view, Qt::Key_3);
    QVERIFY(kept(0).tile.glyph == row(0).glyphs[0]);
}

void PicturesPageTest::keepsSeveralAtOnce()
{
    openStore();
    QImage other = picture();
    QPainter(&other).fillRect(10, 15, 20, 6, Qt::black); // another glyph
    openAll(
        {save(QStringLiteral("a.png")), save(QStringLiteral("b.png"), ::number()),
         save(QStringLiteral("c.png"), other)});
    QSignalSpy undoable(m_page.get(), &PicturesPage::undoable);
    QSignalSpy message(m_page.get(), &PicturesPage::message);
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_5);
    QTRY_COMPARE(undoable.size(), 1);
    QCOMPARE(message.size(), 1); // about the number
    QCOMPARE(m_kept->size(), 2);
    QCOMPARE(number(0), QStringLiteral("5"));
    QCOMPARE(number(1), QStringLiteral("77"));
    QCOMPARE(number(2), QStringLiteral("5"));
    undoable.at(0).at(1).value<std::function<void()>>()();
    QCOMPARE(number(0), QStringLiteral("7"));
    QCOMPARE(number(2), QStringLiteral("7"));
}

// The glyph is known; only the picture of the place is not there.
void PicturesPageTest::keepsWhatCannotBeReadAnyMore()
{
    openStore();
    const QString file = save(QStringLiteral("a.png"));
    openAll({file});
    QVERIFY(QFile::remove(file));
    QTest::keyClick(m_view, Qt::Key_4);
    const Sample sample = kept(0);
    QVERIFY(sample.tile.glyph == row(0).glyphs.front());
    QVERIFY(sample.picture.isEmpty());
}

void PicturesPageTest::saysWhyNothingIsKept()
{
    openAll({save(QStringLiteral("a.png"))});
    const QAction* four = m_page->findChild<DigitMenu*>()->digit(4);
    QVERIFY(!four->isEnabled());
    QCOMPARE(four->toolTip(), QStringLiteral("There is nowhere to keep samples yet"));
    openStore();
    QVERIFY(four->isEnabled());
    m_view->clearSelection();
    QVERIFY(!four->isEnabled());
    QCOMPARE(four->toolTip(), QStringLiteral("Select a picture that is read first"));
    m_view->selectRow(0);
    QVERIFY(four->isEnabled());
    m_page->hide();
    QVERIFY(!four->isEnabled()); // its key is another page's
}

QTEST_MAIN(PicturesPageTest)
#include "pictures_page_test.moc"
