// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/History.h"
#include "rows/Rows.h"

#include "observo/core/ChangeSet.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo::census {

class BulkLog;
class Connection;

/// Who writes and when, for the bookkeeping of every record of one set.
struct Stamp {
    std::string at;
    std::string by;
    std::string reason;
};

/// Completes, checks and writes the changes of one set inside the caller's transaction. The log entries come from the
/// triggers, or from a BulkLog while they are set aside. After an error the transaction must be rolled back.
class ChangeWriter {
public:
    ChangeWriter(Connection& connection, Rows& rows, Stamp stamp, BulkLog* log = nullptr);

    /// One change as a person or an import made it.
    [[nodiscard]] Done write(const Change& change);
    /// One step of undo or redo.
    [[nodiscard]] Done takeBack(const Inverse& step);

    /// To be called when the last change is written: keeps the numbers given out.
    [[nodiscard]] Done finish();

    [[nodiscard]] std::size_t count() const { return m_count; }
    /// What was written, completed; beyond `kKept` changes only counted.
    [[nodiscard]] std::vector<Change>& written() { return m_written; }
    static constexpr std::size_t kKept = 1000;
    /// Around the cameras written.
    [[nodiscard]] const GeoBox& box() const { return m_box; }

private:
    [[nodiscard]] Done add(Record record);
    [[nodiscard]] Done change(const Record& before, Record after);
    [[nodiscard]] Done remove(const Record& before);

    // completion
    [[nodiscard]] Done completeBody(Record& record);
    [[nodiscard]] Done completeCode(RecordKind kind, std::string& code);
    [[nodiscard]] Done completeCamera(Camera& camera);
    /// Where a camera stands: the code of its site, and of that site's system.
    struct Place {
        std::string site;
        std::string system;
    };
    [[nodiscard]] Result<Place> placeFor(const Camera& camera);
    [[nodiscard]] Result<std::string> systemCodeFor(const std::string& body);
    [[nodiscard]] Done ensureSystem(const std::string& body, const std::string& code);
    [[nodiscard]] Done chooseWorkingSystem(const Camera& camera);
    [[nodiscard]] Result<std::string> nextCode(RecordKind kind);
    [[nodiscard]] Result<const Census*> census();

    // checks
    [[nodiscard]] Result<Record> stored(const Record& before);
    [[nodiscard]] Done refuseInUse(const Record& record);

    [[nodiscard]] Done storeNew(Record record, std::int64_t version);
    [[nodiscard]] Done logNew(RecordKind kind, const Uuid& uuid, const ColumnValues& values);
    [[nodiscard]] Done storeChange(Record before, const ColumnValues& values);
    [[nodiscard]] Done storeRemoval(Record record);
    [[nodiscard]] Result<std::int64_t> versionBeforeRemoval(const Uuid& uuid);
    void keep(std::optional<Record> before, std::optional<Record> after);

    Connection* m_connection;
    Rows* m_rows;
    Stamp m_stamp;
    BulkLog* m_log;
    GeoBox m_box;
    std::size_t m_count = 0;
    std::vector<Change> m_written;
    std::set<Uuid> m_touched;
    std::optional<Census> m_census;
    std::array<std::optional<std::int64_t>, 4> m_numbers; ///< last given out, by kind
    std::optional<bool> m_hasStones;                      ///< whether anything was ever removed
    // What an import asks for again and again: systems that are there, sites with their system.
    std::set<std::pair<std::string, std::string>> m_systems;
    std::map<std::pair<std::string, std::string>, std::string> m_sites;
    std::map<std::string, std::string> m_defaultSystems;
};

/// Refuses values that no table may hold: numbers out of the dictionary's range, text that is not UTF-8, a place off
/// the globe. Unknown codes and odd dates pass, for they are kept verbatim. Only the columns named are looked at.
[[nodiscard]] Done checkStructure(const Record& record, const ColumnValues& columns);

/// Who removed or last changed a record, for the message of a refused edit.
[[nodiscard]] Error staleError(Connection& connection, const Record& record);

} // namespace observo::census
