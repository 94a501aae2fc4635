// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/Lettering.h"

#include <QCache>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPaintDevice>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace observo::render {
namespace {

constexpr double kHaloWidth = 1.6;
constexpr int kCacheBytes = 8 * 1024 * 1024;

QFont fontOf(const Lettering& lettering)
{
    QFont font = mapFont(lettering.size);
    font.setBold(lettering.bold);
    return font;
}

/// Strokes the halo under the letters, with the middle of the text at the origin.
void drawLetters(QPainter& painter, const Lettering& lettering)
{
    const QFont font = fontOf(lettering);
    const QFontMetricsF metrics(font);
    QPainterPath letters;
    letters.addText(-metrics.horizontalAdvance(lettering.text) / 2.0, (metrics.ascent() - metrics.descent()) / 2.0,
                    font, lettering.text);
    painter.strokePath(letters, {lettering.halo, 2.0 * kHaloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.fillPath(letters, lettering.colour);
}

QString keyOf(const Lettering& lettering, double ratio)
{
    return QStringLiteral("%1|%2|%3|%4|%5|%6")
        .arg(static_cast<int>(lettering.size))
        .arg(lettering.bold ? 1 : 0)
        .arg(lettering.colour.rgba())
        .arg(lettering.halo.rgba())
        .arg(ratio)
        .arg(lettering.text);
}

QImage letteringImage(const Lettering& lettering, double ratio)
{
    const QSizeF size = sizeOf(lettering);
    QImage image(static_cast<int>(std::ceil(size.width() * ratio)), static_cast<int>(std::ceil(size.height() * ratio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(image.width() / ratio / 2.0, image.height() / ratio / 2.0);
    drawLetters(painter, lettering);
    return image;
}

/// The picture of a text. Outlining and stroking letters takes a hundred times longer than copying them, and the same
/// names return in picture after picture.
QImage cachedImage(const Lettering& lettering, double ratio)
{
    static std::mutex mutex;
    static QCache<QString, QImage> cache(kCacheBytes);
    const QString key = keyOf(lettering, ratio);
    {
        const std::lock_guard lock(mutex);
        if (const QImage* known = cache.object(key)) {
            return *known;
        }
    }
    const QImage image = letteringImage(lettering, ratio);
    const std::lock_guard lock(mutex);
    cache.insert(key, new QImage(image), static_cast<int>(image.sizeInBytes()));
    return image;
}

} // namespace

QFont mapFont(TextSize size)
{
    QFont font;
    const int system = QFontInfo(font).pixelSize();
    font.setPixelSize(std::max(size == TextSize::Small ? 9 : 11, size == TextSize::Small ? system - 3 : system - 1));
    return font;
}

QSizeF sizeOf(const Lettering& lettering)
{
    const QFontMetricsF metrics(fontOf(lettering));
    return {metrics.horizontalAdvance(lettering.text) + 2.0 * kHaloWidth + 2.0,
            metrics.ascent() + metrics.descent() + 2.0 * kHaloWidth};
}

void drawLettering(QPainter& painter, QPointF centre, const Lettering& lettering, double degrees)
{
    if (lettering.text.isEmpty()) {
        return;
    }
    if (degrees != 0.0) {
        painter.save();
        painter.translate(centre);
        painter.rotate(degrees);
        drawLetters(painter, lettering);
        painter.restore();
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    const QImage image = cachedImage(lettering, ratio);
    const QPointF corner = centre - QPointF(image.width(), image.height()) / ratio / 2.0;
    // On whole device pixels the copy stays sharp.
    painter.drawImage(QPointF(std::round(corner.x() * ratio), std::round(corner.y() * ratio)) / ratio, image);
}

} // namespace observo::render
