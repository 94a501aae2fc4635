// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/HilbertOrder.h"
#include "inventory/InventoryBody.h"

#include "observo/core/Inventory.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace observo {
namespace {

/// How many rows ahead of their turn are fetched.
constexpr std::size_t kAhead = 16;

} // namespace

/// The rows in the order in which they came, texts in one pool, with the index over them.
struct InventoryBuilder::Columns final : RowIds {
    struct Entry {
        CameraRow row; ///< its texts are set from the pool when it is taken
        std::size_t textBegin = 0;
        std::size_t codeSize = 0;
        std::size_t nameSize = 0;
        bool replaced = false; ///< by a later row of the same camera
    };

    [[nodiscard]] CameraId idOf(std::uint32_t row) const override { return entries[row].row.id; }

    [[nodiscard]] CameraRow take(std::uint32_t number) const
    {
        const Entry& entry = entries[number];
        CameraRow row = entry.row;
        row.code = std::string_view(pool).substr(entry.textBegin, entry.codeSize);
        row.name = std::string_view(pool).substr(entry.textBegin + entry.codeSize, entry.nameSize);
        return row;
    }

    /// Starts to bring a row into the processor's cache: in spatial order they lie all over the memory.
    void fetch(std::uint32_t number) const
    {
        const Entry& entry = entries[number];
        __builtin_prefetch(&entry);
        __builtin_prefetch(&entry.textBegin);
    }

    /// Counts the cameras of each part first, so that no table is rebuilt and none is larger than needed.
    void fillTables()
    {
        std::array<std::size_t, IdTable::kTables> counts{};
        for (const Entry& entry : entries) {
            ++counts[IdTable::tableOf(entry.row.id)];
        }
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) {
                tables[i] = std::make_shared<IdTable>();
                tables[i]->reserve(counts[i], *this);
            }
        }
        for (std::uint32_t number = 0; number < entries.size(); ++number) {
            const CameraId id = entries[number].row.id;
            if (const auto earlier = tables[IdTable::tableOf(id)]->put(id, number, *this)) {
                entries[*earlier].replaced = true;
            }
        }
    }

    std::vector<Entry> entries;
    std::string pool;
    std::array<std::shared_ptr<IdTable>, IdTable::kTables> tables;
};

InventoryBuilder::InventoryBuilder() : m_columns(std::make_unique<Columns>()) {}
InventoryBuilder::~InventoryBuilder() = default;

void InventoryBuilder::add(const CameraRow& row)
{
    expects(!row.id.isNull());
    m_columns->entries.push_back({row, m_columns->pool.size(), row.code.size(), row.name.size()});
    m_columns->pool.append(row.code).append(row.name);
}

Inventory InventoryBuilder::finish()
{
    const auto columns = std::exchange(m_columns, std::make_unique<Columns>());
    columns->fillTables();
    std::vector<LonLat> places(columns->entries.size());
    std::transform(columns->entries.begin(), columns->entries.end(), places.begin(),
                   [](const Columns::Entry& entry) { return entry.row.position; });

    auto body = std::make_shared<Inventory::Body>();
    std::vector<std::uint32_t> newNumber(columns->entries.size());
    const auto order = hilbertOrder(places);
    for (std::size_t i = 0; i < order.size(); ++i) {
        columns->fetch(order[std::min(i + kAhead, order.size() - 1)]);
        const std::uint32_t number = order[i];
        if (columns->entries[number].replaced) {
            continue;
        }
        if (body->living % Chunk::kRows == 0) {
            if (!body->chunks.empty()) {
                body->chunks.back()->shrink();
            }
            body->chunks.push_back(std::make_shared<Chunk>());
            body->chunks.back()->reserve();
        }
        body->chunks.back()->put(columns->take(number));
        newNumber[number] = static_cast<std::uint32_t>(body->living++);
    }
    if (!body->chunks.empty()) {
        body->chunks.back()->shrink();
    }
    for (const auto& table : columns->tables) {
        if (table) {
            table->renumber(newNumber);
        }
    }
    body->tables = std::move(columns->tables);
    body->chunks.shrink_to_fit();

    Inventory inventory;
    inventory.m_body = std::move(body);
    return inventory;
}

} // namespace observo
