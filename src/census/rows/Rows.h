// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/Chain.h"
#include "rows/RecordSql.h"
#include "sqlite/Statement.h"

#include "observo/core/Ids.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo::census {

class Connection;

/// Single rows of the record tables by UUID or code, read and written.
/// Only what changed is written, so that an edit of attributes leaves the spatial index alone.
class Rows {
public:
    explicit Rows(Connection& connection);
    ~Rows();
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    [[nodiscard]] Result<std::optional<Record>> find(RecordKind kind, const Uuid& uuid);
    /// The oldest record with the code; `body` empty: of any body.
    [[nodiscard]] Result<std::optional<Record>> withCode(RecordKind kind, std::string_view body, std::string_view code);
    /// The oldest record of a body.
    [[nodiscard]] Result<std::optional<Record>> first(RecordKind kind, std::string_view body);
    [[nodiscard]] Result<bool> isLiving(RecordKind kind, const Uuid& uuid);
    [[nodiscard]] Result<bool> isCodeTaken(RecordKind kind, std::string_view code);

    /// All columns in their order, or some of them.
    [[nodiscard]] Done insert(RecordKind kind, const ColumnValues& values);
    /// NotFound when there is no such row.
    [[nodiscard]] Done update(RecordKind kind, const Uuid& uuid, const ColumnValues& values);
    [[nodiscard]] Done remove(RecordKind kind, const Uuid& uuid);

    [[nodiscard]] Result<std::optional<Hash>> hashOf(RecordKind kind, const Uuid& uuid);

private:
    struct Kind;
    Kind& of(RecordKind kind);
    [[nodiscard]] Result<std::optional<Record>> one(RecordKind kind, Statement& statement);

    Connection* m_connection;
    std::array<std::unique_ptr<Kind>, 4> m_kinds;
};

} // namespace observo::census
