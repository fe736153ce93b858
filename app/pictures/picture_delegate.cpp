// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures/picture_delegate.h"

#include "app/draw/paint_glyph.h"
#include "app/pictures/picture_table.h"
#include "app/pictures/picture_table_view.h"
#include "app/shell/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kCachedThumbnails = 200;
constexpr int kDigitSize = 44; // pixels
constexpr int kNoteHeight = 16;
constexpr int kBarHeight = 4;
constexpr qreal kBetweenGlyphs = 4;
constexpr int kMostProblemLines = 3;

QColor mixed(const QColor& a, const QColor& b, float share)
{
    return QColor::fromRgbF(
        std::lerp(a.redF(), b.redF(), share), std::lerp(a.greenF(), b.greenF(), share),
        std::lerp(a.blueF(), b.blueF(), share));
}

/// A rectangle whose corners lie on the screen's pixels.
QRectF snapped(QPointF topLeft, QSizeF size, qreal ratio)
{
    const auto snap = [ratio](qreal x) { return std::round(x * ratio) / ratio; };
    return {snap(topLeft.x()), snap(topLeft.y()), snap(size.width()), snap(size.height())};
}

void paintFrame(QPainter* painter, const QRectF& rect, const QColor& color, qreal ratio)
{
    const qreal line = 1 / ratio;
    painter->fillRect(QRectF(rect.left(), rect.top(), rect.width(), line), color);
    painter->fillRect(QRectF(rect.left(), rect.bottom() - line, rect.width(), line), color);
    painter->fillRect(QRectF(rect.left(), rect.top(), line, rect.height()), color);
    painter->fillRect(QRectF(rect.right() - line, rect.top(), line, rect.height()), color);
}

void paintBackground(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPalette& palette = option.palette;
    const QRectF rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QColor tint =
            mixed(palette.color(QPalette::Window), palette.color(QPalette::Highlight), 0.12F);
        painter->fillRect(rect, tint);
    }
    painter->fillRect(
        QRectF(rect.left(), rect.bottom() - 1 / ratio, rect.width(), 1 / ratio),
        theme::hairline(palette));

    // Where the keyboard is: a bar before the row.
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (index.column() == 0 && view != nullptr && view->hasFocus() &&
        view->currentIndex().row() == index.row()) {
        const QRect bar = option.rect.adjusted(0, 0, 3 - option.rect.width(), 0);
        painter->fillRect(
            QStyle::visualRect(option.direction, option.rect, bar), palette.highlight());
    }
}

/// `chosen` is the one whose label is to be put right.
void paintGlyphs(
    QPainter* painter, const QStyleOptionViewItem& option, const PictureRow& row,
    std::optional<int> chosen)
{
    const auto count = static_cast<int>(row.glyphs.size());
    const qreal ratio = painter->device()->devicePixelRatioF();
    const auto places = PictureDelegate::glyphPlaces(option.rect, option.direction, count, ratio);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool shrinks = places[i].width() * ratio < Glyph::kSide;
        painter->setRenderHint(QPainter::SmoothPixmapTransform, shrinks);
        painter->drawImage(
            places[i],
            glyphImage(row.glyphs[i], option.palette)); // else every pixel stays a square
        if (static_cast<int>(i) == chosen) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(places[i]);
        } else {
            paintFrame(painter, places[i], theme::hairline(option.palette), ratio);
        }
    }
}

/// Which of the digits of the row is chosen, where there are several.
std::optional<int> chosenDigit(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* view = qobject_cast<const PictureTableView*>(option.widget);
    return view != nullptr && view->currentIndex().row() == index.row() &&
                   static_cast<const PictureTable*>(index.model())->row(index.row()).glyphs.size() >
                       1
               ? view->currentDigit()
               : std::nullopt;
}

/// As many lines as fit, the last one elided; returns the height they take.
qreal layOutProblem(QTextLayout& layout, const QString& text, qreal width, QString& last)
{
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    qreal height = 0;
    for (int i = 0; i < kMostProblemLines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        const bool full = i == kMostProblemLines - 1;
        if (full && line.textStart() + line.textLength() < text.size()) {
            last = QFontMetricsF(layout.font())
                       .elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
        }
    }
    layout.endLayout();
    return height;
}

void paintName(
    QPainter* painter, const QStyleOptionViewItem& option, const QString& name,
    const QString& problem)
{
    const QRectF rect =
        option.rect.adjusted(PictureDelegate::kPadding, 0, -PictureDelegate::kPadding, 0);
    const QFontMetricsF metrics(option.font);
    const QString shown = metrics.elidedText(name, Qt::ElideMiddle, rect.width());
    const Qt::Alignment left = QStyle::visualAlignment(option.direction, Qt::AlignLeft);

    QTextLayout layout(problem, theme::captionFont());
    QString last;
    const qreal below =
        problem.isEmpty() ? 0 : layOutProblem(layout, problem, rect.width(), last) + 4;
    QRectF line = rect;
    line.setHeight(metrics.height());
    line.moveTop(rect.center().y() - (metrics.height() + below) / 2);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    // Another alphabet's font may be taller than ours.
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip;
    painter->drawText(line, static_cast<int>(left) | flags, shown);

    painter->setPen(theme::quietText(option.palette));
    const QPointF start(rect.left(), line.bottom() + 4);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine text = layout.lineAt(i);
        if (i == kMostProblemLines - 1 && !last.isEmpty()) {
            painter->setFont(layout.font());
            painter->drawText(start + QPointF(0, text.y() + text.ascent()), last);
        } else {
            text.draw(painter, start);
        }
    }
}

/// The number as large as it fits, in grey where it is a guess; below it what had been read, where
/// somebody said what it is.
void paintNumber(
    QPainter* painter, const QStyleOptionViewItem& option, const QString& number, bool isSure,
    const QString& note)
{
    QFont font = theme::bodyFont();
    const qreal room = option.rect.width() - 2 * PictureDelegate::kPadding;
    if (!number.isEmpty()) {
        font = theme::answerFont(kDigitSize);
        const qreal needed = QFontMetricsF(font).horizontalAdvance(number);
        if (needed > room) {
            font = theme::answerFont(std::max(
                QFontInfo(theme::bodyFont()).pixelSize(),
                static_cast<int>(kDigitSize * room / needed)));
        }
    }
    painter->setFont(font);
    painter->setPen(
        option.palette.color(isSure ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter->drawText(
        option.rect.adjusted(
            PictureDelegate::kPadding, 0, -PictureDelegate::kPadding,
            note.isEmpty() ? 0 : -kNoteHeight),
        Qt::AlignCenter,
        number.isEmpty() ? QStringLiteral("–")
                         : QFontMetricsF(font).elidedText(number, Qt::ElideRight, room));
    if (!note.isEmpty()) {
        const QRectF place(
            option.rect.left(), option.rect.bottom() - kNoteHeight - theme::kGap,
            option.rect.width(), kNoteHeight);
        painter->setFont(theme::captionFont());
        painter->setPen(theme::quietText(option.palette));
        painter->drawText(
            place, Qt::AlignCenter,
            QFontMetricsF(painter->font()).elidedText(note, Qt::ElideRight, place.width()));
    }
}

/// What stands below a number that somebody put right or confirmed.
QString noteOf(const PictureRow& row, const QModelIndex& index)
{
    const QString read = index.data(PictureTable::ReadRole).toString();
    return row.kept.empty()                  ? QString()
           : index.data().toString() == read ? PictureDelegate::tr("kept")
                                             : PictureDelegate::tr("kept, read as %1").arg(read);
}

void paintConfidence(
    QPainter* painter, const QStyleOptionViewItem& option, const QString& text, float confidence)
{
    const QRectF room =
        option.rect.adjusted(PictureDelegate::kPadding, 0, -PictureDelegate::kPadding, 0);
    const QFontMetricsF metrics(theme::titleFont());
    QRectF words = room;
    words.setHeight(metrics.height());
    words.moveTop(room.center().y() - (metrics.height() + theme::kGap + kBarHeight) / 2);
    painter->setFont(theme::titleFont());
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(words, Qt::AlignRight | Qt::TextSingleLine, text);

    QRectF bar(room.left(), words.bottom() + theme::kGap, room.width(), kBarHeight);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::hairline(option.palette));
    painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    if (confidence <= 0) {
        return;
    }
    const qreal filled = std::max<qreal>(kBarHeight, bar.width() * confidence);
    if (option.direction == Qt::RightToLeft) {
        bar.setLeft(bar.right() - filled);
    } else {
        bar.setWidth(filled);
    }
    painter->setBrush(option.palette.highlight());
    painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
}

} // namespace

PictureDelegate::PictureDelegate(QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(kCachedThumbnails)
{
}

void PictureDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& table = *static_cast<const PictureTable*>(index.model());
    const PictureRow& row = table.row(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    paintBackground(painter, option, index);
    switch (index.column()) {
    case PictureTable::Picture:
        paintThumbnail(painter, option, row);
        break;
    case PictureTable::Name:
        paintName(painter, option, row.name, table.problem(index.row()));
        break;
    case PictureTable::Seen:
        paintGlyphs(painter, option, row, chosenDigit(option, index));
        break;
    case PictureTable::Digit:
        paintNumber(
            painter, option, index.data().toString(),
            !row.kept.empty() || (row.number && row.number->accepted()), noteOf(row, index));
        break;
    default:
        if (row.number) {
            paintConfidence(
                painter, option, index.data().toString(),
                row.number->accepted() ? row.number->confidence() : 0);
        }
    }
    painter->restore();
}

std::vector<QRectF> PictureDelegate::glyphPlaces(
    const QRect& cell, Qt::LayoutDirection direction, int count, qreal ratio)
{
    if (count == 0) {
        return {};
    }
    const QRect room = cell.adjusted(kPadding, 0, -kPadding, 0);
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    const qreal side = static_cast<qreal>(kGlyph) / columns;
    const qreal pixels = side * ratio / (Glyph::kSide + 1); // of the screen for one of the glyph's
    const qreal pixel = (pixels < 1 ? pixels : std::floor(pixels)) / ratio;
    const QSizeF size(pixel * Glyph::kSide, pixel * Glyph::kSide);
    const int rows = (count + columns - 1) / columns;
    const qreal pitch = std::min(side, size.width() + kBetweenGlyphs);
    const QSizeF all =
        QSizeF(columns - 1, rows - 1) * pitch + size; // what they ink, centred in the row
    const QRect place =
        QStyle::alignedRect(direction, Qt::AlignLeft | Qt::AlignVCenter, all.toSize(), room);
    std::vector<QRectF> places;
    for (int i = 0; i < count; ++i) {
        const int line = i / columns;
        const QPointF corner = QPointF(place.topLeft()) + QPointF(i % columns, line) * pitch;
        places.push_back(snapped(corner, size, ratio));
    }
    return places;
}

QSize PictureDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), kRowHeight};
}

void PictureDelegate::paintThumbnail(
    QPainter* painter, const QStyleOptionViewItem& option, const PictureRow& row) const
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QRect room = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QRect place = QStyle::alignedRect(
        option.direction, Qt::AlignLeft | Qt::AlignVCenter, {kPicture, kPicture}, room);
    const QPixmap* picture = row.thumbnail.isEmpty() ? nullptr : thumbnail(row.thumbnail);
    if (picture == nullptr || picture->isNull()) {
        if (row.error) { // no picture in it
            theme::icon(QStringLiteral("warning"))
                .paint(
                    painter,
                    QStyle::alignedRect(option.direction, Qt::AlignCenter, {24, 24}, place),
                    Qt::AlignCenter, QIcon::Disabled);
        }
        paintFrame(painter, QRectF(place), theme::hairline(option.palette), ratio);
        return;
    }
    const QSizeF size = QSizeF(picture->size()).scaled(kPicture, kPicture, Qt::KeepAspectRatio);
    const QSizeF gap = (QSizeF(place.size()) - size) / 2;
    const QRectF rect = snapped(
        QPointF(place.topLeft()) + QPointF(gap.width(), gap.height()),
        size.expandedTo({1 / ratio, 1 / ratio}), ratio);
    if (picture->hasAlphaChannel()) { // light ink and dark ink can both be seen on it
        painter->fillRect(rect, option.palette.color(QPalette::Mid));
    }
    // A picture smaller than its place shows its pixels.
    painter->setRenderHint(
        QPainter::SmoothPixmapTransform,
        picture->width() >= rect.width() * ratio || picture->height() >= rect.height() * ratio);
    painter->drawPixmap(rect, *picture, QRectF(picture->rect()));
    paintFrame(painter, rect, theme::hairline(option.palette), ratio);
}

const QPixmap* PictureDelegate::thumbnail(const QByteArray& encoded) const
{
    if (const QPixmap* known = m_thumbnails.object(encoded)) {
        return known;
    }
    auto* decoded = new QPixmap; // the cache owns it
    decoded->loadFromData(encoded);
    m_thumbnails.insert(encoded, decoded);
    return decoded;
}

} // namespace digitpad
