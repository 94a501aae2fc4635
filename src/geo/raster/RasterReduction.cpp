// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/RasterReduction.h"

#include "GdalMessages.h"
#include "raster/OverviewCache.h"

#include <cpl_string.h>

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <utility>

namespace observo::geo {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kLarge = 64'000'000; // pixels
constexpr int kStripe = 256;                // rows of the copy that are made at once

/// FNV-1a of what makes the picture this picture; a changed file gets another copy.
std::string keyOf(const fs::path& file, const std::string& table)
{
    std::error_code ignored;
    const auto time = fs::last_write_time(file, ignored).time_since_epoch().count();
    const auto text =
        file.string() + "|" + table + "|" + std::to_string(fs::file_size(file, ignored)) + "|" + std::to_string(time);
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    std::array<char, 17> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16);
    return {digits.data(), end};
}

Error notMade(const fs::path& file, const GdalMessages& messages)
{
    return {.code = ErrorCode::OutputFailed,
            .what = messages.failure().value_or("the overview cannot be made"),
            .file = file.string()};
}

bool writeStripe(GDALDatasetH copy, const RasterImage& image, int top)
{
    for (int band = 0; band < 4; ++band) {
        const unsigned int shift = band == 3 ? 24U : 16U - 8U * static_cast<unsigned int>(band);
        std::vector<std::uint8_t> plane(image.pixels.size());
        std::transform(image.pixels.begin(), image.pixels.end(), plane.begin(),
                       [shift](std::uint32_t pixel) { return static_cast<std::uint8_t>(pixel >> shift); });
        if (GDALRasterIO(GDALGetRasterBand(copy, band + 1), GF_Write, 0, top, image.width, image.height, plane.data(),
                         image.width, image.height, GDT_Byte, 0, 0) != CE_None) {
            return false;
        }
    }
    return true;
}

/// Four plain bands: the fourth is not marked as alpha, or GDAL would average colours that are multiplied already.
GdalDataset createCopy(const fs::path& file, int width, int height)
{
    const char* const options[] = {"TILED=YES",       "COMPRESS=DEFLATE",  "ZLEVEL=1", "BIGTIFF=IF_SAFER",
                                   "PHOTOMETRIC=RGB", "ALPHA=UNSPECIFIED", nullptr};
    return GdalDataset(GDALCreate(GDALGetDriverByName("GTiff"), file.c_str(), width, height, 4, GDT_Byte,
                                  const_cast<char**>(options)));
}

Done fillCopy(GDALDatasetH copy, const RasterSource& source, const Progress& progress)
{
    const int width = GDALGetRasterXSize(copy);
    const int height = GDALGetRasterYSize(copy);
    for (int top = 0; top < height; top += kStripe) {
        const int rows = std::min(kStripe, height - top);
        const PixelWindow window{0, top * kReduction, width * kReduction, rows * kReduction};
        const auto image = source.read(window, width, rows, progress);
        if (!image) {
            return fail(image.error());
        }
        if (!writeStripe(copy, *image, top)) {
            return fail(ErrorCode::OutputFailed, "the overview cannot be written");
        }
        progress.report(static_cast<double>(top + rows) / height);
    }
    return done();
}

bool addOverviews(GDALDatasetH copy, const Progress& progress)
{
    std::vector<int> levels;
    const int side = std::max(GDALGetRasterXSize(copy), GDALGetRasterYSize(copy));
    for (int level = 2; side / level >= 128; level *= 2) {
        levels.push_back(level);
    }
    const auto goOn = [](double, const char*, void* listener) {
        return static_cast<const Progress*>(listener)->cancelled() ? 0 : 1;
    };
    auto* watched = const_cast<Progress*>(&progress); // only read above
    return levels.empty() || GDALBuildOverviews(copy, "AVERAGE", static_cast<int>(levels.size()), levels.data(), 0,
                                                nullptr, goOn, watched) == CE_None;
}

Done makeCopy(const fs::path& file, const RasterSource& source, const Progress& progress)
{
    const GdalMessages messages;
    // Whole fours only: the last three columns, less than one pixel of the copy, do not count.
    const int width = source.width() / kReduction;
    const int height = source.height() / kReduction;
    auto copy = createCopy(file, width, height);
    if (copy == nullptr) {
        return fail(notMade(file, messages));
    }
    if (auto filled = fillCopy(copy.get(), source, progress.part(0.0, 0.9)); !filled) {
        return filled;
    }
    const bool added = addOverviews(copy.get(), progress);
    copy.reset();
    if (progress.cancelled()) {
        return fail(ErrorCode::Cancelled, "loading the picture was cancelled");
    }
    return added && !messages.failure() ? done() : fail(notMade(file, messages));
}

} // namespace

bool wantsReduction(const RasterSource& source)
{
    return !source.hasOverviews() && std::int64_t{source.width()} * source.height() > kLarge;
}

Result<std::unique_ptr<RasterSource>> reduce(const RasterSource& source, const std::string& table,
                                             const fs::path& cacheFolder, const Progress& progress)
{
    std::error_code failed;
    fs::create_directories(cacheFolder, failed);
    const auto finished = cacheFolder / ("overview-" + keyOf(source.file().path, table) + ".tif");
    if (!fs::exists(finished, failed)) {
        // Two windows may make the same copy; each has its own temporary, the later rename wins with the same bytes.
        auto temporary = finished;
        temporary += "." + std::to_string(::getpid()) + ".part";
        auto made = makeCopy(temporary, source, progress);
        if (made) {
            fs::rename(temporary, finished, failed);
        }
        std::error_code ignored;
        fs::remove(temporary, ignored);
        if (!made) {
            return fail(std::move(made.error()));
        }
        if (failed) {
            return fail(ErrorCode::OutputFailed, "the overview cannot be kept: " + failed.message());
        }
    }
    auto opened = RasterSource::openReduced(finished);
    tidyOverviews(finished);
    return opened;
}

} // namespace observo::geo
