// SPDX-License-Identifier: GPL-3.0-or-later
// What the other census removed: the last part of a MergeSource.
#include "merging/MergeSource.h"

#include <type_traits>
#include <utility>

namespace observo::exchange {

void MergeSource::removeCamera(const Camera& camera, const std::string& reason)
{
    count(camera, -1);
    ++m_state->receipt.updated;
    m_state->tell(camera, Severity::Notice, "removed_there", "rimossa nell'altro censimento: " + reason,
                  "was removed in the other census: " + reason);
    m_state->changes.push_back({.before = camera, .after = std::nullopt});
}

Done MergeSource::takeStone(const census::Tombstone& stone)
{
    if (stone.kind != RecordKind::Camera) {
        return done(); // sites and systems have noted theirs
    }
    const CameraId id{stone.uuid};
    if (m_state->theirs.cameras.contains(id)) {
        return done();
    }
    ++m_state->receipt.read;
    if (!m_state->mine.cameras.contains(id)) {
        passStone(stone);
        return done();
    }
    const auto mine = m_state->mine.reader->camera(id);
    const auto removal = mine ? m_state->removalOf(stone, *mine, true) : fail(mine.error());
    if (!removal) {
        return fail(removal.error());
    }
    if (removal->stays) {
        removeCamera(*mine, stone.reason);
        return done();
    }
    if (removal->isConflict && m_state->policy == MergePolicy::Review) {
        ++m_state->receipt.review;
        leaveRemovedThere(stone, *mine);
    } else {
        ++m_state->receipt.skipped;
    }
    m_state->tell(*mine, removal->isConflict ? Severity::Warning : Severity::Notice, "kept_here",
                  "rimossa nell'altro censimento il " + stone.removedAt + ", ma qui resta",
                  "was removed in the other census at " + stone.removedAt + " but stays here");
    return takeOwn(id);
}

/// A removal of a camera that was never here is worth knowing too: a third census may still have it.
void MergeSource::passStone(const census::Tombstone& stone)
{
    ++m_state->receipt.unchanged;
    if (m_state->mine.stones.contains(stone.uuid) || !stone.lastState) {
        return;
    }
    Record last = *stone.lastState;
    m_state->renameReferences(last, false);
    auto& camera = std::get<Camera>(last);
    const bool hasPlace = m_state->sites.byCode.contains(siteOf(camera)) &&
                          m_state->systems.byCode.contains(systemOf(camera)) && isValid(camera.position);
    if (hasPlace) {
        m_state->changes.push_back({.before = std::nullopt, .after = last});
        camera.book.rowVersion = 1;
        m_state->changes.push_back({.before = last, .after = std::nullopt});
    }
}

void MergeSource::removePlaces(RecordKind kind)
{
    MergeState::Table& table = m_state->of(kind);
    const auto& users = kind == RecordKind::Site ? m_onSite : m_inSystem;
    for (const auto& [uuid, reason] : table.leaving) {
        const Record& record = table.records.at(uuid);
        const auto used = users.find(bodyCodeOf(record));
        if (used != users.end() && used->second > 0) {
            ++m_state->receipt.skipped;
            m_state->tell(record, Severity::Notice, "kept_here", "rimossa nell'altro censimento, ma qui serve ancora",
                          "was removed in the other census but is still needed here");
            continue;
        }
        if (const auto* site = std::get_if<Site>(&record)) {
            --m_inSystem[{site->bodyIstat, site->systemCode}];
        }
        ++m_state->receipt.updated;
        Record now = record;
        if (!isSameContent(m_state->mine.of(kind).at(uuid), record)) {
            std::visit(
                [](auto& one) {
                    if constexpr (!std::is_same_v<std::decay_t<decltype(one)>, Census>) {
                        ++one.book.rowVersion; // changed on the way, earlier in this very set
                    }
                },
                now);
        }
        m_state->changes.push_back({.before = std::move(now), .after = std::nullopt});
    }
}

} // namespace observo::exchange
