// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/SystemGuard.h"

#include "words/NumberText.h"
#include "words/Table.h"

#include "observo/geo/Geodesy.h"
#include "observo/geo/Transform.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

namespace observo::exchange {
namespace {

constexpr GeoBox kItaly{5.9, 34.7, 19.0, 47.6};
constexpr double kLikely = 0.05; ///< below it a candidate is not worth a word
constexpr double kConvincing = 0.5;
constexpr std::size_t kShownPlaces = 300;

MapPoint turned(MapPoint point, bool swapped)
{
    return swapped ? MapPoint{point.y, point.x} : point;
}

bool isDegree(MapPoint point)
{
    return std::abs(point.x) <= 180.0 && std::abs(point.y) <= 180.0;
}

/// Where the points of a sample lie when read in a system; those that lie nowhere are left out.
std::vector<LonLat> placesIn(const geo::Crs& crs, const std::vector<MapPoint>& sample, bool swapped)
{
    std::vector<LonLat> places;
    const auto transform = geo::Transform::between(crs, geo::Crs::storage());
    for (const MapPoint point : sample) {
        const MapPoint read = turned(point, swapped);
        if (!transform || crs.isGeographic() != isDegree(read)) {
            continue;
        }
        const auto moved = transform->forward(read);
        if (moved && isValid(LonLat{moved->x, moved->y})) {
            places.push_back({moved->x, moved->y});
        }
    }
    return places;
}

double shareIn(const GeoBox& box, const std::vector<LonLat>& places, std::size_t all)
{
    const auto inside = std::ranges::count_if(places, [&](LonLat place) { return box.contains(place); });
    return all == 0 ? 0.0 : static_cast<double>(inside) / static_cast<double>(all);
}

LonLat middleOf(std::vector<LonLat> places)
{
    const auto middle = places.begin() + static_cast<std::ptrdiff_t>(places.size() / 2);
    std::ranges::nth_element(places, middle, {}, &LonLat::lon);
    const double lon = middle->lon;
    std::ranges::nth_element(places, middle, {}, &LonLat::lat);
    return {lon, middle->lat};
}

std::string percent(double share)
{
    return std::to_string(static_cast<int>(std::lround(share * 100.0))) + " %";
}

/// How a candidate looks; its plausibility is 0 when no point lies on earth.
CrsCandidate judged(const geo::Crs& crs, double likelihood, bool swapped, const SystemQuestion& about)
{
    CrsCandidate candidate{.crs = crs.id(), .name = crs.name(), .swapped = swapped};
    const auto places = placesIn(crs, about.sample, swapped);
    if (places.empty()) {
        return candidate;
    }
    candidate.centre = middleOf(places);
    candidate.places.assign(places.begin(),
                            places.begin() + static_cast<std::ptrdiff_t>(std::min(kShownPlaces, places.size())));
    const Territory& territory = about.territory;
    if (const GeoBox& there = territory.cameras; !there.isEmpty()) {
        candidate.away = geo::distanceBetween(candidate.centre,
                                              {(there.west + there.east) / 2.0, (there.south + there.north) / 2.0});
    }
    const double inItaly = shareIn(kItaly, places, about.sample.size());
    const double inRegion = shareIn(territory.box, places, about.sample.size());
    const double onEarth = static_cast<double>(places.size()) / static_cast<double>(about.sample.size());
    // Points of the right country but the wrong region are still likelier than points of another continent.
    const double fit = territory.isKnown() ? std::max(inRegion, 0.3 * inItaly) : inItaly;
    candidate.plausibility =
        std::round(100.0 * likelihood * (swapped ? 0.8 : 1.0) * std::max(fit, 0.1 * onEarth)) / 100.0;
    const bool isHere = territory.isKnown() && inRegion > 0.0;
    const std::string where = isHere ? (territory.name.empty() ? "the census's territory" : territory.name) : "Italy";
    const std::string dove =
        isHere ? (territory.name.empty() ? "nel territorio del censimento" : "in " + territory.name) : "in Italia";
    candidate.whyEn = percent(isHere ? inRegion : inItaly) + " of the points fall in " + where;
    candidate.whyIt = percent(isHere ? inRegion : inItaly) + " dei punti cade " + dove;
    if (swapped) {
        candidate.whyEn += ", with the axes swapped";
        candidate.whyIt += ", con gli assi scambiati";
    }
    return candidate;
}

int wholeNumber(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string listed(const std::vector<CrsCandidate>& candidates)
{
    constexpr std::size_t kShown = 6;
    std::string text;
    for (std::size_t i = 0; i < std::min(kShown, candidates.size()); ++i) {
        const CrsCandidate& one = candidates[i];
        text += (text.empty() ? "" : "; ") + one.crs + " (" + one.name + ") plausibility " +
                textOf(FieldValue(one.plausibility)) + ": " + one.whyEn;
    }
    return text;
}

/// Whether the numbers would lie the right way round only when swapped.
bool isSwapped(const geo::Crs& crs, const SystemQuestion& question)
{
    if (question.sample.empty()) {
        return false;
    }
    const GeoBox& box = question.territory.isKnown() ? question.territory.box : kItaly;
    const std::size_t all = question.sample.size();
    const double straight = shareIn(box, placesIn(crs, question.sample, false), all);
    const double swapped = shareIn(box, placesIn(crs, question.sample, true), all);
    return straight < kLikely && swapped > kConvincing;
}

Remark swappedRemark()
{
    return {Severity::Warning, "axes_swapped",
            "le coordinate dei punti sono scambiate (prima il nord o la latitudine): lette al contrario",
            "the coordinates stand the wrong way round (north or latitude first); they were read swapped"};
}

/// The chosen system, after a look whether the axes are swapped.
SystemAnswer chosen(const geo::Crs& crs, std::string how, const SystemQuestion& question)
{
    SystemAnswer answer{.crs = crs, .how = std::move(how)};
    if (isSwapped(crs, question)) {
        answer.swapped = true;
        answer.remarks.push_back(swappedRemark());
    }
    return answer;
}

/// Whether most of the numbers can be coordinates of the system at all.
bool canHold(const geo::Crs& crs, const SystemQuestion& question)
{
    return question.sample.empty() || crs.isGeographic() == areDegrees(question.sample);
}

SystemAnswer asking(std::string missing, const SystemQuestion& question)
{
    SystemAnswer answer{.missing = std::move(missing)};
    answer.candidates = rankedCandidates(question.sample, question.territory);
    answer.missing += answer.candidates.empty() ? "; no system in use fits the numbers"
                                                : "; candidates: " + listed(answer.candidates);
    return answer;
}

Result<SystemAnswer> bestGuess(const SystemQuestion& question, std::string missing)
{
    SystemAnswer answer = asking(std::move(missing), question);
    if (answer.candidates.empty() || answer.candidates.front().plausibility < kLikely) {
        return answer;
    }
    const CrsCandidate best = answer.candidates.front();
    const auto crs = geo::Crs::fromText(best.crs);
    if (!crs) {
        return fail(crs.error());
    }
    std::string others;
    for (std::size_t i = 1; i < std::min<std::size_t>(answer.candidates.size(), 4); ++i) {
        others += (others.empty() ? "" : ", ") + answer.candidates[i].crs + " " +
                  textOf(FieldValue(answer.candidates[i].plausibility));
    }
    answer.crs = *crs;
    answer.swapped = best.swapped;
    answer.how = "guessed (--crs auto): " + best.whyEn + ", plausibility " + textOf(FieldValue(best.plausibility)) +
                 (others.empty() ? "" : "; next: " + others);
    answer.remarks.push_back({Severity::Warning, "crs_guessed",
                              "sistema di riferimento scelto da --crs auto: " + best.crs + ", " + best.whyIt,
                              "the reference system was chosen by --crs auto: " + best.crs + ", " + best.whyEn});
    if (answer.swapped) {
        answer.remarks.push_back(swappedRemark());
    }
    answer.candidates.clear();
    answer.missing.clear();
    return answer;
}

/// A remark when the points lie elsewhere than the census and another system would bring them home.
void doubt(SystemAnswer& answer, const SystemQuestion& question)
{
    if (!answer.crs || answer.swapped || !question.territory.isKnown() || question.sample.empty()) {
        return;
    }
    const auto places = placesIn(*answer.crs, question.sample, false);
    if (shareIn(question.territory.box, places, question.sample.size()) > kLikely) {
        return;
    }
    const auto candidates = rankedCandidates(question.sample, question.territory);
    const bool isBetter = !candidates.empty() && candidates.front().plausibility > kConvincing &&
                          candidates.front().crs != answer.crs->id();
    if (isBetter) {
        const CrsCandidate& best = candidates.front();
        answer.remarks.push_back(
            {Severity::Warning, "crs_doubtful",
             "in " + answer.crs->id() + " i punti cadono altrove; in " + best.crs + " " + best.whyIt,
             "in " + answer.crs->id() + " the points lie elsewhere; in " + best.crs + " " + best.whyEn});
    }
}

Result<SystemAnswer> asked(const SystemQuestion& question)
{
    const auto crs = geo::Crs::fromText(question.asked);
    if (!crs) {
        return fail(crs.error());
    }
    if (!canHold(*crs, question)) {
        return asking("--crs " + question.asked + " cannot be: the coordinates are " +
                          (crs->isGeographic() ? "no degrees" : "degrees, not metres"),
                      question);
    }
    return chosen(*crs, "--crs", question);
}

/// What the file itself or the names of its columns say.
Result<SystemAnswer> declared(const SystemQuestion& question)
{
    const bool fromColumns = question.kind == PlaceKind::LonLat || question.kind == PlaceKind::Coordinates;
    if (question.kind == PlaceKind::Geometry && !question.table->system.empty()) {
        const auto crs = geo::Crs::fromText(question.table->system);
        if (crs && canHold(*crs, question)) {
            return chosen(*crs, question.table->systemHow, question);
        }
        return asking(crs ? "the file says " + crs->id() + ", but its coordinates are " +
                                (crs->isGeographic() ? "no degrees" : "degrees, not metres")
                          : "the reference system that the file names is not known",
                      question);
    }
    if (!fromColumns) {
        return asking("nobody says in which reference system the coordinates are", question);
    }
    if (!areDegrees(question.sample)) {
        return asking("the columns are called longitude and latitude but hold no degrees", question);
    }
    const auto wgs84 = geo::Crs::fromEpsg(4326);
    return wgs84 ? Result<SystemAnswer>(chosen(*wgs84, "declared (columns of longitude and latitude)", question))
                 : fail(wgs84.error());
}

} // namespace

bool areDegrees(const std::vector<MapPoint>& sample)
{
    const auto degrees = std::ranges::count_if(sample, isDegree);
    return static_cast<std::size_t>(degrees) * 2 >= sample.size();
}

std::vector<CrsCandidate> rankedCandidates(const std::vector<MapPoint>& sample, const Territory& territory)
{
    const SystemQuestion about{.territory = territory, .sample = sample};
    std::vector<CrsCandidate> candidates;
    for (const auto& row : intakeTable("systems.csv")) {
        const auto crs = geo::Crs::fromEpsg(wholeNumber(row.at(0)));
        const double likelihood = numberIn(row.at(1)).value_or(0.0);
        for (const bool swapped : {false, true}) {
            CrsCandidate candidate = crs ? judged(*crs, likelihood, swapped, about) : CrsCandidate{};
            if (candidate.plausibility >= kLikely) {
                candidates.push_back(std::move(candidate));
            }
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &CrsCandidate::plausibility);
    return candidates;
}

Result<SystemAnswer> chooseSystem(const SystemQuestion& question)
{
    const bool isAuto = question.asked == "auto";
    auto answer = question.asked.empty() || isAuto ? declared(question) : asked(question);
    if (answer && !answer->crs && isAuto) {
        answer = bestGuess(question, answer->missing.substr(0, answer->missing.find("; candidates")));
    }
    if (answer) {
        doubt(*answer, question);
    }
    return answer;
}

} // namespace observo::exchange
