// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/draw_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/draw/probability_bars.h"
#include "app/error_text.h"
#include "app/recognition/recognition.h"
#include "app/samples/corrections.h"
#include "app/shell/first_picture.h"
#include "app/shell/theme.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPalette>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kNarrowestSide = 280;
constexpr int kSettled = 700; // milliseconds without a change until a reading is said aloud

QLabel* makeCaption(const QString& text, const QFont& font, QPalette::ColorRole role)
{
    auto* label = new QLabel(text);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

} // namespace

DrawPage::DrawPage(Recognition& recognition, QWidget* parent)
    : QWidget(parent),
      m_recognition(recognition),
      m_canvas(new Canvas(this)),
      m_actionBar(new QWidget(this)),
      m_side(new QWidget(this)),
      m_answer(new AnswerView),
      m_bars(new ProbabilityBars),
      m_glyph(new GlyphView),
      m_aboutGlyph(new QWidget),
      m_hint(makeCaption({}, theme::captionFont(), QPalette::PlaceholderText)),
      m_corrections(new Corrections(this)),
      m_readSoon(new QTimer(this)),
      m_settled(new QTimer(this))
{
    makeActions();
    makeCorrections();
    fillActionBar();
    fillSide();
    setFocusProxy(m_canvas);

    // A tablet may send many points at once: they are read together.
    m_readSoon->setSingleShot(true);
    m_readSoon->setInterval(0);
    connect(m_readSoon, &QTimer::timeout, this, &DrawPage::read);
    m_settled->setSingleShot(true);
    m_settled->setInterval(kSettled);
    connect(m_settled, &QTimer::timeout, m_answer, &AnswerView::announce);

    connect(m_canvas, &Canvas::inkChanged, this, &DrawPage::inkChanged);
    connect(m_canvas, &Canvas::strokeEnded, this, &DrawPage::announceWhenSettled);
    connect(&m_recognition, &Recognition::reading, this, &DrawPage::showReading);
    connect(
        &m_recognition, &Recognition::readingFailed, this, [this](quint64 id, const Error& error) {
            if (isCurrent(id)) {
                m_lastShown = id;
                showNoAnswer(describe(error));
            }
        });
    connect(&m_recognition, &Recognition::engineFailed, this, &DrawPage::cannotRead);
    connect(&m_recognition, &Recognition::modelFailed, this, &DrawPage::cannotRead);
    connect(&m_recognition, &Recognition::modelChanged, this, [this] {
        m_problem.clear();
        inkChanged();
    });
    inkChanged();
}

QSize DrawPage::minimumSizeHint() const
{
    const QSize paper = m_canvas->minimumSizeHint();
    const QSize side = m_side->minimumSizeHint();
    const int height =
        std::max(side.height(), paper.height() + theme::kGap + m_actionBar->sizeHint().height());
    const int width = std::max(paper.width(), m_actionBar->minimumSizeHint().width());
    return QSize(width + theme::kGroup + kNarrowestSide, height) +
           2 * QSize(theme::kMargin, theme::kMargin);
}

void DrawPage::fillActionBar()
{
    auto* layout = new QHBoxLayout(m_actionBar);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap / 2);
    layout->addWidget(makeToolButton(m_do.undo));
    layout->addWidget(makeToolButton(m_do.redo));
    layout->addWidget(makeToolButton(m_do.clear, Qt::ToolButtonTextBesideIcon));
    layout->addStretch();
    layout->addWidget(makeToolButton(m_do.copy));
    layout->addWidget(makeToolButton(m_do.paste));
    layout->addWidget(makeToolButton(m_do.save));
}

void DrawPage::fillSide()
{
    auto* about = new QVBoxLayout(m_aboutGlyph);
    about->setContentsMargins({});
    about->setSpacing(theme::kGap / 2);
    about->addWidget(
        makeCaption(tr("What the network saw"), theme::bodyFont(), QPalette::WindowText));
    about->addWidget(makeCaption(
        tr("Your ink, centred and scaled to %1\u00a0×\u00a0%1\u00a0pixels.")
            .arg(locale().toString(Glyph::kSide)),
        theme::captionFont(), QPalette::PlaceholderText));
    about->addStretch();
    auto* seen = new QHBoxLayout;
    seen->setSpacing(theme::kMargin);
    seen->addWidget(m_glyph);
    seen->addWidget(m_aboutGlyph, 1);
    seen->addStretch();

    auto* layout = new QVBoxLayout(m_side);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGroup);
    auto* bars = new QVBoxLayout;
    bars->setSpacing(theme::kGap / 2);
    bars->addWidget(m_bars, 1);
    bars->addWidget(m_hint);
    layout->addWidget(m_answer, 5);
    layout->addLayout(bars, 4);
    layout->addLayout(seen);
}

void DrawPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

// The paper takes the height there is, the side the rest of the width as far as it helps; what is
// left over on a very wide screen goes to both edges.
void DrawPage::place()
{
    const QRect area =
        rect().marginsRemoved({theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin});
    const int barHeight = m_actionBar->sizeHint().height();
    const int paper = std::min(
        area.height() - theme::kGap - barHeight, area.width() - theme::kGroup - kNarrowestSide);
    const int sideWidth = std::min(
        area.width() - paper - theme::kGroup, std::max(360, static_cast<int>(paper * 0.62)));
    const int left = area.left() + (area.width() - paper - theme::kGroup - sideWidth) / 2;

    const auto put = [this](QWidget* part, const QRect& where) {
        part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), where));
    };
    // Six times, and more on a tall screen.
    m_glyph->setScale(std::max(6, std::min(area.height() / 110, sideWidth / 50)), sideWidth);
    put(m_canvas, {left, area.top(), paper, paper});
    put(m_actionBar, {left, area.top() + paper + theme::kGap, paper, barHeight});
    // From the paper's upper edge to its lower one, or as far down as it needs.
    const QRect sheet = m_canvas->paper().toAlignedRect();
    const int height = std::max(sheet.height(), m_side->minimumSizeHint().height());
    const int top = std::min(area.top() + sheet.top(), area.bottom() + 1 - height);
    put(m_side, {left + paper + theme::kGroup, top, sideWidth, height});
}

void DrawPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
    updateKeeping();
    if (m_unread) {
        m_readSoon->start();
    }
    afterFirstPicture(*this, [this] { updatePaste(); });
}

void DrawPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
    updateKeeping();
    updatePaste();
}

void DrawPage::inkChanged()
{
    updateActions();
    updateKeeping();
    m_settled->stop();
    if (!m_canvas->isEmpty()) {
        m_readSoon->start();
        return;
    }
    m_readSoon->stop();
    m_staleUpTo = m_lastAsked;
    m_glyph->setGlyphs({Glyph{}});
    showNoAnswer(m_problem.isEmpty() ? tr("It is read while you draw.") : m_problem);
}

const std::shared_ptr<Sketch>& DrawPage::sketch() const
{
    return m_canvas->sketch();
}

void DrawPage::read()
{
    m_unread = !isVisible();
    if (m_unread) {
        return; // who draws on another paper is read there
    }
    m_lastAsked = m_recognition.read(m_canvas->ink());
}

bool DrawPage::isCurrent(quint64 id) const
{
    return id > m_staleUpTo && id > m_lastShown && id <= m_lastAsked;
}

void DrawPage::showReading(const Reading& reading)
{
    if (!isCurrent(reading.id)) {
        return;
    }
    m_lastShown = reading.id;
    if (!reading.number || reading.number->lines.empty()) {
        m_glyph->setGlyphs({reading.glyph});
        showNoAnswer(m_problem.isEmpty() ? tr("Getting ready…") : m_problem);
        return;
    }
    showNumber(*reading.number);
    announceWhenSettled();
    Q_EMIT readingShown(reading.milliseconds);
}

void DrawPage::showNoAnswer(const QString& why)
{
    Q_EMIT readingShown(std::nullopt);
    showNumber({});
    m_answer->setAnswer({}, why);
}

// A model that cannot be loaded is news here only where there is none in use.
void DrawPage::cannotRead(const Error& error)
{
    if (m_recognition.model() == nullptr) {
        m_problem = describe(error);
        inkChanged();
    }
}

void DrawPage::announceWhenSettled()
{
    if (!m_canvas->isDrawing() && !m_answer->digits().isEmpty()) {
        m_settled->start();
    }
}

} // namespace digitpad
