// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace observo::table {

// The four tables, one file each.
[[nodiscard]] std::span<const FieldInfo> cameraFields();
[[nodiscard]] std::span<const FieldInfo> siteFields();
[[nodiscard]] std::span<const FieldInfo> systemFields();
[[nodiscard]] std::span<const FieldInfo> censusFields();

/// The value's `T`, or nullptr when it is not known. Any other type breaks the contract of `setValue`.
template <typename T>
[[nodiscard]] const T* held(const FieldValue& value)
{
    const T* found = std::get_if<T>(&value);
    expects(found != nullptr || std::holds_alternative<std::monostate>(value));
    return found;
}

/// How one type of member becomes a FieldValue and back; `kType` and `kUnit` are what a row starts with.
template <typename Member>
struct Access;

template <>
struct Access<std::string> {
    static constexpr FieldType kType = FieldType::Text;
    static constexpr std::string_view kUnit{};
    static FieldValue read(const std::string& member) { return member.empty() ? FieldValue{} : FieldValue{member}; }
    static void write(std::string& member, const FieldValue& value)
    {
        const auto* text = held<std::string>(value);
        member = text != nullptr ? *text : std::string{};
    }
};

/// A plain number counts as not known while it is zero.
template <>
struct Access<std::int64_t> {
    static constexpr FieldType kType = FieldType::Integer;
    static constexpr std::string_view kUnit{};
    static FieldValue read(std::int64_t member) { return member == 0 ? FieldValue{} : FieldValue{member}; }
    static void write(std::int64_t& member, const FieldValue& value)
    {
        const auto* number = held<std::int64_t>(value);
        member = number != nullptr ? *number : 0;
    }
};

/// Whole numbers and yes/no.
template <typename T>
struct Access<std::optional<T>> {
    static constexpr FieldType kType = std::is_same_v<T, bool> ? FieldType::Boolean : FieldType::Integer;
    static constexpr std::string_view kUnit{};
    static FieldValue read(const std::optional<T>& member) { return member ? FieldValue{*member} : FieldValue{}; }
    static void write(std::optional<T>& member, const FieldValue& value)
    {
        const auto* given = held<T>(value);
        member = given != nullptr ? std::optional(*given) : std::nullopt;
    }
};

template <typename Unit>
struct Access<std::optional<Quantity<Unit>>> {
    using Member = std::optional<Quantity<Unit>>;
    static constexpr FieldType kType = FieldType::Real;
    static constexpr std::string_view kUnit = std::is_same_v<Unit, MetreUnit>        ? "m"
                                              : std::is_same_v<Unit, DegreeUnit>     ? "°"
                                              : std::is_same_v<Unit, MillimetreUnit> ? "mm"
                                                                                     : "px";
    static FieldValue read(const Member& member) { return member ? FieldValue{member->value} : FieldValue{}; }
    static void write(Member& member, const FieldValue& value)
    {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            member = Quantity<Unit>{static_cast<double>(*whole)};
            return;
        }
        const auto* number = held<double>(value);
        member = number != nullptr ? std::optional(Quantity<Unit>{*number}) : std::nullopt;
    }
};

/// Text that is no UUID cannot be held by an identity and leaves it empty; `checkValue` refuses it before.
template <typename Kind>
struct Access<Id<Kind>> {
    static constexpr FieldType kType = FieldType::Uuid;
    static constexpr std::string_view kUnit{};
    static FieldValue read(const Id<Kind>& member)
    {
        return member.isNull() ? FieldValue{} : FieldValue{member.text()};
    }
    static void write(Id<Kind>& member, const FieldValue& value)
    {
        const auto* text = held<std::string>(value);
        member = text != nullptr ? Id<Kind>::parse(*text).value_or(Id<Kind>{}) : Id<Kind>{};
    }
};

template <typename Kind>
struct Access<std::optional<Id<Kind>>> {
    static constexpr FieldType kType = FieldType::Uuid;
    static constexpr std::string_view kUnit{};
    static FieldValue read(const std::optional<Id<Kind>>& member)
    {
        return member ? FieldValue{member->text()} : FieldValue{};
    }
    static void write(std::optional<Id<Kind>>& member, const FieldValue& value)
    {
        const auto* text = held<std::string>(value);
        member = text != nullptr ? Id<Kind>::parse(*text) : std::nullopt;
    }
};

template <typename Pointer>
struct PointedTo;
template <typename Owner, typename Member>
struct PointedTo<Member Owner::*> {
    using Record = Owner;
};

/// `record.*First.*Rest...`
template <auto First, auto... Rest>
[[nodiscard]] constexpr auto& memberOf(auto& record)
{
    if constexpr (sizeof...(Rest) == 0) {
        return record.*First;
    } else {
        return memberOf<Rest...>(record.*First);
    }
}

/// The two accessors of the member that `Path` leads to.
template <auto First, auto... Rest>
struct Accessors {
    using Record = typename PointedTo<decltype(First)>::Record;
    using Member = std::remove_reference_t<decltype(memberOf<First, Rest...>(std::declval<Record&>()))>;
    using Rule = Access<Member>;

    static FieldValue read(const void* record)
    {
        return Rule::read(memberOf<First, Rest...>(*static_cast<const Record*>(record)));
    }
    static void write(void* record, const FieldValue& value)
    {
        Rule::write(memberOf<First, Rest...>(*static_cast<Record*>(record)), value);
    }
};

/// A row of a table while it is being written down; it turns into the FieldInfo.
struct Row {
    FieldInfo info;

    constexpr Row& in(FieldGroup group, Sensitivity sensitivity)
    {
        info.group = group;
        info.sensitivity = sensitivity;
        return *this;
    }
    constexpr Row& needed(Required required)
    {
        info.required = required;
        return *this;
    }
    constexpr Row& as(FieldType type)
    {
        info.type = type;
        return *this;
    }
    constexpr Row& code(std::string_view list)
    {
        info.type = FieldType::Code;
        info.codeList = list;
        return *this;
    }
    constexpr Row& codes(std::string_view list)
    {
        info.type = FieldType::Codes;
        info.codeList = list;
        return *this;
    }
    constexpr Row& range(double min, double max)
    {
        info.min = min;
        info.max = max;
        return *this;
    }
    constexpr Row& from(double min)
    {
        info.min = min;
        return *this;
    }
    constexpr Row& above(double min)
    {
        info.min = min;
        info.minExcluded = true;
        return *this;
    }
    constexpr Row& unit(std::string_view symbol)
    {
        info.unit = symbol;
        return *this;
    }
    constexpr Row& like(TextFormat format)
    {
        info.format = format;
        return *this;
    }
    constexpr Row& byProgram()
    {
        info.byProgram = true;
        return *this;
    }
    constexpr operator FieldInfo() const { return info; }
};

/// Starts the row of the member that `Path` leads to: name, short name, Italian and English label.
template <auto... Path>
[[nodiscard]] constexpr Row field(std::string_view name, std::string_view shortName, std::string_view it,
                                  std::string_view en)
{
    using Member = Accessors<Path...>;
    Row row;
    row.info.record = kindOf<typename Member::Record>;
    row.info.name = name;
    row.info.shortName = shortName;
    row.info.label = {it, en};
    row.info.type = Member::Rule::kType;
    row.info.unit = Member::Rule::kUnit;
    row.info.readFrom = &Member::read;
    row.info.writeTo = &Member::write;
    return row;
}

} // namespace observo::table
