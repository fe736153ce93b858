// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace digitpad::theme {

namespace {

/// Draws one of our line icons: an SVG whose strokes are #000, in the colour of the palette at the
/// moment of painting, so that light and dark share one source.
class LineIcon : public QIconEngine {
public:
    explicit LineIcon(const QString& name) : m_name(name)
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly)) {
            m_svg = file.readAll();
        }
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap image = pixmap(rect.size() * ratio, mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const QByteArray colour = colourOf(mode).name().toLatin1();
        const QString key = QStringLiteral("digitpad/%1/%2/%3x%4")
                                .arg(m_name, QString::fromLatin1(colour))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap image;
        if (QPixmapCache::find(key, &image)) {
            return image;
        }
        image = QPixmap(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(QByteArray(m_svg).replace("#000", colour)).render(&painter);
        QPixmapCache::insert(key, image);
        return image;
    }

    QIconEngine* clone() const override { return new LineIcon(*this); }
    QString key() const override { return QStringLiteral("digitpad-line-icon"); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    static QColor colourOf(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        case QIcon::Selected:
            return palette.color(QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::ButtonText);
    }

    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new LineIcon(name)); // the icon owns its engine
}

} // namespace digitpad::theme
