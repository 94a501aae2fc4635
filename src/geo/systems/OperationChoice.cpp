// SPDX-License-Identifier: GPL-3.0-or-later
#include "systems/OperationChoice.h"

#include "systems/ProjContext.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace observo::geo {

namespace {

/// How wide a search for operations goes.
struct Reach {
    PROJ_SPATIAL_CRITERION where = PROJ_SPATIAL_CRITERION_STRICT_CONTAINMENT;
    PROJ_GRID_AVAILABILITY_USE grids = PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID;
};

/// An operation of the database that could serve.
struct Candidate {
    ChosenOperation chosen;
    double covered = 1.0; ///< share of the data's area inside the operation's
    double size = 0.0;    ///< of the operation's area, square degrees
};

std::string definitionOf(const Crs& crs)
{
    return crs.epsg() == 0 ? crs.wkt2() : crs.id();
}

GeoBox common(const GeoBox& a, const GeoBox& b)
{
    if (a.isEmpty() || b.isEmpty()) {
        return a.isEmpty() ? b : a;
    }
    return {std::max(a.west, b.west), std::max(a.south, b.south), std::min(a.east, b.east), std::min(a.north, b.north)};
}

double sizeOf(const GeoBox& box)
{
    return box.isEmpty() ? 0.0 : (box.east - box.west) * (box.north - box.south);
}

ProjList search(PJ_CONTEXT* context, const Crs& from, const Crs& to, const GeoBox& area, Reach reach)
{
    const ProjObject source(proj_create(context, definitionOf(from).c_str()));
    const ProjObject target(proj_create(context, definitionOf(to).c_str()));
    const ProjFactory factory(proj_create_operation_factory_context(context, nullptr));
    auto* settings = factory.get();
    if (!area.isEmpty()) {
        proj_operation_factory_context_set_area_of_interest(context, settings, area.west, area.south, area.east,
                                                            area.north);
    }
    proj_operation_factory_context_set_spatial_criterion(context, settings, reach.where);
    proj_operation_factory_context_set_grid_availability_use(context, settings, reach.grids);
    proj_operation_factory_context_set_allow_ballpark_transformations(context, settings, 0);
    // A direct operation whose grid is missing must not hide the one through WGS 84.
    proj_operation_factory_context_set_allow_use_intermediate_crs(context, settings, PROJ_INTERMEDIATE_CRS_USE_ALWAYS);
    const char* const pivots[] = {"EPSG", "4326", nullptr};
    proj_operation_factory_context_set_allowed_intermediate_crs(context, settings, pivots);
    return ProjList(proj_create_operations(context, source.get(), target.get(), settings));
}

/// True for map projections alone: the datum stays, so nothing is lost.
bool isConversion(PJ_CONTEXT* context, const PJ* operation)
{
    if (proj_get_type(operation) != PJ_TYPE_CONCATENATED_OPERATION) {
        return proj_get_type(operation) == PJ_TYPE_CONVERSION;
    }
    const int steps = proj_concatoperation_get_step_count(context, operation);
    for (int i = 0; i < steps; ++i) {
        const ProjObject step(proj_concatoperation_get_step(context, operation, i));
        if (!isConversion(context, step.get())) {
            return false;
        }
    }
    return true;
}

std::optional<Metres> accuracyOf(PJ_CONTEXT* context, const PJ* operation)
{
    if (isConversion(context, operation)) {
        return Metres{0.0};
    }
    const double accuracy = proj_coordoperation_get_accuracy(context, operation);
    return accuracy < 0.0 ? std::nullopt : std::optional(Metres{accuracy});
}

double rankOf(const std::optional<Metres>& accuracy)
{
    return accuracy ? accuracy->value : std::numeric_limits<double>::max();
}

std::optional<Candidate> candidateFrom(PJ_CONTEXT* context, const PJ* operation, const GeoBox& area)
{
    if (proj_coordoperation_has_ballpark_transformation(context, operation) != 0 ||
        proj_coordoperation_is_instantiable(context, operation) == 0) {
        return std::nullopt;
    }
    const ProjObject normalised(proj_normalize_for_visualization(context, operation));
    const char* pipeline =
        normalised == nullptr ? nullptr : proj_as_proj_string(context, normalised.get(), PJ_PROJ_5, nullptr);
    if (pipeline == nullptr) {
        return std::nullopt;
    }
    Candidate candidate;
    candidate.chosen.pipeline = pipeline;
    candidate.chosen.operation.name = proj_get_name(operation);
    candidate.chosen.operation.accuracy = accuracyOf(context, operation);
    GeoBox use;
    constexpr double kUnknown = -1000.0;
    if (proj_get_area_of_use(context, operation, &use.west, &use.south, &use.east, &use.north, nullptr) != 0 &&
        use.west != kUnknown) {
        candidate.size = sizeOf(use);
        const double whole = sizeOf(area);
        candidate.covered = whole > 0.0 ? sizeOf(common(area, use)) / whole : 1.0;
    }
    return candidate;
}

std::vector<Candidate> candidates(PJ_CONTEXT* context, const ProjList& list, const GeoBox& area)
{
    std::vector<Candidate> found;
    const int count = list == nullptr ? 0 : proj_list_get_count(list.get());
    for (int i = 0; i < count; ++i) {
        const ProjObject operation(proj_list_get(context, list.get(), i));
        if (auto candidate = candidateFrom(context, operation.get(), area)) {
            found.push_back(std::move(*candidate));
        }
    }
    return found;
}

/// Whether an operation whose grid is not installed would be better than `accuracy`.
bool betterWithGrid(PJ_CONTEXT* context, const ProjList& all, double accuracy)
{
    const int count = all == nullptr ? 0 : proj_list_get_count(all.get());
    for (int i = 0; i < count; ++i) {
        const ProjObject operation(proj_list_get(context, all.get(), i));
        if (proj_coordoperation_is_instantiable(context, operation.get()) == 0 &&
            rankOf(accuracyOf(context, operation.get())) < accuracy) {
            return true;
        }
    }
    return false;
}

/// What the database itself offers between two systems.
std::optional<ChosenOperation> searched(const Crs& from, const Crs& to, const GeoBox& area)
{
    if (from == to) {
        return ChosenOperation{"+proj=noop", {"No change of system", Metres{0.0}, false}};
    }
    auto* context = threadProjContext();
    const auto byAccuracy = [](const Candidate& a, const Candidate& b) {
        return std::tuple(rankOf(a.chosen.operation.accuracy), a.size) <
               std::tuple(rankOf(b.chosen.operation.accuracy), b.size);
    };
    Reach reach;
    auto found = candidates(context, search(context, from, to, area, reach), area);
    auto best = std::min_element(found.begin(), found.end(), byAccuracy);
    if (found.empty()) {
        // No operation serves the whole area: the one that serves most of it, to a twentieth, before the most
        // accurate one, or data of all Italy would move by what was measured for a corner of it.
        reach.where = PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION;
        found = candidates(context, search(context, from, to, area, reach), area);
        best = std::min_element(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
            const int coveredA = static_cast<int>(a.covered * 20.0);
            const int coveredB = static_cast<int>(b.covered * 20.0);
            return coveredA != coveredB ? coveredA > coveredB : byAccuracy(a, b);
        });
    }
    if (best == found.end()) {
        return std::nullopt;
    }
    const double accuracy = rankOf(best->chosen.operation.accuracy);
    if (accuracy > 0.0) {
        reach.grids = PROJ_GRID_AVAILABILITY_IGNORED;
        best->chosen.operation.missingGrid = betterWithGrid(context, search(context, from, to, area, reach), accuracy);
    }
    return std::move(best->chosen);
}

/// The steps of a pipeline without its head, ready to be put after others.
std::string stepsOf(const std::string& pipeline)
{
    static const std::string kHead = "+proj=pipeline";
    if (pipeline == "+proj=noop") {
        return {};
    }
    return pipeline.starts_with(kHead) ? pipeline.substr(kHead.size()) : " +step " + pipeline;
}

ChosenOperation joined(const ChosenOperation& first, const ChosenOperation& second)
{
    ChosenOperation both;
    const auto steps = stepsOf(first.pipeline) + stepsOf(second.pipeline);
    both.pipeline = steps.empty() ? "+proj=noop" : "+proj=pipeline" + steps;
    both.operation.name = first.operation.name + " + " + second.operation.name;
    if (first.operation.accuracy && second.operation.accuracy) {
        both.operation.accuracy = *first.operation.accuracy + *second.operation.accuracy;
    }
    both.operation.missingGrid = first.operation.missingGrid || second.operation.missingGrid;
    return both;
}

using Maybe = std::optional<ChosenOperation>;

Maybe joined(const Maybe& first, const Maybe& second)
{
    return first && second ? Maybe(joined(*first, *second)) : std::nullopt;
}

Maybe chosen(const Crs& from, const Crs& to, const GeoBox& area);

/// Ways that the database has not, or only with two pivots.
Maybe bridged(const Crs& from, const Crs& to, const GeoBox& area)
{
    static const auto kWgs84 = Crs::fromEpsg(4326).value();
    static const auto kMonteMario = Crs::fromEpsg(4265).value();
    constexpr int kMonteMarioRome = 4806;
    // By decision RDN2008 and WGS 84 are taken as equal anywhere, not in Italy alone, at 1 m.
    static const ChosenOperation kNull{"+proj=noop", {"RDN2008 taken as WGS 84", Metres{1.0}, false}};

    const auto fromBase = geographicBaseOf(from);
    const auto toBase = geographicBaseOf(to);
    const int left = fromBase ? fromBase->epsg() : 0;
    const int right = toBase ? toBase->epsg() : 0;
    if (left == kMonteMarioRome) {
        return joined(searched(from, kMonteMario, area), chosen(kMonteMario, to, area));
    }
    if (right == kMonteMarioRome) {
        return joined(chosen(from, kMonteMario, area), searched(kMonteMario, to, area));
    }
    if (left == Crs::storage().epsg()) {
        return joined(joined(searched(from, Crs::storage(), area), kNull), searched(kWgs84, to, area));
    }
    if (right == Crs::storage().epsg()) {
        return joined(joined(searched(from, kWgs84, area), kNull), searched(Crs::storage(), to, area));
    }
    return std::nullopt;
}

Maybe chosen(const Crs& from, const Crs& to, const GeoBox& area)
{
    auto direct = searched(from, to, area);
    return direct ? direct : bridged(from, to, area);
}

Error noOperation(const Crs& from, const Crs& to)
{
    return {.code = ErrorCode::UnknownCrs,
            .what =
                "there is no transformation of known accuracy from " + from.id() + " to " + to.id() + " for this area",
            .advice = "check that the data lies where " + from.id() + " is used, or choose another system"};
}

} // namespace

Result<Crs> geographicBaseOf(const Crs& crs)
{
    if (crs.isGeographic()) {
        return crs;
    }
    auto* context = threadProjContext();
    const ProjObject system(proj_create(context, definitionOf(crs).c_str()));
    const ProjObject base(proj_crs_get_geodetic_crs(context, system.get()));
    const char* wkt = base == nullptr ? nullptr : proj_as_wkt(context, base.get(), PJ_WKT2_2019, nullptr);
    if (wkt == nullptr) {
        return fail(ErrorCode::UnknownCrs, crs.id() + " has no geographic system under it");
    }
    return Crs::fromText(std::string(wkt));
}

Result<ChosenOperation> chooseOperation(const Crs& from, const Crs& to, const GeoBox& area)
{
    using Key = std::tuple<std::string, std::string, double, double, double, double>;
    static std::mutex mutex;
    static std::map<Key, ChosenOperation> remembered;
    constexpr std::size_t kMany = 512;

    const auto where = area.isEmpty() ? common(from.areaOfUse(), to.areaOfUse()) : area;
    const Key key{definitionOf(from), definitionOf(to), where.west, where.south, where.east, where.north};
    {
        const std::lock_guard lock(mutex);
        if (const auto known = remembered.find(key); known != remembered.end()) {
            return known->second;
        }
    }
    auto found = chosen(from, to, where);
    if (!found) {
        return fail(noOperation(from, to));
    }
    const std::lock_guard lock(mutex);
    if (remembered.size() >= kMany) {
        remembered.clear();
    }
    return remembered.insert_or_assign(key, std::move(*found)).first->second;
}

} // namespace observo::geo
