// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/present_page.h"

#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/number_words.h"
#include "app/draw/paper_reader.h"
#include "app/draw/probability_bars.h"
#include "app/inside/network_view.h"
#include "app/present/key_line.h"
#include "app/present/spotlight.h"
#include "app/recognition/recognition.h"
#include "app/shell/theme.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QUndoStack>

#include <algorithm>

namespace digitpad {

PresentPage::PresentPage(
    Recognition& recognition, const std::shared_ptr<Sketch>& sketch, QWidget* parent)
    : QWidget(parent),
      m_recognition(recognition),
      m_canvas(new Canvas(sketch, this)),
      m_pastPaper(new Canvas(this)),
      m_reader(new PaperReader(recognition, m_canvas)),
      m_answer(new AnswerView(this)),
      m_bars(new ProbabilityBars(this)),
      m_mark(new QLabel(this)),
      m_spotlight(new Spotlight(this))
{
    setObjectName(QStringLiteral("presentPage"));
    m_canvas->setObjectName(QStringLiteral("presentPaper"));
    m_answer->setObjectName(QStringLiteral("presentAnswer"));
    m_bars->setObjectName(QStringLiteral("presentBars"));
    m_mark->setObjectName(QStringLiteral("presentMark"));
    setMouseTracking(true); // the line of keys comes when somebody looks for it
    setFocusProxy(m_canvas);
    m_pastPaper->setAttribute(Qt::WA_TransparentForMouseEvents); // who draws is back at once
    m_pastPaper->setFocusPolicy(Qt::NoFocus);
    m_pastPaper->hide();
    m_mark->setAlignment(Qt::AlignCenter);
    m_mark->setStyleSheet(
        QStringLiteral("background: palette(highlight); color: palette(highlighted-text);"
                       "border-radius: 8px; padding: 4px 16px"));
    m_mark->hide();
    makeActions();

    connect(m_canvas, &Canvas::inkChanged, this, [this] {
        step(static_cast<int>(m_kept.size())); // what is drawn is drawn now, and seen
        updateActions();
    });
    connect(&m_canvas->undoStack(), &QUndoStack::indexChanged, this, &PresentPage::updateActions);
    connect(m_reader, &PaperReader::read, this, [this](const Reading& reading) {
        take({.drawing = m_canvas->drawing(), .number = *reading.number, .why = {}});
    });
    connect(m_reader, &PaperReader::notRead, this, [this](const QString& why) {
        take({.drawing = {}, .number = {}, .why = why});
    });
    connect(m_reader, &PaperReader::settled, this, [this] {
        if (!isFrozen() && !looksBack()) {
            m_answer->announce();
        }
    });
    connect(&recognition, &Recognition::modelChanged, this, &PresentPage::openModel);
    connect(m_bars, &ProbabilityBars::clicked, this, [this](int row) {
        m_digit = m_digit ? std::nullopt : std::optional(row);
        showDigits();
    });
    m_reader->readAgain();
    updateActions();
}

void PresentPage::makeActions()
{
    const auto make = [this](
                          const char* name, const QString& text, const QString& key,
                          const QList<QKeySequence>& keys, auto&& run) {
        auto* action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setIconText(
            key.isEmpty() ? text : tr("%1 · %2", "key · what it does").arg(key, text));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, run);
        connect(action, &QAction::triggered, this, [this] { m_keys->wake(); });
        addAction(action);
        return action;
    };
    const auto nameOf = [](Qt::Key key) {
        return QKeySequence(key).toString(QKeySequence::NativeText);
    };
    m_leave = make(
        "presentLeave", tr("Leave"), nameOf(Qt::Key_Escape), {Qt::Key_Escape, Qt::Key_F5},
        [this] { Q_EMIT left(); });
    m_clear = make("presentClear", tr("Clear"), nameOf(Qt::Key_Delete), {Qt::Key_Delete}, [this] {
        m_canvas->clear();
    });
    m_freeze = make("presentFreeze", tr("Hold"), nameOf(Qt::Key_F), {Qt::Key_F}, [this](bool on) {
        freeze(on);
    });
    m_freeze->setCheckable(true);
    // Without shortcuts: the arrows belong to what has the focus first.
    m_earlier =
        make("presentEarlier", tr("Earlier"), QStringLiteral("←"), {}, [this] { step(-1); });
    m_later = make("presentLater", tr("Later"), QStringLiteral("→"), {}, [this] { step(1); });
    m_light = make(
        "presentSpotlight", tr("Spotlight"), nameOf(Qt::Key_L), {Qt::Key_L, Qt::Key_S},
        [this](bool on) { m_spotlight->setOn(on); });
    m_light->setCheckable(true);
    m_inside = make("presentInside", tr("Inside"), nameOf(Qt::Key_I), {Qt::Key_I}, [this](bool on) {
        showInside(on);
    });
    m_inside->setCheckable(true);
    m_keys = new KeyLine({m_leave, m_clear, m_freeze, m_earlier, m_later, m_light, m_inside}, this);
    m_undo =
        make("presentUndo", tr("Undo"), {}, {Qt::CTRL | Qt::Key_Z}, [this] { m_canvas->undo(); });
    m_redo = make(
        "presentRedo", tr("Redo"), {}, {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
        [this] { m_canvas->redo(); });
}

void PresentPage::updateActions()
{
    const QUndoStack& stack = m_canvas->undoStack();
    const bool strokes = isVisible() && !looksBack();
    m_clear->setEnabled(strokes && !m_canvas->isEmpty());
    m_undo->setEnabled(strokes && (stack.canUndo() || m_canvas->isDrawing()));
    m_redo->setEnabled(strokes && stack.canRedo());
    m_leave->setEnabled(isVisible());
    m_light->setEnabled(isVisible());
    m_inside->setEnabled(isVisible());
    m_freeze->setEnabled(isVisible() && !looksBack() && (isFrozen() || !shown().drawing.isEmpty()));
    m_freeze->setChecked(isFrozen());
    m_earlier->setEnabled(isVisible() && m_past > 0);
    m_later->setEnabled(isVisible() && looksBack());
}

void PresentPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void PresentPage::place()
{
    m_spotlight->setGeometry(rect());
    QFont type = theme::bodyFont();
    type.setPixelSize(std::clamp(height() / (m_inside->isChecked() ? 48 : 30), 16, 72));
    for (QWidget* part : std::initializer_list<QWidget*>{m_canvas, m_answer, m_bars}) {
        part->setFont(type);
    }
    m_mark->setFont(theme::titleFont(type));

    const int gap = std::max(theme::kGroup, width() / 40);
    const int keys = m_keys->sizeHint().height();
    const QRect area = rect().adjusted(gap, gap, -gap, -(keys + 2 * theme::kGap));
    put(m_keys, {gap, height() - keys - theme::kGap, width() - 2 * gap, keys});
    m_inside->isChecked() ? placeWithInside(area, gap) : placeAlone(area, gap);
}

void PresentPage::put(QWidget* part, const QRect& where)
{
    part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), where));
}

/// The paper takes the height there is, or half the width; beside it the digit, above the bars.
void PresentPage::placeAlone(const QRect& area, int gap)
{
    const int paper = std::min(area.height(), area.width() * 11 / 20);
    const int side = std::min(area.width() - paper - gap, paper);
    const int left = area.left() + (area.width() - paper - gap - side) / 2;
    const QRect sheet(left, area.top() + (area.height() - paper) / 2, paper, paper);
    put(m_canvas, sheet);
    put(m_pastPaper, sheet);
    // As high as the paper, or more on a screen that is narrow.
    m_bars->setVisible(true);
    const int bars = std::max(m_bars->minimumSizeHint().height(), paper * 9 / 20) + theme::kGroup;
    const int least =
        m_mark->sizeHint().height() + theme::kGap + m_answer->minimumSizeHint().height() + bars;
    const int tall = std::min(std::max(paper, least), area.height());
    placeReading(
        {sheet.right() + 1 + gap, area.top() + (area.height() - tall) / 2, side, tall}, bars);
}

/// The paper stands above the digit and the bars, in a column; the rest is the network's. On a low
/// screen the bars go: the network shows its outputs itself.
void PresentPage::placeWithInside(const QRect& area, int gap)
{
    const int widest = std::min(area.width() * 3 / 10, area.height() * 11 / 20);
    const int answer = m_mark->sizeHint().height() + theme::kGap +
                       m_answer->minimumSizeHint().height() + theme::kMargin;
    int bars = m_bars->minimumSizeHint().height() + theme::kGroup;
    if (area.height() - answer - bars < m_canvas->minimumSizeHint().height()) {
        bars = 0;
    }
    m_bars->setVisible(bars > 0);
    const int paper = std::min(widest, area.height() - answer - bars);
    const QRect sheet(area.left(), area.top(), paper, paper);
    put(m_canvas, sheet);
    put(m_pastPaper, sheet);
    placeReading(area.adjusted(0, paper + theme::kMargin, paper - area.width(), 0), bars);
    put(m_network, area.adjusted(paper + gap, 0, 0, 0));
}

/// `bars`: how high they are, with the gap above them.
void PresentPage::placeReading(const QRect& place, int bars)
{
    const QSize mark = m_mark->sizeHint().boundedTo(place.size());
    put(m_mark,
        QStyle::alignedRect(layoutDirection(), Qt::AlignTop | Qt::AlignHCenter, mark, place));
    put(m_answer, place.adjusted(0, mark.height() + theme::kGap, 0, -bars));
    put(m_bars, place.adjusted(0, place.height() - bars + theme::kGroup, 0, 0));
}

void PresentPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_keys->wake();
    updateActions();
    openModel();
}

/// The next time begins with what lies on the paper.
void PresentPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_light->setChecked(false);
    m_spotlight->setOn(false);
    step(static_cast<int>(m_kept.size()));
    freeze(false);
    updateActions();
}

void PresentPage::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_PageUp: // what remote controls send
        m_earlier->trigger();
        break;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
        m_later->trigger();
        break;
    case Qt::Key_Up:
        choose(-1);
        break;
    case Qt::Key_Down:
        choose(1);
        break;
    default:
        m_keys->wake();
        QWidget::keyPressEvent(event);
    }
}

void PresentPage::mouseMoveEvent(QMouseEvent* event)
{
    QWidget::mouseMoveEvent(event);
    if (event->position().y() > m_canvas->geometry().bottom()) {
        m_keys->wake();
    }
}

/// On the paper it comes here only while an earlier one lies there.
void PresentPage::mousePressEvent(QMouseEvent* event)
{
    QWidget::mousePressEvent(event);
    m_keys->wake();
    if (looksBack() && m_pastPaper->geometry().contains(event->position().toPoint())) {
        step(static_cast<int>(m_kept.size()));
    }
}

int PresentPage::readings() const
{
    return static_cast<int>(m_kept.size()) + (m_now.drawing.isEmpty() ? 0 : 1);
}

std::optional<int> PresentPage::shownReading() const
{
    return looksBack() ? std::optional(static_cast<int>(m_past) + 1) : std::nullopt;
}

const PresentPage::Moment& PresentPage::shown() const
{
    return looksBack() ? m_kept[m_past] : m_frozen ? *m_frozen : m_now;
}

void PresentPage::take(const Moment& moment)
{
    if (m_canvas->isEmpty()) {
        keep();
    }
    m_now = moment;
    if (!looksBack() && !isFrozen()) {
        m_digit.reset();
        display();
    }
    updateActions();
}

/// The drawing is gone: it is there to be seen again.
void PresentPage::keep()
{
    if (m_now.drawing.isEmpty()) {
        return;
    }
    const qsizetype back = m_kept.size() - m_past;
    // One that was taken back and cleared again is there once.
    m_kept.removeIf([this](const Moment& kept) { return kept.drawing == m_now.drawing; });
    m_kept.append(m_now);
    if (m_kept.size() > kReadings) {
        m_kept.removeFirst();
    }
    m_past = back == 0 ? m_kept.size() : std::max<qsizetype>(0, m_kept.size() - 1 - back);
}

void PresentPage::freeze(bool on)
{
    m_frozen = on && !looksBack() ? std::optional(m_now) : std::nullopt;
    m_digit.reset();
    display();
    updateActions();
}

void PresentPage::step(int by)
{
    const qsizetype to = std::clamp<qsizetype>(m_past + by, 0, m_kept.size());
    if (to == m_past) {
        return;
    }
    m_past = to;
    m_frozen.reset();
    m_digit.reset();
    display();
    updateActions();
}

/// Goes through the digits of a number, by way of all of them.
void PresentPage::choose(int by)
{
    const int count = static_cast<int>(shown().number.digitCount());
    if (count > 1) {
        const int at = (m_digit.value_or(-1) + 1 + by + count + 1) % (count + 1) - 1;
        m_digit = at < 0 ? std::nullopt : std::optional(at);
        showDigits();
    }
}

void PresentPage::display()
{
    const Moment& moment = shown();
    if (looksBack()) {
        m_pastPaper->clear();
        m_pastPaper->insert(moment.drawing);
        m_pastPaper->undoStack().clear();
    }
    m_pastPaper->setVisible(looksBack());
    if (moment.number.lines.empty()) {
        m_answer->setAnswer({}, moment.why);
    } else {
        m_answer->setAnswer(
            digitsText(moment.number, locale()), captionOf(moment.number, locale()),
            !moment.number.accepted());
    }
    showDigits();
    mark(
        looksBack() ? tr("Earlier: %1 of %2")
                          .arg(locale().toString(*shownReading()), locale().toString(readings()))
        : isFrozen() ? tr("Held")
                     : QString());
}

/// The bars of all digits, or the ten of the one that is chosen.
void PresentPage::showDigits()
{
    const Number& number = shown().number;
    std::vector<Prediction> predictions;
    std::vector<QRectF> boxes;
    QStringList tips;
    const auto digits = digitsOf(number);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (!m_digit || *m_digit == static_cast<int>(i)) {
            predictions.push_back(digits[i].prediction);
        }
        boxes.push_back(boxOf(digits[i]));
    }
    if (digits.size() < 2) {
        boxes.clear();
    } else {
        const qsizetype rows = m_digit ? 10 : static_cast<qsizetype>(digits.size());
        tips = QStringList(rows, m_digit ? tr("All digits") : tr("What else it could be"));
    }
    m_bars->setPredictions(predictions, !number.isLetterLike);
    m_bars->setTips(tips);
    const auto framed = m_digit ? std::optional(static_cast<std::size_t>(*m_digit)) : std::nullopt;
    (looksBack() ? m_pastPaper : m_canvas)->setBoxes(boxes, framed);
    readInside();
}

/// Says that what is shown is not what is being drawn.
void PresentPage::mark(const QString& text)
{
    if (text == m_mark->text() && m_mark->isVisible() != text.isEmpty()) {
        return;
    }
    m_mark->setText(text);
    place();
    m_mark->setVisible(!text.isEmpty());
    const QString spoken = text.isEmpty() ? tr("Live again") : text;
    m_mark->setAccessibleName(tr("%1: %2").arg(spoken, m_answer->accessibleName()));
    QAccessibleEvent alert(m_mark, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace digitpad
