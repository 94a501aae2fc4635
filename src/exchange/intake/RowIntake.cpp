// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/RowIntake.h"

#include <algorithm>
#include <set>
#include <utility>

namespace observo::exchange {
namespace {

std::string named(const Camera& camera)
{
    return camera.code.empty() ? camera.id.text() : camera.code;
}

Remark forReview(const Match& match, const std::string& differences)
{
    const std::string camera = named(*match.camera);
    const std::string what = differences.empty() ? "" : "; they differ in " + differences;
    const std::string cosa = differences.empty() ? "" : "; differiscono in " + differences;
    const bool isSure = match.kind == Match::Kind::Same;
    return {Severity::Warning, isSure ? "to_review" : "possible_duplicate",
            (isSure ? "descrive la telecamera " : "forse descrive la telecamera ") + camera + " (" + match.why.it +
                ")" + cosa + ": da decidere",
            (isSure ? "describes camera " : "may describe camera ") + camera + " (" + match.why.en + ")" + what +
                "; a person has to decide"};
}

Remark leftAlone(const Match& match, const std::string& differences)
{
    const std::string camera = named(*match.camera);
    return {Severity::Notice, "already_there",
            "la telecamera " + camera + " c'è già (" + match.why.it + ") e resta com'è; differisce in " + differences,
            "camera " + camera + " is there already (" + match.why.en + ") and stays as it is; it differs in " +
                differences};
}

Remark repeated(std::int64_t row)
{
    return {Severity::Warning, "duplicate_in_file", "ripete la riga " + std::to_string(row),
            "repeats row " + std::to_string(row)};
}

Remark identityInUse()
{
    return {Severity::Warning, "identity_in_use", "l'identificativo è già usato: assegnato uno nuovo",
            "the identifier is in use already; a new one was given"};
}

} // namespace

RowIntake::RowIntake(Parts parts, Rules rules, Progress progress)
    : m_parts(parts), m_rules(std::move(rules)), m_progress(std::move(progress))
{}

void RowIntake::tell(const Draft& draft, const Remark& remark, std::string value)
{
    m_parts.receipt.tell({.row = draft.row,
                          .field = {},
                          .value = std::move(value),
                          .severity = remark.severity,
                          .code = std::string(remark.code),
                          .messageIt = remark.it,
                          .messageEn = remark.en});
}

Result<std::optional<Change>> RowIntake::next()
{
    SourceRow row;
    while (true) {
        if (m_progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled", "nothing was changed");
        }
        const auto more = m_parts.source.next(row);
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            return std::optional<Change>{};
        }
        Receipt& receipt = m_parts.receipt;
        ++receipt.read;
        if (!m_parts.reader.isCamera(row)) {
            ++receipt.skipped;
            continue;
        }
        Draft draft = m_parts.reader.read(row, receipt);
        if (!draft.place) {
            ++receipt.rejected;
            continue;
        }
        auto change = decide(std::move(draft));
        if (!change || *change) {
            return change;
        }
    }
}

Change RowIntake::add(const Draft& draft)
{
    ++m_parts.receipt.added;
    return {.before = std::nullopt, .after = cameraFrom(draft)};
}

/// As the policy "add" wants it: a camera of its own, even where its identity is taken.
Change RowIntake::addAnyway(Draft draft)
{
    const auto id = CameraId::parse(draft.text("camera_id"));
    const bool isRepeated = m_seen.earlier(draft).has_value();
    if (id && (isRepeated || m_parts.matching.isLiving(*id))) {
        tell(draft, identityInUse(), id->text());
        std::erase_if(draft.values, [](const FieldAndValue& one) { return one.first->name == "camera_id"; });
    }
    return add(draft);
}

Result<std::optional<Change>> RowIntake::decide(Draft draft)
{
    if (m_rules.onMatch == OnMatch::Add) {
        return std::optional(addAnyway(std::move(draft)));
    }
    if (const auto row = m_seen.earlier(draft)) {
        ++m_parts.receipt.skipped;
        tell(draft, repeated(*row));
        return std::optional<Change>{};
    }
    const auto match = m_parts.matching.find(draft);
    if (!match) {
        return fail(match.error());
    }
    if (match->remark) {
        tell(draft, *match->remark, draft.text("code"));
    }
    if (match->kind == Match::Kind::None) {
        return std::optional(add(draft));
    }
    return decideMatch(draft, *match);
}

void RowIntake::leaveToPerson(const Draft& draft, const Match& match, const Camera& after)
{
    const Camera& mine = *match.camera;
    ++m_parts.receipt.review;
    tell(draft, forReview(match, differingFields(mine, after)));
    if (m_parts.doubts == nullptr) {
        return;
    }
    const bool isSure = match.kind == Match::Kind::Same;
    Doubt doubt{.kind = isSure ? Doubt::Kind::Difference : Doubt::Kind::PossibleTwin,
                .byLikeness = match.byLikeness,
                .row = draft.row,
                .mine = mine,
                .theirs = after,
                .whyIt = match.why.it,
                .whyEn = match.why.en};
    doubt.fields = differencesOf(mine, after);
    // A person who asks for every difference sees what the file says as the proposal; of a mere resemblance only what
    // fills a gap is proposed.
    doubt.proposed =
        isSure ? std::set<std::string>(doubt.fields.begin(), doubt.fields.end()) : gapsIn(mine, doubt.fields);
    if (!isSure) {
        doubt.apart = cameraFrom(draft);
    }
    m_parts.doubts->add(std::move(doubt));
}

std::optional<Change> RowIntake::decideMatch(const Draft& draft, const Match& match)
{
    Receipt& receipt = m_parts.receipt;
    const Camera& camera = *match.camera;
    const Camera after = withDraft(camera, draft, match.byLikeness);
    const std::string differences = differingFields(camera, after);
    if (match.kind == Match::Kind::Possible) {
        leaveToPerson(draft, match, after);
        return std::nullopt;
    }
    m_parts.matching.claim(camera.id);
    if (isSameCamera(camera, after)) {
        ++receipt.unchanged;
    } else if (m_rules.onMatch == OnMatch::Update) {
        ++receipt.updated;
        return Change{.before = camera, .after = after};
    } else if (m_rules.onMatch == OnMatch::Review) {
        leaveToPerson(draft, match, after);
    } else {
        ++receipt.skipped;
        tell(draft, leftAlone(match, differences));
    }
    return std::nullopt;
}

} // namespace observo::exchange
