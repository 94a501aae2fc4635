// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/InventoryBody.h"

#include <algorithm>

namespace observo {

const Inventory::Body& Inventory::Body::of(const std::shared_ptr<const Body>& body)
{
    static const Body kEmpty;
    return body ? *body : kEmpty;
}

CameraId Inventory::Body::idOf(std::uint32_t row) const
{
    return chunks[row / Chunk::kRows]->idAt(row % Chunk::kRows);
}

CameraRow Inventory::Body::rowAt(std::uint32_t row) const
{
    return chunks[row / Chunk::kRows]->at(row % Chunk::kRows);
}

std::optional<std::uint32_t> Inventory::Body::find(CameraId id) const
{
    const auto& table = tables[IdTable::tableOf(id)];
    return table ? table->find(id, *this) : std::nullopt;
}

void Inventory::Body::put(const CameraRow& camera)
{
    if (const auto row = find(camera.id)) {
        ownPart(chunks[*row / Chunk::kRows]).replace(*row % Chunk::kRows, camera);
        return;
    }
    const std::size_t chunk = chunkWithRoom();
    const std::size_t row = ownPart(chunks[chunk]).put(camera);
    ownPart(tables[IdTable::tableOf(camera.id)])
        .put(camera.id, static_cast<std::uint32_t>(chunk * Chunk::kRows + row), *this);
    ++living;
}

void Inventory::Body::remove(CameraId id)
{
    const auto row = find(id);
    if (!row) {
        return;
    }
    // The table asks the chunks who stands where, so it comes first.
    ownPart(tables[IdTable::tableOf(id)]).remove(id, *this);
    const std::size_t chunk = *row / Chunk::kRows;
    ownPart(chunks[chunk]).clear(*row % Chunk::kRows);
    firstRoom = std::min(firstRoom, chunk);
    --living;
}

std::size_t Inventory::Body::chunkWithRoom()
{
    while (firstRoom < chunks.size() && !chunks[firstRoom]->hasRoom()) {
        ++firstRoom;
    }
    if (firstRoom == chunks.size()) {
        chunks.emplace_back();
    }
    return firstRoom;
}

} // namespace observo
