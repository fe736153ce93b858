// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab_result.h"

#include "app/draw/percent.h"
#include "app/lab/compared_bars.h"
#include "app/shell/theme.h"
#include "app/training/run_words.h"
#include "app/widgets/progress_line.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

std::optional<ComparedBars::Shares> sharesOf(const std::optional<Prediction>& prediction)
{
    if (!prediction) {
        return std::nullopt;
    }
    ComparedBars::Shares shares{.values = {}, .marked = {}};
    std::ranges::copy(prediction->probabilities, shares.values.begin());
    if (prediction->accepted()) {
        shares.marked = prediction->digit();
    }
    return shares;
}

ComparedBars::Shares sharesOf(const Comparison& comparison, std::size_t Comparison::Right::*right)
{
    ComparedBars::Shares shares{.values = {}, .marked = {}};
    for (std::size_t digit = 0; digit < shares.values.size(); ++digit) {
        const auto& of = comparison.digits[digit];
        if (of.count > 0) {
            shares.values[digit] = static_cast<double>(of.*right) / static_cast<double>(of.count);
        }
    }
    return shares;
}

/// Of what is hardly anything nothing is said.
QString sureness(double share)
{
    const auto probability = static_cast<float>(share);
    return std::lround(100 * share) > 0 ? percentText(probability, QLocale()) : QString();
}

QString accuracyText(double share)
{
    return LabResult::tr("%1 %").arg(QLocale().toString(100 * share, 'f', 1));
}

QLabel* makeLine(const QFont& font, QPalette::ColorRole role)
{
    auto* label = new QLabel;
    label->setFont(font);
    label->setForegroundRole(role);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

LabResult::LabResult(QWidget* parent)
    : QWidget(parent),
      m_title(makeLine(theme::captionFont(), QPalette::PlaceholderText)),
      m_accuracy(makeLine(theme::titleFont(), QPalette::WindowText)),
      m_changes(makeLine(theme::captionFont(), QPalette::PlaceholderText)),
      m_progress(new ProgressLine),
      m_reading(new ComparedBars(tr("On the pad"), sureness)),
      m_byDigit(new ComparedBars(tr("Accuracy by digit"), accuracyText))
{
    m_accuracy->setObjectName(QStringLiteral("labAccuracy"));
    m_changes->setObjectName(QStringLiteral("labChanges"));
    m_changes->setWordWrap(true);
    m_changes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Two lines have room, so that what is below does not jump.
    m_changes->setMinimumHeight(2 * QFontMetrics(m_changes->font()).lineSpacing());
    m_reading->setObjectName(QStringLiteral("labBars"));
    m_byDigit->setObjectName(QStringLiteral("labDigits"));
    m_progress->setAccessibleName(tr("Digits read so far"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_accuracy);
    layout->addWidget(m_changes);
    layout->addWidget(m_progress);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_reading, 1);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_byDigit, 1);
    setDigits({});
}

void LabResult::setDigits(const QString& title)
{
    m_digits = title;
    m_progress->hide();
    m_byDigit->setShares({}, {});
    m_title->setText(title.isEmpty() ? tr("Accuracy") : tr("Accuracy · %1").arg(title));
    m_accuracy->setText(QStringLiteral("–"));
    m_changes->setText(
        title.isEmpty() ? tr("There are no digits to read yet. Choose others beside “From”, or get "
                             "MNIST on the Training page.")
                        : QString());
}

void LabResult::setComparison(const Comparison& comparison, std::size_t total, bool isChanged)
{
    const std::size_t count = comparison.all.count;
    m_progress->setVisible(count < total);
    if (total > 0) {
        m_progress->setValue(static_cast<int>(ProgressLine::kSteps * count / total));
    }
    if (count == 0) {
        m_accuracy->setText(tr("Reading…"));
        m_changes->setText({});
        m_byDigit->setShares({}, {});
        return;
    }
    const QLocale locale;
    const auto number = [&](std::size_t value) {
        return locale.toString(static_cast<qulonglong>(value));
    };
    const QString before = percentText(comparison.accuracyBefore());
    const QString after = percentText(comparison.accuracyAfter());
    const QString of =
        count < total ? tr("%1 of %Ln digits", nullptr, static_cast<int>(total)).arg(number(count))
                      : tr("%Ln digits", nullptr, static_cast<int>(total));
    if (isChanged) {
        m_accuracy->setText(tr("%1 → %2", "accuracies before and after").arg(before, after));
        m_accuracy->setAccessibleName(tr("Accuracy: %1 as it is, %2 changed").arg(before, after));
        m_changes->setText(tr("%1: %2 became wrong, %3 became right")
                               .arg(of, number(comparison.madeWrong), number(comparison.putRight)));
    } else {
        m_accuracy->setText(after);
        m_accuracy->setAccessibleName(tr("Accuracy: %1").arg(after));
        m_changes->setText(
            tr("%1. Nothing is changed yet: move a slider, or click a unit.").arg(of));
    }
    m_byDigit->setShares(
        sharesOf(comparison, &Comparison::Right::before),
        sharesOf(comparison, &Comparison::Right::after));
}

void LabResult::setReadings(
    const std::optional<Prediction>& before, const std::optional<Prediction>& after)
{
    m_reading->setShares(sharesOf(before), sharesOf(after));
}

void LabResult::setProblem(const QString& text)
{
    m_progress->hide();
    m_accuracy->setText(QStringLiteral("–"));
    m_changes->setText(text);
    m_byDigit->setShares({}, {});
}

} // namespace digitpad
