// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quiz/hard_digits.h"

#include "core/data/synthetic.h"
#include "tests/app/fake_engine.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <ranges>
#include <set>

using namespace digitpad;

namespace {

constexpr std::size_t kCount = 10;

/// Reads a digit by how much ink there is, surer of some than of others; `noise` is what another
/// processor would round otherwise.
class InkModel : public tests::FakeModel {
public:
    explicit InkModel(float noise = 0) : m_noise(noise) {}

    Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
    {
        std::vector<Prediction> predictions;
        for (const Glyph& glyph : glyphs) {
            const int ink = std::accumulate(glyph.pixels.begin(), glyph.pixels.end(), 0);
            const float sure = 0.5F + static_cast<float>(ink % 401) / 1000 + m_noise;
            Prediction prediction;
            prediction.probabilities.fill((1 - sure) / 9);
            prediction.probabilities.at(static_cast<std::size_t>(ink % 10)) = sure;
            predictions.push_back(prediction);
        }
        return predictions;
    }

private:
    float m_noise;
};

std::vector<std::size_t> indicesOf(const std::vector<QuizDigit>& digits)
{
    std::vector<std::size_t> indices;
    std::ranges::transform(digits, std::back_inserter(indices), &QuizDigit::index);
    return indices;
}

} // namespace

class HardDigitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_data = syntheticDigits(3000, 4); }

    void givesTheSameForASeed()
    {
        const auto one = hardDigits(InkModel(), m_data, kCount, 7);
        const auto same = hardDigits(InkModel(1e-7F), m_data, kCount, 7);
        const auto other = hardDigits(InkModel(), m_data, kCount, 8);
        QVERIFY(one && same && other);
        QCOMPARE(one->size(), kCount);
        QCOMPARE(indicesOf(*one), indicesOf(*same));
        QVERIFY(indicesOf(*one) != indicesOf(*other));
    }

    void givesEachOnceAndWhatIsSaidOfIt()
    {
        const auto digits = hardDigits(InkModel(), m_data, 20, 1);
        QVERIFY(digits);
        const auto indices = indicesOf(*digits);
        QCOMPARE(std::set(indices.begin(), indices.end()).size(), 20U);
        for (const QuizDigit& digit : *digits) {
            QVERIFY(digit.glyph == m_data.glyphs[digit.index]);
            QCOMPARE(digit.label, static_cast<int>(m_data.labels[digit.index]));
            const auto read = InkModel().read({&digit.glyph, 1});
            QCOMPARE(digit.prediction.probabilities, read->front().probabilities);
        }
    }

    /// A network that errs in a few, and digits that are as their label says but for a few: both
    /// come, and nothing else.
    void findsThoseThatAreUnsureAndThoseThatAreUnlike()
    {
        Dataset data;
        for (std::size_t i = 0; i < 4000; ++i) {
            Glyph glyph;
            const int label = static_cast<int>(i % 10);
            const bool isUnlike = i % 20 == 3; // a twentieth looks like the next digit
            for (int y = 0; y < Glyph::kSide; ++y) {
                const int x = 2 * ((label + (isUnlike ? 1 : 0)) % 10) + 4;
                glyph.pixels.at(static_cast<std::size_t>(y * Glyph::kSide + x)) = 200;
            }
            glyph.pixels[0] = i % 100 == 50 ? 255 : 0; // a hundredth, which the network cannot read
            data.glyphs.push_back(glyph);
            data.labels.push_back(static_cast<std::uint8_t>(label));
        }
        class CornerModel : public tests::FakeModel {
        public:
            explicit CornerModel(const Dataset& all) : m_all(all) {}
            Result<std::vector<Prediction>> read(std::span<const Glyph> glyphs) const override
            {
                std::vector<Prediction> predictions;
                for (const Glyph& glyph : glyphs) {
                    const auto at = static_cast<std::size_t>(&glyph - m_all.glyphs.data());
                    const int label = m_all.labels[at];
                    Prediction prediction;
                    const int seen = glyph.at(0, 0) > 0 ? (label + 5) % 10 : label;
                    prediction.probabilities.at(static_cast<std::size_t>(seen)) = 1;
                    predictions.push_back(prediction);
                }
                return predictions;
            }

        private:
            const Dataset& m_all;
        };
        const auto digits = hardDigits(CornerModel(data), data, kCount, 3);
        QVERIFY(digits);
        const auto wrong = std::ranges::count_if(
            *digits, [](const QuizDigit& digit) { return !digit.isReadRight(); });
        const auto unlike = std::ranges::count_if(
            *digits, [](const QuizDigit& digit) { return digit.index % 20 == 3; });
        QVERIFY2(wrong > 0 && unlike > 0, qPrintable(QString::number(wrong)));
        QCOMPARE(wrong + unlike, static_cast<std::ptrdiff_t>(kCount));
    }

    void givesAllWhereThereAreFewer()
    {
        const Dataset few = syntheticDigits(6, 1);
        const auto digits = hardDigits(InkModel(), few, kCount, 1);
        QVERIFY(digits);
        QCOMPARE(digits->size(), 6U);
        QVERIFY(hardDigits(InkModel(), {}, kCount, 1)->empty());
    }

    void tellsHowFarItIsAndStops()
    {
        std::vector<double> parts;
        std::stop_source stop;
        const auto onProgress = [&](double part) {
            parts.push_back(part);
            if (parts.size() == 2) {
                stop.request_stop();
            }
        };
        const auto digits = hardDigits(InkModel(), m_data, kCount, 1, onProgress, stop.get_token());
        QVERIFY(digits && digits->empty());
        QCOMPARE(parts.size(), 2U);
        QVERIFY(parts[0] > 0 && parts[1] > parts[0] && parts[1] < 1);
    }

private:
    Dataset m_data;
};

QTEST_GUILESS_MAIN(HardDigitsTest)
#include "hard_digits_test.moc"
