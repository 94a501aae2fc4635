// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProjContext.h"

#include "observo/geo/Environment.h"

#include <map>
#include <string>

namespace observo::geo {

namespace {

/// What a thread keeps of PROJ. The objects end before their context, as the order of members says.
struct ThreadProj {
    ProjContext context = makeProjContext();
    std::map<int, ProjObject> systems;
};

ThreadProj& threadProj()
{
    thread_local ThreadProj proj;
    return proj;
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

PJ* threadProjCrs(int epsg)
{
    auto& systems = threadProj().systems;
    const auto known = systems.find(epsg);
    if (known != systems.end()) {
        return known->second.get();
    }
    const auto code = std::to_string(epsg);
    ProjObject made(proj_create_from_database(threadProjContext(), "EPSG", code.c_str(), PJ_CATEGORY_CRS, 0, nullptr));
    return systems.emplace(epsg, std::move(made)).first->second.get();
}

} // namespace observo::geo
