// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/census/CensusModel.h"

#include "observo/census/Log.h"
#include "observo/census/Session.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace observo::test {

/// A record after a committed set: its digest, or nothing when it was removed.
struct AcknowledgedRecord {
    Uuid uuid;
    std::optional<std::uint64_t> digest;
};

/// What a committed set acknowledged, small enough to be sent through a pipe.
struct Acknowledgement {
    std::int64_t setId = 0;
    std::vector<AcknowledgedRecord> records;

    static Acknowledgement of(const census::Committed& committed);
    /// "A 17 UUID:digest UUID:-" on one line.
    std::string line() const;
    static Acknowledgement parse(const std::string& line);
};

/// Keeps what a census has acknowledged and judges a file by it: all of that must be there, and nothing else but at
/// most one further set, whole, whose acknowledgement never arrived.
class Acknowledged {
public:
    Acknowledged() = default;
    /// What a census holds now counts as acknowledged.
    explicit Acknowledged(census::Reader& start);
    explicit Acknowledged(const std::filesystem::path& start);

    void add(const Acknowledgement& acknowledgement);

    /// Empty when the file holds exactly what was acknowledged; else the first difference.
    std::string exactly(census::Reader& reader) const;
    /// The same, but one whole further set may be there; it is then taken as acknowledged, and `tookFurtherSet` says
    /// so. `intended` are records that a further set must have touched when it is there, as far as they are known.
    std::string exactlyOrOneSetMore(census::Reader& reader, const std::vector<Uuid>& intended);

    bool tookFurtherSet() const { return m_tookFurtherSet; }

private:
    std::string explain(census::Reader& reader, const CensusModel& found, const std::vector<Uuid>& intended) const;

    std::map<Uuid, std::uint64_t> m_digests;
    std::int64_t m_lastSet = 0;
    bool m_tookFurtherSet = false;
};

} // namespace observo::test
