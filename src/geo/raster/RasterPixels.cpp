// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/RasterPixels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace observo::geo {

namespace {

/// One pixel before it is packed: colours and opacity, 0 to 255.
struct Colour {
    std::uint32_t red = 0;
    std::uint32_t green = 0;
    std::uint32_t blue = 0;
    std::uint32_t alpha = 255;
};

std::uint32_t packed(Colour colour, bool premultiplied)
{
    const auto times = [&](std::uint32_t value) {
        return premultiplied ? std::min(value, colour.alpha) : (value * colour.alpha + 127) / 255;
    };
    return (colour.alpha << 24U) | (times(colour.red) << 16U) | (times(colour.green) << 8U) | times(colour.blue);
}

int goOn(double, const char*, void* listener)
{
    return static_cast<const Progress*>(listener)->cancelled() ? 0 : 1;
}

/// The values of one band or mask in a window, at the picture's size.
template <typename Value>
class Plane {
public:
    Plane(const RasterImage& size, PixelWindow window) : m_width(size.width), m_height(size.height), m_window(window)
    {
        m_values.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
    }

    bool read(GDALRasterBandH band, GDALDataType type, GDALRIOResampleAlg how, const Progress& progress)
    {
        GDALRasterIOExtraArg extra;
        INIT_RASTERIO_EXTRA_ARG(extra);
        extra.eResampleAlg = how;
        extra.pfnProgress = goOn;
        extra.pProgressData = const_cast<Progress*>(&progress); // goOn only reads it
        return GDALRasterIOEx(band, GF_Read, m_window.x, m_window.y, m_window.width, m_window.height, m_values.data(),
                              m_width, m_height, type, 0, 0, &extra) == CE_None;
    }

    Value operator[](std::size_t i) const { return m_values[i]; }

private:
    int m_width;
    int m_height;
    PixelWindow m_window;
    std::vector<Value> m_values;
};

/// Reads the bands of a window and turns them into colours.
class Reader {
public:
    Reader(GDALDatasetH dataset, const RasterBands& bands, PixelWindow window, const Progress& progress)
        : m_dataset(dataset), m_bands(bands), m_window(window), m_progress(progress)
    {}

    bool readBytes(RasterImage& image)
    {
        const int count = m_bands.kind == RasterBands::Kind::Colour ? 3 : 1;
        std::vector<Plane<std::uint8_t>> planes(static_cast<std::size_t>(count), {image, m_window});
        for (std::size_t i = 0; i < planes.size(); ++i) {
            if (!planes[i].read(band(m_bands.colours[i]), GDT_Byte, resampling(image), m_progress)) {
                return false;
            }
        }
        auto opacity = readOpacity(image);
        if (!opacity) {
            return false;
        }
        const auto palette = paletteColours();
        for (std::size_t i = 0; i < image.pixels.size(); ++i) {
            Colour colour;
            if (count == 3) {
                colour = {planes[0][i], planes[1][i], planes[2][i]};
            } else {
                colour = palette[planes[0][i]];
            }
            const bool none = isNone(planes[0][i]) && (count == 1 || (isNone(planes[1][i]) && isNone(planes[2][i])));
            colour.alpha = none ? 0 : colour.alpha * (*opacity)[i] / 255;
            image.pixels[i] = packed(colour, m_bands.premultiplied);
        }
        return true;
    }

    /// Heights and measurements: shades of grey between the darkest and the brightest value.
    bool readStretched(RasterImage& image)
    {
        const int count = m_bands.kind == RasterBands::Kind::Colour ? 3 : 1;
        std::vector<Plane<float>> planes(static_cast<std::size_t>(count), {image, m_window});
        for (std::size_t i = 0; i < planes.size(); ++i) {
            if (!planes[i].read(band(m_bands.colours[i]), GDT_Float32, resampling(image), m_progress)) {
                return false;
            }
        }
        auto opacity = readOpacity(image);
        if (!opacity) {
            return false;
        }
        for (std::size_t i = 0; i < image.pixels.size(); ++i) {
            Colour colour{shade(planes.front()[i]), shade(planes[planes.size() / 2][i]), shade(planes.back()[i])};
            const float value = planes.front()[i];
            colour.alpha = std::isnan(value) || isNone(value) ? 0 : (*opacity)[i];
            image.pixels[i] = packed(colour, false);
        }
        return true;
    }

private:
    GDALRasterBandH band(int number) const { return GDALGetRasterBand(m_dataset, number); }

    bool isNone(float value) const { return m_bands.noData && value == static_cast<float>(*m_bands.noData); }

    GDALRIOResampleAlg resampling(const RasterImage& image) const
    {
        const bool smaller = image.width < m_window.width || image.height < m_window.height;
        return smaller && m_bands.kind != RasterBands::Kind::Palette ? GRIORA_Average : GRIORA_NearestNeighbour;
    }

    std::uint32_t shade(float value) const
    {
        const double share = (static_cast<double>(value) - m_bands.darkest) / (m_bands.brightest - m_bands.darkest);
        return static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255.0));
    }

    /// The alpha band, the mask, or full opacity; nothing when it could not be read.
    std::optional<std::vector<std::uint32_t>> readOpacity(const RasterImage& image)
    {
        std::vector<std::uint32_t> opacity(image.pixels.size(), 255U);
        if (m_bands.alpha == 0 && !m_bands.hasMask) {
            return opacity;
        }
        Plane<std::uint8_t> plane(image, m_window);
        GDALRasterBandH source = m_bands.alpha != 0 ? band(m_bands.alpha) : GDALGetMaskBand(band(m_bands.colours[0]));
        if (!plane.read(source, GDT_Byte, resampling(image), m_progress)) {
            return std::nullopt;
        }
        for (std::size_t i = 0; i < opacity.size(); ++i) {
            opacity[i] = plane[i];
        }
        return opacity;
    }

    /// The palette, or shades of grey.
    std::array<Colour, 256> paletteColours() const
    {
        std::array<Colour, 256> colours{};
        for (std::uint32_t i = 0; i < colours.size(); ++i) {
            colours[i] = {i, i, i, 255U};
        }
        if (m_bands.kind != RasterBands::Kind::Palette) {
            return colours;
        }
        GDALColorTableH table = GDALGetRasterColorTable(band(m_bands.colours[0]));
        const int count = table == nullptr ? 0 : std::min(256, GDALGetColorEntryCount(table));
        for (int i = 0; i < count; ++i) {
            const auto* entry = GDALGetColorEntry(table, i);
            const auto byte = [](short value) { return static_cast<std::uint32_t>(std::clamp<int>(value, 0, 255)); };
            colours[static_cast<std::size_t>(i)] = {byte(entry->c1), byte(entry->c2), byte(entry->c3), byte(entry->c4)};
        }
        return colours;
    }

    GDALDatasetH m_dataset;
    const RasterBands& m_bands;
    PixelWindow m_window;
    const Progress& m_progress;
};

} // namespace

std::optional<RasterImage> readPixels(GDALDatasetH dataset, const RasterBands& bands, PixelWindow window,
                                      RasterImage into, const Progress& progress)
{
    into.pixels.assign(static_cast<std::size_t>(into.width) * static_cast<std::size_t>(into.height), 0U);
    Reader reader(dataset, bands, window, progress);
    const bool good = bands.isByte ? reader.readBytes(into) : reader.readStretched(into);
    return good ? std::optional(std::move(into)) : std::nullopt;
}

std::array<double, 2> stretchOf(std::vector<float> sample, std::optional<double> noData)
{
    std::erase_if(sample, [noData](float value) {
        return !std::isfinite(value) || (noData && value == static_cast<float>(*noData));
    });
    if (sample.empty()) {
        return {0.0, 1.0};
    }
    std::sort(sample.begin(), sample.end());
    const auto fiftieth = sample.size() / 50;
    const double darkest = static_cast<double>(sample[fiftieth]);
    const double brightest = static_cast<double>(sample[sample.size() - 1 - fiftieth]);
    return {darkest, brightest > darkest ? brightest : darkest + 1.0};
}

} // namespace observo::geo
