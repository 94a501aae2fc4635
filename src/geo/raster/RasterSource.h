// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "GdalDataset.h"
#include "SourceFile.h"

#include "observo/core/Progress.h"
#include "observo/geo/Geometry.h"
#include "observo/geo/RasterLayer.h"

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace observo::geo {

/// Which bands of a picture make its colours (numbered from 1; 0 where there is none).
struct RasterBands {
    enum class Kind { Grey, Colour, Palette } kind = Kind::Grey;
    std::array<int, 3> colours{}; ///< the grey or palette one first
    int alpha = 0;
    bool hasMask = false;       ///< the file keeps a mask beside the bands
    bool premultiplied = false; ///< colours are multiplied by alpha already: our own reduced copies
    std::optional<double> noData;
    bool isByte = true;
    double darkest = 0.0; ///< the values shown black and white, when they are no bytes
    double brightest = 255.0;
};

/// Whole pixels of a picture: column, row, width, height.
struct PixelWindow {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// An open picture with what is known of it. Each reading thread takes a dataset of its own from it.
class RasterSource {
public:
    /// `table` names one of several pictures in a GeoPackage; empty: the first one.
    [[nodiscard]] static Result<std::unique_ptr<RasterSource>> open(const SourceFile& file, const std::string& table);
    /// A copy made by `reduce`.
    [[nodiscard]] static Result<std::unique_ptr<RasterSource>> openReduced(const std::filesystem::path& file);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] bool hasOverviews() const { return m_hasOverviews; }
    /// x = g0 + g1 column + g2 row, y = g3 + g4 column + g5 row; nothing when the file says no position.
    [[nodiscard]] const std::optional<std::array<double, 6>>& position() const { return m_position; }
    [[nodiscard]] const std::optional<Crs>& crs() const { return m_crs; }
    [[nodiscard]] const RasterBands& bands() const { return m_bands; }
    [[nodiscard]] const SourceFile& file() const { return m_file; }

    /// The pixels of a window at another size, from the overview that fits, premultiplied.
    [[nodiscard]] Result<RasterImage> read(PixelWindow window, int width, int height, const Progress& progress) const;

private:
    RasterSource(SourceFile file, std::string table) : m_file(std::move(file)), m_table(std::move(table)) {}
    [[nodiscard]] Done learn();
    void learnBands(GDALDatasetH dataset);
    void learnStretch(GDALDatasetH dataset);
    [[nodiscard]] Result<GdalDataset> take() const;
    void giveBack(GdalDataset dataset) const;

    SourceFile m_file;
    std::string m_table;
    int m_width = 0;
    int m_height = 0;
    bool m_hasOverviews = false;
    std::optional<std::array<double, 6>> m_position;
    std::optional<Crs> m_crs;
    RasterBands m_bands;

    mutable std::mutex m_mutex;
    mutable std::vector<GdalDataset> m_idle;
};

} // namespace observo::geo
