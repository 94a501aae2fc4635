// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace observo {

using Record = std::variant<Camera, Site, System, Census>;

[[nodiscard]] RecordKind kindOfRecord(const Record& record);
[[nodiscard]] Uuid uuidOf(const Record& record);
[[nodiscard]] FieldValue valueOf(const Record& record, const FieldInfo& field);

/// One record before and after. No before means added, no after means removed.
struct Change {
    std::optional<Record> before;
    std::optional<Record> after;

    [[nodiscard]] bool isAdded() const { return !before && after; }
    [[nodiscard]] bool isRemoved() const { return before && !after; }
    /// The record that is there: after, or before when it was removed. One of both must be there.
    [[nodiscard]] const Record& record() const;
    [[nodiscard]] RecordKind kind() const;
    [[nodiscard]] Uuid uuid() const;

    friend bool operator==(const Change&, const Change&) = default;
};

/// The edit, the undo step, the log entry, the preview and the notice to views in one value.
/// `label` is a fixed English phrase ("Move camera") that the window translates in context "Edit".
struct ChangeSet {
    std::string label;
    std::string reason;
    std::vector<Change> changes;

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }

    friend bool operator==(const ChangeSet&, const ChangeSet&) = default;
};

/// What takes a change set back: its changes swapped, in reverse order, labelled "Undo: ...".
[[nodiscard]] ChangeSet inverseOf(const ChangeSet& changes);

/// The change of a record put on `onto`, another state of the same record: what the change changes is as it says, the
/// rest as in `onto`. For an edit made on top of one that was still being saved.
[[nodiscard]] Change rebased(const Change& change, const Record& onto);

/// A large set as a stream, so that a million changes need no vector.
class ChangeSource {
public:
    virtual ~ChangeSource() = default;

    [[nodiscard]] virtual std::string label() const = 0;
    [[nodiscard]] virtual std::string reason() const { return {}; }
    /// False for what founds a census: nobody wants to take back by a slip what he did not make.
    [[nodiscard]] virtual bool canBeUndone() const { return true; }
    /// The next change, nothing at the end, or the error that ends the whole set.
    [[nodiscard]] virtual Result<std::optional<Change>> next() = 0;
    /// How many changes to expect, for progress; nothing when unknown.
    [[nodiscard]] virtual std::optional<std::size_t> expected() const { return std::nullopt; }
};

} // namespace observo
