// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Rules.h"

#include "rules/RuleFamily.h"

#include <algorithm>
#include <iterator>

namespace observo {
namespace {

/// The same rule for another kind of record.
Rule forKind(Rule rule, RecordKind kind)
{
    rule.kind = kind;
    return rule;
}

/// The list of the family: a new rule is a new line.
std::vector<Rule> makeRules()
{
    std::vector<Rule> list{
        rule::kUrbanRetention, rule::kLongRetention, rule::kFacialRecognition, rule::kSign,
        rule::kDpia,           rule::kPlateLanes,    rule::kZtlDecree,         rule::kDeclaration,
        rule::kVerification,   rule::kOutside,       rule::kOutsideItaly,      rule::kDirection,
        rule::kGroundView,     rule::kDates,         rule::kDuplicateCode,     rule::kDuplicatePlace,
        rule::kWaste,          rule::kSite,          rule::kCameraSystem,      rule::kSiteSystem,
    };
    for (const Rule& general : {rule::kRequired, rule::kRange, rule::kCode, rule::kFormat}) {
        for (const RecordKind kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
            list.push_back(forKind(general, kind));
        }
    }
    return list;
}

} // namespace

std::string_view nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Notice:
        return "notice";
    }
    return "warning";
}

std::span<const Rule> rules()
{
    static const std::vector<Rule> kList = makeRules();
    return kList;
}

const Rule* findRule(std::string_view name)
{
    const auto all = rules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<Finding> checkRecord(const Record& record, const RuleContext& context, std::span<const std::string> only)
{
    const RecordKind kind = kindOfRecord(record);
    std::vector<Finding> findings;
    for (const Rule& rule : rules()) {
        const bool isWanted = only.empty() || std::find(only.begin(), only.end(), rule.name) != only.end();
        if (rule.kind != kind || !isWanted) {
            continue;
        }
        auto more = rule.check(record, context);
        findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return findings;
}

} // namespace observo
