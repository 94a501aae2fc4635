// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordJson.h"

#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

using Json = nlohmann::json;

Error misfit(const FieldInfo& field, const Json& value)
{
    return Error{.code = ErrorCode::InputNotUnderstood,
                 .what = "the value " + value.dump(-1, ' ', false, Json::error_handler_t::replace) +
                         " does not fit its field",
                 .field = std::string(field.name)};
}

Result<FieldValue> valueFrom(const FieldInfo& field, const Json& value)
{
    if (value.is_null()) {
        return FieldValue{};
    }
    switch (field.type) {
    case FieldType::Integer:
        return value.is_number_integer() ? Result<FieldValue>(value.get<std::int64_t>()) : fail(misfit(field, value));
    case FieldType::Real:
        return value.is_number() ? Result<FieldValue>(value.get<double>()) : fail(misfit(field, value));
    case FieldType::Boolean:
        return value.is_boolean() ? Result<FieldValue>(value.get<bool>()) : fail(misfit(field, value));
    default:
        return value.is_string() ? Result<FieldValue>(value.get<std::string>()) : fail(misfit(field, value));
    }
}

template <typename T>
Done fill(T& record, const Json& object)
{
    for (const auto& [key, value] : object.items()) {
        if constexpr (std::is_same_v<T, Camera>) {
            if ((key == "lon" || key == "lat") && value.is_number()) {
                (key == "lon" ? record.position.lon : record.position.lat) = value.template get<double>();
                continue;
            }
        }
        const FieldInfo* field = findField(kindOf<T>, key);
        if (field == nullptr) {
            return fail(ErrorCode::UnknownField, "no field is called " + key);
        }
        auto read = valueFrom(*field, value);
        if (!read) {
            return fail(read.error());
        }
        setValue(record, *field, *read);
    }
    return done();
}

template <typename T>
Result<Record> filled(const Json& object)
{
    T record;
    if (auto done = fill(record, object); !done) {
        return fail(done.error());
    }
    return Record(std::move(record));
}

} // namespace

Result<Record> recordFromJson(RecordKind kind, std::string_view json)
{
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) {
        return fail(ErrorCode::InputNotUnderstood, "this is not a JSON object");
    }
    switch (kind) {
    case RecordKind::Camera:
        return filled<Camera>(object);
    case RecordKind::Site:
        return filled<Site>(object);
    case RecordKind::System:
        return filled<System>(object);
    case RecordKind::Census:
        return filled<Census>(object);
    }
    return fail(ErrorCode::Internal, "an unknown kind of record");
}

} // namespace observo::exchange
