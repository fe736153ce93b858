// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review/review_view.h"

#include "app/draw/glyph_view.h"
#include "app/draw/probability_bars.h"
#include "app/review/confusion_matrix.h"
#include "app/review/mistake_list.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace digitpad;

namespace {

/// A 4 that is read as 9 three times, surer each time, and a 7 read as 1; the rest is right.
Review fourMistakes()
{
    Review review;
    for (std::size_t digit = 0; digit < 10; ++digit) {
        review.evaluation.confusion.at(digit).at(digit) = 97;
        review.evaluation.count += 97;
    }
    const auto add = [&](int label, int read, float sure) {
        Mistake mistake{.index = review.glyphs.size(), .label = label, .prediction = {}};
        mistake.prediction.probabilities.fill((1 - sure) / 9);
        mistake.prediction.probabilities.at(static_cast<std::size_t>(read)) = sure;
        review.evaluation.mistakes.push_back(mistake);
        review.evaluation.confusion.at(static_cast<std::size_t>(label))
            .at(static_cast<std::size_t>(read)) += 1;
        review.evaluation.count += 1;
        Glyph glyph;
        glyph.set(label, read, static_cast<std::uint8_t>(100 + 100 * sure));
        review.glyphs.push_back(glyph);
    };
    add(4, 9, 0.5F);
    add(7, 1, 0.8F);
    add(4, 9, 0.7F);
    add(4, 9, 0.9F);
    return review;
}

} // namespace

class ReviewViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void surestFirst();
    void showsAllMistakesAndTheSurest();
    void aCellChoosesItsMistakes();
    void headsChooseARowOrAColumn();
    void keysWalkThroughTheMatrix();
    void saysWhereThereIsNone();
    void cellsAreWhereTheyAreClicked();
};

void ReviewViewTest::surestFirst()
{
    const Review review = fourMistakes();
    QCOMPARE(surestMistakes(review.evaluation, {}), (std::vector<std::size_t>{3, 1, 2, 0}));
    QCOMPARE(surestMistakes(review.evaluation, {.label = 4}), (std::vector<std::size_t>{3, 2, 0}));
    QCOMPARE(surestMistakes(review.evaluation, {.read = 1}), std::vector<std::size_t>{1});
    QVERIFY(surestMistakes(review.evaluation, {.label = 9, .read = 4}).empty());
}

void ReviewViewTest::showsAllMistakesAndTheSurest()
{
    QAction close;
    ReviewView view(&close);
    view.setReview(fourMistakes());
    const auto* list = view.findChild<MistakeList*>();
    QCOMPARE(list->count(), 4);
    QCOMPARE(view.findChild<GlyphView*>()->glyphs().front(), fourMistakes().glyphs[3]);
    QCOMPARE(view.findChild<ProbabilityBars*>()->predictions().front().digit(), 9);
    QVERIFY(list->model()->index(1, 0).data(Qt::ToolTipRole).toString().contains(u'7'));
}

void ReviewViewTest::aCellChoosesItsMistakes()
{
    QAction close;
    ReviewView view(&close);
    view.resize(900, 600);
    view.setReview(fourMistakes());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto* matrix = view.findChild<ConfusionMatrix*>();
    const auto* list = view.findChild<MistakeList*>();
    const auto click = [&](const MistakeFilter& filter) {
        QTest::mouseClick(matrix, Qt::LeftButton, {}, matrix->place(filter).center().toPoint());
    };
    click({7, 1});
    QCOMPARE(list->count(), 1);
    QCOMPARE(view.findChild<GlyphView*>()->glyphs().front(), fourMistakes().glyphs[1]);
    click({9, 4});
    QCOMPARE(list->count(), 0);
    QVERIFY(!view.findChild<GlyphView*>()->isVisible());
    click({9, 4}); // again takes it back
    QCOMPARE(list->count(), 4);
    QVERIFY(view.findChild<GlyphView*>()->isVisible());
}

void ReviewViewTest::headsChooseARowOrAColumn()
{
    QAction close;
    ReviewView view(&close);
    view.resize(900, 600);
    view.setReview(fourMistakes());
    auto* matrix = view.findChild<ConfusionMatrix*>();
    matrix->choose({.label = 4});
    QCOMPARE(view.findChild<MistakeList*>()->count(), 3);
    matrix->choose({.read = 1});
    QCOMPARE(view.findChild<MistakeList*>()->count(), 1);
    matrix->choose({});
    QCOMPARE(view.findChild<MistakeList*>()->count(), 4);
}

void ReviewViewTest::keysWalkThroughTheMatrix()
{
    ConfusionMatrix matrix;
    matrix.setCounts(fourMistakes().evaluation.confusion);
    QSignalSpy chosen(&matrix, &ConfusionMatrix::chosenChanged);
    QTest::keyClick(&matrix, Qt::Key_Down);
    QCOMPARE(matrix.chosen(), (MistakeFilter{.label = 0}));
    QTest::keyClick(&matrix, Qt::Key_Right);
    QTest::keyClick(&matrix, Qt::Key_Right);
    QCOMPARE(matrix.chosen(), (MistakeFilter{0, 1}));
    QVERIFY(!matrix.accessibleDescription().isEmpty());
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(&matrix, Qt::Key_Down);
    }
    QCOMPARE(matrix.chosen(), (MistakeFilter{9, 1}));
    QTest::keyClick(&matrix, Qt::Key_Escape);
    QCOMPARE(matrix.chosen(), MistakeFilter{});
    QCOMPARE(chosen.count(), 3 + 9 + 1);
}

void ReviewViewTest::saysWhereThereIsNone()
{
    QAction close;
    ReviewView view(&close);
    Review perfect;
    perfect.evaluation.count = 3;
    view.setReview(perfect);
    view.show();
    QCOMPARE(view.findChild<MistakeList*>()->count(), 0);
    QVERIFY(!view.findChild<GlyphView*>()->isVisible());
    view.setReview(fourMistakes()); // and back
    QCOMPARE(view.findChild<MistakeList*>()->count(), 4);
}

void ReviewViewTest::cellsAreWhereTheyAreClicked()
{
    ConfusionMatrix matrix;
    matrix.resize(400, 350);
    for (int label = 0; label < 10; ++label) {
        for (int read = 0; read < 10; ++read) {
            const QRectF place = matrix.place({label, read});
            QVERIFY(QRectF(matrix.rect()).contains(place));
            QTest::mouseClick(&matrix, Qt::LeftButton, {}, place.center().toPoint());
            QCOMPARE(matrix.chosen(), (MistakeFilter{label, read}));
        }
    }
    QTest::mouseClick(&matrix, Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(matrix.chosen(), MistakeFilter{});
}

QTEST_MAIN(ReviewViewTest)
#include "review_view_test.moc"
