// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Matching.h"

#include "support/Builders.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {
namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;

/// A draft as a row at a place would make it.
Draft draftAt(LonLat place, const Texts& values, std::int64_t row = 1)
{
    Draft draft{.row = row, .place = place};
    for (const auto& [name, text] : values) {
        const FieldInfo* field = findField(RecordKind::Camera, name);
        expects(field != nullptr);
        draft.values.emplace_back(field, parseValue(*field, text).value());
    }
    return draft;
}

class Found : public testing::Test {
protected:
    Match find(const std::vector<Record>& records, const Draft& draft, const Matching::Wish& wish = {.bySerial = true})
    {
        m_census = test::aCensusWith(records);
        const auto inventory = m_census->reader().inventory(Progress());
        auto matching = Matching::make(&m_census->reader(), *inventory, wish, Progress());
        EXPECT_TRUE(matching) << matching.error().message();
        const auto match = matching->find(draft);
        EXPECT_TRUE(match) << match.error().message();
        return match.value_or(Match{});
    }

private:
    std::unique_ptr<test::CensusToExport> m_census;
};

constexpr LonLat kHere{7.6869, 45.0703};
constexpr LonLat kNextTown{7.9, 45.2};
constexpr LonLat kTwoHundredMetres{7.6894, 45.0703};

TEST_F(Found, byIdentityWherever)
{
    const Camera camera = test::aCamera().at(kHere).coded("A-1");
    const auto match = find({camera}, draftAt(kNextTown, {{"camera_id", camera.id.text()}, {"code", "B"}}));
    EXPECT_EQ(match.kind, Match::Kind::Same);
    EXPECT_EQ(match.camera->id, camera.id);
}

TEST_F(Found, anIdentityOfItsOwnIsNoOtherCamera)
{
    const auto match =
        find({test::aCamera().at(kHere).build()}, draftAt(kHere, {{"camera_id", CameraId::make().text()}}));
    EXPECT_EQ(match.kind, Match::Kind::None);
}

TEST_F(Found, bySerialNumberOfTheSameBrand)
{
    const Camera camera = test::aCamera().at(kHere).coded("A-1").with("serial_no", "SN-12345").with("brand", "Axis");
    const auto same = find({camera}, draftAt(kNextTown, {{"serial_no", "SN-12345"}, {"brand", "AXIS"}}));
    EXPECT_EQ(same.kind, Match::Kind::Same);
    const auto other = find({camera}, draftAt(kNextTown, {{"serial_no", "SN-12345"}, {"brand", "Bosch"}}));
    EXPECT_EQ(other.kind, Match::Kind::None);
    const Camera nothing = test::aCamera().at(kHere).with("serial_no", "n/a");
    EXPECT_EQ(find({nothing}, draftAt(kNextTown, {{"serial_no", "n/a"}})).kind, Match::Kind::None);
}

TEST_F(Found, byCodeOnlyWhereTheTwoLieNear)
{
    const Camera camera = test::aCamera().at(kHere).coded("A-1");
    EXPECT_EQ(find({camera}, draftAt(kHere, {{"code", "A-1"}})).kind, Match::Kind::Same);
    EXPECT_EQ(find({camera}, draftAt(kTwoHundredMetres, {{"code", "A-1"}})).kind, Match::Kind::Possible);
    const auto far = find({camera}, draftAt(kNextTown, {{"code", "A-1"}}));
    EXPECT_EQ(far.kind, Match::Kind::None);
    ASSERT_TRUE(far.remark);
    EXPECT_EQ(far.remark->code, "code_in_use");
}

TEST_F(Found, codesOfAnotherSystemAreOthers)
{
    const Camera camera = test::aCamera().at(kHere).coded("A-1").inSystem("IMP-01").facing(0);
    const auto match =
        find({camera}, draftAt(kHere, {{"code", "A-1"}, {"system_code", "IMP-02"}, {"direction_deg", "180"}}));
    EXPECT_EQ(match.kind, Match::Kind::None);
}

TEST_F(Found, byTheKeyAskedFor)
{
    const Camera camera = test::aCamera().at(kHere).coded("A-1").named("Ponte");
    const Matching::Wish wish{.key = "name"};
    EXPECT_EQ(find({camera}, draftAt(kNextTown, {{"name", "Ponte"}, {"code", "Z"}}), wish).kind, Match::Kind::Same);
    EXPECT_EQ(find({camera}, draftAt(kHere, {{"name", "Altro"}, {"code", "A-1"}}), wish).kind, Match::Kind::None);
}

TEST_F(Found, byLikenessWhenNothingElseTells)
{
    const Camera camera = test::aCamera().at(kHere).facing(90).ofType("ptz").named("Ponte Nord");
    const auto match =
        find({camera}, draftAt(kHere, {{"direction_deg", "92"}, {"camera_type", "ptz"}, {"name", "ponte nord"}}));
    EXPECT_EQ(match.kind, Match::Kind::Same);
    EXPECT_TRUE(match.byLikeness);
    EXPECT_NE(match.why.en.find("same type"), std::string::npos) << match.why.en;
}

TEST_F(Found, nothingInAnEmptyCensus)
{
    auto matching = Matching::make(nullptr, Inventory(), {}, Progress());
    ASSERT_TRUE(matching);
    EXPECT_EQ(matching->find(draftAt(kHere, {{"code", "A-1"}}))->kind, Match::Kind::None);
}

TEST(Matching, aCameraIsFoundOnce)
{
    const auto census = test::aCensusWith({test::aCamera().at(kHere).coded("A-1").build()});
    auto matching = Matching::make(&census->reader(), *census->reader().inventory(Progress()), {}, Progress());
    const auto first = matching->find(draftAt(kHere, {{"code", "A-1"}}));
    ASSERT_EQ(first->kind, Match::Kind::Same);
    matching->claim(first->camera->id);
    EXPECT_EQ(matching->find(draftAt(kHere, {{"code", "A-1"}}))->kind, Match::Kind::None);
}

TEST(RowsSeen, aRepeatedRowNamesTheEarlierOne)
{
    RowsSeen seen;
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"name", "Ponte"}}, 3)));
    EXPECT_EQ(seen.earlier(draftAt(kHere, {{"name", "Ponte"}}, 4)), 3);
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"name", "Altra"}}, 5)));
    EXPECT_FALSE(seen.earlier(draftAt(kNextTown, {{"name", "Ponte"}}, 6)));
}

TEST(RowsSeen, theSameViewFromTheSamePoleIsRepeatedUnlessCodesDiffer)
{
    RowsSeen seen;
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"direction_deg", "90"}, {"notes", "a"}}, 1)));
    EXPECT_EQ(seen.earlier(draftAt(kHere, {{"direction_deg", "92"}, {"notes", "b"}}, 2)), 1);
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"direction_deg", "180"}, {"notes", "b"}}, 3)));
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"direction_deg", "270"}, {"code", "A"}}, 4)));
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"direction_deg", "270"}, {"code", "B"}}, 5)));
}

TEST(RowsSeen, oneIdentityIsOneCamera)
{
    RowsSeen seen;
    const std::string id = CameraId::make().text();
    EXPECT_FALSE(seen.earlier(draftAt(kHere, {{"camera_id", id}}, 1)));
    EXPECT_EQ(seen.earlier(draftAt(kNextTown, {{"camera_id", id}}, 2)), 1);
}

} // namespace
} // namespace observo::exchange
