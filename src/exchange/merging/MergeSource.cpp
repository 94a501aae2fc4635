// SPDX-License-Identifier: GPL-3.0-or-later
#include "merging/MergeSource.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

namespace observo::exchange {
namespace {

/// What a camera says of itself, for finding it where no identity joins the two.
Draft draftOf(const Camera& camera)
{
    Draft draft{.place = camera.position};
    for (const FieldInfo& field : fieldsOf(RecordKind::Camera)) {
        const FieldValue value = valueOf(camera, field);
        const bool isSaid = !std::holds_alternative<std::monostate>(value) && textOf(value) != "";
        if (isSaid && !field.byProgram && field.name != "camera_id" && field.name != "extra") {
            draft.values.emplace_back(&field, value);
        }
    }
    return draft;
}

} // namespace

BodyCode siteOf(const Camera& camera)
{
    return {camera.bodyIstat, camera.siteCode};
}

BodyCode systemOf(const Camera& camera)
{
    return {camera.bodyIstat, camera.systemCode};
}

MergeSource::MergeSource(MergeState& state, Matching* matching, std::string reason, Progress progress)
    : m_state(&state), m_matching(matching), m_reason(std::move(reason)), m_progress(std::move(progress))
{}

Result<std::unique_ptr<MergeSource>> MergeSource::make(MergeState& state, Matching* matching, std::string reason,
                                                       const Progress& progress)
{
    std::unique_ptr<MergeSource> source(new MergeSource(state, matching, std::move(reason), progress));
    for (const RecordKind kind : {RecordKind::System, RecordKind::Site}) {
        if (auto merged = mergeTable(state, kind); !merged) {
            return fail(merged.error());
        }
    }
    state.theirs.cameras.forEach([&](const CameraRow& row) {
        source->m_theirs.push_back(row.id);
        return true;
    });
    std::ranges::sort(source->m_theirs);
    for (const auto& [uuid, stone] : state.theirs.stones) {
        source->m_stones.push_back(stone);
    }
    // Cameras first, so that their places are free when their turn comes.
    std::ranges::stable_partition(source->m_stones,
                                  [](const census::Tombstone& stone) { return stone.kind == RecordKind::Camera; });
    if (auto told = source->tellCodesApart(); !told) {
        return fail(told.error());
    }
    source->collectOwn();
    return source;
}

Done MergeSource::noteClash(const std::vector<CameraId>& ids, std::vector<CodedRecord>& clashes) const
{
    for (const CameraId id : ids) {
        const bool isMine = m_state->mine.cameras.contains(id);
        const auto camera = (isMine ? m_state->mine : m_state->theirs).reader->camera(id);
        if (!camera) {
            return fail(camera.error());
        }
        const auto stone = m_state->mine.stones.find(id.uuid);
        if (!isMine && stone != m_state->mine.stones.end()) {
            const auto removal = m_state->removalOf(stone->second, *camera, false);
            if (!removal || removal->stays) {
                continue;
            }
        }
        clashes.push_back({{camera->bodyIstat, camera->code}, camera->book.createdAt, id.uuid});
    }
    return done();
}

/// Two copies that went on by themselves gave the same next code to different cameras.
Done MergeSource::tellCodesApart()
{
    if (m_state->common == 0) {
        return done();
    }
    std::unordered_map<std::string, std::vector<CameraId>> byCode;
    std::set<std::string> arriving;
    m_state->mine.cameras.forEach([&](const CameraRow& row) {
        byCode[std::string(row.code)].push_back(row.id);
        return true;
    });
    m_state->theirs.cameras.forEach([&](const CameraRow& row) {
        auto& ids = byCode[std::string(row.code)];
        if (!m_state->mine.cameras.contains(row.id)) {
            if (!ids.empty()) {
                arriving.insert(std::string(row.code));
            }
            ids.push_back(row.id);
        }
        return true;
    });
    std::vector<CodedRecord> clashes;
    std::set<std::string> bodies;
    for (const std::string& code : arriving) {
        if (auto noted = noteClash(byCode[code], clashes); !noted) {
            return noted;
        }
    }
    std::set<BodyCode> taken;
    for (const CodedRecord& clash : clashes) {
        bodies.insert(clash.code.first);
    }
    for (const std::string& body : bodies) {
        for (const auto& [code, ids] : byCode) {
            taken.insert({body, code});
        }
    }
    m_cameraCodes = toldApart(std::move(clashes), std::move(taken));
    return done();
}

/// Mine that stand on a place which has another code now, or get one themselves.
void MergeSource::collectOwn()
{
    std::set<Uuid> own;
    for (const auto& [code, now] : m_state->sites.mineRenamed) {
        const auto standing = m_state->mine.camerasOnSite.find(code);
        if (standing != m_state->mine.camerasOnSite.end()) {
            own.insert(standing->second.begin(), standing->second.end());
        }
    }
    for (const auto& [uuid, code] : m_cameraCodes) {
        own.insert(uuid);
    }
    const bool allMayChange = !m_state->systems.mineRenamed.empty();
    m_state->mine.cameras.forEach([&](const CameraRow& row) {
        const bool isOurs = !m_state->theirs.cameras.contains(row.id) && !m_state->theirs.stones.contains(row.id.uuid);
        if (isOurs && (allMayChange || own.contains(row.id.uuid))) {
            m_own.push_back(row.id);
        }
        return true;
    });
    for (const auto& [code, cameras] : m_state->mine.camerasOnSite) {
        m_onSite[code] += static_cast<std::int64_t>(cameras.size());
    }
    m_inSystem = m_state->mine.usersOfSystem;
}

void MergeSource::count(const Camera& camera, int by)
{
    m_onSite[siteOf(camera)] += by;
    m_inSystem[systemOf(camera)] += by;
}

Result<std::optional<Change>> MergeSource::next()
{
    while (m_state->changes.empty()) {
        if (m_progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled", "nothing was changed");
        }
        if (m_placesLeft) {
            return std::optional<Change>{};
        }
        if (auto stepped = step(); !stepped) {
            return fail(stepped.error());
        }
    }
    auto change = std::move(m_state->changes.front());
    m_state->changes.pop_front();
    return std::optional(std::move(change));
}

Done MergeSource::step()
{
    if (m_nextOwn < m_own.size()) {
        return takeOwn(m_own[m_nextOwn++]);
    }
    if (m_nextTheirs < m_theirs.size()) {
        m_progress.report(static_cast<double>(m_nextTheirs) / static_cast<double>(m_theirs.size()));
        return takeTheirs(m_theirs[m_nextTheirs++]);
    }
    if (m_nextStone < m_stones.size()) {
        return takeStone(m_stones[m_nextStone++]);
    }
    removePlaces(RecordKind::Site);
    removePlaces(RecordKind::System);
    m_placesLeft = true;
    return done();
}

Done MergeSource::takeOwn(CameraId id)
{
    const auto mine = m_state->mine.reader->camera(id);
    if (!mine) {
        return fail(mine.error());
    }
    Record after = *mine;
    m_state->renameReferences(after, true);
    if (const auto code = m_cameraCodes.find(id.uuid); code != m_cameraCodes.end()) {
        setCode(after, code->second);
        m_state->tell(*mine, Severity::Warning, "code_told_apart",
                      "lo stesso codice era di due telecamere: ora è " + code->second,
                      "two cameras had come to share the code; it is " + code->second + " now", "code");
    }
    if (!isSameContent(*mine, after)) {
        count(*mine, -1);
        count(std::get<Camera>(after), 1);
        m_state->changes.push_back({.before = *mine, .after = std::move(after)});
    }
    return done();
}

Done MergeSource::takeTheirs(CameraId id)
{
    ++m_state->receipt.read;
    auto theirs = m_state->theirs.reader->camera(id);
    if (!theirs) {
        return fail(theirs.error());
    }
    if (m_state->mine.cameras.contains(id)) {
        const auto mine = m_state->mine.reader->camera(id);
        return mine ? takePair(*mine, std::move(*theirs), true) : Done(fail(mine.error()));
    }
    if (const auto stone = m_state->mine.stones.find(id.uuid); stone != m_state->mine.stones.end()) {
        return takeRemoved(stone->second, *theirs);
    }
    const auto found = isFoundOtherwise(*theirs);
    if (!found) {
        return fail(found.error());
    }
    return *found ? done() : addTheirs(std::move(*theirs));
}

Done MergeSource::takePair(const Camera& mine, Camera theirs, bool isByIdentity)
{
    auto base = isByIdentity ? m_state->baseOf(RecordKind::Camera, mine.id.uuid)
                             : Result<std::optional<Record>>(std::optional<Record>{});
    if (!base) {
        return fail(base.error());
    }
    Record ours = mine;
    Record other = std::move(theirs);
    m_state->renameReferences(ours, true);
    m_state->renameReferences(other, false);
    if (*base) {
        m_state->renameReferences(**base, true);
    }
    if (!isByIdentity) {
        // Another census's places and codes are its own; what it says of the camera is what counts.
        auto& camera = std::get<Camera>(other);
        camera.id = mine.id;
        camera.siteCode = std::get<Camera>(ours).siteCode;
        camera.systemCode = std::get<Camera>(ours).systemCode;
    }
    bool isTaken = false;
    if (std::get<Camera>(other).code != mine.code) {
        m_state->mine.cameras.forEach([&](const CameraRow& row) {
            isTaken = row.code == std::get<Camera>(other).code && row.id != mine.id;
            return !isTaken;
        });
    }
    const RecordPair pair{ours, other, *base, isTaken || !isByIdentity};
    const MergedRecord merged = mergedRecord(pair, m_state->policy);
    m_state->leaveToPerson(merged.record, pair, merged.conflicts);
    count(mine, -1);
    count(std::get<Camera>(merged.record), 1);
    wake(RecordKind::Site, siteOf(std::get<Camera>(merged.record)));
    m_state->settle(mine, merged.record, merged.conflicts);
    return done();
}

Done MergeSource::takeRemoved(const census::Tombstone& stone, const Camera& theirs)
{
    const auto removal = m_state->removalOf(stone, theirs, false);
    if (!removal) {
        return fail(removal.error());
    }
    if (!removal->stays) {
        return addTheirs(theirs);
    }
    if (removal->isConflict && m_state->policy == MergePolicy::Review) {
        ++m_state->receipt.review;
        leaveRemovedHere(stone, theirs);
    } else {
        ++m_state->receipt.skipped;
    }
    m_state->tell(theirs, removal->isConflict ? Severity::Warning : Severity::Notice, "removed_here",
                  "rimossa qui il " + stone.removedAt + ": resta rimossa",
                  "was removed here at " + stone.removedAt + " and stays removed");
    return done();
}

/// Without a common origin the same camera may be in both under two identities.
Result<bool> MergeSource::isFoundOtherwise(const Camera& theirs)
{
    if (m_matching == nullptr || !isValid(theirs.position)) {
        return false;
    }
    const auto match = m_matching->find(draftOf(theirs));
    if (!match) {
        return fail(match.error());
    }
    if (match->kind == Match::Kind::None) {
        return false;
    }
    if (match->kind == Match::Kind::Possible) {
        ++m_state->receipt.review;
        leaveTwin(theirs, *match);
        m_state->tell(theirs, Severity::Warning, "possible_duplicate",
                      "forse è la telecamera " + match->camera->code + " (" + match->why.it + "): da decidere",
                      "may be camera " + match->camera->code + " (" + match->why.en + "); a person has to decide");
        return true;
    }
    m_matching->claim(match->camera->id);
    if (auto taken = takePair(*match->camera, theirs, false); !taken) {
        return fail(taken.error());
    }
    return true;
}

/// A place that nobody wanted yet comes with the first camera that stands on it.
void MergeSource::wake(RecordKind kind, const BodyCode& code)
{
    MergeState::Table& table = m_state->of(kind);
    if (table.byCode.contains(code)) {
        return;
    }
    const auto known = table.waitingCodes.find(code);
    const auto waiting = known == table.waitingCodes.end() ? table.waiting.end() : table.waiting.find(known->second);
    if (waiting == table.waiting.end()) {
        return;
    }
    if (kind == RecordKind::Site) {
        const auto& site = std::get<Site>(waiting->second);
        wake(RecordKind::System, {site.bodyIstat, site.systemCode});
        ++m_inSystem[{site.bodyIstat, site.systemCode}];
    }
    table.byCode.emplace(code, waiting->first);
    --m_state->receipt.skipped;
    ++m_state->receipt.added;
    m_state->changes.push_back({.before = std::nullopt, .after = std::move(waiting->second)});
    table.waiting.erase(waiting);
}

Done MergeSource::addTheirs(Camera theirs)
{
    Record record = std::move(theirs);
    m_state->renameReferences(record, false);
    auto& camera = std::get<Camera>(record);
    if (const auto code = m_cameraCodes.find(camera.id.uuid); code != m_cameraCodes.end()) {
        m_state->tell(record, Severity::Warning, "code_told_apart",
                      "lo stesso codice era di due telecamere: ora è " + code->second,
                      "two cameras had come to share the code; it is " + code->second + " now", "code");
        camera.code = code->second;
    }
    wake(RecordKind::System, systemOf(camera));
    wake(RecordKind::Site, siteOf(camera));
    count(camera, 1);
    ++m_state->receipt.added;
    m_state->changes.push_back({.before = std::nullopt, .after = std::move(record)});
    return done();
}

} // namespace observo::exchange
