// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/render/Symbols.h"
#include "observo/render/Theme.h"

#include <QImage>
#include <QPainter>
#include <QPointF>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace observo::render {

/// Symbols painted once and copied ever after, by shape, status and direction in steps of five degrees (less than a
/// pixel at the nose). One atlas for each theme and pixel ratio, shared by all pictures; safe from every thread.
class SpriteAtlas {
public:
    [[nodiscard]] static std::shared_ptr<SpriteAtlas> of(const Theme& theme, double devicePixelRatio);

    SpriteAtlas(const Theme& theme, double devicePixelRatio);
    /// What two looks share when the same sprite serves both. Selection and hover have no sprite.
    [[nodiscard]] static std::uint32_t keyOf(const SymbolLook& look);
    [[nodiscard]] QImage sprite(const SymbolLook& look);
    [[nodiscard]] std::size_t size() const;

private:
    friend bool isFor(const SpriteAtlas& atlas, const Theme& theme, double devicePixelRatio);

    Theme m_theme;
    double m_ratio = 1.0;
    mutable std::mutex m_mutex;
    std::unordered_map<std::uint32_t, QImage> m_sprites;
};

/// Copies a sprite so that its middle is at `centre`, on whole device pixels.
void drawSprite(QPainter& painter, QPointF centre, const QImage& sprite);

} // namespace observo::render
