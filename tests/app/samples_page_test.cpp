// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/samples_page.h"

#include "app/samples/digit_menu.h"
#include "app/samples/sample_grid.h"
#include "app/samples/sample_look.h"
#include "app/samples/sample_model.h"
#include "app/samples/writer.h"
#include "app/store/database.h"
#include "app/store/samples.h"
#include "app/store/store.h"
#include "app/widgets/balance_bars.h"
#include "core/ink/render.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace digitpad::tests {

namespace {

using namespace Qt::StringLiterals;

/// A drawing that differs from every other's number.
NewSample drawn(int number, int label, const QString& writer = {})
{
    const PenStroke stroke = {
        {.position = {0.1, 0.1}, .pressure = 0.25},
        {.position = {0.5, 0.2 + number / 100'000.0}, .pressure = 0.75}};
    NewSample sample{
        .label = label,
        .writer = writer,
        .glyph = {},
        .drawing = {stroke},
        .picture = {},
        .reading = SampleReading{.digit = 7, .confidence = 0.5}};
    sample.glyph = renderInk(toInk(sample.drawing));
    return sample;
}

NewSample pictured(int number, int label)
{
    NewSample sample{
        .label = label, .writer = {}, .glyph = {}, .drawing = {}, .picture = "PNG", .reading = {}};
    sample.glyph.set(number % 28, number / 28, 255);
    return sample;
}

void undo(const QSignalSpy& undoable)
{
    undoable.last().at(1).value<std::function<void()>>()();
}

} // namespace

class SamplesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup();

    void saysHowSamplesComeToBe();
    void showsWhatIsKept();
    void looksAtOne();
    void showsOneFromAPicture();
    void keepsSelectionAndPlaceWhileSamplesCome();
    void readsNothingWhileItIsHidden();
    void showsOneDigit();
    void showsOneWriter();
    void relabelsWithAKey();
    void leavesKeysToNames();
    void deletesAndTakesThatBack();
    void namesTheWriter();
    void remembersWhoWrites();
    void teachesAHand();
    void asksOnlyForWhatIsSeen();
    void relabelsAllOfThousands();
    void exportsAndImports_data();
    void exportsAndImports();
    void saysWhatIsLeftOut();
    void saysWhatIsWrongWithFiles_data();
    void saysWhatIsWrongWithFiles();
    void writesNothingOver();
    void takesWhatIsDropped();
    void saysWhyThereAreNoSamples();
    void freesItsKeysWhileHidden();

private:
    /// Fills the database before the page sees it.
    void fill(const std::vector<NewSample>& samples);
    void open();
    [[nodiscard]] QString file() const { return m_folder->filePath(u"store.sqlite"_s); }
    [[nodiscard]] SampleGrid& grid() { return *m_page->findChild<SampleGrid*>(); }
    [[nodiscard]] SampleModel& model() { return *m_page->findChild<SampleModel*>(); }
    [[nodiscard]] DigitMenu& labels() { return *m_page->findChild<DigitMenu*>(); }
    QAction& action(const QString& text);
    QLineEdit& name(const QString& accessibleName);
    void select(int first, int last);
    /// What is there, whatever is shown.
    std::vector<SampleEntry> all(const SampleFilter& filter = {});
    bool drop(const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SamplesPage> m_page;
};

void SamplesPageTest::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_page = std::make_unique<SamplesPage>();
    m_page->resize(1000, 640);
}

void SamplesPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_folder.reset();
}

void SamplesPageTest::fill(const std::vector<NewSample>& samples)
{
    auto database = Database::open(file());
    QVERIFY(database);
    QVERIFY(Samples(**database).add(samples));
}

void SamplesPageTest::open()
{
    m_store = std::make_unique<Store>(file());
    m_page->setStore(*m_store);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(model().isListed());
    const auto count = static_cast<int>(all().size());
    QTRY_COMPARE(model().rowCount(), count);
    if (count > 0) {
        QTRY_VERIFY(grid().isVisible());
    }
}

QAction& SamplesPageTest::action(const QString& text)
{
    for (QAction* action : m_page->actions()) {
        if (action->iconText() == text) {
            return *action;
        }
    }
    qFatal("no such action");
}

QLineEdit& SamplesPageTest::name(const QString& accessibleName)
{
    for (QLineEdit* field : m_page->findChildren<QLineEdit*>()) {
        if (field->accessibleName() == accessibleName) {
            return *field;
        }
    }
    qFatal("no such field");
}

void SamplesPageTest::select(int first, int last)
{
    grid().setFocus();
    grid().setCurrentIndex(model().index(first));
    grid().selectionModel()->select(
        QItemSelection(model().index(first), model().index(last)),
        QItemSelectionModel::ClearAndSelect);
}

std::vector<SampleEntry> SamplesPageTest::all(const SampleFilter& filter)
{
    QSignalSpy listed(m_store.get(), &Store::samplesListed);
    const quint64 call = m_store->listSamples(filter);
    for (;;) {
        for (const auto& signal : listed) {
            if (signal.at(0).toULongLong() == call) {
                return signal.at(1).value<std::vector<SampleEntry>>();
            }
        }
        if (!listed.wait()) {
            return {};
        }
    }
}

bool SamplesPageTest::drop(const QString& path)
{
    QMimeData held;
    held.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(m_page.get(), &enter);
    if (!enter.isAccepted()) {
        return false;
    }
    QDropEvent dropped({10, 10}, Qt::CopyAction, &held, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &dropped);
    return dropped.isAccepted();
}

void SamplesPageTest::saysHowSamplesComeToBe()
{
    open();
    QVERIFY(!grid().isVisible());
    QVERIFY(!action(u"Teach the network this hand"_s).isEnabled());
    QVERIFY(
        action(u"Teach the network this hand"_s).toolTip().endsWith(u"There are no samples yet"_s));
    m_store->correct(drawn(1, 4));
    QTRY_VERIFY(grid().isVisible()); // by itself
    QTRY_COMPARE(model().rowCount(), 1);
}

void SamplesPageTest::showsWhatIsKept()
{
    fill({drawn(1, 4), drawn(2, 7, u"Ada"_s)});
    open();
    QTRY_VERIFY(model().tile(0) != nullptr);
    QVERIFY(model().tile(0)->glyph == drawn(2, 7).glyph); // the latest first
    const auto words = [this](int row) {
        return model().data(model().index(row), Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(words(0), u"7, by Ada"_s);
    QCOMPARE(words(1), u"4, read as 7"_s);
    QVERIFY(m_page->findChild<BalanceBars*>()->accessibleDescription().contains(u"4: 1"_s));
}

void SamplesPageTest::looksAtOne()
{
    fill({drawn(1, 4, u"Ada"_s), drawn(2, 5)});
    open();
    auto* look = m_page->findChild<SampleLook*>();
    QVERIFY(!look->sample());
    select(1, 1);
    QTRY_VERIFY(look->sample().has_value());
    QVERIFY(look->sample()->drawing == drawn(1, 4).drawing);
    QCOMPARE(name(u"Who wrote the selected samples"_s).text(), u"Ada"_s);
    select(0, 1);
    QVERIFY(!look->sample()); // two
    select(0, 0);
    QTRY_VERIFY(look->sample().has_value());
    m_store->setLabels({{.id = look->sample()->tile.id, .label = 9}});
    QTRY_COMPARE(look->sample()->tile.label, 9); // follows
}

void SamplesPageTest::showsOneFromAPicture()
{
    NewSample hostile = pictured(2, 2); // no picture at all
    hostile.picture = QByteArray(1000, '\xff');
    fill({pictured(1, 1), hostile});
    open();
    auto* look = m_page->findChild<SampleLook*>();
    for (const int row : {0, 1}) {
        select(row, row);
        QTRY_VERIFY(look->sample() && look->sample()->tile.id == model().entry(row).id);
        QVERIFY(!m_page->grab().isNull());
    }
}

void SamplesPageTest::keepsSelectionAndPlaceWhileSamplesCome()
{
    std::vector<NewSample> samples;
    for (int i = 0; i < 500; ++i) {
        samples.push_back(drawn(i, i % 10));
    }
    fill(samples);
    open();
    select(200, 203);
    grid().scrollTo(model().index(200), QAbstractItemView::PositionAtTop);
    const int place = grid().verticalScrollBar()->value();
    QVERIFY(place > 0);
    const std::vector<SampleEntry> before = grid().selected();
    m_store->correct(drawn(1000, 3));
    QTRY_COMPARE(model().rowCount(), 501);
    QVERIFY(grid().selected() == before);
    QCOMPARE(grid().verticalScrollBar()->value(), place);
    m_store->removeSamples({before[1].id, model().entry(0).id, model().entry(400).id});
    QTRY_COMPARE(model().rowCount(), 498);
    QVERIFY(grid().selected() == (std::vector{before[0], before[2], before[3]}));
}

void SamplesPageTest::readsNothingWhileItIsHidden()
{
    fill({drawn(1, 1)});
    open();
    m_page->hide();
    QSignalSpy listed(m_store.get(), &Store::samplesListed);
    QSignalSpy overview(m_store.get(), &Store::overviewRead);
    QSignalSpy kept(m_store.get(), &Store::sampleKept);
    m_store->correct(drawn(2, 2));
    QVERIFY(kept.wait());
    QCOMPARE(all().size(), 2U); // had it been asked for, the answer would be here
    QCOMPARE(listed.size(), 1);
    QCOMPARE(overview.size(), 0);
    m_page->show();
    QTRY_COMPARE(model().rowCount(), 2);
}

void SamplesPageTest::showsOneDigit()
{
    fill({drawn(1, 4), drawn(2, 5), drawn(3, 4)});
    open();
    auto* bars = m_page->findChild<BalanceBars*>();
    bars->choose(4);
    QTRY_COMPARE(model().rowCount(), 2);
    bars->choose(9);
    QTRY_COMPARE(model().rowCount(), 0);
    QVERIFY(!grid().isVisible());
    action(u"Show all"_s).trigger();
    QTRY_COMPARE(model().rowCount(), 3);
    QVERIFY(grid().isVisible());
    QVERIFY(!bars->chosen());
    QVERIFY(!action(u"Show all"_s).isEnabled());
}

void SamplesPageTest::showsOneWriter()
{
    fill({drawn(1, 4, u"Ada"_s), drawn(2, 5, u"王"_s), drawn(3, 4), drawn(4, 5, u"Ada"_s)});
    open();
    auto* writers = m_page->findChild<QComboBox*>();
    QTRY_COMPARE(writers->count(), 4);
    QCOMPARE(writers->itemText(0), u"Everybody"_s);
    const auto choose = [writers](const QString& text) {
        writers->setCurrentText(text);
        Q_EMIT writers->activated(writers->findText(text));
    };
    choose(u"Ada"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    auto* bars = m_page->findChild<BalanceBars*>();
    QTRY_VERIFY(bars->accessibleDescription().contains(u"4: 1"_s)); // of this writer
    choose(u"Nobody named"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(model().entry(0).writer, QString());
    choose(u"Everybody"_s);
    QTRY_COMPARE(model().rowCount(), 4);
}

void SamplesPageTest::relabelsWithAKey()
{
    fill({drawn(1, 4), drawn(2, 5), drawn(3, 6)});
    open();
    QVERIFY(!labels().digit(8)->isEnabled());
    QCOMPARE(labels().digit(8)->toolTip(), u"Select samples first"_s);
    QSignalSpy undoable(m_page.get(), &SamplesPage::undoable);
    select(0, 1);
    QTest::keyClick(&grid(), Qt::Key_8);
    QTRY_COMPARE(undoable.size(), 1);
    QTRY_COMPARE(model().entry(0).label, 8);
    QCOMPARE(model().entry(1).label, 8);
    QCOMPARE(grid().selectedCount(), 2); // still
    undo(undoable);
    QTRY_COMPARE(model().entry(0).label, 6);
    QCOMPARE(model().entry(1).label, 5);
}

void SamplesPageTest::leavesKeysToNames()
{
    fill({drawn(1, 4)});
    open();
    select(0, 0);
    QLineEdit& hand = name(u"Who writes now"_s);
    hand.setFocus();
    QTest::keyClicks(&hand, u"3b"_s);
    QCOMPARE(hand.text(), u"3b"_s);
    m_page->findChild<BalanceBars*>()->setFocus();
    QTest::keyClick(m_page->findChild<BalanceBars*>(), Qt::Key_4);
    QCOMPARE(m_page->findChild<BalanceBars*>()->chosen(), std::optional(4));
    QCOMPARE(all().front().label, 4);
}

void SamplesPageTest::deletesAndTakesThatBack()
{
    fill({drawn(1, 4), drawn(2, 5), drawn(3, 6)});
    open();
    QSignalSpy undoable(m_page.get(), &SamplesPage::undoable);
    const std::vector<SampleEntry> before = all();
    select(0, 1);
    QTest::keyClick(&grid(), Qt::Key_Delete);
    QTRY_COMPARE(model().rowCount(), 1);
    QTRY_COMPARE(undoable.size(), 1);
    undo(undoable);
    QTRY_COMPARE(model().rowCount(), 3);
    QVERIFY(all() == before);
    // All that there are
    grid().selectAll();
    action(u"Delete"_s).trigger();
    QTRY_VERIFY(!grid().isVisible());
    QTRY_COMPARE(undoable.size(), 2);
    undo(undoable);
    QTRY_VERIFY(grid().isVisible());
}

void SamplesPageTest::namesTheWriter()
{
    fill({drawn(1, 4, u"Ada"_s), drawn(2, 5), drawn(3, 6, u"Bob"_s)});
    open();
    QSignalSpy undoable(m_page.get(), &SamplesPage::undoable);
    select(0, 2);
    QLineEdit& writer = name(u"Who wrote the selected samples"_s);
    writer.setFocus();
    QTest::keyClicks(&writer, u" Eve "_s);
    QTest::keyClick(&writer, Qt::Key_Return);
    QTRY_COMPARE(undoable.size(), 1);
    const auto writers = [this] {
        QStringList names;
        for (const SampleEntry& sample : all()) {
            names << sample.writer;
        }
        return names;
    };
    QCOMPARE(writers(), QStringList({u"Eve"_s, u"Eve"_s, u"Eve"_s}));
    undo(undoable);
    QTRY_COMPARE(writers(), QStringList({u"Bob"_s, QString(), u"Ada"_s}));
    grid().setFocus(); // leaving the field does nothing once more
    QCOMPARE(writers(), QStringList({u"Bob"_s, QString(), u"Ada"_s}));
    QCOMPARE(undoable.size(), 1);
}

void SamplesPageTest::remembersWhoWrites()
{
    open();
    m_store->correct(drawn(1, 4));
    QTRY_VERIFY(grid().isVisible());
    QLineEdit& hand = name(u"Who writes now"_s);
    hand.setFocus();
    QTest::keyClicks(&hand, u" Ada "_s);
    QTest::keyClick(&hand, Qt::Key_Return);
    QCOMPARE(currentWriter(), u"Ada"_s);
}

void SamplesPageTest::teachesAHand()
{
    fill({drawn(1, 4, u"Ada"_s), drawn(2, 5, u"Bob"_s)});
    open();
    QSignalSpy wanted(m_page.get(), &SamplesPage::fineTuneWanted);
    QAction& teach = action(u"Teach the network this hand"_s);
    QTRY_VERIFY(teach.isEnabled());
    teach.trigger();
    QVERIFY(wanted.at(0).at(0).value<SampleFilter>() == SampleFilter{});
    auto* writers = m_page->findChild<QComboBox*>();
    QTRY_COMPARE(writers->count(), 3);
    Q_EMIT writers->activated(writers->findText(u"Bob"_s));
    m_page->findChild<BalanceBars*>()->choose(5);
    QTRY_VERIFY(model().isListed());
    teach.trigger(); // all digits of the hand
    QVERIFY(
        wanted.at(1).at(0).value<SampleFilter>() ==
        (SampleFilter{.label = {}, .writer = u"Bob"_s}));
}

void SamplesPageTest::asksOnlyForWhatIsSeen()
{
    std::vector<NewSample> samples;
    for (int i = 0; i < 20'000; ++i) {
        samples.push_back(drawn(i, i % 10));
    }
    fill(samples);
    m_store = std::make_unique<Store>(file());
    QSignalSpy pages(m_store.get(), &Store::pageRead);
    m_page->setStore(*m_store);
    m_page->show();
    QTRY_COMPARE(model().rowCount(), 20'000);
    QTRY_VERIFY(model().tile(0) != nullptr);
    QVERIFY(pages.size() <= 2);
    grid().scrollToBottom();
    m_page->grab();
    QTRY_VERIFY(model().tile(19'999) != nullptr);
    QVERIFY(pages.size() <= 5);
    QVERIFY(model().tile(19'999)->glyph == samples.front().glyph);
}

void SamplesPageTest::relabelsAllOfThousands()
{
    std::vector<NewSample> samples;
    for (int i = 0; i < 3'000; ++i) {
        samples.push_back(drawn(i, i % 10));
    }
    fill(samples);
    open();
    QSignalSpy undoable(m_page.get(), &SamplesPage::undoable);
    const std::vector<SampleEntry> before = all();
    grid().setFocus();
    grid().selectAll(); // most of them were never shown
    QTest::keyClick(&grid(), Qt::Key_1);
    QTRY_COMPARE(undoable.size(), 1);
    QVERIFY(undoable.at(0).at(0).toString().contains(u"2,700"_s)); // the others are ones
    QCOMPARE(all({.label = 1, .writer = {}}).size(), 3'000U);
    undo(undoable);
    QTRY_VERIFY(all() == before);
}

void SamplesPageTest::exportsAndImports_data()
{
    QTest::addColumn<SampleFormat>("format");
    QTest::addColumn<QString>("place");
    QTest::newRow("ink") << SampleFormat::Drawings << u"samples.jsonl"_s;
    QTest::newRow("pictures") << SampleFormat::Pictures << u"pictures"_s;
    QTest::newRow("idx") << SampleFormat::Idx << u"idx"_s;
}

void SamplesPageTest::exportsAndImports()
{
    QFETCH(const SampleFormat, format);
    QFETCH(const QString, place);
    std::vector<NewSample> samples;
    for (int i = 0; i < 20; ++i) {
        // Their glyphs differ, too, or a folder of pictures holds one of them often.
        NewSample sample = drawn(i * 2'000, i % 10, u"Ada"_s);
        samples.push_back(sample);
    }
    fill(samples);
    open();
    const std::vector<SampleEntry> before = all();
    const QString target = m_folder->filePath(place);
    QSignalSpy message(m_page.get(), &SamplesPage::message);
    m_page->exportTo(format, target);
    QVERIFY(!action(u"Teach the network this hand"_s).isEnabled()); // busy
    QTRY_COMPARE(message.size(), 1);
    QVERIFY(message.at(0).at(0).toString().contains(QDir::toNativeSeparators(target)));
    QVERIFY(action(u"Teach the network this hand"_s).isEnabled());

    grid().selectAll();
    action(u"Delete"_s).trigger();
    QTRY_COMPARE(model().rowCount(), 0);
    m_page->importFrom(format, target);
    QTRY_COMPARE(message.size(), 2);
    QVERIFY(message.at(1).at(0).toString().startsWith(u"20 "_s));
    QTRY_COMPARE(model().rowCount(), 20);
    std::array<int, 10> counts{};
    for (const SampleEntry& sample : all()) {
        ++counts[static_cast<std::size_t>(sample.label)];
    }
    QVERIFY(std::ranges::all_of(counts, [](int count) { return count == 2; }));
    m_page->importFrom(format, target); // each once
    QTRY_COMPARE(message.size(), 3);
    QCOMPARE(all().size(), 20U);
}

void SamplesPageTest::saysWhatIsLeftOut()
{
    fill({drawn(1, 4), pictured(2, 5)});
    open();
    QSignalSpy message(m_page.get(), &SamplesPage::message);
    QSignalSpy warning(m_page.get(), &SamplesPage::warning);
    m_page->exportTo(SampleFormat::Drawings, m_folder->filePath(u"a.jsonl"_s));
    QTRY_COMPARE(message.size(), 1);
    QVERIFY(message.at(0).at(0).toString().contains(u"have no strokes"_s));

    QFile file(m_folder->filePath(u"b.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"label\": 3, \"strokes\": [[[0.1, 0.1], [0.2, 0.9]]]}\n"
               "{\"label\": 30, \"strokes\": [[[0.1, 0.1], [0.2, 0.9]]]}\n"
               "no JSON\n");
    file.close();
    m_page->importFrom(SampleFormat::Drawings, file.fileName());
    QTRY_COMPARE(warning.size(), 1);
    const QString text = warning.at(0).at(0).toString();
    QVERIFY2(text.startsWith(u"1 sample"_s), qPrintable(text));
    QVERIFY(text.contains(u"b.jsonl:2"_s)); // the first that is wrong
    QTRY_COMPARE(model().rowCount(), 3);
}

void SamplesPageTest::saysWhatIsWrongWithFiles_data()
{
    QTest::addColumn<SampleFormat>("format");
    QTest::addColumn<QString>("place");
    QTest::newRow("no file") << SampleFormat::Drawings << u"not there.jsonl"_s;
    QTest::newRow("no folder") << SampleFormat::Pictures << u"not there"_s;
    QTest::newRow("no digits") << SampleFormat::Pictures << u"empty"_s;
    QTest::newRow("no IDX") << SampleFormat::Idx << u"empty"_s;
    QTest::newRow("damaged IDX") << SampleFormat::Idx << u"damaged"_s;
}

void SamplesPageTest::saysWhatIsWrongWithFiles()
{
    QFETCH(const SampleFormat, format);
    QFETCH(const QString, place);
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkdir(u"empty"_s) && folder.mkdir(u"damaged"_s));
    for (const char* name : {"train-images-idx3-ubyte", "train-labels-idx1-ubyte"}) {
        QFile file(folder.filePath(u"damaged/"_s + QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\0\0\x08\x03 nonsense", 13) == 13);
    }
    fill({drawn(1, 4)});
    open();
    QSignalSpy warning(m_page.get(), &SamplesPage::warning);
    m_page->importFrom(format, m_folder->filePath(place));
    QTRY_COMPARE(warning.size(), 1);
    QVERIFY(warning.at(0).at(0).toString().contains(place));
    QCOMPARE(all().size(), 1U);
    QVERIFY(action(u"Teach the network this hand"_s).isEnabled()); // it goes on
}

void SamplesPageTest::writesNothingOver()
{
    fill({drawn(1, 4)});
    open();
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkdir(u"full"_s));
    QFile file(folder.filePath(u"full/mine.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QSignalSpy warning(m_page.get(), &SamplesPage::warning);
    m_page->exportTo(SampleFormat::Idx, folder.filePath(u"full"_s));
    QTRY_COMPARE(warning.size(), 1);
    QCOMPARE(QDir(folder.filePath(u"full"_s)).entryList(QDir::Files), {u"mine.txt"_s});
}

void SamplesPageTest::takesWhatIsDropped()
{
    fill({drawn(1, 4), drawn(50'000, 5)});
    open();
    QSignalSpy message(m_page.get(), &SamplesPage::message);
    const auto exported = [&](SampleFormat format, const QString& name) {
        const auto before = message.size();
        m_page->exportTo(format, m_folder->filePath(name));
        return QTest::qWaitFor([&] { return message.size() > before; });
    };
    QVERIFY(exported(SampleFormat::Drawings, u"a.jsonl"_s));
    QVERIFY(exported(SampleFormat::Pictures, u"pictures"_s));
    QVERIFY(exported(SampleFormat::Idx, u"idx"_s));
    for (const QString& name : {u"a.jsonl"_s, u"pictures"_s, u"idx"_s}) {
        grid().selectAll();
        action(u"Delete"_s).trigger();
        QTRY_COMPARE(model().rowCount(), 0);
        QVERIFY(drop(m_folder->filePath(name)));
        QTRY_COMPARE(model().rowCount(), 2);
    }
    QVERIFY(!drop(m_folder->filePath(u"model.pth"_s))); // for the window
}

void SamplesPageTest::saysWhyThereAreNoSamples()
{
    m_store = std::make_unique<Store>(m_folder->path()); // no file
    m_page->setStore(*m_store);
    m_page->show();
    const auto says = [this] {
        const auto labels = m_page->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [this](const QLabel* label) {
            return label->isVisible() &&
                   label->text().contains(QDir::toNativeSeparators(m_folder->path()));
        });
    };
    QTRY_VERIFY(says());
    const QAction* import = m_page->findChildren<QMenu*>().last()->actions().constFirst();
    QVERIFY(!import->isEnabled());
    QVERIFY(!action(u"Teach the network this hand"_s).isEnabled());
    m_page->importFrom(SampleFormat::Drawings, u"x.jsonl"_s); // fails, and says so
    QSignalSpy warning(m_page.get(), &SamplesPage::warning);
    QVERIFY(warning.wait());
}

void SamplesPageTest::freesItsKeysWhileHidden()
{
    fill({drawn(1, 4)});
    open();
    select(0, 0);
    const auto enabled = [this] {
        return std::ranges::count_if(
            m_page->actions(), [](const QAction* action) { return action->isEnabled(); });
    };
    QTRY_VERIFY(action(u"Teach the network this hand"_s).isEnabled());
    QVERIFY(labels().digit(1)->isEnabled());
    m_page->hide();
    QVERIFY(!labels().digit(1)->isEnabled());
    QCOMPARE(enabled(), 0);
    m_page->show();
    QTRY_VERIFY(labels().digit(1)->isEnabled());
}

} // namespace digitpad::tests

using digitpad::tests::SamplesPageTest;
QTEST_MAIN(SamplesPageTest)
#include "samples_page_test.moc"
