// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_samples.h"

#include "core/data/synthetic.h"

#include <QTest>

#include <algorithm>
#include <span>

using namespace digitpad;

namespace {

bool has(const Dataset& data, const Glyph& glyph)
{
    return std::ranges::find(data.glyphs, glyph) != data.glyphs.end();
}

} // namespace

class OwnSamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAboutAFifthAside()
    {
        const Dataset samples = syntheticDigits(2000, 1);
        const OwnDigits own = splitSamples(samples, 0, 42);
        QVERIFY(own.kept.size() > 320 && own.kept.size() < 480);
        QCOMPARE(own.kept.size() + own.learnt.size(), samples.size());
        QCOMPARE(own.samples, own.learnt.size());
        for (const Glyph& glyph : own.kept.glyphs) {
            QVERIFY(!has(own.learnt, glyph));
        }
    }

    void keepsTheSameOnesWhateverComesAndGoes()
    {
        Dataset samples = syntheticDigits(200, 1);
        const Dataset kept = splitSamples(samples, 0, 42).kept;
        samples.glyphs.erase(samples.glyphs.begin(), samples.glyphs.begin() + 100);
        samples.labels.erase(samples.labels.begin(), samples.labels.begin() + 100);
        std::ranges::reverse(samples.glyphs);
        std::ranges::fill(samples.labels, std::uint8_t{3});
        const OwnDigits fewer = splitSamples(samples, 0, 7);
        QVERIFY(!fewer.kept.empty());
        for (const Glyph& glyph : samples.glyphs) {
            QCOMPARE(has(fewer.kept, glyph), has(kept, glyph));
        }
    }

    void keepsNoneAsideOfAFew()
    {
        const Dataset samples = syntheticDigits(kFewestToKeepAside, 1);
        QVERIFY(!splitSamples(samples, 0, 42).kept.empty());
        Dataset fewer = samples;
        fewer.glyphs.pop_back();
        fewer.labels.pop_back();
        QVERIFY(splitSamples(fewer, 0, 42).kept.empty());
        QCOMPARE(splitSamples(fewer, 0, 42).learnt.size(), kFewestToKeepAside - 1);
    }

    void varies()
    {
        const Dataset samples = syntheticDigits(10, 1);
        const OwnDigits own = splitSamples(samples, 100, 42);
        QCOMPARE(own.samples, samples.size());
        QCOMPARE(own.learnt.size(), std::size_t{100});
        QVERIFY(
            std::ranges::equal(samples.glyphs, std::span(own.learnt.glyphs).first(samples.size())));
        std::size_t others = 0;
        for (std::size_t i = samples.size(); i < own.learnt.size(); ++i) {
            QCOMPARE(own.learnt.labels[i], samples.labels[i % samples.size()]);
            others += own.learnt.glyphs[i] == samples.glyphs[i % samples.size()] ? 0 : 1;
        }
        QVERIFY(others > 80);
        QCOMPARE(splitSamples(samples, 100, 42).learnt.glyphs, own.learnt.glyphs);
        QVERIFY(splitSamples(samples, 100, 43).learnt.glyphs != own.learnt.glyphs);
        QCOMPARE(splitSamples(samples, 100'000, 42).learnt.size(), samples.size() * kMostCopies);
        QCOMPARE(splitSamples(samples, 5, 42).learnt.size(), samples.size());
        QVERIFY(splitSamples({}, 100, 42).learnt.empty());
    }
};

QTEST_GUILESS_MAIN(OwnSamplesTest)
#include "own_samples_test.moc"
