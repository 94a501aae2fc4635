// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sidecar.h"

#include <nlohmann/json.hpp>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

std::string_view typeName(FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return "text";
    case FieldType::Integer:
        return "integer";
    case FieldType::Real:
        return "real";
    case FieldType::Boolean:
        return "boolean";
    case FieldType::Date:
        return "date";
    case FieldType::Timestamp:
        return "timestamp";
    case FieldType::Code:
        return "code";
    case FieldType::Codes:
        return "codes";
    case FieldType::Uuid:
        return "uuid";
    case FieldType::Json:
        return "json";
    }
    return "text";
}

Json columnsOf(const TablePlan& table)
{
    Json columns = Json::array();
    for (const Column& column : table.columns) {
        Json entry{
            {"dbf", column.field->shortName}, {"field", column.field->name}, {"type", typeName(column.field->type)}};
        if (!column.field->unit.empty()) {
            entry["unit"] = column.field->unit;
        }
        if (!column.field->codeList.empty()) {
            entry["codes"] = column.field->codeList;
        }
        columns.push_back(std::move(entry));
    }
    return columns;
}

} // namespace

std::string sidecarJson(const ExportPlan& plan, const LongValues& longValues)
{
    Json root;
    root["format"] = "observo-fields";
    root["version"] = 1;
    root["census_id"] = plan.census.id.text();
    root["issuing_body"] = plan.census.issuingBody;
    root["edition"] = nameOf(plan.request.edition);
    root["crs"] = plan.crs.id();
    root["tables"] =
        Json{{"camera", columnsOf(plan.cameras)}, {"site", columnsOf(plan.sites)}, {"system", columnsOf(plan.systems)}};
    root["long_values"] = Json::object();
    for (const auto& [record, values] : longValues) {
        root["long_values"][record] = values;
    }
    return root.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace observo::exchange
