// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/draw_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/glyph_view.h"
#include "app/draw/paper_reader.h"
#include "app/draw/probability_bars.h"
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
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace digitpad {

namespace {

constexpr int kNarrowestSide = 280;

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
      m_canvas(new Canvas(this)),
      m_reader(new PaperReader(recognition, m_canvas)),
      m_actionBar(new QWidget(this)),
      m_side(new QWidget(this)),
      m_answer(new AnswerView),
      m_bars(new ProbabilityBars),
      m_glyph(new GlyphView),
      m_aboutGlyph(new QWidget),
      m_hint(makeCaption({}, theme::captionFont(), QPalette::PlaceholderText)),
      m_corrections(new Corrections(this))
{
    m_canvas->setObjectName(QStringLiteral("drawPaper"));
    m_answer->setObjectName(QStringLiteral("drawAnswer"));
    m_bars->setObjectName(QStringLiteral("drawBars"));
    m_glyph->setObjectName(QStringLiteral("drawGlyph"));
    makeActions();
    makeCorrections();
    fillActionBar();
    fillSide();
    setFocusProxy(m_canvas);

    connect(m_canvas, &Canvas::inkChanged, this, &DrawPage::inkChanged);
    connect(m_reader, &PaperReader::read, this, [this](const Reading& reading) {
        showNumber(*reading.number);
        Q_EMIT readingShown(reading.milliseconds);
    });
    connect(m_reader, &PaperReader::notRead, this, &DrawPage::showNoAnswer);
    connect(m_reader, &PaperReader::settled, this, [this] {
        if (!m_answer->digits().isEmpty()) {
            m_answer->announce();
        }
    });
    m_reader->readAgain();
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
}

const std::shared_ptr<Sketch>& DrawPage::sketch() const
{
    return m_canvas->sketch();
}

void DrawPage::showNoAnswer(const QString& why, const Glyph& glyph)
{
    Q_EMIT readingShown(std::nullopt);
    m_glyph->setGlyphs({glyph});
    showNumber({});
    m_answer->setAnswer({}, why);
}

} // namespace digitpad
