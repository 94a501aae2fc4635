// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/ChangeSet.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace observo::test {

/// What a census must hold, kept beside it by a test: its cameras, sites and systems, as the committed sets said.
class CensusModel {
public:
    /// Everything that a reader gives; throws when it cannot be read.
    static CensusModel of(census::Reader& reader);
    static CensusModel of(const std::filesystem::path& file);

    void apply(const ChangeSet& committed);

    const std::map<Uuid, Record>& records() const { return m_records; }
    std::vector<Camera> cameras() const;
    std::vector<Site> sites() const;
    std::vector<System> systems() const;

    /// One number a record.
    std::map<Uuid, std::uint64_t> digests() const;
    /// The first difference in words; empty when equal.
    std::string differenceTo(const CensusModel& other) const;
    /// One number for everything but the bookkeeping, which no undo takes back.
    std::uint64_t contentDigest() const;

    friend bool operator==(const CensusModel&, const CensusModel&) = default;

private:
    std::map<Uuid, Record> m_records;
};

enum class Bookkept { Included, LeftOut };

/// One number for all fields of a record, and the place of a camera to the last bit.
std::uint64_t digestOf(const Record& record, Bookkept book = Bookkept::Included);

/// FNV-1a over bytes, from a running value.
constexpr std::uint64_t kDigestStart = 0xcbf29ce484222325ULL;
std::uint64_t digestOf(std::string_view bytes, std::uint64_t from = kDigestStart);

} // namespace observo::test
