// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/Chunk.h"
#include "inventory/IdTable.h"

#include "observo/core/Inventory.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace observo {

/// The part that is this owner's alone: a shared one is copied first, a missing one is made.
template <typename Part>
Part& ownPart(std::shared_ptr<Part>& part)
{
    if (!part) {
        part = std::make_shared<Part>();
    } else if (part.use_count() > 1) {
        part = std::make_shared<Part>(*part);
    } else {
        // use_count() reads relaxed; what another thread did before it let go must be seen before writing here.
        std::atomic_thread_fence(std::memory_order_acquire);
    }
    return *part;
}

/// What copies of an inventory share: the chunks and the index from camera to row. Row numbers run through the chunks,
/// 1024 to each. Changed only by an owner that holds it alone; its parts are copied when others hold them too.
struct Inventory::Body final : RowIds {
    std::vector<std::shared_ptr<Chunk>> chunks;
    std::array<std::shared_ptr<IdTable>, IdTable::kTables> tables;
    std::size_t living = 0;
    std::size_t firstRoom = 0; ///< no chunk before this one has room

    /// The body behind the pointer, which is null for an empty inventory.
    [[nodiscard]] static const Body& of(const std::shared_ptr<const Body>& body);

    [[nodiscard]] CameraId idOf(std::uint32_t row) const override;
    [[nodiscard]] CameraRow rowAt(std::uint32_t row) const;
    [[nodiscard]] std::optional<std::uint32_t> find(CameraId id) const;

    void put(const CameraRow& camera);
    void remove(CameraId id);

private:
    [[nodiscard]] std::size_t chunkWithRoom();
};

} // namespace observo
