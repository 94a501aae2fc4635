// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Inventory.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace observo;

namespace {

struct Owned {
    CameraRow row;
    std::string code;
    std::string name;

    [[nodiscard]] CameraRow view() const
    {
        CameraRow view = row;
        view.code = code;
        view.name = name;
        return view;
    }
};

using Model = std::map<CameraId, Owned>;

bool sameFloat(float a, float b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Fails the test unless the inventory holds exactly what the model holds.
void expectSame(const Inventory& inventory, const Model& model)
{
    ASSERT_EQ(inventory.size(), model.size());
    GeoBox extent;
    for (const auto& [id, owned] : model) {
        const auto row = inventory.find(id);
        ASSERT_TRUE(row);
        ASSERT_EQ(row->code, owned.code);
        ASSERT_EQ(row->name, owned.name);
        ASSERT_EQ(row->position, owned.row.position);
        ASSERT_TRUE(sameFloat(row->direction, owned.row.direction));
        ASSERT_EQ(row->status, owned.row.status);
        extent.include(owned.row.position);
    }
    ASSERT_EQ(inventory.extent(), extent);
    std::size_t visited = 0;
    inventory.forEach([&](const CameraRow& row) {
        visited += model.count(row.id);
        return true;
    });
    ASSERT_EQ(visited, model.size());
}

Owned randomCamera(std::mt19937& random, CameraId id)
{
    std::uniform_real_distribution<double> unit(0, 1);
    Owned owned;
    owned.row.id = id;
    owned.row.position = {7 + unit(random), 45 + unit(random)};
    owned.row.direction =
        random() % 3 == 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(random() % 360);
    owned.row.status = static_cast<std::uint8_t>(random() % 7);
    owned.code = "TC-" + std::to_string(random() % 100000);
    owned.name = std::string(random() % 30, static_cast<char>('a' + random() % 26));
    return owned;
}

CameraRow aRow(std::string_view code, std::string_view name, LonLat at = {7, 45})
{
    CameraRow row;
    row.id = CameraId::make();
    row.code = code;
    row.name = name;
    row.position = at;
    return row;
}

std::vector<std::string> codesFound(const Inventory& inventory, std::string_view words, std::size_t limit = 10)
{
    std::vector<std::string> codes;
    for (const CameraId id : inventory.search(words, limit)) {
        codes.emplace_back(inventory.find(id)->code);
    }
    return codes;
}

TEST(Inventory, agreesWithAMapOverTenThousandEditsAndKeepsItsSnapshots)
{
    std::mt19937 random(42);
    std::vector<CameraId> ids(4000);
    for (CameraId& id : ids) {
        id = CameraId::make();
    }
    Inventory inventory;
    Model model;
    std::vector<std::pair<Inventory, Model>> snapshots;
    for (int i = 0; i < 10000; ++i) {
        const CameraId id = ids[random() % ids.size()];
        if (random() % 3 == 0) {
            inventory.remove(id);
            model.erase(id);
        } else {
            const Owned owned = randomCamera(random, id);
            inventory.put(owned.view());
            model[id] = owned;
        }
        if (i % 1500 == 0) {
            snapshots.emplace_back(inventory, model);
        }
        ASSERT_EQ(inventory.size(), model.size());
    }

    expectSame(inventory, model);
    for (const auto& [snapshot, then] : snapshots) {
        expectSame(snapshot, then);
    }
}

TEST(Inventory, isEmptyAtFirstAndAfterBeingMovedFrom)
{
    Inventory inventory;
    EXPECT_EQ(inventory.size(), 0U);
    EXPECT_TRUE(inventory.extent().isEmpty());
    EXPECT_FALSE(inventory.find(CameraId::make()));
    EXPECT_TRUE(inventory.search("a", 5).empty());

    inventory.put(aRow("A", ""));
    const Inventory taken = std::move(inventory);
    EXPECT_EQ(taken.size(), 1U);
}

TEST(Inventory, aRowTakenFromItCanBePutBack)
{
    Inventory inventory;
    const CameraRow first = aRow("a code that is long enough for the heap", "and its name, long as well");
    inventory.put(first);
    inventory.put(aRow("B", "b"));

    CameraRow row = *inventory.find(first.id);
    row.direction = 45;
    std::swap(row.code, row.name);
    inventory.put(row);

    EXPECT_EQ(inventory.find(first.id)->code, "and its name, long as well");
    EXPECT_EQ(inventory.find(first.id)->name, "a code that is long enough for the heap");
    EXPECT_EQ(inventory.find(first.id)->direction, 45.0F);
}

TEST(Inventory, visitsWhatLiesInTheBoxUntilToldToStop)
{
    Inventory inventory;
    inventory.put(aRow("in", "", {7.5, 45.5}));
    inventory.put(aRow("on the edge", "", {7, 45}));
    inventory.put(aRow("out", "", {9, 45.5}));
    int seen = 0;
    const auto count = [&](const CameraRow&) { return ++seen > 0; };

    inventory.forEach(GeoBox{7, 45, 8, 46}, count);
    EXPECT_EQ(seen, 2);

    seen = 0;
    inventory.forEach(GeoBox{}, count);
    EXPECT_EQ(seen, 3);

    seen = 0;
    inventory.forEach([&](const CameraRow&) { return ++seen < 2; });
    EXPECT_EQ(seen, 2);
}

TEST(Inventory, editingWhileVisitingSeesTheStateBefore)
{
    Inventory inventory;
    inventory.put(aRow("A", ""));
    inventory.put(aRow("B", ""));
    int seen = 0;

    inventory.forEach([&](const CameraRow& row) {
        ++seen;
        inventory.remove(row.id);
        inventory.put(aRow("new", ""));
        return true;
    });

    EXPECT_EQ(seen, 2);
    EXPECT_EQ(inventory.size(), 2U);
}

TEST(Inventory, appliesTheCamerasOfAChangeSet)
{
    Camera added;
    added.id = CameraId::make();
    added.code = "TC-0001";
    Camera moved = added;
    moved.position = {8, 46};
    Camera removed;
    removed.id = CameraId::make();
    Inventory inventory;
    inventory.put(rowOf(removed));
    const Inventory before = inventory;

    inventory.apply(
        ChangeSet{.label = "Edit",
                  .reason = "",
                  .changes = {Change{.before = {}, .after = added}, Change{.before = added, .after = moved},
                              Change{.before = {}, .after = Site{}}, Change{.before = removed, .after = {}}}});

    EXPECT_EQ(inventory.size(), 1U);
    EXPECT_EQ(inventory.find(added.id)->position, moved.position);
    EXPECT_TRUE(before.contains(removed.id));
    EXPECT_EQ(before.size(), 1U);
}

TEST(Inventory, equalityLooksAtContentAndNotAtOrder)
{
    CameraRow a = aRow("A", "a", {7, 45});
    a.direction = std::numeric_limits<float>::quiet_NaN();
    const CameraRow b = aRow("B", "b", {8, 46});
    Inventory one;
    one.put(a);
    one.put(b);
    Inventory other;
    other.put(b);
    other.put(aRow("C", ""));
    other.put(a);
    EXPECT_FALSE(one == other);

    other.remove(other.search("C", 1).front());
    EXPECT_EQ(one, other);

    CameraRow turned = b;
    turned.direction = 1;
    other.put(turned);
    EXPECT_FALSE(one == other);
}

TEST(Inventory, searchPutsCodesBeforeWordsBeforeTheRest)
{
    Inventory inventory;
    inventory.put(aRow("TC-0003", "Cortile del Sanpo"));
    inventory.put(aRow("TC-0002", "Lungo Po"));
    inventory.put(aRow("PO-0001", "Ponte Nord"));
    inventory.put(aRow("PO", "Stazione"));
    inventory.put(aRow("TC-0004", "Mercato"));

    EXPECT_EQ(codesFound(inventory, "po"), (std::vector<std::string>{"PO", "PO-0001", "TC-0002", "TC-0003"}));
    EXPECT_EQ(codesFound(inventory, "po", 2), (std::vector<std::string>{"PO", "PO-0001"}));
    EXPECT_EQ(codesFound(inventory, "lungo po"), std::vector<std::string>{"TC-0002"});
    EXPECT_TRUE(codesFound(inventory, "").empty());
    EXPECT_TRUE(codesFound(inventory, "po", 0).empty());
}

TEST(Inventory, searchFindsAnIdentifier)
{
    Inventory inventory;
    const CameraRow row = aRow("A", "a");
    inventory.put(row);

    EXPECT_EQ(inventory.search(row.id.text(), 5), std::vector<CameraId>{row.id});
    EXPECT_TRUE(inventory.search(CameraId::make().text(), 5).empty());
}

} // namespace
