// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_answer.h"

#include "app/inside/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace digitpad {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(WhyAnswer)
};

double outputOf(const LiveReading& reading, const Question& question)
{
    const auto logits = reading.activations.logits();
    const double of = logits[static_cast<std::size_t>(question.digit)];
    return question.against < 0 ? of : of - logits[static_cast<std::size_t>(question.against)];
}

} // namespace

QString whyMethodId(WhyMethod method)
{
    return method == WhyMethod::Exact        ? QStringLiteral("exact")
           : method == WhyMethod::Integrated ? QStringLiteral("integrated")
                                             : QStringLiteral("occlusion");
}

Result<WhyAnswer> whyAnswer(
    const Inside& inside, const std::shared_ptr<const LiveReading>& reading,
    const Question& question, WhyMethod method)
{
    WhyAnswer answer{.reading = reading, .question = question, .method = method, .shares = {}};
    if (method == WhyMethod::Occlusion) {
        const auto falls = inside.occlusion(reading->glyph, question);
        if (!falls) {
            return std::unexpected(falls.error());
        }
        answer.shares.pixels = *falls;
        answer.shares.output = outputOf(*reading, question);
        return answer;
    }
    const auto shares = method == WhyMethod::Exact
                            ? inside.shares(reading->glyph, question)
                            : inside.integratedGradients(reading->glyph, question);
    if (!shares) {
        return std::unexpected(shares.error());
    }
    answer.shares = *shares;
    return answer;
}

QList<FigureSheet::Row> sumRows(const WhyAnswer& answer, const QLocale& locale)
{
    const Shares& shares = answer.shares;
    const bool isDifference = answer.question.against >= 0;
    const QString total = isDifference ? Words::tr("Difference of the logits") : Words::tr("Logit");
    const QString output = locale.toString(shares.output, 'f', kShareDecimals);
    if (answer.method == WhyMethod::Occlusion) {
        const double most = std::ranges::max(shares.pixels);
        return {
            {.cells = {total, output}},
            {.cells = {
                 Words::tr("Falls at most, when covered, by"),
                 locale.toString(most, 'f', kShareDecimals)}}};
    }
    double speaksFor = 0;
    double speaksAgainst = 0;
    for (const double share : shares.pixels) {
        (share > 0 ? speaksFor : speaksAgainst) += share;
    }
    const double error = shares.output - shares.constant - speaksFor - speaksAgainst;
    const std::array numbers{shares.constant, speaksFor, speaksAgainst, error};
    const auto rounded = roundedToAddUp(numbers, shares.output, kShareDecimals);
    const bool isExact = answer.method == WhyMethod::Exact;
    QList<FigureSheet::Row> rows{
        {.cells = {isExact ? Words::tr("Constant") : Words::tr("Blank sheet"), {}}},
        {.cells = {Words::tr("Ink that speaks for it"), {}}},
        {.cells = {Words::tr("Ink that speaks against it"), {}}},
        {.cells = {Words::tr("Error of the method"), {}}, .isQuiet = true}};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].cells[1] = signedText(rounded[static_cast<std::size_t>(i)], kShareDecimals, locale);
    }
    if (rounded.back() == 0) {
        rows.removeLast();
    }
    rows.append({.cells = {total, output}, .isTotal = true, .isMarked = true});
    return rows;
}

} // namespace digitpad
