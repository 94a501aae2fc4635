// SPDX-License-Identifier: GPL-3.0-or-later
// Silent damage and altered history are seen: bits flip anywhere in the file, and a forger who knows SQL works on the
// log and on the rows.
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"
#include "support/census/SecondOpinion.h"

#include "observo/census/Check.h"
#include "observo/census/Log.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, const std::string& content)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

/// What a reader and the verification make of a file.
struct Look {
    bool seen = false;    ///< refused, or reported as not intact
    bool changed = false; ///< a record that is read is not the one that was written
};

Look lookAt(const fs::path& file, const CensusModel& original)
{
    auto reader = census::Reader::open(file);
    if (!reader) {
        return {.seen = true};
    }
    Look look;
    try {
        look.changed = !original.differenceTo(CensusModel::of(**reader)).empty();
    } catch (const std::runtime_error&) {
        return {.seen = true, .changed = true};
    }
    const auto verdict = census::verifyLog(**reader, Progress());
    look.seen = !verdict || !verdict->intact;
    return look;
}

class TamperingCampaign : public testing::Test {
protected:
    TamperingCampaign() : m_folder(inMemory("observo-tamper")), m_random(campaignSeed())
    {
        makeCensusOf(m_folder / "census.gpkg", 40);
        m_content = contentOf(m_folder / "census.gpkg");
        m_original = CensusModel::of(m_folder / "census.gpkg");
    }

    fs::path freshCopy()
    {
        auto copy = m_folder / "copy.gpkg";
        fs::remove(copy.string() + "-journal");
        write(copy, m_content);
        return copy;
    }

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }

    TemporaryFolder m_folder;
    std::mt19937_64 m_random;
    std::string m_content;
    CensusModel m_original;
};

TEST_F(TamperingCampaign, theUntouchedFileIsNotSuspected)
{
    const auto look = lookAt(freshCopy(), m_original);

    EXPECT_FALSE(look.seen);
    EXPECT_FALSE(look.changed);
}

TEST_F(TamperingCampaign, noBitFlipChangesARecordUnseen)
{
    const auto rounds = campaignRounds();
    std::size_t seen = 0;
    std::size_t changed = 0;

    for (std::size_t round = 0; round < rounds; ++round) {
        auto content = m_content;
        const auto at = below(content.size());
        content[at] = static_cast<char>(content[at] ^ static_cast<char>(1U << below(8)));
        const auto copy = m_folder / "flipped.gpkg";
        write(copy, content);

        const auto look = lookAt(copy, m_original);

        seen += look.seen ? 1U : 0U;
        changed += look.changed ? 1U : 0U;
        ASSERT_TRUE(look.seen || !look.changed) << "a bit of byte " << at << " changed a record and nobody saw it";
    }

    std::printf("%zu bit flips: %zu seen, %zu changed a record, none of these unseen\n", rounds, seen, changed);
    EXPECT_GT(changed, rounds / 100) << "the flips hardly meet records: the campaign proves nothing";
}

/// What a forger does with SQL; {a} and {b} are two entries of the log, {a} before {b}.
struct Forgery {
    const char* name;
    const char* sql;
};

std::ostream& operator<<(std::ostream& stream, const Forgery& forgery)
{
    return stream << forgery.name;
}

const Forgery kLogForgeries[] = {
    {"timeOfAnEntry", "UPDATE change_log SET at = '2020-01-01T00:00:00.000Z' WHERE seq = {a}"},
    {"actionOfAnEntry", "UPDATE change_log SET action = 'forged' WHERE seq = {a}"},
    {"recordOfAnEntry", "UPDATE change_log SET record = '00000000-0000-4000-8000-000000000000' WHERE seq = {a}"},
    {"kindOfAnEntry", "UPDATE change_log SET kind = 'forged' WHERE seq = {a}"},
    {"entryToAnotherSet", "UPDATE change_log SET set_id = set_id + 1 WHERE seq = {a}"},
    {"entryMadeUnsealed", "UPDATE change_log SET hash = NULL WHERE seq = {a}"},
    {"hashOfAnEntry", "UPDATE change_log SET hash = randomblob(32) WHERE seq = {a}"},
    {"hashOfTheContent", "UPDATE change_log SET payload_hash = randomblob(32) WHERE seq = {a}"},
    {"hashOfTheRow", "UPDATE change_log SET row_hash = randomblob(32) WHERE seq = {a}"},
    {"contentAfter", "UPDATE log_payload SET after = '{\"notes\":\"forged\"}' WHERE seq = {a}"},
    {"contentBefore", "UPDATE log_payload SET before = '{\"notes\":\"forged\"}' WHERE seq = {a}"},
    {"saltOfTheContent", "UPDATE log_payload SET salt = randomblob(16) WHERE seq = {a}"},
    {"contentsSwapped", "UPDATE log_payload SET seq = -1 WHERE seq = {a};"
                        "UPDATE log_payload SET seq = {a} WHERE seq = {b};"
                        "UPDATE log_payload SET seq = {b} WHERE seq = -1"},
    {"entryDeleted", "DELETE FROM change_log WHERE seq = {a}; DELETE FROM log_payload WHERE seq = {a}"},
    {"entryDeletedAndGapClosed", "DELETE FROM change_log WHERE seq = {a}; DELETE FROM log_payload WHERE seq = {a};"
                                 "UPDATE change_log SET seq = -seq WHERE seq > {a};"
                                 "UPDATE change_log SET seq = -seq - 1 WHERE seq < 0"},
    {"entryInserted",
     "UPDATE change_log SET seq = -seq WHERE seq >= {b};"
     "UPDATE change_log SET seq = 1 - seq WHERE seq < 0;"
     "INSERT INTO change_log SELECT {b}, set_id, at, action, kind, record, payload_hash, row_hash, hash "
     "FROM change_log WHERE seq = {a}"},
    {"entryAppended", "INSERT INTO change_log (set_id, at, action, kind, record, payload_hash, row_hash, hash) "
                      "SELECT set_id, at, action, kind, record, payload_hash, row_hash, hash FROM change_log "
                      "WHERE seq = {a}"},
    {"entriesSwapped",
     "UPDATE change_log SET seq = -1 WHERE seq = {a}; UPDATE change_log SET seq = {a} WHERE seq = {b};"
     "UPDATE change_log SET seq = {b} WHERE seq = -1"},
    {"tailCut", "DELETE FROM change_log WHERE seq > {a}; DELETE FROM log_payload WHERE seq > {a};"
                "DELETE FROM change_set WHERE last_seq > {a}; UPDATE sqlite_sequence SET seq = {a} WHERE name = "
                "'change_log'"},
    {"beginningCut", "DELETE FROM change_log WHERE seq < {b}; DELETE FROM log_payload WHERE seq < {b}"},
    {"everythingCut", "DELETE FROM change_log; DELETE FROM log_payload; DELETE FROM change_set"},
    {"actorOfASet", "UPDATE change_set SET actor = 'somebody else' WHERE {a} BETWEEN first_seq AND last_seq"},
    {"timeOfASet", "UPDATE change_set SET at = '2020-01-01T00:00:00.000Z' WHERE {a} BETWEEN first_seq AND last_seq"},
    {"labelOfASet", "UPDATE change_set SET label = 'forged' WHERE {a} BETWEEN first_seq AND last_seq"},
    {"reasonOfASet", "UPDATE change_set SET reason = 'forged' WHERE {a} BETWEEN first_seq AND last_seq"},
    {"recipientOfASet", "UPDATE change_set SET recipient = 'forged' WHERE {a} BETWEEN first_seq AND last_seq"},
    {"programOfASet", "UPDATE change_set SET program = 'forged' WHERE {a} BETWEEN first_seq AND last_seq"},
    {"whatASetUndoes", "UPDATE change_set SET undoes = ifnull(undoes, 0) + 1 WHERE {a} BETWEEN first_seq AND last_seq"},
    {"extentOfASet", "UPDATE change_set SET last_seq = last_seq - 1 WHERE {a} BETWEEN first_seq AND last_seq"},
    {"editsOfASet", "UPDATE change_set SET edits = edits + 9 WHERE {a} BETWEEN first_seq AND last_seq"},
    {"setDeleted", "DELETE FROM change_set WHERE {a} BETWEEN first_seq AND last_seq"},
};

/// What a forger does to the records, each time going round the log: the triggers are away meanwhile.
const Forgery kRowForgeries[] = {
    {"textChanged",
     "UPDATE camera SET notes = 'forged' WHERE fid = (SELECT min(fid) FROM camera WHERE fid >= {a} % 20)"},
    {"placeChanged", "UPDATE camera SET geom = (SELECT geom FROM camera c WHERE c.fid > camera.fid LIMIT 1) "
                     "WHERE fid = (SELECT min(fid) FROM camera)"},
    {"numberChanged", "UPDATE camera SET retention_hours = ifnull(retention_hours, 0) + 1 "
                      "WHERE fid = (SELECT min(fid) FROM camera WHERE fid >= {a} % 20)"},
    {"bookkeepingChanged", "UPDATE camera SET updated_by = 'somebody else' WHERE fid = (SELECT max(fid) FROM camera)"},
    {"typeOfValueChanged", "UPDATE camera SET code = x'00' || code WHERE fid = (SELECT max(fid) FROM camera)"},
    {"changedAndSealTakenOff", "UPDATE camera SET notes = 'forged' WHERE fid = (SELECT min(fid) FROM camera);"
                               "DELETE FROM row_seal WHERE uuid = (SELECT camera_id FROM camera ORDER BY fid LIMIT 1)"},
    {"rowDeleted", "DELETE FROM camera WHERE fid = (SELECT min(fid) FROM camera)"},
    {"rowDeletedWithItsSeal", "DELETE FROM row_seal WHERE uuid = (SELECT camera_id FROM camera ORDER BY fid LIMIT 1);"
                              "DELETE FROM camera WHERE fid = (SELECT min(fid) FROM camera)"},
    {"rowAdded", "INSERT INTO camera (geom, camera_id, code) SELECT geom, '00000000-0000-4000-8000-000000000000', 'X' "
                 "FROM camera LIMIT 1"},
    {"rowsSwapped", "UPDATE camera SET camera_id = 'x' WHERE fid = (SELECT min(fid) FROM camera);"
                    "UPDATE camera SET camera_id = (SELECT uuid FROM row_seal WHERE kind = 'camera' AND uuid NOT IN "
                    "(SELECT camera_id FROM camera)) WHERE fid = (SELECT max(fid) FROM camera);"
                    "UPDATE camera SET camera_id = (SELECT uuid FROM row_seal WHERE kind = 'camera' AND uuid NOT IN "
                    "(SELECT camera_id FROM camera)) WHERE camera_id = 'x'"},
    {"sealChanged", "UPDATE row_seal SET hash = randomblob(32) WHERE uuid = (SELECT camera_id FROM camera LIMIT 1)"},
    {"siteChanged", "UPDATE site SET site_name = 'forged' WHERE fid = (SELECT min(fid) FROM site)"},
    {"systemChanged", "UPDATE system SET data_controller = 'forged'"},
    {"censusChanged", "UPDATE census SET issuing_body = 'forged'"},
};

std::string withNumbers(std::string sql, std::size_t a, std::size_t b)
{
    for (const auto& [mark, number] : {std::pair{"{a}", a}, std::pair{"{b}", b}}) {
        for (auto at = sql.find(mark); at != std::string::npos; at = sql.find(mark)) {
            sql.replace(at, 3, std::to_string(number));
        }
    }
    return sql;
}

/// The hash of the last entry, as it would be printed in a report: known outside the file.
std::string outsideHead(const fs::path& file)
{
    auto reader = census::Reader::open(file);
    return reader ? (*reader)->facts().value_or(census::Reader::Facts{}).logHead : std::string();
}

bool isInTheLog(const fs::path& file, const std::string& head)
{
    auto reader = census::Reader::open(file);
    bool found = false;
    const auto look = [&](const census::LogEntry& entry) {
        found = found || entry.hash == head;
        return !found;
    };
    return reader && census::forEachLogEntry(**reader, {}, look) && found;
}

class LogForgery : public TamperingCampaign, public testing::WithParamInterface<Forgery> {};

TEST_P(LogForgery, isSeen)
{
    const auto head = outsideHead(freshCopy());
    ASSERT_EQ(head.size(), 64U);
    const auto entries = std::stoul(sqlValue(freshCopy(), "SELECT max(seq) FROM change_log"));
    const auto rounds = std::max<std::size_t>(3, campaignRounds() / std::size(kLogForgeries));

    for (std::size_t round = 0; round < rounds; ++round) {
        const auto a = 1 + below(entries - 1);
        const auto b = a + 1 + below(entries - a);
        const auto copy = freshCopy();
        const auto before = fingerprintOf(copy);
        runAroundTriggers(copy, withNumbers(GetParam().sql, a, b));
        if (fingerprintOf(copy) == before) {
            continue; // this entry had nothing to forge
        }

        EXPECT_TRUE(lookAt(copy, m_original).seen || !isInTheLog(copy, head)) << "entries " << a << " and " << b;
    }
}

INSTANTIATE_TEST_SUITE_P(Ways, LogForgery, testing::ValuesIn(kLogForgeries),
                         [](const auto& way) { return std::string(way.param.name); });

class RowForgery : public TamperingCampaign, public testing::WithParamInterface<Forgery> {};

TEST_P(RowForgery, isSeen)
{
    const auto copy = freshCopy();
    const auto before = fingerprintOf(copy);
    runAroundTriggers(copy, withNumbers(GetParam().sql, 1 + below(20), 25));
    ASSERT_NE(fingerprintOf(copy), before) << "the forgery changed nothing";

    EXPECT_TRUE(lookAt(copy, m_original).seen);
}

INSTANTIATE_TEST_SUITE_P(Ways, RowForgery, testing::ValuesIn(kRowForgeries),
                         [](const auto& way) { return std::string(way.param.name); });

TEST_F(TamperingCampaign, forgersTriggersAreSeen)
{
    const auto copy = freshCopy();
    const auto trigger = sqlValue(copy, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE "
                                        "'rtree%' AND tbl_name = 'camera' LIMIT 1");
    ASSERT_FALSE(trigger.empty());
    runSql(copy, "DROP TRIGGER \"" + trigger + "\"");

    EXPECT_TRUE(lookAt(copy, m_original).seen);
}

} // namespace
} // namespace observo::test
