// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/draw/answer_view.h"
#include "app/draw/canvas.h"
#include "app/draw/draw_page.h"
#include "app/draw/glyph_view.h"
#include "app/draw/number_words.h"
#include "app/draw/paper_reader.h"
#include "app/draw/probability_bars.h"
#include "app/samples/corrections.h"
#include "app/samples/digit_menu.h"
#include "app/shell/theme.h"
#include "core/ink/render.h"

#include <QAction>
#include <QLabel>
#include <QLocale>

namespace digitpad {

namespace {

constexpr int kAllOfIt = -1; // in the place of a digit's index
constexpr int kDigits = 10;

/// The strokes of a digit with their pressure, which core does not know. What it took for a dot
/// has fewer points there than here, and is never cut.
Drawing drawingOf(const NumberDigit& digit, const Drawing& drawing)
{
    const Ink ink = toInk(drawing);
    if (std::ssize(ink) != drawing.size()) {
        return drawing; // all of it is a dot
    }
    Drawing strokes;
    for (const auto& [stroke, first, end] : digit.parts) {
        const PenStroke& whole = drawing[static_cast<qsizetype>(stroke)];
        const bool isDot = std::ssize(ink[stroke]) != whole.size();
        strokes.append(
            isDot ? whole
                  : whole.mid(static_cast<qsizetype>(first), static_cast<qsizetype>(end - first)));
    }
    return strokes;
}

} // namespace

void DrawPage::setStore(Store& store)
{
    m_corrections->setStore(store);
}

void DrawPage::makeCorrections()
{
    m_keepAs = new DigitMenu(tr("&Keep as"), this);
    m_keepAs->setIcon(theme::icon(QStringLiteral("samples")));
    addAction(m_keepAs->menuAction());
    m_do.allOfIt = m_keepAs->addAction(tr("&All of it is one digit"));
    m_do.allOfIt->setCheckable(true);
    m_do.allOfIt->setShortcut(Qt::Key_Asterisk);
    m_keepAs->insertSeparator(m_do.allOfIt);
    connect(m_do.allOfIt, &QAction::triggered, this, [this](bool all) {
        choose(all ? std::optional(kAllOfIt) : std::nullopt);
    });
    connect(m_keepAs, &DigitMenu::chosen, this, &DrawPage::keep);
    connect(m_bars, &ProbabilityBars::clicked, this, [this](int row) {
        meant() ? m_keepAs->digit(row)->trigger() : choose(row);
    });
    connect(m_glyph, &GlyphView::picked, this, &DrawPage::choose);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_hint->setFixedHeight(2 * m_hint->fontMetrics().lineSpacing()); // nothing jumps when it comes
    connect(m_hint, &QLabel::linkActivated, this, [this] { m_do.allOfIt->trigger(); });

    connect(m_canvas, &Canvas::strokeEnded, this, &DrawPage::updateKeeping);
    connect(m_corrections, &Corrections::whyNotChanged, this, &DrawPage::updateKeeping);
    connect(m_corrections, &Corrections::warning, this, &DrawPage::warning);
    connect(m_corrections, &Corrections::undoable, this, &DrawPage::undoable);
    connect(
        m_corrections, &Corrections::keptAs, this, [this](quint64 id, std::optional<int> label) {
            if (const auto digit = m_asked.constFind(id); digit != m_asked.cend()) {
                m_keptCount += label ? 1 : 0;
                label ? void(m_kept.insert(*digit, *label)) : void(m_kept.remove(*digit));
                updateKeeping();
            }
        });
}

void DrawPage::showNumber(const Number& number)
{
    m_number = number;
    m_chosen.reset();
    m_asked.clear();
    m_kept.clear();
    std::vector<Glyph> glyphs;
    for (const NumberDigit& digit : digitsOf(number)) {
        glyphs.push_back(digit.glyph);
    }
    if (!glyphs.empty()) {
        m_glyph->setGlyphs(glyphs);
        m_answer->setAnswer(
            digitsText(number, locale()), captionOf(number, locale()), !number.accepted());
    }
    m_aboutGlyph->setVisible(glyphs.size() < 2);
    showDigits();
}

/// The bars of all digits, or the ten of the one that is meant.
void DrawPage::showDigits()
{
    const std::vector<NumberDigit> digits = digitsOf(m_number);
    const std::optional<int> one = meant();
    std::vector<Prediction> predictions;
    std::vector<QRectF> boxes;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (!one || *one == static_cast<int>(i)) {
            predictions.push_back(digits[i].prediction);
        }
        boxes.push_back(boxOf(digits[i]));
    }
    m_bars->setPredictions(predictions, !m_number.isLetterLike);
    std::optional<std::size_t> framed;
    if (m_chosen == kAllOfIt) {
        QRectF all;
        for (const QRectF& box : boxes) {
            all |= box;
        }
        boxes = {all};
        framed = 0;
    } else if (m_chosen) {
        framed = static_cast<std::size_t>(*m_chosen);
    }
    m_canvas->setBoxes(digits.size() > 1 ? boxes : std::vector<QRectF>(), framed);
    m_glyph->setChosen(m_chosen && *m_chosen >= 0 ? m_chosen : std::nullopt);
    updateKeeping();
}

void DrawPage::choose(std::optional<int> digit)
{
    m_chosen = digit;
    showDigits();
}

QJsonObject DrawPage::facts() const
{
    QJsonObject facts{
        {QStringLiteral("digits"), static_cast<int>(m_number.digitCount())},
        {QStringLiteral("accepted"), m_number.digitCount() > 0 && m_number.accepted()},
        {QStringLiteral("kept"), m_keptCount}};
    if (const auto digits = digitsOf(m_number); digits.size() == 1) {
        facts[QStringLiteral("digit")] = digits.front().prediction.digit();
        facts[QStringLiteral("confidence")] = digits.front().prediction.confidence();
    }
    return facts;
}

void DrawPage::setDrawing(const Drawing& drawing)
{
    m_canvas->clear();
    m_canvas->insert(drawing);
}

/// Which of the digits a label is for.
std::optional<int> DrawPage::meant() const
{
    return m_number.digitCount() == 1 ? 0 : m_chosen;
}

QString DrawPage::whyNotKept() const
{
    if (!isVisible()) {
        return tr("Only on the Draw page");
    }
    if (!m_corrections->whyNot().isEmpty()) {
        return m_corrections->whyNot();
    }
    // What is shown must be of the ink that is there.
    const bool isRead =
        m_reader->isUpToDate() && !m_canvas->isDrawing() && m_number.digitCount() > 0;
    return isRead ? QString() : tr("Nothing is read yet");
}

void DrawPage::updateKeeping()
{
    const QString whyNot = whyNotKept();
    const bool several = m_number.digitCount() > 1;
    const bool can = whyNot.isEmpty();
    const QString tip = tr("Keep it as %1, to learn from");
    m_keepAs->menuAction()->setEnabled(isVisible());
    m_keepAs->allow(
        can && meant(), !whyNot.isEmpty() ? whyNot
                        : meant()         ? tip
                                          : tr("Choose one of the digits first"));
    m_do.allOfIt->setEnabled(can && several);
    m_do.allOfIt->setChecked(m_chosen == kAllOfIt);
    m_do.allOfIt->setToolTip(
        whyNot.isEmpty() && !several ? tr("It was read as one digit") : whyNot);

    QStringList tips;
    if (can) {
        for (int row = 0; row < (meant() ? kDigits : m_bars->rows()); ++row) {
            tips
                << (meant() ? tr("Keep it as %1 (key %1)").arg(locale().toString(row))
                            : tr("Say what this digit is"));
        }
    }
    m_bars->setTips(tips);
    m_bars->setToolTip(m_number.digitCount() > 0 ? whyNot : QString());
    const auto kept = meant() ? m_kept.constFind(*meant()) : m_kept.cend();
    m_bars->setKept(kept != m_kept.cend() ? std::optional(*kept) : std::nullopt);
    m_hint->setText(can ? hint() : QString());
    m_hint->setFocusPolicy(
        m_hint->text().contains(QLatin1Char('<')) ? Qt::StrongFocus : Qt::NoFocus);
}

QString DrawPage::hint() const
{
    const auto link = [](const QString& text) {
        return QStringLiteral(" · <a href=\"#\">%1</a>").arg(text);
    };
    if (!meant()) {
        return tr("Is one wrong? Click it.") + link(tr("All of it is one digit"));
    }
    const bool isKept = m_kept.contains(*meant());
    const QString what = isKept ? tr("Kept as %1.").arg(locale().toString(m_kept[*meant()]))
                                : tr("Wrong? Click the right digit or press its key.");
    return m_chosen == kAllOfIt ? what + link(tr("It is a number")) : what;
}

void DrawPage::keep(int label)
{
    const std::optional<int> which = meant();
    if (!which || !whyNotKept().isEmpty()) {
        return;
    }
    const Drawing& drawing = m_canvas->drawing();
    NewSample sample{
        .label = label,
        .writer = {},
        .glyph = {},
        .drawing = drawing,
        .picture = {},
        .reading = {}};
    if (*which == kAllOfIt) {
        sample.glyph = renderInk(toInk(drawing));
    } else {
        const NumberDigit digit = digitsOf(m_number)[static_cast<std::size_t>(*which)];
        sample.glyph = digit.glyph;
        sample.drawing = drawingOf(digit, drawing);
        sample.reading = {
            .digit = digit.prediction.digit(), .confidence = digit.prediction.confidence()};
    }
    for (const quint64 id : m_corrections->keep({sample})) {
        m_asked.insert(id, *which);
    }
}

} // namespace digitpad
