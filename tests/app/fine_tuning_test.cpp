// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fine_tuning.h"

#include <QTest>

#include <array>

using namespace digitpad;

class FineTuningTest : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] static FineTuningMix mixFor(
        const char* recipe, std::span<const std::string> mnist, const char* network = "simple-nn")
    {
        const ModelInfo model{
            .network = network, .parameters = 1, .device = "cpu", .recipe = recipe};
        return fineTuningMix(model, {.database = "own.sqlite"}, mnist);
    }

private Q_SLOTS:
    void goesOverMnistWhereTheModelLearntIt()
    {
        const std::array<std::string, 2> folders{"/data/fashion", "/data/mnist"};
        for (const char* recipe :
             {R"({"data": "MNIST"})", R"({"data": "mnist, pens.jsonl"})",
              R"({"data": "9 own samples", "startedFrom": [{}, {"data": "mnist"}]})"}) {
            const FineTuningMix mix = mixFor(recipe, folders);
            QCOMPARE(mix.rehearsal, Rehearsal::Mnist);
            QCOMPARE(mix.sources.mnist, std::optional<std::string>("/data/mnist"));
            QVERIFY(mix.sources.mnistDigits > 0);
            QCOMPARE(mix.sources.synthetic, std::size_t{0});
            QCOMPARE(mix.sources.samples->database, std::string("own.sqlite"));
            QVERIFY(mix.sources.samples->glyphs > 0);
        }
        QCOMPARE(
            mixFor(R"({"data": "fashion"})", folders).sources.mnist,
            std::optional<std::string>("/data/fashion"));
    }

    void takesAnyWhereNothingIsKnown()
    {
        const std::array<std::string, 1> folders{"/data/digits"};
        for (const char* recipe : {"", "{}", "[]", R"({"data": 7})"}) {
            QCOMPARE(mixFor(recipe, folders).rehearsal, Rehearsal::Mnist);
            QCOMPARE(mixFor(recipe, {}).rehearsal, Rehearsal::StandIn);
        }
    }

    void hasSyntheticDigitsStandIn()
    {
        const std::array<std::string, 1> fashion{"/data/fashion"};
        for (const auto& mix :
             {mixFor(R"({"data": "mnist"})", {}), mixFor(R"({"data": "mnist"})", fashion),
              mixFor(R"({"data": "pens.jsonl"})", fashion)}) {
            QCOMPARE(mix.rehearsal, Rehearsal::StandIn);
            QVERIFY(!mix.sources.mnist);
            QVERIFY(mix.sources.synthetic > 0);
            QVERIFY(mix.sources.syntheticTest > 0);
        }
        QCOMPARE(
            mixFor(R"({"data": "4000 synthetic digits, seed 7"})", fashion).rehearsal,
            Rehearsal::Synthetic);
    }

    void mixesSyntheticDigitsInWhereTheyWereLearnt()
    {
        const std::array<std::string, 1> folders{"/data/mnist"};
        const auto mix =
            mixFor(R"({"data": "mnist, 12000 synthetic digits, seed 42"})", folders, "convnet");
        QCOMPARE(mix.rehearsal, Rehearsal::Mnist);
        QVERIFY(mix.sources.mnist && mix.sources.synthetic > 0);
    }

    void leavesWhatIsNamedAsItIsWithoutSamples()
    {
        DataSources sources;
        sources.mnist = "mnist";
        limitForFineTuning(sources, "simple-nn");
        QCOMPARE(sources.mnistDigits, std::size_t{0});
        sources.samples = OwnSamples{.database = "own.sqlite"};
        limitForFineTuning(sources, "simple-nn");
        QVERIFY(sources.mnistDigits > 0);
    }
};

QTEST_GUILESS_MAIN(FineTuningTest)
#include "fine_tuning_test.moc"
