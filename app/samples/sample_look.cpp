// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samples/sample_look.h"

#include "app/draw/glyph_view.h"
#include "app/draw/ink_layer.h"
#include "app/draw/percent.h"
#include "app/shell/theme.h"

#include <QBuffer>
#include <QImageReader>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace digitpad {

namespace {

constexpr int kOriginal = 208; // pixels
constexpr int kGlyphPixel = 3;
constexpr int kMostPixels = 4096; // a side of a picture that is decoded to be shown

/// A database may come from anywhere: what is no small picture is not shown.
QImage pictureOf(const QByteArray& png, int side)
{
    QBuffer buffer;
    buffer.setData(png);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    if (size.isEmpty() || std::max(size.width(), size.height()) > kMostPixels) {
        return {};
    }
    const QImage picture = reader.read();
    return picture.isNull()
               ? picture
               : picture.scaled(
                     side, side, Qt::KeepAspectRatio,
                     size.width() > side ? Qt::SmoothTransformation : Qt::FastTransformation);
}

/// In the middle of the paper and large enough to be looked at: a digit of a number is small.
Drawing enlarged(Drawing drawing)
{
    constexpr qreal kPart = 0.8; // of the paper
    constexpr qreal kMostScale = 3;
    QRectF place;
    for (const PenStroke& stroke : drawing) {
        place |= inkedRect(stroke);
    }
    const qreal side = std::max(place.width(), place.height());
    const qreal scale = side > 0 ? std::min(kMostScale, kPart / side) : 1;
    for (PenStroke& stroke : drawing) {
        for (PenPoint& point : stroke) {
            point.position = (point.position - place.center()) * scale + QPointF(0.5, 0.5);
        }
    }
    return drawing;
}

QString factsOf(const SampleTile& tile)
{
    const QLocale locale;
    QStringList facts;
    if (tile.reading) {
        facts << SampleLook::tr("The network read %1, %2 sure")
                     .arg(
                         locale.toString(tile.reading->digit),
                         percentText(static_cast<float>(tile.reading->confidence), locale));
    }
    facts << locale.toString(tile.created, QLocale::ShortFormat);
    return facts.join(QLatin1Char('\n'));
}

} // namespace

/// The strokes on their paper, or the picture.
class SampleLook::Original : public QWidget {
public:
    explicit Original(QWidget* parent) : QWidget(parent)
    {
        setFixedSize(kOriginal, kOriginal);
        setAccessibleName(SampleLook::tr("How it was written"));
    }

    void setSample(const std::optional<Sample>& sample)
    {
        m_drawing = sample ? enlarged(sample->drawing) : Drawing();
        m_picture = sample ? sample->picture : QByteArray();
        m_image = {};
        update();
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange) {
            m_image = {};
        }
    }

    void paintEvent(QPaintEvent* /*event*/) override
    {
        const qreal ratio = devicePixelRatioF();
        const int side = static_cast<int>(std::floor(width() * ratio));
        if (m_image.isNull() && !m_drawing.isEmpty()) {
            InkLayer layer(side);
            layer.setColors(palette().color(QPalette::Base), palette().color(QPalette::Text));
            layer.redraw(m_drawing, layer.image().rect());
            m_image = layer.image();
        } else if (m_image.isNull() && !m_picture.isEmpty()) {
            m_image = pictureOf(m_picture, side);
        }
        QPainter painter(this);
        painter.fillRect(rect(), palette().base());
        if (!m_image.isNull()) {
            QRectF place(QPointF(), QSizeF(m_image.size()) / ratio);
            place.moveCenter(QRectF(rect()).center());
            painter.drawImage(place, m_image);
        }
        painter.setPen(theme::hairline(palette()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    Drawing m_drawing;
    QByteArray m_picture;
    QImage m_image; // as it was last shown
};

SampleLook::SampleLook(QWidget* parent)
    : QWidget(parent),
      m_original(new Original(this)),
      m_glyph(new GlyphView(this)),
      m_title(new QLabel(this)),
      m_facts(new QLabel(this)),
      m_words(new QLabel(this))
{
    setAccessibleName(tr("The selected sample"));
    m_title->setFont(theme::titleFont());
    m_title->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setFont(theme::captionFont());
    m_facts->setWordWrap(true);
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setWordWrap(true);
    m_glyph->setScale(kGlyphPixel, kOriginal);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::kGap / 2);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::kGap);
    layout->addWidget(m_original);
    layout->addWidget(m_glyph);
    layout->addLayout(words);
    layout->addWidget(m_words);
    setSample({}, {});
}

SampleLook::~SampleLook() = default;

void SampleLook::setSample(const std::optional<Sample>& sample, const QString& words)
{
    m_sample = sample;
    m_original->setSample(sample);
    const bool hasOriginal = sample && !(sample->drawing.isEmpty() && sample->picture.isEmpty());
    m_original->setVisible(hasOriginal);
    m_glyph->setVisible(sample.has_value());
    m_title->setVisible(sample.has_value());
    m_facts->setVisible(sample.has_value());
    m_words->setVisible(!sample);
    m_words->setText(words);
    if (sample) {
        m_glyph->setScale(hasOriginal ? kGlyphPixel : kOriginal / Glyph::kSide, kOriginal);
        m_glyph->setGlyphs({sample->tile.glyph});
        m_title->setText(tr("This is %1").arg(QLocale().toString(sample->tile.label)));
        m_facts->setText(factsOf(sample->tile));
    }
}

} // namespace digitpad
