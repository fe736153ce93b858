// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCache>
#include <QPixmap>
#include <QStyledItemDelegate>

#include <vector>

namespace digitpad {

struct PictureRow;

/// Paints the cells of a PictureTable.
class PictureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kRowHeight = 96;
    static constexpr int kPadding = 16; ///< left and right of what is in a cell
    static constexpr int kPicture = 80; ///< the square a thumbnail fits into
    static constexpr int kGlyph = 90;   ///< the square a glyph fits into, in whole screen pixels

    explicit PictureDelegate(QObject* parent = nullptr);

    /// Where the glyphs of a row are in their cell: one as large as there is room, several in a
    /// row, smaller.
    [[nodiscard]] static std::vector<QRectF>
    glyphPlaces(const QRect& cell, Qt::LayoutDirection direction, int count, qreal ratio);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
        const override;
    [[nodiscard]] QSize
    sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintThumbnail(
        QPainter* painter, const QStyleOptionViewItem& option, const PictureRow& row) const;
    [[nodiscard]] const QPixmap* thumbnail(const QByteArray& encoded) const;

    mutable QCache<QByteArray, QPixmap> m_thumbnails; // those on the screen, decoded
};

} // namespace digitpad
