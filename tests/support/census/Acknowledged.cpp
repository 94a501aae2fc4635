// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/Acknowledged.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>
#include <stdexcept>

namespace observo::test {

namespace {

using Digests = std::map<Uuid, std::uint64_t>;

/// The records in which two states differ.
std::set<Uuid> differing(const Digests& a, const Digests& b)
{
    std::set<Uuid> uuids;
    const auto compare = [&uuids](const Digests& from, const Digests& with) {
        for (const auto& [uuid, digest] : from) {
            const auto other = with.find(uuid);
            if (other == with.end() || other->second != digest) {
                uuids.insert(uuid);
            }
        }
    };
    compare(a, b);
    compare(b, a);
    return uuids;
}

std::string describe(const Digests& expected, const Digests& found, const Uuid& uuid)
{
    const bool wasThere = expected.contains(uuid);
    const bool isThere = found.contains(uuid);
    return "record " + uuid.text() +
           (wasThere && isThere ? " is not as acknowledged"
                                : (wasThere ? " was acknowledged and is gone" : " is there and was not acknowledged"));
}

/// The records of the sets after `lastSet` in the log, by set.
std::map<std::int64_t, std::set<Uuid>> laterSets(census::Reader& reader, std::int64_t lastSet)
{
    std::map<std::int64_t, std::set<Uuid>> sets;
    const auto read = census::forEachLogEntry(reader, {.last = 200}, [&](const census::LogEntry& entry) {
        const auto uuid = Uuid::parse(entry.record);
        if (entry.setId > lastSet && uuid && entry.kind != "census") {
            sets[entry.setId].insert(*uuid);
        }
        return true;
    });
    if (!read) {
        throw std::runtime_error(read.error().message());
    }
    return sets;
}

} // namespace

Acknowledgement Acknowledgement::of(const census::Committed& committed)
{
    Acknowledgement acknowledgement{.setId = committed.setId, .records = {}};
    for (const auto& change : committed.changes.changes) {
        if (change.kind() != RecordKind::Census) {
            acknowledgement.records.push_back(
                {.uuid = change.uuid(),
                 .digest = change.after ? std::optional(digestOf(*change.after)) : std::nullopt});
        }
    }
    return acknowledgement;
}

std::string Acknowledgement::line() const
{
    std::string text = "A " + std::to_string(setId);
    for (const auto& record : records) {
        text += " " + record.uuid.text() + ":" + (record.digest ? std::to_string(*record.digest) : "-");
    }
    return text;
}

Acknowledgement Acknowledgement::parse(const std::string& line)
{
    Acknowledgement acknowledgement;
    std::istringstream words(line);
    std::string word;
    words >> word >> acknowledgement.setId;
    while (words >> word) {
        const auto uuid = Uuid::parse(word.substr(0, 36));
        if (!uuid || word.size() < 38) {
            throw std::runtime_error("not an acknowledgement: " + line);
        }
        AcknowledgedRecord record{.uuid = *uuid, .digest = std::nullopt};
        if (word[37] != '-') {
            std::uint64_t digest = 0;
            std::from_chars(word.data() + 37, word.data() + word.size(), digest);
            record.digest = digest;
        }
        acknowledgement.records.push_back(record);
    }
    return acknowledgement;
}

Acknowledged::Acknowledged(census::Reader& start) : m_digests(CensusModel::of(start).digests())
{
    const auto read = census::forEachLogEntry(start, {}, [this](const census::LogEntry& entry) {
        m_lastSet = std::max(m_lastSet, entry.setId);
        return true;
    });
    if (!read) {
        throw std::runtime_error(read.error().message());
    }
}

Acknowledged::Acknowledged(const std::filesystem::path& start)
{
    auto reader = census::Reader::open(start);
    if (!reader) {
        throw std::runtime_error(reader.error().message());
    }
    *this = Acknowledged(**reader);
}

void Acknowledged::add(const Acknowledgement& acknowledgement)
{
    for (const auto& record : acknowledgement.records) {
        if (record.digest) {
            m_digests[record.uuid] = *record.digest;
        } else {
            m_digests.erase(record.uuid);
        }
    }
    m_lastSet = acknowledgement.setId;
}

std::string Acknowledged::exactly(census::Reader& reader) const
{
    const auto found = CensusModel::of(reader).digests();
    const auto differences = differing(m_digests, found);
    return differences.empty() ? std::string() : describe(m_digests, found, *differences.begin());
}

std::string Acknowledged::exactlyOrOneSetMore(census::Reader& reader, const std::vector<Uuid>& intended)
{
    m_tookFurtherSet = false;
    const auto found = CensusModel::of(reader);
    if (auto fault = explain(reader, found, intended); !fault.empty()) {
        return fault;
    }
    auto digests = found.digests();
    m_tookFurtherSet = digests != m_digests;
    m_digests = std::move(digests);
    if (const auto sets = laterSets(reader, m_lastSet); !sets.empty()) {
        m_lastSet = sets.rbegin()->first;
    }
    return {};
}

std::string Acknowledged::explain(census::Reader& reader, const CensusModel& found,
                                  const std::vector<Uuid>& intended) const
{
    const auto digests = found.digests();
    const auto differences = differing(m_digests, digests);
    const auto sets = laterSets(reader, m_lastSet);
    if (differences.empty() && sets.empty()) {
        return {};
    }
    if (sets.size() != 1) {
        const auto what = differences.empty() ? std::string() : describe(m_digests, digests, *differences.begin());
        return what + " (" + std::to_string(sets.size()) + " sets in the log were not acknowledged)";
    }
    const auto& touched = sets.begin()->second;
    for (const auto& uuid : differences) {
        if (!touched.contains(uuid)) {
            return describe(m_digests, digests, uuid) + ", and the set that was under way did not touch it";
        }
    }
    if (differences != touched) {
        return "half a set is there: " + std::to_string(differences.size()) + " of " + std::to_string(touched.size()) +
               " records changed";
    }
    for (const auto& uuid : intended) {
        if (!touched.contains(uuid)) {
            return "half a set is there: record " + uuid.text() + " belonged to it";
        }
    }
    return {};
}

} // namespace observo::test
