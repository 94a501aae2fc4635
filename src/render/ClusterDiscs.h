// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clusters.h"

#include "observo/render/Theme.h"

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QRgb>
#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace observo::render {

/// Half the size of a cluster's disc in pixels.
[[nodiscard]] double clusterRadius(std::size_t count);
/// "7", "312", "1.2k" (in the locale's way), "45k".
[[nodiscard]] QString clusterText(std::size_t count);

/// Paints clusters: a disc with the count and a ring divided by status, clockwise from the top. A far view has a
/// thousand of them, so the disc is drawn once for each size and the ring is coloured pixel by pixel.
class ClusterDiscs {
public:
    ClusterDiscs(const Theme& theme, double devicePixelRatio);

    void draw(QPainter& painter, QPointF at, const Cluster& cluster);

private:
    /// A pixel of the ring: where, how much of it, and at which of 1024 parts of a turn.
    struct RingPixel {
        std::size_t index = 0;
        std::uint8_t cover = 0;
        std::uint16_t turn = 0;
    };
    /// The disc of one size without colours.
    struct Blank {
        double radius = 0.0;
        QImage image;
        std::vector<RingPixel> ring;
    };
    static constexpr std::size_t kTurns = 1024;

    [[nodiscard]] const Blank& blankOf(double radius);
    [[nodiscard]] Blank makeBlank(double radius) const;
    void colourTurns(const Cluster& cluster);

    const Theme& m_theme;
    double m_ratio = 1.0;
    std::array<QRgb, 8> m_status{};
    std::array<QRgb, kTurns> m_turns{};
    std::vector<Blank> m_blanks;
};

} // namespace observo::render
