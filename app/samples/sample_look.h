// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sample_record.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace digitpad {

class GlyphView;

/// A closer look at one sample: its strokes or its picture, what the network saw, what it is, what
/// it was read as.
class SampleLook : public QWidget {
    Q_OBJECT

public:
    explicit SampleLook(QWidget* parent = nullptr);
    ~SampleLook() override;

    /// Nothing: what is there to look at is said by the words.
    void setSample(const std::optional<Sample>& sample, const QString& words);
    [[nodiscard]] const std::optional<Sample>& sample() const { return m_sample; }

private:
    class Original;

    std::optional<Sample> m_sample;
    Original* m_original;
    GlyphView* m_glyph;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_words; ///< in the place of a sample
};

} // namespace digitpad
