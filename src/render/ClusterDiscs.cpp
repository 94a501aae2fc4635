// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClusterDiscs.h"

#include "SpriteAtlas.h"
#include "text/Lettering.h"

#include <QLocale>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace observo::render {
namespace {

constexpr double kRing = 4.0;
constexpr double kHalo = 1.5;

/// The part `cover` (0 to 255) of an opaque colour laid over an opaque or premultiplied pixel.
QRgb blended(QRgb below, QRgb above, std::uint8_t cover)
{
    const int part = cover;
    const auto mix = [part](int from, int to) { return from + (to - from) * part / 255; };
    return qRgba(mix(qRed(below), qRed(above)), mix(qGreen(below), qGreen(above)), mix(qBlue(below), qBlue(above)),
                 mix(qAlpha(below), 255));
}

QImage transparentSquare(double size, double ratio)
{
    const int side = static_cast<int>(std::ceil(size * ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    return image;
}

void drawCircle(QPainter& painter, double radius)
{
    painter.drawEllipse(QPointF(), radius, radius);
}

} // namespace

double clusterRadius(std::size_t count)
{
    return count < 10 ? 12.0 : count < 100 ? 14.0 : count < 1000 ? 16.0 : 18.0;
}

QString clusterText(std::size_t count)
{
    if (count < 1000) {
        return QString::number(count);
    }
    if (count < 10000) {
        return QLocale().toString(std::floor(static_cast<double>(count) / 100.0) / 10.0, 'f', 1) + QLatin1Char('k');
    }
    return count < 1000000 ? QString::number(count / 1000) + QLatin1Char('k')
                           : QString::number(count / 1000000) + QLatin1Char('M');
}

ClusterDiscs::ClusterDiscs(const Theme& theme, double devicePixelRatio) : m_theme(theme), m_ratio(devicePixelRatio)
{
    for (std::size_t i = 0; i < m_status.size(); ++i) {
        m_status[i] = theme.status(codeAt("status", static_cast<std::uint8_t>(i))).rgba();
    }
}

ClusterDiscs::Blank ClusterDiscs::makeBlank(double radius) const
{
    const double size = 2.0 * (radius + kHalo + 1.0);
    Blank blank{.radius = radius, .image = transparentSquare(size, m_ratio), .ring = {}};
    QPainter painter(&blank.image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = blank.image.width() / m_ratio / 2.0;
    painter.translate(middle, middle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.symbolHalo);
    drawCircle(painter, radius + kHalo);
    painter.setBrush(m_theme.symbolEdge);
    drawCircle(painter, radius);
    painter.setBrush(m_theme.ground);
    drawCircle(painter, radius - 2.0 - kRing);
    painter.end();

    QImage ring = transparentSquare(size, m_ratio);
    QPainter ringPainter(&ring);
    ringPainter.setRenderHint(QPainter::Antialiasing);
    ringPainter.translate(middle, middle);
    ringPainter.setPen(QPen(Qt::black, kRing));
    drawCircle(ringPainter, radius - 1.0 - kRing / 2.0);
    ringPainter.end();

    const auto* pixels = reinterpret_cast<const QRgb*>(ring.constBits());
    const auto side = static_cast<std::size_t>(ring.width());
    for (std::size_t i = 0; i < side * side; ++i) {
        const double x = static_cast<double>(i % side) + 0.5 - static_cast<double>(side) / 2.0;
        const double y = static_cast<double>(i / side) + 0.5 - static_cast<double>(side) / 2.0;
        const double turn = std::atan2(x, -y) / (2.0 * kPi); // clockwise from the top
        if (qAlpha(pixels[i]) > 0) {
            const auto part = static_cast<std::size_t>((turn < 0.0 ? turn + 1.0 : turn) * kTurns) % kTurns;
            blank.ring.push_back({i, static_cast<std::uint8_t>(qAlpha(pixels[i])), static_cast<std::uint16_t>(part)});
        }
    }
    return blank;
}

const ClusterDiscs::Blank& ClusterDiscs::blankOf(double radius)
{
    const auto found =
        std::find_if(m_blanks.begin(), m_blanks.end(), [radius](const Blank& blank) { return blank.radius == radius; });
    return found != m_blanks.end() ? *found : m_blanks.emplace_back(makeBlank(radius));
}

void ClusterDiscs::colourTurns(const Cluster& cluster)
{
    std::size_t passed = 0;
    std::size_t turn = 0;
    for (std::size_t i = 0; i < cluster.byStatus.size(); ++i) {
        passed += cluster.byStatus[i];
        const std::size_t end = kTurns * passed / cluster.count;
        std::fill(m_turns.begin() + static_cast<std::ptrdiff_t>(turn),
                  m_turns.begin() + static_cast<std::ptrdiff_t>(end), m_status[i]);
        turn = end;
    }
}

void ClusterDiscs::draw(QPainter& painter, QPointF at, const Cluster& cluster)
{
    const Blank& blank = blankOf(clusterRadius(cluster.count));
    colourTurns(cluster);
    QImage disc = blank.image;
    auto* pixels = reinterpret_cast<QRgb*>(disc.bits()); // copies the blank
    for (const RingPixel& pixel : blank.ring) {
        pixels[pixel.index] = blended(pixels[pixel.index], m_turns[pixel.turn], pixel.cover);
    }
    drawSprite(painter, at, disc);
    drawLettering(painter, at,
                  {.text = clusterText(cluster.count),
                   .size = TextSize::Small,
                   .bold = true,
                   .colour = m_theme.text,
                   .halo = m_theme.ground});
}

} // namespace observo::render
