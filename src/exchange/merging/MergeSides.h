// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merging/FieldMerge.h"

#include "observo/census/Ancestry.h"
#include "observo/census/Reader.h"
#include "observo/core/Inventory.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

/// A body and a code of that body: how records refer to sites and systems.
using BodyCode = std::pair<std::string, std::string>;

/// What a merge must know of one census at once: its places and systems, its tombstones, which cameras it has and what
/// they stand on. Whole cameras stay in the file.
struct MergeSide {
    census::Reader* reader = nullptr;
    Inventory cameras{};
    std::map<Uuid, Record> systems{};
    std::map<Uuid, Record> sites{};
    std::map<BodyCode, Uuid> systemCodes{};
    std::map<BodyCode, Uuid> siteCodes{};
    std::map<Uuid, census::Tombstone> stones{};
    std::map<BodyCode, std::set<Uuid>> camerasOnSite{};
    std::map<BodyCode, std::int64_t> usersOfSystem{};

    [[nodiscard]] static Result<MergeSide> read(census::Reader& reader, const Progress& progress);
    [[nodiscard]] std::map<Uuid, Record>& of(RecordKind kind) { return kind == RecordKind::Site ? sites : systems; }
    [[nodiscard]] const Record* find(RecordKind kind, const BodyCode& code) const;
};

[[nodiscard]] BodyCode bodyCodeOf(const Record& record);

/// Tells apart what two censuses came to call alike: of records with one body and code the one made first keeps it, the
/// others get "-2", "-3", ... behind it, the first that `taken` does not hold. Gives the new codes by UUID, the same
/// from both sides.
struct CodedRecord {
    BodyCode code;
    std::string createdAt;
    Uuid uuid;
};
[[nodiscard]] std::map<Uuid, std::string> toldApart(std::vector<CodedRecord> records, std::set<BodyCode> taken);

} // namespace observo::exchange
