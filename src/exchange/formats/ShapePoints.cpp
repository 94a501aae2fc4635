// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ShapePoints.h"

#include "formats/Bytes.h"

#include "observo/geo/Geometry.h"

namespace observo::exchange {
namespace {

constexpr std::uint32_t kPointType = 1;
constexpr std::uint32_t kFileCode = 9994;
constexpr std::uint32_t kVersion = 1000;
constexpr std::uint32_t kHeaderBytes = 100;
constexpr std::uint32_t kPointBytes = 20; // content of a point's record
constexpr std::uint32_t kRecordBytes = 28;
constexpr std::uint32_t kIndexBytes = 8;

// Lengths and offsets are counted in words of 16 bits.
constexpr std::uint32_t words(std::uint32_t bytes)
{
    return bytes / 2;
}

/// The header of a .shp or .shx (table 1).
std::string header(std::uint32_t lengthInWords, const geo::MapBox& box)
{
    std::string out;
    appendBig32(out, kFileCode);
    out.append(20, '\0');
    appendBig32(out, lengthInWords);
    appendLittle32(out, kVersion);
    appendLittle32(out, kPointType);
    for (const double value : {box.minX, box.minY, box.maxX, box.maxY, 0.0, 0.0, 0.0, 0.0}) {
        appendLittleDouble(out, value);
    }
    return out;
}

geo::MapBox boxOf(const std::vector<MapPoint>& points)
{
    geo::MapBox box;
    for (const MapPoint& point : points) {
        box.include(point);
    }
    return box.isEmpty() ? geo::MapBox{.minX = 0, .minY = 0, .maxX = 0, .maxY = 0} : box;
}

void appendRecord(std::string& out, std::uint32_t number, MapPoint point)
{
    appendBig32(out, number);
    appendBig32(out, words(kPointBytes));
    appendLittle32(out, kPointType);
    appendLittleDouble(out, point.x);
    appendLittleDouble(out, point.y);
}

/// The length in bytes that a header states; nothing when it is no header of points.
std::optional<std::uint64_t> statedLength(const std::string& bytes)
{
    const bool isGood =
        big32At(bytes, 0) == kFileCode && little32At(bytes, 28) == kVersion && little32At(bytes, 32) == kPointType;
    return isGood ? std::optional(std::uint64_t{big32At(bytes, 24)} * 2) : std::nullopt;
}

} // namespace

Done writeShapePoints(ExportJob& job, const std::filesystem::path& shapes, const std::filesystem::path& index)
{
    const auto& points = job.plan().points;
    const auto rows = static_cast<std::uint32_t>(points.size());
    const geo::MapBox box = boxOf(points);
    auto shape = OutputText::create(shapes);
    auto place = OutputText::create(index);
    if (!shape || !place) {
        return fail(!shape ? shape.error() : place.error());
    }
    shape->text = header(words(kHeaderBytes) + rows * words(kRecordBytes), box);
    place->text = header(words(kHeaderBytes) + rows * words(kIndexBytes), box);
    for (std::uint32_t row = 0; row < rows; ++row) {
        appendBig32(place->text, words(kHeaderBytes) + row * words(kRecordBytes));
        appendBig32(place->text, words(kPointBytes));
        appendRecord(shape->text, row + 1, points[row]);
        auto flushed = shape->flushIfLarge();
        flushed = flushed ? place->flushIfLarge() : flushed;
        if (!flushed) {
            return flushed;
        }
    }
    auto finished = job.finish(*shape);
    return finished ? job.finish(*place) : finished;
}

Result<ShapePoints> ShapePoints::open(const std::filesystem::path& shapes, const std::filesystem::path& index)
{
    auto shape = InputText::open(shapes);
    auto place = InputText::open(index);
    if (!shape || !place) {
        return fail(!shape ? shape.error() : place.error());
    }
    ShapePoints points(std::move(*shape), std::move(*place));
    if (auto read = points.headers(); !read) {
        return fail(read.error());
    }
    return points;
}

Done ShapePoints::headers()
{
    for (InputText* file : {&m_shapes, &m_index}) {
        const bool isWhole = file->take(m_bytes, kHeaderBytes);
        const auto length = isWhole ? statedLength(m_bytes) : std::nullopt;
        if (!length) {
            return file->misread("the header is none of a shapefile of points");
        }
        (file == &m_shapes ? m_shapeBytes : m_indexBytes) = *length;
    }
    return done();
}

Result<MapPoint> ShapePoints::next()
{
    const auto offset = static_cast<std::uint32_t>(m_shapes.position());
    if (!m_index.take(m_bytes, kIndexBytes) || big32At(m_bytes, 0) != words(offset) ||
        big32At(m_bytes, 4) != words(kPointBytes)) {
        return m_index.misread("the index points elsewhere");
    }
    if (!m_shapes.take(m_bytes, kRecordBytes) || big32At(m_bytes, 0) != ++m_number ||
        big32At(m_bytes, 4) != words(kPointBytes) || little32At(m_bytes, 8) != kPointType) {
        return m_shapes.misread("a record is missing or no point");
    }
    return MapPoint{littleDoubleAt(m_bytes, 12), littleDoubleAt(m_bytes, 20)};
}

Done ShapePoints::end()
{
    for (InputText* file : {&m_shapes, &m_index}) {
        const auto stated = file == &m_shapes ? m_shapeBytes : m_indexBytes;
        if (file->peek() != InputText::kEnd || file->position() != stated) {
            return file->misread("the file is not as long as its header says");
        }
    }
    return done();
}

} // namespace observo::exchange
