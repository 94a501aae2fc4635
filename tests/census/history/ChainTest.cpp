// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Chain.h"

#include "support/Builders.h"

#include <gtest/gtest.h>

#include <bit>
#include <set>

namespace observo::census {
namespace {

using namespace test;

TEST(Chain, theHashIsBlake2b)
{
    // RFC 7693 names no 256-bit vector; this is `printf '' | b2sum -l 256`.
    EXPECT_EQ(hexOf(Hasher().finish()), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    // A length of 3 in little endian, then "abc".
    EXPECT_EQ(Hasher().add("abc").finish(), Hasher().add("abc").finish());
}

TEST(Chain, partsCannotBeShiftedIntoEachOther)
{
    std::set<Hash> hashes;
    hashes.insert(Hasher().add("ab").add("c").finish());
    hashes.insert(Hasher().add("a").add("bc").finish());
    hashes.insert(Hasher().add("abc").finish());
    hashes.insert(Hasher().add("abc").add("").finish());
    hashes.insert(Hasher().addOptional(std::nullopt).add("abc").finish());
    hashes.insert(Hasher().addOptional("").add("abc").finish());

    EXPECT_EQ(hashes.size(), 6U);
}

TEST(Chain, everyPartOfAnEntryCounts)
{
    const Hash before{};
    const SealedEntry entry{.sequence = 1,
                            .setId = 2,
                            .at = "t",
                            .actor = "a",
                            .host = "h",
                            .program = "p",
                            .action = "add",
                            .kind = "camera",
                            .record = "r",
                            .label = "l",
                            .reason = "why",
                            .recipient = "who",
                            .payload = Hash{1},
                            .row = Hash{2}};
    std::set<Hash> links = {linkOf(before, entry), linkOf(Hash{9}, entry)};
    const auto with = [&](auto change) {
        auto other = entry;
        change(other);
        links.insert(linkOf(before, other));
    };
    with([](auto& e) { e.sequence = 7; });
    with([](auto& e) { e.setId = 7; });
    with([](auto& e) { e.at = "x"; });
    with([](auto& e) { e.actor = "x"; });
    with([](auto& e) { e.host = "x"; });
    with([](auto& e) { e.program = "x"; });
    with([](auto& e) { e.action = "x"; });
    with([](auto& e) { e.kind = "x"; });
    with([](auto& e) { e.record = "x"; });
    with([](auto& e) { e.label = "x"; });
    with([](auto& e) { e.reason = "x"; });
    with([](auto& e) { e.recipient = "x"; });
    with([](auto& e) { e.payload.reset(); });
    with([](auto& e) { e.row.reset(); });

    EXPECT_EQ(links.size(), 16U);
}

TEST(Chain, thePayloadIsSalted)
{
    const std::array<std::uint8_t, 2> salt = {1, 2};
    const std::array<std::uint8_t, 2> other = {1, 3};

    EXPECT_NE(payloadHash(salt, "{}", "{}"), payloadHash(other, "{}", "{}"));
    EXPECT_NE(payloadHash(salt, "{}", std::nullopt), payloadHash(salt, std::nullopt, "{}"));
    EXPECT_NE(payloadHash(salt, "", std::nullopt), payloadHash(salt, std::nullopt, std::nullopt));
}

TEST(Chain, everyFieldOfARecordCountsInItsHash)
{
    const auto& table = schemaTable(RecordKind::Camera);
    const RowHasher hasher(table);
    const auto values = table.valuesOf(randomCamera(1));
    std::set<Hash> hashes = {hasher.hashOf(values)};

    for (std::size_t column = 0; column < values.size(); ++column) {
        auto changed = values;
        changed[column].value = std::monostate{};
        hashes.insert(hasher.hashOf(changed));
    }

    EXPECT_EQ(hashes.size(), values.size() + 1);
    EXPECT_NE(RowHasher(schemaTable(RecordKind::Site)).hashOf(schemaTable(RecordKind::Site).valuesOf(Site())),
              RowHasher(schemaTable(RecordKind::System)).hashOf(schemaTable(RecordKind::System).valuesOf(System())));
}

TEST(Chain, oneFlippedBitOfAnyValueChangesTheHash)
{
    const auto& table = schemaTable(RecordKind::Camera);
    const RowHasher hasher(table);
    const auto values = table.valuesOf(randomCamera(2));
    const auto expected = hasher.hashOf(values);
    for (std::size_t column = 0; column < values.size(); ++column) {
        auto flipped = values;
        if (auto* text = std::get_if<std::string>(&flipped[column].value)) {
            text->back() = static_cast<char>(text->back() ^ 1);
        } else if (auto* number = std::get_if<std::int64_t>(&flipped[column].value)) {
            *number ^= 1;
        } else if (auto* blob = std::get_if<Blob>(&flipped[column].value)) {
            blob->back() ^= 1U;
        } else if (auto* real = std::get_if<double>(&flipped[column].value)) {
            *real = std::bit_cast<double>(std::bit_cast<std::uint64_t>(*real) ^ 1U);
        }

        EXPECT_NE(hasher.hashOf(flipped), expected) << table.columns()[column];
    }
}

} // namespace
} // namespace observo::census
