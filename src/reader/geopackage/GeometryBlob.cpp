// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage/GeometryBlob.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace observo::reader {

namespace {

using feed::Shape;

constexpr int kDeepest = 16;
constexpr std::size_t kMostPoints = 3'000'000;

// Kinds of well-known binary, without their thousands.
constexpr std::uint32_t kPoint = 1;
constexpr std::uint32_t kLine = 2;
constexpr std::uint32_t kPolygon = 3;
constexpr std::uint32_t kMultiPoint = 4;
constexpr std::uint32_t kCollection = 7;

/// Takes numbers in the byte order that the blob names; bad for good once something is missing.
class BlobReader {
public:
    explicit BlobReader(std::string_view bytes) : m_rest(bytes) {}

    template <typename T>
    T take()
    {
        T number{};
        if (m_rest.size() < sizeof number) {
            spoil("it is cut");
            return number;
        }
        std::array<char, sizeof(T)> bytes{};
        std::memcpy(bytes.data(), m_rest.data(), sizeof number);
        if (!m_isLittle) {
            std::reverse(bytes.begin(), bytes.end());
        }
        std::memcpy(&number, bytes.data(), sizeof number);
        m_rest.remove_prefix(sizeof number);
        return number;
    }
    void takeOrder() { m_isLittle = take<std::uint8_t>() == 1; }
    void setOrder(bool isLittle) { m_isLittle = isLittle; }
    void skip(std::size_t count)
    {
        if (count > m_rest.size()) {
            spoil("it is cut");
            return;
        }
        m_rest.remove_prefix(count);
    }
    /// A count of things of at least `size` bytes that must still be there.
    std::size_t takeCount(std::size_t size)
    {
        const std::size_t count = take<std::uint32_t>();
        if (count * size > m_rest.size()) {
            spoil("it promises more than it has");
            return 0;
        }
        return count;
    }
    void spoil(const char* why)
    {
        m_why = m_why == nullptr ? why : m_why;
        m_rest = {};
    }
    [[nodiscard]] const char* why() const { return m_why; }

private:
    std::string_view m_rest;
    bool m_isLittle = true;
    const char* m_why = nullptr;
};

/// The parts that are found, by kind; at the end one kind is kept.
class Gatherer {
public:
    explicit Gatherer(BlobReader& from) : m_from(from) {}

    void geometry(int depth)
    {
        m_from.takeOrder();
        const auto code = m_from.take<std::uint32_t>();
        // Thousands tell heights and measures; some writers set the high bits of EWKB instead.
        const auto kind = (code & 0x0FFFFFFFU) % 1000;
        const auto thousands = (code & 0x0FFFFFFFU) / 1000;
        m_hasHeight = thousands == 1 || thousands == 3 || (code & 0x80000000U) != 0;
        const bool hasMeasure = thousands == 2 || thousands == 3 || (code & 0x40000000U) != 0;
        m_numbers = 2U + (m_hasHeight ? 1U : 0U) + (hasMeasure ? 1U : 0U);
        if (kind == kPoint) {
            point();
        } else if (kind == kLine) {
            part(m_lines);
        } else if (kind == kPolygon) {
            polygon();
        } else if (kind >= kMultiPoint && kind <= kCollection) {
            collection(depth);
        } else {
            m_from.spoil("it is a curve or of an unknown kind");
        }
    }

    /// Puts the kind of the highest dimension into the row; true when there were others.
    bool keep(feed::Geometry& to)
    {
        auto& kept = !m_polygons.points.empty() ? m_polygons : !m_lines.points.empty() ? m_lines : m_points;
        const int kinds =
            (m_polygons.points.empty() ? 0 : 1) + (m_lines.points.empty() ? 0 : 1) + (m_points.points.empty() ? 0 : 1);
        if (kept.points.empty()) {
            to.clear();
            return false;
        }
        m_points.shape = Shape::Points;
        m_points.parts = {static_cast<std::uint32_t>(m_points.points.size())};
        m_lines.shape = Shape::Lines;
        m_polygons.shape = Shape::Polygons;
        if (m_points.points.size() != 1) {
            m_points.height.reset();
        }
        to = std::move(kept);
        return kinds > 1;
    }

private:
    void point()
    {
        const MapPoint place{m_from.take<double>(), m_from.take<double>()};
        const double height = m_hasHeight ? m_from.take<double>() : std::nan("");
        m_from.skip((m_numbers - 2U - (m_hasHeight ? 1U : 0U)) * sizeof(double));
        if (m_from.why() == nullptr && !std::isnan(place.x) && !std::isnan(place.y)) { // an empty point is all NaN
            m_points.points.push_back(place);
            m_points.height = std::isfinite(height) ? std::optional(height) : std::nullopt;
        }
    }

    void part(feed::Geometry& to)
    {
        const auto count = m_from.takeCount(m_numbers * sizeof(double));
        if (to.points.size() + count > kMostPoints) {
            m_from.spoil("it has more than 3 million points");
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            MapPoint place;
            place.x = m_from.take<double>();
            place.y = m_from.take<double>();
            m_from.skip((m_numbers - 2U) * sizeof(double));
            to.points.push_back(place);
        }
        to.parts.push_back(static_cast<std::uint32_t>(count));
    }

    void polygon()
    {
        const auto rings = m_from.takeCount(sizeof(std::uint32_t));
        for (std::size_t i = 0; i < rings; ++i) {
            part(m_polygons);
        }
        m_polygons.rings.push_back(static_cast<std::uint32_t>(rings));
    }

    void collection(int depth)
    {
        if (depth > kDeepest) {
            m_from.spoil("collections lie in collections too deeply");
            return;
        }
        const auto count = m_from.takeCount(1 + sizeof(std::uint32_t));
        for (std::size_t i = 0; i < count && m_from.why() == nullptr; ++i) {
            geometry(depth + 1);
        }
    }

    BlobReader& m_from;
    feed::Geometry m_points;
    feed::Geometry m_lines;
    feed::Geometry m_polygons;
    bool m_hasHeight = false;
    std::size_t m_numbers = 2;
};

void drop(feed::Row& row, const std::string& why)
{
    row.geometry.clear();
    row.problems.push_back({.weight = feed::Problem::Weight::Loss, .what = why, .row = row.number});
}

} // namespace

void takeGeometryBlob(std::string_view blob, feed::Row& row)
{
    row.geometry.clear();
    BlobReader from(blob);
    const bool isOurs = from.take<std::uint8_t>() == 'G' && from.take<std::uint8_t>() == 'P';
    from.skip(1); // the version
    const auto flags = from.take<std::uint8_t>();
    constexpr std::array<std::size_t, 8> kEnvelope = {0, 32, 48, 48, 64, 0, 0, 0};
    constexpr unsigned kExtended = 0x20;
    from.setOrder((flags & 1U) != 0);
    from.skip(sizeof(std::int32_t) + kEnvelope[(flags >> 1U) & 7U]);
    if (!isOurs || (flags & kExtended) != 0) {
        drop(row, "the geometry is of no standard kind and was left out");
        return;
    }
    Gatherer gatherer(from);
    gatherer.geometry(0);
    if (from.why() != nullptr) {
        drop(row, std::string("the geometry was left out: ") + from.why());
        return;
    }
    const bool isMixed = gatherer.keep(row.geometry);
    const auto isFinite = [](MapPoint p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    if (!std::all_of(row.geometry.points.begin(), row.geometry.points.end(), isFinite)) {
        drop(row, "a coordinate is not a number; the geometry was left out");
    } else if (isMixed) {
        row.problems.push_back({.weight = feed::Problem::Weight::Loss,
                                .what = "of a collection of several kinds of geometry only one was kept",
                                .row = row.number});
    }
}

} // namespace observo::reader
