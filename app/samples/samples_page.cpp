// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/samples_page.h"

#include "app/error_text.h"
#include "app/samples/digit_menu.h"
#include "app/samples/sample_grid.h"
#include "app/samples/sample_look.h"
#include "app/samples/sample_model.h"
#include "app/samples/writer.h"
#include "app/shell/theme.h"
#include "app/store/store.h"
#include "app/widgets/action_button.h"
#include "app/widgets/balance_bars.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>
#include <numeric>

namespace digitpad {

namespace {

constexpr int kSideWidth = 216;

QLabel* makeCaption(const QString& text)
{
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(theme::captionFont());
    label->setWordWrap(true);
    return label;
}

QLineEdit* makeName(const QString& accessibleName)
{
    auto* name = new QLineEdit;
    name->setMinimumHeight(theme::kSmallestTarget);
    name->setMaxLength(static_cast<int>(kLongestWriter));
    name->setAccessibleName(accessibleName);
    return name;
}

QString writerTitle(const QString& writer)
{
    return writer.isEmpty() ? SamplesPage::tr("Nobody named") : writer;
}

} // namespace

SamplesPage::SamplesPage(QWidget* parent)
    : QWidget(parent),
      m_model(new SampleModel(this)),
      m_grid(new SampleGrid(m_model, this)),
      m_bars(new BalanceBars),
      m_writers(new QComboBox),
      m_look(new SampleLook),
      m_whose(makeCaption(tr("Written by"))),
      m_writer(makeName(tr("Who wrote the selected samples"))),
      m_hand(makeName(tr("Who writes now"))),
      m_count(new QLabel),
      m_words(new QLabel),
      m_problem(makeCaption({})),
      m_stack(new QStackedLayout(this))
{
    setAcceptDrops(true);
    makeActions();
    m_stack->addWidget(makeInvitation());
    m_stack->addWidget(makeCollection());
    m_whyNot = tr("There is nowhere to keep samples yet");

    connect(m_bars, &BalanceBars::chosenChanged, this, [this] {
        setFilter({.label = m_bars->chosen(), .writer = m_filter.writer});
    });
    connect(m_writers, &QComboBox::activated, this, [this](int index) {
        const QVariant writer = m_writers->itemData(index);
        setFilter(
            {.label = m_filter.label,
             .writer = writer.isNull() ? std::nullopt : std::optional(writer.toString())});
    });
    connect(m_grid, &SampleGrid::selectedChanged, this, &SamplesPage::showSelection);
    connect(m_model, &SampleModel::listed, this, &SamplesPage::showState);
    connect(m_model, &SampleModel::failed, this, [this](const Error& error) {
        Q_EMIT warning(describe(error));
    });
    connect(m_writer, &QLineEdit::editingFinished, this, [this] {
        if (m_writer->isModified()) {
            m_writer->setModified(false);
            rename(m_writer->text().trimmed());
        }
    });
    connect(
        m_hand, &QLineEdit::editingFinished, this, [this] { setCurrentWriter(m_hand->text()); });
    showState();
}

QWidget* SamplesPage::makeInvitation()
{
    auto* title = new QLabel(tr("Teach the network your own hand"));
    title->setFont(theme::titleFont());
    title->setAlignment(Qt::AlignCenter);
    auto* how = new QLabel(
        tr("Draw a digit on the Draw page and click what it is, or press its key: it is kept here."
           "\nIn Pictures, select one and press the key. Confirm what was read right, too:\n"
           "a few of each digit are enough to begin with."));
    how->setForegroundRole(QPalette::PlaceholderText);
    how->setAlignment(Qt::AlignCenter);
    how->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignCenter);
    auto* import = makeMenuButton(m_import, Qt::ToolButtonTextBesideIcon);
    import->setMinimumSize(144, 44);

    auto* invitation = new QWidget(this);
    auto* layout = new QVBoxLayout(invitation);
    layout->setSpacing(theme::kGroup);
    layout->setContentsMargins(theme::kGroup, theme::kGroup, theme::kGroup, theme::kGroup);
    auto* icon = new QLabel;
    icon->setPixmap(theme::icon(QStringLiteral("samples")).pixmap(72, QIcon::Disabled));
    layout->addStretch(2);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(title);
    layout->addWidget(how);
    layout->addWidget(import, 0, Qt::AlignHCenter);
    layout->addWidget(m_problem);
    layout->addStretch(3);
    return invitation;
}

QWidget* SamplesPage::makeCollection()
{
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    auto* none = new QWidget;
    auto* noneLayout = new QVBoxLayout(none);
    noneLayout->addStretch();
    noneLayout->addWidget(m_words);
    noneLayout->addWidget(new ActionButton(m_showAll), 0, Qt::AlignHCenter);
    noneLayout->addStretch();
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kGap);
    left->addWidget(m_bars);
    left->addSpacing(theme::kGap);
    m_gridStack = new QStackedLayout;
    left->addLayout(m_gridStack, 1);
    left->addWidget(m_count);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::kGroup);
    columns->addLayout(left, 1);
    columns->addWidget(makeSide());

    auto* collection = new QWidget(this);
    auto* layout = new QVBoxLayout(collection);
    layout->setContentsMargins(theme::kMargin, theme::kGap, theme::kMargin, theme::kGap);
    layout->setSpacing(theme::kMargin);
    layout->addWidget(makeBar());
    layout->addLayout(columns, 1);
    m_gridStack->addWidget(none); // once it has a parent: it shows what it is given at once
    m_gridStack->addWidget(m_grid);
    return collection;
}

QWidget* SamplesPage::makeBar()
{
    auto* teach = new ActionButton(m_teach);
    teach->setPrimary(true);
    teach->setMinimumSize(teach->sizeHint().width() + theme::kGroup, 40);
    m_writers->setMinimumHeight(theme::kSmallestTarget);
    m_writers->setMinimumContentsLength(10);
    m_writers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_writers->setAccessibleName(tr("Whose samples are shown"));
    m_writers->setToolTip(m_writers->accessibleName());

    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(teach);
    layout->addSpacing(theme::kMargin);
    layout->addWidget(m_writers);
    layout->addStretch();
    layout->addWidget(makeToolButton(m_remove));
    layout->addWidget(makeMenuButton(m_import, Qt::ToolButtonTextBesideIcon));
    layout->addWidget(makeMenuButton(m_export, Qt::ToolButtonTextBesideIcon));
    return bar;
}

QWidget* SamplesPage::makeSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    m_hand->setText(currentWriter());
    m_hand->setPlaceholderText(tr("A name"));
    auto* now = makeCaption(tr("Who writes now"));
    m_hand->setToolTip(tr("Goes with whatever is kept from now on"));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(m_look);
    layout->addSpacing(theme::kGap);
    layout->addWidget(m_whose);
    layout->addWidget(m_writer);
    layout->addStretch();
    layout->addWidget(now);
    layout->addWidget(m_hand);
    return side;
}

void SamplesPage::setStore(Store& store)
{
    m_store = &store;
    m_whyNot.clear();
    connectStore();
    m_model->setStore(store);
    refresh();
    showState();
}

void SamplesPage::connectStore()
{
    connect(m_store, &Store::opened, this, [this](const StoreState& state) {
        if (state.isReadOnly) {
            m_whyNot = tr("The samples can only be read");
            updateActions();
        }
    });
    connect(m_store, &Store::openFailed, this, [this](const Error& error) {
        m_whyNot = describe(error);
        showState();
    });
    connect(m_store, &Store::samplesChanged, this, &SamplesPage::refresh);
    connect(
        m_store, &Store::overviewRead, this, [this](quint64 call, const SampleOverview& overview) {
            if (call == m_overviewCall) {
                showOverview(overview);
            }
        });
    connect(m_store, &Store::sampleRead, this, [this](quint64 call, const Sample& sample) {
        if (call == m_sampleCall) {
            showSample(sample);
        }
    });
    connect(
        m_store, &Store::samplesExported, this,
        [this](quint64 call, const SamplesExported& exported) {
            if (call == m_busy) {
                setBusy(0, {});
                showExported(exported);
            }
        });
    connect(
        m_store, &Store::samplesImported, this,
        [this](quint64 call, const SamplesImported& imported) {
            if (call == m_busy) {
                setBusy(0, {});
                showImported(imported);
            }
        });
    connect(m_store, &Store::done, this, [this](quint64 call) {
        if (const Then then = m_then.take(call)) {
            then();
        }
    });
    connect(m_store, &Store::failed, this, &SamplesPage::fail);
}

void SamplesPage::follow(quint64 call, const Then& then)
{
    m_then.insert(call, then);
}

void SamplesPage::fail(quint64 call, const Error& error)
{
    if (call == m_busy && m_busy != 0) {
        setBusy(0, {});
        Q_EMIT warning(describe(error));
    } else if (m_then.remove(call) > 0) {
        Q_EMIT warning(describe(error));
    }
    // A sample that is not there any more: the list is about to say so.
}

void SamplesPage::setBusy(quint64 call, const QString& words)
{
    m_busy = call;
    m_busyWith = words;
    showState();
}

/// While nobody looks, nothing is read.
void SamplesPage::refresh()
{
    if (isVisible() && m_store != nullptr) {
        m_overviewCall = m_store->readOverview(m_filter.writer);
        showSelection();
    }
}

QJsonObject SamplesPage::facts() const
{
    return {
        {QStringLiteral("samples"),
         static_cast<int>(
             std::accumulate(m_overview.counts.begin(), m_overview.counts.end(), qsizetype{0}))}};
}

void SamplesPage::setFilter(const SampleFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    {
        const QSignalBlocker quiet(m_bars);
        m_bars->choose(filter.label);
    }
    m_model->setFilter(filter);
    m_grid->scrollToTop();
    refresh();
    showState();
}

void SamplesPage::showOverview(const SampleOverview& overview)
{
    m_overview = overview;
    BalanceBars::Counts counts{};
    std::ranges::copy(overview.counts, counts.begin());
    m_bars->setCounts(counts);

    m_writers->clear();
    m_writers->addItem(tr("Everybody"));
    QStringList names;
    for (const QString& writer : overview.writers) {
        m_writers->addItem(writerTitle(writer), writer);
        if (!writer.isEmpty()) {
            names << writer;
        }
    }
    if (m_filter.writer &&
        std::ranges::find(overview.writers, *m_filter.writer) == overview.writers.end()) {
        m_writers->addItem(writerTitle(*m_filter.writer), *m_filter.writer); // none is left
    }
    m_writers->setCurrentIndex(m_filter.writer ? m_writers->findData(*m_filter.writer) : 0);
    for (QLineEdit* field : {m_writer, m_hand}) {
        auto* completer = new QCompleter(names, field);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        delete field->completer();
        field->setCompleter(completer);
    }
    showState();
}

void SamplesPage::showState()
{
    const bool isEmpty = m_overview.writers.empty();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    m_problem->setText(!m_busyWith.isEmpty() ? m_busyWith : m_whyNot);
    const bool none = m_model->isListed() && m_model->rowCount() == 0;
    m_words->setText(none ? tr("There is no such sample") : QString());
    m_gridStack->setCurrentIndex(none ? 0 : 1);
    setFocusProxy(isEmpty || none ? nullptr : m_grid);
    if (hadFocus && !isAncestorOf(QApplication::focusWidget())) {
        setFocus(); // what had it is gone
    }
    showSelection();
    update();
}

void SamplesPage::showSelection()
{
    const qsizetype count = m_grid->selectedCount();
    m_count->setText(countText());
    updateActions();
    m_whose->setVisible(count > 0);
    m_writer->setVisible(count > 0);
    m_writer->setEnabled(m_whyNot.isEmpty());
    if (count == 1 && m_store != nullptr) {
        const SampleEntry entry = m_grid->selected().front();
        m_sampleCall = m_store->readSample(entry.id); // shown as soon as it is there
        if (!m_writer->isModified()) {
            m_writer->setText(entry.writer);
        }
        m_writer->setPlaceholderText(writerTitle({}));
        return;
    }
    m_sampleCall = 0;
    m_look->setSample(
        {}, count > 0 ? tr("%Ln samples selected", nullptr, static_cast<int>(count))
                      : tr("Select a sample to look at it"));
    if (!m_writer->isModified()) {
        m_writer->clear();
    }
    m_writer->setPlaceholderText(tr("A name for all of them"));
}

void SamplesPage::showSample(const Sample& sample)
{
    m_look->setSample(sample, {});
}

QString SamplesPage::countText() const
{
    if (!m_busyWith.isEmpty()) {
        return m_busyWith;
    }
    const QString all = tr("%Ln samples", nullptr, m_model->rowCount());
    const int selected = static_cast<int>(m_grid->selectedCount());
    return selected > 0 ? tr("%1 · %Ln selected", nullptr, selected).arg(all) : all;
}

void SamplesPage::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_dropping) {
        return;
    }
    QPen pen(palette().color(QPalette::Highlight), 2);
    pen.setDashPattern({6, 5});
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 12, 12);
}

void SamplesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model->setFollowing(true);
    refresh();
    updateActions();
}

void SamplesPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_model->setFollowing(false);
    updateActions();
}

} // namespace digitpad
