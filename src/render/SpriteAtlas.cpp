// SPDX-License-Identifier: GPL-3.0-or-later
#include "SpriteAtlas.h"

#include "SymbolShapes.h"

#include <algorithm>
#include <cmath>
#include <list>

namespace observo::render {
namespace {

constexpr double kSpriteSide = 38.0; ///< a symbol of 22 with nose, question mark and halo
constexpr std::size_t kMostSprites = 4000;
constexpr std::size_t kMostAtlases = 4;
constexpr double kDirectionStep = 5.0;
constexpr double kPanStep = 10.0;

/// 0 for unknown, else 1 and up.
std::uint32_t bucketOf(std::optional<Degrees> azimuth, double step)
{
    if (!azimuth) {
        return 0;
    }
    const auto count = static_cast<std::uint32_t>(360.0 / step);
    return 1 + static_cast<std::uint32_t>(std::lround(normalised(*azimuth).value / step)) % count;
}

std::optional<Degrees> azimuthOf(std::uint32_t bucket, double step)
{
    return bucket == 0 ? std::nullopt : std::optional(Degrees{(bucket - 1) * step});
}

std::uint32_t statusIndex(std::string_view status)
{
    return codeIndex("status", status) & 0x0FU; // kOtherCode is 15, still its own
}

} // namespace

bool isFor(const SpriteAtlas& atlas, const Theme& theme, double devicePixelRatio)
{
    return atlas.m_theme == theme && atlas.m_ratio == devicePixelRatio;
}

std::shared_ptr<SpriteAtlas> SpriteAtlas::of(const Theme& theme, double devicePixelRatio)
{
    static std::mutex mutex;
    static std::list<std::shared_ptr<SpriteAtlas>> atlases;
    const std::lock_guard lock(mutex);
    const auto found = std::find_if(atlases.begin(), atlases.end(), [&](const std::shared_ptr<SpriteAtlas>& atlas) {
        return isFor(*atlas, theme, devicePixelRatio);
    });
    if (found == atlases.end()) {
        atlases.push_front(std::make_shared<SpriteAtlas>(theme, devicePixelRatio));
        atlases.resize(std::min(atlases.size(), kMostAtlases));
    } else {
        atlases.splice(atlases.begin(), atlases, found);
    }
    return atlases.front();
}

SpriteAtlas::SpriteAtlas(const Theme& theme, double devicePixelRatio) : m_theme(theme), m_ratio(devicePixelRatio) {}

std::uint32_t SpriteAtlas::keyOf(const SymbolLook& look)
{
    const SymbolShape shape = shapeOf(look.type, look.function);
    const bool isPtz = shape == SymbolShape::Ptz;
    const bool isRound = shape == SymbolShape::DoubleCircle || shape == SymbolShape::Mobile;
    const std::uint32_t direction = isRound ? 0 : bucketOf(look.direction, kDirectionStep);
    const std::uint32_t from = isPtz ? bucketOf(look.panFrom, kPanStep) : 0;
    const std::uint32_t to = isPtz ? bucketOf(look.panTo, kPanStep) : 0;
    return static_cast<std::uint32_t>(shape) | statusIndex(look.status) << 4U | direction << 8U | from << 16U |
           to << 24U;
}

QImage SpriteAtlas::sprite(const SymbolLook& look)
{
    const std::uint32_t key = keyOf(look);
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_sprites.find(key); found != m_sprites.end()) {
        return found->second;
    }
    if (m_sprites.size() >= kMostSprites) {
        m_sprites.clear();
    }
    SymbolLook plain = look;
    plain.selected = false;
    plain.hovered = false;
    plain.direction = azimuthOf((key >> 8U) & 0xFFU, kDirectionStep);
    plain.panFrom = azimuthOf((key >> 16U) & 0xFFU, kPanStep);
    plain.panTo = azimuthOf(key >> 24U, kPanStep);

    const int side = static_cast<int>(std::ceil(kSpriteSide * m_ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double middle = side / m_ratio / 2.0;
    drawSymbol(painter, {middle, middle}, plain, m_theme);
    painter.end();
    return m_sprites.emplace(key, std::move(image)).first->second;
}

std::size_t SpriteAtlas::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_sprites.size();
}

void drawSprite(QPainter& painter, QPointF centre, const QImage& sprite)
{
    const double ratio = sprite.devicePixelRatio();
    const QPointF corner = centre * ratio - QPointF(sprite.width(), sprite.height()) / 2.0;
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, sprite);
}

} // namespace observo::render
