// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/data_view.h"

#include "app/training/glyph_pages.h"
#include "app/widgets/balance_bars.h"
#include "tests/core/idx_bytes.h"
#include "tests/core/temporary_folder.h"

#include <QAction>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace digitpad;

namespace {

DataSources synthetic(std::size_t count, std::size_t test = 0)
{
    DataSources sources;
    sources.synthetic = count;
    sources.syntheticTest = test;
    return sources;
}

struct Desk {
    Desk()
    {
        view.resize(800, 600);
        view.setChoice(synthetic(1'000, 100), {}, {});
    }

    void show() { view.show(); }
    GlyphPages* pages() { return view.findChild<GlyphPages*>(); }
    BalanceBars* bars() { return view.findChild<BalanceBars*>(); }
    QPushButton* button(const char* text)
    {
        for (auto* each : view.findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text() == QString::fromLatin1(text)) {
                return each;
            }
        }
        return nullptr;
    }
    bool says(const char* words)
    {
        for (const QLabel* label : view.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(words))) {
                return true;
            }
        }
        return false;
    }

    QAction close;
    DataView view{&close};
};

} // namespace

class DataViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void showsWhatIsLearntFrom();
    void turnsPages();
    void showsOneDigitOnly();
    void countsEachSource();
    void saysWhyNothingIsShown();
    void canBeCancelled();
    void followsTheChoice();
};

void DataViewTest::showsWhatIsLearntFrom()
{
    Desk desk;
    desk.show();
    QVERIFY(desk.says("Reading the data"));
    QTRY_VERIFY(desk.says("1,000 digits to learn from, 100 to test on"));
    QVERIFY(desk.says("synthetic 1,000"));
    QVERIFY(desk.bars()->accessibleDescription().contains(QStringLiteral("7: 100")));
    QVERIFY(desk.pages()->visible().size() > 20);
    const QImage picture = desk.pages()->grab().toImage();
    std::set<QRgb> colours;
    for (int x = 0; x < 56; ++x) {
        colours.insert(picture.pixel(x, 28));
    }
    QVERIFY(colours.size() > 1); // there is ink on the first one's paper
}

void DataViewTest::turnsPages()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.pages()->isVisible());
    std::set<std::size_t> seen;
    for (int page = 0; page < desk.pages()->pageCount(); ++page) {
        QCOMPARE(desk.pages()->page(), page);
        for (const std::size_t which : desk.pages()->visible()) {
            QVERIFY(seen.insert(which).second);
        }
        QTest::keyClick(desk.pages(), Qt::Key_PageDown);
    }
    QCOMPARE(seen.size(), std::size_t{1'000});
    QTest::keyClick(desk.pages(), Qt::Key_Home);
    const auto before = desk.pages()->visible();
    desk.button("S&huffle")->click();
    QVERIFY(desk.pages()->visible() != before);
    QCOMPARE(desk.pages()->page(), 0);
}

void DataViewTest::showsOneDigitOnly()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.pages()->isVisible());
    const int all = desk.pages()->pageCount();
    QTest::keyClick(desk.bars(), Qt::Key_7);
    QCOMPARE(desk.bars()->chosen(), std::optional(7));
    QVERIFY(desk.pages()->pageCount() < all);
    QVERIFY(desk.bars()->accessibleDescription().startsWith(QStringLiteral("Shown: 7")));
    QTest::keyClick(desk.bars(), Qt::Key_Right);
    QCOMPARE(desk.bars()->chosen(), std::optional(8));
    QTest::mouseClick(desk.bars(), Qt::LeftButton, {}, QPoint(8 * 72 + 10, 20)); // again: all
    QCOMPARE(desk.bars()->chosen(), std::nullopt);
    QCOMPARE(desk.pages()->pageCount(), all);
}

void DataViewTest::countsEachSource()
{
    const tests::TemporaryFolder folder;
    (void)folder.write("train-images-idx3-ubyte", tests::idxImages(3));
    (void)folder.write("train-labels-idx1-ubyte", tests::idxLabels(3));
    const auto ink = folder.write("a.jsonl", R"({"label": 7, "strokes": [[[1, 2], [3, 4]]]})");
    Desk desk;
    TrainingOptions options;
    options.network = "convnet";
    DataSources sources = synthetic(36, 4);
    sources.mnist = folder.path().string();
    sources.ink = ink.string();
    sources.noDigits = 10;
    desk.view.setChoice(sources, options, {});
    desk.show();
    QTRY_VERIFY(desk.says("40 digits and 10 that are none to learn from, none to test on"));
    QVERIFY(desk.says("MNIST 3 · pen strokes 1 · synthetic 36 · no digits 10"));
}

void DataViewTest::saysWhyNothingIsShown()
{
    Desk desk;
    desk.view.setChoice({}, {}, QStringLiteral("Tick something to learn from"));
    desk.show();
    QVERIFY(desk.says("Tick something"));
    QVERIFY(!desk.button("Read again"));

    DataSources nowhere;
    nowhere.ink = "/nowhere/a.jsonl";
    desk.view.setChoice(nowhere, {}, {});
    QTRY_VERIFY(desk.says("/nowhere/a.jsonl is not there"));
    QVERIFY(desk.button("Read again"));
}

void DataViewTest::canBeCancelled()
{
    Desk desk;
    desk.view.setChoice(synthetic(1'000'000), {}, {}); // minutes
    desk.show();
    desk.button("Cancel")->click();
    QVERIFY(!desk.view.reader().isReading());
    QVERIFY(desk.says("Not read"));
    QVERIFY(desk.button("Read again"));
}

void DataViewTest::followsTheChoice()
{
    Desk desk;
    desk.show();
    QTRY_VERIFY(desk.says("1,000 digits"));
    desk.view.hide();
    desk.view.setChoice(synthetic(50), {}, {});
    QVERIFY(desk.pages()->visible().empty()); // nothing is kept that nobody sees
    desk.view.show();
    QTRY_VERIFY(desk.says("50 digits to learn from, none to test on"));
    desk.view.setChoice(synthetic(60), {}, {});
    QTRY_VERIFY(desk.says("60 digits"));
}

QTEST_MAIN(DataViewTest)
#include "data_view_test.moc"
