// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/GeoPackageRows.h"

#include "guard/Clock.h"
#include "rows/RecordSql.h"
#include "sqlite/Connection.h"

#include "observo/core/Fields.h"

#include <set>
#include <string>
#include <string_view>

namespace observo::census {
namespace {

std::string escapedXml(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

std::string characterString(std::string_view element, std::string_view text)
{
    const std::string name(element);
    return "<gmd:" + name + "><gco:CharacterString>" + escapedXml(text) + "</gco:CharacterString></gmd:" + name + ">";
}

std::string descriptionOf(const Census& census)
{
    return "<gmd:MD_Metadata xmlns:gmd=\"http://www.isotc211.org/2005/gmd\" "
           "xmlns:gco=\"http://www.isotc211.org/2005/gco\">" +
           characterString("fileIdentifier", census.id.text()) + characterString("language", "ita") +
           "<gmd:contact><gmd:CI_ResponsibleParty>" + characterString("organisationName", census.issuingBody) +
           "</gmd:CI_ResponsibleParty></gmd:contact><gmd:dateStamp><gco:DateTime>" + census.updatedAt +
           "</gco:DateTime></gmd:dateStamp>" +
           "<gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>" +
           characterString("title", "Censimento delle telecamere: " + census.issuingBody) +
           "</gmd:CI_Citation></gmd:citation></gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>";
}

Done writeMetadata(Connection& connection, const Census& census)
{
    auto text = connection.prepare("INSERT INTO gpkg_metadata (id, md_scope, md_standard_uri, mime_type, metadata) "
                                   "VALUES (1, 'dataset', 'http://www.isotc211.org/2005/gmd', 'text/xml', ?)");
    if (!text) {
        return fail(text.error());
    }
    if (auto written = text->bind(1, descriptionOf(census)).run(); !written) {
        return written;
    }
    auto reference = connection.prepare("INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id) "
                                        "VALUES ('geopackage', ?, 1)");
    if (!reference) {
        return fail(reference.error());
    }
    return reference->bind(1, utcNow()).run();
}

/// Writes the enumerations and ranges, each once, and which column keeps which.
class SchemaRows {
public:
    SchemaRows(Statement columns, Statement constraints)
        : m_columns(std::move(columns)), m_constraints(std::move(constraints))
    {}

    Done write(std::string_view table, const FieldInfo& field)
    {
        const std::string constraint = constraintOf(table, field);
        if (auto written = writeConstraint(constraint, field); !written) {
            return written;
        }
        return m_columns.bind(1, table)
            .bind(2, field.name)
            .bind(3, field.label.it)
            .bind(4, field.label.it)
            .bindOptional(5, field.unit)
            .bindOptional(6, constraint)
            .run();
    }

private:
    /// Multi-valued fields hold several codes in one text and can have no enumeration.
    static std::string constraintOf(std::string_view table, const FieldInfo& field)
    {
        if (field.type == FieldType::Code) {
            return std::string(field.codeList);
        }
        const bool ranged = field.min && field.max && !field.byProgram;
        return ranged ? std::string(table) + '_' + std::string(field.name) : std::string();
    }

    Done writeConstraint(const std::string& constraint, const FieldInfo& field)
    {
        if (constraint.empty() || !m_written.insert(constraint).second) {
            return done();
        }
        if (field.type == FieldType::Code) {
            return writeCodes(constraint, field);
        }
        m_constraints.clearBindings();
        return m_constraints.bind(1, constraint)
            .bind(2, std::string_view("range"))
            .bind(4, *field.min)
            .bind(5, std::int64_t{field.minExcluded ? 0 : 1})
            .bind(6, *field.max)
            .bind(7, std::int64_t{1})
            .bindOptional(8, field.label.it)
            .run();
    }

    Done writeCodes(const std::string& constraint, const FieldInfo& field)
    {
        for (const auto& code : codesOf(field.codeList)) {
            m_constraints.clearBindings();
            m_constraints.bind(1, constraint)
                .bind(2, std::string_view("enum"))
                .bind(3, code.code)
                .bind(8, code.label.it);
            if (auto written = m_constraints.run(); !written) {
                return written;
            }
        }
        return done();
    }

    Statement m_columns;
    Statement m_constraints;
    std::set<std::string> m_written;
};

} // namespace

Done writeGeoPackageRows(Connection& connection, const Census& census)
{
    auto columns = connection.prepare("INSERT INTO gpkg_data_columns (table_name, column_name, name, title, "
                                      "description, constraint_name) VALUES (?, ?, ?, ?, ?, ?)");
    if (!columns) {
        return fail(columns.error());
    }
    auto constraints = connection.prepare("INSERT INTO gpkg_data_column_constraints VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    if (!constraints) {
        return fail(constraints.error());
    }
    SchemaRows rows(std::move(*columns), std::move(*constraints));
    for (const auto kind : kRecordKinds) {
        for (const auto& field : fieldsOf(kind)) {
            if (auto written = rows.write(nameOf(kind), field); !written) {
                return written;
            }
        }
    }
    return writeMetadata(connection, census);
}

} // namespace observo::census
