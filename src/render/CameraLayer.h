// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clusters.h"
#include "GridField.h"
#include "SectorOutline.h"
#include "SpriteAtlas.h"
#include "text/LabelBoard.h"

#include "observo/core/Progress.h"
#include "observo/coverage/FieldOfView.h"
#include "observo/render/Scene.h"
#include "observo/render/Viewport.h"

#include <QPainter>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace observo::render {

/// The cameras of one picture: gathered once, then drawn in the order fields of view, symbols, labels, with the base
/// map's names in between. Selected, hovered and previewed cameras are always drawn as themselves and on top.
class CameraLayer {
public:
    CameraLayer(const Scene& scene, const Viewport& viewport, const geo::Projection& projection);

    /// Each step is false when the picture was cancelled meanwhile.
    [[nodiscard]] bool gather(const Progress& progress);
    void takeSymbols(LabelBoard& board) const;
    void placeLabels(LabelBoard& board);
    [[nodiscard]] bool drawViews(QPainter& painter, const Progress& progress);
    [[nodiscard]] bool drawSymbols(QPainter& painter, const Progress& progress);
    void drawCodes(QPainter& painter) const;

    [[nodiscard]] std::size_t camerasDrawn() const { return m_camerasDrawn; }
    [[nodiscard]] std::size_t sectorsDrawn() const { return m_sectorsDrawn; }

private:
    struct Symbol {
        CameraRow row;
        QPointF at;
        Degrees convergence;
        bool isSelected = false;
        bool isHovered = false;
    };
    struct View {
        coverage::ViewSector sector;
        SectorFrame frame;
        std::uint8_t status = 0;
        bool isSelected = false;
    };
    struct ViewColours {
        QColor fill;
        QColor edge;
    };

    [[nodiscard]] geo::MapBox gatheredArea() const;
    void take(const CameraRow& row, MapPoint point);
    void takeView(const CameraRow& row, MapPoint point, bool isSelected);
    [[nodiscard]] SymbolLook lookOf(const Symbol& symbol) const;
    [[nodiscard]] std::optional<PlacedLabel> labelOf(const Symbol& symbol, LabelBoard& board) const;
    void drawView(QPainter& painter, const View& view);
    [[nodiscard]] bool drawPlain(QPainter& painter, const Progress& progress);
    [[nodiscard]] ViewColours coloursOf(std::uint8_t status) const;

    const Scene& m_scene;
    Viewport m_viewport;
    const geo::Projection& m_projection;
    const Theme& m_theme;
    GridField m_field;
    bool m_isClustered = false;
    geo::MapBox m_pictureBox;
    ClusterGrid m_clusters;
    std::vector<Symbol> m_plain;
    std::vector<Symbol> m_marked;
    std::vector<View> m_views;
    std::vector<PlacedLabel> m_labels;
    std::array<ViewColours, 8> m_colours;
    std::size_t m_camerasDrawn = 0;
    std::size_t m_sectorsDrawn = 0;
};

} // namespace observo::render
