// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows/RecordSql.h"

#include "observo/core/Ids.h"
#include "observo/core/Result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace observo::census {

class Connection;

/// A change set that can be taken back or done again: where it came from, and the set that did it last.
struct HistoryStep {
    std::int64_t origin = 0; ///< the edit as the person made it
    std::int64_t doneBy = 0; ///< itself, or the undo or redo that brought about the present state

    friend bool operator==(const HistoryStep&, const HistoryStep&) = default;
};

/// The undo and redo stacks of one person, read from the change log, so that they outlive the program.
class History {
public:
    [[nodiscard]] Done load(Connection& connection, const std::string& actor);
    /// Follows a set of the same person that was committed now.
    void add(std::int64_t setId, std::int64_t undoes, std::int64_t redoes);

    [[nodiscard]] std::optional<HistoryStep> undoable() const;
    [[nodiscard]] std::optional<HistoryStep> redoable() const;

private:
    std::vector<HistoryStep> m_done;
    std::vector<HistoryStep> m_undone;
};

/// One step of taking a set back, on raw columns: what to put where.
struct Inverse {
    enum class Action { Insert, Update, Remove };
    Action action = Action::Update;
    RecordKind kind = RecordKind::Camera;
    Uuid uuid;
    ColumnValues values;
};

/// The label of a set; empty when there is no such set.
[[nodiscard]] Result<std::string> labelOfSet(Connection& connection, std::int64_t setId);
[[nodiscard]] Result<std::int64_t> editsOfSet(Connection& connection, std::int64_t setId);

/// Gives the steps that take back `setId`, last entry first. RuleBroken when its content was erased, or somebody other
/// than `actor` has touched one of its records since.
[[nodiscard]] Done forEachInverse(Connection& connection, std::int64_t setId, const std::string& actor,
                                  const std::function<Done(const Inverse&)>& take);

} // namespace observo::census
