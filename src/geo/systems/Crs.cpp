// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/Crs.h"

#include "systems/ProjContext.h"

#include <proj_experimental.h>

#include <cctype>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace observo::geo {

namespace {

/// What is asked once of PROJ and then read by every thread.
struct Facts {
    int epsg = 0;
    std::string name;
    bool geographic = false;
    bool northFirst = false;
    std::string wkt2;
    std::string esriWkt;
    GeoBox areaOfUse;
};

std::string textOr(const char* text, std::string_view otherwise = {})
{
    return text == nullptr ? std::string(otherwise) : std::string(text);
}

/// The part of a system that places things on the map: without heights and without a shift tied to it.
ProjObject horizontalPartOf(PJ_CONTEXT* context, ProjObject system)
{
    switch (proj_get_type(system.get())) {
    case PJ_TYPE_BOUND_CRS:
        return horizontalPartOf(context, ProjObject(proj_get_source_crs(context, system.get())));
    case PJ_TYPE_COMPOUND_CRS:
        return horizontalPartOf(context, ProjObject(proj_crs_get_sub_crs(context, system.get(), 0)));
    case PJ_TYPE_GEOGRAPHIC_3D_CRS:
        return ProjObject(proj_crs_demote_to_2D(context, nullptr, system.get()));
    case PJ_TYPE_PROJECTED_CRS:
    case PJ_TYPE_GEOGRAPHIC_2D_CRS:
        return system;
    default:
        return nullptr;
    }
}

int epsgOf(const PJ* system)
{
    const auto authority = textOr(proj_get_id_auth_name(system, 0));
    const auto code = textOr(proj_get_id_code(system, 0));
    int epsg = 0;
    std::from_chars(code.data(), code.data() + code.size(), epsg);
    return authority == "EPSG" ? epsg : 0;
}

bool isNorthFirstIn(PJ_CONTEXT* context, const PJ* system)
{
    const ProjObject axes(proj_crs_get_coordinate_system(context, system));
    const char* first = nullptr;
    const char* second = nullptr;
    const auto directionOf = [&](int axis, const char** direction) {
        return proj_cs_get_axis_info(context, axes.get(), axis, nullptr, nullptr, direction, nullptr, nullptr, nullptr,
                                     nullptr);
    };
    if (axes == nullptr || directionOf(0, &first) == 0) {
        return false;
    }
    // Asked one after the other, because the first answer may live in the context until the next question.
    const auto firstDirection = textOr(first);
    return directionOf(1, &second) != 0 && firstDirection == "north" && textOr(second) != "north";
}

GeoBox areaOfUseIn(PJ_CONTEXT* context, const PJ* system)
{
    GeoBox area;
    if (proj_get_area_of_use(context, system, &area.west, &area.south, &area.east, &area.north, nullptr) == 0) {
        return {};
    }
    constexpr double kUnknown = -1000.0;
    if (area.west == kUnknown || area.south == kUnknown) {
        return {};
    }
    // A system used across the 180th meridian; a box with west > east would say "nowhere".
    if (area.west > area.east) {
        area.west = -180.0;
        area.east = 180.0;
    }
    return area;
}

std::string wktIn(PJ_CONTEXT* context, const PJ* system, PJ_WKT_TYPE type)
{
    const char* const options[] = {"MULTILINE=NO", nullptr};
    return textOr(proj_as_wkt(context, system, type, options));
}

/// A description without a code says nothing of axis order in files; of RDN2008's twins the one with easting first is
/// meant, since all coordinates are easting first inside the program.
int eastFirstTwin(int epsg)
{
    static constexpr std::pair<int, int> kTwins[] = {
        {6707, 7791}, {6708, 7792}, {6709, 7793}, {6875, 7794}, {6876, 7795}};
    for (const auto& [northFirst, eastFirst] : kTwins) {
        if (epsg == northFirst) {
            return eastFirst;
        }
    }
    return epsg;
}

/// The EPSG system that is sure to be meant by one without a code, as in a .prj; 0 when there is no such one.
int identified(PJ_CONTEXT* context, const PJ* system)
{
    constexpr int kSure = 90;
    constexpr int kEquivalent = 70; // the same numbers under another name
    int* confidence = nullptr;
    const ProjList found(proj_identify(context, system, "EPSG", nullptr, &confidence));
    const int count = found == nullptr ? 0 : proj_list_get_count(found.get());
    int best = 0;
    std::set<int> codes;
    for (int i = 0; i < count; ++i) {
        const ProjObject candidate(proj_list_get(context, found.get(), i));
        if (confidence[i] > best) {
            best = confidence[i];
            codes.clear();
        }
        if (confidence[i] == best) {
            codes.insert(eastFirstTwin(epsgOf(candidate.get())));
        }
    }
    proj_int_list_destroy(confidence);
    const bool sure = best >= kSure || (best >= kEquivalent && codes.size() == 1);
    return sure && !codes.empty() ? *codes.begin() : 0;
}

std::string trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (isSpace(text.back()) || text.back() == '\0')) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

std::optional<int> wholeNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

/// "3003", "EPSG:3003", "urn:ogc:def:crs:EPSG::3003", "http://www.opengis.net/def/crs/EPSG/0/3003".
std::optional<int> codeIn(std::string_view text)
{
    if (const auto bare = wholeNumber(text)) {
        return bare;
    }
    std::string upper(text);
    for (char& c : upper) {
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    const bool names = upper.starts_with("EPSG:") || upper.starts_with("URN:OGC:DEF:CRS:EPSG:") ||
                       upper.starts_with("HTTP://WWW.OPENGIS.NET/DEF/CRS/EPSG/");
    const auto last = text.find_last_of(":/");
    return names ? wholeNumber(text.substr(last + 1)) : std::nullopt;
}

bool looksLikeWkt(std::string_view text)
{
    const auto bracket = text.find_first_of("[(");
    if (bracket == std::string_view::npos || bracket == 0) {
        return false;
    }
    for (const char c : text.substr(0, bracket)) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '_' && c != ' ') {
            return false;
        }
    }
    return true;
}

constexpr const char* kWhichCodes = "choose a system by its EPSG code, for example EPSG:7791";

Result<Facts> factsOf(PJ_CONTEXT* context, ProjObject given, int epsg)
{
    const auto name = textOr(proj_get_name(given.get()), "unnamed");
    const auto system = horizontalPartOf(context, std::move(given));
    if (system == nullptr) {
        return fail(ErrorCode::UnknownCrs, "the reference system \"" + name + "\" is neither geographic nor projected",
                    kWhichCodes);
    }
    Facts facts;
    facts.epsg = epsg;
    facts.name = textOr(proj_get_name(system.get()), "unnamed");
    facts.geographic = proj_get_type(system.get()) != PJ_TYPE_PROJECTED_CRS;
    facts.northFirst = isNorthFirstIn(context, system.get());
    facts.wkt2 = wktIn(context, system.get(), PJ_WKT2_2019);
    facts.esriWkt = wktIn(context, system.get(), PJ_WKT1_ESRI);
    facts.areaOfUse = areaOfUseIn(context, system.get());
    if (facts.wkt2.empty()) {
        return fail(ErrorCode::UnknownCrs, "the reference system \"" + name + "\" cannot be described", kWhichCodes);
    }
    return facts;
}

Result<Facts> factsOfEpsg(int code)
{
    auto* context = threadProjContext();
    const auto text = std::to_string(code);
    ProjObject system(proj_create_from_database(context, "EPSG", text.c_str(), PJ_CATEGORY_CRS, 0, nullptr));
    if (system == nullptr) {
        return fail(ErrorCode::UnknownCrs, "EPSG:" + text + " is not a known reference system", kWhichCodes);
    }
    return factsOf(context, std::move(system), code);
}

} // namespace

struct Crs::Body {
    Facts facts;
};

Crs::Crs(std::shared_ptr<const Body> body) : m_body(std::move(body)) {}

Result<Crs> Crs::fromEpsg(int code)
{
    static std::mutex mutex;
    static std::map<int, Crs> known;
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(code); found != known.end()) {
        return found->second;
    }
    auto facts = factsOfEpsg(code);
    if (!facts) {
        return fail(std::move(facts.error()));
    }
    return known.emplace(code, Crs(std::make_shared<const Body>(Body{std::move(*facts)}))).first->second;
}

Result<Crs> Crs::fromText(std::string_view given)
{
    const auto text = trimmed(given);
    if (const auto code = codeIn(text)) {
        return fromEpsg(*code);
    }
    // proj_create also takes pipelines, file names and names to look for; a file must not choose among those.
    if (!looksLikeWkt(text)) {
        return fail(ErrorCode::UnknownCrs, "\"" + text.substr(0, 60) + "\" names no reference system", kWhichCodes);
    }
    auto* context = threadProjContext();
    ProjObject system(proj_create_from_wkt(context, text.c_str(), nullptr, nullptr, nullptr));
    if (system == nullptr || proj_is_crs(system.get()) == 0) {
        return fail(ErrorCode::UnknownCrs, "the description of the reference system (WKT) cannot be read", kWhichCodes);
    }
    auto flat = horizontalPartOf(context, ProjObject(proj_clone(context, system.get())));
    if (flat != nullptr) {
        const int own = epsgOf(flat.get());
        const int epsg = own != 0 ? own : identified(context, flat.get());
        if (auto known = fromEpsg(epsg); epsg != 0 && known) {
            return known;
        }
    }
    auto facts = factsOf(context, std::move(system), 0);
    if (!facts) {
        return fail(std::move(facts.error()));
    }
    return Crs(std::make_shared<const Body>(Body{std::move(*facts)}));
}

const Crs& Crs::storage()
{
    static const Crs storage = [] {
        auto made = fromEpsg(6706);
        expects(made.has_value()); // a PROJ without its database: nothing can work
        return *made;
    }();
    return storage;
}

int Crs::epsg() const
{
    return m_body->facts.epsg;
}

std::string Crs::name() const
{
    return m_body->facts.name;
}

std::string Crs::id() const
{
    return epsg() == 0 ? name() : "EPSG:" + std::to_string(epsg());
}

bool Crs::isGeographic() const
{
    return m_body->facts.geographic;
}

bool Crs::isNorthFirst() const
{
    return m_body->facts.northFirst;
}

std::string Crs::esriWkt() const
{
    return m_body->facts.esriWkt;
}

std::string Crs::wkt2() const
{
    return m_body->facts.wkt2;
}

GeoBox Crs::areaOfUse() const
{
    return m_body->facts.areaOfUse;
}

bool operator==(const Crs& a, const Crs& b)
{
    return a.m_body == b.m_body || (a.epsg() == b.epsg() && a.wkt2() == b.wkt2());
}

} // namespace observo::geo
