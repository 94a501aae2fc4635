// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows/Query.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace observo::census {
namespace {

using namespace test;

/// A census of random cameras, some of their fields taken away, as real ones are.
class Queries : public testing::Test {
protected:
    static constexpr std::uint32_t kCameras = 150;

    Queries() : m_session(m_folder.create())
    {
        std::mt19937 random(11);
        ChangeSet changes{.label = "Add", .reason = {}, .changes = {}};
        for (std::uint32_t seed = 0; seed < kCameras; ++seed) {
            Camera camera = randomCamera(seed);
            for (const auto& field : fieldsOf(RecordKind::Camera)) {
                if (!field.byProgram && random() % 3 == 0) {
                    setValue(camera, field, {});
                }
            }
            changes.changes.push_back({std::nullopt, camera});
        }
        const auto committed = m_session->perform(changes);
        EXPECT_TRUE(committed) << messageOf(committed);
        static_cast<void>(m_session->reader().forEachCamera(
            {},
            [&](const Camera& camera) {
                m_cameras.push_back(camera);
                return true;
            },
            Progress()));
    }

    std::vector<CameraId> ids(const CameraQuery& query)
    {
        auto found = m_session->reader().ids(query);
        EXPECT_TRUE(found) << messageOf(found);
        return *found;
    }

    CensusFolder m_folder;
    std::unique_ptr<Session> m_session;
    std::vector<Camera> m_cameras;
};

/// A condition over one field that holds for some cameras, made from a value that one of them has.
std::string conditionOn(const FieldInfo& field, const Camera& camera, std::mt19937& random)
{
    const std::string name(field.name);
    const auto value = valueOf(camera, field);
    if (std::holds_alternative<std::monostate>(value)) {
        return name + (random() % 2 == 0 ? " is null" : " is not null");
    }
    std::string text = textOf(value);
    if (field.type == FieldType::Codes) {
        text = std::string(splitCodes(text).front());
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    quoted += "\"";
    const bool isNumber = field.type == FieldType::Real || field.type == FieldType::Integer;
    static constexpr std::array<const char*, 6> kSigns = {"=", "!=", "<", "<=", ">", ">="};
    if (isNumber || field.type == FieldType::Date) {
        return name + " " + kSigns.at(random() % kSigns.size()) + " " + (isNumber ? text : quoted);
    }
    if (field.type == FieldType::Boolean) {
        return name + " = " + text;
    }
    if (field.type == FieldType::Text && random() % 2 == 0) {
        return name + " like \"*" +
               (text.size() > 3 && static_cast<unsigned char>(text[1]) < 0x80 && text[1] != '"' ? text.substr(1, 1)
                                                                                                : "a") +
               "*\"";
    }
    return name + (random() % 3 == 0 ? " != " : " = ") + quoted;
}

std::string randomExpression(const std::vector<Camera>& cameras, std::mt19937& random, int depth)
{
    if (depth > 0 && random() % 2 == 0) {
        const auto left = randomExpression(cameras, random, depth - 1);
        const auto right = randomExpression(cameras, random, depth - 1);
        return (random() % 3 == 0 ? "not (" : "(") + left + (random() % 2 == 0 ? " and " : " or ") + right + ")";
    }
    if (random() % 8 == 0) {
        return random() % 2 == 0 ? "lon > 10.5" : "not lat < 44.25";
    }
    const auto fields = fieldsOf(RecordKind::Camera);
    const FieldInfo* field = nullptr;
    do {
        field = &fields[random() % fields.size()];
    } while (field->byProgram || field->type == FieldType::Json || field->type == FieldType::Uuid);
    return conditionOn(*field, cameras[random() % cameras.size()], random);
}

TEST_F(Queries, sqlAndTheFilterItselfAgreeOnRandomExpressions)
{
    std::mt19937 random(5);
    int understood = 0;
    for (int round = 0; round < 400; ++round) {
        const auto expression = randomExpression(m_cameras, random, 3);
        const auto filter = Filter::parse(expression);
        if (!filter) {
            continue; // a random text that the grammar does not take, such as a code the list does not have
        }
        ++understood;
        std::vector<CameraId> expected;
        for (const auto& camera : m_cameras) {
            if (filter->matches(camera)) {
                expected.push_back(camera.id);
            }
        }

        EXPECT_EQ(ids({.filter = *filter}), expected) << expression;
    }
    EXPECT_GT(understood, 300);
}

TEST_F(Queries, aBoxIsExactAlthoughTheIndexIsCoarse)
{
    for (const auto& camera : m_cameras) {
        const auto p = camera.position;
        const GeoBox exact{p.lon, p.lat, p.lon, p.lat};
        const GeoBox besides{p.lon + 1e-9, p.lat, p.lon + 2e-9, p.lat};

        const auto found = ids({.box = exact});
        EXPECT_TRUE(std::ranges::find(found, camera.id) != found.end());
        const auto missed = ids({.box = besides});
        EXPECT_TRUE(std::ranges::find(missed, camera.id) == missed.end());
    }
}

TEST_F(Queries, pagesFollowTheOrder)
{
    CameraQuery query{.orderBy = "name", .descending = true};
    const auto all = ids(query);
    EXPECT_EQ(all.size(), kCameras);
    query.limit = 40;
    std::vector<CameraId> paged;
    for (query.offset = 0; query.offset < kCameras; query.offset += 40) {
        const auto page = ids(query);
        paged.insert(paged.end(), page.begin(), page.end());
    }

    EXPECT_EQ(paged, all);
    EXPECT_EQ(
        *m_session->reader().count({.filter = *Filter::parse("name is not null")}),
        static_cast<std::size_t>(std::ranges::count_if(m_cameras, [](const auto& c) { return !c.name.empty(); })));
}

TEST_F(Queries, anUnknownOrderNamesTheNearestField)
{
    const auto found = m_session->reader().ids({.orderBy = "nmae"});

    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::UnknownField);
    EXPECT_NE(found.error().advice.find("name"), std::string::npos) << found.error().advice;
}

TEST_F(Queries, theInventoryHoldsWhatTheWholeRecordsSay)
{
    const auto read = m_session->reader().inventory(Progress());
    ASSERT_TRUE(read) << messageOf(read);
    InventoryBuilder builder;
    for (const auto& camera : m_cameras) {
        builder.add(rowOf(camera));
    }

    EXPECT_EQ(*read, builder.finish());
    EXPECT_EQ(*read, m_session->inventory());
}

TEST_F(Queries, readingTheInventoryCanBeCancelled)
{
    const Progress progress;
    progress.cancel();

    const auto read = m_session->reader().inventory(progress);

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace observo::census
