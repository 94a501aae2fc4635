// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Matching.h"
#include "merging/MergeState.h"

#include "observo/core/ChangeSet.h"
#include "observo/core/Progress.h"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace observo::exchange {

/// The changes that bring another census into mine: systems and sites, then cameras one by one, then what leaves.
class MergeSource : public ChangeSource {
public:
    /// Reads both sides; writes nothing. `matching` finds cameras without a common origin; null with one.
    [[nodiscard]] static Result<std::unique_ptr<MergeSource>> make(MergeState& state, Matching* matching,
                                                                   std::string reason, const Progress& progress);

    [[nodiscard]] std::string label() const override { return "Merge"; }
    [[nodiscard]] std::string reason() const override { return m_reason; }
    [[nodiscard]] Result<std::optional<Change>> next() override;

private:
    MergeSource(MergeState& state, Matching* matching, std::string reason, Progress progress);
    [[nodiscard]] Done tellCodesApart();
    [[nodiscard]] Done noteClash(const std::vector<CameraId>& ids, std::vector<CodedRecord>& clashes) const;
    void collectOwn();
    [[nodiscard]] Done step();

    [[nodiscard]] Done takeOwn(CameraId id);
    [[nodiscard]] Done takeTheirs(CameraId id);
    [[nodiscard]] Done takePair(const Camera& mine, Camera theirs, bool isByIdentity);
    [[nodiscard]] Done takeRemoved(const census::Tombstone& stone, const Camera& theirs);
    [[nodiscard]] Result<bool> isFoundOtherwise(const Camera& theirs);
    [[nodiscard]] Done addTheirs(Camera theirs);
    [[nodiscard]] Done takeStone(const census::Tombstone& stone);
    void passStone(const census::Tombstone& stone);
    void removeCamera(const Camera& camera, const std::string& reason);
    void removePlaces(RecordKind kind);
    void wake(RecordKind kind, const BodyCode& code);
    void count(const Camera& camera, int by);
    void leaveTwin(const Camera& theirs, const Match& match);
    void leaveRemovedHere(const census::Tombstone& stone, const Camera& theirs);
    void leaveRemovedThere(const census::Tombstone& stone, const Camera& mine);
    [[nodiscard]] std::vector<Record> companionsOf(const Camera& camera) const;

    MergeState* m_state;
    Matching* m_matching;
    std::string m_reason;
    Progress m_progress;
    std::map<Uuid, std::string> m_cameraCodes; ///< codes told apart
    std::vector<CameraId> m_own;               ///< mine that change though theirs says nothing of them
    std::vector<CameraId> m_theirs;
    std::vector<census::Tombstone> m_stones;
    std::size_t m_nextOwn = 0;
    std::size_t m_nextTheirs = 0;
    std::size_t m_nextStone = 0;
    bool m_placesLeft = false;
    std::map<BodyCode, std::int64_t> m_onSite;   ///< cameras after the merge
    std::map<BodyCode, std::int64_t> m_inSystem; ///< sites and cameras after the merge
};

/// What a camera stands on, as its references say.
[[nodiscard]] BodyCode siteOf(const Camera& camera);
[[nodiscard]] BodyCode systemOf(const Camera& camera);

} // namespace observo::exchange
