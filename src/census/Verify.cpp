// SPDX-License-Identifier: GPL-3.0-or-later
#include "Chain.h"
#include "ReaderBody.h"
#include "Schema.h"
#include "Sealing.h"

#include "observo/census/Log.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace observo::census {
namespace {

constexpr std::int64_t kReportEvery = 1024;
/// A census in ruins has as many findings as rows; nobody reads more.
constexpr std::size_t kMaxFindings = 1000;

/// What the log says of a record: the hash of its row after the last sealed entry, and whether entries follow that are
/// not sealed yet.
struct Expectation {
    std::optional<Hash> row;
    bool isGone = false;
    bool isOpen = false;
};

/// Walks the log once and the records once.
class Verification {
public:
    Verification(ReaderInsides::Body& body, const Progress& progress) : m_body(&body), m_progress(&progress) {}

    Result<LogVerdict> run()
    {
        for (const auto step : {&Verification::structure, &Verification::chain, &Verification::end, &Verification::rows,
                                &Verification::gone}) {
            if (auto passed = (this->*step)(); !passed) {
                return fail(passed.error());
            }
        }
        m_verdict.intact = m_verdict.findings.empty();
        return m_verdict;
    }

private:
    void find(std::string what)
    {
        if (m_verdict.findings.size() < kMaxFindings) {
            m_verdict.findings.push_back(std::move(what));
        }
    }

    void findEntry(std::int64_t sequence, std::string what)
    {
        if (!m_verdict.firstBad || sequence < *m_verdict.firstBad) {
            m_verdict.firstBad = sequence;
        }
        find("entry " + std::to_string(sequence) + ": " + std::move(what));
    }

    Done structure();
    Done chain();
    Done end();
    Done rows();
    Done rowsOf(RecordKind kind);
    Done gone();
    void checkEntry(const Statement& row);
    void expect(const Statement& row);
    void checkRow(std::string_view kind, std::string_view uuid, const Hash& hash, const std::optional<Hash>& sealed);

    ReaderInsides::Body* m_body;
    const Progress* m_progress;
    LogVerdict m_verdict;
    Hash m_link{};
    std::int64_t m_last = 0;
    bool m_isBroken = false; ///< after the first wrong link the others say nothing
    std::map<std::string, Expectation, std::less<>> m_expected;
};

Done Verification::structure()
{
    const auto differences = schemaDifferences(m_body->connection());
    if (!differences) {
        return fail(differences.error());
    }
    for (const auto& difference : *differences) {
        find(difference);
    }
    return done();
}

void Verification::expect(const Statement& row)
{
    const auto record = row.text(5);
    if (record.empty()) {
        return;
    }
    auto& expected = m_expected[std::string(record)];
    expected.isGone = row.text(3) == "remove";
    expected.isOpen = row.isNull(9);
    if (!expected.isOpen) {
        expected.row = hashIn(row, 8);
    }
}

void Verification::checkEntry(const Statement& row)
{
    const auto optionalText = [&](int column) {
        return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
    };
    SealedEntry entry{.sequence = row.integer(0),
                      .setId = row.integer(1),
                      .at = row.text(2),
                      .actor = row.text(10),
                      .host = row.text(11),
                      .program = row.text(12),
                      .action = row.text(3),
                      .kind = row.text(4),
                      .record = row.text(5),
                      .label = row.text(13),
                      .reason = row.text(14),
                      .recipient = row.text(15),
                      .payload = hashIn(row, 7),
                      .row = hashIn(row, 8)};
    const auto sealed = hashIn(row, 9);
    const Hash link = linkOf(m_link, entry);
    if (!m_isBroken && (!sealed || *sealed != link)) {
        m_isBroken = true;
        findEntry(entry.sequence, "it does not fit the chain");
    }
    // Without a salt the payload was erased, which the chain allows.
    if (!row.isNull(16)) {
        const auto payload = payloadHash(row.blob(16), optionalText(17), optionalText(18));
        if (!entry.payload || *entry.payload != payload) {
            findEntry(entry.sequence, "its content was changed");
        }
    }
    m_link = sealed.value_or(link);
}

Done Verification::chain()
{
    const auto total = m_body->connection().number("SELECT count(*) FROM change_log");
    auto row = m_body->connection().prepare(
        "SELECT l.seq, l.set_id, l.at, l.action, l.kind, l.record, l.at, l.payload_hash, l.row_hash, l.hash, s.actor, "
        "s.host, s.program, s.label, s.reason, s.recipient, p.salt, p.before, p.after FROM change_log AS l "
        "LEFT JOIN change_set AS s ON s.id = l.set_id LEFT JOIN log_payload AS p ON p.seq = l.seq ORDER BY l.seq");
    if (!total || !row) {
        return fail(!total ? total.error() : row.error());
    }
    m_verdict.entries = *total;
    bool isOpen = false;
    while (true) {
        const auto found = row->step();
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return done();
        }
        const auto sequence = row->integer(0);
        if (sequence != m_last + 1) {
            findEntry(m_last + 1, "it is missing");
        }
        m_last = sequence;
        if (row->isNull(9)) {
            isOpen = true;
        } else {
            if (isOpen) {
                findEntry(sequence, "it is sealed behind an entry that is not");
            }
            checkEntry(*row);
        }
        expect(*row);
        if (sequence % kReportEvery == 0) {
            if (m_progress->cancelled()) {
                return fail(ErrorCode::Cancelled, "cancelled");
            }
            m_progress->report(0.5 * static_cast<double>(sequence) / static_cast<double>(*total + 1));
        }
    }
}

/// SQLite counts the entries it has ever numbered; a tail that was cut off shows there.
Done Verification::end()
{
    const auto numbered =
        m_body->connection().number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change_log'");
    if (!numbered) {
        return fail(numbered.error());
    }
    if (*numbered != m_last) {
        findEntry(m_last + 1, "the end of the log is missing (" + std::to_string(*numbered) + " were written)");
    }
    return done();
}

void Verification::checkRow(std::string_view kind, std::string_view uuid, const Hash& hash,
                            const std::optional<Hash>& sealed)
{
    const std::string name = std::string(kind) + " " + std::string(uuid);
    const auto found = m_expected.find(uuid);
    if (found == m_expected.end()) {
        find(name + ": it is not in the log");
        return;
    }
    auto& expected = found->second;
    if (expected.isGone) {
        find(name + ": the log says that it was removed");
    } else if (expected.isOpen) {
        if (sealed) {
            find(name + ": it is sealed although its last change is not");
        }
    } else if (!sealed || *sealed != hash) {
        find(name + ": it was changed without the log");
    } else if (expected.row && *expected.row != hash) {
        find(name + ": its seal is not the one in the log");
    }
    m_expected.erase(found);
}

Done Verification::rowsOf(RecordKind kind)
{
    const auto& table = m_body->table(kind);
    const RowHasher hasher(table);
    auto row =
        m_body->connection().prepare("SELECT (SELECT hash FROM row_seal WHERE uuid = " + std::string(table.idColumn()) +
                                     "), fid, " + table.selection() + " FROM " + std::string(table.name()));
    if (!row) {
        return fail(row.error());
    }
    const int id = 2 + static_cast<int>(*table.columnNamed(table.idColumn()));
    while (true) {
        const auto found = row->step();
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return done();
        }
        if (row->isNull(id)) {
            find(std::string(table.name()) + " in row " + std::to_string(row->integer(1)) + ": it has no identity");
            continue;
        }
        checkRow(table.name(), row->text(id), hasher.hashOf(*row, 2), hashIn(*row, 0));
        if (m_progress->cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
    }
}

Done Verification::rows()
{
    for (const auto kind : kRecordKinds) {
        if (auto checked = rowsOf(kind); !checked) {
            return checked;
        }
    }
    m_progress->report(1.0);
    return done();
}

/// What the log made and did not remove must be there.
Done Verification::gone()
{
    for (const auto& [uuid, expected] : m_expected) {
        if (!expected.isGone) {
            find("record " + uuid + ": it was removed without the log");
        }
    }
    return done();
}

} // namespace

Result<LogVerdict> verifyLog(Reader& reader, const Progress& progress)
{
    return Verification(ReaderInsides::of(reader), progress).run();
}

} // namespace observo::census
