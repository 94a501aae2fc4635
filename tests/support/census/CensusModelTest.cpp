// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/CensusModel.h"

#include "support/Builders.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <cmath>

namespace observo::test {
namespace {

ChangeSet adding(const Record& record)
{
    return {.label = "Add", .reason = {}, .changes = {{.before = std::nullopt, .after = record}}};
}

TEST(CensusModel, followsWhatWasCommitted)
{
    const Camera camera = aCamera().named("Ponte Nord");
    CensusModel model;
    model.apply(adding(camera));
    model.apply(adding(aSite().build()));
    EXPECT_EQ(model.cameras().size(), 1U);
    EXPECT_EQ(model.sites().size(), 1U);

    model.apply(renameCamera(camera, "Ponte Sud"));
    EXPECT_EQ(model.cameras().front().name, "Ponte Sud");

    model.apply(removeCamera(model.cameras().front(), "gone"));
    EXPECT_TRUE(model.cameras().empty());
}

TEST(CensusModel, namesTheFirstDifference)
{
    const Camera camera = aCamera().named("Ponte Nord");
    CensusModel model;
    model.apply(adding(camera));
    auto other = model;
    EXPECT_EQ(model.differenceTo(other), "");

    other.apply(renameCamera(camera, "Ponte Sud"));

    EXPECT_NE(model.differenceTo(other).find("name"), std::string::npos);
    EXPECT_NE(model.differenceTo(CensusModel()).find("is missing"), std::string::npos);
    EXPECT_NE(CensusModel().differenceTo(model).find("should not be"), std::string::npos);
}

TEST(CensusModel, contentIsEverythingButTheBookkeeping)
{
    const Camera camera = aCamera().at(7.5, 45.0);
    auto later = camera;
    later.book.rowVersion = 9;
    later.book.updatedAt = "2026-11-22T10:00:00Z";

    EXPECT_NE(digestOf(Record(camera)), digestOf(Record(later)));
    EXPECT_EQ(digestOf(Record(camera), Bookkept::LeftOut), digestOf(Record(later), Bookkept::LeftOut));

    later.position.lon = std::nextafter(later.position.lon, 8.0);
    EXPECT_NE(digestOf(Record(camera), Bookkept::LeftOut), digestOf(Record(later), Bookkept::LeftOut));
}

} // namespace
} // namespace observo::test
