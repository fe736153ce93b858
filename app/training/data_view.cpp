// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/data_view.h"

#include "app/error_text.h"
#include "app/shell/theme.h"
#include "app/training/glyph_pages.h"
#include "app/training/run_words.h"
#include "app/widgets/balance_bars.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <numeric>
#include <random>
#include <utility>

namespace digitpad {

namespace {

constexpr int kPause = 300; // milliseconds without a change before it is read

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString partText(const DataPart& part)
{
    const QString count = number(part.count);
    switch (part.kind) {
    case DataKind::Mnist:
        return DataView::tr("MNIST %1").arg(count);
    case DataKind::Strokes:
        return DataView::tr("pen strokes %1").arg(count);
    case DataKind::Photographed:
        return DataView::tr("photographed %1").arg(count);
    case DataKind::Pictures:
        return DataView::tr("pictures %1").arg(count);
    case DataKind::Synthetic:
        return DataView::tr("synthetic %1").arg(count);
    case DataKind::Samples:
        return DataView::tr("own samples %1").arg(count);
    case DataKind::NoDigits:
        break;
    }
    return DataView::tr("no digits %1").arg(count);
}

QToolButton* makeTurner(const QString& icon, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(theme::icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    button->setMinimumSize(theme::kSmallestTarget, theme::kSmallestTarget);
    return button;
}

} // namespace

DataView::DataView(QAction* close, QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_parts(new QLabel(this)),
      m_stack(new QStackedLayout)
{
    setAccessibleName(tr("What it learns from"));
    m_title->setFont(theme::titleFont());
    m_parts->setForegroundRole(QPalette::PlaceholderText);
    m_parts->setWordWrap(true);
    auto* back = new QToolButton(this);
    back->setIcon(theme::icon(QStringLiteral("close")));
    back->setAccessibleName(tr("Back to the chart"));
    back->setToolTip(
        tr("Back to the chart (%1)").arg(close->shortcut().toString(QKeySequence::NativeText)));
    back->setAutoRaise(true);
    back->setMinimumSize(theme::kSmallestTarget, theme::kSmallestTarget);
    connect(back, &QToolButton::clicked, close, &QAction::trigger);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(back);

    m_stack->addWidget(makeWords());
    m_stack->addWidget(makeDigits());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap);
    layout->addLayout(head);
    layout->addWidget(m_parts);
    layout->addLayout(m_stack, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &DataView::read);
    connect(&m_reader, &DataReader::finished, this, &DataView::showData);
    connect(&m_reader, &DataReader::failed, this, [this](const Error& error) {
        say(describe(error), tr("Read again"));
    });
    say({}, {});
}

QWidget* DataView::makeWords()
{
    auto* widget = new QWidget(this);
    m_words = new QLabel(widget);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText); // it may name a file, and a file any name
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_act = new QPushButton(widget);
    m_act->setMinimumHeight(theme::kSmallestTarget);
    connect(
        m_act, &QPushButton::clicked, this, [this] { m_reader.isReading() ? cancel() : read(); });
    auto* layout = new QVBoxLayout(widget);
    layout->setSpacing(theme::kMargin);
    layout->addStretch();
    layout->addWidget(m_words);
    layout->addWidget(m_act, 0, Qt::AlignHCenter);
    layout->addStretch();
    return widget;
}

QWidget* DataView::makeDigits()
{
    auto* widget = new QWidget(this);
    m_bars = new BalanceBars(widget);
    m_pages = new GlyphPages(widget);
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, theme::kGap, 0, 0);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(m_bars);
    layout->addWidget(m_pages, 1);
    layout->addLayout(makePager());
    connect(m_bars, &BalanceBars::chosenChanged, this, [this] { deal(false); });
    connect(m_pages, &GlyphPages::turned, this, &DataView::showPage);
    return widget;
}

QLayout* DataView::makePager()
{
    m_previous = makeTurner(QStringLiteral("previous"), tr("Previous page"), this);
    m_next = makeTurner(QStringLiteral("next"), tr("Next page"), this);
    auto* shuffle = new QPushButton(theme::icon(QStringLiteral("shuffle")), tr("S&huffle"), this);
    shuffle->setFlat(true);
    shuffle->setMinimumHeight(theme::kSmallestTarget);
    shuffle->setToolTip(tr("Shows them in another order; what is learnt does not change"));
    m_page = new QLabel(this);
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setForegroundRole(QPalette::PlaceholderText);
    connect(
        m_previous, &QToolButton::clicked, this, [this] { m_pages->setPage(m_pages->page() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_pages->setPage(m_pages->page() + 1); });
    connect(shuffle, &QPushButton::clicked, this, [this] { deal(true); });
    auto* layout = new QHBoxLayout;
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_previous);
    layout->addWidget(m_page);
    layout->addWidget(m_next);
    layout->addStretch();
    layout->addWidget(shuffle);
    return layout;
}

void DataView::setChoice(
    const DataSources& sources, const TrainingOptions& options, const QString& whyNot)
{
    Choice choice{
        .sources = sources, .network = options.network, .seed = options.seed, .whyNot = whyNot};
    if (choice == m_choice) {
        return;
    }
    m_choice = std::move(choice);
    m_options = options;
    if (isVisible()) {
        m_reader.stop();
        m_pause.start();
    }
}

void DataView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void DataView::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_pause.stop();
    m_reader.stop();
    m_pages->setGlyphs(nullptr, {}); // it may be hundreds of megabytes
    m_data.reset();
}

void DataView::read()
{
    if (!m_choice.whyNot.isEmpty()) {
        say(m_choice.whyNot, {});
        return;
    }
    m_reader.read(m_choice.sources, m_options);
    say(tr("Reading the data…"), tr("Cancel"));
}

void DataView::cancel()
{
    m_reader.stop();
    say(tr("Not read"), tr("Read again"));
}

void DataView::say(const QString& text, const QString& button)
{
    m_title->setText(tr("What it learns from"));
    m_parts->setText({});
    m_words->setText(text);
    m_act->setText(button);
    m_act->setVisible(!button.isEmpty());
    m_stack->setCurrentIndex(0);
}

void DataView::showData(const std::shared_ptr<const TrainingData>& read)
{
    m_data = read;
    if (read->training.empty()) {
        say(read->unread.empty() ? tr("There is nothing in it") : describe(read->unread.front()),
            tr("Read again"));
        return;
    }
    showCounts();
    deal(true);
    m_stack->setCurrentIndex(1);
}

void DataView::showCounts()
{
    const DataCounts counts = countsOf(*m_data);
    m_title->setText(
        counts.test > 0
            ? tr("%1 to learn from, %2 to test on").arg(learntFromText(counts), number(counts.test))
            : tr("%1 to learn from, none to test on").arg(learntFromText(counts)));
    QStringList parts;
    for (const DataPart& part : m_data->parts) {
        parts << partText(part);
    }
    if (!m_data->unread.empty()) {
        parts << tr(
            "%Ln pictures could not be read", nullptr, static_cast<int>(m_data->unread.size()));
    }
    m_parts->setText(parts.join(QStringLiteral(" · ")));
    BalanceBars::Counts balance{};
    for (const std::uint8_t label : m_data->training.labels) {
        if (label < balance.size()) {
            ++balance[label];
        }
    }
    m_bars->setCounts(balance);
}

/// Lays the digits out anew: all, or those that are chosen.
void DataView::deal(bool shuffled)
{
    if (m_data == nullptr) {
        return;
    }
    m_deals += shuffled ? 1 : 0;
    const Dataset& training = m_data->training;
    std::vector<std::size_t> order(training.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (const std::optional<int> digit = m_bars->chosen()) {
        std::erase_if(order, [&](std::size_t which) { return training.labels[which] != *digit; });
    }
    std::ranges::shuffle(order, std::mt19937_64(m_deals));
    m_pages->setGlyphs({m_data, &training}, std::move(order));
}

void DataView::showPage()
{
    const int count = m_pages->pageCount();
    const QLocale locale;
    m_page->setText(
        count == 0 ? tr("None")
                   : tr("Page %1 of %2")
                         .arg(locale.toString(m_pages->page() + 1), locale.toString(count)));
    m_previous->setEnabled(m_pages->page() > 0);
    m_next->setEnabled(m_pages->page() + 1 < count);
}

} // namespace digitpad
