// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"
#include "observo/core/ChangeSet.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace observo {

/// What the map, the index and the quick filters need of one camera. Codes are positions in their code list;
/// `kOtherCode` stands for a code the list does not know. Angles in degrees, lengths in metres, NaN when unknown.
struct CameraRow {
    CameraId id;
    LonLat position;
    float direction = 0;
    float hfov = 0; ///< as given or from focal length and sensor width; NaN when unknown
    float range = 0;
    float panMin = 0;
    float panMax = 0;
    float positionAccuracy = 0;
    std::uint8_t status = 0;
    std::uint8_t type = 0;
    std::uint8_t function = 0;
    std::uint8_t visibility = 0;
    std::uint8_t mobility = 0;
    std::string_view code; ///< valid as long as the inventory that gave the row
    std::string_view name;

    static constexpr std::uint8_t kOtherCode = 255;
};

/// The row of a whole record. The views point into `camera`.
[[nodiscard]] CameraRow rowOf(const Camera& camera);
/// The position of a code in its list as CameraRow holds it, and back ("" for kOtherCode).
[[nodiscard]] std::uint8_t codeIndex(std::string_view codeList, std::string_view code);
[[nodiscard]] std::string_view codeAt(std::string_view codeList, std::uint8_t index);

/// All living cameras in columns, sized for a region (at most 96 bytes a camera). A copy is a snapshot: chunks are
/// immutable and shared, and an edit copies one chunk. Reading is safe from every thread; each copy belongs to one.
class Inventory {
public:
    Inventory();
    ~Inventory();
    Inventory(const Inventory&);
    Inventory(Inventory&&) noexcept;
    Inventory& operator=(const Inventory&);
    Inventory& operator=(Inventory&&) noexcept;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool contains(CameraId id) const;
    [[nodiscard]] std::optional<CameraRow> find(CameraId id) const;
    /// Calls `visit` for each camera in `box` (all when the box is empty) until it returns false.
    void forEach(const GeoBox& box, const std::function<bool(const CameraRow&)>& visit) const;
    /// The same over everything.
    void forEach(const std::function<bool(const CameraRow&)>& visit) const;
    /// Bounding box of all positions; empty without cameras.
    [[nodiscard]] GeoBox extent() const;
    /// The `limit` cameras whose code or name contains `words` (case and accents ignored), best first.
    [[nodiscard]] std::vector<CameraId> search(std::string_view words, std::size_t limit) const;

    /// Adds or replaces. For loading many use `InventoryBuilder`.
    void put(const CameraRow& row);
    void remove(CameraId id);
    /// Puts and removes what the cameras of a change set say.
    void apply(const ChangeSet& changes);

    /// Bytes held by the columns and the index, for the figure "bytes a camera".
    [[nodiscard]] std::size_t bytes() const;

    /// The same pointer means the same content while either copy lives: what caches are keyed by.
    [[nodiscard]] const void* identity() const { return m_body.get(); }

    friend bool operator==(const Inventory& a, const Inventory& b);

private:
    friend class InventoryBuilder;
    struct Body;
    std::shared_ptr<const Body> m_body;
};

/// Fills an inventory with many rows at once.
class InventoryBuilder {
public:
    InventoryBuilder();
    ~InventoryBuilder();
    InventoryBuilder(const InventoryBuilder&) = delete;
    InventoryBuilder& operator=(const InventoryBuilder&) = delete;

    void add(const CameraRow& row);
    [[nodiscard]] Inventory finish();

private:
    struct Columns;
    std::unique_ptr<Columns> m_columns;
};

} // namespace observo
