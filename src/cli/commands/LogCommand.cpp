// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/LogCommand.h"

#include "EditWords.h"
#include "TextTable.h"

#include "observo/census/Log.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

#include <functional>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

Json parsedOrNull(const std::string& text)
{
    const Json parsed = Json::parse(text, nullptr, false);
    return text.empty() || parsed.is_discarded() ? Json() : parsed;
}

Json orNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json jsonOf(const census::LogEntry& entry)
{
    return {{"sequence", entry.sequence != 0 ? Json(entry.sequence) : Json()}, // null: waits outside the census
            {"set_id", entry.setId},
            {"at", entry.at},
            {"actor", entry.actor},
            {"program", entry.program},
            {"action", entry.action},
            {"kind", orNull(entry.kind)},
            {"record", orNull(entry.record)},
            {"label", orNull(entry.label)},
            {"reason", orNull(entry.reason)},
            {"recipient", orNull(entry.recipient)},
            {"before", parsedOrNull(entry.before)},
            {"after", parsedOrNull(entry.after)},
            {"hash", orNull(entry.hash)}};
}

class LogCommand : public CensusCommand {
public:
    [[nodiscard]] std::string_view name() const override { return "log"; }
    [[nodiscard]] Label summary() const override
    {
        return {.it = "Chi ha cambiato che cosa, quando e perché", .en = "Who changed what, when and why"};
    }
    void declareMore(CLI::App& app) override
    {
        app.add_flag("--verify", m_verify, "Check the chain, the triggers and the hash of every row");
        app.add_option("--since", m_since, "Only entries from this day or time on")->type_name("DATE");
        app.add_option("--object", m_object, "Only entries of one record: UUID, or code of a camera")->type_name("ID");
        app.add_option("--format", m_format, "How entries are written")
            ->check(CLI::IsMember({"table", "json"}))
            ->type_name("table|json");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        const auto reader = census::Reader::open(census());
        if (!reader) {
            return fail(reader.error());
        }
        return m_verify ? verify(console, **reader) : list(console, **reader);
    }

private:
    [[nodiscard]] static Result<ExitCode> verify(Console& console, census::Reader& reader)
    {
        const auto verdict = census::verifyLog(reader, console.progress());
        if (!verdict) {
            return fail(verdict.error());
        }
        if (console.json) {
            console.print({{"intact", verdict->intact},
                           {"entries", verdict->entries},
                           {"first_bad", verdict->firstBad ? Json(*verdict->firstBad) : Json()},
                           {"findings", verdict->findings}});
        } else {
            const bool isItalian = console.language == Language::Italian;
            console.out() << (verdict->intact ? (isItalian ? "integro" : "intact")
                                              : (isItalian ? "non integro" : "not intact"))
                          << ", " << verdict->entries << (isItalian ? " voci\n" : " entries\n");
            for (const std::string& finding : verdict->findings) {
                console.out() << finding << '\n';
            }
        }
        return verdict->intact ? ExitCode::Done : ExitCode::Findings;
    }

    [[nodiscard]] Result<census::LogQuery> makeQuery(census::Reader& reader) const
    {
        census::LogQuery query{.since = m_since};
        if (!m_since.empty()) {
            // A day or a time of the same form as the entries': the comparison is one of text.
            const auto day = parseValue(*findField(RecordKind::Camera, "installed_on"), m_since.substr(0, 10));
            if (!day) {
                return fail(ErrorCode::InvalidArgument, "--since " + m_since + " is no day or time",
                            "write it as 2026-11-22 or 2026-11-22T10:42:07Z");
            }
        }
        if (!m_object.empty()) {
            query.record = Uuid::parse(m_object);
        }
        if (!m_object.empty() && !query.record) {
            const auto camera = reader.cameraNamed(m_object);
            if (!camera) {
                return fail(camera.error());
            }
            query.record = camera->id.uuid;
        }
        return query;
    }

    /// What the person's own log holds for this census belongs to the answer, though it is not in the file yet.
    [[nodiscard]] static Result<std::size_t> showWaiting(census::Reader& reader, const census::LogQuery& query,
                                                         const std::function<bool(const census::LogEntry&)>& show)
    {
        const auto waiting = census::waitingConsultations(reader);
        if (!waiting) {
            return fail(waiting.error());
        }
        std::size_t count = 0;
        for (const census::LogEntry& entry : *waiting) {
            if (!query.record && entry.at >= query.since) {
                show(entry);
                ++count;
            }
        }
        return count;
    }

    [[nodiscard]] Result<ExitCode> list(Console& console, census::Reader& reader) const
    {
        const auto query = makeQuery(reader);
        if (!query) {
            return fail(query.error());
        }
        const bool asJson = console.json || m_format == "json";
        Json entries = Json::array();
        TextTable table;
        std::size_t count = 0;
        const auto show = [&](const census::LogEntry& entry) {
            ++count;
            if (asJson) {
                entries.push_back(jsonOf(entry));
            } else {
                table.add({entry.sequence != 0 ? std::to_string(entry.sequence) : "-", entry.at, entry.actor,
                           entry.label.empty() ? entry.action : editLabel(entry.label, console.language), entry.kind,
                           entry.record, entry.reason});
            }
            return true;
        };
        if (auto read = census::forEachLogEntry(reader, *query, show); !read) {
            return fail(read.error());
        }
        const auto waiting = showWaiting(reader, *query, show);
        if (!waiting) {
            return fail(waiting.error());
        }
        if (asJson) {
            console.print(entries);
        } else {
            table.write(console.out());
        }
        if (*waiting > 0) {
            console.say(std::to_string(*waiting) +
                        (console.language == Language::Italian
                             ? " consultazioni tue attendono la prossima modifica per entrare nel registro"
                             : " consultations of yours wait for the next edit to enter the log"));
        }
        const bool isSearch = !m_since.empty() || !m_object.empty();
        return count == 0 && isSearch ? ExitCode::Findings : ExitCode::Done;
    }

    bool m_verify = false;
    std::string m_since;
    std::string m_object;
    std::string m_format = "table";
};

} // namespace

std::unique_ptr<Command> logCommand()
{
    return std::make_unique<LogCommand>();
}

} // namespace observo::cli
