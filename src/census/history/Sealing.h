// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/Chain.h"
#include "rows/Rows.h"
#include "sqlite/Statement.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace observo::census {

class Connection;

/// How other programs are named in the history.
inline constexpr std::string_view kOtherProgram = "other program";

/// Who did a change set, and why.
struct SetInfo {
    std::string at;
    std::string actor;
    std::string host;
    std::string program;
    std::string label;
    std::string reason;
    std::string recipient;
    std::int64_t undoes = 0; ///< the set taken back by this one, or 0
    std::int64_t redoes = 0;
    bool canBeUndone = true; ///< false for what founds a census or brings it up to date
};

/// The end of the chain: its last sealed entry.
struct ChainHead {
    std::int64_t sequence = 0;
    Hash hash{};
};
[[nodiscard]] Result<ChainHead> chainHead(Connection& connection);

/// Where a set stands in the log.
struct SetSpan {
    std::int64_t id = 0; ///< 0: the next number
    std::int64_t edits = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
};
/// Writes a change set. Returns its number.
[[nodiscard]] Result<std::int64_t> insertSet(Connection& connection, const SetInfo& info, const SetSpan& span);

/// Seals entries of the change log: gives them their set, and their link of the chain, and the records their row hash.
/// Works inside the caller's transaction.
class Sealer {
public:
    Sealer(Connection& connection, Rows& rows);

    /// Seals whatever is not sealed yet as one set. Returns its number, 0 when there was nothing.
    [[nodiscard]] Result<std::int64_t> seal(const SetInfo& info);
    /// Entries that other programs left, as their set.
    [[nodiscard]] Result<std::int64_t> sealForeign(const std::string& at);

    /// An entry that is no change of a record, to be sealed with the next set.
    struct Note {
        std::string_view at;
        std::string_view action;
        std::string_view content; ///< JSON
    };
    [[nodiscard]] Done append(const Note& note);

private:
    struct Pending {
        std::int64_t edits = 0;
        std::int64_t entries = 0;
        std::int64_t last = 0;
    };
    [[nodiscard]] Done prepare();
    [[nodiscard]] Result<Pending> pendingAfter(std::int64_t sequence);
    [[nodiscard]] Done sealEntries(const SetInfo& info, std::int64_t setId, ChainHead head);
    [[nodiscard]] Result<std::optional<Hash>> sealRow(std::string_view kind, std::string_view record);

    Connection* m_connection;
    Rows* m_rows;
    Statement m_entries;
    Statement m_link;
    Statement m_rowSeal;
};

} // namespace observo::census
