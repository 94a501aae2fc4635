// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeState.h"

#include <utility>

namespace observo::exchange {
namespace {

void rename(const std::map<BodyCode, std::string>& renamed, const std::string& body, std::string& code)
{
    const auto found = renamed.find({body, code});
    if (found != renamed.end()) {
        code = found->second;
    }
}

std::string named(const Record& record)
{
    return std::string(nameOf(kindOfRecord(record))) + ' ' + codeOf(record);
}

} // namespace

Result<std::optional<Record>> MergeState::baseOf(RecordKind kind, const Uuid& uuid)
{
    if (common == 0) {
        return std::optional<Record>{};
    }
    auto then = census::recordAfter(*mine.reader, kind, uuid, common);
    if (then && !then->isKnown) {
        then = census::recordAfter(*theirs.reader, kind, uuid, common);
    }
    return then ? Result<std::optional<Record>>(std::move(then->record)) : fail(then.error());
}

Result<MergeState::Removal> MergeState::removalOf(const census::Tombstone& stone, const Record& living,
                                                  bool isMineLiving)
{
    const auto base = baseOf(kindOfRecord(living), uuidOf(living));
    if (!base) {
        return fail(base.error());
    }
    if (*base && isSameContent(**base, living)) {
        return Removal{};
    }
    const bool isRemovalNewer = stone.removedAt > bookOf(living).updatedAt;
    switch (policy) {
    case MergePolicy::Newest:
        return Removal{.stays = isRemovalNewer, .isConflict = base->has_value()};
    case MergePolicy::Theirs:
        return Removal{.stays = isMineLiving, .isConflict = base->has_value()};
    default:
        return Removal{.stays = !isMineLiving, .isConflict = base->has_value()};
    }
}

void MergeState::renameReferences(Record& record, bool isMine)
{
    const auto& siteCodes = isMine ? sites.mineRenamed : sites.theirsRenamed;
    const auto& systemCodes = isMine ? systems.mineRenamed : systems.theirsRenamed;
    if (auto* site = std::get_if<Site>(&record)) {
        rename(systemCodes, site->bodyIstat, site->systemCode);
    } else if (auto* camera = std::get_if<Camera>(&record)) {
        rename(siteCodes, camera->bodyIstat, camera->siteCode);
        rename(systemCodes, camera->bodyIstat, camera->systemCode);
    }
}

void MergeState::tell(const Record& record, Severity severity, const std::string& code, std::string it, std::string en,
                      std::string field)
{
    receipt.tell({.row = {},
                  .field = std::move(field),
                  .value = named(record) + " (" + uuidOf(record).text() + ")",
                  .severity = severity,
                  .code = code,
                  .messageIt = std::move(it),
                  .messageEn = std::move(en)});
}

void MergeState::tellConflicts(const Record& record, const std::vector<std::string>& fields)
{
    const bool isOpen = policy == MergePolicy::Review;
    for (const std::string& field : fields) {
        tell(record, isOpen ? Severity::Warning : Severity::Notice, "conflict",
             isOpen ? "modificato da entrambe le parti: da decidere"
                    : "modificato da entrambe le parti: deciso con --policy " + std::string(nameOf(policy)),
             isOpen ? "was changed on both sides; a person has to decide"
                    : "was changed on both sides; decided by --policy " + std::string(nameOf(policy)),
             field);
    }
}

void MergeState::leaveToPerson(const Record& now, const RecordPair& pair, const std::vector<std::string>& fields)
{
    if (fields.empty() || policy != MergePolicy::Review) {
        return;
    }
    Doubt doubt{.kind = Doubt::Kind::Conflict,
                .mine = now,
                .theirs = pair.theirs,
                .base = pair.base,
                .fields = fields,
                .whyIt = pair.base ? "modificato da entrambe le parti" : "i due censimenti dicono cose diverse",
                .whyEn = pair.base ? "was changed on both sides" : "the two censuses say different things"};
    if (!isNewer(pair.mine, pair.theirs)) {
        doubt.proposed.insert(fields.begin(), fields.end());
    }
    leave(std::move(doubt));
}

void MergeState::leave(Doubt doubt)
{
    if (doubts != nullptr) {
        doubts->add(std::move(doubt));
    }
}

void MergeState::settle(const Record& before, const Record& after, const std::vector<std::string>& conflicts)
{
    tellConflicts(before, conflicts);
    const bool isSame = isSameContent(before, after);
    if (!conflicts.empty() && policy == MergePolicy::Review) {
        ++receipt.review;
    } else {
        ++(isSame ? receipt.unchanged : receipt.updated);
    }
    if (!isSame) {
        changes.push_back({.before = before, .after = after});
    }
}

} // namespace observo::exchange
