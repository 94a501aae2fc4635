// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Sidecar.h"

#include "files/FileText.h"

#include <nlohmann/json.hpp>

#include <string_view>

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

Json headOf(const ExportPlan& plan)
{
    Json head;
    head["format"] = "observo-fields";
    head["version"] = 1;
    head["census_id"] = plan.census.id.text();
    head["issuing_body"] = plan.census.issuingBody;
    head["edition"] = nameOf(plan.request.edition);
    head["crs"] = plan.crs.id();
    head["tables"] =
        Json{{"camera", columnsOf(plan.cameras)}, {"site", columnsOf(plan.sites)}, {"system", columnsOf(plan.systems)}};
    return head;
}

} // namespace

Result<Sidecar> Sidecar::create(const std::filesystem::path& file, const ExportPlan& plan)
{
    auto out = OutputText::create(file);
    if (!out) {
        return fail(out.error());
    }
    out->text = headOf(plan).dump(1, ' ', false, Json::error_handler_t::replace);
    // The whole values follow in the same object, row by row: there may be more than memory should hold.
    out->text.erase(out->text.rfind('}'));
    out->text.erase(out->text.find_last_not_of('\n') + 1);
    out->text += ",\n \"whole_values\": {";
    return Sidecar(std::move(*out));
}

void Sidecar::begin(RecordKind kind)
{
    m_out.text += m_isFirstTable ? "\n  \"" : "\n  },\n  \"";
    m_out.text += nameOf(kind);
    m_out.text += "\": {";
    m_isFirstTable = false;
    m_isFirstRecord = true;
}

Done Sidecar::keep(const TablePlan& table, const RowOut& row)
{
    if (row.shortened.empty()) {
        return done();
    }
    m_out.text += m_isFirstRecord ? "\n   " : ",\n   ";
    m_isFirstRecord = false;
    appendJson(m_out.text, row.record.text());
    char separator = '{';
    m_out.text += ": ";
    for (const auto& [column, whole] : row.shortened) {
        m_out.text += separator;
        separator = ',';
        appendJson(m_out.text, table.columns[column].field->name);
        m_out.text += ": ";
        appendJsonValue(m_out.text, whole);
    }
    m_out.text += '}';
    return m_out.flushIfLarge();
}

Done Sidecar::finish(ExportJob& job)
{
    m_out.text += m_isFirstTable ? "}\n}\n" : "\n  }\n }\n}\n";
    return job.finish(m_out);
}

} // namespace observo::exchange
