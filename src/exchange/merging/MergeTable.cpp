// SPDX-License-Identifier: GPL-3.0-or-later
// Systems and sites of two censuses: few enough to be held in memory, and the frame on which the cameras stand.
#include "merging/MergeState.h"
#include "words/Fold.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace observo::exchange {
namespace {

/// What became of one of their records, before codes are told apart.
struct Pairing {
    Record theirs;
    std::optional<Record> mine{};
    std::vector<std::string> conflicts{};
};

std::string nameIn(const Record& record)
{
    const auto* site = std::get_if<Site>(&record);
    return site != nullptr ? site->name : std::get<System>(record).name;
}

/// Without a common origin, records of one body with the same code and name are the same.
const Record* namesake(const MergeSide& side, const Record& theirs)
{
    const Record* found = side.find(kindOfRecord(theirs), bodyCodeOf(theirs));
    const bool isAlike =
        found != nullptr && !nameIn(theirs).empty() && foldedText(nameIn(*found)) == foldedText(nameIn(theirs));
    return isAlike ? found : nullptr;
}

void setUuid(Record& record, const Uuid& uuid)
{
    if (auto* site = std::get_if<Site>(&record)) {
        site->id = SiteId{uuid};
    } else if (auto* system = std::get_if<System>(&record)) {
        system->id = SystemId{uuid};
    }
}

/// One kind of record on its way through the merge.
class TableMerge {
public:
    TableMerge(MergeState& state, RecordKind kind)
        : m_state(&state), m_kind(kind), m_table(&state.of(kind)), m_mine(&state.mine.of(kind))
    {
        m_table->records = *m_mine;
    }

    [[nodiscard]] Done run()
    {
        for (auto& [uuid, record] : m_table->records) {
            m_state->renameReferences(record, true);
        }
        for (const auto& [uuid, theirs] : m_state->theirs.of(m_kind)) {
            ++m_state->receipt.read;
            if (auto taken = take(theirs); !taken) {
                return taken;
            }
        }
        if (auto removed = noteRemovals(); !removed) {
            return removed;
        }
        tellApart();
        noteRenamed();
        queueChanges();
        return done();
    }

private:
    [[nodiscard]] Done take(const Record& given)
    {
        const Uuid uuid = uuidOf(given);
        Record theirs = given;
        m_state->renameReferences(theirs, false);
        const auto mine = m_mine->find(uuid);
        const Record* same = mine != m_mine->end()  ? &mine->second
                             : m_state->common == 0 ? namesake(m_state->mine, given)
                                                    : nullptr;
        if (same != nullptr) {
            return takePair(*same, std::move(theirs), uuid);
        }
        if (const auto stone = m_state->mine.stones.find(uuid); stone != m_state->mine.stones.end()) {
            const auto removal = m_state->removalOf(stone->second, given, false);
            if (!removal) {
                return fail(removal.error());
            }
            if (removal->stays) {
                ++m_state->receipt.skipped;
                m_table->waiting.emplace(uuid, std::move(theirs));
                return done();
            }
        }
        const bool isEmpty = m_kind == RecordKind::System || !m_state->theirs.camerasOnSite.contains(bodyCodeOf(given));
        if (m_state->common == 0 && !isEmpty) {
            // Its cameras may turn out to be mine; it comes with the first that is not.
            ++m_state->receipt.skipped;
            m_table->waiting.emplace(uuid, std::move(theirs));
            return done();
        }
        ++m_state->receipt.added;
        m_table->records.emplace(uuid, std::move(theirs));
        return done();
    }

    [[nodiscard]] Done takePair(const Record& mine, Record theirs, const Uuid& theirUuid)
    {
        const Uuid uuid = uuidOf(mine);
        auto base = m_state->baseOf(m_kind, uuid);
        if (!base) {
            return fail(base.error());
        }
        if (*base) {
            m_state->renameReferences(**base, true);
        }
        setUuid(theirs, uuid);
        const Record* holder = m_state->mine.find(m_kind, bodyCodeOf(theirs));
        const bool keepsCode = holder != nullptr && uuidOf(*holder) != uuid;
        const RecordPair pair{m_table->records.at(uuid), theirs, *base, keepsCode};
        MergedRecord merged = mergedRecord(pair, m_state->policy);
        m_state->tellConflicts(mine, merged.conflicts);
        m_state->leaveToPerson(merged.record, pair, merged.conflicts);
        m_conflicts.insert_or_assign(uuid, !merged.conflicts.empty());
        m_table->records.insert_or_assign(uuid, std::move(merged.record));
        m_same.insert_or_assign(theirUuid, uuid);
        return done();
    }

    [[nodiscard]] Done noteRemovals()
    {
        for (const auto& [uuid, stone] : m_state->theirs.stones) {
            const auto mine = m_mine->find(uuid);
            if (stone.kind != m_kind || mine == m_mine->end()) {
                continue;
            }
            ++m_state->receipt.read;
            const auto removal = m_state->removalOf(stone, mine->second, true);
            if (!removal) {
                return fail(removal.error());
            }
            if (removal->stays) {
                m_table->leaving.emplace(uuid, stone.reason);
            } else {
                ++m_state->receipt.skipped;
            }
        }
        return done();
    }

    void tellApart()
    {
        std::vector<CodedRecord> all;
        std::set<BodyCode> taken;
        for (const auto* records : {&m_table->records, &m_table->waiting}) {
            for (const auto& [uuid, record] : *records) {
                all.push_back({bodyCodeOf(record), bookOf(record).createdAt, uuid});
                taken.insert(bodyCodeOf(record));
            }
        }
        for (const auto& [uuid, code] : toldApart(std::move(all), std::move(taken))) {
            const auto living = m_table->records.find(uuid);
            setCode(living != m_table->records.end() ? living->second : m_table->waiting.at(uuid), code);
        }
    }

    void noteRenamed()
    {
        for (const auto& [uuid, record] : m_table->records) {
            m_table->byCode.emplace(bodyCodeOf(record), uuid);
        }
        for (const auto& [uuid, record] : m_table->waiting) {
            m_table->waitingCodes.emplace(bodyCodeOf(record), uuid);
        }
        for (const auto& [uuid, record] : *m_mine) {
            const std::string& now = codeOf(m_table->records.at(uuid));
            if (now != codeOf(record)) {
                m_table->mineRenamed.emplace(bodyCodeOf(record), now);
            }
        }
        for (const auto& [uuid, record] : m_state->theirs.of(m_kind)) {
            const auto same = m_same.find(uuid);
            const auto living = m_table->records.find(same == m_same.end() ? uuid : same->second);
            const auto waiting = m_table->waiting.find(uuid);
            const Record* now = living != m_table->records.end()    ? &living->second
                                : waiting != m_table->waiting.end() ? &waiting->second
                                                                    : nullptr;
            if (now != nullptr && codeOf(*now) != codeOf(record)) {
                m_table->theirsRenamed.emplace(bodyCodeOf(record), codeOf(*now));
            }
        }
    }

    void queueChanges()
    {
        for (const auto& [uuid, record] : m_table->records) {
            const auto mine = m_mine->find(uuid);
            if (mine == m_mine->end()) {
                m_state->changes.push_back({.before = std::nullopt, .after = record});
                continue;
            }
            const bool isSame = isSameContent(mine->second, record);
            if (const auto paired = m_conflicts.find(uuid); paired != m_conflicts.end()) {
                Receipt& receipt = m_state->receipt;
                const bool isOpen = paired->second && m_state->policy == MergePolicy::Review;
                ++(isOpen ? receipt.review : isSame ? receipt.unchanged : receipt.updated);
            }
            if (!isSame) {
                m_state->changes.push_back({.before = mine->second, .after = record});
            }
        }
    }

    MergeState* m_state;
    RecordKind m_kind;
    MergeState::Table* m_table;
    std::map<Uuid, Record>* m_mine;
    std::map<Uuid, bool> m_conflicts; ///< records of mine that theirs speaks of, and whether a policy decided
    std::map<Uuid, Uuid> m_same;      ///< their identity: mine
};

} // namespace

Done mergeTable(MergeState& state, RecordKind kind)
{
    return TableMerge(state, kind).run();
}

} // namespace observo::exchange
