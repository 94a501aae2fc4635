// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Verify.h"

#include "ReaderBody.h"
#include "history/Chain.h"
#include "history/Sealing.h"
#include "schema/Schema.h"

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
    std::optional<RecordKind> kind;
    bool isGone = false;
    bool isOpen = false;
};

std::optional<RecordKind> kindNamed(std::string_view name)
{
    const auto found = std::find_if(kRecordKinds.begin(), kRecordKinds.end(),
                                    [name](RecordKind kind) { return nameOf(kind) == name; });
    return found == kRecordKinds.end() ? std::nullopt : std::optional(*found);
}

/// What is said of each fault, after the entry or the record it is about.
Label textOf(HistoryFault fault)
{
    switch (fault) {
    case HistoryFault::Structure:
        return {"la struttura del file non è quella del programma", "the structure differs"};
    case HistoryFault::EntryMissing:
        return {"manca", "it is missing"};
    case HistoryFault::EntryDoesNotFit:
        return {"non si lega alla voce precedente", "it does not fit the chain"};
    case HistoryFault::SetDoesNotFit:
        return {"non appartiene alla sua modifica", "it does not fit its change set"};
    case HistoryFault::ContentChanged:
        return {"il contenuto è stato cambiato", "its content was changed"};
    case HistoryFault::SealedBehindOpen:
        return {"è sigillata dietro una voce che non lo è", "it is sealed behind an entry that is not"};
    case HistoryFault::EndMissing:
        return {"manca la fine del registro", "the end of the log is missing"};
    case HistoryFault::NotInLog:
        return {"non è nel registro", "it is not in the log"};
    case HistoryFault::RemovedByLog:
        return {"per il registro è stato tolto", "the log says that it was removed"};
    case HistoryFault::SealedTooEarly:
        return {"è sigillato benché l'ultima modifica non lo sia", "it is sealed although its last change is not"};
    case HistoryFault::ChangedWithoutLog:
        return {"è stato cambiato senza passare dal registro", "it was changed without the log"};
    case HistoryFault::SealNotOfLog:
        return {"il sigillo non è quello del registro", "its seal is not the one in the log"};
    case HistoryFault::RemovedWithoutLog:
        return {"è stato tolto senza passare dal registro", "it was removed without the log"};
    case HistoryFault::NoIdentity:
        return {"non ha un identificativo", "it has no identity"};
    }
    return {};
}

std::string subjectOf(const HistoryFinding& finding, Language language)
{
    const bool italian = language == Language::Italian;
    if (finding.entry) {
        return (italian ? "voce " : "entry ") + std::to_string(*finding.entry);
    }
    const std::string kind(finding.kind ? nameOf(*finding.kind) : "record");
    if (finding.fault == HistoryFault::NoIdentity) {
        return kind + (italian ? " nella riga " : " in row ") + finding.detail;
    }
    return kind + " " + finding.record;
}

/// Walks the log once and the records once.
class Verification {
public:
    Verification(ReaderInsides::Body& body, const Progress& progress) : m_body(&body), m_progress(&progress) {}

    Result<Verdict> run()
    {
        for (const auto step : {&Verification::structure, &Verification::chain, &Verification::end, &Verification::rows,
                                &Verification::gone}) {
            if (auto passed = (this->*step)(); !passed) {
                return fail(passed.error());
            }
        }
        return m_verdict;
    }

private:
    void find(HistoryFinding finding)
    {
        if (m_verdict.findings.size() < kMaxFindings) {
            m_verdict.findings.push_back(std::move(finding));
        }
    }

    void findEntry(std::int64_t sequence, HistoryFault fault, std::string detail = {})
    {
        if (!m_verdict.firstBad || sequence < *m_verdict.firstBad) {
            m_verdict.firstBad = sequence;
        }
        find({.fault = fault, .entry = sequence, .detail = std::move(detail)});
    }

    Done structure();
    Done chain();
    Done end();
    Done rows();
    Done rowsOf(RecordKind kind);
    Done gone();
    void checkEntry(const Statement& row);
    void expect(const Statement& row);
    void checkRow(RecordKind kind, std::string_view uuid, const Hash& hash, const std::optional<Hash>& sealed);

    ReaderInsides::Body* m_body;
    const Progress* m_progress;
    Verdict m_verdict;
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
        find({.fault = HistoryFault::Structure, .detail = difference.what});
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
    expected.kind = kindNamed(row.text(4));
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
                      .setAt = row.text(19),
                      .undoes = row.integer(23),
                      .redoes = row.integer(24),
                      .payload = hashIn(row, 7),
                      .row = hashIn(row, 8)};
    // What is known only when a set ends is not sealed; it must fit the entries.
    if (entry.sequence < row.integer(21) || entry.sequence > row.integer(22) ||
        row.integer(20) > row.integer(22) - row.integer(21) + 1) {
        findEntry(entry.sequence, HistoryFault::SetDoesNotFit);
    }
    const auto sealed = hashIn(row, 9);
    const Hash link = linkOf(m_link, entry);
    if (!m_isBroken && (!sealed || *sealed != link)) {
        m_isBroken = true;
        findEntry(entry.sequence, HistoryFault::EntryDoesNotFit);
    }
    // Without a salt the payload was erased, which the chain allows.
    if (!row.isNull(16)) {
        const auto payload = payloadHash(row.blob(16), optionalText(17), optionalText(18));
        if (!entry.payload || *entry.payload != payload) {
            findEntry(entry.sequence, HistoryFault::ContentChanged);
        }
    }
    m_link = sealed.value_or(link);
}

Done Verification::chain()
{
    const auto total = m_body->connection().number("SELECT count(*) FROM change_log");
    auto row = m_body->connection().prepare(
        "SELECT l.seq, l.set_id, l.at, l.action, l.kind, l.record, l.at, l.payload_hash, l.row_hash, l.hash, s.actor, "
        "s.host, s.program, s.label, s.reason, s.recipient, p.salt, p.before, p.after, s.at, s.edits, s.first_seq, "
        "s.last_seq, s.undoes, s.redoes FROM change_log AS l "
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
            findEntry(m_last + 1, HistoryFault::EntryMissing);
        }
        m_last = sequence;
        if (row->isNull(9)) {
            isOpen = true;
        } else {
            if (isOpen) {
                findEntry(sequence, HistoryFault::SealedBehindOpen);
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
        findEntry(m_last + 1, HistoryFault::EndMissing, std::to_string(*numbered));
    }
    return done();
}

void Verification::checkRow(RecordKind kind, std::string_view uuid, const Hash& hash, const std::optional<Hash>& sealed)
{
    const auto findRecord = [&](HistoryFault fault) {
        find({.fault = fault, .kind = kind, .record = std::string(uuid)});
    };
    const auto found = m_expected.find(uuid);
    if (found == m_expected.end()) {
        findRecord(HistoryFault::NotInLog);
        return;
    }
    auto& expected = found->second;
    if (expected.isGone) {
        findRecord(HistoryFault::RemovedByLog);
    } else if (expected.isOpen) {
        if (sealed) {
            findRecord(HistoryFault::SealedTooEarly);
        }
    } else if (!sealed || *sealed != hash) {
        findRecord(HistoryFault::ChangedWithoutLog);
    } else if (expected.row && *expected.row != hash) {
        findRecord(HistoryFault::SealNotOfLog);
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
            find({.fault = HistoryFault::NoIdentity, .kind = kind, .detail = std::to_string(row->integer(1))});
            continue;
        }
        checkRow(kind, row->text(id), hasher.hashOf(*row, 2), hashIn(*row, 0));
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
            find({.fault = HistoryFault::RemovedWithoutLog, .kind = expected.kind, .record = uuid});
        }
    }
    return done();
}

} // namespace

std::string HistoryFinding::sentence(Language language) const
{
    if (fault == HistoryFault::Structure) {
        return detail;
    }
    auto sentence = subjectOf(*this, language) + ": " + std::string(textOf(fault).in(language));
    if (fault == HistoryFault::EndMissing) {
        sentence += " (" + detail + (language == Language::Italian ? " scritte)" : " were written)");
    }
    return sentence;
}

Result<Verdict> verifyHistory(Reader& reader, const Progress& progress)
{
    return Verification(ReaderInsides::of(reader), progress).run();
}

Result<LogVerdict> verifyLog(Reader& reader, const Progress& progress)
{
    const auto verdict = verifyHistory(reader, progress);
    if (!verdict) {
        return fail(verdict.error());
    }
    LogVerdict verified{
        .intact = verdict->findings.empty(), .entries = verdict->entries, .firstBad = verdict->firstBad};
    for (const auto& finding : verdict->findings) {
        verified.findings.push_back(finding.sentence(Language::English));
    }
    return verified;
}

} // namespace observo::census
