// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace observo {

/// A 128-bit universally unique identifier (RFC 4122), written in lower case with hyphens. All zero means none.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    /// A new random one (version 4), from the system's generator.
    [[nodiscard]] static Uuid random();
    /// Reads 36 characters with hyphens, either case; nothing else.
    [[nodiscard]] static std::optional<Uuid> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isNull() const { return bytes == std::array<std::uint8_t, 16>{}; }

    friend constexpr auto operator<=>(const Uuid&, const Uuid&) = default;
};

/// The identity of one kind of record, so that a site's cannot be given where a camera's is wanted.
template <typename Kind>
struct Id {
    Uuid uuid;

    [[nodiscard]] static Id make() { return Id{Uuid::random()}; }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional(Id{*uuid}) : std::nullopt;
    }
    [[nodiscard]] std::string text() const { return uuid.text(); }
    [[nodiscard]] bool isNull() const { return uuid.isNull(); }

    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using CameraId = Id<struct CameraKind>;
using SiteId = Id<struct SiteKind>;
using SystemId = Id<struct SystemKind>;
using CensusId = Id<struct CensusKind>;

} // namespace observo

template <>
struct std::hash<observo::Uuid> {
    std::size_t operator()(const observo::Uuid& uuid) const noexcept
    {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        std::memcpy(&low, uuid.bytes.data(), sizeof low);
        std::memcpy(&high, uuid.bytes.data() + sizeof low, sizeof high);
        return static_cast<std::size_t>(low ^ (high * 0x9E3779B97F4A7C15ULL));
    }
};

template <typename Kind>
struct std::hash<observo::Id<Kind>> {
    std::size_t operator()(const observo::Id<Kind>& id) const noexcept { return std::hash<observo::Uuid>{}(id.uuid); }
};
