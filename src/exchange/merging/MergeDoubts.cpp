// SPDX-License-Identifier: GPL-3.0-or-later
// What a merge leaves to a person: the doubts of a MergeSource.
#include "merging/MergeSource.h"

#include <algorithm>
#include <utility>

namespace observo::exchange {

/// Their place and their system, where they do not come with the merge itself.
std::vector<Record> MergeSource::companionsOf(const Camera& camera) const
{
    std::vector<Record> companions;
    const auto add = [&](RecordKind kind, const BodyCode& code) {
        const MergeState::Table& table = m_state->of(kind);
        const auto known = table.waitingCodes.find(code);
        const auto waiting =
            known == table.waitingCodes.end() ? table.waiting.end() : table.waiting.find(known->second);
        if (waiting != table.waiting.end()) {
            companions.push_back(waiting->second);
        }
    };
    add(RecordKind::System, systemOf(camera));
    add(RecordKind::Site, siteOf(camera));
    return companions;
}

/// A camera of theirs that may be one of mine under another identity.
void MergeSource::leaveTwin(const Camera& theirs, const Match& match)
{
    const Camera& mine = *match.camera;
    Record apart = theirs;
    m_state->renameReferences(apart, false);
    Camera same = theirs;
    same.id = mine.id;
    same.code = mine.code;
    same.siteCode = mine.siteCode;
    same.systemCode = mine.systemCode;
    Doubt doubt{.kind = Doubt::Kind::PossibleTwin,
                .byLikeness = match.byLikeness,
                .mine = mine,
                .theirs = same,
                .apart = apart,
                .companions = companionsOf(std::get<Camera>(apart)),
                .fields = differencesOf(mine, same),
                .whyIt = match.why.it,
                .whyEn = match.why.en};
    // What they do not know says nothing against what is known here.
    const auto silent = gapsIn(same, doubt.fields);
    std::erase_if(doubt.fields, [&](const std::string& field) { return silent.contains(field); });
    doubt.proposed = gapsIn(mine, doubt.fields);
    m_state->leave(std::move(doubt));
}

void MergeSource::leaveRemovedHere(const census::Tombstone& stone, const Camera& theirs)
{
    Record back = theirs;
    m_state->renameReferences(back, false);
    Doubt doubt{.kind = Doubt::Kind::RemovedHere,
                .base = stone.lastState,
                .apart = back,
                .companions = companionsOf(std::get<Camera>(back)),
                .whyIt = "rimossa qui (" + stone.reason + "), di là modificata",
                .whyEn = "was removed here (" + stone.reason + ") and changed there"};
    if (stone.lastState) {
        doubt.fields = differencesOf(*stone.lastState, back);
    }
    m_state->leave(std::move(doubt));
}

void MergeSource::leaveRemovedThere(const census::Tombstone& stone, const Camera& mine)
{
    Doubt doubt{.kind = Doubt::Kind::RemovedThere,
                .mine = mine,
                .base = stone.lastState,
                .whyIt = "rimossa nell'altro censimento (" + stone.reason + "), qui modificata",
                .whyEn = "was removed in the other census (" + stone.reason + ") and changed here"};
    if (stone.lastState) {
        doubt.fields = differencesOf(*stone.lastState, mine);
    }
    m_state->leave(std::move(doubt));
}

} // namespace observo::exchange
