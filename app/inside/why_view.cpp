// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/why_view.h"

#include "app/error_text.h"
#include "app/inside/figure_sheet.h"
#include "app/inside/figures.h"
#include "app/inside/network_words.h"
#include "app/inside/why_map.h"
#include "app/inside/why_mind.h"
#include "app/shell/theme.h"
#include "app/state/state_types.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <array>

namespace digitpad {

namespace {

constexpr int kDigits = 10;
// Pixels of what is written beside the map.
constexpr int kAnswerWide = 300;
constexpr int kAnswerWidest = 400;

const QString kDigit = QStringLiteral("digit");
const QString kAgainst = QStringLiteral("against");
const QString kMethod = QStringLiteral("method");
const QString kBecomes = QStringLiteral("becomes");
const QString kAdds = QStringLiteral("adds");
const QString kRubsOut = QStringLiteral("rubsOut");
const QString kSide = QStringLiteral("side");

/// Of all outputs, "no digit" among them.
int winnerOf(const LiveReading& reading)
{
    const auto logits = reading.activations.logits();
    return static_cast<int>(std::ranges::max_element(logits) - logits.begin());
}

} // namespace

WhyView::WhyView(QWidget* parent)
    : InsideView(parent),
      m_map(new WhyMap),
      m_mind(new WhyMind),
      m_sum(new FigureSheet),
      m_title(new QLabel),
      m_readout(new QLabel)
{
    m_map->setObjectName(QStringLiteral("whyMap"));
    m_sum->setObjectName(QStringLiteral("whySum"));
    m_sum->setAccessibleName(tr("How the output adds up"));
    m_title->setObjectName(QStringLiteral("whyTitle"));
    m_title->setFont(theme::titleFont());
    m_title->setWordWrap(true);
    m_readout->setObjectName(QStringLiteral("whyReadout"));
    m_readout->setWordWrap(true);
    m_readout->setFont(theme::captionFont());
    m_readout->setForegroundRole(QPalette::PlaceholderText);
    m_readout->setMinimumHeight(2 * QFontMetrics(theme::captionFont()).height());
    m_readout->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto* choices = new QGridLayout;
    choices->setHorizontalSpacing(theme::kGap);
    choices->setVerticalSpacing(theme::kGap / 2);
    choices->setColumnStretch(1, 1);
    m_digit = addChoice(choices, "whyDigit", tr("Why"));
    m_against = addChoice(choices, "whyAgainst", tr("and not"));
    m_method = addChoice(choices, "whyMethod", tr("Method"));
    m_method->addItem(tr("exact shares"), whyMethodId(WhyMethod::Exact));
    m_method->addItem(tr("integrated gradients"), whyMethodId(WhyMethod::Integrated));
    m_method->addItem(tr("covering it bit by bit"), whyMethodId(WhyMethod::Occlusion));
    fillDigits();

    auto* answer = new QVBoxLayout;
    answer->setSpacing(theme::kGap);
    answer->addWidget(m_title);
    answer->addLayout(choices);
    answer->addWidget(m_sum);
    answer->addWidget(m_readout);
    answer->addSpacing(theme::kGap);
    answer->addWidget(m_mind);
    answer->addStretch();
    auto* beside = new QWidget;
    beside->setMinimumWidth(kAnswerWide);
    beside->setMaximumWidth(kAnswerWidest);
    beside->setLayout(answer);
    answer->setContentsMargins({});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGroup);
    layout->addWidget(m_map, 3);
    layout->addWidget(beside, 1);
    layout->addStretch();

    for (QAction* action : m_mind->actions()) {
        addAction(action);
    }
    connect(m_map, &WhyMap::pointedChanged, this, &WhyView::showReadout);
    connect(m_mind, &WhyMind::previewChanged, this, &WhyView::showMap);
    connect(m_mind, &WhyMind::toPad, this, &WhyView::toPad);
    connect(m_mind, &WhyMind::problem, this, &WhyView::warning);
    connect(m_mind, &WhyMind::changed, this, &WhyView::factsChanged);
    showTitle();
    showSum();
    showReadout();
}

QComboBox* WhyView::addChoice(QGridLayout* grid, const char* name, const QString& text)
{
    auto* box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setMinimumHeight(theme::kSmallestTarget);
    auto* label = new QLabel(text);
    label->setBuddy(box);
    box->setAccessibleName(text);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1);
    connect(box, &QComboBox::activated, this, [this] {
        ask();
        Q_EMIT factsChanged();
    });
    return box;
}

/// The outputs of the network; what was chosen stays so, where it can.
void WhyView::fillDigits()
{
    const int outputs = model() != nullptr ? model()->inside->layers().back().units : kDigits;
    for (QComboBox* box : {m_digit, m_against}) {
        const QVariant chosen = box->currentData();
        box->clear();
        box->addItem(box == m_digit ? tr("the digit it is") : tr("(nothing else)"), -1);
        for (int output = 0; output < outputs; ++output) {
            box->addItem(outputTitle(output, locale()), output);
        }
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
}

WhyMethod WhyView::method() const
{
    return std::array{
        WhyMethod::Exact, WhyMethod::Integrated,
        WhyMethod::Occlusion}[static_cast<std::size_t>(m_method->currentIndex())];
}

/// Against itself nothing can be held.
Question WhyView::question() const
{
    Question question{
        .digit = m_digit->currentData().toInt(), .against = m_against->currentData().toInt()};
    if (question.digit < 0 && reading() != nullptr) {
        question.digit = winnerOf(*reading());
    }
    if (question.against == question.digit) {
        question.against = -1;
    }
    return question;
}

QJsonObject WhyView::state() const
{
    const ChangeOptions options = m_mind->options();
    return {
        {kDigit, m_digit->currentData().toInt()},
        {kAgainst, m_against->currentData().toInt()},
        {kMethod, whyMethodId(method())},
        {kBecomes, options.digit},
        {kAdds, options.mayAdd},
        {kRubsOut, options.mayRubOut},
        {kSide, options.side}};
}

QString WhyView::setState(const QJsonObject& state)
{
    const QString slip =
        checkNames(state, {"digit", "against", "method", "becomes", "adds", "rubsOut", "side"});
    if (!slip.isEmpty()) {
        return slip;
    }
    const auto refused = [&](const QString& name) {
        return tr("%1: there is no “%2” here.")
            .arg(name, state[name].toVariant().toString().left(40));
    };
    const QJsonObject now = this->state();
    const auto whole = [&](const QString& name) {
        constexpr int kNone = -1000;
        return (state.contains(name) ? state[name] : now[name]).toInt(kNone);
    };
    const int digit = m_digit->findData(whole(kDigit));
    const int against = m_against->findData(whole(kAgainst));
    const QJsonValue wanted = state.contains(kMethod) ? state[kMethod] : now[kMethod];
    const int method = m_method->findData(wanted.toString());
    ChangeOptions options = m_mind->options();
    options.digit = whole(kBecomes);
    options.side = whole(kSide);
    if (digit < 0) {
        return refused(kDigit);
    }
    if (against < 0) {
        return refused(kAgainst);
    }
    if (method < 0) {
        return refused(kMethod);
    }
    if (options.digit < -1 || options.digit >= kDigits) {
        return refused(kBecomes);
    }
    if (options.side < 1 || options.side > 9) {
        return refused(kSide);
    }
    for (const QString& name : {kAdds, kRubsOut}) {
        if (state.contains(name) && !state[name].isBool()) {
            return refused(name);
        }
    }
    options.mayAdd = state[kAdds].toBool(options.mayAdd);
    options.mayRubOut = state[kRubsOut].toBool(options.mayRubOut);
    m_digit->setCurrentIndex(digit);
    m_against->setCurrentIndex(against);
    m_method->setCurrentIndex(method);
    m_mind->setOptions(options);
    ask();
    return {};
}

QJsonObject WhyView::facts() const
{
    QJsonObject facts{
        {QStringLiteral("isBusy"), m_asking.isBusy() || m_mind->isSearching()},
        {kMethod, whyMethodId(method())}};
    if (m_answer) {
        facts[kDigit] = m_answer->question.digit;
        facts[kAgainst] = m_answer->question.against;
        facts[kMethod] = whyMethodId(m_answer->method);
        facts[QStringLiteral("constant")] = m_answer->shares.constant;
        facts[QStringLiteral("output")] = m_answer->shares.output;
    }
    if (m_mind->found() && m_mind->found()->touches) {
        const ChangeOfMind& change = *m_mind->found()->touches;
        facts[QStringLiteral("touches")] = static_cast<int>(change.touches.size());
        facts[kBecomes] = change.digit;
    }
    return facts;
}

/// The map is a square: what is beside it stays near.
void WhyView::resizeEvent(QResizeEvent* event)
{
    InsideView::resizeEvent(event);
    m_map->setMaximumWidth(std::max(m_map->minimumSizeHint().width(), m_map->widthFor(height())));
}

void WhyView::modelChanged()
{
    m_asking.stop();
    m_answer.reset();
    fillDigits();
    m_mind->setModel(model());
    showMap();
    showTitle();
    showSum();
}

void WhyView::readingChanged()
{
    m_mind->setReading(reading());
    ask();
}

void WhyView::ask()
{
    if (model() == nullptr || reading() == nullptr) {
        m_asking.stop();
        m_answer.reset();
        showMap();
        showTitle();
        showSum();
        showReadout();
        return;
    }
    m_asking.follow(
        [inside = model()->inside, reading = reading(), question = question(), method = method()](
            const BackgroundTask&) { return whyAnswer(*inside, reading, question, method); },
        [this](const Result<WhyAnswer>& answer) {
            if (!answer) {
                Q_EMIT warning(describe(answer.error()));
                return;
            }
            showAnswer(*answer);
        });
    showReadout();
}

void WhyView::showAnswer(const WhyAnswer& answer)
{
    m_answer = answer;
    showMap();
    showTitle();
    showSum();
    showReadout();
    Q_EMIT factsChanged();
}

void WhyView::showMap()
{
    const auto& found = m_mind->found();
    const auto preview = m_mind->preview();
    if (preview == WhyMind::Preview::Changed) {
        m_map->showTouches(reading()->glyph, found->touches->touches, found->options.side);
    } else if (preview == WhyMind::Preview::Without) {
        m_map->showGlyph(found->stroke->glyph);
    } else if (m_answer) {
        const auto name = [this](int output) { return outputTitle(output, locale()); };
        const Question& of = m_answer->question;
        m_map->setEnds(
            of.against < 0 ? tr("against %1").arg(name(of.digit))
                           : tr("for %1").arg(name(of.against)),
            tr("for %1").arg(name(of.digit)));
        m_map->showShares(m_answer->reading->glyph, m_answer->shares.pixels);
    } else {
        m_map->showGlyph({});
    }
}

QString WhyView::titleOf(const Question& question) const
{
    const QString digit = outputTitle(question.digit, locale());
    return question.against < 0
               ? tr("Why %1?").arg(digit)
               : tr("Why %1 and not %2?").arg(digit, outputTitle(question.against, locale()));
}

void WhyView::showTitle()
{
    const QString title = m_answer             ? titleOf(m_answer->question)
                          : model() == nullptr ? tr("Getting ready…")
                                               : tr("Draw a digit on the pad");
    m_title->setText(title);
    m_map->setAccessibleName(m_answer ? title : tr("Each pixel's share"));
}

void WhyView::showSum()
{
    m_sum->setRows(m_answer ? sumRows(*m_answer, locale()) : QList<FigureSheet::Row>());
}

void WhyView::showReadout()
{
    const auto pixel = m_map->pointed();
    QString text = tr("Point at a pixel to see its share.");
    if (m_asking.isBusy() && method() != WhyMethod::Exact) {
        text = tr("Computing…");
    } else if (!m_answer) {
        text.clear();
    } else if (pixel) {
        const int at = pixel->y() * Glyph::kSide + pixel->x();
        const double share = m_answer->shares.pixels[static_cast<std::size_t>(at)];
        const QString row = locale().toString(pixel->y() + 1);
        const QString column = locale().toString(pixel->x() + 1);
        const double ink = m_answer->reading->glyph.at(pixel->x(), pixel->y()) / 255.0;
        text = m_answer->method == WhyMethod::Occlusion
                   ? tr("Around row %1, column %2 covered, it changes by %3")
                         .arg(row, column, signedText(-share, kShareDecimals, locale()))
                   : tr("Row %1, column %2: ink %3, share %4")
                         .arg(
                             row, column, locale().toString(ink, 'f', 2),
                             signedText(share, kShareDecimals, locale()));
    }
    m_readout->setText(text);
    m_map->setAccessibleDescription(text);
}

} // namespace digitpad
