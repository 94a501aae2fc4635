// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rows/RecordSql.h"
#include "sqlite/Statement.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace observo::census {

/// BLAKE2b-256.
using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] std::string hexOf(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<Hash> hashIn(const Statement& row, int column);

/// Feeds parts, each behind its length, so that no two different sequences of parts look alike.
class Hasher {
public:
    Hasher();
    Hasher& add(std::string_view text);
    Hasher& add(std::span<const std::uint8_t> bytes);
    Hasher& add(std::int64_t number);
    Hasher& addOptional(std::optional<std::string_view> text);
    [[nodiscard]] Hash finish();

private:
    // crypto_generichash_blake2b_state, kept opaque; its size and alignment are checked where it is used.
    alignas(64) std::array<unsigned char, 384> m_state{};
};

/// What one entry of the log says, as the chain seals it.
struct SealedEntry {
    std::int64_t sequence = 0;
    std::int64_t setId = 0;
    std::string_view at;
    std::string_view actor;
    std::string_view host;
    std::string_view program;
    std::string_view action;
    std::string_view kind;
    std::string_view record;
    std::string_view label;
    std::string_view reason;
    std::string_view recipient;
    std::string_view setAt;
    std::int64_t undoes = 0;
    std::int64_t redoes = 0;
    std::optional<Hash> payload;
    std::optional<Hash> row;
};

/// The next link: BLAKE2b-256 over the link before and the entry's parts.
[[nodiscard]] Hash linkOf(const Hash& before, const SealedEntry& entry);
/// Salted, so that an erased payload cannot be guessed from its hash.
[[nodiscard]] Hash payloadHash(std::span<const std::uint8_t> salt, std::optional<std::string_view> before,
                               std::optional<std::string_view> after);

/// The hash of a record's row: kind, then name, type and value of each column that has one, by name.
/// `row` is a row of the table's `selection()`, whose first column is `first`.
class RowHasher {
public:
    explicit RowHasher(const RecordTable& table);
    [[nodiscard]] Hash hashOf(const Statement& row, int first = 0) const;
    /// Of all columns in their order, as `RecordTable::valuesOf` gives them.
    [[nodiscard]] Hash hashOf(const ColumnValues& values) const;

private:
    const RecordTable* m_table;
    std::vector<std::size_t> m_order;
};

} // namespace observo::census
