// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Import.h"

#include "intake/ImportBody.h"
#include "intake/Profile.h"
#include "intake/RowIntake.h"
#include "preview/Preview.h"

#include "observo/geo/Crs.h"
#include "observo/words/Catalogue.h"

#include <algorithm>
#include <array>
#include <utility>

namespace observo::exchange {
namespace {

struct Named {
    OnMatch policy;
    std::string_view name;
};
constexpr std::array<Named, 4> kPolicies = {
    {{OnMatch::Skip, "skip"}, {OnMatch::Update, "update"}, {OnMatch::Add, "add"}, {OnMatch::Review, "review"}}};

void tellFile(Receipt& receipt, const std::vector<Remark>& remarks)
{
    for (const Remark& remark : remarks) {
        receipt.tell({.severity = remark.severity,
                      .code = std::string(remark.code),
                      .messageIt = remark.it,
                      .messageEn = remark.en});
    }
}

/// Which column is which field, as used.
void describeMapping(const SourceTable& table, const Survey& survey, Receipt& receipt)
{
    const auto targets = targetsOf(survey);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const std::string& name = table.columns[i].name;
        if (targets[i].empty()) {
            receipt.unmapped.push_back(name);
        } else {
            receipt.mapping.emplace_back(name, targets[i]);
        }
    }
}

Error noCoordinates(const SourceTable& table)
{
    std::string names;
    for (const SourceColumn& column : table.columns) {
        names += (names.empty() ? "" : ", ") + column.name;
    }
    return {.code = ErrorCode::InputNotUnderstood,
            .what = "no coordinates were found" + (names.empty() ? std::string() : " among the columns " + names),
            .advice = "name the columns of longitude and latitude (or x and y) in a mapping file"};
}

/// Refuses constants of the profile that are no fields, which a profile made by hand may have.
Done checkProfile(const ImportRequest& request)
{
    for (const auto& [field, value] : request.profile.constants) {
        if (meaningNamed(field).role != ColumnRole::Field) {
            return fail(
                Error{.code = ErrorCode::InputNotUnderstood,
                      .what = "the mapping gives a constant to \"" + field + "\", which is no field of a camera",
                      .field = field,
                      .advice = "see observo-cli fields"});
        }
    }
    if (!request.key.empty() && findField(RecordKind::Camera, request.key) == nullptr) {
        const std::string_view near = nearestField(RecordKind::Camera, request.key);
        return fail(
            Error{.code = ErrorCode::UnknownField,
                  .what = "--key " + request.key + " is no field of a camera",
                  .field = request.key,
                  .advice = near.empty() ? "see observo-cli fields" : "did you mean " + std::string(near) + "?"});
    }
    return done();
}

/// Whether the system asked for counts in metres, so that columns of metres are preferred. A wrong name is an error.
Result<bool> wantsMetres(const std::string& asked)
{
    if (asked.empty() || asked == "auto") {
        return false;
    }
    const auto crs = geo::Crs::fromText(asked);
    return crs ? Result<bool>(crs->isProjected()) : fail(crs.error());
}

} // namespace

std::string_view nameOf(OnMatch policy)
{
    return std::ranges::find(kPolicies, policy, &Named::policy)->name;
}

std::optional<OnMatch> onMatchNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kPolicies, name, &Named::name);
    return found == kPolicies.end() ? std::nullopt : std::optional(found->policy);
}

Import::Import(std::unique_ptr<Body> body) : m_body(std::move(body)) {}
Import::Import(Import&&) noexcept = default;
Import& Import::operator=(Import&&) noexcept = default;
Import::~Import() = default;

const ImportPlan& Import::plan() const
{
    return m_body->plan;
}

Error inFile(Error error, const std::filesystem::path& file)
{
    if (error.file.empty()) {
        error.file = file.string();
    }
    return error;
}

ImportTarget targetOf(const census::Session& session)
{
    return {.file = session.file(), .census = session.census(), .inventory = session.inventory()};
}

Result<Import> ImportInsides::prepare(census::Session& session, const ImportRequest& request,
                                      std::unique_ptr<Source> source, const Progress& progress)
{
    auto import = prepare(targetOf(session), request, std::move(source), progress);
    if (import) {
        import->m_body->session = &session;
    }
    return import;
}

Result<Import> ImportInsides::prepare(const ImportTarget& target, const ImportRequest& request,
                                      std::unique_ptr<Source> source, const Progress& progress)
{
    if (auto checked = checkProfile(request); !checked) {
        return fail(checked.error());
    }
    const std::string asked = request.crs.empty() ? request.profile.crs : request.crs;
    const auto metres = wantsMetres(asked);
    if (!metres) {
        return fail(metres.error());
    }
    auto body = std::make_unique<Import::Body>();
    body->target = target;
    body->request = request;
    body->source = std::move(source);
    auto found = survey(*body->source, request.profile, *metres, progress);
    if (!found) {
        return fail(inFile(found.error(), request.file));
    }
    const SourceTable& table = body->source->table();
    const Territory territory = territoryOf(target.census, target.inventory);
    const auto answer = chooseSystem({.table = &table,
                                      .kind = found->places.kind(),
                                      .asked = asked,
                                      .territory = territory,
                                      .sample = found->sample});
    if (!answer) {
        return fail(answer.error());
    }
    ImportPlan& plan = body->plan;
    plan.rows = found->rows;
    plan.format = table.format;
    if (found->places.kind() == PlaceKind::None && found->rows > 0) {
        plan.unplaced = inFile(noCoordinates(table), request.file);
    }
    plan.layers = table.layers;
    plan.hasGeometry = table.hasGeometry;
    plan.receipt.source = request.file.filename().string();
    plan.receipt.layer = table.layer;
    plan.receipt.encoding = table.encoding;
    describeMapping(table, *found, plan.receipt);
    tellFile(plan.receipt, table.remarks);
    tellFile(plan.receipt, answer->remarks);
    body->survey.emplace(std::move(*found));
    if (auto prepared = preparePlacing(*body, *answer, territory); !prepared) {
        return fail(inFile(prepared.error(), request.file));
    }
    plan.preview = previewOf(table, *body->survey, body->placing ? &*body->placing : nullptr);
    return Import(std::move(body));
}

/// By the system that was chosen; without one the plan asks for it.
Done ImportInsides::preparePlacing(Import::Body& body, const SystemAnswer& answer, const Territory& territory)
{
    const auto& sample = body.survey->sample;
    if (!answer.crs && !sample.empty()) {
        body.plan.candidates = answer.candidates;
        body.plan.missingCrs = answer.missing;
        return done();
    }
    SystemAnswer system = answer;
    system.crs = system.crs ? system.crs : geo::Crs::storage(); // no points: any system will do
    auto placing = Placing::make(system, territory, sample);
    if (!placing) {
        Error error = placing.error();
        error.code = ErrorCode::InputNotUnderstood; // the system is known; it is the file that cannot be brought over
        return fail(std::move(error));
    }
    if (answer.crs) {
        body.plan.receipt.crs = ReceiptCrs{.from = system.crs->id(),
                                           .to = geo::Crs::storage().id(),
                                           .operation = placing->operation().name,
                                           .accuracy = placing->operation().accuracy,
                                           .how = system.how};
    }
    body.placing.emplace(std::move(*placing));
    return done();
}

namespace {

/// Why the census changed, for its log.
std::string reasonOf(const Receipt& receipt)
{
    std::string reason = receipt.source;
    if (!receipt.sha256.empty()) {
        reason += ", sha256 " + receipt.sha256;
    }
    if (receipt.crs) {
        reason += ", " + receipt.crs->from + " by " + receipt.crs->operation;
    }
    return reason;
}

/// What the access log keeps of the receipt.
std::string countsOf(const Receipt& receipt)
{
    return receipt.source + ", sha256 " + receipt.sha256 + ": read " + std::to_string(receipt.read) + ", added " +
           std::to_string(receipt.added) + ", updated " + std::to_string(receipt.updated) + ", unchanged " +
           std::to_string(receipt.unchanged) + ", skipped " + std::to_string(receipt.skipped) + ", review " +
           std::to_string(receipt.review) + ", rejected " + std::to_string(receipt.rejected);
}

bool mapsSerials(const Survey& survey)
{
    return std::ranges::any_of(survey.columns, [](const MappedColumn& column) {
        return column.meaning.field != nullptr && column.meaning.field->name == "serial_no";
    });
}

/// Lets the session write what comes; without one it is only counted.
Result<census::Committed> performAll(census::Session* session, RowIntake& intake, const Progress& progress)
{
    if (session != nullptr) {
        return session->perform(intake, progress);
    }
    while (true) {
        const auto change = intake.next();
        if (!change || !*change) {
            return change ? Result<census::Committed>(census::Committed{}) : fail(change.error());
        }
    }
}

void noteInAccessLog(census::Session& session, Receipt& receipt)
{
    const auto noted = session.record({.action = "import", .what = countsOf(receipt), .reason = {}, .recipient = {}});
    if (!noted) {
        receipt.tell({.severity = Severity::Warning,
                      .code = "not_logged",
                      .messageIt = "la ricevuta non è entrata nel registro degli accessi: " +
                                   words::inLanguage(noted.error().what, Language::Italian),
                      .messageEn = "the receipt did not get into the access log: " + noted.error().what});
    }
}

} // namespace

Result<Receipt> Import::run(const Progress& progress)
{
    expects(m_body->session != nullptr);
    auto outcome = m_body->request.dryRun ? foresee(progress) : perform(*m_body->session, progress);
    return outcome ? Result<Receipt>(std::move(outcome->receipt)) : fail(outcome.error());
}

Result<ImportOutcome> Import::foresee(const Progress& progress)
{
    return ImportInsides::bringIn(*m_body, nullptr, progress);
}

Result<ImportOutcome> Import::perform(census::Session& session, const Progress& progress)
{
    m_body->target = targetOf(session); // it may have gone on since
    auto outcome = ImportInsides::bringIn(*m_body, &session, progress);
    if (outcome && outcome->receipt.added + outcome->receipt.updated > 0) {
        noteInAccessLog(session, outcome->receipt);
    }
    return outcome;
}

Result<ImportOutcome> ImportInsides::bringIn(Import::Body& body, census::Session* session, const Progress& progress)
{
    if (body.plan.unplaced) {
        return fail(*body.plan.unplaced);
    }
    if (!body.placing) {
        return fail(Error{.code = ErrorCode::InputNotUnderstood,
                          .what = body.plan.missingCrs,
                          .file = body.request.file.string(),
                          .advice = "name the system with --crs EPSG:n, or take the best with --crs auto"});
    }
    // A private copy: the session's own reader would stand in the way of the one transaction.
    std::unique_ptr<census::Reader> snapshot;
    if (body.target.inventory.size() > 0) {
        auto copied = census::Reader::snapshot(body.target.file, progress.part(0.0, 0.1));
        if (!copied) {
            return fail(copied.error());
        }
        snapshot = std::move(*copied);
    }
    auto matching = Matching::make(
        snapshot.get(), body.target.inventory,
        {.key = body.request.key, .within = body.request.within, .bySerial = mapsSerials(*body.survey)}, progress);
    if (!matching) {
        return fail(matching.error());
    }
    if (auto ready = body.source->rewind(progress.part(0.1, 1.0)); !ready) {
        return fail(ready.error());
    }
    ImportOutcome outcome{.receipt = body.plan.receipt, .doubts = {}};
    const DraftReader reader(body.source->table(), *body.survey, *body.placing, body.request.profile);
    RowIntake intake({*body.source, reader, *matching, outcome.receipt, &outcome.doubts},
                     {.onMatch = body.request.onMatch, .reason = reasonOf(outcome.receipt)}, progress);
    auto performed = performAll(session, intake, progress);
    if (!performed) {
        return fail(inFile(performed.error(), body.request.file));
    }
    outcome.committed = std::move(*performed);
    tellFile(outcome.receipt, body.source->closing());
    expects(outcome.receipt.addsUp());
    return outcome;
}

} // namespace observo::exchange
