// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Territory.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

Census ofBody(std::string istat)
{
    return Census{.istatCode = std::move(istat)};
}

TEST(Territory, theRegionOfTheBodyIsKnownByItsCode)
{
    const auto torino = territoryOf(ofBody("001272"), Inventory());
    EXPECT_EQ(torino.name, "Piemonte");
    EXPECT_TRUE(torino.contains({7.6869, 45.0703}));
    EXPECT_FALSE(torino.contains({11.2558, 43.7696}));

    EXPECT_EQ(territoryOf(ofBody("048017"), Inventory()).name, "Toscana");
    EXPECT_EQ(territoryOf(ofBody("058091"), Inventory()).name, "Lazio");
    EXPECT_EQ(territoryOf(ofBody("103072"), Inventory()).name, "Piemonte");
}

TEST(Territory, anUnknownBodyHasNone)
{
    EXPECT_FALSE(territoryOf(ofBody("999999"), Inventory()).isKnown());
    EXPECT_FALSE(territoryOf(ofBody(""), Inventory()).isKnown());
    EXPECT_TRUE(territoryOf(ofBody(""), Inventory()).contains({0, 0}));
}

TEST(Territory, camerasThatAreThereBelongToIt)
{
    Inventory inventory;
    const Camera cameras[] = {test::aCamera().at(11.2, 43.7), test::aCamera().at(11.3, 43.8),
                              test::aCamera().at(11.4, 43.9)};
    for (const Camera& camera : cameras) {
        inventory.put(rowOf(camera));
    }
    const auto territory = territoryOf(ofBody("001272"), inventory);
    EXPECT_TRUE(territory.contains({11.3, 43.8}));
    EXPECT_TRUE(territory.contains({7.6869, 45.0703}));
}

} // namespace
} // namespace observo::exchange
