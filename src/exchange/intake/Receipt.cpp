// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Receipt.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

/// So many rows with the same remark are told one by one; the rest is one group.
constexpr std::size_t kShownOfKind = 20;

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

Json crsJson(const ReceiptCrs& crs)
{
    return {{"from", crs.from},           {"to", crs.to},
            {"operation", crs.operation}, {"accuracy_m", crs.accuracy ? Json(crs.accuracy->value) : Json()},
            {"ballpark", crs.ballpark},   {"how", crs.how}};
}

Json problemJson(const ReceiptProblem& problem, Language language)
{
    return {{"row", problem.row ? Json(*problem.row) : Json()},
            {"field", textOrNull(problem.field)},
            {"value", textOrNull(problem.value)},
            {"severity", nameOf(problem.severity)},
            {"code", problem.code},
            {"message", problem.message(language)}};
}

Json problemsJson(const Receipt& receipt, Language language)
{
    Json problems = Json::array();
    for (const ReceiptProblem& problem : receipt.problems) {
        problems.push_back(problemJson(problem, language));
    }
    if (receipt.untold > 0) {
        const std::string count = std::to_string(receipt.untold);
        problems.push_back(problemJson({.severity = Severity::Warning,
                                        .code = "more_problems",
                                        .messageIt = "altri " + count + " problemi non elencati",
                                        .messageEn = count + " more problems are not listed"},
                                       language));
    }
    return problems;
}

/// Enumerators of severity run from the gravest on.
bool isAtLeast(Severity severity, Severity least)
{
    return severity <= least;
}

} // namespace

bool Receipt::hasFindings() const
{
    const bool isWarned = std::ranges::any_of(
        problems, [](const ReceiptProblem& problem) { return problem.severity != Severity::Notice; });
    return rejected > 0 || review > 0 || untold > 0 || isWarned;
}

void Receipt::tell(ReceiptProblem problem)
{
    constexpr std::size_t kMost = 10'000;
    if (problems.size() >= kMost) {
        ++untold;
        return;
    }
    problems.push_back(std::move(problem));
}

std::vector<ProblemGroup> groupsOf(const Receipt& receipt, Severity least)
{
    std::vector<ProblemGroup> groups;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> known;
    std::map<std::string, std::size_t> kinds; // how many groups a code has
    for (const ReceiptProblem& problem : receipt.problems) {
        if (!isAtLeast(problem.severity, least)) {
            continue;
        }
        // Places differ from row to row; what is said about them does not.
        const bool isOfRow = problem.field.empty() || problem.field == "position";
        const bool isMany = isOfRow && kinds[problem.code] >= kShownOfKind;
        const auto [at, isNew] =
            isMany ? known.try_emplace({problem.code, "", "", ""}, groups.size())
                   : known.try_emplace({problem.code, problem.field, problem.value, problem.messageEn}, groups.size());
        if (isNew) {
            groups.push_back({.first = problem});
            ++kinds[problem.code];
        }
        ++groups[at->second].count;
    }
    std::ranges::stable_sort(groups, [](const ProblemGroup& a, const ProblemGroup& b) {
        return a.first.severity == b.first.severity ? a.count > b.count : isAtLeast(a.first.severity, b.first.severity);
    });
    return groups;
}

std::string jsonOf(const Receipt& receipt, Language language)
{
    Json mapping = Json::object();
    for (const auto& [column, field] : receipt.mapping) {
        mapping[column] = field;
    }
    const Json document{{"source", receipt.source},
                        {"sha256", receipt.sha256},
                        {"layer", textOrNull(receipt.layer)},
                        {"encoding", textOrNull(receipt.encoding)},
                        {"crs", receipt.crs ? crsJson(*receipt.crs) : Json()},
                        {"mapping", mapping},
                        {"unmapped", receipt.unmapped},
                        {"read", receipt.read},
                        {"added", receipt.added},
                        {"updated", receipt.updated},
                        {"unchanged", receipt.unchanged},
                        {"skipped", receipt.skipped},
                        {"review", receipt.review},
                        {"rejected", receipt.rejected},
                        {"problems", problemsJson(receipt, language)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::filesystem::path receiptFileFor(const std::filesystem::path& source)
{
    auto file = source;
    file += ".receipt.json";
    return file;
}

Done saveReceipt(const Receipt& receipt, Language language, const std::filesystem::path& file, Overwrite overwrite)
{
    auto out = CheckedFile::create(file, overwrite);
    if (!out) {
        return fail(out.error());
    }
    if (auto written = out->write(jsonOf(receipt, language) + '\n'); !written) {
        return written;
    }
    return out->publish();
}

} // namespace observo::exchange
