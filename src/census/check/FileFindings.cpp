// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/FileFindings.h"

#include "ReaderBody.h"
#include "history/Verify.h"
#include "sqlite/Connection.h"

#include <algorithm>
#include <array>

namespace observo::census {

namespace {

constexpr std::array kRules{
    FileRule{.name = "F-INTEGRITY", .title = {"File danneggiato", "Damaged file"}},
    FileRule{.name = "F-LOG", .title = {"Registro delle modifiche alterato", "Altered change log"}},
    FileRule{.name = "F-ORPHAN", .title = {"Riferimento a un record che non c'è", "Reference to a missing record"}},
    FileRule{.name = "F-ROWHASH",
             .title = {"Record modificato fuori dal registro", "Record changed around the change log"}},
    FileRule{.name = "F-RTREE", .title = {"Indice spaziale non corrispondente", "Spatial index that does not fit"}},
};

const FileRule& ruleNamed(std::string_view name)
{
    const auto* rule = findFileRule(name);
    expects(rule != nullptr);
    return *rule;
}

/// Stops SQLite's long checks when the person cancels.
class Interruptible {
public:
    Interruptible(Connection& connection, const Progress& progress) : m_handle(connection.handle())
    {
        constexpr int kStepsBetween = 20000;
        sqlite3_progress_handler(
            m_handle, kStepsBetween,
            [](void* given) { return static_cast<const Progress*>(given)->cancelled() ? 1 : 0; },
            const_cast<Progress*>(&progress));
    }
    ~Interruptible() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    sqlite3* m_handle;
};

/// Collects the findings about one file.
class FileCheck {
public:
    FileCheck(Reader& reader, const Census& census)
        : m_reader(reader), m_connection(ReaderInsides::connectionOf(reader)), m_census(census)
    {}

    [[nodiscard]] Done checkPages();
    [[nodiscard]] Done checkIndex();
    [[nodiscard]] Done checkLog(const Wanted& wanted, const Progress& progress);

    std::vector<Finding> take() { return std::move(m_findings); }

private:
    void add(std::string_view rule, const std::string& italian, const std::string& english);
    [[nodiscard]] Result<std::vector<std::string>> lines(std::string_view sql);
    [[nodiscard]] Done checkIndexStructure();
    [[nodiscard]] Done checkIndexContent();
    [[nodiscard]] std::string codeOfRow(RecordKind kind, const std::string& uuid);

    Reader& m_reader;
    Connection& m_connection;
    const Census& m_census;
    std::vector<Finding> m_findings;
};

void FileCheck::add(std::string_view rule, const std::string& italian, const std::string& english)
{
    m_findings.push_back(findingOf(ruleNamed(rule), m_census, Message{.it = italian, .en = english}));
}

Result<std::vector<std::string>> FileCheck::lines(std::string_view sql)
{
    auto statement = m_connection.prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    std::vector<std::string> lines;
    while (true) {
        const auto row = statement->step();
        if (!row) {
            return fail(row.error());
        }
        if (!*row) {
            return lines;
        }
        lines.emplace_back(statement->text(0));
    }
}

Done FileCheck::checkPages()
{
    auto said = lines("PRAGMA integrity_check(20)");
    if (!said && said.error().code == ErrorCode::CensusDamaged) {
        // So broken that the check itself gives up: that is its answer.
        said = std::vector<std::string>{said.error().what};
    }
    if (!said) {
        return fail(said.error());
    }
    for (const auto& line : *said) {
        if (line != "ok") {
            add("F-INTEGRITY", "il file è danneggiato (" + line + "): riprendere l'ultima copia di sicurezza",
                "the file is damaged (" + line + "): go back to the last backup");
        }
    }
    return done();
}

Done FileCheck::checkIndex()
{
    const auto there = m_connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'rtree_camera_geom'");
    if (!there) {
        return fail(there.error());
    }
    if (*there == 0) {
        add("F-RTREE", "l'indice spaziale delle telecamere non c'è", "the spatial index of the cameras is missing");
        return done();
    }
    if (auto checked = checkIndexStructure(); !checked) {
        return checked;
    }
    return checkIndexContent();
}

Done FileCheck::checkIndexStructure()
{
    const auto said = lines("SELECT rtreecheck('rtree_camera_geom')");
    if (!said) {
        return fail(said.error());
    }
    for (const auto& line : *said) {
        if (line != "ok") {
            add("F-RTREE", "l'indice spaziale è danneggiato: " + line, "the spatial index is damaged: " + line);
        }
    }
    return done();
}

Done FileCheck::checkIndexContent()
{
    // The index holds single precision, rounded outwards, so that its box contains the point.
    const auto misplaced =
        lines("SELECT coalesce(code, camera_id) FROM camera LEFT JOIN rtree_camera_geom ON id = fid "
              "WHERE observo_lon(geom) IS NOT NULL AND NOT coalesce(observo_lon(geom) BETWEEN minx AND maxx AND "
              "observo_lat(geom) BETWEEN miny AND maxy, 0) ORDER BY 1");
    const auto surplus = m_connection.number("SELECT count(*) FROM rtree_camera_geom WHERE id NOT IN "
                                             "(SELECT fid FROM camera WHERE observo_lon(geom) IS NOT NULL)");
    if (!misplaced || !surplus) {
        return fail(!misplaced ? misplaced.error() : surplus.error());
    }
    if (!misplaced->empty()) {
        const auto count = std::to_string(misplaced->size());
        add("F-RTREE", "telecamere che l'indice spaziale non trova: " + count + ", la prima è " + misplaced->front(),
            "cameras that the spatial index does not find: " + count + ", the first is " + misplaced->front());
    }
    if (*surplus > 0) {
        const auto count = std::to_string(*surplus);
        add("F-RTREE", "voci dell'indice spaziale senza telecamera: " + count,
            "entries of the spatial index without a camera: " + count);
    }
    return done();
}

/// What is wrong with single records stands beside their other findings, the rest beside the census.
Done FileCheck::checkLog(const Wanted& wanted, const Progress& progress)
{
    const auto verdict = verifyHistory(m_reader, progress);
    if (!verdict) {
        return fail(verdict.error());
    }
    for (const auto& found : verdict->findings) {
        const std::string_view rule = found.kind ? "F-ROWHASH" : "F-LOG";
        if (!wanted(rule)) {
            continue;
        }
        auto finding = findingOf(ruleNamed(rule), m_census,
                                 {.it = found.sentence(Language::Italian), .en = found.sentence(Language::English)});
        if (found.kind) {
            finding.kind = *found.kind;
            finding.record = Uuid::parse(found.record).value_or(Uuid());
            finding.recordCode = codeOfRow(*found.kind, found.record);
        }
        m_findings.push_back(std::move(finding));
    }
    return done();
}

/// The code that a record carries in the file now; its UUID when it carries none or is gone.
std::string FileCheck::codeOfRow(RecordKind kind, const std::string& uuid)
{
    const auto& table = schemaTable(kind);
    if (table.codeColumn().empty()) {
        return m_census.istatCode;
    }
    auto row = m_connection.prepare("SELECT " + std::string(table.codeColumn()) + " FROM " + std::string(table.name()) +
                                    " WHERE " + std::string(table.idColumn()) + " = ?");
    if (!row) {
        return uuid;
    }
    const auto found = row->bind(1, std::string_view(uuid)).step();
    return found && *found && !row->text(0).empty() ? std::string(row->text(0)) : uuid;
}

std::string codeOfRecord(const Record& record)
{
    return std::visit(
        []<typename Kind>(const Kind& one) {
            if constexpr (std::is_same_v<Kind, Census>) {
                return one.istatCode;
            } else {
                return one.code;
            }
        },
        record);
}

} // namespace

std::span<const FileRule> fileRules()
{
    return kRules;
}

const FileRule* findFileRule(std::string_view name)
{
    const auto found =
        std::find_if(kRules.begin(), kRules.end(), [&](const FileRule& rule) { return rule.name == name; });
    return found == kRules.end() ? nullptr : &*found;
}

Finding findingOf(const FileRule& rule, const Record& record, const Message& message)
{
    return {.rule = rule.name,
            .severity = rule.severity,
            .kind = kindOfRecord(record),
            .record = uuidOf(record),
            .recordCode = codeOfRecord(record),
            .field = {},
            .messageIt = message.it,
            .messageEn = message.en};
}

Result<std::vector<Finding>> fileFindings(Reader& reader, const Census& census, const Wanted& wanted,
                                          const Progress& progress)
{
    FileCheck check(reader, census);
    const Interruptible interruptible(ReaderInsides::connectionOf(reader), progress);
    const auto step = [&](bool asked, double share, auto&& work) -> Done {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "the check was cancelled");
        }
        auto checked = asked ? work() : done();
        progress.report(share);
        return progress.cancelled() ? Done(fail(ErrorCode::Cancelled, "the check was cancelled")) : checked;
    };
    if (auto checked = step(wanted("F-INTEGRITY"), 0.4, [&] { return check.checkPages(); }); !checked) {
        return fail(checked.error());
    }
    if (auto checked = step(wanted("F-RTREE"), 0.5, [&] { return check.checkIndex(); }); !checked) {
        return fail(checked.error());
    }
    const bool asksLog = wanted("F-LOG") || wanted("F-ROWHASH");
    if (auto checked = step(asksLog, 1.0, [&] { return check.checkLog(wanted, progress.part(0.5, 1.0)); }); !checked) {
        return fail(checked.error());
    }
    return check.take();
}

std::vector<Finding> orphanFindings(const Record& record, const std::function<bool(CameraId)>& isAlive)
{
    const auto* camera = std::get_if<Camera>(&record);
    if (camera == nullptr || !camera->contextCamera || isAlive(*camera->contextCamera)) {
        return {};
    }
    const auto uuid = camera->contextCamera->text();
    auto finding = findingOf(ruleNamed("F-ORPHAN"), record,
                             {.it = "la telecamera di contesto " + uuid + " non è nel censimento",
                              .en = "the context camera " + uuid + " is not in the census"});
    finding.field = "context_camera_id";
    return {finding};
}

} // namespace observo::census
