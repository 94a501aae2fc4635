// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/PowerCut.h"

#include "support/TestPlaces.h"
#include "support/census/Campaign.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;
using Kind = IoEvent::Kind;

/// The disk of a census with two sectors of 'a', and the states it may have after a cut.
class PowerCutOfTwoSectors : public testing::Test {
protected:
    PowerCutOfTwoSectors() : m_folder(inMemory("observo-cut")), m_disk({{"/x/f", std::string(1024, 'a')}}) {}

    /// What 300 cuts leave of a file; "absent" when there is none.
    std::set<std::string> leftOf(const std::string& name)
    {
        std::set<std::string> states;
        std::mt19937_64 random(3);
        for (int i = 0; i < 300; ++i) {
            m_disk.materialise(random, m_folder.path());
            states.insert(content(name));
        }
        return states;
    }

    std::string content(const std::string& name) const
    {
        if (!fs::exists(m_folder / name)) {
            return "absent";
        }
        std::ifstream stream(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    TemporaryFolder m_folder;
    PowerCut m_disk;
};

TEST_F(PowerCutOfTwoSectors, whatWasSyncedIsThere)
{
    m_disk.apply({.kind = Kind::Write, .file = "/x/f", .offset = 0, .bytes = std::string(1024, 'b')});
    m_disk.apply({.kind = Kind::Sync, .file = "/x/f"});

    EXPECT_EQ(leftOf("f"), std::set{std::string(1024, 'b')});
}

TEST_F(PowerCutOfTwoSectors, anUnsyncedSectorIsThereOrNotOrTorn)
{
    m_disk.apply({.kind = Kind::Write, .file = "/x/f", .offset = 0, .bytes = std::string(1024, 'b')});

    const auto states = leftOf("f");

    const std::string a(512, 'a');
    const std::string b(512, 'b');
    EXPECT_TRUE(states.contains(a + a));
    EXPECT_TRUE(states.contains(a + b)) << "the order of writes is not kept";
    EXPECT_TRUE(states.contains(b + a));
    EXPECT_TRUE(states.contains(b + b));
    EXPECT_GT(states.size(), 4U) << "torn ones";
    m_disk.materialiseWhole(m_folder.path());
    EXPECT_EQ(content("f"), b + b);
}

TEST_F(PowerCutOfTwoSectors, anUnsyncedTruncationMayBeUndone)
{
    m_disk.apply({.kind = Kind::Truncate, .file = "/x/f", .offset = 512});

    EXPECT_EQ(leftOf("f"), (std::set{std::string(512, 'a'), std::string(1024, 'a')}));
}

TEST_F(PowerCutOfTwoSectors, aFileMadeButNotSyncedMayBeAbsent)
{
    m_disk.apply({.kind = Kind::Create, .file = "/x/f-journal"});

    EXPECT_EQ(leftOf("f-journal"), (std::set<std::string>{"absent", ""}));
}

TEST_F(PowerCutOfTwoSectors, aSyncedJournalIsThereWithItsName)
{
    m_disk.apply({.kind = Kind::Create, .file = "/x/f-journal"});
    m_disk.apply({.kind = Kind::Write, .file = "/x/f-journal", .offset = 0, .bytes = "old"});
    m_disk.apply({.kind = Kind::Sync, .file = "/x/f-journal"});

    EXPECT_EQ(leftOf("f-journal"), std::set<std::string>{"old"});
}

TEST_F(PowerCutOfTwoSectors, aDeletedJournalComesBackUnlessTheFolderWasSynced)
{
    m_disk.apply({.kind = Kind::Create, .file = "/x/f-journal"});
    m_disk.apply({.kind = Kind::Write, .file = "/x/f-journal", .offset = 0, .bytes = "old"});
    m_disk.apply({.kind = Kind::Sync, .file = "/x/f-journal"});
    m_disk.apply({.kind = Kind::Delete, .file = "/x/f-journal"});
    EXPECT_EQ(leftOf("f-journal"), (std::set<std::string>{"absent", "old"}));

    m_disk.apply({.kind = Kind::Create, .file = "/x/f-journal"});
    m_disk.apply({.kind = Kind::Delete, .file = "/x/f-journal", .directorySynced = true});
    EXPECT_EQ(leftOf("f-journal"), std::set<std::string>{"absent"});
}

} // namespace
} // namespace observo::test
