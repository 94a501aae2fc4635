// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/Chain.h"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>
#include <numeric>

namespace observo::census {
namespace {

using State = crypto_generichash_blake2b_state;

State& stateOf(std::array<unsigned char, 384>& raw)
{
    static_assert(sizeof(State) <= 384 && alignof(State) <= 64);
    return *std::launder(reinterpret_cast<State*>(raw.data()));
}

void feed(std::array<unsigned char, 384>& raw, const void* bytes, std::size_t size)
{
    crypto_generichash_blake2b_update(&stateOf(raw), static_cast<const unsigned char*>(bytes), size);
}

std::array<std::uint8_t, 8> littleEndian(std::uint64_t number)
{
    std::array<std::uint8_t, 8> bytes{};
    for (auto& byte : bytes) {
        byte = static_cast<std::uint8_t>(number & 0xffU);
        number >>= 8U;
    }
    return bytes;
}

void addValue(Hasher& hasher, const Statement& row, int column)
{
    switch (row.type(column)) {
    case SQLITE_INTEGER:
        hasher.add("i").add(row.integer(column));
        break;
    case SQLITE_FLOAT:
        hasher.add("f").add(std::bit_cast<std::int64_t>(row.real(column)));
        break;
    case SQLITE_TEXT:
        hasher.add("t").add(row.text(column));
        break;
    default:
        hasher.add("b").add(row.blob(column));
        break;
    }
}

struct AddSqlValue {
    Hasher& hasher;
    void operator()(std::monostate) const {}
    void operator()(std::int64_t number) const { hasher.add("i").add(number); }
    void operator()(double number) const { hasher.add("f").add(std::bit_cast<std::int64_t>(number)); }
    void operator()(const std::string& text) const { hasher.add("t").add(std::string_view(text)); }
    void operator()(const Blob& blob) const { hasher.add("b").add(std::span<const std::uint8_t>(blob)); }
};

} // namespace

std::string hexOf(std::span<const std::uint8_t> bytes)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
    }
    return text;
}

std::optional<Hash> hashIn(const Statement& row, int column)
{
    const auto bytes = row.blob(column);
    Hash hash{};
    if (row.type(column) != SQLITE_BLOB || bytes.size() != hash.size()) {
        return std::nullopt;
    }
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

Hasher::Hasher()
{
    crypto_generichash_blake2b_init(new (m_state.data()) State, nullptr, 0, std::tuple_size_v<Hash>);
}

Hasher& Hasher::add(std::span<const std::uint8_t> bytes)
{
    const auto length = littleEndian(bytes.size());
    feed(m_state, length.data(), length.size());
    feed(m_state, bytes.data(), bytes.size());
    return *this;
}

Hasher& Hasher::add(std::string_view text)
{
    const auto length = littleEndian(text.size());
    feed(m_state, length.data(), length.size());
    feed(m_state, text.data(), text.size());
    return *this;
}

Hasher& Hasher::add(std::int64_t number)
{
    const auto bytes = littleEndian(static_cast<std::uint64_t>(number));
    feed(m_state, bytes.data(), bytes.size());
    return *this;
}

Hasher& Hasher::addOptional(std::optional<std::string_view> text)
{
    return text ? add(std::int64_t{1}).add(*text) : add(std::int64_t{0});
}

Hash Hasher::finish()
{
    Hash hash{};
    crypto_generichash_blake2b_final(&stateOf(m_state), hash.data(), hash.size());
    return hash;
}

Hash linkOf(const Hash& before, const SealedEntry& entry)
{
    const auto bytesOf = [](const std::optional<Hash>& hash) {
        return hash ? std::span<const std::uint8_t>(*hash) : std::span<const std::uint8_t>();
    };
    Hasher hasher;
    hasher.add(std::span<const std::uint8_t>(before)).add(entry.sequence).add(entry.setId);
    for (const auto part : {entry.at, entry.actor, entry.host, entry.program, entry.action, entry.kind, entry.record,
                            entry.label, entry.reason, entry.recipient, entry.setAt}) {
        hasher.add(part);
    }
    hasher.add(entry.undoes).add(entry.redoes);
    hasher.add(bytesOf(entry.payload)).add(bytesOf(entry.row));
    return hasher.finish();
}

Hash payloadHash(std::span<const std::uint8_t> salt, std::optional<std::string_view> before,
                 std::optional<std::string_view> after)
{
    return Hasher().add(salt).addOptional(before).addOptional(after).finish();
}

RowHasher::RowHasher(const RecordTable& table) : m_table(&table), m_order(table.columns().size())
{
    // By name, so that a new order of the dictionary changes no hash.
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    std::ranges::sort(m_order, {}, [&](std::size_t column) { return table.columns()[column]; });
}

Hash RowHasher::hashOf(const Statement& row, int first) const
{
    Hasher hasher;
    hasher.add(m_table->name());
    for (const auto column : m_order) {
        const int at = first + static_cast<int>(column);
        if (!row.isNull(at)) {
            hasher.add(m_table->columns()[column]);
            addValue(hasher, row, at);
        }
    }
    return hasher.finish();
}

Hash RowHasher::hashOf(const ColumnValues& values) const
{
    Hasher hasher;
    hasher.add(m_table->name());
    expects(values.size() == m_order.size());
    for (const auto column : m_order) {
        const auto& value = values[column].value;
        if (!std::holds_alternative<std::monostate>(value)) {
            hasher.add(m_table->columns()[column]);
            std::visit(AddSqlValue{hasher}, value);
        }
    }
    return hasher.finish();
}

} // namespace observo::census
