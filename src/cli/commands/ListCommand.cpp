// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/ListCommand.h"

#include "Arguments.h"
#include "CameraJson.h"
#include "CsvText.h"
#include "TextTable.h"

#include "observo/census/Reader.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <array>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;
using Fields = std::vector<const FieldInfo*>;

constexpr std::array<std::string_view, 6> kTableFields{"code",   "name",     "camera_type", "camera_function",
                                                       "status", "site_code"};

std::string cell(const Camera& camera, const FieldInfo& field, Language language)
{
    const std::string text = textOf(valueOf(camera, field));
    return field.type == FieldType::Code ? std::string(labelOfCode(field.codeList, text, language)) : text;
}

Fields shortList()
{
    Fields fields;
    for (const std::string_view name : kTableFields) {
        fields.push_back(findField(RecordKind::Camera, name));
    }
    return fields;
}

class ListCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "list"; }
    [[nodiscard]] Label summary() const override { return {.it = "Elenca le telecamere", .en = "List cameras"}; }
    void declareMore(CLI::App& app) override
    {
        app.add_option("--where", m_where, "Filter: status = active and camera_type in (ptz, fixed)")
            ->type_name("EXPR");
        app.add_option("--bbox", m_bbox, "Only those within, in degrees")->type_name("W,S,E,N");
        app.add_option("--fields", m_fields, "Which fields, in this order")->type_name("A,B");
        app.add_option("--format", m_format, "How they are written")
            ->check(CLI::IsMember({"table", "csv", "json", "geojson"}))
            ->type_name("table|csv|json|geojson");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        auto query = makeQuery();
        const auto fields = fieldsFrom(m_fields);
        if (!query || !fields) {
            return fail(!query ? query.error() : fields.error());
        }
        const auto reader = census::Reader::open(census());
        if (!reader) {
            return fail(reader.error());
        }
        const std::string format = console.json && m_format != "geojson" ? "json" : m_format;
        const auto listed = format == "json"      ? listJson(console, **reader, *query, *fields)
                            : format == "geojson" ? listGeoJson(console, **reader, *query, *fields)
                            : format == "csv"     ? listCsv(console, **reader, *query, *fields)
                                                  : listTable(console, **reader, *query, *fields);
        if (!listed) {
            return fail(listed.error());
        }
        const bool isSearch = !m_where.empty() || !m_bbox.empty();
        return m_count == 0 && isSearch ? ExitCode::Findings : ExitCode::Done;
    }

private:
    [[nodiscard]] Result<census::CameraQuery> makeQuery() const
    {
        census::CameraQuery query;
        if (!m_where.empty()) {
            auto filter = Filter::parse(m_where);
            if (!filter) {
                return fail(filter.error());
            }
            query.filter = *filter;
        }
        if (!m_bbox.empty()) {
            const auto box = geoBoxFrom(m_bbox);
            if (!box) {
                return fail(box.error());
            }
            query.box = *box;
        }
        return query;
    }

    template <typename Take>
    [[nodiscard]] Done each(Console& console, census::Reader& reader, const census::CameraQuery& query, Take take)
    {
        return reader.forEachCamera(
            query,
            [&](const Camera& camera) {
                ++m_count;
                take(camera);
                return true;
            },
            console.progress());
    }

    [[nodiscard]] Fields asked(const Fields& fields) const { return m_fields.empty() ? Fields{} : fields; }

    // Objects are written one by one: a region's cameras need not stand in memory together.
    [[nodiscard]] Done listJson(Console& console, census::Reader& reader, const census::CameraQuery& query,
                                const Fields& fields)
    {
        console.out() << '[';
        const auto wanted = asked(fields);
        const auto done = each(console, reader, query, [&](const Camera& camera) {
            console.out() << (m_count == 1 ? "\n" : ",\n")
                          << jsonOf(camera, wanted).dump(-1, ' ', false, Json::error_handler_t::replace);
        });
        console.out() << (m_count == 0 ? "]\n" : "\n]\n");
        return done;
    }

    [[nodiscard]] Done listGeoJson(Console& console, census::Reader& reader, const census::CameraQuery& query,
                                   const Fields& fields)
    {
        console.out() << R"({"type":"FeatureCollection","features":[)";
        const auto wanted = asked(fields);
        const auto done = each(console, reader, query, [&](const Camera& camera) {
            Json properties = jsonOf(camera, wanted);
            properties.erase("lon");
            properties.erase("lat");
            const Json feature{
                {"type", "Feature"},
                {"geometry", {{"type", "Point"}, {"coordinates", {camera.position.lon, camera.position.lat}}}},
                {"properties", properties}};
            console.out() << (m_count == 1 ? "\n" : ",\n")
                          << feature.dump(-1, ' ', false, Json::error_handler_t::replace);
        });
        console.out() << "\n]}\n";
        return done;
    }

    [[nodiscard]] Done listCsv(Console& console, census::Reader& reader, const census::CameraQuery& query,
                               const Fields& fields)
    {
        console.out() << "\"lon\",\"lat\"";
        for (const FieldInfo* field : fields) {
            console.out() << ',' << csvField(field->name);
        }
        console.out() << "\r\n";
        return each(console, reader, query, [&](const Camera& camera) {
            console.out() << csvField(textOf(FieldValue{camera.position.lon})) << ','
                          << csvField(textOf(FieldValue{camera.position.lat}));
            for (const FieldInfo* field : fields) {
                console.out() << ',' << csvField(textOf(valueOf(camera, *field)));
            }
            console.out() << "\r\n";
        });
    }

    [[nodiscard]] Done listTable(Console& console, census::Reader& reader, const census::CameraQuery& query,
                                 const Fields& fields)
    {
        const Fields columns = m_fields.empty() ? shortList() : fields;
        TextTable table;
        std::vector<std::string> row;
        for (const FieldInfo* field : columns) {
            row.emplace_back(console.in(field->label));
        }
        table.add(row);
        const auto done = each(console, reader, query, [&](const Camera& camera) {
            row.clear();
            for (const FieldInfo* field : columns) {
                row.push_back(cell(camera, *field, console.language));
            }
            table.add(row);
        });
        table.write(console.out());
        return done;
    }

    std::string m_where;
    std::string m_bbox;
    std::string m_fields;
    std::string m_format = "table";
    std::size_t m_count = 0;
};

} // namespace

std::unique_ptr<Command> listCommand()
{
    return std::make_unique<ListCommand>();
}

} // namespace observo::cli
