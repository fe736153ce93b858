// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inside/pad.h"

#include "app/draw/canvas.h"
#include "app/draw/glyph_view.h"
#include "app/draw/percent.h"
#include "app/draw/probability_bars.h"
#include "app/shell/theme.h"
#include "app/widgets/tool_button.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace digitpad {

namespace {

QLabel* makeLine(const QFont& font, QPalette::ColorRole role)
{
    auto* label = new QLabel;
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

} // namespace

Pad::Pad(const std::shared_ptr<Sketch>& sketch, QWidget* parent)
    : QWidget(parent),
      m_square(new QWidget(this)),
      m_canvas(new Canvas(sketch, m_square)),
      m_glyph(new GlyphView),
      m_paper(new QStackedLayout(m_square)),
      m_prepared(new QCheckBox(tr("Centre and &scale"))),
      m_caption(makeLine(theme::captionFont(), QPalette::PlaceholderText)),
      m_answer(makeLine(theme::titleFont(), QPalette::WindowText)),
      m_bars(new ProbabilityBars)
{
    m_canvas->setObjectName(QStringLiteral("insidePaper"));
    m_bars->setObjectName(QStringLiteral("insideBars"));
    m_answer->setObjectName(QStringLiteral("insideAnswer"));
    m_prepared->setObjectName(QStringLiteral("insidePrepared"));
    m_prepared->setChecked(true);
    m_prepared->setToolTip(tr("Bring the drawing to the size and the place of the digits that the "
                              "network has learnt from, before it is read"));
    m_caption->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_glyph->setAccessibleName(tr("Digit of the data"));

    m_paper->addWidget(m_canvas);
    auto* sheet = new QWidget;
    auto* centred = new QVBoxLayout(sheet);
    centred->setContentsMargins({});
    centred->addWidget(m_glyph, 0, Qt::AlignCenter);
    m_paper->addWidget(sheet);

    makeActions();
    auto* bar = new QHBoxLayout;
    bar->setSpacing(theme::kGap / 2);
    bar->addWidget(makeToolButton(m_undo));
    bar->addWidget(makeToolButton(m_redo));
    bar->addWidget(makeToolButton(m_clear));
    bar->addStretch();
    bar->addWidget(m_prepared);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_square);
    layout->addLayout(bar);
    layout->addWidget(m_caption);
    layout->addWidget(m_answer);
    layout->addWidget(m_bars, 1);
    m_caption->hide();

    connect(m_canvas, &Canvas::inkChanged, this, [this] {
        forgetDigit();
        updateActions();
        Q_EMIT changed();
    });
    connect(&m_canvas->undoStack(), &QUndoStack::indexChanged, this, &Pad::updateActions);
    connect(m_prepared, &QCheckBox::toggled, this, &Pad::changed);
    connect(m_caption, &QLabel::linkActivated, this, [this] { m_clear->trigger(); });
}

void Pad::makeActions()
{
    const auto make =
        [this](const char* icon, const QString& text, const QList<QKeySequence>& keys, auto&& run) {
            auto* action = new QAction(theme::icon(QString::fromLatin1(icon)), text, this);
            action->setShortcuts(keys);
            connect(action, &QAction::triggered, this, run);
            addAction(action);
            return action;
        };
    m_undo = make("undo", tr("&Undo"), {Qt::CTRL | Qt::Key_Z}, [this] { m_canvas->undo(); });
    m_redo =
        make("redo", tr("&Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}, [this] {
            m_canvas->redo();
        });
    m_clear = make("clear", tr("C&lear"), {Qt::Key_Delete}, [this] {
        if (m_digit) {
            forgetDigit();
            updateActions();
            Q_EMIT changed();
        } else {
            m_canvas->clear();
        }
    });
    updateActions();
}

void Pad::updateActions()
{
    const QUndoStack& stack = m_canvas->undoStack();
    const bool strokes = isVisible() && !m_digit;
    m_undo->setEnabled(strokes && (stack.canUndo() || m_canvas->isDrawing()));
    m_redo->setEnabled(strokes && stack.canRedo());
    m_clear->setEnabled(isVisible() && (m_digit || !m_canvas->isEmpty()));
}

void Pad::setSide(int side)
{
    setFixedWidth(side);
    m_square->setFixedHeight(side);
    m_glyph->setScale(side / Glyph::kSide, side);
}

void Pad::show(const PadContent& content)
{
    if (!content.drawing.isEmpty()) {
        m_canvas->clear();
        m_canvas->insert(content.drawing);
    } else {
        m_digit = content.glyph;
        m_glyph->setGlyphs({content.glyph});
        m_paper->setCurrentIndex(1);
    }
    m_caption->setText(QStringLiteral("%1 · <a href=\"#\">%2</a>")
                           .arg(content.caption.toHtmlEscaped(), tr("Draw instead")));
    m_caption->setVisible(!content.caption.isEmpty());
    m_prepared->setEnabled(!m_digit); // it is as it is
    updateActions();
    Q_EMIT changed();
}

void Pad::forgetDigit()
{
    m_caption->hide();
    if (m_digit) {
        m_digit.reset();
        m_paper->setCurrentIndex(0);
        m_prepared->setEnabled(true);
    }
}

bool Pad::isPrepared() const
{
    return m_prepared->isChecked();
}

void Pad::setPrepared(bool prepared)
{
    m_prepared->setChecked(prepared);
}

Ink Pad::ink() const
{
    return m_digit ? Ink{} : m_canvas->ink();
}

void Pad::setReading(const LiveReading* reading)
{
    if (reading == nullptr) {
        m_bars->setPredictions({});
        m_answer->clear();
        return;
    }
    const Prediction& prediction = reading->activations.prediction;
    m_bars->setPredictions({prediction});
    m_answer->setText(
        prediction.accepted() ? tr("%1 · %2 sure")
                                    .arg(
                                        locale().toString(prediction.digit()),
                                        percentText(prediction.confidence(), locale()))
                              : tr("Not sure this is a digit"));
}

void Pad::setNote(const QString& note)
{
    m_answer->setText(note);
}

void Pad::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    updateActions();
}

void Pad::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace digitpad
