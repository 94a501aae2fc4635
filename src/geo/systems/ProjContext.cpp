// SPDX-License-Identifier: GPL-3.0-or-later
#include "systems/ProjContext.h"

#include "observo/geo/Environment.h"

#include <map>
#include <string>
#include <string_view>

namespace observo::geo {

namespace {

/// What a thread keeps of PROJ. The objects end before their context, as the order of members says.
struct ThreadProj {
    ProjContext context = makeProjContext();
    std::map<int, ProjObject> factors;
};

ThreadProj& threadProj()
{
    thread_local ThreadProj proj;
    return proj;
}

/// The bare projection of a system, from its PROJ string without the words that make a system of it.
ProjObject makeFactorsOperation(PJ_CONTEXT* context, int epsg)
{
    const auto code = std::to_string(epsg);
    const ProjObject system(proj_create_from_database(context, "EPSG", code.c_str(), PJ_CATEGORY_CRS, 0, nullptr));
    if (!system || proj_get_type(system.get()) != PJ_TYPE_PROJECTED_CRS) {
        return nullptr;
    }
    const char* words = proj_as_proj_string(context, system.get(), PJ_PROJ_4, nullptr);
    std::string projection = words == nullptr ? "" : words;
    constexpr std::string_view kSystem = " +type=crs";
    if (const auto at = projection.find(kSystem); at != std::string::npos) {
        projection.erase(at, kSystem.size());
    }
    return ProjObject(proj_create(context, projection.c_str()));
}

} // namespace

ProjContext makeProjContext()
{
    prepareEnvironment();
    ProjContext context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

PJ_CONTEXT* threadProjContext()
{
    return threadProj().context.get();
}

PJ* threadProjFactors(int epsg)
{
    auto& factors = threadProj().factors;
    const auto known = factors.find(epsg);
    if (known != factors.end()) {
        return known->second.get();
    }
    return factors.emplace(epsg, makeFactorsOperation(threadProjContext(), epsg)).first->second.get();
}

} // namespace observo::geo
