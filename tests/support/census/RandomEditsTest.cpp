// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/RandomEdits.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace observo::test {
namespace {

/// What a session would complete: a code and a site.
ChangeSet completed(ChangeSet set, int number)
{
    for (auto& change : set.changes) {
        if (change.isAdded()) {
            auto& camera = std::get<Camera>(*change.after);
            camera.code = "TC-" + std::to_string(number);
            camera.siteCode = camera.siteCode.empty() ? "P-1" : camera.siteCode;
        }
    }
    return set;
}

TEST(RandomEdits, areOfEveryKindAndFitTheCensus)
{
    CensusModel model;
    Site site{.id = SiteId::make(), .code = "P-1"};
    model.apply({.label = "", .reason = {}, .changes = {{.before = std::nullopt, .after = site}}});
    RandomEdits edits(1, 12);
    std::set<std::string> labels;

    for (int i = 0; i < 800; ++i) {
        const auto set = completed(edits.next(model), i);
        ASSERT_FALSE(set.isEmpty());
        labels.insert(set.label);
        for (const auto& change : set.changes) {
            EXPECT_NE(change.before, change.after) << set.label;
            if (change.before) {
                EXPECT_EQ(model.records().at(change.uuid()), *change.before) << set.label;
            }
        }
        model.apply(set);
        ASSERT_LE(model.cameras().size(), 12U);
    }

    EXPECT_GE(labels.size(), 10U);
}

TEST(RandomEdits, drawOnlyValuesThatTheDictionaryAllows)
{
    CensusModel model;
    Site site{.id = SiteId::make(), .code = "P-1"};
    model.apply({.label = "", .reason = {}, .changes = {{.before = std::nullopt, .after = site}}});
    RandomEdits edits(2);

    for (int i = 0; i < 500; ++i) {
        model.apply(completed(edits.next(model), i));
    }

    for (const auto& [uuid, record] : model.records()) {
        for (const auto& field : fieldsOf(kindOfRecord(record))) {
            const auto checked = checkValue(field, valueOf(record, field));
            EXPECT_TRUE(checked) << field.name << ": " << (checked ? "" : checked.error().message());
        }
    }
}

} // namespace
} // namespace observo::test
