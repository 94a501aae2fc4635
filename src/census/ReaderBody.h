// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows/RecordSql.h"
#include "sqlite/ReadAccess.h"

#include "observo/census/Reader.h"

#include <array>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace observo::census {

/// The connection of a reader and how the tables lie in its file; the log and the check read through it as well.
struct Reader::Body {
    ReadAccess access;
    std::array<std::optional<RecordTable>, 4> tables;

    [[nodiscard]] static Result<std::unique_ptr<Body>> of(ReadAccess access);

    [[nodiscard]] Connection& connection() { return *access.connection; }
    [[nodiscard]] const RecordTable& table(RecordKind kind) const;
    /// The first record that the clause finds; its `?` are bound to the values, empty as NULL.
    [[nodiscard]] Result<std::optional<Record>> findOne(RecordKind kind, const std::string& where,
                                                        std::initializer_list<std::string_view> values);
    [[nodiscard]] Done forEach(RecordKind kind, const std::function<bool(Record)>& take, const Progress& progress);
};

/// What this room alone may take from a reader.
struct ReaderInsides {
    using Body = Reader::Body;
    [[nodiscard]] static Reader::Body& of(Reader& reader) { return *reader.m_body; }
    [[nodiscard]] static Connection& connectionOf(Reader& reader) { return reader.m_body->connection(); }
};

} // namespace observo::census
