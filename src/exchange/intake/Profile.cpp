// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Profile.h"

#include "observo/core/CheckedFile.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

tl::unexpected<Error> refuse(std::string what, std::string advice, std::string field = {})
{
    return fail(Error{.code = ErrorCode::InputNotUnderstood,
                      .what = std::move(what),
                      .field = std::move(field),
                      .advice = std::move(advice)});
}

Result<std::string> targetNamed(const std::string& name, const std::string& from)
{
    if (name.empty() || meaningNamed(name).role != ColumnRole::Extra) {
        return name;
    }
    const std::string_view near = nearestField(RecordKind::Camera, name);
    return refuse("\"" + name + "\", given to " + from + ", is no field of a camera",
                  near.empty() ? "see observo-cli fields" : "did you mean " + std::string(near) + "?", name);
}

Done readColumn(const std::string& name, const Json& given, MappingProfile& profile)
{
    MappingProfile::Column column;
    if (given.is_string()) {
        column.field = given.get<std::string>();
    } else if (given.is_object()) {
        for (const auto& [key, value] : given.items()) {
            if ((key != "field" && key != "unit") || !value.is_string()) {
                return refuse("\"" + key + "\" of column " + name + " is not understood",
                              "give \"field\" and \"unit\" as texts", name);
            }
            (key == "field" ? column.field : column.unit) = value.get<std::string>();
        }
    } else if (!given.is_null()) {
        return refuse("column " + name + " is given something that is no field's name",
                      "give a field's name in quotes, or null to keep the column as it is", name);
    }
    const auto target = targetNamed(column.field, "column " + name);
    if (!target) {
        return fail(target.error());
    }
    profile.columns.insert_or_assign(name, std::move(column));
    return done();
}

Done readColumns(const Json& columns, MappingProfile& profile)
{
    if (!columns.is_object()) {
        return refuse("the columns are no JSON object", "write {\"column\": \"field\", ...}");
    }
    for (const auto& [name, given] : columns.items()) {
        if (auto read = readColumn(name, given, profile); !read) {
            return read;
        }
    }
    return done();
}

std::string plainText(const Json& value)
{
    return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
}

Done readValues(const Json& values, MappingProfile& profile)
{
    for (const auto& [field, given] : values.items()) {
        const auto target = targetNamed(field, "\"values\"");
        if (!target || !given.is_object()) {
            return target ? refuse("the values of " + field + " are no JSON object",
                                   "write {\"value in the file\": \"value meant\"}", field)
                          : Done(fail(target.error()));
        }
        for (const auto& [text, meant] : given.items()) {
            profile.values[field].insert_or_assign(text, plainText(meant));
        }
    }
    return done();
}

Done readConstants(const Json& constants, MappingProfile& profile)
{
    for (const auto& [field, value] : constants.items()) {
        if (auto target = targetNamed(field, "\"constants\""); !target) {
            return fail(target.error());
        }
        profile.constants.insert_or_assign(field, plainText(value));
    }
    return done();
}

/// One key of a whole mapping file.
Done readPart(const std::string& key, const Json& value, MappingProfile& profile)
{
    const bool wantsObject = key == "columns" || key == "mapping" || key == "values" || key == "constants";
    if (wantsObject && !value.is_object()) {
        return refuse("\"" + key + "\" is no JSON object", "write {\"" + key + "\": {...}}", key);
    }
    if (key == "columns" || key == "mapping") {
        return readColumns(value, profile);
    }
    if (key == "values") {
        return readValues(value, profile);
    }
    if (key == "constants") {
        return readConstants(value, profile);
    }
    // A receipt is a good mapping file; its system is what was found, so only a text counts as an order.
    if (key == "crs" && value.is_string()) {
        profile.crs = value.get<std::string>();
    } else if (key == "dates" && value.is_string()) {
        profile.dates = value.get<std::string>();
        if (profile.dates != "day first" && profile.dates != "month first") {
            return refuse("\"dates\" is \"" + profile.dates + "\"", "give \"day first\" or \"month first\"", key);
        }
    }
    return done();
}

Error inFile(Error error, const std::filesystem::path& file)
{
    error.file = file.string();
    return error;
}

} // namespace

Result<MappingProfile> profileFromJson(std::string_view json)
{
    const Json document = Json::parse(json, nullptr, false);
    if (document.is_discarded() || !document.is_object()) {
        return refuse("the mapping file is no JSON object", "write {\"columns\": {\"column\": \"field\", ...}}");
    }
    MappingProfile profile;
    const bool isWhole = (document.contains("columns") && document["columns"].is_object()) ||
                         (document.contains("mapping") && document["mapping"].is_object());
    if (!isWhole) {
        const bool hasParts = document.contains("values") && document["values"].is_object();
        if (!hasParts) {
            if (auto read = readColumns(document, profile); !read) {
                return fail(read.error());
            }
            return profile;
        }
    }
    for (const auto& [key, value] : document.items()) {
        if (auto read = readPart(key, value, profile); !read) {
            return fail(read.error());
        }
    }
    return profile;
}

Result<MappingProfile> readProfile(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad()) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the mapping file cannot be read",
                          .file = file.string(),
                          .advice = "check its name and your permission"});
    }
    auto profile = profileFromJson(text);
    return profile ? std::move(profile) : Result<MappingProfile>(fail(inFile(profile.error(), file)));
}

MappingProfile profileFor(const ImportRequest& request, const ImportPlan& plan)
{
    MappingProfile profile = request.profile;
    for (const PreviewColumn& column : plan.preview.columns) {
        profile.columns.insert_or_assign(column.name,
                                         MappingProfile::Column{.field = column.target, .unit = column.unit});
    }
    if (!request.crs.empty() && request.crs != "auto") {
        profile.crs = request.crs;
    }
    return profile;
}

Done writeProfile(const MappingProfile& profile, const std::filesystem::path& file, Overwrite overwrite)
{
    Json document = Json::object();
    document["columns"] = Json::object();
    for (const auto& [name, column] : profile.columns) {
        Json& one = document["columns"][name];
        if (column.unit.empty()) {
            one = column.field.empty() ? Json() : Json(column.field);
        } else {
            one = {{"field", column.field}, {"unit", column.unit}};
        }
    }
    for (const auto& [field, values] : profile.values) {
        document["values"][field] = values;
    }
    for (const auto& [field, value] : profile.constants) {
        document["constants"][field] = value;
    }
    if (!profile.crs.empty()) {
        document["crs"] = profile.crs;
    }
    if (!profile.dates.empty()) {
        document["dates"] = profile.dates;
    }
    auto out = CheckedFile::create(file, overwrite);
    if (!out) {
        return fail(out.error());
    }
    const std::string text = document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    if (auto written = out->write(text); !written) {
        return written;
    }
    return out->publish();
}

} // namespace observo::exchange
