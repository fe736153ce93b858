// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/digits/digit_grid.h"

#include "app/draw/paint_glyph.h"
#include "app/draw/percent.h"
#include "app/inside/digit_content.h"
#include "app/shell/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <cmath>

namespace digitpad {

namespace {

constexpr int kSide = 2 * Glyph::kSide; // of a glyph
constexpr int kPadding = 8;

QString lossText(float loss)
{
    return QLocale().toString(loss, 'f', 2);
}

class DigitDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override
    {
        const int line = QFontMetrics(theme::captionFont()).height();
        const bool isPaired = static_cast<const DigitModel*>(index.model())->isPaired();
        const int across = isPaired ? 2 * kSide + kPadding : kSide;
        return {across + 2 * kPadding, kSide + 2 * line + 2 * kPadding + kPadding / 2};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override
    {
        const auto& model = *static_cast<const DigitModel*>(index.model());
        const DigitRow& row = model.row(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintSelection(*painter, option);
        const qreal ratio = painter->device()->devicePixelRatioF();
        const qreal side = std::floor(kSide * ratio / Glyph::kSide) * Glyph::kSide / ratio;
        QRectF place(option.rect.left() + kPadding, option.rect.top() + kPadding, kSide, side);
        paintDigit(*painter, option.palette, place, side, model, row.index);
        if (row.twin) {
            place.translate(kSide + kPadding, 0);
            paintDigit(*painter, option.palette, place, side, model, *row.twin);
        }
        painter->restore();
    }

private:
    static void paintSelection(QPainter& painter, const QStyleOptionViewItem& option)
    {
        const QRectF frame = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
        const QColor accent = option.palette.color(QPalette::Highlight);
        if (option.state.testFlag(QStyle::State_Selected)) {
            QColor tint = accent;
            tint.setAlphaF(0.14F);
            painter.setPen(QPen(accent, 1.5));
            painter.setBrush(tint);
            painter.drawRoundedRect(frame, 6, 6);
        }
    }

    static void paintDigit(
        QPainter& painter, const QPalette& palette, const QRectF& place, qreal side,
        const DigitModel& model, std::size_t index)
    {
        const QRectF square(place.left() + (place.width() - side) / 2, place.top(), side, side);
        // Unsmoothed: every pixel stays a square.
        painter.drawImage(square, glyphImage(model.digits().data.glyphs[index], palette));
        const int label = model.digits().data.labels[index];
        const DigitReadings* readings = model.readings();
        const QLocale locale;
        QString words = locale.toString(label);
        QString loss;
        bool isWrong = false;
        if (readings != nullptr) {
            const int read = readings->predictions[index].digit();
            isWrong = read != label;
            words = isWrong ? DigitGrid::tr("%1 → %2").arg(words, locale.toString(read)) : words;
            loss = lossText(readings->losses[index]);
        }
        QFont bold = theme::captionFont();
        bold.setWeight(QFont::DemiBold);
        const qreal line = QFontMetricsF(theme::captionFont()).height();
        QRectF text(
            place.left() - kPadding, place.top() + side + kPadding / 2.0,
            place.width() + 2 * kPadding, line);
        painter.setFont(bold);
        painter.setPen(palette.color(isWrong ? QPalette::Link : QPalette::Text));
        painter.drawText(text, Qt::AlignCenter | Qt::TextDontClip, words);
        text.translate(0, line);
        painter.setFont(theme::captionFont());
        painter.setPen(theme::quietText(palette));
        painter.drawText(text, Qt::AlignCenter | Qt::TextDontClip, loss);
    }
};

} // namespace

void DigitModel::setRows(std::shared_ptr<const TestDigits> digits, std::vector<DigitRow> rows)
{
    beginResetModel();
    m_digits = std::move(digits);
    m_rows = std::move(rows);
    endResetModel();
}

void DigitModel::setReadings(std::shared_ptr<const DigitReadings> readings)
{
    m_readings = std::move(readings);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int DigitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString DigitModel::readingText(std::size_t index) const
{
    if (m_readings == nullptr) {
        return {};
    }
    const QLocale locale;
    const Prediction& reading = m_readings->predictions[index];
    const QString read =
        reading.accepted()
            ? tr("Read as %1, %2 sure")
                  .arg(locale.toString(reading.digit()), percentText(reading.confidence(), locale))
            : tr("Not sure this is a digit; read as %1").arg(locale.toString(reading.digit()));
    return read + QLatin1Char('\n') + tr("Loss %1").arg(lossText(m_readings->losses[index]));
}

QVariant DigitModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)) {
        return {};
    }
    const DigitRow& shown = row(index.row());
    QStringList words;
    for (const auto& each : {std::optional(shown.index), shown.twin}) {
        if (each) {
            words << digitCaption(*m_digits, *each) << readingText(*each);
        }
    }
    words.removeAll({});
    const QString lines = words.join(QLatin1Char('\n'));
    return role == Qt::ToolTipRole ? lines : QString(lines).replace(u'\n', QLatin1String(". "));
}

DigitGrid::DigitGrid(DigitModel* model, QWidget* parent) : QListView(parent)
{
    setModel(model);
    setItemDelegate(new DigitDelegate(this));
    // Rows of a list that wraps: IconMode would keep an object for each of thousands.
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Digits"));
}

void DigitGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

void DigitGrid::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == 0;
    if (isPlain && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9) {
        Q_EMIT digitPressed(event->key() - Qt::Key_0);
    } else {
        QListView::keyPressEvent(event);
    }
}

} // namespace digitpad
