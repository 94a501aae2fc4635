// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Inventory.h"

#include "inventory/InventoryBody.h"
#include "inventory/TextSearch.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace observo {
namespace {

bool same(float a, float b)
{
    return a == b || (a != a && b != b); // unknown equals unknown
}

bool same(const CameraRow& a, const CameraRow& b)
{
    const auto exact = [](const CameraRow& r) {
        return std::tuple(r.id, r.position.lon, r.position.lat, r.status, r.type, r.function, r.visibility, r.mobility,
                          r.code, r.name);
    };
    return exact(a) == exact(b) && same(a.direction, b.direction) && same(a.hfov, b.hfov) && same(a.range, b.range) &&
           same(a.panMin, b.panMin) && same(a.panMax, b.panMax) && same(a.positionAccuracy, b.positionAccuracy);
}

bool isWithin(const GeoBox& inner, const GeoBox& outer)
{
    return !inner.isEmpty() && inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south &&
           inner.north <= outer.north;
}

/// Visits a chunk's cameras, those inside `box` only when it is given; false when the visitor has seen enough.
bool visitChunk(const Chunk& chunk, const GeoBox* box, const std::function<bool(const CameraRow&)>& visit)
{
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
        const bool wanted = !chunk.isHole(row) && (box == nullptr || box->contains(chunk.positionAt(row)));
        if (wanted && !visit(chunk.at(row))) {
            return false;
        }
    }
    return true;
}

/// A camera that answers a search.
struct Hit {
    int rank = 0;
    std::string_view code;
    CameraId id;

    friend bool operator<(const Hit& a, const Hit& b)
    {
        return std::tie(a.rank, a.code, a.id) < std::tie(b.rank, b.code, b.id);
    }
};

void collect(const Chunk& chunk, TextSearch& search, std::vector<Hit>& hits)
{
    for (std::size_t row = 0; row < chunk.rows(); ++row) {
        if (chunk.isHole(row)) {
            continue;
        }
        if (const auto rank = search.rank(chunk.codeOf(row), chunk.nameOf(row))) {
            hits.push_back(Hit{*rank, chunk.codeOf(row), chunk.idAt(row)});
        }
    }
}

} // namespace

Inventory::Inventory() = default;
Inventory::~Inventory() = default;
Inventory::Inventory(const Inventory&) = default;
Inventory::Inventory(Inventory&&) noexcept = default;
Inventory& Inventory::operator=(const Inventory&) = default;
Inventory& Inventory::operator=(Inventory&&) noexcept = default;

std::size_t Inventory::size() const
{
    return Body::of(m_body).living;
}

bool Inventory::contains(CameraId id) const
{
    return Body::of(m_body).find(id).has_value();
}

std::optional<CameraRow> Inventory::find(CameraId id) const
{
    const Body& body = Body::of(m_body);
    const auto row = body.find(id);
    return row ? std::optional(body.rowAt(*row)) : std::nullopt;
}

void Inventory::forEach(const GeoBox& box, const std::function<bool(const CameraRow&)>& visit) const
{
    if (box.isEmpty()) {
        forEach(visit);
        return;
    }
    const auto body = m_body; // the visitor may edit this inventory
    for (const auto& chunk : Body::of(body).chunks) {
        const bool skipped = !chunk->box().overlaps(box);
        if (!skipped && !visitChunk(*chunk, isWithin(chunk->box(), box) ? nullptr : &box, visit)) {
            return;
        }
    }
}

void Inventory::forEach(const std::function<bool(const CameraRow&)>& visit) const
{
    const auto body = m_body;
    for (const auto& chunk : Body::of(body).chunks) {
        if (!visitChunk(*chunk, nullptr, visit)) {
            return;
        }
    }
}

GeoBox Inventory::extent() const
{
    GeoBox box;
    for (const auto& chunk : Body::of(m_body).chunks) {
        if (!chunk->box().isEmpty()) {
            box.include({chunk->box().west, chunk->box().south});
            box.include({chunk->box().east, chunk->box().north});
        }
    }
    return box;
}

std::vector<CameraId> Inventory::search(std::string_view words, std::size_t limit) const
{
    if (const auto id = CameraId::parse(words); id && contains(*id)) {
        return {*id};
    }
    TextSearch search(words);
    std::vector<Hit> hits;
    if (!search.isEmpty()) {
        for (const auto& chunk : Body::of(m_body).chunks) {
            collect(*chunk, search, hits);
        }
    }
    const std::size_t kept = std::min(limit, hits.size());
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end());

    std::vector<CameraId> found(kept);
    std::transform(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), found.begin(),
                   [](const Hit& hit) { return hit.id; });
    return found;
}

void Inventory::put(const CameraRow& row)
{
    // The texts may live in the very chunk that is about to change.
    const std::string code(row.code);
    const std::string name(row.name);
    CameraRow own = row;
    own.code = code;
    own.name = name;
    auto body = std::const_pointer_cast<Body>(std::exchange(m_body, nullptr));
    ownPart(body).put(own);
    m_body = std::move(body);
}

void Inventory::remove(CameraId id)
{
    if (!contains(id)) {
        return;
    }
    auto body = std::const_pointer_cast<Body>(std::exchange(m_body, nullptr));
    ownPart(body).remove(id);
    m_body = std::move(body);
}

void Inventory::apply(const ChangeSet& changes)
{
    for (const Change& change : changes.changes) {
        if (change.kind() != RecordKind::Camera) {
            continue;
        }
        if (change.isRemoved()) {
            remove(CameraId{change.uuid()});
        } else {
            put(rowOf(std::get<Camera>(change.record())));
        }
    }
}

std::size_t Inventory::bytes() const
{
    const Body& body = Body::of(m_body);
    std::size_t total = sizeof(Body) + body.chunks.capacity() * sizeof(std::shared_ptr<Chunk>);
    for (const auto& chunk : body.chunks) {
        total += chunk->bytes();
    }
    for (const auto& table : body.tables) {
        total += table ? table->bytes() : 0;
    }
    return total;
}

bool operator==(const Inventory& a, const Inventory& b)
{
    if (a.m_body == b.m_body) {
        return true;
    }
    if (a.size() != b.size()) {
        return false;
    }
    bool equal = true;
    a.forEach([&](const CameraRow& row) {
        const auto other = b.find(row.id);
        equal = other && same(row, *other);
        return equal;
    });
    return equal;
}

} // namespace observo
