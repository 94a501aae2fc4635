// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/RasterSource.h"

#include "GdalMessages.h"
#include "raster/RasterPixels.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <utility>

namespace observo::geo {

namespace {

Error unreadable(const SourceFile& file, std::string what, std::string advice)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = std::move(what),
            .file = file.path.string(),
            .advice = std::move(advice)};
}

/// "GPKG:/folder/file.gpkg:table" is how GDAL names one of several pictures.
std::string firstTableOf(GDALDatasetH dataset)
{
    const char* name = GDALGetMetadataItem(dataset, "SUBDATASET_1_NAME", "SUBDATASETS");
    const std::string text = name == nullptr ? "" : name;
    const auto colon = text.rfind(':');
    return colon == std::string::npos ? "" : text.substr(colon + 1);
}

/// What programs put beside a PNG or JPEG that has a world file.
std::optional<Crs> crsBeside(const std::filesystem::path& picture)
{
    auto prj = picture;
    prj.replace_extension(".prj");
    std::ifstream stream(prj);
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    auto crs = Crs::fromText(text);
    return crs ? std::optional(std::move(*crs)) : std::nullopt;
}

int bandOf(GDALDatasetH dataset, GDALColorInterp meaning, int otherwise)
{
    for (int i = 1; i <= GDALGetRasterCount(dataset); ++i) {
        if (GDALGetRasterColorInterpretation(GDALGetRasterBand(dataset, i)) == meaning) {
            return i;
        }
    }
    return otherwise;
}

} // namespace

Result<std::unique_ptr<RasterSource>> RasterSource::open(const SourceFile& file, const std::string& table)
{
    std::unique_ptr<RasterSource> source(new RasterSource(file, table));
    if (auto learned = source->learn(); !learned) {
        return fail(std::move(learned.error()));
    }
    return source;
}

Result<std::unique_ptr<RasterSource>> RasterSource::openReduced(const std::filesystem::path& file)
{
    auto source = open({file, FileFormat::GeoTiff}, "");
    if (source) {
        auto& bands = (*source)->m_bands;
        bands = {.kind = RasterBands::Kind::Colour, .colours = {1, 2, 3}, .alpha = 4, .premultiplied = true};
    }
    return source;
}

Done RasterSource::learn()
{
    auto dataset = take();
    if (dataset && GDALGetRasterCount(dataset->get()) == 0 && m_table.empty()) {
        m_table = firstTableOf(dataset->get());
        dataset = m_table.empty() ? std::move(dataset) : take();
    }
    if (!dataset) {
        return fail(std::move(dataset.error()));
    }
    GDALDatasetH open = dataset->get();
    if (GDALGetRasterCount(open) == 0) {
        return fail(unreadable(m_file, "there is no picture in the file", "add it as a vector layer"));
    }
    const GdalMessages messages;
    m_width = GDALGetRasterXSize(open);
    m_height = GDALGetRasterYSize(open);
    std::array<double, 6> position{};
    // A determinant of zero is a world file of zeros.
    if (GDALGetGeoTransform(open, position.data()) == CE_None &&
        position[1] * position[5] - position[2] * position[4] != 0.0) {
        m_position = position;
    }
    m_crs = crsOf(GDALGetSpatialRef(open));
    if (!m_crs) {
        m_crs = crsBeside(m_file.path);
    }
    learnBands(open);
    learnStretch(open);
    giveBack(std::move(*dataset));
    return done();
}

void RasterSource::learnBands(GDALDatasetH dataset)
{
    const int count = GDALGetRasterCount(dataset);
    GDALRasterBandH first = GDALGetRasterBand(dataset, 1);
    m_hasOverviews = GDALGetOverviewCount(first) > 0;
    m_bands.alpha = bandOf(dataset, GCI_AlphaBand, 0);
    const int colours = count - (m_bands.alpha != 0 ? 1 : 0);
    if (colours >= 3) {
        m_bands.kind = RasterBands::Kind::Colour;
        m_bands.colours = {bandOf(dataset, GCI_RedBand, 1), bandOf(dataset, GCI_GreenBand, 2),
                           bandOf(dataset, GCI_BlueBand, 3)};
    } else {
        const bool palette = GDALGetRasterColorInterpretation(first) == GCI_PaletteIndex;
        m_bands.kind = palette ? RasterBands::Kind::Palette : RasterBands::Kind::Grey;
        m_bands.colours = {1, 0, 0};
    }
    m_bands.hasMask = m_bands.alpha == 0 && (GDALGetMaskFlags(first) & GMF_PER_DATASET) != 0;
    m_bands.isByte = GDALGetRasterDataType(first) == GDT_Byte;
    int declared = 0;
    const double noData = GDALGetRasterNoDataValue(first, &declared);
    if (declared != 0) {
        m_bands.noData = noData;
    }
}

void RasterSource::learnStretch(GDALDatasetH dataset)
{
    if (m_bands.isByte) {
        return;
    }
    // A sample by nearest pixels; GDAL's own statistics would be written beside the file.
    constexpr int kSide = 512;
    const int width = std::min(kSide, m_width);
    const int height = std::min(kSide, m_height);
    std::vector<float> sample;
    for (const int number : m_bands.colours) {
        std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        if (number != 0 && GDALRasterIO(GDALGetRasterBand(dataset, number), GF_Read, 0, 0, m_width, m_height,
                                        values.data(), width, height, GDT_Float32, 0, 0) == CE_None) {
            sample.insert(sample.end(), values.begin(), values.end());
        }
    }
    const auto [darkest, brightest] = stretchOf(std::move(sample), m_bands.noData);
    m_bands.darkest = darkest;
    m_bands.brightest = brightest;
}

Result<GdalDataset> RasterSource::take() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_idle.empty()) {
            auto dataset = std::move(m_idle.back());
            m_idle.pop_back();
            return dataset;
        }
    }
    std::vector<std::string> options;
    if (m_file.format == FileFormat::GeoPackage && !m_table.empty()) {
        options.push_back("TABLE=" + m_table);
    }
    return openDataset(m_file, GDAL_OF_RASTER, "", std::move(options));
}

void RasterSource::giveBack(GdalDataset dataset) const
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(dataset));
}

Result<RasterImage> RasterSource::read(PixelWindow window, int width, int height, const Progress& progress) const
{
    auto dataset = take();
    if (!dataset) {
        return fail(std::move(dataset.error()));
    }
    const GdalMessages messages;
    auto image = readPixels(dataset->get(), m_bands, window, {width, height, {}}, progress);
    if (progress.cancelled()) {
        giveBack(std::move(*dataset));
        return fail(ErrorCode::Cancelled, "reading " + m_file.path.string() + " was cancelled");
    }
    if (!image) {
        return fail(unreadable(m_file, messages.failure().value_or("the picture cannot be read"),
                               "the file may be damaged or the disk disconnected"));
    }
    giveBack(std::move(*dataset));
    return std::move(*image);
}

} // namespace observo::geo
